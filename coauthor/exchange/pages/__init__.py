"""A specification as the data of pages that are printed."""
