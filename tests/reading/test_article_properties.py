"""Whatever the text, reading it never fails and every quote is exactly where it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.reading.article import read_article
from tidings.reading.reading import Reading
from tidings.values import parse_edtf

WORDS = [
    "\n",
    *"""
the a an his her their my Ministry police officials Karim Haddad Nadia mother lawyer students he she
it they who that which said told denied confirmed declined refused did not say respond was were had
been will would may arrested detained held released freed taken led away sentenced vanished died
warned threatened promised to in of by from with and but or if while since after before 34 hundreds
more than least 2,000 May 2018 last week three days earlier , . ; : ? ! " ( ) - according put the
number at about reports by email statement letter home prison passport neither nor none nobody no
among those 's n't I we my name is Dear Yours From: OFFICE OF JUSTICE not 40 as it before withdrew
its report graduated
""".split(),
]

any_text = st.text(max_size=300)
worded = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def exact(reading: Reading, text: str) -> None:
    keys = {mention.key for mention in reading.mentions}
    for statement in reading.statements:
        assert statement.span is not None
        start, end = statement.span
        assert text[start:end] == statement.quote
        assert statement.quote == text or text.count(statement.quote) == 1
        assert statement.mention is None or statement.mention in keys


@given(any_text)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text):
    exact(read_article(text, "any.txt", None), text)


@given(worded)
@settings(max_examples=300, deadline=None)
def test_any_order_of_telling_words_is_read_and_its_quotes_are_exact(text):
    exact(read_article(text, "words.txt", parse_edtf("2019-01")), text)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", '"', ".", "said", "He said.", "\x00", "’s", "A" * 5000]
)
def test_texts_of_almost_nothing_give_almost_nothing(text):
    exact(read_article(text, "small.txt", None), text)
