"""Whole texts, invented ones and a real one, are read about as a careful reader reads them."""

import pytest
from benchmarks import article_bench

from tidings.reading.article import read_article
from tidings.values import parse_edtf


def test_the_texts_that_shaped_the_rules_are_read_well():
    score = article_bench.measure("dev")
    assert score.matched / score.gold >= 0.9
    assert score.matched / score.proposed >= 0.85


def test_texts_kept_aside_are_read_nearly_as_well():
    score = article_bench.measure("held")
    assert score.matched / score.gold >= 0.8
    assert score.matched / score.proposed >= 0.8
    for key in article_bench.KEYS:
        assert score.right[key] / score.matched >= 0.8, key


def test_every_gold_quote_stands_once_in_its_text():
    for name, path, _ in article_bench.texts("all"):
        text = path.read_text(encoding="utf-8")
        for row in article_bench.gold_of(path):
            assert text.count(str(row["quote"])) == 1, (name, row["quote"])


def test_every_statement_of_the_real_article_is_found_with_few_others():
    if not article_bench.texts("real"):
        pytest.skip("the real article is not beside this checkout (TIDINGS_SHARED)")
    score = article_bench.measure("real")
    assert score.matched >= 15
    assert score.proposed <= score.matched + 2
    for key in ("speaker", "chain", "channel", "person", "figure", "date"):
        assert score.right[key] >= score.matched - 1, key


def test_a_language_without_a_reader_gives_the_source_and_says_so():
    reading = read_article("Полиция задержала его брата в мае 2018 года.", "ru.txt", None)
    assert not reading.statements
    assert reading.source.text is not None
    assert "ru" in reading.unread[0].reason


def test_named_people_become_mentions_and_kin():
    text = (
        "My name is Grace Akello. My brother Daniel Otieno was arrested on 3 March 2016. "
        "I have not seen my brother since."
    )
    reading = read_article(text, "letter.txt", parse_edtf("2019"))
    names = {mention.key: mention.names[0] for mention in reading.mentions}
    assert set(names.values()) == {"Grace Akello", "Daniel Otieno"}
    assert {names[statement.mention] for statement in reading.statements} == {"Daniel Otieno"}
    assert [(names[k.subject], k.relation.value, names[k.object]) for k in reading.kin] == [
        ("Daniel Otieno", "brother", "Grace Akello")
    ]
