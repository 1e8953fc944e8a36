"""The lanes: our draft beside the standard and earlier versions, row by row."""
