"""What the example gives out, held against the truth: who may be seen by whom, the numbers, and a
search of every byte for what must not be there."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from tidings import release
from tidings.example.building import Built
from tidings.example.mentions import Known
from tidings.example.speaking import Example
from tidings.example.tally import Table, tallied
from tidings.example.truth import TrueNumber, truth
from tidings.publishing import site
from tidings.publishing.release import Release
from tidings.publishing.release_file import to_bytes
from tidings.registry import announcing
from tidings.registry.folder import current
from tidings.registry.models import MentionNumber, Source, Statement, Testifier
from tidings.values import Audience, ConsentForm, Level, read_audience

SEEN = "Who may be seen, by audience"
NUMBERS = "Announced numbers"
LEAKS = "Private words looked for in site and releases"
#: Shorter strings stand in other words by chance; so does a status of one word in a list's cell.
SHORTEST, SHORTEST_QUOTE = 6, 16


def given_out(built: Built, mentions: Known) -> tuple[Table, ...]:
    """The three tables of what leaves the registry, as of today."""
    today = date.today()
    audiences = {read_audience(each.audience) for each in truth().released}
    releases = {each: release.release(current(), each, today) for each in sorted(audiences)}
    example = Example({file.file: file.source_ids for file in built.files}, mentions)
    return (
        tallied(SEEN, chain.from_iterable(_seen(each, mentions, today) for each in releases)),
        tallied(NUMBERS, _numbers(example)),
        tallied(LEAKS, chain.from_iterable(_leaks(each, mentions) for each in releases.values())),
    )


def _seen(audience: Audience, mentions: Known, today: date) -> Iterator[tuple[str, str]]:
    """Each person of whom the truth says how they may appear, and any others who do."""
    shown = release.release(current(), audience, today)
    forms = {each.id: each.form for each in shown.people}
    ids = release.person_ids(current(), audience, today)
    seen = {person: forms[given] for given, person in ids.items()}
    why = {each.person: each.why for each in release.left_out(current(), audience, today)}
    expected = [each for each in truth().released if each.audience == str(audience)]
    for told in expected:
        persons = mentions.persons(told.person)
        found = {seen.pop(person) for person in persons & seen.keys()}
        if told.form is None:
            kept_out = told.why in {str(why.get(person)) for person in persons}
            yield str(audience), "wrong" if found else "right" if kept_out else "missed"
        else:
            yield str(audience), "right" if found == {told.form} else "wrong" if found else "missed"
    for _ in seen:
        yield str(audience), "wrong"


def _numbers(example: Example) -> Iterator[tuple[str, str]]:
    """How many are certain, that the bounds hold the truth, and that clashes are seen."""
    reckoned = announcing.reckoned()
    for told in truth().numbers:
        announcement = example.announcement(told.announced)
        count = reckoned.of(announcement).count
        if count is None:
            yield "named people certain to be counted", "missed"
            continue
        yield "named people certain to be counted", _verdict(count.certain == told.certain)
        yield "the truth within the bounds", _verdict(_holds(told, count.certain, count.possible))
        if told.tie and told.other:
            pair = {announcement, example.announcement(told.other)}
            clashes = [each for each in reckoned.components if each.clash]
            yield (
                "announcements that cannot both be so",
                "right" if any(pair <= set(each.announcements) for each in clashes) else "missed",
            )
        elif told.certain > (told.announced.figure.high or told.certain):
            yield "more named than announced", "right" if count.contradiction else "missed"


def _holds(told: TrueNumber, certain: int, possible: int) -> bool:
    return told.certain <= told.true and certain <= possible


def _verdict(right: bool) -> str:
    return "right" if right else "wrong"


def _leaks(given: Release, mentions: Known) -> Iterator[tuple[str, str]]:
    """Each private string, looked for in the signed file and in every file of the site."""
    with tempfile.TemporaryDirectory(prefix="tidings-check-") as folder:
        target = Path(folder) / "site"
        key, sign = release.signing.public_key(), release.signing.sign
        site.build(given, target, sign=sign, public_key=key)
        files = [path.read_bytes() for path in target.rglob("*") if path.is_file()]
        files.append(to_bytes(given, sign, key))
    text = "\n".join(html.unescape(file.decode("utf-8")) for file in files)
    for kind, private in _private(given):
        yield kind, "wrong" if private in text else "right"


def _private(given: Release) -> Iterator[tuple[str, str]]:
    """(what kind, words) of all that this release may not hold."""
    allowed = "\n".join(_said(given))
    for kind, words in chain(_names(), _contacts(), _told()):
        if len(words) >= SHORTEST and words not in allowed:
            yield kind, words


def _said(given: Release) -> Iterator[str]:
    """The names and words that this release may hold: what relatives allow to be said by name,
    and who speaks in published sources."""
    named = {each.id for each in given.people if each.form is ConsentForm.NAMED}
    for person in given.people:
        if person.id in named:
            yield from (name.written for name in person.names)
            yield person.words or ""
        yield from (seeker.name or "" for seeker in person.seekers)
    yield from Source.live.filter(level=Level.PUBLIC).values_list("title", flat=True)
    yield from Statement.live.filter(mention=None).values_list("speaker", flat=True)
    yield given.organisation


def _names() -> Iterator[tuple[str, str]]:
    for person in truth().people.values():
        for form in person.forms.values():
            yield "names of who is not named", form


def _contacts() -> Iterator[tuple[str, str]]:
    for contact in Testifier.live.exclude(contact="").values_list("contact", flat=True):
        yield "how to reach testifiers", contact
    for written in MentionNumber.live.values_list("written", flat=True):
        yield "telephone and document numbers", written


def _told() -> Iterator[tuple[str, str]]:
    for quote in Statement.live.exclude(source__level=Level.PUBLIC).values_list("quote", flat=True):
        if len(quote) >= SHORTEST_QUOTE:
            yield "words of testimonies and letters", quote
