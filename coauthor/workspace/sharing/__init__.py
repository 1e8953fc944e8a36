"""Receiving what others wrote, sending what we wrote, and what was new."""
