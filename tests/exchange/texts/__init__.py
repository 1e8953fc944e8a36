"""Texts of word processors coming in."""
