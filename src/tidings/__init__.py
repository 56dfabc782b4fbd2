"""Word of someone: keep every statement with its source, find the person in any script."""

__version__ = "0.1.0"
