"""What may be said to whom: the answers of the consent step, as typed and as understood.

The step is asked in the testifier's language; `asked_in` says which. Each audience is a row of
fields with the row's number: 0 and 1 are the public and the United Nations, then bodies and
partners by name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from tidings.desk.typed import Form, typed_date
from tidings.registry.consents import Allowed
from tidings.registry.consents.pseudonyms import gives_away
from tidings.values import Asked, ConsentForm, Dated, PlaceLevel, clean, read_audience

#: The languages that consent is asked in: those of `publishing.phrases`.
ASKED_IN = ("kk", "ru", "en")
HOW = ("face_to_face", "telephone", "message", "paper")
FIRST = ("public", "un", "body", "partner")
NAMED = ("body", "partner")
ASKS = tuple(f"ask_{each}" for each in Asked)
SINGLE = ("how_allowed", "published_words", *ASKS)
ROW = (
    "audience",
    "audience_name",
    "form",
    "place_level",
    "pseudonym",
    "own_name",
    "starts",
    "ends",
)
MOST_AUDIENCES = 30
#: How exact a place each form can bear.
FINEST = {
    ConsentForm.SEEKER: PlaceLevel.NONE,
    ConsentForm.PSEUDONYM: PlaceLevel.DISTRICT,
    ConsentForm.NAMED: PlaceLevel.FULL,
}


def taken(posted: Mapping[str, str]) -> Form:
    """The fields of the step as typed; the first press may have chosen the language alone."""
    form: Form = {}
    if posted.get("asked_in") in ASKED_IN:
        form["asked_in"] = posted["asked_in"]
    if "audience_0" in posted:
        form |= {name: _kept(name, posted.get(name, "")) for name in SINGLE}
    for row in range(MOST_AUDIENCES):
        if f"audience_{row}" in posted:
            form |= {f"{name}_{row}": clean(posted.get(f"{name}_{row}", "")) for name in ROW}
    more = posted.get("more", "")
    if more in NAMED:
        form[f"audience_{len(rows(form))}"] = more
    return form


def rows(form: Form) -> list[dict[str, str]]:
    """A row of fields for each audience; `row` is its number."""
    found = []
    for row in range(MOST_AUDIENCES):
        kind = form.get(f"audience_{row}") or (FIRST[row] if row < len(FIRST) else "")
        if kind in FIRST:
            fields = {name: form.get(f"{name}_{row}", "") for name in ROW}
            found.append({**fields, "row": str(row), "audience": kind})
    return found


def read(
    form: Form,
    names: Collection[str],
    dates: dict[str, Dated],
    problems: dict[str, str],
    published: Dated,
) -> tuple[Allowed, ...]:
    """What is allowed: a row that says "nothing" allows nothing and is no refusal of record.
    `names` are the person's own, to which another name may not lead."""
    found: dict[str, Allowed] = {}
    for row in rows(form):
        allowed = _allowed(row, form, dates, problems, published)
        if allowed is None:
            continue
        if allowed.audience.key in found:
            problems[f"audience_name_{row['row']}"] = _("This one stands here twice.")
        elif allowed.pseudonym and gives_away(allowed.pseudonym, names):
            problems[f"pseudonym_{row['row']}"] = _(
                "This is too near to the person’s own name. Choose another, or leave it blank."
            )
        found.setdefault(allowed.audience.key, allowed)
    return tuple(found.values())


def _allowed(
    row: dict[str, str],
    form: Form,
    dates: dict[str, Dated],
    problems: dict[str, str],
    published: Dated,
) -> Allowed | None:
    number, kind = row["row"], row["audience"]
    if row["form"] not in set(ConsentForm):
        return None
    if kind in NAMED and not row["audience_name"]:
        problems[f"audience_name_{number}"] = _("Write its name: consent is for it alone.")
        return None
    chosen = ConsentForm(row["form"])
    starts, ends = _days(number, form, dates, problems, published)
    level = row["place_level"] if row["place_level"] in set(PlaceLevel) else PlaceLevel.NONE
    place = min(PlaceLevel(level), FINEST[chosen], key=lambda each: each.rank)
    return Allowed(
        audience=read_audience(f"{kind}:{row['audience_name']}" if kind in NAMED else kind),
        form=chosen,
        place_level=place,
        pseudonym=row["pseudonym"] if chosen is ConsentForm.PSEUDONYM else "",
        own_name=bool(row["own_name"]) and chosen is not ConsentForm.PSEUDONYM,
        starts=starts,
        ends=ends,
        how=form.get("how_allowed", ""),
        asks=tuple(each for each in Asked if form.get(f"ask_{each}")),
        words=form.get("published_words", "") if chosen is ConsentForm.NAMED else "",
    )


def _days(
    number: str,
    form: Form,
    dates: dict[str, Dated],
    problems: dict[str, str],
    published: Dated,
) -> tuple[date | None, date | None]:
    """Its first and its last day, the whole of a month or year that is named."""
    first = typed_date(f"starts_{number}", form, dates, problems, published)
    last = typed_date(f"ends_{number}", form, dates, problems, published)
    starts, ends = first.first if first else None, last.last if last else None
    if starts and ends and ends < starts:
        problems[f"ends_{number}"] = _("This day comes before the first one.")
    return starts, ends


def _kept(name: str, typed: str) -> str:
    if name != "published_words":
        return clean(typed)
    lines = typed.replace("\r\n", "\n").split("\n")
    return "\n".join(clean(line) for line in lines).strip()
