"""The request for information about an announcement."""

from __future__ import annotations

from tidings.publishing.letters import counts
from tidings.publishing.letters.content import Content, dated, earlier, plain
from tidings.publishing.letters.letter import LetterOrder, Paragraph, Particular, Sentence
from tidings.publishing.letters.named import readable
from tidings.publishing.letters.questions import for_announcement
from tidings.publishing.letters.saying import (
    attributed,
    cited,
    ended,
    source_line,
    speaker,
)
from tidings.publishing.phrases import Language, phrase
from tidings.publishing.release import Release, ReleasedAnnouncement
from tidings.values import Figure, Mode, NothingFound, WrongUse

_UNSAID = (Mode.DECLINES_TO_SAY, Mode.DID_NOT_RESPOND)
_QUESTIONS = ("who", "criteria", "when", "where", "others")


def content(release: Release, order: LetterOrder) -> Content:
    """What the letter says of the announcement. Raises as `compose` does."""
    announcement = _announcement(release, order)
    language = order.language
    return Content(
        subject=phrase(
            "information.subject",
            language,
            event=phrase(f"event.{announcement.event}", language),
            count=counts.people(announcement.figure, language),
        ),
        paragraphs=(
            Paragraph(
                (*plain(phrase("information.intro", language)), _announced(announcement, language))
            ),
            *_counted(announcement, language),
            *earlier(announcement.letters, language),
            *_asked(announcement, language),
        ),
        particulars=_particulars(announcement, language),
        questions=for_announcement(announcement, language),
        signature=(order.signatory or "", release.organisation),
    )


def _announcement(release: Release, order: LetterOrder) -> ReleasedAnnouncement:
    if order.announcement is None:
        raise WrongUse(
            "A request for information is about an announcement; none was given.",
            "Choose the announcement that the letter asks about.",
        )
    for each in release.announcements:
        if each.id == order.announcement:
            return each
    raise NothingFound(
        f"The release for '{release.audience}' does not hold this announcement.",
        "Only announcements from sources that this addressee may see can be asked about.",
    )


def _announced(announcement: ReleasedAnnouncement, language: Language) -> Sentence:
    source = announcement.source
    who = speaker(source, announcement.speaker, language)
    about = cited(source, who, announcement.chain, language)
    details = [
        phrase(f"information.{key}", language, **{key: value})
        for key, value in (
            ("group", readable(announcement.group or "", language)),
            ("period", dated(announcement.period, language)),
        )
        if value
    ]
    text = phrase(
        _voice(announcement.mode),
        language,
        who=attributed(who, about, language, owned=False)["who"],
        count=counts.people(announcement.figure, language),
        event=phrase(f"event.{announcement.event}", language),
        detail="".join(f"; {each}" for each in details),
    )
    return Sentence(ended(text), source, source_line(source, language))


def _voice(mode: Mode) -> str:
    if mode is Mode.DENIES:
        return "information.denied"
    return "information.unsaid" if mode in _UNSAID else "information.announced"


def _counted(announcement: ReleasedAnnouncement, language: Language) -> tuple[Paragraph, ...]:
    contradicts = announcement.count.contradiction
    said = [phrase("information.contradiction", language)] if contradicts else []
    said.append(phrase("bias.note", language))
    return (Paragraph(plain(*said), phrase("head.figures", language)),)


def _particulars(announcement: ReleasedAnnouncement, language: Language) -> tuple[Particular, ...]:
    count = announcement.count

    def exactly(value: int) -> str:
        return counts.people(Figure(value, value), language)

    lines = (
        ("announced", counts.people(announcement.figure, language)),
        ("certain", exactly(count.certain)),
        ("possible", exactly(count.possible)),
        ("documented", counts.share(count.documented, language)),
        ("unaccounted", counts.people(count.unaccounted, language)),
    )
    return tuple(Particular(phrase(f"particular.{key}", language), value) for key, value in lines)


def _asked(announcement: ReleasedAnnouncement, language: Language) -> tuple[Paragraph, ...]:
    keys = [*_QUESTIONS, *(["contradiction"] if announcement.count.contradiction else [])]
    questions = plain(*(phrase(f"information.ask.{key}", language) for key in keys))
    return (
        Paragraph(plain(phrase("information.ask", language)), phrase("head.asked", language)),
        Paragraph(questions, style="numbered"),
    )
