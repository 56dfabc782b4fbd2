"""What leaves the registry, and under whose consent: recorded rows like all others."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tidings.registry.models.fields import day, link, maybe, text, word
from tidings.registry.models.recorded import Mention, Recorded, Source, Statement, Testifier
from tidings.values import (
    ConsentForm,
    ConsentVerb,
    Covered,
    Kin,
    LetterKind,
    Outcome,
    PlaceLevel,
    Tie,
)


class Organisation(Recorded):
    """Who speaks: the name under letters and site, and where to write to. Newest wins."""

    name = text()
    address = text()
    contact = text()

    class Meta(Recorded.Meta):
        db_table = "organisation"


class Consent(Recorded):
    """Who allowed, refused or took back what. `source` is where it was given, `mention` the
    person it is about as that source names them, `testifier` who gave it and `relation` what
    they are to the person.

    `audience` "" means every audience (for objections). `starts` and `ends` are its first and
    last day. `own_name`: their own name may be said too. `words` are those that the family wants
    said; `asks` what they ask for. `withdraws` is the consent that a withdrawal takes back.
    """

    stands_on = ("source__act", "mention__act", "mention__source__act")

    verb = word(ConsentVerb, ConsentVerb.ALLOWS)
    source = link(Source)
    mention = link(Mention)
    testifier = maybe(Testifier)
    relation = word(Kin)
    audience = models.CharField(max_length=300, default="", blank=True)
    form = word(ConsentForm)
    place_level = word(PlaceLevel, PlaceLevel.NONE)
    pseudonym = text()
    own_name = models.BooleanField(default=False)
    starts = day()
    ends = day()
    how = word()
    asks = models.JSONField(default=list, blank=True)
    words = text()
    reason = text()
    withdraws = maybe("self")

    class Meta(Recorded.Meta):
        db_table = "consent"
        indexes = (models.Index(fields=["audience"], name="consent_audience"),)


class Correspondence(Recorded):
    """A letter to a body, about a person or an announcement. `source` is the letter as sent,
    sealed; `statement` the letter_sent that it is."""

    stands_on = ("source__act", "mention__act", "mention__source__act", "announcement__act")

    source = link(Source)
    mention = maybe(Mention)
    announcement = maybe(Statement)
    statement = maybe(Statement)
    kind = word(LetterKind)
    body = text()
    language = word()
    channel = text()
    sent_on = day()
    answer_due = day()
    replaces = maybe("self")

    class Meta(Recorded.Meta):
        db_table = "correspondence"
        indexes = (models.Index(fields=["answer_due"], name="correspondence_due"),)


class Answer(Recorded):
    """What came of a letter: an answer, a refusal, or silence. `statement` says so."""

    stands_on = ("correspondence__act", "correspondence__source__act")

    correspondence = link(Correspondence)
    outcome = word(Outcome)
    received_on = day()
    source = maybe(Source)
    statement = maybe(Statement)

    class Meta(Recorded.Meta):
        db_table = "answer"


class Released(Recorded):
    """A release that was given out: the signed file, sealed like evidence."""

    audience = models.CharField(max_length=300)
    on_day = day()
    people = models.IntegerField(default=0)
    blob_name = models.CharField(max_length=64)
    blob_key = models.CharField(max_length=100)
    sha256 = models.BinaryField(max_length=32)
    padded_size = models.BigIntegerField()

    class Meta(Recorded.Meta):
        db_table = "released"
        indexes = (models.Index(fields=["audience"], name="released_audience"),)


class AnnouncementTie(Recorded):
    """How one announcement stands to another, as a person sees it. Newest of a pair wins."""

    stands_on = ("a__act", "a__source__act", "b__act", "b__source__act")

    a = link(Statement)
    b = link(Statement)
    tie = word(Tie)
    reason = text()

    class Meta(Recorded.Meta):
        db_table = "announcement_tie"
        constraints = (
            models.CheckConstraint(condition=~Q(a=models.F("b")), name="announcement_tie_two"),
        )


class Coverage(Recorded):
    """A ruling on whom an announcement covers: this person, or (no mention) the whole group.
    Newest for an announcement and person wins."""

    stands_on = ("announcement__act", "announcement__source__act", "mention__act")

    announcement = link(Statement)
    mention = maybe(Mention)
    covered = word(Covered)
    reason = text()

    class Meta(Recorded.Meta):
        db_table = "coverage"
