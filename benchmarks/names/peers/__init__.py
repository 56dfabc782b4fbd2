"""Other matchers asked the same questions, each in an environment of its own.

An environment is made once by `uv` under `$XDG_CACHE_HOME/tidings-bench` (else `~/.cache`), from
pinned versions. A peer's script reads tasks as JSON and writes its scores as raw 32-bit floats;
answers are kept there too, by what was asked, since a pinned peer answers the same every time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from benchmarks.names.metrics import Scores
from benchmarks.names.tasks import Task

CACHE: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tidings-bench"
SCRIPTS: Final = Path(__file__).parent
#: Seconds that making an environment may take; one package of a peer is compiled.
PATIENCE: Final = 900
#: What a slow peer is asked of a large task: so many queries, against so many names.
SMALLER: Final = (100, 400)


@dataclass(frozen=True)
class Peer:
    """`slow`: it scores about a thousand pairs a second, so it is asked of fewer and smaller
    tasks. `knows`: a list whose names stand in a table of its own."""

    name: str
    script: str
    packages: tuple[str, ...]
    slow: bool = False
    knows: str = ""


class NoPeer(Exception):
    """A peer cannot be asked here; the text says why."""


_ROMANISED: Final = ("numpy==2.4.6", "rapidfuzz==3.14.6")
PEERS: Final = (
    Peer("anyascii + JW", "anyascii_jw.py", ("anyascii==0.3.3", *_ROMANISED)),
    Peer("uroman + token sort", "uroman_tokensort.py", ("uroman==1.3.1.1", *_ROMANISED)),
    Peer(
        "logic-v2",
        "logic_v2.py",
        ("nomenklatura==4.17.4", "numpy==2.4.6"),
        slow=True,
        knows="wikidata_dev",
    ),
)


def asked(peer: Peer, tasks: Sequence[Task]) -> Iterator[tuple[Task, Scores]]:
    """Each task, cut to what the peer can answer in bearable time, with the peer's scores.

    Raises NoPeer when its environment cannot be made.
    """
    possible = [_cut(task) for task in tasks if _asks(task)] if peer.slow else tasks
    unanswered = {_kept(peer, task): task for task in possible if not _kept(peer, task).exists()}
    if unanswered:
        _answer(peer, list(unanswered.values()))
    for task in possible:
        scores = np.fromfile(_kept(peer, task), np.float32)
        yield task, scores.reshape(len(task.queries), len(task.pool))


def _asks(task: Task) -> bool:
    """Whether a slow peer is asked at all: the tasks the bars are about, from Chinese where there
    are many rows."""
    if task.data == "wikidata_dev":
        return task.asked == "han"
    return task.case in ("given names", "full names") or task.case.startswith("signed")


def _cut(task: Task) -> Task:
    queries, pool = SMALLER
    return task.smaller(queries, pool) if len(task.pool) > pool else task


def _answer(peer: Peer, tasks: Sequence[Task]) -> None:
    python = _environment(peer)
    with TemporaryDirectory(prefix="tidings-bench-") as name:
        folder = Path(name)
        for nth, task in enumerate(tasks):
            (folder / f"{nth}.json").write_text(_question(task), encoding="utf-8")
        done = subprocess.run(
            [python, SCRIPTS / peer.script, folder], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NoPeer(done.stderr.strip().splitlines()[-1] if done.stderr else "it failed")
        for nth, task in enumerate(tasks):
            _kept(peer, task).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(folder / f"{nth}.f32", _kept(peer, task))


def _question(task: Task) -> str:
    return json.dumps({"queries": task.queries, "pool": task.pool}, ensure_ascii=False)


def _kept(peer: Peer, task: Task) -> Path:
    script = (SCRIPTS / peer.script).read_text(encoding="utf-8")
    asked = "\n".join((*peer.packages, script, _question(task)))
    digest = hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()
    return CACHE / "answers" / f"{peer.script.removesuffix('.py')}-{digest[:24]}.f32"


def _environment(peer: Peer) -> Path:
    """The interpreter of the peer's environment, which is made when it is not there yet."""
    stamp = hashlib.sha256("\n".join(peer.packages).encode()).hexdigest()[:12]
    place = CACHE / f"{peer.script.removesuffix('.py')}-{stamp}"
    python = place / "bin" / "python"
    if (place / "ready").exists():
        return python
    uv = shutil.which("uv") or str(SCRIPTS.parents[2] / ".tools" / "bin" / "uv")
    if not Path(uv).exists():
        raise NoPeer("no uv to make its environment with")
    with suppress(FileNotFoundError):
        shutil.rmtree(place)
    _run([uv, "venv", "--quiet", "--python", sys.executable, str(place)])
    _run([uv, "pip", "install", "--quiet", "--python", str(python), *peer.packages])
    (place / "ready").touch()
    return python


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.CalledProcessError as failed:
        lines = failed.stderr.strip().splitlines() or ["no reason given"]
        raise NoPeer(f"its environment cannot be made: {lines[-1]}") from failed
    except subprocess.TimeoutExpired as late:
        raise NoPeer("its environment took too long to make") from late
