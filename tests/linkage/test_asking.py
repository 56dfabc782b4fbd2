"""The order in which a person is asked."""

from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage import Evidence, ScoredPair
from tidings.linkage.asking import entropy, in_order, pattern, worth

SHARES = st.floats(0, 1)
COUNTS = st.integers(0, 10_000)


def pair(a, b, probability, *codes):
    evidence = tuple(Evidence(kind, 1.0, code) for kind, code in codes)
    return ScoredPair(a, b, 0.0, probability, evidence)


def asked_first(*questions, sizes=None, answered=None):
    return in_order(questions, {}, sizes or {}, answered or {})[0]


def test_what_is_most_open_is_asked_first():
    assert asked_first(pair(1, 2, 0.9), pair(3, 4, 0.5), pair(5, 6, 0.05)).a == 3


def test_what_joins_more_mentions_is_asked_first():
    assert asked_first(pair(1, 2, 0.5), pair(3, 4, 0.5), sizes={3: 5, 4: 2}).a == 3


def test_what_narrows_other_questions_is_asked_first():
    questions = (pair(1, 2, 0.5), pair(3, 4, 0.5), pair(4, 5, 0.99))
    assert asked_first(*questions).a == 3


def test_what_was_answered_often_waits_for_what_was_not():
    known, new = ("birth", "year_off"), ("kin", "other")
    answered = {pattern((Evidence(*("birth", 1.0, "year_off")),)): 30}
    first = asked_first(pair(1, 2, 0.5, known), pair(3, 4, 0.6, new), answered=answered)
    assert first.a == 3


def test_how_rare_a_name_is_makes_no_pattern_of_its_own():
    common = pattern((Evidence("name", 3.0, "bits_3"),))
    rare = pattern((Evidence("name", 11.0, "bits_11"),))
    assert common == rare == (("name", "agree"),)


@given(SHARES, COUNTS, COUNTS, COUNTS, COUNTS)
def test_an_answer_is_worth_no_less_the_further_it_reaches_and_no_more_once_answered(
    probability, joined, beside, alike, answered
):
    given_ = {"joined": joined, "beside": beside, "alike": alike, "answered": answered}
    base = worth(probability, **given_)
    assert base >= 0
    assert worth(probability, **given_ | {"joined": joined + 1}) >= base
    assert worth(probability, **given_ | {"beside": beside + 1}) >= base
    assert worth(probability, **given_ | {"answered": answered + 1}) <= base
    assert base <= worth(0.5, **given_)


@given(SHARES)
def test_openness_is_the_same_from_both_sides(probability):
    assert abs(entropy(probability) - entropy(1 - probability)) < 1e-9


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(10, 19), SHARES), unique_by=lambda q: q[:2])
)
def test_every_question_is_asked_once_in_an_order_that_does_not_hang_on_how_they_came(drawn):
    questions = [pair(*each) for each in drawn]
    ordered = in_order(questions, {}, {}, {})
    assert sorted(ordered, key=lambda q: (q.a, q.b)) == sorted(questions, key=lambda q: (q.a, q.b))
    assert in_order(questions[::-1], {}, {}, {}) == ordered
