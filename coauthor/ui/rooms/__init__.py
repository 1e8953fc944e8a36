"""Publishing for vendors and collecting what they say, in the window."""
