"""Positions of organisations, what they come to, and who weighs how much."""
