"""Registry and consents -> a `Release` for one audience: the one way out."""
