"""`python -m benchmarks.linkage [registries] [SIZE ...]`."""

import sys

from benchmarks.linkage import registries

sizes = tuple(int(each) for each in sys.argv[2:])
registries.main(sizes or registries.SIZES)
