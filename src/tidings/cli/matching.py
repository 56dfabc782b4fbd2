"""`match`: who is the same in any tables, with no registry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.intake import MapOption, PublishedOption, published_on, roles
from tidings.values.errors import BadInput, WrongUse

if TYPE_CHECKING:
    from tidings.cli.matched_rows import Sheet
    from tidings.linkage import Matched


def match(
    files: Annotated[list[Path], typer.Argument(help="Tables: CSV, TSV, XLSX, parquet.")],
    out: Annotated[Path, typer.Option("--out", help="The CSV file to write.")],
    map_: MapOption = None,
    published: PublishedOption = None,
) -> None:
    """Say which rows of FILES are the same person, in any script; keep nothing else.

    Every row comes back with its file, row and own columns, then its cluster (rows of one
    number are one person), the score (how probable that is) and the reason in words.

    Example: tidings match theirs.csv ours.xlsx --out clusters.csv
    """
    from tidings.cli.matched_rows import read_sheets, write
    from tidings.linkage import match_people

    _check(files, out)
    sheets, trouble = read_sheets(files, roles(map_), published_on(published))
    for error in trouble:
        typer.echo(f"tidings: {error}", err=True)
    if not sheets:
        raise BadInput("None of the files could be read.", "The lines above say why.")
    for sheet in sheets:
        typer.echo(f"{sheet.label}: {sheet.understood}")
    people = [row.person for sheet in sheets for row in sheet.rows if row.person]
    answers = match_people(people)
    write(out, sheets, answers)
    _summary(out, sheets, answers)
    if trouble or any(row.person is None for sheet in sheets for row in sheet.rows):
        raise typer.Exit(BadInput.exit_code)


def _check(files: list[Path], out: Path) -> None:
    if any(out.resolve() == file.resolve() for file in files):
        raise WrongUse(f"--out {out} is one of the tables.", "Give it another name.")
    if not out.resolve().parent.is_dir() or out.is_dir():
        raise WrongUse(f"--out {out}: there is no such folder.", "Make the folder first.")


def _summary(out: Path, sheets: list[Sheet], answers: list[Matched]) -> None:
    rows = sum(len(sheet.rows) for sheet in sheets)
    persons = len({answer.cluster for answer in answers})
    joined = sum(answer.joined for answer in answers)
    asked = sum(answer.asked and not answer.joined for answer in answers)
    typer.echo(
        f"{rows:,} rows are {persons:,} people: {joined:,} rows have another of the same person, "
        f"{asked:,} perhaps have, and a person should look (their reason begins with 'perhaps')."
    )
    if left := rows - len(answers):
        typer.echo(f"{left:,} rows name nobody that could be read; their reason says why.")
    typer.echo(f"Written: {out}")
