"""Give a release out as a signed file, and keep what was given."""

from __future__ import annotations

from datetime import date

from tidings.publishing.release import Release
from tidings.publishing.release_file import read_release, to_bytes
from tidings.registry.act import recording
from tidings.registry.folder import Folder
from tidings.registry.models import Released
from tidings.release import signing
from tidings.release.releasing import release
from tidings.values import Audience


def give_out(registry: Folder, audience: Audience, on: date, *, actor: str) -> bytes:
    """The signed file of the release, kept sealed and recorded before it is handed over."""
    made = release(registry, audience, on)
    data = to_bytes(made, signing.sign, signing.public_key())
    blob = registry.blobs.put(data)
    with recording(actor, "give out release", str(audience)) as act:
        act.insert(
            Released,
            [
                {
                    "audience": audience.key,
                    "on_day": on,
                    "people": len(made.people),
                    "blob_name": blob.name,
                    "blob_key": blob.key,
                    "sha256": blob.sha256,
                    "padded_size": blob.padded_size,
                }
            ],
        )
    return data


def last(registry: Folder, audience: Audience) -> Release | None:
    """The newest release that was given out to the audience. Raises CheckFailed when its file
    is missing or was altered."""
    row = Released.live.filter(audience=audience.key).order_by("-id").first()
    if row is None:
        return None
    return read_release(registry.blobs.get(row.blob_name, row.blob_key), signing.public_key())
