"""The inspector: pages about the clause that has the focus, and about the whole."""
