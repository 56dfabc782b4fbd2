"""`reckon`: announced numbers against the people known by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.cli.progress import shown_progress
from tidings.values.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from datetime import date

    from tidings.registry.folder import Folder


def reckon(
    announcement: Annotated[
        str | None, typer.Option("--announcement", metavar="ID", help="Show only this one.")
    ] = None,
    who: Annotated[
        bool, typer.Option("--who", help="List whom it covers, with the reason for each.")
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="By what sources had said on that day."),
    ] = None,
    tie: Annotated[
        tuple[str, str, str] | None,
        typer.Option(
            "--tie",
            metavar="A B TIE",
            help="Record how announcement A stands to B: same, part_of, share_of, apart, earlier "
            "or unrelated.",
        ),
    ] = None,
    rule: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--rule",
            metavar="ID WORD",
            help="Record whom it covers: group_is_all (its group leaves nobody out), or covered "
            "or not_covered with --person.",
        ),
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="ID", help="Whom --rule is about.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why you tie or rule so.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Hold announced numbers against the people known by name, and against each other.

    For each announcement: who is certainly and possibly meant, what share of it is documented,
    how many people nobody names, and whether it can be true at all.

    Example: tidings reckon --as-of 2019-02-01
    """
    if who and announcement is None:
        raise WrongUse("--who lists the people of one announcement.", "Name it: --announcement ID.")
    if person is not None and rule is None:
        raise WrongUse("--person says whom a ruling is about.", "Add --rule ID WORD.")
    _check_words(tie, rule)
    day = _day(as_of)
    with opened(registry, passphrase_file) as folder:
        if tie is not None:
            _tie(*tie, reason=reason, folder=folder)
        if rule is not None:
            _rule(*rule, person=person, reason=reason, folder=folder)
        if tie is None and rule is None:
            _show(announcement, who, day, as_json)


def _check_words(tie: tuple[str, str, str] | None, rule: tuple[str, str] | None) -> None:
    from tidings.values import Covered, Tie

    if tie is not None and tie[2] not in list(Tie):
        raise WrongUse(f"'{tie[2]}' is no tie.", f"Ties: {', '.join(Tie)}.")
    if rule is not None and rule[1] not in list(Covered):
        raise WrongUse(f"'{rule[1]}' is no ruling.", f"Rulings: {', '.join(Covered)}.")


def _show(announcement: str | None, who: bool, day: date | None, as_json: bool) -> None:
    from tidings.cli.reckoning_text import covered_text, reckoned_json, reckoned_text
    from tidings.registry import announcing
    from tidings.values import read_id

    wanted = read_id(announcement) if announcement is not None else None
    with shown_progress() as progress:
        found = announcing.reckoned(as_of=day, progress=progress)
    if not found.announcements:
        raise NothingFound(
            "No source here announces a number of people" + (" by then." if day else "."),
            "Add an article or an official statement, and accept its drafts.",
        )
    if wanted is not None and wanted not in {each.id for each in found.announcements}:
        raise NothingFound("No announcement has this id.", "`tidings reckon` lists them.")
    covered = announcing.covering(wanted, as_of=day) if who and wanted is not None else ()
    if as_json:
        print(json.dumps(reckoned_json(found, wanted, covered), ensure_ascii=False, indent=1))
    else:
        print(reckoned_text(found, wanted))
        if covered:
            print("\n" + covered_text(covered))


def _tie(a: str, b: str, how: str, *, reason: str, folder: Folder) -> None:
    from tidings.registry import announcing
    from tidings.values import Tie, read_id, show_id

    act = announcing.tie(read_id(a), read_id(b), Tie(how), actor=folder.worker, reason=reason)
    print(f"Recorded. Act {show_id(act)} (to take it back: tidings add --undo {show_id(act)}).")


def _rule(announcement: str, word: str, *, person: str | None, reason: str, folder: Folder) -> None:
    from tidings.registry import announcing, persons
    from tidings.values import Covered, read_id, show_id

    # A person's id is the id of one of their mentions.
    mention = persons.resolve(read_id(person)) if person is not None else None
    act = announcing.rule(
        read_id(announcement), Covered(word), mention=mention, actor=folder.worker, reason=reason
    )
    print(f"Recorded. Act {show_id(act)} (to take it back: tidings add --undo {show_id(act)}).")


def _day(text: str | None) -> date | None:
    """The last day of the date that was typed."""
    from tidings.values import parse_edtf

    return parse_edtf(text).last if text is not None else None
