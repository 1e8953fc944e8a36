"""Going to another release in the window: the report first, then the questions."""
