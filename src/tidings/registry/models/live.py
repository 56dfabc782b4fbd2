"""What is in force: rows whose act was not taken back, that stand on rows in force, and that no
newer row in force replaces.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Live(models.Manager):
    """`Model.live`: the rows of a recorded table that are in force."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(in_force(self.model))


def in_force(model: type[models.Model]) -> Q:
    """The condition on `model`'s rows. Every subquery stands alone, so the database computes
    it once; while nothing was undone or replaced they are empty."""
    from tidings.registry.models.projections import Undone

    undone = Undone.objects.values("act_id")
    condition = ~Q(act_id__in=undone)
    for path in model.stands_on:
        other = model._meta.get_field(path).related_model
        condition &= Q(**{f"{path}__isnull": True}) | ~Q(
            **{f"{path}_id__in": other.objects.filter(_withdrawn(other, undone)).values("id")}
        )
    if _has_replaces(model):
        condition &= ~Q(id__in=_replaced(model, undone))
    return condition


def _withdrawn(model: type[models.Model], undone: models.QuerySet) -> Q:
    """Rows that no longer stand: their act or one they stand on was taken back."""
    condition = Q(act_id__in=undone)
    for path in model.stands_on:
        other = model._meta.get_field(path).related_model
        condition |= Q(
            **{f"{path}_id__in": other.objects.filter(_withdrawn(other, undone)).values("id")}
        )
    return condition


def _replaced(model: type[models.Model], undone: models.QuerySet) -> models.QuerySet:
    newer = model.objects.filter(replaces__isnull=False).exclude(_withdrawn(model, undone))
    return newer.values("replaces_id")


def _has_replaces(model: type[models.Model]) -> bool:
    return any(field.name == "replaces" for field in model._meta.fields)
