"""Agreeing in the window: positions, consensus, shares, and what the room agreed."""
