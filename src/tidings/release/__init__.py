"""The one way out: the registry and the consents in it become a `Release` for one audience.

`release` gathers rows, decides by pure rules what consents allow, and gives back a frozen value
that holds nothing else. What leads back into the registry (`person_ids`, `left_out`) is for a
worker's eyes. Needs an open registry.
"""

from tidings.publishing.difference import Change, difference
from tidings.release import signing
from tidings.release.giving import give_out, last
from tidings.release.leaving_out import LeftOut, Missing, left_out
from tidings.release.releasing import announcement_ids, person_ids, release, words_withheld
from tidings.release.site import Published, publish
from tidings.release.words import Withheld

__all__ = [
    "Change",
    "LeftOut",
    "Missing",
    "Published",
    "Withheld",
    "announcement_ids",
    "difference",
    "give_out",
    "last",
    "left_out",
    "person_ids",
    "publish",
    "release",
    "signing",
    "words_withheld",
]
