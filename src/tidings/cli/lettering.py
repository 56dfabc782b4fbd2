"""`letter` and `organisation`: a letter as consent allows, and the name under it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import WrongUse

if TYPE_CHECKING:
    from tidings.casework.letters import Offered, Wanted


def letter(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="A person, or an announcement of `tidings reckon`.")
    ],
    to: Annotated[
        str, typer.Option(help="The body, by the name under which consent was given for it.")
    ] = "",
    kind: Annotated[str, typer.Option(help="appeal, information or open_letter")] = "",
    language: Annotated[str, typer.Option(help="kk, ru or en: the addressee's language")] = "en",
    out: Annotated[
        Path | None, typer.Option(help="The file to write; else letter.pdf here.")
    ] = None,
    addressee: Annotated[
        str, typer.Option(help="The name on the letter, where it differs from --to.")
    ] = "",
    address: Annotated[
        list[str] | None, typer.Option(help="A line of the address; give it once a line.")
    ] = None,
    place: Annotated[str, typer.Option(help="Where it is written.")] = "",
    signatory: Annotated[str | None, typer.Option(help="Who signs.")] = None,
    days: Annotated[int, typer.Option(min=1, max=366, help="Days to answer.")] = 30,
    un: Annotated[bool, typer.Option(help="It goes to a body of the United Nations.")] = False,
    draft: Annotated[bool, typer.Option(help="With sources in the margin, and questions.")] = False,
    docx: Annotated[bool, typer.Option(help="As DOCX, to be changed by hand.")] = False,
    sent: Annotated[bool, typer.Option(help="It goes out today: record it, with answer due.")] = (
        False
    ),
    force: Annotated[bool, typer.Option(help="Replace the file if it is there.")] = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Write the letter for a person, or about an announcement, as the consents allow.

    What the family should be asked is printed, not written into the letter.

    Example: tidings letter 1m4c-7q2v-9k3ta --to "Ministry for Compatriots" --language kk
    """
    from tidings.values import read_id

    identifier = read_id(id_)
    if draft and sent:
        raise WrongUse("A draft is not what is sent.", "Leave out --draft, or --sent.")
    target = out or Path(f"{'draft' if draft else 'letter'}.{'docx' if docx else 'pdf'}")
    if target.exists() and not force:
        raise WrongUse(f"'{target}' is there already.", "Name another with --out, or add --force.")
    with opened(registry, passphrase_file) as folder:
        wanted = _wanted(
            kind or _usual_kind(identifier), language, to, un, addressee, address, place,
            signatory, days,
        )  # fmt: skip
        offered = _offer(identifier, wanted)
        data = offered.docx(draft=draft) if docx else offered.pdf(draft=draft)
        _write(target, data)
        print(f"{target}: {wanted.audience}, {language}")
        for question in offered.questions:
            print(f"    ask the family: {question}")
        if sent:
            _record(offered, data if docx else None, folder.worker)


def organisation(
    name: Annotated[str, typer.Option(help="The name under letters and site.")] = "",
    address: Annotated[str, typer.Option(help="The address under it.")] = "",
    contact: Annotated[
        str, typer.Option(help="Where people may write to: it stands on every page of the site.")
    ] = "",
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Show or record who speaks: what stands under letters and on the site.

    Example: tidings organisation --name "Example Group" --contact write@example.org
    """
    with opened(registry, passphrase_file) as folder:
        from tidings.registry.organisation import Speaker, record, speaker

        known = speaker()
        if name or address or contact:
            new = Speaker(name or known.name, address or known.address, contact or known.contact)
            record(new, actor=folder.worker)
            known = new
    print(known.name or "No name is recorded yet: tidings organisation --name NAME")
    for line in filter(None, (known.address, known.contact)):
        print(f"    {line}")


def _usual_kind(identifier: int) -> str:
    return "information" if _is_announcement(identifier) else "appeal"


def _is_announcement(identifier: int) -> bool:
    from tidings.registry.models import Statement

    return Statement.live.filter(pk=identifier, mention=None).exists()


def _wanted(
    kind: str,
    language: str,
    to: str,
    un: bool,
    addressee: str,
    address: list[str] | None,
    place: str,
    signatory: str | None,
    days: int,
) -> Wanted:
    from tidings.casework.letters import Wanted
    from tidings.publishing.phrases import LANGUAGES
    from tidings.values import LetterKind

    if kind not in list(LetterKind):
        raise WrongUse(f"--kind {kind}: expected {', '.join(LetterKind)}.")
    known = next((each for each in LANGUAGES if each == language), None)
    if known is None:
        raise WrongUse(f"--language {language}: expected {', '.join(LANGUAGES)}.")
    open_letter = kind == LetterKind.OPEN_LETTER
    return Wanted(
        kind=LetterKind(kind),
        language=known,
        body=to,
        to_un=un,
        addressee=addressee,
        lines=tuple(address or ()),
        place=place,
        signatory=signatory,
        answer_days=None if open_letter else days,
    )


def _offer(identifier: int, wanted: Wanted) -> Offered:
    from django.utils import timezone

    from tidings.casework import letters

    today = timezone.localdate()
    if _is_announcement(identifier):
        return letters.about_announcement(identifier, wanted, on=today)
    return letters.about_person(identifier, wanted, on=today)


def _write(target: Path, data: bytes) -> None:
    """The file for its owner only; whole or not there."""
    from tidings.vault import files

    try:
        files.replace(target, data)
    except OSError as error:
        raise WrongUse(
            f"'{target}' cannot be written: {error.strerror}.", "Name another."
        ) from None


def _record(offered: Offered, docx: bytes | None, worker: str) -> None:
    from django.utils import timezone

    from tidings.casework import letters, tracking
    from tidings.casework.papers import DOCX, Paper

    today = timezone.localdate()
    as_sent = Paper(docx, "letter.docx", DOCX) if docx is not None else None
    sent = letters.send(offered, actor=worker, sent_on=today, as_sent=as_sent)
    found = tracking.letter(sent, today)
    due = found.answer_due if found else None
    print("Recorded as sent today" + (f"; an answer is due by {due}." if due else "."))
    print("What becomes of it: the page Letters of `tidings serve`.", file=sys.stderr)
