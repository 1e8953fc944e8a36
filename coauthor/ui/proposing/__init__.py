"""Proposals in the window: making one, and deciding on those that came."""
