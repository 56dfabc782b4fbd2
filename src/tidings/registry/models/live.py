"""What is in force: rows whose act, and the acts of what they stand on, were not taken back, and
that no newer row in force replaces.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q


class Live(models.Manager):
    """`Model.live`: the rows of a recorded table that are in force."""

    _rows: models.QuerySet | None = None

    def get_queryset(self) -> models.QuerySet:
        # The condition is built once: it took as long as the query itself.
        if self._rows is None:
            self._rows = self._in_force()
        return self._rows.all()

    def replaced(self) -> models.QuerySet:
        """The ids of the rows that a newer one in force replaces."""
        newer = self.model.objects.filter(_stands(self.model), replaces__isnull=False)
        return newer.values_list("replaces_id", flat=True)

    def _in_force(self) -> models.QuerySet:
        rows = super().get_queryset().filter(_stands(self.model))
        if _can_be_replaced(self.model):
            rows = rows.filter(~_replaced(self.model, "pk"))
        if self.model.part_of:
            whole = self.model._meta.get_field(self.model.part_of).related_model
            rows = rows.filter(~_replaced(whole, f"{self.model.part_of}_id"))
        return rows


def _replaced(model: type[models.Model], column: str) -> Exists:
    """Whether a newer row in force replaces the row of `model` that `column` names: a look-up
    by the index on `replaces`, for each row."""
    return Exists(model.objects.filter(_stands(model), replaces_id=OuterRef(column)))


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
