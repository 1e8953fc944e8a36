"""The window: what people see and touch; nothing is decided here."""
