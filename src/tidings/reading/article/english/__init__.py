"""English: news copy, bulletins, replies and testimonies, by rules and word tables."""

from __future__ import annotations

from tidings.reading.article.english.reading import read

__all__ = ["read"]
