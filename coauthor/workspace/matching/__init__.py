"""An old text beside the standard: what says the same, and making it the standard's."""
