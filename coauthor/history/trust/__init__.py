"""Trust: who signed a version, and whether what it does was theirs to do."""
