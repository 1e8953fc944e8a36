"""The timeline window: who did what to which clauses, and when, and the way back."""
