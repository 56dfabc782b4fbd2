"""What becomes of a letter: sent, answered, overdue, silent; and what a case still needs."""
