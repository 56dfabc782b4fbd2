"""`match`: who is the same in any tables, with no registry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.intake import PublishedOption, published_on
from tidings.cli.progress import shown_progress
from tidings.values.errors import BadInput, WrongUse

if TYPE_CHECKING:
    from tidings.cli.matched_rows import Sheet
    from tidings.linkage import Matched


def match(
    files: Annotated[list[Path], typer.Argument(help="Tables: CSV, TSV, XLSX, parquet.")],
    out: Annotated[Path, typer.Option("--out", help="The CSV file to write.")],
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help="COLUMN=ROLE, where COLUMN is a header or letter. Roles: name, given, surname, "
            "patronymic, birth, birth_year, birth_month, birth_day, age, sex, place, phone, "
            "number, other, id, ignore, or a relative (father, mother, spouse, ...). May be given "
            "several times.",
        ),
    ] = None,
    published: PublishedOption = None,
    threshold: Annotated[
        float,
        typer.Option(min=0.5, max=0.9999, help="How probable it must be that two rows are one."),
    ] = 0.95,
) -> None:
    """Say which rows of FILES are the same person, in any script; keep nothing else.

    Columns that have none of our roles are compared too where their contents can tell people
    apart. Every row comes back with its file, row and own columns, then its cluster (rows of one
    number are one person), the score (how probable that is) and the reason in words.

    Example: tidings match theirs.csv ours.xlsx --out clusters.csv
    """
    from tidings.cli.matched_rows import read_sheets, write
    from tidings.linkage import match_people

    _check(files, out)
    with shown_progress() as progress:
        progress("reading", 0, 1)
        sheets, trouble = read_sheets(files, _told(map_), published_on(published))
    for error in trouble:
        typer.echo(f"tidings: {error}", err=True)
    if not sheets:
        raise BadInput("None of the files could be read.", "The lines above say why.")
    for sheet in sheets:
        typer.echo(f"{sheet.label}: {sheet.understood}")
    people = [row.person for sheet in sheets for row in sheet.rows if row.person]
    with shown_progress() as progress:
        answers = match_people(
            people, lambda _, share: progress("matching", round(100 * share), 100), threshold
        )
    write(out, sheets, answers)
    _summary(out, sheets, answers)
    if trouble or any(row.person is None for sheet in sheets for row in sheet.rows):
        raise typer.Exit(BadInput.exit_code)


def _told(pairs: list[str] | None) -> dict[str, str]:
    """COLUMN=ROLE options as they are said. Raises WrongUse for what has no role."""
    told: dict[str, str] = {}
    for pair in pairs or ():
        column, equals, role = pair.rpartition("=")
        if not equals or not column:
            raise WrongUse(f"--map {pair}: expected COLUMN=ROLE.", "For example: --map dob=birth")
        told[column] = role
    return told


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
