"""The tables and their rules, the one write door, profiles, search, the flows add and link, backup."""
