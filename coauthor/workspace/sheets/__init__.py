"""Answer sheets that come back from vendors: taking in what they answer."""
