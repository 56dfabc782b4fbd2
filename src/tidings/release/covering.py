"""What of a person's record an audience may be given at all, before it is cut to a form.

Covered is what the audience is cleared for; what lies in a source in which one of the standing
consents was given, or in which the person is named as the consent means them; and the
organisation's own letters. What is sealed never leaves, whatever the consent.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from tidings.release.known import Known
from tidings.values import Audience, Level, highest


def covered(
    known: Known, audience: Audience, consented: Mapping[int, frozenset[int]] | None = None
) -> Known:
    """The same person with nothing but covered mentions, statements, kin and letters.

    `consented` are the sources that are opened for others: that two are kin may be said where
    it is covered for one of them.
    """
    own = {each.source for each in known.letters if each.level is not Level.SEALED}
    opened = known.consented | own
    of_kin = consented or {}
    mentions = tuple(
        each
        for each in known.mentions
        if may_leave([each.level, each.source.level], each.source.id, opened, audience)
    )
    levels = {each.id: each.level for each in known.mentions}
    return replace(
        known,
        mentions=mentions,
        statements=tuple(
            each
            for each in known.statements
            if may_leave(
                [each.level, each.source.level, levels.get(each.mention or 0, Level.SEALED)],
                each.source.id,
                opened,
                audience,
            )
        ),
        kin=tuple(
            each
            for each in known.kin
            if may_leave(
                [each.level],
                each.source,
                opened | of_kin.get(each.other, frozenset()),
                audience,
            )
        ),
        letters=tuple(each for each in known.letters if each.level is not Level.SEALED),
    )


def may_leave(levels: list[Level], source: int, opened: Set[int], audience: Audience) -> bool:
    """Whether something with these levels, from this source, may leave for the audience."""
    if Level.SEALED in levels:
        return False
    return source in opened or highest(levels).rank <= audience.clearance.rank
