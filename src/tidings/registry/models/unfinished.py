"""A form that is being filled in: changes with every step, is deleted when it is recorded."""

from __future__ import annotations

from django.db import models

from tidings.registry.models.fields import own_id


class Unfinished(models.Model):
    """What a worker has entered so far."""

    id = own_id()
    worker = models.CharField(max_length=200)
    form = models.JSONField(default=dict)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "unfinished"
        ordering = ("-updated",)
