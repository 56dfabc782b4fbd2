"""What is computed from the recorded rows and may be thrown away and rebuilt at any time."""

from __future__ import annotations

from django.db import models

from tidings.registry.models.fields import link, own_id, word
from tidings.registry.models.recorded import Act, Mention, MentionName


class Undone(models.Model):
    """Acts that are not in force. Kept by the write door at every reversal."""

    act = models.OneToOneField(
        Act, on_delete=models.PROTECT, primary_key=True, related_name="undone"
    )

    class Meta:
        db_table = "undone"


class Lexeme(models.Model):
    """A distinct name token. `scanned`: its neighbours were computed."""

    id = own_id()
    token = models.CharField(max_length=200, unique=True)
    scanned = models.BooleanField(default=False)

    class Meta:
        db_table = "lexeme"
        indexes = (models.Index(fields=["scanned"], name="lexeme_scanned"),)


class NamePart(models.Model):
    """Which lexemes a mention's name is made of."""

    lexeme = models.ForeignKey(Lexeme, on_delete=models.CASCADE, db_index=False, related_name="+")
    mention = link(Mention)
    # No constraint: each new name would look for its parts, in a table without an index on it.
    name = link(MentionName, db_index=False, db_constraint=False)
    position = models.SmallIntegerField()
    role = word()

    class Meta:
        db_table = "name_part"
        indexes = (models.Index(fields=["lexeme", "mention"], name="name_part_lexeme"),)


class PlacePart(models.Model):
    """Which lexemes a mention's place is made of."""

    lexeme = models.ForeignKey(Lexeme, on_delete=models.CASCADE, db_index=False, related_name="+")
    mention = link(Mention)

    class Meta:
        db_table = "place_part"
        indexes = (models.Index(fields=["lexeme", "mention"], name="place_part_lexeme"),)


class Neighbour(models.Model):
    """Two lexemes that may be one name: score is the log-likelihood ratio of the pair."""

    lexeme = models.ForeignKey(Lexeme, on_delete=models.CASCADE, db_index=False, related_name="+")
    other = models.ForeignKey(Lexeme, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()

    class Meta:
        db_table = "neighbour"
        constraints = (models.UniqueConstraint(fields=["lexeme", "other"], name="neighbour_once"),)


class Membership(models.Model):
    """The person a mention belongs to: a person's id is that of its oldest mention."""

    mention = models.OneToOneField(
        Mention, on_delete=models.PROTECT, primary_key=True, related_name="membership"
    )
    person_id = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "membership"


class Doubt(models.Model):
    """A pair of mentions that a run could not decide and that waits for a person."""

    a = link(Mention)
    b = link(Mention)
    weight = models.FloatField()
    probability = models.FloatField()
    evidence = models.JSONField(default=list, blank=True)

    class Meta:
        db_table = "doubt"
        constraints = (models.UniqueConstraint(fields=["a", "b"], name="doubt_once"),)
