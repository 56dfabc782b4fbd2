"""The public site: people a second, what the manifest costs, how often a browser finds as `find`.

python benchmarks/site_bench.py [people]       # 10,000 invented people, 5 statements each
python benchmarks/site_bench.py --agreement    # needs node; the example's names
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "publishing"))

from site_releases import KEY, PUBLIC_KEY, a_release, built, many, named  # noqa: E402

from tidings.publishing.release_file import read_release, to_bytes  # noqa: E402
from tidings.publishing.site import verify  # noqa: E402
from tidings.publishing.site.search_index import search_files  # noqa: E402

NODE = """
const fs = require("fs"), vm = require("vm"), folder = process.argv[1];
for (const name of ["sounds", "characters", "match", "names"])
  vm.runInThisContext(fs.readFileSync(`${folder}/${name}.js`, "utf8"), { filename: name });
const index = tidings.prepared(tidings.whole);
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
tidings.search("warm", index);
const began = performance.now();
const found = queries.map((each) => tidings.search(each, index, 20).map((hit) => hit.person[0]));
console.log(JSON.stringify({ found, ms: (performance.now() - began) / queries.length }));
"""


def speed(count: int) -> None:
    """Build the site of so many people with one process and with one for each core, from a
    release that was read from its file as `tidings publish` does."""
    release = read_release(to_bytes(many(count), KEY.sign, PUBLIC_KEY), PUBLIC_KEY)
    for workers in (1, os.cpu_count() or 1):
        folder = Path(tempfile.mkdtemp()) / "site"
        began, before = time.perf_counter(), os.times()
        made = built(release, folder, workers=workers)
        wall, after = time.perf_counter() - began, os.times()
        spent = sum(after[:4]) - sum(before[:4])
        print(
            f"{workers} process(es): {count / wall:,.0f} people/s, {made.files:,} files, "
            f"{made.bytes / 1e6:,.0f} MB, {wall:.1f} s, {spent:.1f} s of processor"
        )
        began = time.perf_counter()
        assert verify(folder, PUBLIC_KEY).whole
        size = (folder / "manifest.json").stat().st_size
        names = sum(path.stat().st_size for path in (folder / "site").glob("names*.js"))
        print(
            f"  verify {time.perf_counter() - began:.1f} s; manifest {size / 1e6:.1f} MB; "
            f"names {names / 1e6:.1f} MB"
        )
        shutil.rmtree(folder.parent)
    began = time.perf_counter()
    list(search_files(release))
    print(f"names alone: {time.perf_counter() - began:.1f} s")


def agreement() -> None:
    """Each written form of each person of the example, asked for by each other form."""
    from tidings.example.truth import truth  # not at the top: new processes import this module

    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in truth().mentions:
        forms[mention.person].update(dict.fromkeys(mention.names))
    people = sorted(forms)
    everything = [(at, name) for at, key in enumerate(people) for name in forms[key]]
    first = [(at, next(iter(forms[key]))) for at, key in enumerate(people)]
    others = [each for each in everything if each not in first]
    _agree("all forms known", everything, everything)
    _agree("one form known, asked for by the others", first, others)


def _agree(label: str, known: list[tuple[int, str]], asked: list[tuple[int, str]]) -> None:
    ours, ms = _in_browser(known, [name for _, name in asked])
    theirs = _in_python(known, [name for _, name in asked])
    count = len(asked)
    wanted = [at for at, _ in asked]
    print(f"{label}: {count} queries, {ms:.1f} ms each")
    for who, found in (("browser", ours), ("find", theirs)):
        pairs = list(zip(wanted, found, strict=True))
        for place in (1, 5):
            hits = sum(at in each[:place] for at, each in pairs)
            print(f"  {who}: in the first {place}: {hits / count:.1%}")
    same = sum(a[:1] == b[:1] for a, b in zip(ours, theirs, strict=True))
    print(f"  the same person first: {same / count:.1%}")


def _in_browser(known: list[tuple[int, str]], queries: list[str]) -> tuple[list[list[int]], float]:
    names: dict[int, list[str]] = defaultdict(list)
    for at, name in known:
        names[at].append(name)
    release = a_release(tuple(named(f"p{at:06d}", *each) for at, each in names.items()))
    with tempfile.TemporaryDirectory() as folder:
        for page in search_files(release):
            (Path(folder) / Path(page.path).name).write_bytes(page.data)
        shutil.copy(ROOT / "src/tidings/publishing/site/static/match.js", folder)
        asked = json.dumps(queries)
        command = ["node", "-e", NODE, folder]
        run = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    said = json.loads(run.stdout)
    return [[int(each[1:]) for each in found] for found in said["found"]], said["ms"]


def _in_python(known: list[tuple[int, str]], queries: list[str]) -> list[list[int]]:
    from tidings.names import NameIndex, search

    index = NameIndex.from_rows(known)
    return [list(dict.fromkeys(hit.key for hit in search(query, index))) for query in queries]


def main(count: int = 10_000) -> None:
    speed(count)
    agreement()


if __name__ == "__main__":
    if "--agreement" in sys.argv:
        agreement()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
