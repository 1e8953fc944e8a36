"""The questions that a merge leaves, and what people answer."""
