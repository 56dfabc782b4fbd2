"""Runs the desk on this machine: one process, a few threads, no file outside the registry."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tidings.desk.gate import Gate, Opener, install
from tidings.values import WrongUse

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

SETTINGS = "tidings.desk.settings"
DEFAULT_PORT = 8464
THREADS = 4
IDLE_CHECK_SECONDS = 15
#: Room for the largest upload and its form fields.
LARGEST_REQUEST = 34 * 1024 * 1024


class FolderOpener:
    """Opens one registry folder with its passphrase or recovery key."""

    def __init__(self, folder: Path) -> None:
        from tidings.registry.folder import read_settings

        self.folder = folder
        self.example = bool(read_settings(folder).get("example", False))

    def unlock(self, secret: str) -> None:
        from tidings.registry import folder

        folder.open_registry(self.folder, secret)

    def lock(self) -> None:
        from tidings.registry import folder

        folder.lock()


def configure() -> None:
    """Set Django up for the desk. A process has one set-up: call this before any other.

    WrongUse when the process is already set up for something else.
    """
    from django.conf import settings

    if settings.configured and settings.SETTINGS_MODULE != SETTINGS:
        raise WrongUse(
            "This process was set up without the desk.",
            "Call tidings.desk.configure() before the registry is opened.",
        )
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()


def serve(
    folder: Path | None,
    *,
    host: str = "127.0.0.1",
    port: int = DEFAULT_PORT,
    opener: Opener | None = None,
) -> None:
    """Serve the desk until interrupted, locked at first.

    `folder` is the registry; a demo passes None and an `opener` of its own, which holds the key.
    """
    server = build_server(folder, host=host, port=port, opener=opener)
    server.run()


def build_server(
    folder: Path | None,
    *,
    host: str = "127.0.0.1",
    port: int = DEFAULT_PORT,
    opener: Opener | None = None,
) -> BaseWSGIServer:
    """The bound but not yet running server; `effective_port` says where, for port 0."""
    if opener is None:
        if folder is None:
            raise WrongUse("Nothing to serve.", "Name a registry folder.")
        opener = FolderOpener(folder)
    configure()
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    gate = Gate(opener)
    install(gate)
    threading.Thread(target=_watch, args=(gate,), daemon=True).start()
    threading.Thread(target=_warm, daemon=True).start()
    return create_server(
        get_wsgi_application(),
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_REQUEST,
        # What overflows goes to a temporary file, in the clear: let nothing overflow.
        inbuf_overflow=2 * LARGEST_REQUEST,
        outbuf_overflow=2 * LARGEST_REQUEST,
    )


def _warm() -> None:
    """Load the compiled matcher while the passphrase is being typed: it takes seconds."""
    from tidings.names import NameIndex, search

    search("Exam", NameIndex.from_rows([(1, "Example Name")]), prefix=True)


def _watch(gate: Gate) -> None:
    while True:
        time.sleep(IDLE_CHECK_SECONDS)
        gate.lock_when_idle()
