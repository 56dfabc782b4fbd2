"""What the words above a column mean: its role, and what else they say ("date of detention")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tidings.reading.happenings import happenings
from tidings.reading.words import header_words, kin_of_word, kin_words, plain
from tidings.values import Event, Kin, Role, clean

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"\w+")
#: Small words of headings that say nothing of their own.
_SMALL = frozenset(
    "of the in at on by to for a an and or is was в на о об по у с и для при".split()
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
#: A field of a form with its groups, as survey tools write it.
_PATH = re.compile(r"[a-z_][a-z0-9_]*(?:[/.][a-z0-9_]+)+")
#: A phrase within a longer heading must be this share of it.
_COVERED = 0.34
#: Where a heading holds words of several roles, the first of these is what the column holds.
_ORDER = (
    Role.ID_NUMBER,
    Role.PHONE,
    Role.PHOTO,
    Role.SOURCE_URL,
    Role.SEX,
    Role.AGE,
    Role.NOTE,
    Role.PLACE,
    Role.BORN,
    "date",
    Role.TESTIFIER_RELATION,
    Role.PATRONYMIC,
    Role.SURNAME,
    Role.GIVEN,
    Role.NAME_OTHER_SCRIPT,
    Role.NAME,
    "language",
    Role.KIN,
    Role.STATUS,
    Role.ROW_ID,
    Role.NONE,
)


@dataclass(frozen=True)
class Meaning:
    """What a column holds. `event`: the event whose date, place or words they are. `kin`: the
    relative whose name it is. `of_testifier`: a phone of the testifier, not of the person.
    `inverse`: what the person is to the testifier. `year`: the year from which an age counts.
    `script`: the script a name is said to be in. `vague`: contents must say which date."""

    role: Role
    event: Event | None = None
    kin: Kin | None = None
    of_testifier: bool = False
    inverse: bool = False
    year: int | None = None
    script: str | None = None
    vague: bool = False


@lru_cache(maxsize=4096)
def meaning_of(header: str) -> Meaning | None:
    """The meaning of a heading in any of five languages; None when no word of it is known."""
    text = plain(header)
    if not text:
        return None
    found = _exact(text) or _of_path(header) or _exact(_mended(text)) or _composed(_mended(text))
    if found and found.role is Role.AGE and (year := _YEAR.search(header)):
        return Meaning(Role.AGE, event=found.event, year=int(year.group()))
    return found


def _of_path(header: str) -> Meaning | None:
    """The meaning of a field of a form, as exported: "victim/address/county" is the county."""
    if not _PATH.fullmatch(header.strip()):
        return None
    *groups, last = re.split(r"[/.]", header.strip())
    group = [meaning for name in groups if (meaning := _exact(plain(name)))]
    own = meaning_of(last)
    if own and any(one.role is Role.TESTIFIER for one in group):
        return _composed(f"{plain(groups[-1])} {plain(last)}") or Meaning(Role.NONE)
    return own


def without_brackets(header: str) -> str:
    """The heading without what stands in brackets: "Full name (as in passport)"."""
    return clean(_BRACKETS.sub(" ", header))


def names_father(header: str) -> bool:
    """Whether a heading speaks of the father: "father's name", "әкесінің аты"."""
    return _kin(plain(header)) is Kin.FATHER


def without_relative(header: str) -> str:
    """The heading without its word for a relative: in a list that relatives keep, "name of the
    relative" is the name of the person."""
    return " ".join(word for word in plain(header).split() if _kin(word) is not Kin.RELATIVE)


@lru_cache(maxsize=65536)
def is_header_word(text: str) -> bool:
    """Whether a cell reads as a heading: words of the heading table, not only of events."""
    text = clean(text)
    if not text or len(text) > 80 or "\n" in text:
        return False
    known = _mended(plain(text))
    return _exact(known) is not None or bool(_phrases(known) and _composed(known))


def _exact(text: str) -> Meaning | None:
    hit = _by_phrase().get(text)
    return _single(*hit) if hit else None


@cache
def _by_phrase() -> dict[str, tuple[str, str]]:
    phrases: dict[str, tuple[str, str]] = {}
    for phrase, role, hint in header_words():
        phrases.setdefault(phrase, (role, hint))
    return phrases


def _single(role: str, hint: str) -> Meaning:
    """The meaning of one phrase of the table."""
    if role == "language":
        return Meaning(Role.NAME_OTHER_SCRIPT, script=hint)
    if role == "date":
        return Meaning(Role.EVENT_DATE, vague=True)
    if role == "subject":
        return Meaning(Role.NAME)
    if hint == "inverse":
        return Meaning(Role(role), inverse=True)
    return Meaning(Role(role), event=Event(hint) if hint else None)


def _composed(text: str) -> Meaning | None:
    """The meaning of a heading made of several known words."""
    phrases = dict(reversed(_phrases(text)))
    phrases.pop("subject", None)
    events = [hit.event for hit in happenings(text)]
    kin = _kin(text)
    if not phrases and not events and not kin:
        return None
    event = events[0] if events else None
    if Role.TESTIFIER in phrases:
        return _of_testifier(phrases)
    if kin and (phrases.keys() <= {Role.NAME, Role.KIN, Role.ROW_ID, Role.TESTIFIER_RELATION}):
        return Meaning(Role.KIN, kin=kin)
    if Role.STATUS in phrases and "date" in phrases and not event:
        return _single(Role.STATUS, phrases[Role.STATUS])
    what = next((role for role in _ORDER if role in phrases), None)
    if what == Role.PHONE:
        return Meaning(Role.PHONE, of_testifier=kin is not None)
    if kin and what not in (None, Role.NOTE, Role.STATUS):
        return Meaning(Role.NONE)
    return _about_person(what, event, phrases)


def _of_testifier(phrases: dict[str, str]) -> Meaning:
    others = phrases.keys() - {Role.TESTIFIER, Role.NAME, Role.SURNAME, Role.GIVEN, "language"}
    if Role.PHONE in others:
        return Meaning(Role.PHONE, of_testifier=True)
    if Role.TESTIFIER_RELATION in others:
        return Meaning(Role.TESTIFIER_RELATION, inverse=phrases[Role.TESTIFIER_RELATION] != "")
    return Meaning(Role.NONE if others - {Role.KIN} else Role.TESTIFIER)


def _about_person(what: str | None, event: Event | None, phrases: dict[str, str]) -> Meaning | None:
    if what == "language":
        return Meaning(Role.NAME_OTHER_SCRIPT, script=phrases["language"])
    if what == Role.BORN or (what == "date" and Role.BORN in phrases):
        return Meaning(Role.BORN)
    if what == "date":
        return Meaning(Role.EVENT_DATE, event=event, vague=event is None)
    if what in (Role.PLACE, Role.AGE):
        hint = phrases[what]
        return Meaning(Role(what), event=event or (Event(hint) if hint else None))
    if what in (Role.NAME, Role.NAME_OTHER_SCRIPT):
        return Meaning(Role(what), script=phrases.get("language"))
    if what is None:
        return Meaning(Role.STATUS, event=event) if event else None
    return _single(what, phrases[what])


def _phrases(text: str) -> list[tuple[str, str]]:
    """(role, hint) of the phrases in a heading, longest first, none inside another or inside
    the words of an event. None where most of the heading is something else."""
    left = f" {text} "
    for hit in happenings(text):
        if hit.strong:
            left = left.replace(text[hit.start : hit.end], "\1", 1)
    found = []
    for phrase, role, hint in header_words():
        wanted = phrase if _HAN.search(phrase) else f" {phrase} "
        if len(phrase) > 1 and wanted in left:
            left = left.replace(wanted, " \1 ", 1)
            found.append((role, hint))
    other = [word for word in _WORD.findall(left) if word not in _SMALL and not _kin(word)]
    unknown = sum(map(len, other))
    return found if unknown <= (1 - _COVERED) * len(text.replace(" ", "")) else []


def _kin(text: str) -> Kin | None:
    """The relative that a heading names ("father's name", "имя отца", "母亲姓名")."""
    words = kin_words()
    for word in text.split():
        if kin := kin_of_word(word):
            return kin
    if _HAN.search(text):
        for word, kin in words.items():
            if len(word) >= 2 and _HAN.search(word) and word in text:
                return kin
    return None


def _mended(text: str) -> str:
    """The heading with a wrong letter in a word put right."""
    if any(hit.strong for hit in happenings(text)):
        return text
    return " ".join(_nearest(word) or word for word in text.split())


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(
        word for phrase, _, _ in header_words() for word in phrase.split() if len(word) >= 5
    )


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str | None:
    """The heading word that is one letter away (wrong, missing, added, or two swapped)."""
    if len(word) < 5 or not word.isalpha() or word in _vocabulary():
        return None
    if happenings(word) or _kin(word):
        return None
    return next((known for known in sorted(_vocabulary()) if _one_edit_apart(word, known)), None)


def _one_edit_apart(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) != len(b):
        longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
        return longer[1:] == shorter
    swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b[1:] or swapped
