"""The appeal for one person, and the family's open letter."""

from __future__ import annotations

from tidings.names.han import is_han
from tidings.publishing.letters.content import Content, dated, earlier, plain
from tidings.publishing.letters.letter import LetterOrder, Paragraph, Particular
from tidings.publishing.letters.named import NameShown, readable, shown
from tidings.publishing.letters.questions import for_family
from tidings.publishing.letters.saying import said
from tidings.publishing.phrases import Language, phrase
from tidings.publishing.release import Release, ReleasedPerson, Seeker
from tidings.values import (
    Asked,
    ConsentForm,
    Event,
    Kin,
    LetterKind,
    NothingFound,
    WrongUse,
    clean,
)

#: A newspaper prints an open letter of this length whole; a longer story is no letter.
MOST_WORDS = 1500


def content(release: Release, order: LetterOrder) -> Content:
    """What the letter says of the person. Raises as `compose` does."""
    person = _person(release, order)
    name = shown(person, order.language)
    if name is None:
        raise NothingFound(
            "This person has no name that may be passed on, and a letter must name the person.",
            "Ask the family for the name, and whether it may be said to this addressee.",
        )
    is_open = order.kind is LetterKind.OPEN_LETTER
    make = _open_letter if is_open else _appeal
    language = order.language
    return Content(
        subject=phrase(
            f"{'open' if is_open else 'appeal'}.subject",
            language,
            **name.forms | {"name": name.full},
        ),
        paragraphs=make(release, person, name, language),
        particulars=_particulars(person, name, language),
        questions=for_family(person, name, is_open=is_open),
        signature=_signature(release, person, name, order),
        closing=_closing(release, order) if is_open else (),
    )


def _person(release: Release, order: LetterOrder) -> ReleasedPerson:
    if order.person is None:
        raise WrongUse(
            f"A letter of the kind '{order.kind}' is about a person; none was given.",
            "Choose the person whom the letter is for.",
        )
    try:
        person = release.person(order.person)
    except KeyError:
        raise NothingFound(
            f"The release for '{release.audience}' does not hold this person.",
            "Ask whoever testified for consent to name the person to this addressee.",
        ) from None
    if person.form is not ConsentForm.NAMED:
        raise NothingFound(
            f"The family allows '{release.audience}' to hear of this person, but not by name, "
            "and a letter must name the person.",
            "Ask the family for consent to name the person to this addressee, or write about "
            "an announcement instead.",
        )
    return person


def _appeal(
    release: Release, person: ReleasedPerson, name: NameShown, language: Language
) -> tuple[Paragraph, ...]:
    key = "appeal.intro" if person.seekers else "appeal.intro.plain"
    intro = phrase(key, language, **name.forms)
    return (
        Paragraph(plain(intro)),
        *_known(person, name, language),
        *earlier(person.letters, language),
        *_asked(person, name, language, "appeal.ask"),
    )


def _open_letter(
    release: Release, person: ReleasedPerson, name: NameShown, language: Language
) -> tuple[Paragraph, ...]:
    intro = phrase("open.intro", language, **name.forms)
    return (
        Paragraph(plain(intro)),
        *_words(person, language),
        *_known(person, name, language),
        *earlier(person.letters, language),
        *_asked(person, name, language, "open.ask"),
    )


def _words(person: ReleasedPerson, language: Language) -> tuple[Paragraph, ...]:
    """The family's own words, a paragraph a line. Raises WrongUse when they are too many."""
    lines = [line for each in (person.words or "").splitlines() if (line := clean(each))]
    count = sum(map(_length, lines))
    if count > MOST_WORDS:
        raise WrongUse(
            f"The family's words are {count:,} words long; an open letter holds up to "
            f"{MOST_WORDS:,}.",
            "Choose with the family what to say, and record those words as what they want said.",
        )
    heading = phrase("head.words", language)
    return tuple(
        Paragraph(plain(line), None if at else heading, "quote") for at, line in enumerate(lines)
    )


def _length(line: str) -> int:
    """In words; two Chinese characters are one, and a line without spaces is as many words as
    its letters would make of twelve each."""
    characters = sum(map(is_han, line))
    return max(characters // 2, len(line.split()), len(line) // 12)


def _known(person: ReleasedPerson, name: NameShown, language: Language) -> tuple[Paragraph, ...]:
    said_of = [
        said(each, name, person.sex, language)
        for each in person.timeline
        if each.event is not Event.LETTER_SENT
    ]
    sentences = [each for each in said_of if each is not None]
    if not sentences:
        sentences = list(plain(phrase("appeal.nothing", language)))
    if person.status is not None and person.status.certainty == "contested":
        sentences += plain(phrase("status.contested", language))
    return (Paragraph(tuple(sentences), phrase("head.known", language), "items"),)


def _asked(
    person: ReleasedPerson, name: NameShown, language: Language, opening: str
) -> tuple[Paragraph, ...]:
    asks = person.asks or (Asked.INFORMATION,)
    items = [phrase(f"ask.{each}", language, **name.forms) for each in asks]
    ended = [f"{item};" for item in items[:-1]] + [f"{items[-1]}."]
    return (
        Paragraph(plain(phrase(opening, language)), phrase("head.asked", language)),
        Paragraph(plain(*ended), style="items"),
    )


def _particulars(
    person: ReleasedPerson, name: NameShown, language: Language
) -> tuple[Particular, ...]:
    ours = f" ({phrase('page.transcribed', language)})" if name.ours else ""
    lines = [("particular.name", name.written + ours)]
    written = dict.fromkeys((clean(each.written), each.script) for each in person.names)
    lines += [(f"script.{script}", text) for text, script in written if text != name.written]
    lines += [
        ("particular.born", dated(person.born, language)),
        ("particular.sex", phrase(f"sex.{person.sex}", language) if person.sex else ""),
        ("particular.place", readable(person.place or "", language)),
        ("particular.status", _status(person, language)),
        ("particular.seekers", _seekers(person.seekers, language)),
    ]
    return tuple(
        Particular(_capital(phrase(key, language)), value) for key, value in lines if value
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _status(person: ReleasedPerson, language: Language) -> str:
    status = person.status
    if status is None or status.event is None:
        return ""
    line = phrase(
        "status.line",
        language,
        event=phrase(f"event.{status.event}", language),
        since=f"({dated(status.since, language)})" if status.since else "",
        supporting=status.supporting,
        asked=status.asked,
    )
    return " ".join(line.replace(") (", "; ").split())


def _seekers(seekers: tuple[Seeker, ...], language: Language) -> str:
    said_of = [
        " ".join(
            part
            for part in (
                phrase(f"kin.{each.relation or Kin.RELATIVE}", language),
                f"({readable(each.name, language)})" if each.name else "",
            )
            if part
        )
        for each in seekers
    ]
    return ", ".join(dict.fromkeys(said_of))


def _signature(
    release: Release, person: ReleasedPerson, name: NameShown, order: LetterOrder
) -> tuple[str, ...]:
    """An appeal is the organisation's; an open letter the family's, made public by it."""
    if order.kind is not LetterKind.OPEN_LETTER:
        return (order.signatory or "", release.organisation)
    family = tuple(clean(each.name) for each in person.seekers if each.name)
    family = family or (phrase("close.family", order.language, **name.forms),)
    organisation = clean(release.organisation)
    made = phrase("close.by", order.language, organisation=organisation) if organisation else ""
    return (*([order.signatory] if order.signatory else family), made)


def _closing(release: Release, order: LetterOrder) -> tuple[str, ...]:
    contact = clean(release.contact)
    return (phrase("open.end", order.language, contact=contact),) if contact else ()
