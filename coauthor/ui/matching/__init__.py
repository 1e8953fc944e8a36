"""A text beside the standard: clause by clause, what may be the same."""
