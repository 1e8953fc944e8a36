"""Bringing a file in with somebody looking on: what becomes what, then taking it in."""
