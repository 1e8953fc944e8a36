"""Trust: keys, signatures, and who may do what."""
