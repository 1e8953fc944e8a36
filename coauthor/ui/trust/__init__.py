"""The window on trust: people and roles, the own key, and what was set aside."""
