"""`python -m benchmarks.linkage [registries|public|peers|registry_peers|candidates|losses|scale]
[SIZE or NAME ...]`; all but `losses` and `scale` without."""

import sys
from pathlib import Path

from benchmarks.linkage import (
    candidates,
    extracting,
    losses,
    peers,
    public,
    registries,
    registry_peers,
    scale,
)

what = sys.argv[1] if len(sys.argv) > 1 else "all"
rest = tuple(sys.argv[2:])
if what == "extract":
    extracting.make(*(int(each) for each in rest))
    sys.exit()
if what == "linked":
    scale.linked(Path(rest[0]))
    sys.exit()
sizes = tuple(int(each) for each in rest if each.isdecimal())
if what in ("registries", "all"):
    registries.main(sizes or registries.SIZES)
if what in ("candidates", "all"):
    candidates.main(sizes or (2_000,))
if what == "losses":
    losses.main(sizes or (2_000,))
if what in ("registry_peers", "all"):
    registry_peers.main(sizes or (2_000,))
if what in ("public", "all"):
    public.main(rest)
if what in ("peers", "all"):
    peers.main(rest)
if what == "scale":
    scale.main(sizes or scale.SIZES)
