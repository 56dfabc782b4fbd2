"""The answers of the testimony form: from what was typed to a testimony, with every doubt named.

A form is saved as it was typed, whole or not; it is only understood when it is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from tidings.desk import allowing
from tidings.desk.typed import Form, typed_date
from tidings.registry.testimony import Happening, Testimony
from tidings.values import Dated, Event, Kin, Sex, clean, day

STEPS = ("consent", "speaker", "relation", "person", "happened", "known", "check")
FIELDS: dict[str, tuple[str, ...]] = {
    "consent": ("asked_in", *allowing.SINGLE),
    "speaker": ("testifier", "contact", "given_on", "language", "channel"),
    "relation": ("relation",),
    "person": ("names", "sex", "born", "place"),
    "happened": ("words",),
    "known": (),
    "check": (),
}
#: Rows that a step repeats: numbered from 0, as many as were typed and some empty ones.
ROWS = {
    "consent": allowing.ROW,
    "person": ("kin_relation", "kin_name"),
    "happened": ("event", "when", "where", "what"),
    "known": ("told_by",),
}
SPARE_ROWS = 2
MOST_ROWS = 40


@dataclass(frozen=True)
class Understood:
    """A form as it was understood. `problems`: field -> what is wrong, in words."""

    testimony: Testimony | None
    dates: dict[str, Dated] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def taken(step: str, posted: Mapping[str, str]) -> Form:
    """The fields of one step as typed, without what cannot be seen."""
    if step == "consent":
        return allowing.taken(posted)
    numbered = [f"{name}_{row}" for row in range(MOST_ROWS) for name in ROWS.get(step, ())]
    names = [*FIELDS[step], *(each for each in numbered if each in posted)]
    return {name: _kept(name, posted.get(name, "")) for name in names}


def rows(form: Form, step: str, spare: int = SPARE_ROWS) -> list[dict[str, str]]:
    """The repeated rows of a step, with some empty ones at the end; `row` is the number."""
    names = ROWS[step]
    used = [row for row in range(MOST_ROWS) if any(form.get(f"{n}_{row}") for n in names)]
    count = min((used[-1] + 1 if used else 0) + spare, MOST_ROWS)
    return [
        {"row": str(row), **{name: form.get(f"{name}_{row}", "") for name in names}}
        for row in range(count)
    ]


def understand(form: Form, today: date) -> Understood:
    """What the form says. `testimony` is None while something is missing or not understood."""
    dates: dict[str, Dated] = {}
    problems: dict[str, str] = {}
    published = typed_date("given_on", form, dates, problems, day(today)) or day(today)
    birth = typed_date("born", form, dates, problems, published)
    happenings = tuple(_happenings(form, dates, problems, published))
    if not form.get("testifier"):
        problems["testifier"] = _("Who tells it? A first name is enough.")
    names = tuple(line for line in form.get("names", "").splitlines() if line.strip())
    consents = allowing.read(form, names, dates, problems, day(today))
    if not names:
        problems["names"] = _("Whom is it about? Write at least one name.")
    if not form.get("words") and not happenings:
        problems["words"] = _("Write down what was told, or choose what happened.")
    if problems:
        return Understood(None, dates, problems)
    testimony = Testimony(
        testifier=form["testifier"],
        names=names,
        words=form.get("words", ""),
        relation=Kin(form["relation"]) if form.get("relation") in set(Kin) else None,
        contact=form.get("contact") or None,
        sex=Sex(form["sex"]) if form.get("sex") in set(Sex) else None,
        birth=birth,
        place=form.get("place") or None,
        given_on=published,
        language=form.get("language") or None,
        channel=form.get("channel") or None,
        happenings=happenings,
        kin=tuple(_kin(form)),
        consents=consents,
    )
    return Understood(testimony, dates, problems)


def _happenings(
    form: Form, dates: dict[str, Dated], problems: dict[str, str], published: Dated
) -> list[Happening]:
    found = []
    for each in rows(form, "happened", spare=0):
        row = each["row"]
        if each["event"] not in set(Event):
            if any(each[name] for name in ("when", "where", "what")):
                problems[f"event_{row}"] = _("Choose what happened.")
            continue
        told_by = form.get(f"told_by_{row}", "")
        found.append(
            Happening(
                event=Event(each["event"]),
                words=each["what"],
                when=typed_date(f"when_{row}", form, dates, problems, published),
                place=each["where"] or None,
                told_by=(told_by,) if told_by else (),
            )
        )
    return found


def _kin(form: Form) -> list[tuple[Kin, str]]:
    return [
        (Kin(each["kin_relation"]), each["kin_name"])
        for each in rows(form, "person", spare=0)
        if each["kin_relation"] in set(Kin) and each["kin_name"]
    ]


def _kept(name: str, typed: str) -> str:
    if name in ("words", "names"):
        lines = typed.replace("\r\n", "\n").split("\n")
        return "\n".join(clean(line) for line in lines).strip()
    return clean(typed)
