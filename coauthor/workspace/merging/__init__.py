"""Merging two states of a workspace: the rule for each kind of file."""
