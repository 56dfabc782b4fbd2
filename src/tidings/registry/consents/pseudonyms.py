"""Another name may not lead to the person's own."""

from __future__ import annotations

from collections.abc import Iterable

from tidings.names import compare, parts_of

#: As `compare` calls parts that are one name, in one script or two.
ALIKE = frozenset({"same", "sounds_same", "near"})


def gives_away(pseudonym: str, names: Iterable[str]) -> bool:
    """Whether a part of the pseudonym is, or sounds like, a part of one of these names."""
    tokens = {part.token for part in parts_of(pseudonym)}
    return any(
        not tokens.isdisjoint(part.token for part in parts_of(name))
        or any(part.verdict in ALIKE for part in compare(pseudonym, name).parts)
        for name in names
    )
