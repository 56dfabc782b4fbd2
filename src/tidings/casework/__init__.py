"""What becomes of a letter: offered, sent, answered, overdue, silent; and what a case still needs.

Its modules need an open registry: `letters` composes and sends, `outcomes` records what came,
`tracking` says what is due, `organisation` who speaks.
"""

__all__ = ["letters", "organisation", "outcomes", "tracking"]
