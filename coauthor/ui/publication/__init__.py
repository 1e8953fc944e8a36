"""The publication check: what was found in the files that go out."""
