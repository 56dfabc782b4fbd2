"""Who says something about consent outside of a testimony: the fields and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from tidings.desk import allowing
from tidings.desk.typed import Form, typed_date
from tidings.registry.consents import Allowed, Giver
from tidings.registry.profile import Profile
from tidings.values import Dated, Kin, clean, day, show_id

FIELDS = ("giver", "contact", "relation", "given_on", "mention", "against", "reason")


@dataclass(frozen=True)
class Given:
    """What a form says: who speaks, when, what they allow, and the mention it is about."""

    giver: Giver
    on: date
    mention: int
    allowed: tuple[Allowed, ...] = ()
    dates: dict[str, Dated] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return not self.problems

    @property
    def speaks(self) -> bool:
        """Whether it is known who speaks, and when: enough for an objection."""
        return not {"giver", "given_on"} & self.problems.keys()


def taken(posted: Mapping[str, str]) -> Form:
    """The fields as typed. The language is kept from page to page in the form itself."""
    form = {name: clean(posted.get(name, "")) for name in FIELDS} | allowing.taken(posted)
    if "asked_in" not in form and posted.get("asked_before") in allowing.ASKED_IN:
        form["asked_in"] = posted["asked_before"]
    return form


def given(form: Form, person: Profile, today: date) -> Given:
    """What the form says about the consent for `person`."""
    dates: dict[str, Dated] = {}
    problems: dict[str, str] = {}
    on = typed_date("given_on", form, dates, problems, day(today)) or day(today)
    names = [each.written for each in person.names]
    allowed = allowing.read(form, names, dates, problems, day(today))
    if not form["giver"]:
        problems["giver"] = _("Who says so? A first name is enough.")
    if not allowed:
        problems["allowed"] = _("Nothing is allowed yet: choose to whom something may be said.")
    mentions = {show_id(each.id): each.id for each in person.mentions}
    if len(mentions) > 1 and form["mention"] not in mentions:
        problems["mention"] = _("Choose the source that they gave us.")
    relation = Kin(form["relation"]) if form["relation"] in set(Kin) else None
    return Given(
        giver=Giver(form["giver"], relation, form["contact"]),
        on=min(on.first or today, today),
        mention=mentions.get(form["mention"], person.mentions[0].id),
        allowed=allowed,
        dates=dates,
        problems=problems,
    )
