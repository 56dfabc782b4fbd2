"""How well and how fast names are matched, beside other matchers: `python -m benchmarks.names`.

Quality needs lists that are not shipped (see `lists`); without them that half is skipped, and
says so. They are for measuring only: nothing is trained on them.
"""

from benchmarks.names.run import main

__all__ = ["main"]
