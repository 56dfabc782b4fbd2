"""The lists that are measured on, read as rows of cells; none of them is shipped or trained on.

They lie in `data/names` of a folder `shared` beside the checkout, or where `TIDINGS_SHARED` says.
A cell holds every spelling of one name in one script; () when the list has none.
"""

from __future__ import annotations

import csv
import gzip
import os
import random
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.names import rules
from tidings.names import han

SHARED: Final = Path(os.environ.get("TIDINGS_SHARED", Path(__file__).parents[3] / "shared"))
LISTS: Final = SHARED / "data" / "names"

Cell = tuple[str, ...]
Row = dict[str, Cell]

_HAN: Final = "[\u4e00-\u9fff]{2,}"
_COLUMNS: Final = ("latn", "cyrl", "arab", "han")
_PATTERNS: Final = {
    "latn": "[a-zäöüğşçıéáóøåè]{3,}",
    "cyrl": "[а-яё]{4,}",
    "arab": "[\u0621-\u06d5]{3,}",
}
#: As many forms of one Wikidata item enter a vocabulary.
FORMS: Final = 3


@cache
def wikidata_rows() -> list[Row]:
    """Single tokens of the Wikidata development list that pass the filter of the published
    measurements, in their order: shuffled with seed 7, up to three Han forms, one of the others."""
    pinyin, found = han.all_syllables(), []
    for cells in _wikidata("dev"):
        forms = {
            column: [form for form in cells[column] if re.fullmatch(pattern, form)]
            for column, pattern in _PATTERNS.items()
        }
        chinese = [form for form in cells["han"] if re.fullmatch(_HAN, form)]
        if not (chinese and forms["cyrl"] and forms["latn"]) or pinyin.intersection(forms["latn"]):
            continue
        syllables = re.findall("[аеёиоуыэюяәіөүұ]+", forms["cyrl"][0])
        if len(chinese[0]) >= len(syllables) - 1:
            row = {column: tuple(forms[column][:1]) for column in _PATTERNS}
            row["han"] = tuple(dict.fromkeys(map(han.simplify, chinese[:3])))
            found.append(row)
    random.Random(7).shuffle(found)
    return found


def wikidata_words(column: str) -> list[str]:
    """Every distinct word of one script in the Wikidata training and development lists, the first
    three forms of each item."""
    seen: dict[str, None] = {}
    for part in ("train", "dev"):
        for cells in _wikidata(part):
            words = [form for form in cells[column] if len(form) > 1 and " " not in form]
            seen.update(dict.fromkeys(unicodedata.normalize("NFC", word) for word in words[:FORMS]))
    return list(seen)


def attested_rows() -> list[Row]:
    """Names of public persons of the Xinjiang region as they stand in sources, with their Han and
    Latin spellings; `signed` tells ("pinyin",) from ("own",).

    170 rows have both. In 114 the list's note says that the Latin form is pinyin, near it or half
    of it; the other 56 are spelled by their bearers (43 say so) or in encyclopedias, rosters and
    a dictionary (4 are given names).
    """
    found = []
    for cells in _table("xinjiang_attested_dev"):
        row = {"han": _forms(cells["han"]), "latn": _forms(cells["latn"])}
        if row["han"] and row["latn"]:
            row["signed"] = ("pinyin",) if "pinyin" in cells["note"] else ("own",)
            found.append(row)
    return found


def kazakh_rows() -> list[Row]:
    """Common Kazakh given names; Latin, töte and pinyin by rule from the two columns recalled."""
    rows = [
        {"cyrl": _forms(cells["cyrl"]), "han": _forms(cells["han"])}
        for cells in _table("kk_given_dev")
    ]
    return [
        row
        | {
            "latn*": tuple(map(rules.latin_2021, row["cyrl"])),
            "arab*": tuple(map(rules.tote, row["cyrl"])),
            "pinyin*": _pinyin(row["han"]),
        }
        for row in rows
    ]


def uyghur_rows() -> list[Row]:
    """Common Uyghur given names; pinyin by rule."""
    rows = [
        {column: _forms(cells[column]) for column in ("arab", "latn", "han")}
        for cells in _table("ug_given_dev")
    ]
    return [row | {"pinyin*": _pinyin(row["han"])} for row in rows]


def figures_rows() -> list[Row]:
    """Public figures, mostly recalled; pinyin by rule."""
    columns = ("kk", "ru", "latn", "arab", "han")
    rows = [
        {column: _forms(cells[column]) for column in columns}
        for cells in _table("public_figures_dev")
    ]
    return [row | {"pinyin*": _pinyin(row["han"])} for row in rows]


def _forms(cell: str | None) -> Cell:
    return tuple(form.strip() for form in (cell or "").split(";") if form.strip())


def _pinyin(chinese: Sequence[str]) -> Cell:
    return tuple(dict.fromkeys(map(rules.pinyin, chinese)))


def _table(name: str) -> list[dict[str, str]]:
    text = (LISTS / f"{name}.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _wikidata(part: str) -> list[dict[str, list[str]]]:
    """Every item as its forms by column."""
    text = gzip.decompress((LISTS / f"wikidata_{part}.tsv.gz").read_bytes()).decode()
    items = []
    for line in text.splitlines()[1:]:
        cells = (line.split("\t")[1:] + [""] * 4)[:4]
        forms = ([form for form in cell.split("|") if form] for cell in cells)
        items.append(dict(zip(_COLUMNS, forms, strict=True)))
    return items
