"""The parent's side of reading: opens the file safely and lets a child process parse it."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tidings.reading import limits
from tidings.reading.jsonlines import from_json_lines
from tidings.reading.listings import Listing, listings_of
from tidings.reading.reading import Reading
from tidings.reading.rows import RawTable, rows_from_json
from tidings.values import BadInput, Dated, Role, SourceKind, TidingsError, UnreadableFile, WrongUse


def read_file(
    path: Path,
    *,
    published: Dated | None = None,
    mapping: Mapping[str, Role] | None = None,
    kind: SourceKind | None = None,
) -> list[Reading]:
    """What a file proposes: one Reading for each sheet, testimony, letter or article.

    `published` is the day from which "last month" and ages count. `mapping` corrects columns:
    a letter ("C") or a header ("Имя") -> its role. `kind` overrules what the file looks like.
    Raises UnreadableFile or BadInput for a file that cannot be read, WrongUse for a mapping that
    names no column; single bad rows are in `unread` of the readings.
    """
    data = file_bytes(path)
    return read_bytes(data, path.name, published=published, mapping=mapping, kind=kind)


def read_bytes(
    data: bytes,
    file: str,
    *,
    published: Dated | None = None,
    mapping: Mapping[str, Role] | None = None,
    kind: SourceKind | None = None,
) -> list[Reading]:
    """As `read_file`, for bytes that are at hand; `file` is the name to show."""
    question = {
        "ask": "readings",
        "file": file,
        "published": published.edtf if published else None,
        "mapping": {column: str(role) for column, role in (mapping or {}).items()},
        "kind": kind.value if kind else None,
    }
    return from_json_lines(_ask(question, data))


def read_rows_of(data: bytes, file: str) -> list[RawTable]:
    """The raw rows of each sheet of a table file, every cell as its words."""
    question = {"ask": "rows", "file": file, "mapping": {}}
    return rows_from_json(_ask(question, data))


def read_people(
    path: Path, *, told: Mapping[str, str] | None = None, published: Dated | None = None
) -> list[Listing]:
    """The sheets of a table file, each row with its own cells and whom it names.

    `told` says what columns are for: a heading or letter -> a word of `uses.Use` or a relative.
    Raises as `read_file`; a table without a column of names, or one of `told`, is no error here.
    """
    question = {
        "ask": "people",
        "file": path.name,
        "published": published.edtf if published else None,
        "told": dict(told or {}),
        "mapping": {},
    }
    return listings_of(_ask(question, file_bytes(path)))


def file_bytes(path: Path) -> bytes:
    """The bytes of a regular file that is no link and not too large. Raises UnreadableFile."""
    try:
        handle = os.open(path, os.O_RDONLY | _flags("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    except FileNotFoundError:
        raise _unreadable(path, "there is no such file.", "Look at the name again.") from None
    except OSError as error:
        raise _cannot_open(path, error) from None
    try:
        found = os.fstat(handle)
        if os.path.islink(path):
            raise _link(path)
        if not stat.S_ISREG(found.st_mode):
            raise _not_a_file(path)
        if found.st_size > limits.MAX_FILE:
            raise _too_large(path, found.st_size)
        with os.fdopen(handle, "rb", closefd=False) as opened:
            return opened.read(limits.MAX_FILE)
    finally:
        os.close(handle)


def _flags(*names: str) -> int:
    """Those of the flags that this system has, together."""
    return sum(getattr(os, name, 0) for name in names)


def _unreadable(path: Path, message: str, remedy: str) -> UnreadableFile:
    return UnreadableFile(message, remedy, file=path.name or str(path))


def _link(path: Path) -> UnreadableFile:
    return _unreadable(path, "this is a link to another file.", "Give the file itself.")


def _not_a_file(path: Path) -> UnreadableFile:
    what = "a folder" if os.path.isdir(path) else "a device or pipe"
    return _unreadable(path, f"this is {what}, not a file.", "Give the files one by one.")


def _too_large(path: Path, size: int) -> UnreadableFile:
    return _unreadable(
        path,
        f"{size / 2**20:,.0f} MB; at most {limits.MAX_FILE // 2**20} MB are read.",
        "Split it into several files.",
    )


def _cannot_open(path: Path, error: OSError) -> UnreadableFile:
    if os.path.islink(path):
        return _link(path)
    if os.path.isdir(path):
        return _not_a_file(path)
    return _unreadable(
        path, f"it cannot be opened ({error.strerror or 'unknown'}).", "See who may read it."
    )


def _ask(question: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    """The lines that the child answers, or the error that it met."""
    file = str(question["file"])
    seconds = limits.seconds_for(len(data))
    with subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-m", "tidings.reading.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as child:
        try:
            answer, _ = child.communicate(
                json.dumps(question).encode() + b"\n" + data, timeout=seconds
            )
        except subprocess.TimeoutExpired:
            raise UnreadableFile(
                f"reading took more than {seconds:.0f} seconds and was stopped.",
                "Split it into several files, or save it as CSV.",
                file=file,
            ) from None
        finally:
            child.kill()
    if child.returncode != 0 or len(answer) > limits.MAX_ANSWER:
        raise UnreadableFile(
            "the reader stopped before the end: the file is damaged or asks for too much.",
            "Save it again as CSV or plain text, or split it.",
            file=file,
        )
    return _lines(answer.splitlines(), file)


def _environment() -> dict[str, str]:
    """Nothing of ours but what Windows needs to start a process at all."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


def _lines(answer: Iterable[bytes], file: str) -> Iterator[dict[str, Any]]:
    for raw in answer:
        line = json.loads(raw)
        if line["kind"] == "error":
            raise _raised(line, file)
        yield line


def _raised(line: Mapping[str, Any], file: str) -> TidingsError:
    """The child's error, as one of ours. Its message has the place in it already."""
    message, remedy = str(line["message"]), str(line["remedy"])
    if line["error"] == WrongUse.__name__:
        return WrongUse(message, remedy)
    kind = UnreadableFile if line["error"] == UnreadableFile.__name__ else BadInput
    error = kind(message, remedy)
    error.file, error.row, error.field = (
        line.get("file") or file,
        line.get("row"),
        line.get("field"),
    )
    return error
