"""The whole registry as tables, and back: the same bytes, or a file, a row and a column."""

import csv
import os
import random
import re
import shutil
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings import example
from tidings.registry import adding, doctor, folder, ledger, persons, testimony, undoing
from tidings.registry.act import recording
from tidings.registry.backup import backup, restore
from tidings.registry.models import (
    Decision,
    Draft,
    DraftVerdict,
    Evidence,
    Mention,
    MentionName,
    MentionNumber,
    Released,
    Source,
    Testifier,
    Undone,
    Unfinished,
    recorded_models,
)
from tidings.registry.tables import (
    create_from,
    dictionary,
    export,
    layout,
    manifest,
    read_back,
    read_manifest,
)
from tidings.registry.tables.cells import JSON, as_written, harmless
from tidings.registry.tables.kept_files import safe_name
from tidings.values import BadInput, Event, Kin, TidingsError, UnreadableFile, WrongUse, parse_edtf
from tidings.vault import new_key

STORY = "Ол жүрген жоқ. " * 20_000
NASTY = [
    "=1+1", "+7 701 234 56 78", "-5", "@SUM(A1)", "\t=1", "\r\n=2", "'", "''=x", "'=1", " =1",
    "\u200b=1", "\ufeff=1", "\u202e@x", "＝1", "＠x", "a\nb", "a\r", "\r", "\n", "\r\n", 'a"b,c',
    '"', '""', ",", "\ufeff", "\u2028", "\x1a", "\x00", "a\x00b", " ", "Нұрлан", "叶尔兰", "نۇرلان",
    "😀", "\\N", "NULL", "yes", "1e5", "\x85", "<script>alert(1)</script>",
]  # fmt: skip


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """A registry without a row, to be copied: making one anew takes a second."""
    path = tmp_path_factory.mktemp("empty") / "registry"
    with folder.creating(path, KEY, example=False, evidence_names=bytes(32)):
        pass
    return path


KEY = new_key()


@pytest.fixture
def come_back(empty, tmp_path):
    """A function that reads an export into a new registry and leaves that open."""
    numbers = iter(range(10_000))

    def read(source: Path) -> folder.Folder:
        path = tmp_path / f"back{next(numbers)}"
        shutil.copytree(empty, path)
        settings_file = path / "settings.toml"
        names = read_manifest(source).evidence_names.hex()
        text = re.sub(
            'evidence_names = ".*"', f'evidence_names = "{names}"', settings_file.read_text()
        )
        settings_file.write_text(text)
        opened = folder.open_with_key(path, KEY)
        read_back(source, opened)
        return opened

    yield read
    folder.lock()


@pytest.fixture
def opened_again(registry):
    """A function that opens the test's first registry again, after another one was open."""
    key = folder.key_in_use()
    return lambda: folder.open_with_key(registry.path, key)


@pytest.fixture
def filled(registry):
    """A registry with a row of almost every kind, one act taken back, and nasty texts."""
    return fill(registry)


def fill(registry: folder.Folder) -> adding.Added:
    told = testimony.Testimony(
        testifier="=Айгүл",
        names=("+Нұрлан", "努尔兰"),
        words=STORY,
        relation=Kin.SISTER,
        contact="+7 701 234 56 78",
        birth=parse_edtf("1970?"),
        place="@Текес",
        happenings=(
            testimony.Happening(Event.DETAINED, "Оны ұстап әкетті.", parse_edtf("2018-03")),
        ),
    )
    first = testimony.record(told, actor="Worker")
    blob = registry.blobs.put(b"a release")
    with recording("Worker", "add", "нәрсе\nкөп") as act:
        (testifier,) = act.insert(Testifier, [{"name": "'", "contact": "\t"}])
        (source,) = act.insert(
            Source, [{"title": text, "testifier_id": testifier} for text in NASTY]
        )[:1]
        mentions = act.insert(Mention, [{"source_id": source, "cells": {"n": "=A1"}}] * 3)
        act.insert(MentionName, [{"mention_id": mentions[0], "written": "Ермек"}])
        act.insert(MentionNumber, [{"mention_id": mentions[0], "kind": "phone", "written": "+7"}])
        drafts = act.insert(
            Draft, [{"source_id": source, "payload": {"quote": text}} for text in NASTY]
        )
        act.insert(DraftVerdict, [{"draft_id": drafts[0], "verdict": "accepted"}])
        Draft.objects.filter(pk=drafts[0]).update(state="accepted")
        a, b, _ = mentions
        act.insert(
            Decision,
            [{"a_id": a, "b_id": b, "verdict": "same", "weight": -7.25, "probability": 0.1 + 0.2}],
        )
        row = {"blob_name": blob.name, "blob_key": blob.key, "padded_size": blob.padded_size}
        row |= {"audience": "public", "on_day": date(2020, 2, 29), "sha256": blob.sha256}
        act.insert(Released, [row])
    persons.rebuild()
    with recording("Worker", "add") as act:
        act.insert(Testifier, [{"name": "Қате"}])
        wrong = act.id
    undoing.undo(wrong, actor="Worker", reason="a slip")
    Unfinished.objects.create(worker="Worker", form={"words": ["=1", "бастау"]})
    return first


def tree(path: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()
    }


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def rewrite(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def change(path: Path, row: int, column: str, value: str) -> None:
    """Change one cell; `row` as a spreadsheet program counts."""
    rows = rows_of(path)
    rows[row - 1][rows[0].index(column)] = value
    rewrite(path, rows)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A filled registry, written out once."""
    place = tmp_path_factory.mktemp("written")
    folder.create_with_key(place / "registry", "Worker", KEY)
    fill(folder.open_with_key(place / "registry", KEY))
    export(place / "out")
    folder.lock()
    return place / "out"


@pytest.fixture
def exported(written, tmp_path):
    """A copy of what was written, to be damaged. No registry is open."""
    return Path(shutil.copytree(written, tmp_path / "out"))


# --- out and back


def test_an_export_read_back_and_exported_again_has_the_same_bytes(exported, come_back, tmp_path):
    come_back(exported)
    export(tmp_path / "again")
    assert tree(tmp_path / "again") == tree(exported)


def test_nothing_is_lost_and_doctor_is_content(filled, tmp_path, come_back):
    before = ledger.checkpoint()
    people = persons.count()
    undone = set(Undone.objects.values_list("act_id", flat=True))
    export(tmp_path / "out")
    opened = come_back(tmp_path / "out")
    assert ledger.checkpoint() == before
    assert persons.count() == people
    assert set(Undone.objects.values_list("act_id", flat=True)) == undone
    assert opened.worker == ""  # known when it is opened again
    problems = [each for each in doctor.check() if each.severity == doctor.PROBLEM]
    assert [each.what for each in problems if "key slot" not in each.what] == []
    evidence = Evidence.objects.get(source_id=filled.source_ids[0], form="original")
    data = opened.blobs.get(evidence.blob_name, evidence.blob_key).decode()
    assert STORY.strip() in data


def test_what_was_read_back_can_be_added_to_backed_up_and_exported(exported, come_back, tmp_path):
    opened = come_back(exported)
    recovery = opened.slots.add_recovery(KEY)
    told = testimony.Testimony(testifier="Б", names=("Ерлан",), words="Хат.")
    testimony.record(told, actor="Worker")
    backup(tmp_path / "b.tidings")
    restore(tmp_path / "b.tidings", tmp_path / "restored", recovery)
    folder.open_registry(tmp_path / "restored", recovery)
    export(tmp_path / "second")
    come_back(tmp_path / "second")
    assert not ledger.verify().problem


@pytest.mark.slow
def test_a_passphrase_opens_what_was_made_of_an_export(exported, tmp_path):
    made = create_from(exported, tmp_path / "new", "five words one by one")
    assert made.worker == "Worker"
    opened = folder.open_registry(tmp_path / "new", "five words one by one")
    assert opened.worker == "Worker"
    assert not opened.example
    folder.open_registry(tmp_path / "new", made.recovery)
    assert ledger.verify().rows == made.rows
    for path in (tmp_path / "new").rglob("*"):
        assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.slow
def test_the_example_comes_back_with_the_same_bytes(registry, come_back, tmp_path):
    example.build(actor="Worker")
    export(tmp_path / "out")
    come_back(tmp_path / "out")
    export(tmp_path / "again")
    assert tree(tmp_path / "again") == tree(tmp_path / "out")


@given(texts=st.lists(st.text(), min_size=1, max_size=30), chance=st.randoms())
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_people_write_comes_back(texts, chance, opened_again, come_back, tmp_path):
    opened_again()
    with recording("Worker", "add") as act:
        sources = act.insert(Source, [{"title": text, "columns": [text]} for text in texts])
        mentions = [
            {"source_id": chance.choice(sources), "place": text, "cells": {text: text}}
            for text in texts
        ]
        ids = act.insert(Mention, mentions)
        act.insert(MentionName, [{"mention_id": each, "written": texts[0]} for each in ids])
    for name in ("out", "again"):
        shutil.rmtree(tmp_path / name, ignore_errors=True)
    export(tmp_path / "out")
    come_back(tmp_path / "out")
    export(tmp_path / "again")
    assert tree(tmp_path / "again") == tree(tmp_path / "out")
    assert set(Source.objects.values_list("title", flat=True)) >= set(texts)


# --- how it looks


def test_the_export_is_for_its_owner_only_and_says_that_it_is_not_encrypted(exported):
    assert stat.S_IMODE(exported.stat().st_mode) == 0o700
    for path in exported.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    text = (exported / "README.txt").read_text(encoding="utf-8-sig")
    assert "NOT ENCRYPTED" in text
    assert "НЕ ЗАШИФРОВАН" in text
    assert read_manifest(exported).checkpoint.root.hex() in text


def test_every_recorded_table_has_a_file_that_excel_and_a_parser_read(exported):
    names = {"act", "unfinished", *(model._meta.db_table for model in recorded_models())}
    files = {path.stem for path in exported.glob("*.csv")}
    assert files == names | {"dictionary", "registry"}
    for path in exported.glob("*.csv"):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), "Excel reads Cyrillic only with this mark"
        assert data.endswith(b"\r\n")
        rows = rows_of(path)
        assert len({len(row) for row in rows}) == 1


def test_no_cell_begins_with_what_a_spreadsheet_would_run(exported):
    for path in exported.glob("*.csv"):
        for row in rows_of(path):
            for cell in row:
                assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠")), (path.name, cell[:20])


def test_ids_are_text_that_no_spreadsheet_rounds(exported):
    ids = [row[0] for row in rows_of(exported / "statement.csv")[1:]]
    assert ids
    assert all(re.fullmatch("[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{5}", each) for each in ids)
    assert ids == sorted(ids)


def test_plain_files_lie_beside_the_tables(exported):
    (plain,) = exported.glob("evidence/*/testimony.txt")
    assert STORY.strip() in plain.read_text(encoding="utf-8")
    (release,) = exported.glob("released/*/*")
    assert release.read_bytes() == b"a release"


def test_the_dictionary_explains_every_column():
    known = dictionary.meanings()
    used = set()
    for table in layout.tables():
        used.add((table.name, dictionary.ITSELF))
        for column in table.columns:
            key = (table.name, column.name)
            used.add(key if key in known else (dictionary.EVERY, column.name))
    assert used == set(known), "nothing unexplained, nothing left over"
    for key, meaning in known.items():
        assert meaning.words.endswith("."), key


def test_the_dictionary_names_what_is_private(exported):
    rows = rows_of(exported / "dictionary.csv")
    private = {(row[0], row[1]) for row in rows[1:] if row[-1] == "yes"}
    assert {("testifier", "contact"), ("mention_name", "written"), ("statement", "quote"),
            ("evidence", "blob_key"), ("consent", "words")} <= private  # fmt: skip


@given(st.text() | st.sampled_from(NASTY))
def test_one_apostrophe_goes_on_and_the_same_comes_off(text):
    cell = harmless(text)
    assert as_written(cell) == text
    assert not cell.lstrip("\ufeff\u200b \t").startswith(("=", "+", "-", "@"))
    assert harmless(text) in (text, "'" + text)


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)  # fmt: skip


@given(JSONS)
def test_json_comes_back_as_it_was(value):
    text = JSON.write(value)
    assert JSON.read(text) == value
    text.encode()


def test_json_with_half_a_letter_can_be_written():
    assert JSON.write(["\ud800"]) == '["\\ud800"]'
    assert JSON.read('["\\ud800"]') == ["\ud800"]


@given(st.text())
def test_a_file_name_from_outside_leads_nowhere(name):
    safe = safe_name(name)
    assert safe not in ("", ".", "..")
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert len(safe.encode()) <= 140
    assert safe == safe.strip(" .")


def test_file_names_keep_what_they_can():
    assert safe_name("../../etc/passwd") == "passwd"
    assert safe_name("Хат 2019.pdf") == "Хат 2019.pdf"
    assert safe_name("CON.txt") == "_CON.txt"
    assert safe_name("a:b\u202egpj.exe") == "a_b_gpj.exe"
    assert safe_name("ә" * 300 + ".docx").endswith("ә.docx")
    assert safe_name("..") == "file"


# --- what is refused, and how


CHANGES = [
    ("testifier.csv", 2, "name", "Basqa", "testifier.csv, row 2: Its content was changed."),
    ("testifier.csv", 2, "id", "hello", "row 2, column 'id': Found 'hello', expected an id"),
    ("testifier.csv", 2, "id", "38GF-HRS3-69EPQ", "column 'id': Found '38GF"),
    ("testifier.csv", 3, "act_id", "0000-0000-00001", "column 'act_id': No row of 'act' has"),
    ("source.csv", 2, "published_lo", "31.12.2019", "expected a day: 2019-03-31"),
    ("source.csv", 2, "header_row", "07", "column 'header_row': Found '07', expected a whole"),
    ("source.csv", 2, "columns", "[1", "column 'columns': Found something else, expected JSON"),
    ("source.csv", 2, "title", "=1", "column 'title': Found something else, expected an apos"),
    ("decision.csv", 2, "weight", "-7.25", "expected an apostrophe"),
    ("decision.csv", 2, "weight", "nan", "Found 'nan', expected a number"),
    ("decision.csv", 2, "verdict", "maybe", "decision.csv, row 2: This row breaks a rule"),
    ("mention.csv", 2, "source_id", "0000-0000-00001", "No row of 'source' has this id."),
    ("mention.csv", 2, "source_id", "", "column 'source_id': Found nothing, expected an id"),
    ("draft.csv", 2, "state", "rejected", "row 2, column 'state': Its verdicts say otherwise."),
    ("act.csv", 2, "actor", "Somebody", "act.csv, row 2: What it says of itself was changed."),
    ("act.csv", 3, "salt", "zz", "column 'salt': Found 'zz', expected hexadecimal"),
    ("released.csv", 2, "blob_name", "../../../x", "released.csv, row 2: Its content was"),
    ("registry.csv", 2, "value", "2", "This export has the format 2; this tidings reads 1."),
    ("registry.csv", 4, "value", "x", "row 4, column 'value': 'x' is no value for 'acts'"),
    ("registry.csv", 4, "value", "99", "act.csv: The acts are not those that the export says"),
    ("registry.csv", 7, "name", "rows of things", "knows no table 'things'"),
    ("registry.csv", 2, "name", "", "The line 'format' is missing."),
]


@pytest.mark.parametrize(("file", "row", "column", "value", "words"), CHANGES)
def test_a_changed_cell_is_named_by_file_row_and_column(
    file, row, column, value, words, exported, come_back
):
    change(exported / file, row, column, value)
    with pytest.raises(BadInput, match=re.escape(words)):
        come_back(exported)


def cut(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])


DAMAGES = [
    (lambda e: (e / "mention.csv").unlink(), "mention.csv: This file is missing."),
    (lambda e: (e / "mention.csv").write_bytes(b""), "mention.csv, row 1: The column 'id' is miss"),
    (lambda e: (e / "registry.csv").unlink(), "is no export of tidings: it has no registry.csv"),
    (lambda e: drop(e / "source.csv", "title"), "source.csv, row 1: The column 'title' is missing"),
    (lambda e: more(e / "source.csv"), "source.csv, row 1: The column 'more' is none of this"),
    (lambda e: turned(e / "act.csv"), "act.csv, row 1: The columns are not in the order"),
    (lambda e: lose(e / "draft.csv", -1), "draft.csv: Found 40 rows, expected 41."),
    (lambda e: lose(e / "act.csv", -1), "act.csv: Found 4 rows, expected 5."),
    (lambda e: twice(e / "source.csv"), "row 3, column 'id': This id does not follow"),
    (lambda e: latin(e / "source.csv"), "source.csv, row 1: The text is not UTF-8."),
    (lambda e: cut(e / "source.csv", 900), "source.csv, row 6: Found 2 cells, exp"),
    (lambda e: quotes(e / "source.csv"), "The quotation marks of a cell do not close."),
    (lambda e: shutil.rmtree(e / "sealed"), ": This file is missing."),
    (lambda e: flip(next((e / "sealed").glob("??/*"))), ": This file was altered."),
]  # fmt: skip


def drop(path: Path, column: str) -> None:
    rows = rows_of(path)
    at = rows[0].index(column)
    rewrite(path, [row[:at] + row[at + 1 :] for row in rows])


def more(path: Path) -> None:
    header, *rows = rows_of(path)
    rewrite(path, [[*header, "more"], *([*row, ""] for row in rows)])


def turned(path: Path) -> None:
    rewrite(path, [row[::-1] for row in rows_of(path)])


def lose(path: Path, row: int) -> None:
    rows = rows_of(path)
    del rows[row]
    rewrite(path, rows)


def twice(path: Path) -> None:
    rows = rows_of(path)
    rewrite(path, [*rows[:2], *rows[1:]])


def latin(path: Path) -> None:
    path.write_bytes(path.read_bytes() + "қ".encode("utf-16"))


def quotes(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b'"')


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(("damage", "words"), DAMAGES)
def test_what_is_missing_or_too_much_is_named(damage, words, exported, come_back):
    damage(exported)
    with pytest.raises(BadInput, match=re.escape(words)):
        come_back(exported)


def test_a_changed_byte_is_noticed_or_changes_nothing(exported, come_back, tmp_path):
    chance = random.Random(4)
    whole = tree(exported)
    vouched = [name for name in whole if name.endswith(".csv") and name not in
               ("unfinished.csv", "dictionary.csv", "registry.csv")]  # fmt: skip
    refused: list[BadInput] = []
    for turn in range(40):
        name = chance.choice(vouched)
        data = bytearray(whole[name])
        where = chance.randrange(len(data))
        data[where] = chance.randrange(256)
        (exported / name).write_bytes(data)
        try:
            come_back(exported)
        except BadInput as error:
            refused.append(error)
        else:
            export(tmp_path / f"again{turn}")
            assert tree(tmp_path / f"again{turn}") == whole
        (exported / name).write_bytes(whole[name])
    assert len(refused) > 25
    assert all(error.file and error.row for error in refused)


def test_what_an_attacker_names_a_sealed_file_leads_nowhere(registry, come_back, tmp_path):
    row = {"blob_name": "../../../../tmp/x", "blob_key": "k", "sha256": bytes(32)}
    with recording("Worker", "add") as act:
        act.insert(Released, [row | {"audience": "public", "padded_size": 1}])
    done = export(tmp_path / "out")
    assert [file.row for file in done.lost] == [Released.objects.get().id]
    with pytest.raises(BadInput, match=r"released\.csv, column 'blob_name'"):
        come_back(tmp_path / "out")


def test_a_refused_export_leaves_nothing_behind(exported, tmp_path):
    change(exported / "testifier.csv", 2, "name", "Basqa")
    with pytest.raises(BadInput):
        create_from(exported, tmp_path / "new", "five words one by one")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert not folder.is_open()
    with pytest.raises(UnreadableFile):
        create_from(tmp_path, tmp_path / "new", "five words one by one")
    with pytest.raises(WrongUse):
        create_from(exported, tmp_path / "out" / "sealed", "five words one by one")


def test_a_file_that_is_gone_is_told_and_all_else_is_written(filled, registry, tmp_path):
    blob = Released.objects.get()
    registry.blobs.path(blob.blob_name).unlink()
    done = export(tmp_path / "out")
    assert [(file.table, file.row) for file in done.lost] == [("released", blob.id)]
    assert list((tmp_path / "out").glob("evidence/*/*"))
    assert not list((tmp_path / "out").glob("released/*"))


def test_an_export_goes_into_a_new_folder_and_not_into_the_registry(filled, registry, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("mine")
    for place in (tmp_path / "mine", registry.path / "inside", registry.path):
        with pytest.raises(WrongUse):
            export(place)
    assert not list(tmp_path.rglob("*.part"))


def test_others_go_on_writing_while_an_export_is_made(filled, tmp_path):
    """The export shows one moment; a writer in another process is not kept waiting."""
    registry = folder.current()
    writer = """
import sys
from pathlib import Path
from tidings.registry import folder
folder.configure()
folder.open_with_key(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
from tidings.registry.act import recording
from tidings.registry.models import Testifier
with recording("Other", "add") as act:
    act.insert(Testifier, [{"name": "meanwhile"}])
"""

    def write_meanwhile(what: str, done: int, of: int) -> None:
        if not wrote:
            arguments = [
                sys.executable,
                "-c",
                writer,
                str(registry.path),
                folder.key_in_use().hex(),
            ]
            environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tidings.registry.settings"}
            wrote.append(subprocess.run(arguments, env=environment, check=True, timeout=20))

    wrote: list[object] = []
    acts = ledger.checkpoint().acts
    export(tmp_path / "out", write_meanwhile)
    assert wrote
    assert ledger.checkpoint().acts == acts + 1
    assert read_manifest(tmp_path / "out").checkpoint.acts == acts
    assert b"meanwhile" not in (tmp_path / "out" / "testifier.csv").read_bytes()


def test_every_error_of_an_import_is_one_that_a_user_understands(exported, come_back):
    (exported / manifest.FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(TidingsError):
        come_back(exported)


def test_a_list_that_was_added_comes_back_with_its_columns(registry, come_back, tmp_path):
    from tidings.reading import read_file

    file = tmp_path / "list.csv"
    file.write_text("name,born,phone\nErlan Sultanov,1970,+7 701 234 56 78\n", encoding="utf-8")
    adding.add_file(read_file(file), file.read_bytes(), actor="Worker", accept=True)
    export(tmp_path / "out")
    come_back(tmp_path / "out")
    assert Source.objects.get().columns[0] == ["A", "name", "name"]
    assert MentionNumber.objects.get().written == "+7 701 234 56 78"
