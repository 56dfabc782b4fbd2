"""From what is gathered to the people of a release: pure, and the one place that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tidings.publishing.release import ReleasedPerson
from tidings.release import forms
from tidings.release.covering import covered
from tidings.release.ids import released_id
from tidings.release.known import Gathered, Known
from tidings.values import ConsentForm


@dataclass(frozen=True)
class Decided:
    """Who is in a release. `ids`: released id -> person; `named`: those by name, with what is
    covered of them; `nameless`: whom a consent allows to be named, but no covered source names.
    """

    people: tuple[ReleasedPerson, ...]
    ids: Mapping[str, int]
    named: tuple[Known, ...]
    nameless: frozenset[int]


def decide(gathered: Gathered) -> Decided:
    """Everybody whom a standing consent lets appear, each in the form that it allows. Sorted by
    released id, which says nothing of who was recorded when."""
    audience = gathered.audience
    allowed = [each for each in gathered.people if each.standing.form is not None]
    consented = {each.person: each.consented for each in allowed}
    whole = {each.person: each for each in allowed}
    given = {each.person: covered(each, audience, consented) for each in allowed}
    nameless = {
        person
        for person, known in given.items()
        if known.standing.form is ConsentForm.NAMED
        and not any(each.names for each in known.mentions)
    }
    ids = {
        person: released_id(gathered.secret, audience, str(known.standing.form), [known.key])
        for person, known in given.items()
        if person not in nameless
    }
    by_name = {each: ids[each] for each in ids if whole[each].standing.form is ConsentForm.NAMED}
    written = {
        each: frozenset(name for mention in given[each].mentions for name, _ in mention.names)
        for each in by_name
    }
    people = [
        _in_form(given[person], whole[person], identifier, gathered, by_name, written)
        for person, identifier in ids.items()
    ]
    return Decided(
        people=tuple(sorted(people, key=lambda each: each.id)),
        ids={identifier: person for person, identifier in ids.items()},
        named=tuple(given[each] for each in by_name),
        nameless=frozenset(nameless),
    )


def _in_form(
    known: Known,
    whole: Known,
    identifier: str,
    gathered: Gathered,
    by_name: Mapping[int, str],
    written: Mapping[int, frozenset[str]],
) -> ReleasedPerson:
    match known.standing.form:
        case ConsentForm.NAMED:
            return forms.named(
                known, whole, identifier, gathered.audience, gathered.origins, by_name, written
            )
        case ConsentForm.PSEUDONYM:
            return forms.pseudonymous(known, whole, identifier)
        case _:
            return forms.sought(known, identifier)
