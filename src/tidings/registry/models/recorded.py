"""What is recorded: each row belongs to an act, is salted and committed to, and stays as it is.

Corrected by a newer row whose `replaces` names the older; taken back by a reversal of its act.
`Model.live` is what is in force, `Model.objects` all there ever was.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tidings.registry.models.fields import day, edtf, link, maybe, own_id, text, word
from tidings.registry.models.live import Live
from tidings.values import Level, Mode, Script, Sex, SourceKind


class Act(models.Model):
    """One change by one actor for one reason.

    `rows_root` is the Merkle root over the commitments of its rows, `leaf` the hash over the
    act's own row, `previous` the leaf of the act before it. Inserted last in its transaction:
    from then on it is closed.
    """

    id = own_id()
    salt = models.BinaryField(max_length=16)
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    reason = text()
    at = models.DateTimeField()
    rows_root = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    leaf = models.BinaryField(max_length=32)

    class Meta:
        db_table = "act"
        ordering = ("id",)


class Recorded(models.Model):
    """A row of an act. `commitment` is SHA-256 over salt and row, and survives an erasure."""

    #: Paths to the other acts on which this row stands: with one of them it falls.
    stands_on: tuple[str, ...] = ()
    #: The foreign key to the row that this one is a part of and is replaced with, or "".
    part_of = ""
    #: Columns that may change later and that the commitment leaves out.
    changing: frozenset[str] = frozenset()

    id = own_id()
    act = link(Act)
    salt = models.BinaryField(max_length=16)
    commitment = models.BinaryField(max_length=32)

    objects = models.Manager()
    live = Live()

    class Meta:
        abstract = True
        ordering = ("id",)


class Reversal(Recorded):
    """An earlier act taken back. The reversal's own act may be taken back in turn."""

    undoes = link(Act)

    class Meta(Recorded.Meta):
        db_table = "reversal"


class Testifier(Recorded):
    """Who gave a testimony. `contact` is private always."""

    name = text()
    contact = text()
    level = word(Level, Level.SEALED)

    class Meta(Recorded.Meta):
        db_table = "testifier"


class Source(Recorded):
    """A thing received. A table has `sheet`, `header_row`, `columns` (letter, header, role)."""

    kind = word(SourceKind)
    title = text()
    origin = text()
    publisher = text()
    channel = text()
    published_lo = day()
    published_hi = day()
    published_edtf = edtf()
    language = word()
    grade = models.CharField(max_length=1, default="", blank=True)  # A-F, Admiralty
    level = word(Level, Level.TEAM)
    testifier = maybe(Testifier)
    sheet = text()
    header_row = models.IntegerField(null=True, blank=True)
    columns = models.JSONField(default=list, blank=True)

    class Meta(Recorded.Meta):
        db_table = "source"
        indexes = (models.Index(fields=["kind", "published_lo"], name="source_kind"),)


class Evidence(Recorded):
    """A sealed file of a source. `form` is "original", or "text" for the prose drawn from it.

    `blob_name` and `blob_key` find and open it in the blob store. `sha256` is of the plain file: by
    it the same file received twice is known (blob names are always fresh).
    """

    stands_on = ("source__act",)

    source = link(Source)
    form = models.CharField(max_length=20, default="original")
    file_name = text()
    blob_name = models.CharField(max_length=64)
    blob_key = models.CharField(max_length=100)
    sha256 = models.BinaryField(max_length=32)
    media_type = word()
    padded_size = models.BigIntegerField()
    level = word(Level, Level.TEAM)

    class Meta(Recorded.Meta):
        db_table = "evidence"
        indexes = (models.Index(fields=["sha256"], name="evidence_sha256"),)


class Mention(Recorded):
    """One person as one source names them. `cells` gives the cell of each particular."""

    stands_on = ("source__act",)

    source = link(Source)
    locator = text()
    sex = word(Sex)
    birth_lo = day()
    birth_hi = day()
    birth_edtf = edtf()
    place = text()
    level = word(Level, Level.TEAM)
    cells = models.JSONField(default=dict, blank=True)
    replaces = maybe("self")

    class Meta(Recorded.Meta):
        db_table = "mention"


class MentionName(Recorded):
    """A name as written. `role` is "name" or the part it was given as (given, surname ...)."""

    stands_on = ("mention__act", "mention__source__act")
    part_of = "mention"

    mention = link(Mention, related_name="names")
    written = text()
    script = word(Script)
    role = word()

    class Meta(Recorded.Meta):
        db_table = "mention_name"


class MentionNumber(Recorded):
    """A telephone or document number of a mention: `kind` is "phone" or "id_number"."""

    stands_on = ("mention__act", "mention__source__act")
    part_of = "mention"

    mention = link(Mention, related_name="numbers")
    kind = word()
    written = text()

    class Meta(Recorded.Meta):
        db_table = "mention_number"


class Draft(Recorded):
    """What a reader proposes, until a person accepts or rejects it. Only `state` changes."""

    stands_on = ("source__act",)
    changing = frozenset({"state"})
    OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"

    source = link(Source)
    mention = maybe(Mention)
    payload = models.JSONField()
    state = models.CharField(max_length=10, default=OPEN)

    class Meta(Recorded.Meta):
        db_table = "draft"
        indexes = (models.Index(fields=["source", "state"], name="draft_state"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted", "rejected"]), name="draft_state_word"
            ),
        )


class DraftVerdict(Recorded):
    """A person's word on a draft; its state is that of the newest verdict in force."""

    stands_on = ("draft__act", "draft__source__act")

    draft = link(Draft)
    verdict = models.CharField(max_length=10)

    class Meta(Recorded.Meta):
        db_table = "draft_verdict"


class Statement(Recorded):
    """One assertion drawn from one source: subject, what happened, when it held, who says so.

    `what` is an event of the vocabulary or "kin" (then `value` is what the subject is to
    `object_mention`). `chain` runs from the speaker inwards. `span_start` and `span_end` count
    characters of the source's text; `locator` is a cell. `credibility` is 1-6, Admiralty.
    """

    stands_on = ("source__act", "mention__act", "object_mention__act")

    source = link(Source)
    mention = maybe(Mention)
    body = text()
    group = text()
    object_mention = maybe(Mention)
    what = word()
    value = text()
    figure_lo = models.BigIntegerField(null=True, blank=True)
    figure_hi = models.BigIntegerField(null=True, blank=True)
    held_lo = day()
    held_hi = day()
    held_edtf = edtf()
    place = text()
    speaker = text()
    chain = models.JSONField(default=list, blank=True)
    channel = text()
    mode = word(Mode, Mode.ASSERTS)
    credibility = models.SmallIntegerField(null=True, blank=True)
    level = word(Level, Level.TEAM)
    quote = text()
    span_start = models.IntegerField(null=True, blank=True)
    span_end = models.IntegerField(null=True, blank=True)
    locator = text()
    draft = maybe(Draft)
    replaces = maybe("self")

    class Meta(Recorded.Meta):
        db_table = "statement"
        indexes = (
            models.Index(fields=["mention", "held_lo"], name="statement_of_mention"),
            models.Index(fields=["what", "held_lo"], name="statement_what"),
        )


class Decision(Recorded):
    """Whether two mentions are one person. `a` is the older id. `by` is "run" or "person";
    `evidence` is the list of reasons with their weights (log2 of the Bayes factor)."""

    stands_on = ("a__act", "a__source__act", "b__act", "b__source__act")
    SAME, DIFFERENT, UNDONE = "same", "different", "undone"

    a = link(Mention)
    b = link(Mention)
    verdict = models.CharField(max_length=10)
    weight = models.FloatField(null=True, blank=True)
    probability = models.FloatField(null=True, blank=True)
    evidence = models.JSONField(default=list, blank=True)
    by = models.CharField(max_length=10, default="person")

    class Meta(Recorded.Meta):
        db_table = "decision"
        constraints = (
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="decision_a_before_b"),
            models.CheckConstraint(
                condition=Q(verdict__in=["same", "different", "undone"]),
                name="decision_verdict_word",
            ),
        )


class ColumnMapping(Recorded):
    """What a column of an organisation's files holds, kept for its next file. Newest wins."""

    origin = text()
    header = text()
    role = word()

    class Meta(Recorded.Meta):
        db_table = "column_mapping"
