"""Handing a document over to an archive, and telling later whether it is still the same."""
