"""Everything that is measured: `make bench`, or `python -m benchmarks`."""

from benchmarks import (
    article_bench,
    export_bench,
    find_bench,
    letters_bench,
    linkage,
    match_bench,
    names,
    pictures_bench,
    reckoning_bench,
    registry_bench,
    release_bench,
    site_bench,
)

for bench in (
    registry_bench,
    match_bench,
    linkage,
    article_bench,
    names,
    find_bench,
    letters_bench,
    export_bench,
    reckoning_bench,
    pictures_bench,
    release_bench,
    site_bench,
):
    print(f"\n## {bench.__name__.removeprefix('benchmarks.')}", flush=True)
    bench.main()
