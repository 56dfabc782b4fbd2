"""Sealed files: readable with their key only, and never once altered."""

import secrets
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.values import CheckFailed
from tidings.vault import BlobStore, new_key
from tidings.vault.blobs import pad, unpad


@pytest.fixture
def store(tmp_path):
    return BlobStore(tmp_path / "evidence", new_key())


def test_what_was_put_is_got_back(store):
    for data in (b"", b"a letter", secrets.token_bytes(100_000)):
        blob = store.put(data)
        assert store.get(blob.name, blob.key) == data
        assert store.is_whole(blob.name)


def test_the_same_file_twice_has_two_names_and_two_keys(store):
    one, two = store.put(b"a letter"), store.put(b"a letter")
    assert one.name != two.name
    assert one.sha256 == two.sha256
    with pytest.raises(CheckFailed):
        store.get(one.name, two.key)
    assert set(store.names()) == {one.name, two.name}
    store.remove(one.name)
    assert store.get(two.name, two.key) == b"a letter"
    assert not store.is_whole(one.name)


def test_any_altered_bit_is_found(store):
    blob = store.put(b"a letter")
    path = store.path(blob.name)
    whole = path.read_bytes()
    for _ in range(50):
        altered = bytearray(whole)
        altered[secrets.randbelow(len(whole))] ^= 1 << secrets.randbelow(8)
        path.write_bytes(altered)
        assert not store.is_whole(blob.name)
        with pytest.raises(CheckFailed, match="altered"):
            store.get(blob.name, blob.key)
    path.write_bytes(whole[:-1])
    with pytest.raises(CheckFailed, match="altered"):
        store.get(blob.name, blob.key)
    path.unlink()
    with pytest.raises(CheckFailed, match="missing"):
        store.get(blob.name, blob.key)


def test_files_give_away_neither_content_nor_exact_size(store):
    sizes = set()
    for length in range(0, 3000, 100):
        blob = store.put(b"MARKER" + b"x" * length)
        data = store.path(blob.name).read_bytes()
        assert b"MARKER" not in data
        assert stat.S_IMODE(store.path(blob.name).stat().st_mode) == 0o600
        sizes.add(blob.padded_size)  # age itself adds some bytes at random
    assert len(sizes) == 1


@given(st.binary(max_size=200_000))
def test_padding_is_taken_off_again_and_costs_little(data):
    padded = pad(data)
    assert unpad(padded) == data
    assert len(padded) <= max(4096, (len(data) + 8) * 1.13)


def test_a_length_that_lies_is_refused():
    with pytest.raises(CheckFailed):
        unpad((100).to_bytes(8, "big") + b"short")
