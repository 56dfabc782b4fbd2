"""`serve`: the desk on localhost."""

from __future__ import annotations

from typing import Annotated

import typer

from tidings.cli.opening import RegistryOption, registry_folder

PORT = 8464
PortOption = Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")]
BrowserOption = Annotated[bool, typer.Option("--browser", help="Open the page in the browser.")]


def serve(
    registry: RegistryOption = None, port: PortOption = PORT, browser: BrowserOption = False
) -> None:
    """Open the desk for your browser, on this computer only. It asks for the passphrase itself.

    Example: tidings serve
    """
    from tidings.desk.serving import build_server

    folder = registry_folder(registry)
    server = build_server(folder, port=port)
    address = f"http://127.0.0.1:{server.effective_port}/"
    print(f"The desk for {folder} is at {address}", flush=True)
    print("It asks for the passphrase. Stop it with Ctrl-C.", flush=True)
    if browser:
        import webbrowser

        webbrowser.open(address)
    server.run()
