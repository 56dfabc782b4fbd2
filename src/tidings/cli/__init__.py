"""The `tidings` commands, each a few lines that call a room."""
