"""What happened and who says so: the drawing, and the table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from markupsafe import Markup

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures import NARROW, Picture
from tidings.publishing.pictures.of_release import timeline_of
from tidings.publishing.release import ReleasedPerson, ReleasedStatement
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import NOTHING, plain, safe

#: A drawing of fewer dated rows shows no more than the table.
DRAWN_FROM = 2


def told_table(said: Sequence[ReleasedStatement], words: Words) -> Markup:
    """The statements in their order as a table, one row for what several sources say alike."""
    rows: dict[tuple[Markup, Markup], dict[Markup, None]] = {}
    for each in said:
        row, speaker = _row(each, words.language)
        rows.setdefault(row, {})[speaker] = None
    body = "\n".join(
        [
            f'<tr><th scope="row">{when}</th><td><strong>{what}</strong>'
            f"<p>{'</p><p>'.join(sayers)}</p></td></tr>"
            for (when, what), sayers in rows.items()
        ]
    )
    return safe(f"{_head(words.language)}\n<tbody>\n{body}\n</tbody>\n</table>")


@lru_cache(maxsize=65536)
def _row(said: ReleasedStatement, language: Language) -> tuple[tuple[Markup, Markup], Markup]:
    """When and what, and who says so."""
    words = Words(language)
    return (words.when(said.held), words.happened(said)), words.speaker(said)


@cache
def _head(language: Language) -> str:
    when, told = (plain(phrase(f"site.{key}", language)) for key in ("when", "told"))
    heads = f'<th scope="col">{when}</th><th scope="col">{told}</th>'
    return f'<table class="told">\n<thead><tr>{heads}</tr></thead>'


def timeline_figure(person: ReleasedPerson, words: Words) -> Markup:
    """The person's timeline drawn; nothing where it would show no more than the table."""
    if len({each.held.edtf for each in person.timeline if each.held}) < DRAWN_FROM:
        return NOTHING
    return figure_of(timeline_of(person, language=words.language, shape=NARROW, said_by=False))


def figure_of(picture: Picture | None, narrow: Picture | None = None) -> Markup:
    """A picture whose table stands beside it on the page; `narrow` is shown on a phone."""
    if picture is None:
        return NOTHING
    drawn = picture.svg
    if narrow is not None:
        drawn = (
            f'<div class="picture-wide">{drawn}</div><div class="picture-narrow">{narrow.svg}</div>'
        )
    legend = f"<figcaption>{plain(picture.legend)}</figcaption>" if picture.legend else ""
    return safe(f'<figure class="picture">{drawn}{legend}</figure>')
