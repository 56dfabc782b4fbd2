"""The forms of letters: whatever is typed is understood or answered in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.desk import lettering
from tidings.values import LetterKind, Mode

TODAY = date(2019, 6, 1)
TYPED = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "12.03.2019", "2019", "31.02.2019", "-3", "30", "٣٠", "appeal", "kk"]),
)


def form(names):
    return st.fixed_dictionaries(dict.fromkeys(names, TYPED))


@given(form(lettering.WANTED), st.sampled_from([lettering.OF_PERSON, lettering.OF_ANNOUNCEMENT]))
def test_a_letter_is_wanted_or_what_is_missing_is_said(posted, kinds):
    problems = {}
    wanted = lettering.read_wanted(lettering.taken(posted, lettering.WANTED), kinds, problems)
    assert (wanted is None) is bool(problems)
    if wanted is not None:
        assert wanted.kind in kinds
        assert wanted.body or wanted.kind is LetterKind.OPEN_LETTER
        assert wanted.answer_days is None or 1 <= wanted.answer_days <= 366


@given(form(("sent", "channel", "due")))
def test_a_letter_was_sent_on_a_day_that_has_come_and_is_answered_later(posted):
    problems = {}
    names = ("sent", "channel", "due")
    sending = lettering.read_sending(lettering.taken(posted, names), TODAY, problems)
    assert (sending is None) is bool(problems)
    if sending is not None:
        assert sending.sent_on <= TODAY
        assert sending.answer_due is None or sending.answer_due >= sending.sent_on


@given(form(lettering.REPLY))
def test_an_answer_has_words_and_a_day_between_the_letter_and_today(posted):
    problems = {}
    sent = date(2019, 3, 1)
    typed = lettering.taken(posted, lettering.REPLY)
    reply = lettering.read_reply(typed, sent, TODAY, None, problems)
    assert (reply is None) is bool(problems)
    if reply is not None:
        assert sent <= reply.received_on <= TODAY
        assert reply.words
        assert isinstance(reply.mode, Mode)


@pytest.mark.parametrize(("typed", "days"), [("30", 30), ("", None), ("366", 366)])
def test_the_days_to_answer_are_read_as_a_number(typed, days):
    asked = lettering.fresh("kk", lettering.OF_PERSON) | {"body": "A", "days": typed}
    posted = dict.fromkeys(lettering.WANTED, "") | asked
    assert lettering.read_wanted(posted, lettering.OF_PERSON, {}).answer_days == days
