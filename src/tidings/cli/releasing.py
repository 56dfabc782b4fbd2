"""`release`: what consents allow an audience to be given, and who is left out of it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.days import typed_day
from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import WrongUse

if TYPE_CHECKING:
    from tidings.publishing.release import Release
    from tidings.registry.folder import Folder
    from tidings.values import Audience


def release(
    audience: Annotated[
        str, typer.Argument(metavar="AUDIENCE", help="public, un, body:NAME or partner:NAME")
    ],
    out: Annotated[
        Path | None, typer.Option(help="Write the signed file here, and keep that it was given.")
    ] = None,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="Who is left out, and whose consent is missing.")
    ] = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="What changed since the last one given out.")
    ] = False,
    on: Annotated[str | None, typer.Option(help="As of another day: 2026-03-01")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Make the release for one audience: exactly what the consents allow, signed.

    Without --out nothing is given out: you see what would be. Names of those who are left out
    are for your eyes.

    Example: tidings release public --left-out
    """
    from tidings.values import read_audience

    to, day = read_audience(audience), typed_day(on, "--on") or date.today()
    if out is not None and out.exists():
        raise WrongUse(f"'{out}' is there already.", "Name a file that is not.")
    if out is not None and not out.absolute().parent.is_dir():
        raise WrongUse(f"'{out.parent}' is no folder.", "Make it, or name another.")
    with opened(registry, passphrase_file) as folder:
        from tidings import release as releasing

        made = releasing.release(folder, to, day)
        found: dict[str, object] = {"audience": str(to), "on": day.isoformat(), **_counts(made)}
        if left_out:
            found["left_out"] = _left_out(folder, to, day)
            found["words_withheld"] = _withheld(folder, to, day)
        if changes:
            found["changes"] = _changes(folder, to, made)
        if out is not None:
            _write(out, releasing.give_out(folder, to, day, actor=folder.worker))
            found["public_key"] = releasing.signing.public_key().hex()
    print(json.dumps(found, ensure_ascii=False) if as_json else _text(found, out))


def _counts(made: Release) -> dict[str, object]:
    forms = Counter(each.form for each in made.people)
    return {
        "people": len(made.people),
        **{str(form): forms[form] for form in sorted(forms)},
        "announcements": len(made.announcements),
    }


def _left_out(folder: Folder, to: Audience, day: date) -> list[dict[str, object]]:
    from tidings import release as releasing
    from tidings.values import show_id

    return [
        {
            "person": show_id(each.person),
            "name": each.name,
            "why": each.why,
            "missing": [{"name": who.name, "relation": who.relation} for who in each.missing],
        }
        for each in releasing.left_out(folder, to, day)
    ]


def _withheld(folder: Folder, to: Audience, day: date) -> dict[str, str]:
    from tidings import release as releasing
    from tidings.values import show_id

    found = releasing.words_withheld(folder, to, day)
    return {show_id(person): str(reason) for person, reason in found.items()}


def _changes(folder: Folder, to: Audience, made: Release) -> list[dict[str, object]] | None:
    from tidings import release as releasing

    before = releasing.last(folder, to)
    if before is None:
        return None
    return [
        {"id": each.id, "change": each.kind, "fields": list(each.fields)}
        for each in releasing.difference(before, made)
    ]


def _write(out: Path, data: bytes) -> None:
    from tidings.vault import files

    try:
        files.write_new(out, data)
    except OSError as error:
        raise WrongUse(
            f"'{out}' cannot be written: {error.strerror or error}.",
            "The release is kept in the registry; name another file and run this again.",
        ) from None


def _text(found: dict[str, object], out: Path | None) -> str:
    from tidings.cli.release_text import changes_text, counts_text, left_out_text, withheld_text

    lines = [counts_text(found)]
    if "left_out" in found:
        lines += ["", *left_out_text(found["left_out"]), *withheld_text(found["words_withheld"])]
    if "changes" in found:
        lines += ["", *changes_text(found["changes"])]
    if out is not None:
        lines += [
            "",
            f"Written to {out}, signed. Whoever gets it can check it with this key:",
            str(found["public_key"]),
        ]
    return "\n".join(lines)
