"""Pictures, drawn once for desk, site and letters: SVG with a title, a description and the same
as a table. Uncertain things look uncertain; no meaning is in a colour alone.
"""

from tidings.publishing.pictures.alignment import alignment
from tidings.publishing.pictures.family import FamilyMember, family
from tidings.publishing.pictures.numbers import (
    AnnouncedBar,
    RangeBar,
    announced_against_named,
    ranges,
)
from tidings.publishing.pictures.of_release import (
    announced_of,
    family_of,
    silence_of,
    source_words,
    timeline_of,
)
from tidings.publishing.pictures.picture import (
    NARROW,
    WIDE,
    Picture,
    Shape,
    figure,
    styles,
    table,
)
from tidings.publishing.pictures.silence import BodyLetters, silence
from tidings.publishing.pictures.timeline import TimelineEntry, timeline
from tidings.publishing.pictures.waterfall import EvidenceStep, waterfall

__all__ = [
    "NARROW",
    "WIDE",
    "AnnouncedBar",
    "BodyLetters",
    "EvidenceStep",
    "FamilyMember",
    "Picture",
    "RangeBar",
    "Shape",
    "TimelineEntry",
    "alignment",
    "announced_against_named",
    "announced_of",
    "family",
    "family_of",
    "figure",
    "ranges",
    "silence",
    "silence_of",
    "source_words",
    "styles",
    "table",
    "timeline",
    "timeline_of",
    "waterfall",
]
