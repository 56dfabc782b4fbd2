"""Several announcements together: the fewest and the most distinct people that fit them all.

An integer programme for each set of announcements that ties connect, solved by HiGHS: exactly
over the atoms of the Venn diagram while those are few, otherwise over sums, whose bounds hold and
may be wider.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tidings.reckoning.atoms import Atoms, atoms_of
from tidings.reckoning.counting import Count, count, own_count
from tidings.reckoning.covering import Covering
from tidings.reckoning.named import named_of
from tidings.reckoning.problem import Problem, whole_problem
from tidings.reckoning.proving import Contrary, smallest_clash
from tidings.reckoning.structure import Because
from tidings.reckoning.sums import Sums
from tidings.reckoning.ties import FoundTie
from tidings.values import Figure


@dataclass(frozen=True)
class Together:
    """What an announcement comes to with all that it is tied to: its `figure` as narrow as they
    make it, and the `count` of that against the people named for it or for a part of it.
    `low_because`, `high_because`: what an end rests on that is narrower than announced."""

    figure: Figure
    count: Count
    low_because: tuple[Because, ...] = ()
    high_because: tuple[Because, ...] = ()


@dataclass(frozen=True)
class Component:
    """Announcements that ties connect. `chains`: those that are one announcement said several
    times. `people`: how many distinct ones they cover, None when they `clash`: then `clash` is a
    smallest set of things that cannot all be true. `exact`: nothing narrower follows from
    figures and ties; otherwise the bounds hold and may be wide."""

    announcements: tuple[int, ...]
    chains: tuple[tuple[int, ...], ...]
    people: Figure | None
    exact: bool = True
    low_because: tuple[Because, ...] = ()
    high_because: tuple[Because, ...] = ()
    clash: tuple[Because, ...] = ()


@dataclass(frozen=True)
class Solved:
    """A component, and its announcements in the light of the others."""

    component: Component
    together: dict[int, Together]
    programme: Programme | None = None

    def distinct(self, announcements: Collection[int]) -> Figure | None:
        """How many distinct people some of the component's announcements cover; None when they
        clash."""
        some = tuple(each for each in self.component.announcements if each in announcements)
        if self.programme is None or self.component.people is None:
            return self.component.people
        if some == self.component.announcements:
            return self.component.people
        return self.programme.bounds(some)


class Programme:
    """The integer programme of one component."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._atoms = atoms_of(problem)
        self._form: Atoms | Sums = self._atoms or Sums(problem)

    @property
    def exact(self) -> bool:
        return self._atoms is not None

    def feasible(self) -> bool:
        return self._form.system(()).feasible()

    def bounds(self, announcements: Sequence[int]) -> Figure:
        """How many distinct people these announcements cover, fewest and most."""
        system, target = self._form.system(announcements), self._form.target(announcements)
        return Figure(system.least(target), system.most(target))

    def why_low(self, announcements: Sequence[int], low: int) -> tuple[Because, ...]:
        return self._why(Contrary(tuple(announcements), high=low - 1))

    def why_high(self, announcements: Sequence[int], high: int) -> tuple[Because, ...]:
        return self._why(Contrary(tuple(announcements), low=high + 1))

    def clash(self) -> tuple[Because, ...]:
        return smallest_clash(self.problem, exact=self.exact)

    def _why(self, contrary: Contrary) -> tuple[Because, ...]:
        return smallest_clash(self.problem, contrary, exact=self.exact)


def solve(
    members: Sequence[int],
    figures: Mapping[int, Figure],
    coverings: Mapping[int, Covering],
    ties: Sequence[FoundTie],
    people: int,
    *,
    explain: bool = True,
) -> Solved:
    """Solve one component: announcements with their figures, coverings and the ties among them.

    Without `explain` no bound says what it rests on: that takes some solvings for each. Of a
    component too large for atoms only the bounds of the whole say so.
    """
    if len(members) == 1:
        return _alone(members[0], figures[members[0]], coverings[members[0]], people)
    named = named_of({each: coverings[each] for each in members}, people)
    pieces = [Because("tie", each.a, each.b, each.tie) for each in ties]
    programme = Programme(whole_problem(members, figures, named, pieces))
    chains = programme.problem.structure.chains
    if not programme.feasible():
        clash = programme.clash()
        component = Component(tuple(members), chains, None, programme.exact, clash=clash)
        each_alone = {
            each: Together(figures[each], own_count(figures[each], coverings[each], people))
            for each in members
        }
        return Solved(component, each_alone)
    together: dict[int, Together] = {}
    for chain in chains:
        together |= _together(programme, chain, coverings, people, explain and programme.exact)
    bounds = programme.bounds(members)
    low, high = bounds.low or 0, bounds.high
    component = Component(
        tuple(members),
        chains,
        bounds,
        programme.exact,
        low_because=programme.why_low(members, low) if explain and low else (),
        high_because=programme.why_high(members, high) if explain and high is not None else (),
    )
    return Solved(component, together, programme)


def _together(
    programme: Programme,
    chain: tuple[int, ...],
    coverings: Mapping[int, Covering],
    people: int,
    explain: bool,
) -> dict[int, Together]:
    """Each announcement of a chain in the light of all others."""
    problem, some = programme.problem, chain[:1]
    bounds = programme.bounds(some)
    low, high = bounds.low or 0, bounds.high
    tighter = any(low > (problem.figures[each].low or 0) for each in chain)
    capped = any(high != problem.figures[each].high for each in chain)
    why_low = programme.why_low(some, low) if explain and tighter else ()
    why_high = programme.why_high(some, high) if explain and capped and high is not None else ()
    place = problem.structure.place[chain[0]]
    certain, impossible = (problem.named.people(groups[place]) for groups in problem.people)
    return {
        each: Together(
            figure=bounds,
            count=count(
                bounds,
                certain=certain,
                possible=people - impossible,
                impossible=impossible,
                said=coverings[each].said,
            ),
            low_because=why_low if low > (problem.figures[each].low or 0) else (),
            high_because=why_high if high != problem.figures[each].high else (),
        )
        for each in chain
    }


def _alone(member: int, figure: Figure, covering: Covering, people: int) -> Solved:
    """An announcement that is tied to none: the named people raise its low end."""
    own, certain, low = own_count(figure, covering, people), len(covering.certain), figure.low or 0
    named = Because("named", member)
    if own.contradiction:
        clash = (Because("at_most", member), named)
        component = Component((member,), ((member,),), None, clash=clash)
        return Solved(component, {member: Together(figure, own)})
    bounds = Figure(max(low, certain), figure.high)
    because = (named,) if certain > low else ()
    component = Component(
        (member,),
        ((member,),),
        bounds,
        low_because=because or ((Because("at_least", member),) if low else ()),
        high_because=(Because("at_most", member),) if figure.high is not None else (),
    )
    together = Together(bounds, own_count(bounds, covering, people), because)
    return Solved(component, {member: together})
