"""A written name cut into the letters of an alignment, each to be drawn in its own place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tidings.names.parts import normalised
from tidings.publishing.pictures.text import clean, escaped, lang_attribute, width, wrapped
from tidings.values import Script, is_right_to_left, script_of

#: Arabic letters that do not join the one after them; ء joins neither side.
_ENDS_A_JOIN: Final = frozenset("اآأإٱدذرزژوؤۇۆۈۋەةء")
_JOINER: Final = "\N{ZERO WIDTH JOINER}"


@dataclass(frozen=True)
class Row:
    """One part of a name: `letters`, "" where the other name alone has some, and `rest`, which
    was not compared: an ending that says whose child, a -jan."""

    letters: tuple[str, ...]
    rest: str
    script: Script

    @property
    def pieces(self) -> tuple[str, ...]:
        return (*self.letters, self.rest)

    @property
    def right_to_left(self) -> bool:
        return is_right_to_left(self.script)

    def widths(self, size: float) -> list[float]:
        """How wide each piece is at most, in the units of `size`."""
        return [width(piece, size) for piece in self.pieces]

    def text(self, at: int, x: float, y: float, size: str) -> str:
        """SVG: one piece around `x`, joined to its neighbours as the script writes them. `size`
        is an attribute for the size of the letters, or nothing."""
        look = "label" if at < len(self.letters) else "less"
        lang = lang_attribute("".join(self.pieces))
        return (
            f'<text class="{look}" x="{x:.1f}" y="{y:g}"{size}{lang}>'
            f"{escaped(self._joined(at))}</text>"
        )

    def _joined(self, at: int) -> str:
        pieces = self.pieces
        if self.script is not Script.ARABIC:
            return pieces[at]
        before, after = "".join(pieces[:at]), "".join(pieces[at + 1 :])
        start = _JOINER if before and before[-1] not in _ENDS_A_JOIN else ""
        end = _JOINER if after and pieces[at][-1] not in _ENDS_A_JOIN else ""
        return f"{start}{pieces[at]}{end}"


def row(written: str, letters: Sequence[str]) -> Row:
    """The part as it is written, cut as `letters` (of its normalised form) cut it; in one piece
    where there are none."""
    seen = clean(written)
    script = script_of(seen)
    if not letters:
        return Row((seen,) if seen else (), "", script)
    pieces = _cut(seen, letters)
    return Row(tuple(letters), "", script) if pieces is None else Row(*pieces, script)


def one_word(written: str, size: float, room: float) -> Row:
    """The part in one piece that is no wider than `room`."""
    return row(" ".join(wrapped(written, size, room, most=1)), ())


def _cut(written: str, letters: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """Pieces of `written` whose normalised forms are `letters`, and what is left over. A sign
    that is not heard, as the carrier of a vowel, stays with the letter after it."""
    pieces = []
    at = 0
    for wanted in letters:
        start, unheard = at, wanted
        while unheard and at < len(written):
            unheard = unheard.removeprefix(normalised(written[at]))
            at += 1
        if unheard:
            return None
        pieces.append(written[start:at].strip())
    return tuple(pieces), written[at:].strip()
