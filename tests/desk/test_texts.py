"""Text cut at spans, testimonies opened with their first sentences, logs without values."""

import logging
import sys

from hypothesis import given
from hypothesis import strategies as st

from tidings.desk.logs import Quiet
from tidings.desk.pseudo import marked
from tidings.desk.quotations import body, opening
from tidings.desk.texts import Span, pieces

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
        lambda ends: Span(min(ends), max(ends), "s", waits=False)
    ),
    max_size=8,
)


@given(st.text(max_size=50), spans)
def test_no_letter_is_lost_or_shown_twice(text, found):
    assert "".join(piece.text for piece in pieces(text, found)) == text


def test_a_span_is_marked_where_it_stands():
    found = pieces("He was taken. He came back.", [Span(0, 13, "s-1", waits=True)])
    assert [(piece.text, piece.span is not None) for piece in found] == [
        ("He was taken.", True),
        (" He came back.", False),
    ]


def test_the_words_begin_after_the_header():
    text = "Testifier: A\nRelation: sister\n\nHe rang every Friday.\n\nThen no more."
    assert body(text) == "He rang every Friday.\n\nThen no more."
    assert body("He rang every Friday.\n\nThen no more.").startswith("He rang")


def test_a_long_testimony_opens_with_whole_sentences():
    words = "First sentence here. " * 60
    assert opening(words, 100).endswith("here.")
    assert len(opening(words, 100)) <= 100
    assert opening("短。" * 300, 101) == "短。" * 50


def test_the_log_says_where_but_not_what(caplog):
    name = "Ерлан-canary"
    try:
        raise ValueError(f"cannot read {name}")
    except ValueError:
        record = logging.LogRecord(
            "django.request", logging.ERROR, __file__, 1, "Error: %s", (name,), sys.exc_info()
        )
    written = Quiet().format(record)
    assert "canary" not in written
    assert "ValueError" in written
    assert "test_texts.py" in written


def test_pseudo_text_keeps_placeholders_and_tags():
    assert marked("Page %(n)s of <b>%(of)s</b>") == "⟦Pàgé %(n)s öf <b>%(of)s</b>⟧"
    assert marked("") == ""
