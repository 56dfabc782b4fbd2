"""`python -m benchmarks.linkage [registries|public] [SIZE or NAME ...]`; all of them without."""

import sys

from benchmarks.linkage import candidates, extracting, peers, public, registries, registry_peers

what = sys.argv[1] if len(sys.argv) > 1 else "all"
rest = tuple(sys.argv[2:])
if what in ("registries", "all"):
    registries.main(tuple(int(each) for each in rest) or registries.SIZES)
if what in ("public", "all"):
    public.main(rest)
if what in ("peers", "all"):
    peers.main(rest)
if what in ("registry_peers", "all"):
    registry_peers.main(tuple(int(each) for each in rest) or (2_000,))
if what in ("candidates", "all"):
    candidates.main(tuple(int(each) for each in rest) or (2_000,))
if what == "extract":
    extracting.make(*(int(each) for each in rest))
