"""A profile in words for a terminal, and as JSON for a program."""

from __future__ import annotations

from typing import Any

from tidings.registry.profile import Profile, Status
from tidings.registry.profiling.shape import (
    Attribute,
    KinTie,
    MentionView,
    SourceView,
    StatementView,
)
from tidings.values import describe, show_id

ATTRIBUTE_WORDS = {
    "born": "Born",
    "sex": "Sex",
    "place": "From",
    "phone": "Phone",
    "id_number": "Id number",
}


def profile_text(profile: Profile) -> str:
    """The whole profile, a screen or two of plain text."""
    lines = [f"{profile.name}   [{show_id(profile.person)}]"]
    lines += [f"    {form.written}" for form in profile.names[1:]]
    status = status_line(profile.status)
    lines += ["", f"{status[0].upper()}{status[1:]}.", ""]
    for attribute in profile.attributes:
        lines += _attribute_lines(attribute)
    if profile.kin:
        lines += ["", "Family", *(_kin_line(tie) for tie in profile.kin)]
    lines += ["", "What happened", *(_statement_line(each) for each in profile.timeline)]
    lines += ["", "Named in", *(_mention_line(mention) for mention in profile.mentions)]
    if profile.open_drafts:
        lines += [
            "",
            f"{profile.open_drafts} drafts about this person wait for somebody to read them.",
        ]
    return "\n".join(lines)


def status_line(status: Status) -> str:
    """ "sentenced, say 2 of 3 sources (since 2019)"."""
    if status.event is None:
        return "no word of what happened"
    since = f" ({describe(status.since)})" if status.since else ""
    word = status.event.replace("_", " ")
    if status.asked == 1:
        return f"{word}, says one source{since}"
    return f"{word}, say {status.supporting} of {status.asked} sources{since}"


def profile_json(profile: Profile) -> dict[str, Any]:
    """The profile as plain JSON values; ids as the short form that `tidings person` takes."""
    return {
        "person": show_id(profile.person),
        "names": [
            {"written": form.written, "script": form.script, "sources": form.sources}
            for form in profile.names
        ],
        "status": {
            "event": profile.status.event,
            "since": profile.status.since.edtf if profile.status.since else None,
            "supporting": profile.status.supporting,
            "asked": profile.status.asked,
            "certainty": profile.status.certainty,
        },
        "attributes": {
            attribute.name: {
                "conflict": attribute.conflict,
                "values": [
                    {
                        "value": value.shown,
                        "said_in": [
                            {"source": said.source.title, "locator": said.locator}
                            for said in value.said_in
                        ],
                    }
                    for value in attribute.values
                ],
            }
            for attribute in profile.attributes
        },
        "timeline": [_statement_json(each) for each in profile.timeline],
        "kin": [
            {"relation": tie.relation, "name": tie.name, "person": show_id(tie.person)}
            for tie in profile.kin
        ],
        "mentions": [
            {
                "mention": show_id(mention.id),
                "names": [written for written, _ in mention.names],
                "source": mention.source.title,
                "locator": mention.locator,
            }
            for mention in profile.mentions
        ],
        "open_drafts": profile.open_drafts,
        "level": profile.level,
    }


def _attribute_lines(attribute: Attribute) -> list[str]:
    word = ATTRIBUTE_WORDS.get(attribute.name, attribute.name)
    lines = []
    for value in attribute.values:
        shown = describe(value.dated) if value.dated else value.shown
        said = "; ".join(f"{_source(each.source)}, {each.locator}" for each in value.said_in)
        lines.append(f"{word}: {shown}   ({said})")
    if attribute.conflict:
        lines.append(f"  The sources differ on this: {word.lower()}.")
    return lines


def _kin_line(tie: KinTie) -> str:
    relation = tie.relation.replace("_", " ")
    return f"  {relation}: {tie.name} [{show_id(tie.person)}]   ({_source(tie.stated_in)})"


def _mention_line(mention: MentionView) -> str:
    name = mention.names[0][0] if mention.names else "(no name)"
    return f"  {name} [{show_id(mention.id)}]: {_source(mention.source)}, {mention.locator}"


def _statement_line(each: StatementView) -> str:
    when = describe(each.held) if each.held else "when is not said"
    what = (each.event or "").replace("_", " ")
    mode = "" if each.mode == "asserts" else f" [{each.mode.replace('_', ' ')}]"
    speaker = " > ".join((each.speaker or each.source.origin or "the source itself", *each.chain))
    taken_back = " (taken back later)" if each.retracted else ""
    value = f": {each.value}" if each.value else ""
    return f"  {when}: {what}{value}{mode}, says {speaker}{taken_back}   ({_source(each.source)})"


def _statement_json(each: StatementView) -> dict[str, Any]:
    return {
        "event": each.event,
        "mode": each.mode,
        "date": each.held.edtf if each.held else None,
        "speaker": each.speaker,
        "chain": list(each.chain),
        "quote": each.quote,
        "source": each.source.title,
        "retracted": each.retracted,
    }


def _source(source: SourceView) -> str:
    published = f", {source.published.edtf}" if source.published else ""
    return f"{source.title}{published}"
