"""A specification as paragraphs, lists and tables, for the formats of word processors."""
