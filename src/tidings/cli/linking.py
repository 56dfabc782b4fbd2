"""`link`: mentions into persons."""

from __future__ import annotations

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.cli.progress import shown_progress


def link(registry: RegistryOption = None, passphrase_file: PassphraseOption = None) -> None:
    """Decide which mentions are one person; leave to a person what is ambiguous.

    Every merge is a decision with its reasons and can be undone; what a person decided stays.
    Stopped half way, nothing is half done: run it again.

    Example: tidings link
    """
    from tidings.values import show_id

    with opened(registry, passphrase_file) as folder, shown_progress() as progress:
        from tidings.registry import linking, reviewing

        report = linking.link(actor=folder.worker, progress=progress)
        contradicting = [reviewing.told(each) for each in reviewing.contradictions()]
    print(
        f"{report.mentions} mentions are {report.persons} persons. "
        f"{report.merged} merges are new, {report.parted} no longer hold, "
        f"{report.to_review} pairs wait for a person to look at them."
    )
    if report.act_id is not None:
        act = show_id(report.act_id)
        print(f"Act {act} (to take it back: tidings add --undo {act}).")
    for what, remedy in contradicting:
        print(f"{what}\n    {remedy}")
