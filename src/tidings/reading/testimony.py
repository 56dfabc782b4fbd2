"""A testimony or letter: its header names who speaks of whom, its prose is kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from tidings.reading.cells.births import birth_from_age, read_age, read_day
from tidings.reading.cells.kin import read_relatives, relation_of, sex_of
from tidings.reading.cells.names import read_names
from tidings.reading.cells.numbers import read_identities, read_phones
from tidings.reading.cells.statuses import Told, read_told
from tidings.reading.english_letters import read_letter
from tidings.reading.header import Header, Line, split_header
from tidings.reading.prose import prose_statements
from tidings.reading.reading import (
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
    Unread,
)
from tidings.reading.words import sex_words
from tidings.values import BadInput, Dated, Kin, Sex, SourceKind, clean, language_of, read_date

#: Between persons of one line: a full name on each side.
_PERSONS = re.compile(r"\s*[;；؛\n]\s*")
_LETTER = re.compile(r"letter|письм|хат|信|xet|خەت|حات", re.IGNORECASE)
_LANGUAGES = {
    "en": "en|english|английский|ағылшын|英文|英语",
    "ru": "ru|russian|русский|орыс|орысша|俄文|俄语",
    "kk": "kk|kazakh|казахский|қазақ|қазақша|哈萨克语|哈语",
    "kk-Arab": "kk-arab|kazakh (arabic)|قازاقشا|قازاق|төте",
    "ug": "ug|uyghur|uighur|уйгурский|ұйғыр|ұйғырша|维吾尔语|维语|ئۇيغۇرچە|ئۇيغۇر",
    "zh": "zh|chinese|китайский|қытай|қытайша|中文|汉语|خەنزۇچە",
}
_EXPECTED_DATE = "Expected a date such as 12.03.2018, 2018-03 or 2018."


@dataclass
class _Draft:
    """What the header has given so far."""

    header: Header
    published: Dated | None
    mentions: list[MentionDraft] = field(default_factory=list)
    kin: list[KinDraft] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def leave(self, line: Line, found: str, reason: str) -> None:
        self.unread.append(Unread(f"line {line.number}", line.key, found[:200], reason))


def read_testimony(
    text: str, file: str, published: Dated | None = None, kind: SourceKind | None = None
) -> Reading:
    """The reading of one testimony or letter.

    Mentions: "testifier", "person 1", ..., "kin 1", ...; statements are drafted from the prose
    and the header's status line, with the testifier as speaker. `published` is used where the
    header gives no date.
    """
    header = split_header(text)
    draft = _Draft(header, published)
    draft.published = _date(draft, "date") or published
    testifier = _testifier(draft)
    persons = _persons(draft)
    _relation(draft, persons)
    _relatives(draft, persons)
    _status(draft, persons, testifier)
    for line in header.lines:
        if line.field is None:
            draft.leave(line, line.value, "This line of the header is not one that we know.")
    language = _language(header, text[header.prose :])
    source = SourceDraft(
        kind=kind or _kind(header),
        title=header.value("title") or clean(PurePath(file).stem),
        file=file,
        origin=header.value("origin"),
        publisher=header.value("publisher"),
        channel=header.value("channel"),
        published=draft.published,
        language=language,
        testifier=testifier,
        text=text,
    )
    _prose(draft, text, language, testifier.name if testifier else None)
    return Reading(
        source,
        tuple(draft.mentions),
        tuple(draft.kin),
        tuple(draft.statements),
        tuple(draft.unread),
    )


def _prose(draft: _Draft, text: str, language: str | None, speaker: str | None) -> None:
    """Draft what the prose tells: English by the rules for articles, others by plainer ones."""
    start = draft.header.prose
    if language == "en":
        letter = read_letter(text, start, draft.mentions, draft.kin, draft.published, speaker)
        draft.statements += letter.statements
        draft.mentions += letter.named
        return
    told = prose_statements(text, start, draft.mentions, draft.kin, draft.published)
    draft.statements += [one.statement(speaker) for one in told]


def _kind(header: Header) -> SourceKind:
    said = header.value("kind") or ""
    return SourceKind.LETTER if _LETTER.search(said) else SourceKind.TESTIMONY


def _language(header: Header, prose: str) -> str | None:
    said = (header.value("language") or "").casefold()
    for code, words in _LANGUAGES.items():
        if said and said in words.split("|"):
            return code
    return language_of(prose)


def _date(draft: _Draft, name: str) -> Dated | None:
    line = draft.header.first(name)
    if line is None:
        return None
    try:
        return read_date(line.value, published=draft.published)
    except BadInput as error:
        draft.leave(line, line.value, f"{error.message} {_EXPECTED_DATE}")
        return None


def _testifier(draft: _Draft) -> TestifierDraft | None:
    line = draft.header.first("testifier")
    if line is None:
        return None
    found = read_names(line.value)
    for left in found.left:
        draft.leave(line, left, "This does not look like a name and was left out of it.")
    if not found.names:
        return None
    contacts = [contact.value for contact in draft.header.all("contact")]
    phones = tuple(phone for contact in contacts for phone in read_phones(contact))
    line_at = f"line {line.number}"
    draft.mentions.append(
        MentionDraft("testifier", line_at, found.names, phones=phones, cells={"name": line_at})
    )
    return TestifierDraft(found.names[0], "; ".join(contacts) or None)


def _persons(draft: _Draft) -> list[MentionDraft]:
    """The people whom the testimony is about. Birth, place and sex lines belong to the person
    line above them; before the first one, to the first."""
    persons: list[MentionDraft] = []
    owners = _owners(draft.header)
    for line in draft.header.all("person"):
        for part in filter(None, map(clean, _PERSONS.split(line.value))):
            found = read_names(part)
            if not found.names:
                draft.leave(line, part, "Expected a name.")
                continue
            key = f"person {len(persons) + 1}"
            own = owners.get(line.number, [])
            persons.append(_person(draft, key, line, found.names, own))
    draft.mentions += persons
    return persons


def _owners(header: Header) -> dict[int, list[Line]]:
    """For each person line (by number) the lines of particulars that belong to it."""
    owners: dict[int, list[Line]] = {}
    first = header.first("person")
    current = first.number if first else 0
    for line in header.lines:
        if line.field == "person" and line.value:
            current = line.number
        owners.setdefault(current, []).append(line)
    return owners


def _person(
    draft: _Draft, key: str, line: Line, names: tuple[str, ...], lines: list[Line]
) -> MentionDraft:
    given = {one.field: one for one in lines if one.field and one.value}
    cells = {"name": f"line {line.number}"}
    for name in ("born", "age", "sex", "place", "phone", "id_number"):
        if name in given:
            cells["born" if name == "age" else name] = f"line {given[name].number}"
    sex = sex_words(given["sex"].value) if "sex" in given else None
    return MentionDraft(
        key,
        f"line {line.number}",
        names,
        sex=sex,
        birth=_birth(draft, given.get("born"), given.get("age")),
        place=given["place"].value if "place" in given else None,
        phones=read_phones(given["phone"].value) if "phone" in given else (),
        id_numbers=tuple(one.written for one in read_identities(given["id_number"].value))
        if "id_number" in given
        else (),
        cells=cells,
    )


def _birth(draft: _Draft, born: Line | None, age: Line | None) -> Dated | None:
    line = born or age
    if line is None:
        return None
    try:
        if born:
            return read_day(born.value)
        if draft.published:
            return birth_from_age(read_age(line.value), draft.published)
        draft.leave(line, line.value, "An age needs the day from which it counts: a date line.")
    except BadInput as error:
        draft.leave(line, line.value, f"{error.message} {_EXPECTED_DATE}")
    return None


def _relation(draft: _Draft, persons: list[MentionDraft]) -> None:
    """The relation line: what the testifier is to each person, in their order."""
    line = draft.header.first("relation")
    if line is None or not any(mention.key == "testifier" for mention in draft.mentions):
        return
    parts = [part for part in map(clean, _PERSONS.split(line.value)) if part]
    relations = [relation_of(part) for part in parts]
    if None in relations:
        draft.leave(line, line.value, "Expected a word for a relative, such as sister.")
    for at, person in enumerate(persons):
        relation = relations[min(at, len(relations) - 1)]
        if relation:
            draft.kin.append(KinDraft("testifier", relation, person.key, f"line {line.number}"))
    _set_sex(draft, "testifier", sex_of(relations[0]))


def _set_sex(draft: _Draft, key: str, sex: Sex | None) -> None:
    for at, mention in enumerate(draft.mentions):
        if mention.key == key and mention.sex is None and sex:
            draft.mentions[at] = MentionDraft(
                key,
                mention.locator,
                mention.names,
                sex=sex,
                phones=mention.phones,
                cells=mention.cells,
            )


def _relatives(draft: _Draft, persons: list[MentionDraft]) -> None:
    """The kin lines: relatives of the first person."""
    count = 0
    for line in draft.header.all("kin"):
        for relative in read_relatives(line.value):
            if relative.name is None or not persons:
                draft.leave(line, relative.words, "Expected a relative with a name.")
                continue
            count += 1
            key, at = f"kin {count}", f"line {line.number}"
            draft.mentions.append(
                MentionDraft(
                    key,
                    at,
                    relative.name.names,
                    sex=relative.name.sex or sex_of(relative.relation),
                    birth=_birth_beside(relative.name.birth),
                    cells={"name": at},
                )
            )
            relation = relative.relation or Kin.RELATIVE
            draft.kin.append(KinDraft(key, relation, persons[0].key, at))


def _birth_beside(words: str | None) -> Dated | None:
    try:
        return read_day(words) if words else None
    except BadInput:
        return None


def _status(draft: _Draft, persons: list[MentionDraft], testifier: TestifierDraft | None) -> None:
    for line, told in _told(draft):
        for person in persons[:1]:
            draft.statements.append(
                StatementDraft(
                    mode=told.mode,
                    event=told.event,
                    quote=told.words,
                    mention=person.key,
                    speaker=testifier.name if testifier else None,
                    person=person.names[0],
                    date=told.date,
                    value=told.value,
                    locator=f"line {line.number}",
                )
            )


def _told(draft: _Draft) -> Iterator[tuple[Line, Told]]:
    for line in draft.header.all("status"):
        for told in read_told(line.value, published=draft.published):
            yield line, told
