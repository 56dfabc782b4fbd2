"""`find` and `person`: a name in any script, and what is said of whom it finds."""

from __future__ import annotations

import json
import sys
from threading import Thread
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from tidings.registry.profile import Profile
    from tidings.registry.searching import Found
    from tidings.values import Dated, Sex

#: What stands before a reason, in each language that reasons are told in.
BECAUSE = {"en": "because", "ru": "потому что", "kk": "себебі"}
LANGUAGES = tuple(BECAUSE)

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
        str | None, typer.Option(help="A year or years: 1974, 1970..1980, 1970.., or EDTF")
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="A county, town or village, in any letters")
    ] = None,
    begins: Annotated[
        bool, typer.Option("--begins", help="The last word is only its beginning.")
    ] = False,
    language: Annotated[str, typer.Option(help="Say why in en, ru or kk.")] = "en",
    limit: Annotated[int, typer.Option(min=1, max=200)] = 10,
    as_json: JsonOption = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Find a person by a name in any script, with the reason for each answer.

    A filter leaves out only whom it contradicts: whoever has no birth in any source stays in.

    Example: tidings find "Ерлан Қайратұлы" --born 1970..1980
    """
    chosen, birth = _sex(sex), _births(born) if born else None
    if language not in LANGUAGES:
        raise WrongUse(f"--language {language}: expected {', '.join(LANGUAGES)}.")
    query = name if name is not None else _ask()
    _refuse_too_little(query)
    # Loading the matcher takes a second, in which the passphrase is typed.
    Thread(target=_load_matcher).start()
    with opened(registry, passphrase_file):
        from tidings.registry import searching

        found = searching.find(
            query, sex=chosen, born=birth, place=place, limit=limit, prefix=begins
        )
        for each in found:
            shown = _found_json(each, language) if as_json else _found(each, language)
            print(json.dumps(shown, ensure_ascii=False) if as_json else shown)
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


def _load_matcher() -> None:
    from tidings.names import prepare

    prepare()


def _refuse_too_little(query: str) -> None:
    from tidings.names.asking import lacking

    lack = lacking(query)
    if lack == "letters":
        raise WrongUse("There is no letter in this name.", "Give a name, in any alphabet.")
    if lack == "more_letters":
        raise WrongUse("One letter fits too many names.", "Give a little more of the name.")


def _sex(given: str | None) -> Sex | None:
    from tidings.values import Sex

    if given is not None and given not in list(Sex):
        raise WrongUse(f"--sex {given}: expected female or male.")
    return Sex(given) if given else None


def _births(given: str) -> Dated:
    """From the first day to the last of "1974", "1970..1980", "1970..", "..1980" or EDTF."""
    from tidings.values import parse_edtf

    first, between, last = given.partition("..")
    if not between or "/" in given:
        return parse_edtf(given)
    return parse_edtf(f"{first.strip() or '..'}/{last.strip() or '..'}")


def _ask() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return input("Name, in any letters: ").strip()


def _found(found: Found, language: str) -> str:
    from tidings.names import explain
    from tidings.values import show_id

    profile = found.profile
    others = " · ".join(form.written for form in profile.names if form.written != found.name)
    lines = [f"{found.name}   [{show_id(found.person)}]"]
    if others:
        lines.append(f"    {others}")
    lines.append(f"    {_summary(profile)}")
    told, parts = explain(found.match, language), len(found.match.parts)
    lines += [f"    {BECAUSE[language]} {reason}" for reason in told[:parts]]
    lines += [f"    {note}" for note in told[parts:]]
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


def _found_json(found: Found, language: str) -> dict[str, Any]:
    from tidings.names import explain
    from tidings.values import show_id

    return {
        "person": show_id(found.person),
        "name": found.name,
        "names": [form.written for form in found.profile.names],
        "score": round(found.match.score, 3),
        "because": explain(found.match, language),
        "parts": [
            {
                "asked": part.a,
                "found": part.b,
                "verdict": part.verdict,
                "score": round(part.score, 3),
                "letters": part.steps,
            }
            for part in found.match.parts
        ],
        "mentions": len(found.profile.mentions),
        "sources": [
            {"title": mention.source.title, "locator": mention.locator}
            for mention in found.profile.mentions
        ],
    }
