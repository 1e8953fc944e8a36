"""A document as a table: what CSV and spreadsheets hold, and the lists that others made."""
