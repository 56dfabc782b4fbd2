"""What statements add up to: pure functions from rows to a profile, no database."""
