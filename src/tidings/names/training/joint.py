"""Learn the transducers, and what they and the alignment say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tidings.names.alphabet import Kind
from tidings.names.block import Block
from tidings.names.costs import Costs, HanUnits
from tidings.names.training.alignment import questions, shared_out
from tidings.names.training.data import Entity, Names, read_as
from tidings.names.training.em import Example, learn
from tidings.names.training.logistic import lines
from tidings.names.transducer import LONGEST_CHUNK, Transducer, numbered
from tidings.names.transducer.model import UNLIKE, Units
from tidings.names.transducer.scan import Words

Numbers = NDArray[np.float64]

#: Pairs that the transducer finds plainly unlike are left out: they are nearly all pairs there
#: are, and would set the slope where the question is open.
FITTED_FROM: Final = 0.0
#: What holds where there is nothing to fit on.
ALIGNMENT_ALONE: Final = np.array([0.0, 0.0, 0.0, 1.0])
#: Rates below this one say no more against a pair.
LEAST_RATE: Final = -20.0
#: A later pair of forms of one name counts half.
LATER: Final = 0.5


def learn_all(names: Names, trial: Costs, units: Units) -> list[Transducer]:
    """One transducer for each kind of letters, with what it weighs beside the alignment. `trial`
    are costs that did not see the held-out names."""
    learned = []
    for kind in LONGEST_CHUNK:
        fitted = learn(kind, examples(names.fitted().all(), kind, units, trial.units), units)
        joint = _joint(fitted, trial, names.held_out())
        whole = learn(kind, examples(names.all(), kind, units, trial.units), units)
        learned.append(replace(whole, joint=joint))
    return learned


def examples(
    entities: Sequence[Entity], kind: Kind, units: Units, known: HanUnits
) -> list[Example]:
    """Every pair of a Chinese form and a form in this kind."""
    found = []
    for entity in entities:
        sounds = (read_as(form, Kind.HAN, known) for form in entity.forms[Kind.HAN])
        these = [tuple(units.numbers(sound.units)) for sound in sounds]
        words = (read_as(form, kind, known) for form in entity.forms[kind])
        those = dict.fromkeys(tuple(numbered(word.units, kind)) for word in words)
        for at, letters in enumerate(those):
            weight = entity.weight * (LATER if at else 1.0)
            found += [Example(characters, letters, weight) for characters in these]
    return found


def _joint(
    model: Transducer, trial: Costs, held_out: tuple[Sequence[Entity], Sequence[Entity]]
) -> Numbers:
    parts = [_examples(model, trial, entities) for entities in held_out]
    inputs = np.concatenate([part[0] for part in parts])
    truth = np.concatenate([part[1] for part in parts])
    weight = shared_out([part[1] for part in parts])
    joint: Numbers = lines(inputs, truth, weight, 1, [FITTED_FROM], ALIGNMENT_ALONE)[0]
    return joint


def _examples(
    model: Transducer, trial: Costs, entities: Sequence[Entity]
) -> tuple[Numbers, Numbers]:
    """Inputs (rows x 4) of `Transducer.joined`, and truth: each against every other name."""
    asked, words = questions(entities, Kind.HAN, model.kind, trial.units)
    if not asked:
        return np.empty((0, 4)), np.empty(0)
    block = Block.of(model.kind, words)
    laid_out, every = (
        Words.of(model, block.split_units()),
        np.arange(len(block.units), dtype=np.int32),
    )
    inputs, truth = [], []
    for at, sound in enumerate(asked):
        count = len(sound.units)
        said = np.maximum(laid_out.said(sound.units, every), np.float32(LEAST_RATE * (count + 2)))
        aligned = np.maximum(block.aligned(trial, [sound], -20.0)[0], UNLIKE)
        rate = (said / (count + 2))[block.word_of]
        constant = np.ones_like(rate)
        inputs.append(np.stack([constant, rate, rate * np.log(count), aligned[block.word_of]], 1))
        truth.append(np.arange(len(words)) == at)
    return np.concatenate(inputs).astype(float), np.concatenate(truth).astype(float)
