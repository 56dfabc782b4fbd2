"""The desk on a real port: locked at first, silent about itself, and never on the disk."""

import contextlib
import http.client
import os
import subprocess
import sys
import threading

import pytest
from desk_setup import SECRET, Opener
from waitress.buffers import TempfileBasedBuffer

from tidings.desk.serving import LARGEST_REQUEST, build_server
from tidings.registry import key as held
from tidings.values import WrongUse


@pytest.fixture
def served(registry):
    """(host and port) of a running desk over an empty registry."""
    server = build_server(None, port=0, opener=Opener(registry.path, held.master()))

    def run():
        # Closing the socket under its loop is how a test stops a server.
        with contextlib.suppress(OSError):
            server.run()

    threading.Thread(target=run, daemon=True).start()
    yield server.effective_host, server.effective_port
    server.close()


def ask(served, method, path, body=None, **headers):
    connection = http.client.HTTPConnection(*served, timeout=60)
    connection.request(method, path, body, {"Host": "localhost", **headers})
    response = connection.getresponse()
    response.body = response.read()
    return response


def test_it_listens_on_this_machine_only_and_is_locked(served):
    assert served[0] == "127.0.0.1"
    response = ask(served, "GET", "/")
    assert (response.status, response.headers["Location"]) == (302, "/unlock")
    assert "waitress" not in str(response.headers).lower()


def test_a_large_upload_never_touches_the_disk(served, monkeypatch):
    def spilled(*_):
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr(TempfileBasedBuffer, "newfile", spilled)
    response = ask(served, "POST", "/add", b"x" * (3 * 1024 * 1024))
    assert response.status in (302, 403)


def test_a_request_beyond_the_limit_is_refused(served):
    large = {"Content-Length": str(LARGEST_REQUEST + 1)}
    assert ask(served, "POST", "/add", b"x", **large).status == 413


def test_the_passphrase_is_not_in_the_log(served, capfd):
    ask(served, "POST", "/unlock", f"secret={SECRET}-canary".encode())
    written = capfd.readouterr()
    assert "canary" not in written.out + written.err


def test_nothing_is_served_without_a_registry():
    with pytest.raises(WrongUse):
        build_server(None)


def test_a_process_set_up_otherwise_is_told_so():
    script = (
        "from tidings.registry import folder; folder.configure()\n"
        "from tidings.desk import configure\n"
        "try: configure()\n"
        "except Exception as error: print(type(error).__name__)\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment
    )
    assert run.stdout.strip() == "WrongUse", run.stderr
