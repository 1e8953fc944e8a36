"""Coauthor: municipalities and vendors write requirement documents together."""

__version__ = "0.1.0"
