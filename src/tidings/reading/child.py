"""The process that parses what strangers send. It holds no key, has limits, and only answers.

Standard input: one JSON line that says what is asked, then the bytes of the file. Standard
output: JSON lines; an error is a line of its own. Run as `python -I -m tidings.reading.child`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from tidings.reading import limits
from tidings.values import BadInput, Dated, Role, SourceKind, TidingsError, UnreadableFile


def main() -> int:
    """Answer one question and leave."""
    question = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    limits.apply()
    try:
        for line in _answer(question, data):
            _say(line)
    except TidingsError as error:
        _say(_error(error))
    except MemoryError:
        _say(_error(_too_large(question["file"])))
    return 0


def _answer(question: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
    from tidings.reading.jsonlines import to_json_lines
    from tidings.reading.rows import rows_to_json

    file = question["file"]
    mapping = {column: Role(role) for column, role in question["mapping"].items()}
    if question["ask"] == "rows":
        yield from rows_to_json(data, file)
        return
    if question["ask"] == "people":
        from tidings.reading.peopletables import listing_lines

        yield from listing_lines(data, file, question["told"], _published(question))
        return
    kind = SourceKind(question["kind"]) if question["kind"] else None
    for reading in readings(data, file, _published(question), mapping, kind):
        yield from to_json_lines(reading)


def readings(
    data: bytes,
    file: str,
    published: Dated | None,
    mapping: dict[str, Role],
    kind: SourceKind | None,
) -> Iterator[Any]:
    """The readings of one file, by the reader that its shape needs."""
    from tidings.reading.sniffing import Shape, sniff

    shape = sniff(data, file, kind)
    if shape is Shape.TABLE:
        from tidings.reading.tables import read_table

        yield from read_table(data, file, mapping, published)
        return
    from tidings.reading.decoding import decode

    text = decode(data, file)
    if len(text) > limits.MAX_PROSE:
        raise UnreadableFile(
            f"a text of {len(text):,} characters; at most {limits.MAX_PROSE:,} are read.",
            "Split it into several files.",
            file=file,
        )
    if shape is Shape.TESTIMONY:
        from tidings.reading.testimony import read_testimony

        yield read_testimony(text, file, published, kind)
        return
    from tidings.reading.article import read_article

    yield read_article(text, file, published)


def _published(question: dict[str, Any]) -> Dated | None:
    from tidings.values import parse_edtf

    return parse_edtf(question["published"]) if question["published"] else None


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def _too_large(file: str) -> UnreadableFile:
    return UnreadableFile(
        "the file needs more memory than a reader may use.",
        "Split it into several files, or save it as CSV.",
        file=file,
    )


def _error(error: TidingsError) -> dict[str, Any]:
    return {
        "kind": "error",
        "error": type(error).__name__,
        "message": error.message,
        "remedy": error.remedy,
        **(
            {"file": error.file, "row": error.row, "field": error.field}
            if isinstance(error, BadInput)
            else {}
        ),
    }


if __name__ == "__main__":
    sys.exit(main())
