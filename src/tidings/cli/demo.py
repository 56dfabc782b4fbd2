"""`demo`: the invented example registry, built, summed up, checked and served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from tidings.cli.progress import shown_progress
from tidings.cli.serving import PORT, BrowserOption, PortOption
from tidings.values.errors import CheckFailed, Locked

WORKER = "Example Worker"

#: Words for a passphrase that is shown on the screen and opens invented data only.
WORDS = (
    "river apple lantern copper meadow window saddle harbour willow candle orchard pebble".split()
)


class MemoryOpener:
    """Opens the demo's registry: key and passphrase live in this process and nowhere else."""

    example = True

    def __init__(self, path: Path, key: bytes, passphrase: str) -> None:
        self._path, self._key, self._passphrase = path, key, passphrase

    def unlock(self, secret: str) -> None:
        import secrets

        from tidings.registry import folder

        if not secrets.compare_digest(secret.strip().encode(), self._passphrase.encode()):
            raise Locked("This passphrase does not open the registry.", "The terminal shows it.")
        folder.open_with_key(self._path, self._key)

    def lock(self) -> None:
        from tidings.registry import folder

        folder.lock()


def demo(
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the desk at the end.")
    ] = True,
    check: Annotated[
        bool,
        typer.Option("--check", help="Compare with the truth file and print right, wrong, missed."),
    ] = False,
    port: PortOption = PORT,
    browser: BrowserOption = False,
) -> None:
    """Build and open an example registry. Everything in it is invented.

    Example: tidings demo
    """
    import secrets

    from tidings import example
    from tidings.desk.serving import build_server, configure

    configure()
    with _temporary_registry() as (path, key):
        with shown_progress() as progress:
            summary = example.build(actor=WORKER, progress=progress)
        example.print_summary(summary)
        if check and not example.print_check(example.check(summary)):
            raise CheckFailed("The example does not agree with its truth file.")
        if serve:
            site = _site(path)
            passphrase = " ".join(secrets.choice(WORDS) for _ in range(4))
            server = build_server(None, port=port, opener=MemoryOpener(path, key, passphrase))
            desk = f"http://127.0.0.1:{server.effective_port}/"
            with served_folder(site, int(server.effective_port) + 1) as address:
                _announce(desk, address, passphrase, browser)
                server.run()


@contextmanager
def _temporary_registry() -> Iterator[tuple[Path, bytes]]:
    """An open example registry in a folder that goes when the demo ends."""
    import shutil
    import signal
    import tempfile

    from tidings.registry import folder
    from tidings.vault import new_key

    place = Path(tempfile.mkdtemp(prefix="tidings-demo-"))
    path, key = place / "registry", new_key()
    # A closed terminal or a shutdown ends the demo as Ctrl-C does: the folder goes.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        folder.create_with_key(path, WORKER, key, example=True)
        folder.open_with_key(path, key)
        yield path, key
    finally:
        folder.lock()
        shutil.rmtree(place, ignore_errors=True)


def _site(registry: Path) -> Path:
    """The example's public site, where the desk builds it anew when something is published."""
    from datetime import date

    from tidings.registry.folder import current
    from tidings.release import publish
    from tidings.values import PUBLIC

    folder = registry.with_name(f"{registry.name}-site")
    publish(current(), PUBLIC, date.today(), folder, actor=WORKER)
    return folder


@contextmanager
def served_folder(folder: Path, port: int) -> Iterator[str]:
    """A folder of static pages, served to this computer only; gives its address. Another free
    port where this one is taken."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Who looks at what is nobody's to keep."""

    handler = partial(Quiet, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _announce(desk: str, site: str, passphrase: str, browser: bool) -> None:
    import webbrowser

    print(f"\nThe desk is open at   {desk}", flush=True)
    print(f"Its passphrase is     {passphrase}", flush=True)
    print(f"Its public site is    {site}", flush=True)
    print("Everything in it is invented. Stop it with Ctrl-C; nothing is kept.", flush=True)
    if browser:
        webbrowser.open(desk)
