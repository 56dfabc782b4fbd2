"""Killed at any moment: what was acknowledged is there, nothing is half there."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tidings.registry import folder, ledger
from tidings.registry.models import Act, Evidence, Mention, Source

WRITER = """
import sys
from pathlib import Path
from tidings.registry import folder
folder.configure()
registry = folder.open_with_key(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
from tidings.registry.act import recording
from tidings.registry.models import Evidence, Mention, Source
number = 0
while True:
    blob = registry.blobs.put(b"evidence %d" % number)
    with recording("Worker", "add", str(number)) as act:
        (source,) = act.insert(Source, [{"title": str(number)}])
        row = {"blob_name": blob.name, "blob_key": blob.key, "sha256": blob.sha256}
        act.insert(Evidence, [row | {"source_id": source, "padded_size": blob.padded_size}])
        act.insert(Mention, [{"source_id": source, "locator": f"A{i}"} for i in range(50)])
    print(number, flush=True)
    number += 1
"""


@pytest.mark.scale
@pytest.mark.parametrize("turn", range(10))
def test_a_killed_writer_leaves_whole_acts_only(registry, turn):
    path, key = registry.path, folder.key_in_use()
    folder.lock()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), key.hex()],
        stdout=subprocess.PIPE,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tidings.registry.settings"},
    )
    first = writer.stdout.readline()
    time.sleep(0.05 + 0.037 * turn)
    writer.send_signal(signal.SIGKILL)
    acknowledged = [first, *writer.stdout.read().splitlines()]
    writer.wait()
    opened = folder.open_with_key(path, key)
    assert not ledger.verify().problem
    added = Act.objects.filter(verb="add").count()
    assert added in (len(acknowledged), len(acknowledged) + 1)
    assert Source.objects.count() == Evidence.objects.count() == added
    assert Mention.objects.count() == 50 * added
    for evidence in Evidence.objects.order_by("id"):
        data = opened.blobs.get(evidence.blob_name, evidence.blob_key)
        assert data == f"evidence {evidence.source.title}".encode()
