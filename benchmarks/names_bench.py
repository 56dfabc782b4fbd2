"""How well and how fast names are matched: `python -m benchmarks.names_bench`.

Quality needs lists that are not shipped (`TIDINGS_SHARED`, else a folder `shared` beside the
checkout); without them that half is skipped, and says so. The lists are for measuring only:
nothing is trained on them. Speed is measured on invented names.
"""

from __future__ import annotations

import csv
import gzip
import os
import random
import re
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from tidings.names import NameIndex, compare, compare_many, han, search
from tidings.names.parts import normalised
from tidings.names.vocabulary import Vocabulary

SHARED = Path(os.environ.get("TIDINGS_SHARED", Path(__file__).parents[2] / "shared"))
LISTS = SHARED / "data" / "names"
QUERIES = 400
Score = Callable[[str, Sequence[str]], np.ndarray]


def main() -> None:
    """Print both halves as tables."""
    if LISTS.is_dir():
        quality()
    else:
        print(f"quality: skipped, no lists in {LISTS}")
    speed()


def quality() -> None:
    """Rank of the right name among all others of a list, and recall at small error rates."""
    print(f"{'direction':32}{'queries':>8}{'pool':>7}{'R@1':>7}{'R@10':>7}{'1e-3':>7}{'1e-4':>7}")
    rows = wikidata_rows()
    for kind in ("arab", "cyrl", "latn"):
        usable = [row for row in rows if row[kind]]
        report(f"wikidata_dev han > {kind}", tokens, [(r["han"], r[kind]) for r in usable])
    for file, columns in (
        ("kk_given_dev", ("cyrl",)),
        ("ug_given_dev", ("arab", "latn")),
        ("public_figures_dev", ("kk", "ru", "latn", "arab")),
    ):
        entries = list(
            csv.DictReader((LISTS / f"{file}.tsv").open(encoding="utf-8"), delimiter="\t")
        )
        measure = names if file.startswith("public") else tokens
        for column in columns:
            pairs = [
                (row["han"].split(";"), row[column].split(";")[0])
                for row in entries
                if row["han"] and row[column]
            ]
            report(f"{file} han > {column}", measure, pairs)


def wikidata_rows() -> list[dict]:
    """The rows of the Wikidata list that pass the filter of the published measurements."""
    pinyin, found = han.all_syllables(), []
    text = gzip.decompress((LISTS / "wikidata_dev.tsv.gz").read_bytes()).decode()
    for line in text.splitlines()[1:]:
        _, latn, cyrl, arab, chinese = (line.split("\t") + [""] * 5)[:5]
        forms = re.findall("[\u4e00-\u9fff]{2,}", chinese)
        cyrl = next(iter(matching(cyrl, "[а-яё]{4,}")), "")
        latin = matching(latn, "[a-zäöüğşçıéáóøåè]{3,}")
        arab = next(iter(matching(arab, "[\u0621-\u06d5]{3,}")), "")
        if not (forms and cyrl and latin) or pinyin.intersection(latin):
            continue
        if len(forms[0]) >= len(re.findall("[аеёиоуыэюяәіөүұ]+", cyrl)) - 1:
            found.append({"han": forms[:3], "cyrl": cyrl, "latn": latin[0], "arab": arab})
    random.Random(7).shuffle(found)
    return found


def matching(column: str, pattern: str) -> list[str]:
    return [form for form in column.split("|") if re.fullmatch(pattern, form)]


def tokens(pool: Sequence[str]) -> Callable[[str], np.ndarray]:
    vocabulary = Vocabulary([normalised(name) for name in pool])
    return lambda query: vocabulary.scores(normalised(query), -9.0)


def names(pool: Sequence[str]) -> Callable[[str], np.ndarray]:
    return lambda query: compare_many([query], pool)[0]


def report(title: str, measure: Callable, pairs: Sequence[tuple[Sequence[str], str]]) -> None:
    """Each query's best spelling against every name of the list; a tie counts as lost."""
    pool = np.array([right for _, right in pairs])
    score = measure(list(pool))
    ranks, own, others = [], [], []
    for at, (spellings, right) in enumerate(pairs[:QUERIES]):
        scores = np.max([score(s) for s in dict.fromkeys(map(han.simplify, spellings))], 0)
        other = scores[pool != right]
        ranks.append(int((other >= scores[at]).sum()))
        own.append(scores[at])
        others.append(other)
    ranked, negatives = np.array(ranks), np.sort(np.concatenate(others))[::-1]
    recalls = [
        float((np.array(own) > negatives[int(len(negatives) * rate)]).mean())
        for rate in (1e-3, 1e-4)
    ]
    print(
        f"{title:32}{len(ranks):8}{len(pool):7}{(ranked == 0).mean():7.3f}"
        f"{(ranked < 10).mean():7.3f}{recalls[0]:7.3f}{recalls[1]:7.3f}"
    )


def speed(count: int = 100_000) -> None:
    """Build an index of invented names, find in it, compare pairs."""
    rows = list(enumerate(invented(count)))
    began = time.perf_counter()
    index = NameIndex.from_rows(rows)
    search("warm up", index)
    print(f"index of {count} names: {time.perf_counter() - began:.1f} s")
    queries = [name for _, name in random.Random(1).sample(rows, 60)]
    times = [timed(lambda q=query: search(q, index)) for query in queries]
    found = sum(any(hit.name == q for hit in search(q, index, 10)) for q in queries)
    quantiles = statistics.quantiles(times, n=20)
    print(f"find: p50 {statistics.median(times) * 1e3:.0f} ms, p95 {quantiles[-1] * 1e3:.0f} ms")
    print(f"found itself in the first ten: {found} of {len(queries)}")
    pairs = list(zip(queries, reversed(queries), strict=True))
    single = timed(lambda: [compare(a, b) for a, b in pairs]) / len(pairs)
    print(f"compare: {single * 1e3:.2f} ms a pair")
    few = [name for _, name in rows[:2000]]
    many = timed(lambda: compare_many(few[:200], few))
    print(f"compare_many: {200 * len(few) / many / 1e6:.2f} M pairs/s")
    vocabulary = Vocabulary([normalised(name.split(" ")[0].split("·")[0]) for name in few])
    scanned = timed(lambda: [vocabulary.scores(t, 3.0) for t in vocabulary.tokens[:500]])
    print(f"token scan: {500 * len(vocabulary) / scanned / 1e6:.1f} M token pairs/s")


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def invented(count: int) -> Iterable[str]:
    """Two-part names of invented tokens, in Latin, Cyrillic, Uyghur letters and characters."""
    rng = random.Random(5)
    latin = [token(rng) for _ in range(count // 5)]
    cyrillic = str.maketrans("abdeghiklmnoprstuyzjfxq", "абдегхиклмнопрстуйзжфхқ")
    uyghur = str.maketrans("abdeghiklmnoprstuyzjfxq", "ابدەگھىكلمنوپرستۇيزجفخق")
    writers = (
        lambda a, b: f"{a.title()} {b.title()}",
        lambda a, b: f"{a} {b}".translate(cyrillic).title(),
        lambda a, b: f"{a} {b}".translate(uyghur),
        lambda a, b: f"{chinese(a)}·{chinese(b)}",
    )
    for _ in range(count):
        yield rng.choice(writers)(rng.choice(latin), rng.choice(latin))


def token(rng: random.Random) -> str:
    return "".join(
        rng.choice("bdghklmnrstyzj") + rng.choice("aeiou") + rng.choice(["", "", "n", "r", "l"])
        for _ in range(rng.choice((2, 2, 3)))
    )


def chinese(latin: str) -> str:
    """Some character for each consonant and its vowel; nobody's way of writing, but as long."""
    signs = dict(zip("bdghklmnrstyzj", "巴达古哈克拉买努热斯提亚扎江", strict=True))
    return "".join(signs.get(letter, "") for letter in latin)


if __name__ == "__main__":
    main()
