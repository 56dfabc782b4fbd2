"""What a form's field holds as typed, and what is understood of it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tidings.values import BadInput, Dated, ImpossibleDate, read_date

Form = dict[str, str]


def typed_date(
    name: str, form: Form, dates: dict[str, Dated], problems: dict[str, str], published: Dated
) -> Dated | None:
    """The date in the field `name`, noted in `dates`; what is wrong with it goes to `problems`."""
    typed = form.get(name, "")
    if not typed:
        return None
    try:
        dates[name] = read_date(typed, published=published)
    except ImpossibleDate:
        problems[name] = _("“%(typed)s” is a day that no calendar has.") % {"typed": typed}
    except BadInput:
        problems[name] = _(
            "We do not understand “%(typed)s” as a date. Try “winter 2017”, “12.03.2018” or “2018”."
        ) % {"typed": typed}
    return dates.get(name)
