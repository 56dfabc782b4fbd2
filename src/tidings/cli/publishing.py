"""`publish`, `verify-site`: the public site, and whether a copy of one is whole."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.days import typed_day
from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.cli.progress import shown_progress
from tidings.values.errors import CheckFailed, WrongUse

if TYPE_CHECKING:
    from tidings.publishing.difference import Change

#: So many of a site's problems are listed; the rest is counted.
LISTED = 20


def publish(
    folder: Annotated[Path, typer.Argument(help="The site's folder: new, empty, or a site.")],
    to: Annotated[str, typer.Option(help="The audience: public, un, body:NAME.")] = "public",
    on: Annotated[str | None, typer.Option(help="As of another day: 2026-03-01")] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Say of each person what changed.")
    ] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Build the site of all whom consents allow to be shown, in place of the one before.

    Nothing leaves this computer: put the folder on a web server yourself, all of it, in place
    of the old one. What you publish is kept in the registry.

    Example: tidings publish ~/site
    """
    from tidings.values import read_audience

    audience, day = read_audience(to), typed_day(on, "--on") or date.today()
    with opened(registry, passphrase_file) as current, shown_progress() as progress:
        from tidings import release as releasing

        done = releasing.publish(
            current,
            audience,
            day,
            folder,
            actor=current.worker,
            workers=os.cpu_count() or 1,
            progress=progress,
        )
    if done.changes is not None:
        _say(done.changes, each=changes)
    print(f"{folder}: people: {done.built.people}, files: {done.built.files}.")
    key = done.public_key.hex()
    print(f"Whoever gets a copy can check it: tidings verify-site {folder} --key {key}")


def verify_site(
    folder: Annotated[Path, typer.Argument(help="A site's folder, or a copy of one.")],
    key: Annotated[
        str | None, typer.Option(help="The key that the organisation gave you, 64 hex digits.")
    ] = None,
) -> None:
    """Check a site against its signed list of files. Needs no registry.

    Example: tidings verify-site ~/site --key 3b6a27bc...
    """
    from tidings.publishing import site

    checked = site.verify(folder, _key(key))
    if checked.problems:
        listed = "\n  ".join(checked.problems[:LISTED])
        more = len(checked.problems) - LISTED
        raise CheckFailed(
            f"{folder} is not as it was signed:\n  {listed}"
            + (f"\n  and {more} more" if more > 0 else ""),
            "Do not trust this copy; get it again from the organisation.",
        )
    print(f"{folder} is whole: files: {checked.files}, people: {checked.people}, {checked.on}.")
    if key is None:
        print(f"Signed with {checked.public_key.hex()}. Compare it with the organisation's key.")


def _say(changes: Sequence[Change], *, each: bool) -> None:
    if not changes:
        print("Nobody changed since the last time.")
        return
    kinds = Counter(change.kind for change in changes)
    told = ", ".join(f"{kinds[kind]} {kind}" for kind in ("came", "changed", "left") if kinds[kind])
    print(f"Since the last time: {told}.")
    for change in changes if each else ():
        fields = f": {', '.join(change.fields)}" if change.fields else ""
        print(f"  {change.id} {change.kind}{fields}")


def _key(text: str | None) -> bytes | None:
    try:
        key = bytes.fromhex(text) if text else None
    except ValueError:
        key = b""
    if key is not None and len(key) != 32:
        raise WrongUse("--key: expected 64 hex digits.", "`tidings publish` prints the key.")
    return key
