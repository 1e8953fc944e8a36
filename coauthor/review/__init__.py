"""What people say of clauses, and what follows from it: events in, state out. Pure."""
