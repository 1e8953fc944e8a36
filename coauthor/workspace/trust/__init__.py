"""What a person can do about trust: keys, people and roles, and checking what came in."""
