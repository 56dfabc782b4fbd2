"""The signed file of a release: the same value back, and no altered byte unnoticed."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.publishing.release import Release, ReleasedPerson
from tidings.publishing.release_file import read_release, signed_by, to_bytes
from tidings.values import (
    PUBLIC,
    UN,
    Audience,
    BadInput,
    CheckFailed,
    ConsentForm,
    Dated,
    Figure,
    TidingsError,
    between,
    parse_edtf,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC_KEY = KEY.public_key().public_bytes_raw()
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
EMPTY = Release(PUBLIC, date(2026, 3, 1), "", "", "", False, (), (), ())

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
forms = ["2018", "2018-03", "2018-22", "197X", "2017~", "2017/..", "2018-03-12?"]
st.register_type_strategy(date, days)
st.register_type_strategy(
    Dated, st.sampled_from(forms).map(parse_edtf) | st.builds(between, days, st.none())
)
st.register_type_strategy(
    Figure, st.builds(lambda low, more: Figure(low, low + more), st.integers(0), st.integers(0, 9))
)
st.register_type_strategy(
    Audience,
    st.sampled_from([PUBLIC, UN, Audience("body", "Министрлік"), Audience("partner", "X")]),
)
st.register_type_strategy(float, st.floats(0, 1))
releases = st.from_type(Release)
unhurried = settings(suppress_health_check=list(HealthCheck), deadline=None)


def file_of(release, key=KEY):
    return to_bytes(release, key.sign, key.public_key().public_bytes_raw())


@settings(unhurried, max_examples=25)
@given(releases)
def test_what_is_written_is_read_back_the_same(release):
    data = file_of(release)
    assert read_release(data) == release
    assert read_release(data, PUBLIC_KEY) == release
    assert file_of(read_release(data)) == data


@settings(unhurried, max_examples=25)
@given(releases, st.data())
def test_an_altered_byte_is_always_noticed(release, data):
    whole = bytearray(file_of(release))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(TidingsError):
        read_release(bytes(whole), PUBLIC_KEY)


@settings(unhurried, max_examples=15)
@given(releases, st.floats(0, 0.999))
def test_a_file_cut_short_is_always_noticed(release, share):
    whole = file_of(release)
    with pytest.raises(TidingsError):
        read_release(whole[: int(len(whole) * share)])


@given(st.binary(max_size=300))
def test_anything_else_is_refused_in_words(data):
    with pytest.raises(TidingsError) as caught:
        read_release(data)
    assert caught.value.message.endswith(".")


def test_another_key_than_expected_is_refused():
    data = file_of(EMPTY, OTHER)
    with pytest.raises(CheckFailed, match="another key"):
        read_release(data, PUBLIC_KEY)
    assert signed_by(data) == OTHER.public_key().public_bytes_raw()
    assert read_release(data) == EMPTY


def forged(lines):
    """What somebody who holds a key of their own could sign."""
    body = b"".join(json.dumps(each).encode() + b"\n" for each in lines)
    digest = sha256(b"tidings release 1\n" + PUBLIC_KEY + body).digest()
    seal = {
        "tidings": "release", "format": 1,
        "public_key": PUBLIC_KEY.hex(), "signature": KEY.sign(digest).hex(),
    }  # fmt: skip
    return json.dumps(seal, separators=(",", ":")).encode() + b"\n" + body


HEAD = {
    "audience": "public", "on": "2026-03-01", "organisation": "", "address": "", "contact": "",
    "invented": False, "people": 0, "announcements": 0, "silences": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [HEAD | {"secret": 1}],
        [{name: value for name, value in HEAD.items() if name != "on"}],
        [HEAD | {"on": "yesterday"}],
        [HEAD | {"invented": 0}],
        [HEAD | {"people": 1}],
        [HEAD | {"people": -1}],
        [HEAD | {"people": 1}, {"id": "a", "form": "famous"}],
        [HEAD | {"people": 1}, {"id": "\ud800", "form": "named"}],
        [HEAD | {"people": 1}, {"id": "a", "form": "named", "born": "then"}],
        [HEAD | {"people": 1}, {"id": "a", "form": "named", "names": {}}],
        [HEAD, {"id": "a", "form": "named"}],
        [HEAD | {"organisation": float("nan")}],
    ],
)
def test_what_is_signed_but_no_release_is_bad_input(lines):
    with pytest.raises(BadInput):
        read_release(forged(lines))


def test_another_way_to_write_the_same_is_refused():
    with pytest.raises(BadInput, match="not written as"):
        read_release(forged([HEAD]))  # with spaces


def test_a_release_of_another_version_says_so():
    data = file_of(EMPTY).replace(b'"format":1', b'"format":2', 1)
    with pytest.raises(BadInput, match="another version"):
        read_release(data)


def test_each_person_is_one_line():
    one = ReleasedPerson("a", ConsentForm.NAMED, words="x\ny\u2028z")
    people = (one, replace(one, id="b"))
    data = file_of(replace(EMPTY, people=people))
    assert data.count(b"\n") == 4
    assert read_release(data).people == people


def test_every_part_of_a_release_is_frozen():
    def frozen(kind):
        return not is_dataclass(kind) or kind.__dataclass_params__.frozen

    assert frozen(Release)
    assert not [each for each in fields(Release) if "list" in str(each.type)]
