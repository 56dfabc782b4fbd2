"""The table of weights in the docs is the one in force."""

from pathlib import Path

from tidings.linkage.weights import MERGE_FROM, WEIGHTS

DOCS = Path(__file__).parents[2] / "docs" / "linkage.md"


def test_every_weight_stands_in_the_docs():
    text = DOCS.read_text(encoding="utf-8")
    for kind, levels in WEIGHTS.items():
        for level in levels:
            if not level.code.startswith("bits_"):
                line = (
                    f"| {kind} | {level.code} | {level.m:g} | {level.u:.2g} | {level.weight:+.1f} |"
                )
                assert line in text, line


def test_the_threshold_stands_in_the_docs():
    assert f"{MERGE_FROM:g}".lstrip("0") in DOCS.read_text(encoding="utf-8")
