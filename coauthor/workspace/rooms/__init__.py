"""Rooms: what goes from the own workspace to a room with vendors, and what comes back."""
