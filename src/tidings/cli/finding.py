"""`find` and `person`: a name in any script, and what is said of whom it finds."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from tidings.registry.profile import Profile
    from tidings.registry.searching import Found

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON lines for a program.")]


def find(
    name: Annotated[
        str | None,
        typer.Argument(
            help="The name, in any letters. Leave it out and you are asked for it, "
            "so that it stays out of the shell's history."
        ),
    ] = None,
    sex: Annotated[str | None, typer.Option(help="female or male")] = None,
    born: Annotated[
        str | None, typer.Option(help="A year or EDTF interval: 1974, 1970/1975")
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="A county, town or village, in any letters")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=200)] = 10,
    as_json: JsonOption = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Find a person by a name in any script, with the reason for each answer.

    Example: tidings find "Ерлан Қайратұлы"
    """
    from tidings.values import Sex, parse_edtf

    if sex is not None and sex not in list(Sex):
        raise WrongUse(f"--sex {sex}: expected female or male.")
    birth = parse_edtf(born) if born else None
    query = name if name is not None else _ask()
    with opened(registry, passphrase_file):
        from tidings.registry import searching

        found = searching.find(
            query, sex=Sex(sex) if sex else None, born=birth, place=place, limit=limit
        )
        for each in found:
            print(json.dumps(_found_json(each), ensure_ascii=False) if as_json else _found(each))
    if not found:
        raise NothingFound(
            "Nobody here has a name like that.",
            "Try fewer parts of the name, or the name as another relative would say it.",
        )


def person(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A person's id, as find prints it.")],
    as_json: JsonOption = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Show what is said of one person, who says it, and what the sources disagree on.

    Example: tidings person 1m4c-7q2v-9k3ta
    """
    from tidings.values import read_id

    identifier = read_id(id_)
    with opened(registry, passphrase_file):
        from tidings.cli.profile_text import profile_json, profile_text
        from tidings.registry.profile import profile

        shown = profile(identifier)
        if as_json:
            print(json.dumps(profile_json(shown), ensure_ascii=False))
        else:
            print(profile_text(shown))


def _ask() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return input("Name, in any letters: ").strip()


def _found(found: Found) -> str:
    from tidings.names import explain
    from tidings.values import show_id

    profile = found.profile
    others = " · ".join(form.written for form in profile.names if form.written != found.name)
    lines = [f"{found.name}   [{show_id(found.person)}]"]
    if others:
        lines.append(f"    {others}")
    lines.append(f"    {_summary(profile)}")
    lines += [f"    because {reason}" for reason in explain(found.match)]
    return "\n".join(lines) + "\n"


def _summary(profile: Profile) -> str:
    from tidings.cli.profile_text import status_line

    facts = [
        f"{attribute.name} {attribute.best.shown}"
        for attribute in profile.attributes
        if attribute.name in ("born", "place")
    ]
    counts = [_counted(len(profile.mentions), "mention")]
    if profile.open_drafts:
        counts.append(_counted(profile.open_drafts, "draft") + " to look over")
    return " · ".join([*facts, status_line(profile.status), *counts])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _found_json(found: Found) -> dict[str, Any]:
    from tidings.names import explain
    from tidings.values import show_id

    return {
        "person": show_id(found.person),
        "name": found.name,
        "names": [form.written for form in found.profile.names],
        "score": round(found.match.score, 3),
        "because": explain(found.match),
        "mentions": len(found.profile.mentions),
        "sources": [
            {"title": mention.source.title, "locator": mention.locator}
            for mention in found.profile.mentions
        ],
    }
