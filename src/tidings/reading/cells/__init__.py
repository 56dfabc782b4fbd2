"""One module per kind of cell: what people type into it, and what it says."""
