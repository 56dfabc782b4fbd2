"""The ids that leave: random to whoever has no key, the same from one release to the next, and
different for each audience and form, so that two releases cannot be laid side by side."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from tidings.values import Audience

#: Douglas Crockford's base 32: no i, l, o, u.
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
#: 80 bits: among 10^7 people two alike are one chance in 10^10.
_LENGTH = 16


def released_id(secret: bytes, audience: Audience, kind: str, subject: Iterable[int]) -> str:
    """The id of a person or an announcement for one audience: HMAC-SHA256 under `secret`."""
    words = "\n".join([audience.key, kind, *map(str, subject)])
    number = int.from_bytes(hmac.digest(secret, words.encode(), "sha256")[:10], "big")
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(_LENGTH))
