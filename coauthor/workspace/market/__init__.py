"""What vendors answer on clauses, and what the market covers."""
