"""Handing over to an archive, and what may be made public."""
