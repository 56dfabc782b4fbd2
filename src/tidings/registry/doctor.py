"""What is wrong with the open registry, and what to do about it.

`check` looks and changes nothing; `mend` throws away what a cut-off run left behind and computes
again what is computed. Neither touches a recorded row.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import DatabaseError, connection, transaction

from tidings.registry import drafts, ledger, lexicon, persons, reviewing, undone
from tidings.registry.folder import Folder, current
from tidings.registry.models import (
    Act,
    Evidence,
    Membership,
    Mention,
    MentionName,
    NamePart,
    Released,
    recorded_models,
)
from tidings.registry.rows import shape_of
from tidings.registry.triggers import Table, names
from tidings.values import show_id
from tidings.vault.slots import PASSPHRASE, RECOVERY

PROBLEM, ADVICE = "problem", "advice"

#: Room that writing needs beside the database, in bytes.
_ROOM = 256 << 20
#: Younger leftovers may belong to a run of this minute, in seconds.
_SETTLED = 3600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_RESTORE = "Keep this folder as it is, and restore the last good backup beside it."
_MEND = "`tidings doctor --mend` puts it right."


@dataclass(frozen=True)
class Finding:
    """One thing found: `severity` is "problem" (act on it) or "advice" (know it)."""

    what: str
    remedy: str
    severity: str = PROBLEM


_DAMAGED = Finding("The database file is damaged.", _RESTORE)


def check() -> list[Finding]:
    """Look at everything, problems first. An empty list: all is well."""
    registry = current()
    looks = (_database, _guards, _record, _evidence, _projections, _decisions, _slots, _modes,
             _room, _leftovers, _clock, _swap)  # fmt: skip
    found: list[Finding] = []
    for look in looks:
        try:
            found += look(registry)
        except DatabaseError:  # a page that cannot be read: every look may meet it
            found.append(_DAMAGED)
    return sorted(dict.fromkeys(found), key=lambda finding: finding.severity != PROBLEM)


def mend() -> int:
    """Remove what cut-off runs left and compute the projections again; returns the number of
    files removed."""
    registry = current()
    unknown = _unknown_blobs(registry)
    for name in unknown:
        registry.blobs.remove(name)
    leftovers = _settled_leftovers(registry)
    for file in leftovers:
        file.unlink(missing_ok=True)
    with transaction.atomic():
        undone.rebuild()
        drafts.refresh_states(drafts.wrong_states())
        persons.rebuild()
        lexicon.rebuild()
    return len(unknown) + len(leftovers)


def _database(registry: Folder) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cipher_integrity_check")
        if cursor.fetchall():
            yield _DAMAGED
        cursor.execute("PRAGMA quick_check")
        if cursor.fetchall() != [("ok",)]:
            yield _DAMAGED
        cursor.execute("PRAGMA foreign_key_check")
        broken = cursor.fetchone()
    if broken:
        yield Finding(f"A row of '{broken[0]}' refers to one that is not there.", _RESTORE)


def _guards(registry: Folder) -> Iterator[Finding]:
    tables = [Table("act", ()), *(Table(shape_of(model).table, ()) for model in recorded_models())]
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name for (name,) in cursor.fetchall()}
    missing = sorted(set().union(*(names(table) for table in tables)) - there)
    if missing:
        yield Finding(f"The guard '{missing[0]}' against changes is gone.", _RESTORE)


def _record(registry: Folder) -> Iterator[Finding]:
    if problem := ledger.verify().problem:
        yield Finding(f"The record was altered. {problem}", _RESTORE)


def _evidence(registry: Folder) -> Iterator[Finding]:
    known = Evidence.objects.values_list("blob_name", "source_id")
    for name, source in known.order_by("id").iterator():
        if not registry.blobs.is_whole(name):
            yield Finding(
                f"A sealed file of source {show_id(source)} is missing or was altered.", _RESTORE
            )
    for name, audience in Released.objects.order_by("id").values_list("blob_name", "audience"):
        if not registry.blobs.is_whole(name):
            yield Finding(f"A release for '{audience}' is missing or was altered.", _RESTORE)
    if unknown := _unknown_blobs(registry):
        yield Finding(
            f"{len(unknown)} sealed files belong to no source: imports that were cut off.",
            "They can never be opened again. `tidings doctor --mend` removes them.",
            ADVICE,
        )


def _projections(registry: Folder) -> Iterator[Finding]:
    if set(Membership.objects.values_list("mention_id", flat=True)) != set(
        Mention.live.values_list("id", flat=True)
    ):
        yield Finding("The list of persons is not up to date.", _MEND)
    if _names_without_parts():
        yield Finding("The index of names is not up to date.", _MEND)
    if drafts.wrong_states():
        yield Finding("The state of some drafts is not what was decided.", _MEND)


def _decisions(registry: Folder) -> Iterator[Finding]:
    for contradiction in reviewing.contradictions():
        yield Finding(*reviewing.told(contradiction))


def _slots(registry: Folder) -> Iterator[Finding]:
    there = registry.slots.sealed()
    if registry.example:
        return
    if not there:
        yield Finding(
            "There is no key slot: once locked, nobody can open this registry again.",
            "Restore the folder `keys` from a backup before you lock it.",
        )
    elif missing := {PASSPHRASE, RECOVERY} - there.keys():
        yield Finding(
            f"The key slot {missing.pop()} is missing: there is only one way in.",
            "Restore the folder `keys` from a backup.",
        )


def _modes(registry: Folder) -> Iterator[Finding]:
    if os.name != "posix":
        return
    for path in [registry.path, *sorted(registry.path.rglob("*"))]:
        if path.stat().st_mode & _OTHERS:
            yield Finding(
                f"Other users of this computer can reach '{path}'.",
                f"Run: chmod -R go-rwx '{registry.path}'",
            )
            return


def _room(registry: Folder) -> Iterator[Finding]:
    free = shutil.disk_usage(registry.path).free
    if free < _ROOM + registry.database.stat().st_size:
        yield Finding(
            f"Only {free >> 20} MiB are free beside the registry.",
            "Make room: a backup and large imports need it.",
        )


def _leftovers(registry: Folder) -> Iterator[Finding]:
    if files := _settled_leftovers(registry):
        yield Finding(
            f"{len(files)} files are left by runs that were cut off.",
            "`tidings doctor --mend` removes them.",
            ADVICE,
        )


def _clock(registry: Folder) -> Iterator[Finding]:
    newest = Act.objects.order_by("-at").values_list("at", flat=True).first()
    if newest is not None and newest > datetime.now(UTC):
        yield Finding(
            "The newest act lies in the future: the clock of a computer was or is wrong.",
            "Set the clock right. What was recorded stays in its order.",
            ADVICE,
        )


def _swap(registry: Folder, swaps: Path = Path("/proc/swaps")) -> Iterator[Finding]:
    """Linux says where memory is swapped to; what is neither in memory nor mapped by the device
    mapper (which encrypts) lies on the disk as it was."""
    try:
        lines = swaps.read_text().splitlines()[1:]
    except OSError:
        return
    if any(not line.startswith(("/dev/zram", "/dev/dm-", "/dev/mapper/")) for line in lines):
        yield Finding(
            "This computer may write parts of its memory, the key among them, to the disk.",
            "Encrypt the whole disk, or turn swap off while you work: swapoff -a",
            ADVICE,
        )


def _unknown_blobs(registry: Folder) -> list[str]:
    """Sealed files that no row knows, and that are no import's of this hour."""
    known = {
        name
        for model in (Evidence, Released)
        for name in model.objects.values_list("blob_name", flat=True).iterator()
    }
    return [
        name
        for name in registry.blobs.names()
        if name not in known and _is_settled(registry.blobs.path(name))
    ]


def _settled_leftovers(registry: Folder) -> list[Path]:
    return [file for file in sorted(registry.path.rglob("*.part")) if _is_settled(file)]


def _is_settled(file: Path) -> bool:
    return time.time() - file.stat().st_mtime > _SETTLED


def _names_without_parts() -> bool:
    known = set(NamePart.objects.values_list("name_id", flat=True))
    names = MentionName.live.values_list("id", "written").iterator()
    return any(name not in known for name, written in names if any(map(str.isalpha, written)))
