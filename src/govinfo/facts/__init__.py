"""What the narrative says in numbers."""
