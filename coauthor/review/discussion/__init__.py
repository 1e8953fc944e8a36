"""The conversation on the text: remarks, where they stand, and what was said back."""
