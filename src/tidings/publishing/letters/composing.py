"""A release and an order in, a letter out."""

from __future__ import annotations

import re
from datetime import timedelta

from tidings.publishing.kazakh import Case, decline, is_declinable
from tidings.publishing.letters import about_announcement, about_person
from tidings.publishing.letters.dates import spoken_day, until_day
from tidings.publishing.letters.letter import Letter, LetterOrder
from tidings.publishing.letters.saying import ended
from tidings.publishing.phrases import phrase
from tidings.publishing.release import Release
from tidings.values import LetterKind, WrongUse, clean

#: First nouns of Russian institutions whose accusative is their nominative: «В Министерство».
_RU_NOUNS = frozenset(
    "министерство посольство управление представительство агентство бюро консульство правительство "
    "отделение учреждение ведомство комитет суд совет департамент парламент сенат мажилис отдел "
    "центр институт фонд союз офис".split()
)
_RU_ADJECTIVE = re.compile(r"(?:ое|ее|ый|ий|ой)$")


def compose(release: Release, order: LetterOrder) -> Letter:
    """The letter, with only what the release holds. Raises WrongUse when the order lacks what
    its kind needs or the family's words are too long, NothingFound when the release does not
    hold the person or announcement, or not in a form that a letter can name."""
    language = order.language
    if order.kind is LetterKind.INFORMATION:
        content = about_announcement.content(release, order)
    else:
        content = about_person.content(release, order)
    closing = (*_answer_asked(order), *content.closing)
    place = f"{clean(order.place)}, " if order.place.strip() else ""
    respect = phrase("close.respect", language)
    return Letter(
        kind=order.kind,
        language=language,
        written_on=order.written_on,
        letterhead=_lines(release.organisation, release.address, release.contact),
        dateline=place + spoken_day(order.written_on, language),
        addressee=_lines(_addressed(order), *order.addressee.lines),
        subject=content.subject,
        salutation=clean(order.addressee.salutation or phrase("open.salutation", language)),
        paragraphs=content.paragraphs,
        particulars=content.particulars,
        closing=" ".join(map(ended, closing)),
        signature=(respect, *_lines(*content.signature)),
        questions=content.questions,
        invented=release.invented,
    )


def _lines(*texts: str) -> tuple[str, ...]:
    """Each line of the texts, cleaned; without empty ones."""
    return tuple(line for text in texts for each in text.splitlines() if (line := clean(each)))


def _answer_asked(order: LetterOrder) -> tuple[str, ...]:
    language, days = order.language, order.answer_days
    if days is None:
        is_open = order.kind is LetterKind.OPEN_LETTER
        return () if is_open else (phrase("close.answer", language),)
    due = until_day(order.written_on + timedelta(days=days), language)
    word = _ru_days(days) if language == "ru" else ""
    return (phrase("close.answer_by", language, days=days, date=due, days_word=word),)


def _ru_days(days: int) -> str:
    """The genitive after «в течение»."""
    return "дня" if days % 10 == 1 and days % 100 != 11 else "дней"


def _addressed(order: LetterOrder) -> str:
    """The addressee as an address writes it: Kazakh dative, Russian «В …» where it is safe."""
    name = clean(order.addressee.name)
    if not name and order.kind is not LetterKind.OPEN_LETTER:
        raise WrongUse("The letter has no addressee.", "Say to whom it is written.")
    if order.language == "kk" and is_declinable(name):
        return decline(name, Case.DATIVE)
    if order.language == "ru" and _takes_v(name):
        return f"В {name}"
    return name


def _takes_v(name: str) -> bool:
    words = name.lower().split()
    for word in words[:4]:
        if word in _RU_NOUNS:
            return True
        if not _RU_ADJECTIVE.search(word):
            return False
    return False
