"""One byte form for one row; a commitment that fits that row only."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.vault import canonical, commitment, new_salt

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=6))
def test_the_order_of_columns_does_not_matter(row):
    assert canonical(row) == canonical(dict(reversed(row.items())))


@given(st.text(), st.text())
def test_different_texts_have_different_forms(one, other):
    assert (canonical({"a": one}) == canonical({"a": other})) == (one == other)


def test_the_form_is_plain_json():
    row = {"b": date(2018, 3, 1), "a": "Айгүл", "c": [1, None, 1.5], "d": b"\x01"}
    text = '{"a":"Айгүл","b":"2018-03-01","c":[1,null,1.5],"d":{"hex":"01"}}'
    assert canonical(row) == text.encode()


def test_one_moment_has_one_form_whatever_the_zone():
    utc = datetime(2018, 3, 1, 12, tzinfo=UTC)
    almaty = utc.astimezone(timezone(timedelta(hours=6)))
    assert canonical({"at": utc}) == canonical({"at": almaty})


def test_what_has_no_form_is_refused():
    with pytest.raises(TypeError):
        canonical({"a": object()})
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": float("nan")})


def test_a_commitment_fits_one_row_and_one_salt():
    salt = new_salt()
    assert commitment(salt, b"row") == commitment(salt, b"row")
    assert commitment(salt, b"row") != commitment(new_salt(), b"row")
    assert commitment(salt, b"row") != commitment(salt, b"rov")
    with pytest.raises(ValueError, match="16 bytes"):
        commitment(salt + b"r", b"ow")
