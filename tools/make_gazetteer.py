"""Make the gazetteer that ships with linkage from tables of units with their names and sources.

    python tools/make_gazetteer.py FOLDER

FOLDER holds `xinjiang.tsv` and `kazakhstan.tsv`: code, level, parent_code, a column of names for
each writing (several between semicolons), former_names (each behind the tag of its writing).
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tidings.linkage.gazetteer.keys import exact
from tidings.linkage.gazetteer.kinds import han_stem, kinds_of, stands_between
from tidings.names.han import simplify

OUT = Path(__file__).parents[1] / "src/tidings/linkage/gazetteer/data/units.tsv"
COLUMNS = ("han", "pinyin", "ug_arab", "ug_latn", "kk_cyrl", "kk_arab", "ru", "en")
HEAD = ("code", "level", "parent", *COLUMNS, "former", "codes")
#: Units above those of the tables, by hand.
ROOTS = (
    {"code": "CN", "level": "country", "han": "中国;中华人民共和国", "ug_arab": "جۇڭگو;خىتاي",
     "ug_latn": "Junggo;Xitay", "kk_cyrl": "Қытай", "kk_arab": "جۇڭگو;قىتاي", "ru": "Китай;КНР",
     "en": "China;PRC;People's Republic of China"},
    {"code": "KZ", "level": "country", "han": "哈萨克斯坦", "pinyin": "ha sa ke si tan",
     "ug_arab": "قازاقىستان", "ug_latn": "Qazaqistan", "kk_cyrl": "Қазақстан",
     "kk_arab": "قازاقستان", "ru": "Казахстан;РК", "en": "Kazakhstan;Qazaqstan"},
)  # fmt: skip
PARENTS = {"65": "CN"}
_TONED = re.compile("[\u00c0-\u024f]")


def main(folder: Path) -> None:
    rows = [dict(row) for row in ROOTS]
    for name in ("xinjiang.tsv", "kazakhstan.tsv"):
        with (folder / name).open(encoding="utf-8") as lines:
            rows += csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = _without_doubles(rows)
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write("#" + "\t".join(HEAD) + "\n")
        for row in rows:
            out.write("\t".join(_compact(row)) + "\n")


def _without_doubles(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with a city, its administration and the city of that rank around it as one."""
    kept: dict[str, dict[str, str]] = {}
    cities: dict[tuple[str, str], dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: len(row.get("parent_code", ""))):
        if row["level"] == "district" and _is_of_a_city(row):
            row = {**row, "level": "city"}
        parent = row.get("parent_code", "")
        keys = {(row["code"], key) for key in _keys(row)} if parent == "KZ" else set()
        keys |= {(parent, key) for key in _keys(row)}
        double = next((cities[key] for key in sorted(keys) if key in cities), None)
        if row["level"] == "city" and double:
            _merge(double, row)
            continue
        kept[row["code"]] = row
        if row["level"] == "city":
            cities |= dict.fromkeys(keys, row)
    return [kept[row["code"]] for row in rows if row["code"] in kept]


def _merge(row: dict[str, str], double: dict[str, str]) -> None:
    for column in COLUMNS:
        row[column] = ";".join(filter(None, [row[column], double[column]]))
    codes = f"code:{double['code']}"
    more = [row["former_names"], double["former_names"], codes]
    row["former_names"] = ";".join(filter(None, more))


def _is_of_a_city(row: dict[str, str]) -> bool:
    words = " ".join(row[column] for column in (*COLUMNS, "former_names")).casefold()
    of_land = re.search("ауданы|район|district|a[uū]dany", words)
    return not of_land and bool(re.search("қаласы|qalasy|город |қалалық әкім|gorodskaya", words))


def _keys(row: dict[str, str]) -> set[str]:
    names = (name for column in COLUMNS for name in row.get(column, "").split(";"))
    return {exact(form) for name in names for form in _forms(name) if form}


def _compact(row: dict[str, str]) -> Iterator[str]:
    yield row["code"]
    yield row["level"]
    yield PARENTS.get(row["code"], row.get("parent_code", ""))
    seen: set[str] = set()
    for column in COLUMNS:
        names = row.get(column, "").split(";")
        if column == "pinyin":
            names = [_syllables(row["han"], name) for name in names if not _TONED.search(name)]
        yield ";".join(_kept(names, set()))
        seen.update(exact(form) for name in names for form in _forms(name))
    tagged = [each.partition(":") for each in row.get("former_names", "").split(";") if each]
    yield ";".join(_kept([name for tag, _, name in tagged if tag != "code"], seen))
    yield ";".join(name for tag, _, name in tagged if tag == "code")


def _kept(names: list[str], seen: set[str]) -> Iterator[str]:
    """The names without their kind, each key once; characters keep their kind."""
    for name in names:
        for form in _forms(name):
            if exact(form) and exact(form) not in seen:
                seen.add(exact(form))
                yield form


def _forms(name: str) -> list[str]:
    if re.search("[\u3400-\u9fff]", name):
        return [re.sub("[·•]", "", simplify(name))]
    bare = (_bare(part.strip()) for part in re.split(r"[()]", name))
    return [form for form in bare if form and not kinds_of(form)]


def _syllables(han: str, pinyin: str) -> str:
    """The syllables of the name alone; 什 in a foreign name is read shi."""
    stem = han_stem(han.split(";")[0])
    syllables = pinyin.split()[: len(stem)]
    return "".join(
        "shi" if character == "什" else each
        for character, each in zip(stem, syllables, strict=False)
    )


def _bare(name: str) -> str:
    """The name without words for its kind and what stands between: "Ili Qazaq Aptonom Oblasti"."""
    words = name.split()
    while len(words) > 1 and _says_kind(words[-1]):
        words.pop()
    while len(words) > 1 and kinds_of(words[0].casefold()):
        words.pop(0)
    return " ".join(words)


def _says_kind(word: str) -> bool:
    lower = word.casefold().strip("’'")
    return bool(kinds_of(lower)) or stands_between(lower)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
