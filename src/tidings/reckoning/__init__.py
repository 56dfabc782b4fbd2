"""Announced numbers against named people: who is covered, what is documented, what is not."""
