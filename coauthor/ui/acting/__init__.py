"""What the actions do: ask what must be asked, then call the use case."""
