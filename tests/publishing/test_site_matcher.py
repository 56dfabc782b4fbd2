"""The matcher that runs in the reader's browser reads names as the registry does."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib import resources

import pytest

from tidings.names.parts import counted, parts_of, views
from tidings.names.tables import characters, readings, tables
from tidings.publishing.site.search_index import encoded

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed")

ASKED = """
process.stdin.setEncoding("utf8");
let text = "";
process.stdin.on("data", (some) => { text += some; });
process.stdin.on("end", () => {
  const asked = JSON.parse(text);
  globalThis.tidings = { tables: asked.tables, characters: asked.characters };
  new Function(asked.matcher)();
  const nobody = { tokens: [], names: [], people: [], initials: [], caps: {} };
  tidings.search("a", tidings.prepared(nobody));
  const sound = ({ kind, penalty, codes }) => [kind, Math.round(penalty * 10), codes];
  const part = (token) => [token, tidings.soundsOf(token).map(sound)];
  const read = (name) => tidings.views(tidings.partsOf(name)).map((view) => view.map(part));
  console.log(JSON.stringify(asked.names.map(read)));
});
"""

NAMES = [
    "Ерлан Асқарұлы Тоқтаров",
    "Гүлнұр Әмірханқызы",
    "Джамиля Хаджиева",
    "叶尔兰·阿斯卡尔",
    "葉爾蘭•買買提",
    "王秀英",
    "ئەركىن ئابدۇرەھىم",
    "ئهركىن مهمهت",
    "ٴومىربەك احمەت ۇلى",
    "داۋلەت ٴاليا",
    "ٴابدىسامات گۇلزيرا",
    "سەيىتعالي جانسۇگىر ۇلى",
    "نۇربەك دانيار",
    "محمد فاطمة",
    "Əhmətjan Ⱪasimi",
    "Ǵalıa Ómirbek",
    "Áıgúl Şolpan",
    "Ahmetcan Yıldız",
    "N'gazi S'hirin Tchokan Dschambul",
    "Sai'erkejiang Maimaiti",
    "Lüyun Nyu",
    "Ysqaq-uly Qairat",
    "Ибрагимжан Абаев",
    "А.Б. Серікбаева",
    "Мусина Алия Болатқызы",
    "Мадина Болатқызы Мусина",
    "卡里莫夫 优素夫",
    "Ержaн Acан Мaрат Hұрлан",
    "Mai mai ti Tu er xun",
    "mai mai ti tu er xun",
    "Mai3mai3ti2 Tu3er3xun4",
    "Mǎimǎití",
    "İbrahim Sh. Aysha",
    "Hejerxan Tursunaxun haji",
    "Dr. Memet Qari",
    "Omar bin al-Qadir",
    "Omar bin Yasin",
    "Wang Bin",
    "Wang Xiu Ying",
    "xiu ying wang",
    "Ye er lan",
    "ئەرکین ۋەلی",
    "v王 Wang买买提 aСаматr",
    "a" * 100,
]


def test_a_name_has_the_same_parts_and_readings_in_the_browser() -> None:
    static = resources.files("tidings.publishing.site").joinpath("static", "match.js")
    asked = {
        "tables": tables(),
        "characters": characters(),
        "matcher": static.read_text("utf-8"),
        "names": NAMES,
    }
    answer = subprocess.run(
        [str(NODE), "-e", ASKED],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [
        [
            [
                [part.token, [[k, round(p * 10), list(c)] for k, p, c in readings(part.token)]]
                for part in view
            ]
            for view in views(counted(parts_of(name)))
        ]
        for name in NAMES
    ]
    for name, theirs, ours in zip(NAMES, json.loads(answer.stdout), expected, strict=True):
        assert theirs == ours, name


FOUND = """
process.stdin.setEncoding("utf8");
let text = "";
process.stdin.on("data", (some) => { text += some; });
process.stdin.on("end", () => {
  const asked = JSON.parse(text);
  globalThis.tidings = { tables: asked.tables };
  new Function(asked.matcher)();
  const [tokens, names] = [asked.tokens, asked.tokens.map((_, at) => [at, at])];
  const index = tidings.prepared({ tokens, names, people: names, initials: [], caps: {} });
  console.log(JSON.stringify(tidings.search(asked.query, index).map(({ person }) => person[0])));
});
"""


@pytest.mark.parametrize(
    ("query", "found"), [("Мамбет", 0), ("Yusup", 1), ("Ybyrai", 2), ("Patime", 3)]
)
def test_a_related_name_is_found_without_a_table_of_names(query: str, found: int) -> None:
    static = resources.files("tidings.publishing.site").joinpath("static", "match.js")
    names = ["muhammad", "жүсіп", "ibrahim", "батима", "ерлан", "серік"]
    asked = {
        "tables": tables(),
        "matcher": static.read_text("utf-8"),
        "query": query,
        "tokens": [encoded(name) for name in names],
    }
    answer = subprocess.run(
        [str(NODE), "-e", FOUND],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(answer.stdout)[0] == found
