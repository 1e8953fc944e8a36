"""Suggestions in the window: the mode, the words in the text, the cards, the lanes."""
