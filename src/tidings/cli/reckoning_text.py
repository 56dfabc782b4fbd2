"""A reckoning in sentences for a terminal, and as JSON for a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import fill
from typing import Any

from tidings.publishing.phrases import phrase
from tidings.publishing.pictures.words import figure_words, share_words
from tidings.reckoning import Because, Count, FoundTie, Reason, State, explain
from tidings.registry import persons
from tidings.registry.announcement_views import (
    AnnouncementView,
    CoveredPerson,
    Reckoned,
    ReckonedAnnouncement,
)
from tidings.registry.persons import batches
from tidings.registry.profile import mention_views
from tidings.registry.profiling.attributes import names_of
from tidings.values import Figure, Tie, describe, show_id

_STATES = {
    State.AHEAD: "This is promised or threatened; it is no count of what has happened.",
    State.DENIAL: "This is denied; it is not reckoned with.",
    State.RETRACTION: "This takes back a number; it is not reckoned with.",
    State.TAKEN_BACK: "Its own speaker took this back; it is not reckoned with.",
    State.WITHHELD: "This was kept back; it is not reckoned with.",
}
_TIES = {
    Tie.SAME: "{a} and {b} are one announcement",
    Tie.PART_OF: "{a} is a part of {b}",
    Tie.SHARE_OF: "{a} is a share of {b}",
    Tie.APART: "{a} and {b} have nobody in common",
    Tie.EARLIER: "{a} is an earlier count of {b}",
    Tie.UNRELATED: "{a} and {b} have nothing to do with each other",
}
_WIDTH = 96


def reckoned_text(found: Reckoned, only: int | None = None) -> str:
    """The whole reckoning, or one announcement, as plain text with the note on bias."""
    shown = [each for each in found.announcements if only in (None, each.id)]
    when = f" By what was known on {found.as_of.isoformat()}." if found.as_of else ""
    named = (
        f"{found.people:,} people are named here."
        if found.people != 1
        else "1 person is named here."
    )
    blocks = [named + when, *("\n".join(_announcement(each, found)) for each in shown)]
    if only is None:
        blocks += _totals(found)
    return "\n\n".join([*blocks, fill(phrase("bias.note", "en"), _WIDTH)])


def covered_text(covered: Sequence[CoveredPerson]) -> str:
    """Who is meant, reason by reason; those of whom nothing is said are only counted."""
    lines, told = [], [each for each in covered if each.reason is not Reason.NOTHING_SAID]
    names = _names([each.person for each in told])
    for reason in sorted({each.reason for each in told}, key=_rank):
        people = [each.person for each in told if each.reason is reason]
        lines.append(f"{_verdict(reason)}: {explain(reason)}")
        lines += [f"    {names[each]} [{show_id(each)}]" for each in people]
    if rest := len(covered) - len(told):
        lines.append(f"Possibly: {explain(Reason.NOTHING_SAID)}: {rest:,} people")
    return "\n".join(lines)


def reckoned_json(
    found: Reckoned, only: int | None = None, covered: Iterable[CoveredPerson] = ()
) -> dict[str, Any]:
    """The reckoning as plain JSON values; ids in the short form, open ends as null."""
    told = {
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "people": found.people,
        "announcements": [
            _announcement_json(each) for each in found.announcements if only in (None, each.id)
        ],
        "components": [
            {
                "announcements": [show_id(each) for each in one.announcements],
                "chains": [[show_id(each) for each in chain] for chain in one.chains],
                "people": _ends(one.people),
                "exact": one.exact,
                "clash": [_because_json(each) for each in one.clash],
            }
            for one in found.components
        ],
        "totals": [
            {"event": one.event, "people": _ends(one.people), "clash": one.clash}
            for one in found.totals
        ],
        "bias": phrase("bias.note", "en"),
    }
    people = [
        {
            "person": show_id(each.person),
            "verdict": _verdict(each.reason).lower(),
            "because": explain(each.reason),
        }
        for each in covered
    ]
    return told | ({"covered": people} if people else {})


def _names(people: Sequence[int]) -> dict[int, str]:
    """person -> name, in the family's script where a source has it."""
    names: dict[int, str] = {}
    for some in batches(people, 5_000):
        members = persons.members_of(some)
        views = mention_views([mention for own in members.values() for mention in own])
        for person, own in members.items():
            forms = names_of([views[mention] for mention in own])
            names[person] = forms[0].written if forms else "(no name)"
    return names


def _announcement(each: ReckonedAnnouncement, found: Reckoned) -> list[str]:
    said = each.announcement
    lines = [f"{_number(said)}   [{show_id(said.id)}]", f"    said by {_by(said)}"]
    about = [
        f"when: {describe(said.period)}" if said.period else "when: not said",
        f"of whom: {said.group}" if said.group else "",
        f"where: {said.place}" if said.place else "",
        "this leaves nobody out" if said.everybody else "this may leave people out",
    ]
    lines.append("    " + "; ".join(part for part in about if part))
    if said.state in _STATES:
        lines.append(f"    {_STATES[said.state]}")
    if each.count is not None:
        lines += [f"    {sentence}" for sentence in _count(each.count)]
    lines += [f"    {_tie(tie)}." for tie in each.ties]
    return lines + [f"    {sentence}" for sentence in _together(each, found)]


def _count(count: Count) -> list[str]:
    others = count.possible - count.certain
    told = f" (something is said of {count.said:,} of them)" if count.said else ""
    sentences = [
        f"Of the people named, {count.certain:,} are certainly meant, {others:,} possibly{told}, "
        f"{count.impossible:,} are not.",
        f"Documented: {share_words(count.documented, 'en')}. "
        f"Unaccounted for: {_people(count.unaccounted)}.",
    ]
    if count.contradiction:
        sentences.append("This cannot be true: more people are certainly meant than announced.")
    return sentences


def _together(each: ReckonedAnnouncement, found: Reckoned) -> list[str]:
    """What follows from the announcements that it is tied to."""
    component = next((one for one in found.components if each.id in one.announcements), None)
    if component is None or each.together is None or len(component.announcements) < 2:
        return []
    if component.clash:
        return ["It cannot be true together with others:", *_because(component.clash)]
    lines, together = [], each.together
    if together.figure != each.announcement.figure or together.count != each.count:
        lines.append(
            f"With those it is tied to: {_people(together.figure)}, "
            f"{together.count.certain:,} of them named for certain; "
            f"unaccounted for: {_people(together.count.unaccounted)}."
        )
    for end, because in (("fewer", together.low_because), ("more", together.high_because)):
        if because:
            lines += [f"It cannot be {end} because:", *_because(because)]
    if not component.exact:
        lines.append("These bounds hold, but may be wider than they need be.")
    return lines


def _totals(found: Reckoned) -> list[str]:
    """What several announcements of one event amount to."""
    lines = []
    for total in found.totals:
        if len(total.announcements) > 1:
            clash = " (though they cannot all be true)" if total.clash else ""
            word = phrase(f"event.{total.event}", "en")
            number = len(total.announcements)
            lines.append(f"  {word}: {_people(total.people)}, by {number} announcements{clash}")
    return ["\n".join(["All announcements together, in distinct people:", *lines])] if lines else []


def _because(pieces: Iterable[Because]) -> list[str]:
    return [f"  - {_piece(each)}" for each in pieces]


def _piece(each: Because) -> str:
    if each.kind == "tie" and each.tie is not None:
        return _tie(FoundTie(each.a, each.b, each.tie))
    words = {
        "at_least": "announced are at least as many as [{a}] says",
        "at_most": "announced are at most as many as [{a}] says",
        "named": "of the people who are named for [{a}]",
    }
    return words[each.kind].format(a=show_id(each.a))


def _tie(tie: FoundTie) -> str:
    words = _TIES[tie.tie].format(a=f"[{show_id(tie.a)}]", b=f"[{show_id(tie.b)}]")
    return f"{words} (a person said so)" if tie.decided else words


def _number(said: AnnouncementView) -> str:
    return f"{_people(said.figure)}: {phrase(f'event.{said.event}', 'en')}"


def _people(figure: Figure) -> str:
    return figure_words(figure, "en")


def _by(said: AnnouncementView) -> str:
    speaker = " > ".join((said.speaker or said.source.origin or "the source itself", *said.chain))
    mode = "" if said.mode == "asserts" else f" [{said.mode.replace('_', ' ')}]"
    published = f", {said.source.published.edtf}" if said.source.published else ""
    return f"{speaker}{mode} ({said.source.title}{published})"


def _verdict(reason: Reason) -> str:
    if reason.certain:
        return "Certainly"
    return "Not" if reason.impossible else "Possibly"


def _rank(reason: Reason) -> tuple[int, int]:
    return CoveredPerson(0, reason).rank, -reason


def _announcement_json(each: ReckonedAnnouncement) -> dict[str, Any]:
    said, count = each.announcement, each.count
    return {
        "id": show_id(said.id),
        "event": said.event,
        "figure": _ends(said.figure),
        "mode": said.mode,
        "state": said.state,
        "speaker": said.speaker,
        "chain": list(said.chain),
        "group": said.group,
        "place": said.place,
        "period": said.period.edtf if said.period else None,
        "everybody": said.everybody,
        "source": said.source.title,
        "count": _count_json(count) if count else None,
        "together": {
            "figure": _ends(each.together.figure),
            "count": _count_json(each.together.count),
            "low_because": [_because_json(one) for one in each.together.low_because],
            "high_because": [_because_json(one) for one in each.together.high_because],
        }
        if each.together
        else None,
        "ties": [
            {"a": show_id(tie.a), "b": show_id(tie.b), "tie": tie.tie, "decided": tie.decided}
            for tie in each.ties
        ],
    }


def _count_json(count: Count) -> dict[str, Any]:
    return {
        "certain": count.certain,
        "possible": count.possible,
        "impossible": count.impossible,
        "said": count.said,
        "documented": list(count.documented),
        "unaccounted": _ends(count.unaccounted),
        "contradiction": count.contradiction,
    }


def _because_json(each: Because) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": each.kind, "a": show_id(each.a)}
    return told | ({"b": show_id(each.b), "tie": each.tie} if each.tie else {})


def _ends(figure: Figure | None) -> list[int | None] | None:
    return None if figure is None else [figure.low or 0, figure.high]
