"""Names in any script: scripts to phones, weighted alignment, a lexicon with neighbours, search,
and words for why two names match.

    compare("Ерлан Болатұлы", "叶尔兰·波拉提").score     # above 0: one name, below: two
    explain(compare("Қайрат", "Khairat-uly"), "en")      # why, part by part
    search("erlan bolat", NameIndex.from_rows(rows))     # among many, best first
"""

from tidings.names.compare import compare
from tidings.names.explain import explain
from tidings.names.index import NameIndex
from tidings.names.lexicon import NEIGHBOUR, Lexicon
from tidings.names.match import Match, PartMatch
from tidings.names.parts import Part, likely_roles, parts_of
from tidings.names.search import Hit, compare_many, prepare, search
from tidings.names.variants import related
from tidings.names.writing import Guess, Writing, writings

__all__ = [
    "NEIGHBOUR",
    "Guess",
    "Hit",
    "Lexicon",
    "Match",
    "NameIndex",
    "Part",
    "PartMatch",
    "Writing",
    "compare",
    "compare_many",
    "explain",
    "likely_roles",
    "parts_of",
    "prepare",
    "related",
    "search",
    "writings",
]
