"""`add` and `read`: sources in, or only looked at."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.cli.progress import shown_progress
from tidings.values.errors import BadInput, TidingsError, WrongUse

if TYPE_CHECKING:
    from tidings.reading import Reading
    from tidings.reading.reading import Unread
    from tidings.registry.adding import Added
    from tidings.values import Dated, Role

FilesArgument = Annotated[
    list[Path], typer.Argument(help="Tables, testimonies, letters, articles.")
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help="COLUMN=ROLE, for a column that was taken for something else; COLUMN is its header "
        "or letter. May be given several times.",
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="When the source was published, as EDTF (2019-01), for dates told from it."),
]


def read(files: FilesArgument, map_: MapOption = None, published: PublishedOption = None) -> None:
    """Print what would be proposed from FILES as JSON lines; store nothing.

    Example: tidings read list.xlsx --map B=name
    """
    from tidings.reading import read_file, to_json_lines

    mapping, day = roles(map_), published_on(published)
    trouble: TidingsError | None = None
    unread = 0
    for file in files:
        try:
            readings = read_file(file, published=day, mapping=mapping)
        except BadInput as error:
            trouble = _say(error)
            continue
        for reading in readings:
            unread += len(reading.unread)
            for line in to_json_lines(reading):
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    if trouble is not None or unread:
        raise typer.Exit(BadInput.exit_code)


def add(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Tables, testimonies, letters, articles.")
    ] = None,
    map_: MapOption = None,
    published: PublishedOption = None,
    origin: Annotated[
        str, typer.Option(help="The organisation the files come from; its columns are remembered.")
    ] = "",
    accept: Annotated[
        bool, typer.Option("--accept", help="Vouch for what is read: record it, draft nothing.")
    ] = False,
    undo: Annotated[
        str | None, typer.Option(metavar="ACT", help="Take a whole import back, by its act.")
    ] = None,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Add sources: seal them as evidence, record their mentions, draft their statements.

    What was not understood is listed with its row and reason; everything else is in. A file
    that is there already is not added twice, so that a broken-off import can simply be repeated.

    Example: tidings add list.xlsx --origin "Committee of families"
    """
    if (undo is None) == (not files):
        raise WrongUse("Name the files to add, or an act to undo.", "tidings add list.xlsx")
    mapping, day = roles(map_), published_on(published)
    with opened(registry, passphrase_file) as folder:
        if undo is not None:
            _undo(undo, folder.worker)
            return
        trouble = [
            _add_one(file, mapping, day, origin, accept, folder.worker) for file in files or ()
        ]
    if any(trouble):
        raise typer.Exit(BadInput.exit_code)


def roles(pairs: list[str] | None) -> dict[str, Role]:
    """COLUMN=ROLE options as a mapping. Raises WrongUse for what is neither."""
    from tidings.values import Role

    mapping: dict[str, Role] = {}
    for pair in pairs or ():
        column, equals, role = pair.rpartition("=")
        if not equals or role not in list(Role):
            raise WrongUse(f"--map {pair}: expected COLUMN=ROLE.", f"Roles: {', '.join(Role)}.")
        mapping[column] = Role(role)
    return mapping


def published_on(text: str | None) -> Dated | None:
    from tidings.values import parse_edtf

    return parse_edtf(text) if text else None


def _add_one(
    file: Path, mapping: dict[str, Role], day: Dated | None, origin: str, accept: bool, worker: str
) -> bool:
    """Add one file and print what came of it; True when something of it was not understood."""
    from tidings.reading import file_bytes
    from tidings.registry import adding
    from tidings.registry.mapping import keep_mapping, read_as_kept

    try:
        with shown_progress() as progress:
            progress(f"reading {file.name}", 0, 2)
            data = file_bytes(file)
            readings = read_as_kept(data, file.name, origin=origin, published=day, mapping=mapping)
            progress(f"reading {file.name}", 1, 2)
            added = adding.add_file(readings, data, actor=worker, accept=accept)
    except BadInput as error:
        _say(error)
        return True
    if mapping and not added.already:
        keep_mapping(origin, mapping, readings, actor=worker)
    _print_added(file, readings, added)
    return bool(added.unread)


def _print_added(file: Path, readings: list[Reading], added: Added) -> None:
    from tidings.values import show_id

    if added.already:
        print(f"{file.name}: already here, added by act {show_id(added.act_id)}. Nothing is added.")
        return
    for reading in readings:
        _print_mapping(reading)
    print(
        f"{file.name}: {added.mentions} mentions of people, {added.statements} statements, "
        f"{added.drafts} drafts to look over. Act {show_id(added.act_id)} "
        f"(to take it back: tidings add --undo {show_id(added.act_id)})."
    )
    for unread in added.unread:
        print(f"  {_unread(unread)}")


def _print_mapping(reading: Reading) -> None:
    if not reading.source.columns:
        return
    where = f"sheet {reading.source.sheet}, " if reading.source.sheet else ""
    print(f"{reading.source.file}: {where}header in row {reading.source.header_row}. Columns:")
    for column in reading.source.columns:
        print(f"  {column.letter:>3}  {column.header or '(no header)':<32} {column.role}")


def _unread(unread: Unread) -> str:
    field = f", {unread.field}" if unread.field else ""
    return f"not understood: {unread.locator}{field}: {unread.found!r}: {unread.reason}"


def _undo(act: str, worker: str) -> None:
    from tidings.registry import undoing
    from tidings.values import read_id, show_id

    done = undoing.undo(read_id(act), actor=worker, reason="import taken back")
    print(f"Taken back. To bring it back: tidings add --undo {show_id(done)}.")


def _say(error: TidingsError) -> TidingsError:
    print(f"tidings: {error.message}\n         {error.remedy}", file=sys.stderr)
    return error
