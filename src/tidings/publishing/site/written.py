"""Text of a release as HTML that a reader of any script sees rightly and nothing else can use."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from tidings.values import Script, clean, is_right_to_left, language_of, script_of

#: Language tags where the letters alone tell no more than the script.
_TAGS: dict[Script, str] = {
    Script.HAN: "zh",
    Script.PINYIN: "zh-Latn",
    Script.LATIN: "und-Latn",
    Script.CYRILLIC: "und-Cyrl",
    Script.ARABIC: "und-Arab",
}
_BY_LETTERS = (Script.CYRILLIC, Script.ARABIC)


def safe(html: str) -> Markup:
    """HTML put together from parts that were escaped, each where it came in."""
    return Markup(html)  # noqa: S704


#: A piece of a page that is not there.
NOTHING: Final = safe("")


@lru_cache(maxsize=65536)
def plain(words: str) -> Markup:
    """Words of ours, escaped."""
    return escape(words)


@lru_cache(maxsize=65536)
def named(written: str, script: Script) -> Markup:
    """A name of its own direction, tagged with its language for fonts and screen readers."""
    return _isolated(clean(written), script)


@lru_cache(maxsize=65536)
def text(written: str) -> Markup:
    """One line of any text, without characters that cannot be seen, as one piece."""
    seen = clean(written)
    return _isolated(seen, script_of(seen))


def lines(written: str) -> tuple[Markup, ...]:
    """A longer text line by line, empty lines left out."""
    return tuple(text(line) for line in written.splitlines() if clean(line))


def _isolated(seen: str, script: Script) -> Markup:
    language = (language_of(seen) if script in _BY_LETTERS else None) or _TAGS.get(script)
    tag = f' lang="{language}"' if language else ""
    direction = "rtl" if is_right_to_left(script) else "ltr"
    return safe(f'<bdi{tag} dir="{direction}">{escape(seen)}</bdi>')
