"""Sharing in the window: what is asked on the way, the dialogs, and what waits."""
