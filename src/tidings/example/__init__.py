"""The invented example archive, its truth file, and the check of a registry against it."""
