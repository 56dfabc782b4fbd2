"""One module per kind of input: bytes in, a Reading of drafts out, in a child process without keys."""
