"""Changes that are offered instead of made."""
