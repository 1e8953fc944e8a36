"""What the exports and imports show outside of the suite: ``python -m tests.evidence``."""
