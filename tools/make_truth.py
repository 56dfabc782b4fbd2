"""Make `truth.json` of the invented archive from the lists in `tools/example/` and the headers
of the texts: who is who, what is said where, and what contradicts what.

    python tools/make_truth.py
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent / "example"
PACKAGE = Path(__file__).parents[1] / "src" / "tidings" / "example"
ARCHIVE = PACKAGE / "archive"
FORMS = ("kk", "ru", "latin", "arab", "tote", "han", "han_other", "pinyin")
SHEETS = {  # name -> (file, row of the first person, name columns)
    "list-1-zh": ("list-1-zh.xlsx", 4, ("姓名",)),
    "list-2-ru": ("list-2-ru.csv", 3, ("ФИО",)),
    "list-3-en": ("list-3-en.xlsx", 3, ("Full name(s)",)),
    "list-4-kk": ("list-4-kk.tsv", 3, ("Аты-жөні", "Аты-жөні (төте жазу)")),
}
LEFT_OPEN = ["article-5.txt", "article-6.txt"]

Entry = dict[str, object]
Rows = list[dict[str, str]]


def table(name: str) -> Rows:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def people() -> dict[str, Entry]:
    return {
        row["key"]: {
            **{part: row[part] for part in ("family", "sex", "born", "place")},
            "forms": {form: row[form] for form in FORMS if row[form]},
        }
        for row in table("people")
    }


class Scripts:
    """Which of the seven ways of writing a name is in: pinyin and Latin, and the two Arabic
    alphabets, are told apart by the master list."""

    def __init__(self, persons: dict[str, Entry]) -> None:
        self.persons = persons

    def of(self, name: str, person: str) -> str:
        if re.search(r"[\u4e00-\u9fff]", name):
            return "han"
        if re.search(r"[\u0600-\u06ff]", name):
            return "arab" if "arab" in self._forms(person) else "tote"
        if re.search(r"[А-я]", name):
            return "kk" if re.search(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", name) else "ru"
        return "pinyin" if name == self._forms(person).get("pinyin") else "latin"

    def _forms(self, person: str) -> dict[str, str]:
        forms = self.persons[person]["forms"]
        assert isinstance(forms, dict)  # noqa: S101 - built above
        return forms


def names_in(cell: str) -> list[str]:
    """'Name / Name (other script, other)' -> its names."""
    return [part.strip() for part in re.split(r"[/(),]", cell) if part.strip()]


def header_values(file: str) -> list[str]:
    head = (ARCHIVE / file).read_text(encoding="utf-8").split("\n\n")[0]
    return [re.split(r"[:：]\s*", line, maxsplit=1)[1] for line in head.split("\n")]


def in_texts() -> Iterator[tuple[str, str, str, list[str]]]:
    """(file, mention key, person, names) of every testimony and letter, from its header."""
    for row in table("texts"):
        values = header_values(row["file"])
        yield row["file"], "testifier", row["testifier"], names_in(values[1])
        persons = zip(row["persons"].split(), re.split("[;；؛]", values[3]), strict=True)
        for place, (person, written) in enumerate(persons, start=1):
            yield row["file"], f"person {place}", person, names_in(written)
        if row["kin"]:
            kin = zip(row["kin"].split(), re.split("[;；؛]", values[-1]), strict=True)
            for place, (person, written) in enumerate(kin, start=1):
                yield row["file"], f"kin {place}", person, [written.split(maxsplit=1)[1]]


def in_sheets() -> Iterator[tuple[str, str, str, list[str]]]:
    for sheet, (file, first, columns) in SHEETS.items():
        heard: set[str] = set()  # who speaks for several rows is one mention, at the first
        for number, row in enumerate(table(sheet), start=first):
            cells = [name for column in columns for name in names_in(row[column])]
            yield file, f"row {number}", row["person"], cells
            if row.get("testifier") and row["testifier"] not in heard:
                heard.add(row["testifier"])
                yield file, f"row {number} testifier", row["testifier"], [row["Заявитель"]]
            relatives = re.split(";", row.get("Relatives") or row.get("Туыстары") or "")
            for place, person in enumerate((row.get("kin") or "").split(), start=1):
                name = relatives[place - 1].split(":")[1].strip()
                yield file, f"row {number} kin {place}", person, [name]


def in_articles() -> Iterator[tuple[str, str, str, list[str]]]:
    for row in table("named-in-articles"):
        yield row["file"], f"name {row['name']}", row["person"], [row["name"].split(" the ")[0]]


def mentions(scripts: Scripts) -> list[Entry]:
    found = [*in_texts(), *in_sheets(), *in_articles()]
    return [
        {
            "file": file,
            "key": key,
            "person": person,
            "names": names,
            "scripts": [scripts.of(name, person) for name in names],
        }
        for file, key, person, names in found
    ]


def statements() -> Iterator[Entry]:
    """One entry per event and person, from texts, sheets and articles."""
    for row in table("texts"):
        for fact in row["facts"].split("; "):
            person, event, *rest = fact.split()
            yield said(row["file"], person, event, *rest)
    for sheet, (file, first, _) in SHEETS.items():
        for number, row in enumerate(table(sheet), start=first):
            for fact in row["facts"].split("; "):
                yield {**said(file, row["person"], *fact.split()), "key": f"row {number}"}
    for row in table("said-in-articles"):
        figure = json.loads(row["figure"]) if row["figure"] else None
        entry = said(row["file"], row["person"], row["event"], row["date"] or "~", row["mode"])
        yield {**entry, "figure": figure, "speaker": row["speaker"] or None, "words": row["words"]}


def said(file: str, person: str, event: str, when: str = "~", mode: str = "asserts") -> Entry:
    return {
        "file": file,
        "person": person or None,
        "event": event or None,
        "mode": mode,
        "date": None if when == "~" else when,
    }


def conflicts() -> list[Entry]:
    return [
        {**row, "values": row["values"].split("; "), "files": row["files"].split("; ")}
        for row in table("conflicts")
    ]


def main() -> None:
    persons = people()
    truth = {
        "note": "INVENTED EXAMPLE — no such person. Made by tools/make_truth.py.",
        "people": persons,
        "sources": table("sources"),
        "kin": table("kin"),
        "mentions": mentions(Scripts(persons)),
        "statements": list(statements()),
        "conflicts": conflicts(),
        "lookalikes": table("lookalikes"),
        "unread": table("unread"),
        "bystanders": table("bystanders"),
        "left_open": LEFT_OPEN,
        "consents": table("consents"),
        "released": table("released"),
        "letters": table("letters"),
        "announced": table("announced"),
    }
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (PACKAGE / "truth.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
