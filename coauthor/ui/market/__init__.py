"""The vendor desk, and what the market covers."""
