"""A page for each person of the release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tidings.publishing.pictures import NARROW, family_of
from tidings.publishing.release import (
    Release,
    ReleasedLetter,
    ReleasedName,
    ReleasedPerson,
)
from tidings.publishing.site.happenings import figure_of, timeline_figure, told_table
from tidings.publishing.site.pages import Page, Press, person_path, place_path
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import lines, named, safe, text
from tidings.values import ConsentForm, clean

#: A drawing of fewer relatives shows no more than their list.
FAMILY_FROM = 2


@dataclass(frozen=True)
class Relative:
    """A relative who is on this site too."""

    relation: str
    name: Markup
    path: str


@dataclass(frozen=True)
class Sent:
    """A letter as one row of a table."""

    kind: str
    body: Markup
    sent: str
    due: str
    outcome: str


def called_in(release: Release) -> dict[str, ReleasedName]:
    """Whoever is named in the release: id -> the name that they are called by."""
    return {person.id: person.names[0] for person in release.people if person.names}


@dataclass(frozen=True)
class People:
    """How people's pages are made. `called`: the names of those whom a page may lead to."""

    called: Mapping[str, ReleasedName]

    def pages(self, press: Press, people: Iterable[ReleasedPerson]) -> Iterator[Page]:
        """The pages of these people in one language."""
        for person in people:
            yield self._page(person, press)

    def _page(self, person: ReleasedPerson, press: Press) -> Page:
        words, path = press.words, person_path(person.id)
        if person.form is ConsentForm.SEEKER:
            return press.render(
                "seeker", path, heading=words.phrase("site.seeker_title"),
                seekers=words.seekers(person.seekers),
            )  # fmt: skip
        names = [named(each.written, each.script) for each in person.names]
        called = clean(person.names[0].written) if names else words.called(person)
        return press.render(
            "person",
            path,
            heading=called,
            called=names[0] if names else text(called),
            other_names=names[1:],
            is_pseudonym=person.form is ConsentForm.PSEUDONYM,
            born=words.date(person.born) if person.born else None,
            sex=words.begun(f"sex.{person.sex}") if person.sex else None,
            place=text(person.place) if person.place else None,
            place_path=f"{place_path(person.place)}.html" if person.place else None,
            status=words.status(person.status) if person.status else None,
            told=told_table(person.timeline, words) if person.timeline else None,
            picture=timeline_figure(person, words),
            relatives=self._relatives(person, words),
            family=self._family(person, words),
            letters=letters_table(person.letters, press),
            asks=[words.phrase(f"asked.{each}") for each in person.asks],
            seekers=words.seekers(person.seekers),
            family_words=lines(person.words) if person.words else (),
        )

    def _relatives(self, person: ReleasedPerson, words: Words) -> list[Relative]:
        return [
            Relative(
                words.begun(f"kin.{kin.relation}"),
                named(self.called[kin.person].written, self.called[kin.person].script),
                person_path(kin.person),
            )
            for kin in person.kin
            if kin.person in self.called
        ]

    def _family(self, person: ReleasedPerson, words: Words) -> Markup:
        """The family drawn; nothing where it would show no more than the list."""
        kin = {each.person for each in person.kin} & self.called.keys()
        if len(kin) < FAMILY_FROM:
            return safe("")
        called = {each: self.called[each].written for each in kin}
        called[person.id] = person.names[0].written
        return figure_of(
            family_of(person, called, language=words.language),
            family_of(
                person,
                called,
                language=words.language,
                shape=NARROW,
                identifier="family-narrow",
            ),
        )


def letters_table(
    letters: Sequence[ReleasedLetter], press: Press, *, with_body: bool = True
) -> Markup | None:
    """Letters as a table, with or without the body they went to; None where there are none."""
    if not letters:
        return None
    words = press.words
    return press.part(
        "letters",
        with_body=with_body,
        letters=[
            Sent(
                words.begun(f"letter.{each.kind}"),
                text(each.body),
                words.day(each.sent_on),
                words.day(each.answer_due) if each.answer_due else words.phrase("site.no_due"),
                words.begun(f"outcome.{each.outcome}"),
            )
            for each in letters
        ],
    )
