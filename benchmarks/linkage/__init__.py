"""Linkage measured on invented registries and on public lists: `python -m benchmarks.linkage`."""
