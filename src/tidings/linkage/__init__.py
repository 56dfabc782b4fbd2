"""Who is the same: tables of mentions in, candidate pairs, weights, evidence and clusters out.

Works on ids, intervals and keyed hashes; names stay with the caller. Splink and DuckDB are
loaded when a run begins, not when this room is imported.
"""

from tidings.linkage.evidence import Evidence, ScoredPair, explain_evidence
from tidings.linkage.linking import Linkage, link, link_tables
from tidings.linkage.matching import Matched, match_people
from tidings.linkage.mentions import LinkMention, NamePart, Relative, number_key
from tidings.linkage.people import Person
from tidings.linkage.places import (
    forget_places,
    is_unit_token,
    place_tokens,
    place_words,
    tokens_within,
)

__all__ = [
    "Evidence",
    "LinkMention",
    "Linkage",
    "Matched",
    "NamePart",
    "Person",
    "Relative",
    "ScoredPair",
    "explain_evidence",
    "forget_places",
    "is_unit_token",
    "link",
    "link_tables",
    "match_people",
    "number_key",
    "place_tokens",
    "place_words",
    "tokens_within",
]
