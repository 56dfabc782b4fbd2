"""`python -m tidings.names.training DATA [OUT]`: learn all tables and write them to the folder
OUT, or to the package's own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tidings.names import costs
from tidings.names.training import alignment, joint
from tidings.names.training.data import read_names
from tidings.names.transducer import model


def main(arguments: Sequence[str]) -> None:
    """Train on the data file named first."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(costs.__file__).parent / "data"
    names = read_names(Path(arguments[0]))
    syllables, characters = alignment.units_of(names)
    trial, learned = alignment.learn(names)
    costs.save(folder / costs.FILE, learned, syllables, characters)
    print(f"{len(names.all())} names, {len(characters)} characters -> {folder / costs.FILE}")
    units = model.Units(tuple(syllables), tuple(characters))
    for transducer in joint.learn_all(names, trial, units):
        file = folder / model.FILE.format(transducer.kind.name.lower())
        model.save(file, transducer)
        print(f"{len(transducer.chunks)} chunks -> {file}")


if __name__ == "__main__":
    main(sys.argv[1:])
