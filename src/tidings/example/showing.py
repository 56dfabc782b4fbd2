"""The example on the terminal: what was built, and how it compares with the truth."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Grid

from tidings.example.building import Built
from tidings.example.tally import Report, Table
from tidings.example.truth import truth


def print_summary(built: Built) -> None:
    """A few lines that a person can read."""
    console = Console(highlight=False)
    files = built.files
    console.print(
        "\n[bold]The example registry.[/bold] Everybody and everything in it is invented."
    )
    for number, words in (
        (len(files), "sources: testimonies, letters, lists, articles"),
        (sum(len(file.mentions) for file in files), "mentions of people, in seven ways of writing"),
        (built.linked.persons, "persons that these mentions were linked into"),
        (sum(file.statements for file in files), "statements recorded"),
        (_waiting(built), "drafts that wait for you to look them over"),
        (built.linked.to_review, "pairs that may be one person: for you to say"),
        (sum(len(file.unread) for file in files), "things that could not be understood"),
        (built.spoken.consents, "consents, objections and withdrawals of relatives"),
        (built.spoken.letters, "letters sent, one answered by silence, one overdue"),
        (built.spoken.judged, "announcements that do not add up"),
    ):
        console.print(f"  {number:>5}  {words}")
    for file in files:
        for unread in file.unread:
            told = f"{file.file}, {unread.locator}: {unread.found!r}: {unread.reason}"
            console.print(f"         {told}", markup=False)


def print_check(report: Report) -> bool:
    """Every table, then what must not be. Returns whether all is well."""
    console = Console(highlight=False)
    for table in report.tables:
        console.print(f"\n[bold]{table.title}[/bold]")
        console.print(_grid(table))
    for note in report.notes:
        console.print(f"  {note}", markup=False)
    for fault in report.faults:
        console.print(f"  MUST NOT BE: {fault}", markup=False)
    return not report.faults


def _grid(table: Table) -> Grid:
    grid = Grid(show_footer=len(table.counts) > 1)
    total = table.total
    grid.add_column("", footer="all")
    for heading, number in (
        ("right", total.right),
        ("wrong", total.wrong),
        ("missed", total.missed),
    ):
        grid.add_column(heading, footer=str(number), justify="right")
    for count in table.counts:
        grid.add_row(count.label, str(count.right), str(count.wrong), str(count.missed))
    return grid


def _waiting(built: Built) -> int:

    return sum(file.drafts for file in built.files if file.file in truth().left_open)
