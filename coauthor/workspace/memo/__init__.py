"""What a person can do with questions for a memo: gather, answer, approve, publish."""
