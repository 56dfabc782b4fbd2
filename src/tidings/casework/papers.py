"""Papers of a case as sealed evidence: the letter as sent, the answer as it came."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.registry.act import Act
from tidings.registry.adding import evidence_row
from tidings.registry.folder import current
from tidings.registry.models import Evidence
from tidings.values import Level
from tidings.vault import Blob


@dataclass(frozen=True)
class Paper:
    """A file that belongs to a letter or an answer."""

    data: bytes
    name: str
    media_type: str


PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def sealed(paper: Paper) -> Blob:
    """Keep the file; before the act that speaks of it, so that no row is without its file."""
    return current().blobs.put(paper.data)


def enclose(act: Act, source: int, paper: Paper, blob: Blob) -> None:
    """Make the sealed file evidence of its source. It never leaves, whatever a consent says."""
    row = evidence_row(source, paper.name, paper.media_type, blob, Level.SEALED)
    act.insert(Evidence, [row])
