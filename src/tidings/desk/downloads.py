"""Files that leave the desk: their names say nothing of whom they are about."""

from __future__ import annotations

from django.http import HttpResponse

from tidings.casework.papers import DOCX, PDF

ENDINGS = {
    PDF: "pdf",
    DOCX: "docx",
    "application/json": "json",
    "image/jpeg": "jpg",
    "image/png": "png",
    "text/plain": "txt",
}


def download(data: bytes, media_type: str, stem: str) -> HttpResponse:
    """The file to be saved, never shown within the desk: it may come from anybody."""
    known = media_type if media_type in ENDINGS else "application/octet-stream"
    name = f"{stem}.{ENDINGS[known]}" if known in ENDINGS else stem
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=known, headers=headers)
