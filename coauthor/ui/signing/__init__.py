"""Settling: leave to deviate, what is missing, what ends, and signing."""
