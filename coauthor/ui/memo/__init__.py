"""The window for a memo: the register of questions, and what is done with them."""
