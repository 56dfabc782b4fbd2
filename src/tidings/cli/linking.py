"""`link`: mentions into persons."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.cli.progress import shown_progress
from tidings.values.errors import WrongUse

ReportOption = Annotated[
    Path | None,
    typer.Option(
        "--report",
        help="Write an HTML page on the run, without names: scores, whether they can be believed, "
        "the largest persons, borderline pairs, what changed.",
    ),
]


def link(
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
    report: ReportOption = None,
) -> None:
    """Decide which mentions are one person; leave to a person what is ambiguous.

    Every merge is a decision with its reasons and can be undone; what a person decided stays.
    Stopped half way, nothing is half done: run it again.

    Example: tidings link --report linked.html
    """
    from tidings.values import show_id

    if report is not None and not report.resolve().parent.is_dir():
        raise WrongUse(f"There is no folder for {report}.", "Make it, or name another file.")
    with opened(registry, passphrase_file) as folder, shown_progress() as progress:
        from tidings.registry import linked, linking, reviewing

        done = linking.link(actor=folder.worker, progress=progress)
        contradicting = [reviewing.told(each) for each in reviewing.contradictions()]
        told = linked.linked(done, date.today().isoformat()) if report is not None else None
    print(
        f"{done.mentions} mentions are {done.persons} persons. "
        f"{done.merged} merges are new, {done.parted} no longer hold, "
        f"{done.to_review} pairs wait for a person to look at them."
    )
    if done.act_id is not None:
        act = show_id(done.act_id)
        print(f"Act {act} (to take it back: tidings add --undo {act}).")
    for what, remedy in contradicting:
        print(f"{what}\n    {remedy}")
    if report is not None and told is not None:
        from tidings.publishing.linked import linked_page
        from tidings.vault import files

        files.replace(report, linked_page(told).encode())
        print(f"{report} tells more: scores, whether they can be believed, borderline pairs.")
