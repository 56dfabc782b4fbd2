"""The vocabulary in the visitor's language.

Nouns rather than verbs where Russian and Kazakh would otherwise need to know whether the person
is a woman or a man.
"""

from __future__ import annotations

from typing import cast

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tidings.publishing.phrases import LANGUAGES, Language, phrase
from tidings.reckoning import State as Announced
from tidings.registry.consents import State, Why
from tidings.registry.profiling.shape import Status
from tidings.values import (
    ConsentForm,
    Covered,
    Event,
    Kin,
    LetterKind,
    Level,
    Mode,
    Outcome,
    PlaceLevel,
    Role,
    Script,
    Sex,
    SourceKind,
    Tie,
)


def desk_language() -> Language:
    """The language of the desk for texts that the lower rooms write."""
    language = (get_language() or "en").split("-")[0]
    return cast(Language, language if language in LANGUAGES else "en")


def in_words(key: str) -> str:
    """A phrase that desk, letters and site share, in the language of the desk."""
    return phrase(key, desk_language())


_worded = lazy(in_words, str)

#: Words of the vocabulary, which letters and site use too.
EVENTS = {each: _worded(f"event.{each}") for each in Event}
MODES = {each: _worded(f"mode.{each}") for each in Mode}
KIN = {each: _worded(f"kin.{each}") for each in Kin}
SOURCES = {each: _worded(f"source.{each}") for each in SourceKind}
LEVELS = {
    Level.PUBLIC: _("public"),
    Level.PARTNER: _("for partners"),
    Level.TEAM: _("for the team"),
    Level.SEALED: _("sealed"),
}
SEXES = {each: _worded(f"sex.{each}") for each in Sex}
SCRIPTS = {each: _worded(f"script.{each}") for each in Script}
ROLES = {
    Role.NAME: _("name"),
    Role.NAME_OTHER_SCRIPT: _("name in another script"),
    Role.GIVEN: _("given name"),
    Role.SURNAME: _("surname"),
    Role.PATRONYMIC: _("father’s name"),
    Role.SEX: _("woman or man"),
    Role.BORN: _("born"),
    Role.AGE: _("age"),
    Role.PLACE: _("place"),
    Role.STATUS: _("what happened"),
    Role.EVENT_DATE: _("when it happened"),
    Role.KIN: _("family"),
    Role.TESTIFIER: _("who told it"),
    Role.TESTIFIER_RELATION: _("their relation"),
    Role.PHONE: _("telephone"),
    Role.ID_NUMBER: _("document number"),
    Role.NOTE: _("note"),
    Role.SOURCE_URL: _("web address"),
    Role.PHOTO: _("photograph file"),
    Role.ROW_ID: _("row number"),
    Role.NONE: _("leave out"),
}
ATTRIBUTES = {
    "born": _("Born"),
    "sex": _("Woman or man"),
    "place": _("From"),
    "phone": _("Telephone"),
    "id_number": _("Document number"),
}
LETTERS = {each: _worded(f"letter.{each}") for each in LetterKind}
OUTCOMES = {
    Outcome.WAITING: _("waiting for an answer"),
    Outcome.OVERDUE: _("no answer yet, and the day has passed"),
    Outcome.ANSWERED: _("answered"),
    Outcome.REFUSED: _("they refuse to answer"),
    Outcome.SILENT: _("they did not answer"),
}
MISSING = {
    "born": _("when they were born"),
    "place": _("where they are from"),
    "happened": _("what happened to them"),
    "when": _("when it happened"),
}
#: What a released person consists of.
FIELDS = {
    "form": _("in which form"),
    "names": _("names"),
    "pseudonym": _("the other name"),
    "sex": _("woman or man"),
    "born": _("born"),
    "place": _("place"),
    "status": _("where they stand"),
    "timeline": _("what happened"),
    "kin": _("family"),
    "letters": _("letters"),
    "seekers": _("who is looking"),
    "asks": _("what is asked for"),
    "words": _("the family’s words"),
}
#: How this announcement stands to another one.
TIES = {
    Tie.SAME: _("one announcement, said twice"),
    Tie.PART_OF: _("this one is a part of the other"),
    Tie.SHARE_OF: _("this one is a share of the other, which its shares make up"),
    Tie.APART: _("they count different people"),
    Tie.EARLIER: _("this one was counted earlier, the other later"),
    Tie.UNRELATED: _("they have nothing to do with each other"),
}
#: What sets an announcement apart from those that are simply reckoned with.
ANNOUNCED = {
    Announced.AHEAD: _("still to come when it was said"),
    Announced.DENIAL: _("a denial: no number follows from it"),
    Announced.RETRACTION: _("takes a number back"),
    Announced.TAKEN_BACK: _("taken back by its own speaker"),
    Announced.WITHHELD: _("no number follows from it"),
}
#: What a search lacks, before there is a name in it.
LACKS = {
    "letters": _("There is no letter in it yet. Type a name, in any alphabet."),
    "more_letters": _("One letter fits too many names. Type a little more."),
}
#: What became of something said about consent.
STATES = {
    State.STANDS: _("stands"),
    State.NOT_YET: _("has not begun"),
    State.EXPIRED: _("has run out"),
    State.WITHDRAWN: _("was taken back"),
    State.REPLACED: _("something newer was said"),
    State.OBJECTED: _("a relative objects"),
    State.SETTLED: _("was decided"),
}
#: Why a person is left out of a release.
WHY_NOT = {
    Why.NO_CONSENT: _("Nobody has allowed it."),
    Why.NOT_YET: _("It is allowed only from a later day."),
    Why.EXPIRED: _("The time for which it was allowed is over."),
    Why.WITHDRAWN: _("It was allowed and then taken back."),
    Why.OBJECTED: _("A relative objects. Nothing is said until somebody decides."),
    Why.MAYBE_OBJECTED: _(
        "A relative objects for somebody who may be the same person. Say first, in Review, whether "
        "they are."
    ),
    Why.STAYS_OUT: _("It was decided to say nothing."),
    Why.NO_NAME: _("It is allowed by name, but no source that may be shown gives the name."),
}
VERBS = {
    "give consent": _("recorded a consent"),
    "withdraw consent": _("took a consent back"),
    "object": _("recorded an objection"),
    "settle consent": _("decided between relatives"),
    "give out release": _("gave a release out"),
    "send letter": _("sent a letter"),
    "record answer": _("recorded an answer"),
    "record silence": _("recorded that no answer came"),
    "name organisation": _("recorded who speaks"),
    **{f"tie {each}": _("said how two announcements belong together") for each in Tie},
    **{f"rule {each}": _("said whom an announcement covers") for each in Covered},
    "add": _("added a source"),
    "map columns": _("corrected what columns hold"),
    "accept draft": _("accepted a draft"),
    "accept drafts": _("accepted drafts"),
    "reject draft": _("set a draft aside"),
    "link": _("looked for who is the same"),
    "decide same": _("joined two mentions"),
    "decide different": _("kept two mentions apart"),
    "split": _("took mentions out of a person"),
    "undo": _("took an act back"),
    "init": _("made the registry"),
}

#: Audiences without a name of their own; "" is every audience.
AUDIENCES = {
    "": _("everybody"),
    "public": _("the public"),
    "un": _("the United Nations"),
}


def extent(form: ConsentForm | None, place: PlaceLevel, *, own_name: bool = False) -> str:
    """In which form a person may appear and how exact a place: "by name, the district only"."""
    if form is None:
        return gettext("nothing")
    parts = [in_words(f"form.{form}")]
    if form is not ConsentForm.SEEKER:
        parts.append(in_words(f"place_level.{place}"))
    if own_name:
        parts.append(gettext("their own name too"))
    return ", ".join(parts)


def status_sentence(status: Status) -> str:
    """Where a person stands and how sure that is, as one sentence."""
    if status.event is None:
        return gettext("No source says where they are.")
    event = str(EVENTS[status.event])
    event = event[:1].upper() + event[1:]
    if status.certainty == "contested":
        return ngettext(
            "%(event)s, says %(said)s of %(asked)s sources. The others say otherwise.",
            "%(event)s, say %(said)s of %(asked)s sources. The others say otherwise.",
            status.supporting,
        ) % {"event": event, "said": status.supporting, "asked": status.asked}
    if status.certainty == "single":
        return gettext("%(event)s, says one source.") % {"event": event}
    return ngettext(
        "%(event)s; %(said)s source says so.",
        "%(event)s; %(said)s sources agree.",
        status.supporting,
    ) % {"event": event, "said": status.supporting}
