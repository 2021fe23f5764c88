"""Rules that compare what the narrative says in numbers with the tables, and with itself."""
