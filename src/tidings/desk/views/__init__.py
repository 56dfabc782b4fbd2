"""The pages, one module per task."""
