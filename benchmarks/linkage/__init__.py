"""Linkage measured on invented registries and on public lists: `python -m benchmarks.linkage`."""


def main() -> None:
    """What is measured in minutes; the large worlds are asked for by name."""
    from benchmarks.linkage import public, registries

    registries.main((2_000,))
    public.main()
