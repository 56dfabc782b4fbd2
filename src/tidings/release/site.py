"""Publish: the signed release is given out and becomes the public site, in one place for the
desk, the command and the example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tidings.publishing import site
from tidings.publishing.difference import Change, difference
from tidings.publishing.release import Release
from tidings.publishing.release_file import read_release
from tidings.publishing.site import Built
from tidings.registry.folder import Folder
from tidings.release import signing
from tidings.release.giving import give_out, last
from tidings.values import Audience, CheckFailed

#: From so many people on, several processes are faster than one in spite of their start.
SEVERAL_FROM = 3_000


@dataclass(frozen=True)
class Published:
    """A site as it was built, the key that it is signed with, and what changed since the release
    before; `changes` None where there was none, or its file cannot be read any more."""

    built: Built
    public_key: bytes
    changes: tuple[Change, ...] | None


def publish(
    registry: Folder,
    audience: Audience,
    on: date,
    folder: Path,
    *,
    actor: str,
    workers: int = 1,
    progress: Callable[[str, int, int], None] | None = None,
) -> Published:
    """Build the site for the audience in `folder`, in place of the one before.

    Up to `workers` processes where so many people make them worth their start. The release is
    recorded first: what may have left is on record even if the build is cut off.
    Raises WrongUse when `folder` holds something else than a site, TidingsError when the disk is
    full or somebody else publishes there; the old site is untouched then.
    """
    with site.reserved(folder) as place:
        before = _before(registry, audience)
        key = signing.public_key()
        now = read_release(give_out(registry, audience, on, actor=actor), key)
        built = site.build_at(
            place,
            now,
            sign=signing.sign,
            public_key=key,
            workers=workers if len(now.people) >= SEVERAL_FROM else 1,
            progress=progress,
        )
    return Published(built, key, None if before is None else difference(before, now))


def _before(registry: Folder, audience: Audience) -> Release | None:
    try:
        return last(registry, audience)
    except CheckFailed:
        return None
