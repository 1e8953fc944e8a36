"""Making public what is public of a document, and saying what was left out."""
