"""Serves the example registry for the browser tests: `python serve_example.py FOLDER`.

Prints the port when it is ready. The pseudo-locale is on; the passphrase is "the right words".
"""

import os
import sys
from pathlib import Path

os.environ["TIDINGS_PSEUDO_LOCALE"] = "1"

from tidings.desk import configure

configure()

SECRET = "the right words"


class Opener:
    """Holds the key in memory and opens for one passphrase."""

    example = True

    def __init__(self, path, key):
        self.path, self.key = path, key

    def unlock(self, secret):
        from tidings.registry import folder
        from tidings.values import Locked

        if secret != SECRET:
            raise Locked("no")
        if not folder.is_open():
            folder.open_with_key(self.path, self.key)

    def lock(self):
        from tidings.registry import folder

        folder.lock()


def main(path):
    from tidings.desk.serving import build_server
    from tidings.example import build
    from tidings.registry import folder
    from tidings.vault import new_key

    key = new_key()
    folder.create_with_key(path, "Example Worker", key, example=True)
    folder.open_with_key(path, key)
    build(actor="Example Worker")
    folder.lock()
    server = build_server(None, port=0, opener=Opener(path, key))
    print(server.effective_port, flush=True)
    server.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
