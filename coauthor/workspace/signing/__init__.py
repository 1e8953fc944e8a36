"""Leave to deviate, signatures under exact texts, and what comes to an end."""
