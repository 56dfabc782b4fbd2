"""`review` and `split`: what a run left to a person, and what a person sets right."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from tidings.cli.finding import LANGUAGES, JsonOption
from tidings.cli.opening import PassphraseOption, RegistryOption, opened
from tidings.values.errors import WrongUse

ReasonOption = Annotated[str, typer.Option(help="Why, in your words; kept with the decision.")]


def review(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A [B]]",
            help="A person: why it is one. Two mentions: that pair. Without: all that wait.",
        ),
    ] = None,
    same: Annotated[bool, typer.Option("--same", help="A and B are one person.")] = False,
    different: Annotated[bool, typer.Option("--different", help="A and B are two.")] = False,
    reason: ReasonOption = "",
    limit: Annotated[int, typer.Option(min=1, help="So many pairs at most.")] = 50,
    language: Annotated[str, typer.Option(help="Say why in en, ru or kk.")] = "en",
    as_json: JsonOption = False,
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Look at pairs that may be one person, the one whose answer teaches most first.

    One key answers: s same, d different, n not sure, u undo the last, q quit. Every answer is
    kept at once. With ids: show why a person is one, or show or decide the pair.

    Example: tidings review
    """
    from tidings.values import read_id

    if language not in LANGUAGES:
        raise WrongUse(f"--language {language}: expected {', '.join(LANGUAGES)}.")
    asked = [read_id(each) for each in ids or ()]
    verdicts = [word for word, chosen in (("same", same), ("different", different)) if chosen]
    if len(asked) > 2 or len(verdicts) > 1 or (verdicts and len(asked) != 2):
        raise WrongUse(
            "A verdict is one of two, on two ids.",
            "tidings review A B --same, or tidings review A B --different.",
        )
    with opened(registry, passphrase_file) as folder:
        from tidings.cli import sitting

        if verdicts:
            sitting.decide(*asked, verdicts[0], folder.worker, reason)
        elif as_json:
            for each in sitting.as_json(asked, limit, language):
                print(json.dumps(each, ensure_ascii=False))
        elif asked:
            sitting.show(asked, language)
        else:
            sitting.Sitting(folder.worker, language, limit).sit()


def split(
    person: Annotated[str, typer.Argument(help="A person's id, as find prints it.")],
    mentions: Annotated[
        list[str], typer.Argument(help="The ids of mentions that are somebody else's.")
    ],
    reason: ReasonOption = "",
    registry: RegistryOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Take mentions out of a person to whom they do not belong. No later run puts them back.

    Those taken out stay together as far as anything holds them. `tidings person` gives the ids.

    Example: tidings split 1m4c-7q2v-9k3ta 1m4c-7q31-0h2bd --reason "another village"
    """
    from tidings.values import read_id, show_id

    identifier, out = read_id(person), [read_id(each) for each in mentions]
    with opened(registry, passphrase_file) as folder:
        from tidings.registry import reviewing

        act = reviewing.split(identifier, out, actor=folder.worker, reason=reason)
    print(f"Taken out. Act {show_id(act)} (to take it back: tidings add --undo {show_id(act)}).")
