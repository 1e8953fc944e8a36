"""The dialog of an export: formats, version, parts, where it goes."""
