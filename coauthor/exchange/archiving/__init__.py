"""What an archive takes in: a bag of files with checksums, and MDTO metadata beside them."""
