"""The lists through which people are found without a search: letter, place, what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from tidings.publishing.release import Release, ReleasedPerson
from tidings.publishing.site.alphabets import Letter, first_letter
from tidings.publishing.site.pages import Page, Press, person_path, place_path
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import named, plain, safe, text
from tidings.values import ConsentForm, Event, clean

#: So many people stand on one page of a list: some 40 KB.
ON_A_PAGE = 200
#: So many of a person's names stand on one line.
SHOWN = 3


class Entry(NamedTuple):
    """One line of a list as HTML, and how it sorts. Lists are one folder deep."""

    order: tuple[str, str]
    line: Markup


#: People with their entries in one language.
Listed = Sequence[tuple[ReleasedPerson, Entry]]


@dataclass(frozen=True)
class Heap:
    """A list with its title, marked up and plain; `path` lacks ".html" and a page's number."""

    path: str
    title: Markup | str
    plain: str
    entries: Sequence[Entry]

    @property
    def size(self) -> int:
        return len(self.entries)

    def page_path(self, number: int) -> str:
        return f"{self.path}.html" if number == 1 else f"{self.path}-{number}.html"


@dataclass(frozen=True)
class Alike:
    """What is the same in every language: the names under their letters, and by id each person
    with the first names as the line."""

    letters: Mapping[Letter, Heap]
    named: Mapping[str, Entry]

    @classmethod
    def of(cls, release: Release) -> Alike:
        return cls(by_letter(release), {each.id: _names_of(each) for each in release.people})


def list_pages(release: Release, alike: Alike, press: Press) -> Iterator[Page]:
    """Every list of the site in one language, each with the page that leads to it."""
    words, letters = press.words, alike.letters
    listed = [
        (person, entry_of(person, alike.named[person.id], words)) for person in release.people
    ]
    others = nameless(listed, words)
    scripts = [
        (
            words.begun(f"script.{script}"),
            [heap for at, heap in letters.items() if at.script is script],
        )
        for script in dict.fromkeys(letter.script for letter in letters)
    ]
    yield press.render(
        "names",
        "names.html",
        heading=words.phrase("site.names_all"),
        scripts=scripts,
        others=others,
    )
    yield from _all_pages([*letters.values(), *others], "names", press)
    for kind, heaps in (
        ("places", by_place(listed)),
        ("statuses", by_status(listed, words)),
    ):
        intro = words.phrase(f"site.{kind}_intro" if heaps else f"site.{kind}_none")
        heading = words.phrase(f"site.{kind}")
        yield press.render("heaps", f"{kind}.html", heading=heading, intro=intro, heaps=heaps)
        yield from _all_pages(heaps, kind, press)


def by_letter(release: Release) -> dict[Letter, Heap]:
    """Each name under its first letter, script by script, in the order of their alphabets."""
    entries: dict[Letter, list[Entry]] = {}
    for person in release.people:
        for name in person.names:
            written = clean(name.written)
            letter = first_letter(written, name.script)
            if letter:
                line = _line(person, named(name.written, name.script))
                entries.setdefault(letter, []).append(Entry((written.casefold(), person.id), line))
    return {
        letter: Heap(f"names/{letter.code}", letter.shown, letter.shown, _sorted(entries[letter]))
        for letter in sorted(entries, key=lambda each: each.order)
    }


def nameless(listed: Listed, words: Words) -> list[Heap]:
    """Those who are here without a name: under another one, or only as looked for."""
    heaps = []
    for form in (ConsentForm.PSEUDONYM, ConsentForm.SEEKER):
        title = words.phrase(f"site.{form}s")
        entries = [entry for person, entry in listed if person.form is form]
        if entries:
            heaps.append(Heap(f"names/{form}", title, title, _sorted(entries)))
    return heaps


def by_place(listed: Listed) -> list[Heap]:
    entries: dict[str, list[Entry]] = {}
    for person, entry in listed:
        place = clean(person.place or "")
        if place:
            entries.setdefault(place, []).append(entry)
    return [
        Heap(place_path(place), text(place), place, _sorted(entries[place]))
        for place in sorted(entries, key=lambda each: (each.casefold(), each))
    ]


def by_status(listed: Listed, words: Words) -> list[Heap]:
    """By where people stand, the most frequent first."""
    entries: dict[Event | None, list[Entry]] = {}
    for person, entry in listed:
        if person.status:
            entries.setdefault(person.status.event, []).append(entry)
    return [
        Heap(f"status/{event or 'unknown'}", words.event(event), words.event(event), _sorted(some))
        for event, some in sorted(entries.items(), key=lambda each: (-len(each[1]), str(each[0])))
    ]


def _names_of(person: ReleasedPerson) -> Entry:
    names = person.names[:SHOWN]
    order = clean(names[0].written).casefold() if names else ""
    return Entry(
        (order, person.id), safe(" · ".join([named(each.written, each.script) for each in names]))
    )


def entry_of(person: ReleasedPerson, names: Entry, words: Words) -> Entry:
    """The person in a list: the first names with the birth beside, or what stands for a name."""
    born = words.date(person.born) if person.born else ""
    if person.form is ConsentForm.SEEKER:
        return Entry((person.id, ""), _line(person, _looking(person, words)))
    if not person.names:
        called = words.called(person)
        return Entry((called.casefold(), person.id), _line(person, text(called), born))
    return Entry(names.order, _line(person, names.line, born))


def _line(person: ReleasedPerson, shown: Markup, beside: str = "") -> Markup:
    more = f' <span class="beside">{plain(beside)}</span>' if beside else ""
    return safe(f'<li><a href="../{person_path(person.id)}">{shown}</a>{more}</li>')


def _looking(person: ReleasedPerson, words: Words) -> Markup:
    title, who = plain(words.phrase("site.seeker_title")), words.seekers(person.seekers)
    return safe(f"{title}: {', '.join(who)}") if who else title


def _all_pages(heaps: Iterable[Heap], parent: str, press: Press) -> Iterator[Page]:
    for heap in heaps:
        yield from _pages(heap, parent, press)


def _pages(heap: Heap, parent: str, press: Press) -> Iterator[Page]:
    starts = range(0, len(heap.entries), ON_A_PAGE)
    of = len(starts)
    title = press.words.phrase("site.names_all" if parent == "names" else f"site.{parent}")
    for number, start in enumerate(starts, start=1):
        yield press.render(
            "list",
            heap.page_path(number),
            heading=heap.plain if of == 1 else f"{heap.plain} ({number})",
            heap=heap,
            lines=safe("\n".join(each.line for each in heap.entries[start : start + ON_A_PAGE])),
            parent=parent,
            parent_title=title,
            number=number,
            of=of,
            before=heap.page_path(number - 1) if number > 1 else None,
            after=heap.page_path(number + 1) if number < of else None,
        )


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda each: each.order)
