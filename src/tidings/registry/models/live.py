"""What is in force: rows whose act, and the acts of what they stand on, were not taken back, and
that no newer row in force replaces.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Live(models.Manager):
    """`Model.live`: the rows of a recorded table that are in force."""

    def get_queryset(self) -> models.QuerySet:
        rows = super().get_queryset().filter(_stands(self.model))
        if _can_be_replaced(self.model):
            newer = self.model.objects.filter(_stands(self.model), replaces__isnull=False)
            rows = rows.exclude(id__in=newer.values("replaces_id"))
        return rows


def _stands(model: type[models.Model]) -> Q:
    """No act that the row depends on was taken back. `undone` is small and found by its key, so
    this costs a look-up a row, not a pass over the tables."""
    from tidings.registry.models.projections import Undone

    undone = Undone.objects.values("act_id")
    condition = Q()
    for path in ("act", *model.stands_on):
        condition &= ~Q(**{f"{path}__in": undone})
    return condition


def _can_be_replaced(model: type[models.Model]) -> bool:
    return any(field.name == "replaces" for field in model._meta.fields)
