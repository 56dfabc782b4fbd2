"""Testimonies that are being written: kept in the encrypted registry between two steps."""

from __future__ import annotations

from django.http import Http404

from tidings.desk.answers import Form
from tidings.registry.models import Unfinished


def begin(worker: str, form: Form | None = None) -> int:
    """A new form; returns its id."""
    return Unfinished.objects.create(worker=worker, form=form or {}).id


def all_of(worker: str) -> list[Unfinished]:
    """The worker's open forms, the latest first."""
    return list(Unfinished.objects.filter(worker=worker))


def load(identifier: int, worker: str) -> Unfinished:
    """The form, or no page: it may be recorded already."""
    found = Unfinished.objects.filter(pk=identifier, worker=worker).first()
    if found is None:
        raise Http404
    return found


def save(unfinished: Unfinished, answers: Form) -> None:
    """Keep the answers of one step beside those of the others."""
    unfinished.form = {**unfinished.form, **answers}
    unfinished.save()


def drop(unfinished: Unfinished) -> None:
    """Forget the form: it was recorded or is not wanted."""
    unfinished.delete()
