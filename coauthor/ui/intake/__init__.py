"""Bringing in a file: how it is read, what becomes what, and taking it in."""
