"""Short forms for the columns that many tables share. Empty text means: not said."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from tidings.values import new_id


class IdField(models.BigIntegerField):
    """A 63-bit id. In SQLite "integer", not "bigint": only so it is the row's own address, and
    the table needs no second index for it."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


def own_id() -> IdField:
    return IdField(primary_key=True, default=new_id)


def text() -> models.TextField:
    return models.TextField(default="", blank=True)


def word(vocabulary: type[StrEnum] | None = None, default: str = "") -> models.CharField:
    """A short code; of `vocabulary`, if one is given."""
    choices = [(str(value), str(value)) for value in vocabulary] if vocabulary else None
    return models.CharField(max_length=60, default=str(default), blank=True, choices=choices)


def edtf() -> models.CharField:
    """The EDTF form of a date whose first and last day stand beside it."""
    return models.CharField(max_length=120, default="", blank=True)


def day() -> models.DateField:
    return models.DateField(null=True, blank=True)


def link(to: str | type[models.Model], **options: Any) -> models.ForeignKey:  # noqa: ANN401
    """To a row that must be there. Django's own index on the column."""
    options.setdefault("related_name", "+")
    return models.ForeignKey(to, on_delete=models.PROTECT, **options)


def maybe(to: str | type[models.Model], **options: Any) -> models.ForeignKey:  # noqa: ANN401
    return link(to, null=True, blank=True, **options)
