"""The measure by which names are judged: what counts as right, and what does not count."""

import numpy as np
import pytest
from benchmarks.names import rules, tasks
from benchmarks.names.lists import LISTS, attested_rows
from benchmarks.names.metrics import judged
from benchmarks.names.tasks import Task


def asked(scores, aside=(), answers=(0, 1)):
    queries = tuple((f"query {at}",) for at in range(len(scores)))
    pool = tuple((f"name {at}",) for at in range(len(scores[0])))
    task = Task("list", "case", "han", "latn", queries, pool, np.array(answers), frozenset(aside))
    return judged(task, np.array(scores, np.float32))


def test_a_tie_is_lost():
    assert asked([[2, 2, 0], [0, 3, 1]]).first.hits == 1


def test_a_row_set_aside_is_neither_right_nor_wrong():
    result = asked([[2, 5, 0], [0, 3, 1]], aside=[(0, 1)])
    assert result.first.hits == 2
    assert result.negatives == 3
    assert not [bad for bad in result.failures if bad.winner == "name 1"]


def test_recall_counts_right_pairs_above_all_but_a_share_of_the_wrong_ones():
    wrong = np.arange(5000, dtype=np.float32)
    right = np.array([4999.5, 4994.5, 4993.5], np.float32)
    scores = np.concatenate([right[:, None], np.tile(wrong, (3, 1))], axis=1)
    result = asked(scores, answers=(0, 0, 0))
    assert result.negatives == 15_000
    assert {rate: share.hits for rate, share in result.recall.items()} == {
        1e-3: 2,
        1e-4: 1,
        1e-6: 1,
    }


def test_failures_name_the_query_the_right_name_and_the_winner():
    result = asked([[1, 4, 0], [0, 3, 1]])
    first = result.failures[0]
    assert (first.query, first.right, first.winner) == ("query 0", "name 0", "name 1")


def test_a_share_of_all_still_has_an_error():
    assert 0 < asked([[2, 0], [0, 3]]).first.error < 0.5


def test_kazakh_columns_by_rule_follow_the_alphabets():
    assert rules.latin_2021("Бақытгүл") == "baqytgül"
    assert rules.latin_2021("Серікжан") == "serıkjan"
    assert rules.tote("Бақытгүл") == "باقىتگۇل"
    assert rules.tote("Сәбит") == "ٴسابيت"
    assert rules.pinyin("叶尔江·吐尔逊") == "Yeerjiang Tuerxun"


def test_a_smaller_task_keeps_every_answer():
    names = tuple((f"name {at}",) for at in range(10))
    task = Task("l", "c", "a", "b", names[:4], names, np.array([9, 8, 7, 0]), frozenset({(0, 3)}))
    small = task.smaller(2, 5)
    assert [small.pool[row] for row in small.answers] == [names[9], names[8]]
    assert len(small.pool) == 5
    assert small.aside == frozenset() or {small.pool[row] for _, row in small.aside} == {names[3]}


@pytest.mark.skipif(not LISTS.is_dir(), reason=f"no lists in {LISTS}")
def test_the_lists_hold_as_many_rows_as_the_published_figures_were_made_from():
    signed = [row["signed"] for row in attested_rows()]
    assert (len(signed), signed.count(("own",)), signed.count(("pinyin",))) == (170, 56, 114)
    own, pinyin = tasks.users_tasks()
    assert (len(own.queries), len(pinyin.queries), len(own.pool)) == (56, 114, 170)
    sizes = {task.pair: len(task.pool) for task in tasks.wikidata_tasks()}
    assert sizes["han > latn"] == pytest.approx(3088, abs=5)
    assert sizes["han > arab"] == pytest.approx(1226, abs=5)
