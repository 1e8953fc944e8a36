"""The conversation in the window: what was said of the clause that has the focus."""
