"""What happened and who says so: the drawing, and the table beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup

from tidings.publishing.phrases import LANGUAGES, Language, phrase
from tidings.publishing.pictures import NARROW, Picture
from tidings.publishing.pictures.of_release import entry_of
from tidings.publishing.pictures.timeline import TimelineEntry, timeline
from tidings.publishing.release import ReleasedStatement
from tidings.publishing.site.wording import Words
from tidings.publishing.site.written import NOTHING, plain, safe

#: A drawing of fewer dated rows shows no more than the table.
DRAWN_FROM = 2


class Said(NamedTuple):
    """A statement in the words of one language: when and what, who says so, and as a row of the
    drawing."""

    row: tuple[Markup, Markup]
    speaker: Markup
    entry: TimelineEntry


@lru_cache(maxsize=16384)
def said_in(statement: ReleasedStatement) -> Mapping[Language, Said]:
    """The statement in every language. Kept, since many are alike: of an event there are few,
    and of months too."""
    return {
        language: Said(
            (words.when(statement.held), words.happened(statement)),
            words.speaker(statement),
            entry_of(statement, language, said_by=False),
        )
        for language, words in ((each, Words(each)) for each in LANGUAGES)
    }


def told_table(said: Sequence[Said], language: Language) -> Markup:
    """The statements in their order as a table, one row for what several sources say alike;
    nothing where there are none."""
    if not said:
        return NOTHING
    rows: dict[tuple[Markup, Markup], dict[Markup, None]] = {}
    for row, speaker, _ in said:
        rows.setdefault(row, {})[speaker] = None
    body = "\n".join(
        [
            f'<tr><th scope="row">{when}</th><td><strong>{what}</strong>'
            f"<p>{'</p><p>'.join(sayers)}</p></td></tr>"
            for (when, what), sayers in rows.items()
        ]
    )
    return safe(f"{_head(language)}\n<tbody>\n{body}\n</tbody>\n</table>")


@cache
def _head(language: Language) -> str:
    when, told = (plain(phrase(f"site.{key}", language)) for key in ("when", "told"))
    heads = f'<th scope="col">{when}</th><th scope="col">{told}</th>'
    return f'<table class="told">\n<thead><tr>{heads}</tr></thead>'


def timeline_figure(said: Sequence[Said], language: Language) -> Markup:
    """The timeline drawn; nothing where it would show no more than the table."""
    entries = [each.entry for each in said]
    if len({each.held.edtf for each in entries if each.held}) < DRAWN_FROM:
        return NOTHING
    return figure_of(timeline(entries, language=language, shape=NARROW))


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
