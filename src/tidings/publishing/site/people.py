"""A page for each person of the release."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures import NARROW, family_of
from tidings.publishing.release import (
    Release,
    ReleasedLetter,
    ReleasedName,
    ReleasedPerson,
)
from tidings.publishing.site.happenings import (
    Said,
    figure_of,
    said_in,
    timeline_figure,
    told_table,
)
from tidings.publishing.site.pages import Page, Press, person_path, place_path
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import NOTHING, lines, named, plain, safe, text
from tidings.values import Asked, ConsentForm, clean

#: A drawing of fewer relatives shows no more than their list.
FAMILY_FROM = 2


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

    def pages(self, people: Iterable[ReleasedPerson], presses: Collection[Press]) -> Iterator[Page]:
        """The pages of these people, one for each press."""
        for person in people:
            path = person_path(person.id)
            if person.form is ConsentForm.SEEKER:
                yield from (_seeker_page(person, path, press) for press in presses)
                continue
            alike, told = _alike(person), [said_in(each) for each in person.timeline]
            for press in presses:
                words = press.words
                called = clean(person.names[0].written) if person.names else words.called(person)
                said = [each[words.language] for each in told]
                yield press.fill("person", path, called, alike | self._told(person, said, press))

    def _told(
        self, person: ReleasedPerson, said: Sequence[Said], press: Press
    ) -> dict[str, Markup]:
        """The pieces of the page that are in the words of one language."""
        words = press.words
        pieces = {
            "status": words.status(person.status) if person.status else NOTHING,
            "born": words.when(person.born) if person.born else NOTHING,
            "sex": plain(words.begun(f"sex.{person.sex}")) if person.sex else NOTHING,
            "asks": _asked(person.asks, words.language),
            "told": told_table(said, words.language),
            "picture": timeline_figure(said, words.language),
            "seekers": _items(words.seekers(person.seekers)),
            "relatives": _items(self._relatives(person, words)),
            "family": self._family(person, words),
            "letters": letters_table(person.letters, press),
        }
        if not person.names:
            pieces["called"] = text(words.called(person))
        if person.form is ConsentForm.PSEUDONYM:
            pieces["pseudonym"] = plain(words.phrase("site.pseudonym_note"))
        return pieces

    def _relatives(self, person: ReleasedPerson, words: Words) -> Iterator[Markup]:
        for kin in person.kin:
            name = self.called.get(kin.person)
            if name is not None:
                relation = plain(words.begun(f"kin.{kin.relation}"))
                shown = named(name.written, name.script)
                yield safe(f'{relation}: <a href="../../{person_path(kin.person)}">{shown}</a>')

    def _family(self, person: ReleasedPerson, words: Words) -> Markup:
        """The family drawn; nothing where it would show no more than the list."""
        kin = {each.person for each in person.kin} & self.called.keys()
        if len(kin) < FAMILY_FROM:
            return NOTHING
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


def _alike(person: ReleasedPerson) -> dict[str, Markup]:
    """The pieces of the page that are the same in every language."""
    names = [named(each.written, each.script) for each in person.names]
    return {
        "called": names[0] if names else NOTHING,
        "other_names": _items(names[1:]),
        "pseudonym": NOTHING,
        "place": text(person.place) if person.place else NOTHING,
        "place_path": safe(f"{place_path(person.place)}.html") if person.place else NOTHING,
        "family_words": _lined("p", lines(person.words)) if person.words else NOTHING,
    }


def _seeker_page(person: ReleasedPerson, path: str, press: Press) -> Page:
    seekers = _items(press.words.seekers(person.seekers))
    return press.fill("seeker", path, press.words.phrase("site.seeker_title"), {"seekers": seekers})


@cache
def _asked(asks: tuple[Asked, ...], language: Language) -> Markup:
    return _items(plain(phrase(f"asked.{each}", language)) for each in asks)


def _items(pieces: Iterable[Markup]) -> Markup:
    return _lined("li", pieces)


def _lined(tag: str, pieces: Iterable[Markup]) -> Markup:
    return safe("\n".join([f"<{tag}>{each}</{tag}>" for each in pieces]))


def letters_table(
    letters: Sequence[ReleasedLetter], press: Press, *, with_body: bool = True
) -> Markup:
    """Letters as a table, with or without the body they went to; nothing where there are none."""
    if not letters:
        return NOTHING
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
