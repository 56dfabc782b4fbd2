"""Who speaks: the name and address under letters and site, as last recorded."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.registry.act import recording
from tidings.registry.models import Organisation
from tidings.values import BadInput


@dataclass(frozen=True)
class Speaker:
    """The organisation as letterhead and site show it; all empty until it is recorded."""

    name: str = ""
    address: str = ""
    contact: str = ""


def speaker() -> Speaker:
    """The newest record that stands."""
    row = Organisation.live.order_by("-id").first()
    return Speaker(row.name, row.address, row.contact) if row else Speaker()


def record(speaker: Speaker, *, actor: str, reason: str = "") -> int:
    """Record who speaks from now on and return the act. Raises BadInput without a name."""
    if not speaker.name.strip():
        raise BadInput("The organisation has no name.", "Letters and site stand under a name.")
    with recording(actor, "name organisation", reason) as act:
        row = {"name": speaker.name, "address": speaker.address, "contact": speaker.contact}
        act.insert(Organisation, [row])
    return act.id
