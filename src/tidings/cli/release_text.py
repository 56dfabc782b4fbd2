"""A release in a few plain lines for a terminal."""

from __future__ import annotations

from typing import Any

from tidings.cli.consent_text import WHY
from tidings.registry.consenting import Why

WITHHELD = {
    "number": "they hold a number, an address or a contact",
    "testifier": "they name who testified",
    "kin": "they name a relative who is not in this release",
    "place": "they name a place more exactly than is allowed",
}


def counts_text(found: dict[str, Any]) -> str:
    """ "To public on 2026-03-01: 3 people (2 by name, 1 only sought), 1 announcement."."""
    forms = [
        f"{found[form]} {words}"
        for form, words in (
            ("named", "by name"),
            ("pseudonym", "under another name"),
            ("seeker", "only sought"),
        )
        if found.get(form)
    ]
    people = counted(found["people"], "person", "people")
    told = f" ({', '.join(forms)})" if forms else ""
    announced = counted(found["announcements"], "announcement", "announcements")
    return f"To {found['audience']} on {found['on']}: {people}{told}, {announced}."


def left_out_text(found: list[dict[str, Any]]) -> list[str]:
    if not found:
        return ["Nobody is left out."]
    lines = [f"Left out: {counted(len(found), 'person', 'people')}. For your eyes only."]
    for each in found:
        who = ", ".join(
            f"{one['name']} ({one['relation'].replace('_', ' ')})"
            if one["relation"]
            else one["name"]
            for one in each["missing"]
        )
        lines.append(f"  {each['name'] or '(no name)'}   [{each['person']}]")
        lines.append(f"      {WHY[Why(each['why'])]}{f': {who}' if who else ''}")
    return lines


def withheld_text(found: dict[str, str]) -> list[str]:
    """Whose words stay behind although a consent gives them, and for what is in them."""
    return [f"The words for [{who}] are held back: {WITHHELD[why]}." for who, why in found.items()]


def changes_text(found: list[dict[str, Any]] | None) -> list[str]:
    if found is None:
        return ["Nothing was given out to them before."]
    if not found:
        return ["Nobody changed since the last one given out."]
    lines = [f"Since the last one given out: {counted(len(found), 'change', 'changes')}."]
    for each in found:
        fields = f": {', '.join(each['fields'])}" if each["fields"] else ""
        lines.append(f"  {each['id']} {each['change']}{fields}")
    return lines


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
