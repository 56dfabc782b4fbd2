"""The report of a linking run: one HTML page that needs nothing else. It names nobody: persons and
mentions by their ids, reasons without the words that they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.publishing.pictures import figure, styles
from tidings.publishing.pictures.scores import ScoreBin, reliability, score_counts
from tidings.publishing.pictures.text import escaped

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;
color:#1b1b1b;background:#fff}h2{margin-top:2.5rem}table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ccc;
vertical-align:top}code{font-size:.9em}svg{max-width:100%;height:auto}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}th,td{border-color:#444}}
"""


@dataclass(frozen=True)
class LargePerson:
    """A person of many mentions; `weakest`: the least probable merge that holds it together."""

    person: str
    mentions: int
    weakest: float | None


@dataclass(frozen=True)
class Borderline:
    """A pair that waits for a person: two mention ids, the probability, why in words."""

    a: str
    b: str
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Linked:
    """What there is to tell of a run; `made`: merges that stand by score, `asked`: questions and
    answers. `act` is None when it changed nothing; `merged` and
    `parted`: merges that are new, and that no longer hold, since the run before."""

    when: str
    act: str | None
    mentions: int
    persons: int
    merged: int
    parted: int
    by_people: int
    waiting: int
    made: tuple[ScoreBin, ...]
    asked: tuple[ScoreBin, ...]
    largest: tuple[LargePerson, ...]
    borderline: tuple[Borderline, ...]


def linked_page(linked: Linked) -> str:
    """The report as HTML; the same run gives the same bytes."""
    return "".join(
        [
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Linking</title>',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<style>{_STYLE}{styles()}</style></head><body><main><h1>Who is who</h1>",
            f"<p>{escaped(_summary(linked))}</p>",
            "<h2>Merges that stand</h2>",
            figure(score_counts(linked.made, identifier="made")),
            "<h2>Pairs that wait for a person</h2>",
            figure(score_counts(linked.asked, identifier="asked")),
            "<h2>Can the scores be believed?</h2>",
            _believed(linked),
            "<h2>The persons of most mentions</h2>",
            _rows(
                ("Person", "Mentions", "Weakest merge"),
                [
                    (each.person, str(each.mentions), _share(each.weakest))
                    for each in linked.largest
                ],
            ),
            "<h2>Borderline pairs</h2><p>The scores nearest to even. Answer them with "
            "<code>tidings review</code> or in the desk.</p>",
            _rows(
                ("Mentions", "Score", "Why"),
                [
                    (f"{each.a} {each.b}", _share(each.probability), "; ".join(each.reasons))
                    for each in linked.borderline
                ],
            ),
            "</main></body></html>\n",
        ]
    )


def _summary(linked: Linked) -> str:
    changed = (
        f"Act {linked.act}: {linked.merged} merges are new since the run before, "
        f"{linked.parted} no longer hold."
        if linked.act
        else "Nothing changed since the run before."
    )
    return (
        f"{linked.when}. {linked.mentions} mentions are {linked.persons} persons. {changed} "
        f"{linked.waiting} pairs wait for a person; people decided {linked.by_people}."
    )


def _believed(linked: Linked) -> str:
    if not any(each.answered for each in linked.asked):
        return (
            "<p>Nobody has answered a question yet. Of pairs scored 0.9, nine in ten should turn "
            "out to be one person: the answers will show it here.</p>"
        )
    return figure(reliability(linked.asked))


def _rows(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return "<p>None.</p>"
    heads = "".join(f'<th scope="col">{escaped(each)}</th>' for each in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _share(probability: float | None) -> str:
    return "" if probability is None else f"{probability:.3f}"
