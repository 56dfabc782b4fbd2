"""A reading as JSON lines: the source first, and nothing lost on the way."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.reading import from_json_lines, read_bytes, to_json_lines
from tidings.reading.reading import (
    Column,
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
    Unread,
)
from tidings.values import BadInput, Event, Figure, Kin, Mode, Role, Sex, SourceKind, parse_edtf

WORDS = st.text(max_size=20)
MAYBE = st.none() | WORDS
DATES = st.none() | st.sampled_from(["2018", "2018-03-12", "2017~", "2017/..", "2018-22"]).map(
    parse_edtf
)
SOURCES = st.builds(
    SourceDraft,
    kind=st.sampled_from(SourceKind),
    title=WORDS,
    file=WORDS,
    origin=MAYBE,
    publisher=MAYBE,
    channel=MAYBE,
    published=DATES,
    language=MAYBE,
    testifier=st.none() | st.builds(TestifierDraft, WORDS, MAYBE),
    text=MAYBE,
    sheet=MAYBE,
    header_row=st.none() | st.integers(1, 99),
    columns=st.lists(st.builds(Column, WORDS, WORDS, st.sampled_from(Role)), max_size=3).map(tuple),
)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
MENTIONS = st.builds(
    MentionDraft,
    key=WORDS,
    locator=WORDS,
    names=NAMES,
    sex=st.none() | st.sampled_from(Sex),
    birth=DATES,
    place=MAYBE,
    phones=NAMES,
    id_numbers=NAMES,
    cells=st.dictionaries(WORDS, WORDS, max_size=3),
)
STATEMENTS = st.builds(
    StatementDraft,
    mode=st.sampled_from(Mode),
    event=st.none() | st.sampled_from(Event),
    quote=WORDS,
    mention=MAYBE,
    speaker=MAYBE,
    chain=NAMES,
    channel=MAYBE,
    person=MAYBE,
    group=MAYBE,
    figure=st.sampled_from([None, Figure(1, 2), Figure(None, 5), Figure(2000, None)]),
    date=DATES,
    place=MAYBE,
    value=MAYBE,
    span=st.none() | st.tuples(st.integers(0, 9), st.integers(9, 99)),
    locator=MAYBE,
)
READINGS = st.builds(
    Reading,
    SOURCES,
    st.lists(MENTIONS, max_size=3).map(tuple),
    st.lists(st.builds(KinDraft, WORDS, st.sampled_from(Kin), WORDS, WORDS), max_size=2).map(tuple),
    st.lists(STATEMENTS, max_size=3).map(tuple),
    st.lists(st.builds(Unread, WORDS, MAYBE, WORDS, WORDS), max_size=2).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(READINGS, max_size=3))
def test_what_is_written_as_json_lines_is_read_back_the_same(readings):
    lines = [json.dumps(line) for reading in readings for line in to_json_lines(reading)]
    assert from_json_lines(json.loads(line) for line in lines) == readings


@pytest.mark.parametrize(
    "line",
    [{}, {"kind": "mention"}, {"kind": "nonsense"}, {"kind": "source", "source_kind": "poem"}],
)
def test_a_line_that_is_not_ours_is_bad_input(line):
    with pytest.raises(BadInput):
        from_json_lines([line])


def test_the_source_says_sheet_header_row_and_each_column_and_each_line_its_row():
    data = b"Name,Born\nErlan Asan,31.02.1970\n"
    lines = [line for reading in read_bytes(data, "list.csv") for line in to_json_lines(reading)]
    source, mention, unread = lines
    assert (source["kind"], source["source_kind"], source["header_row"]) == ("source", "list", 1)
    assert source["columns"] == [
        {"letter": "A", "header": "Name", "role": "name"},
        {"letter": "B", "header": "Born", "role": "born"},
    ]
    assert (mention["kind"], mention["row"], mention["names"]) == ("mention", 2, ["Erlan Asan"])
    assert (unread["kind"], unread["row"], unread["field"]) == ("unread", 2, "Born")
