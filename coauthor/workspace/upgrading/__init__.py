"""Going to another release of a standard, and offering it what is ours."""
