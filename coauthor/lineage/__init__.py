"""Lineage: what of a document comes from its standard, computed and never typed."""
