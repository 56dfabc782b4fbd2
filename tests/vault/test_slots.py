"""Key slots: two secrets open them, nothing else does."""

import stat

import pyrage
import pytest

from tidings.values import Locked, WrongUse
from tidings.vault import Slots, new_key, open_sealed

KEY = new_key()
PASSPHRASE = "қайдасың туған жер ёлка"


@pytest.fixture(scope="module")
def slots(tmp_path_factory):
    slots = Slots(tmp_path_factory.mktemp("slots") / "keys")
    slots.add_passphrase(KEY, PASSPHRASE)
    return slots


def test_the_passphrase_opens_however_the_keyboard_writes_its_letters(slots):
    assert slots.open(PASSPHRASE) == KEY
    assert slots.open("қайдасың туған жер е\u0308лка\n") == KEY


def test_a_wrong_passphrase_is_refused(slots):
    with pytest.raises(Locked, match="passphrase"):
        slots.open(PASSPHRASE + "!")


def test_the_recovery_key_opens_however_it_is_typed(slots):
    recovery = slots.add_recovery(KEY)
    assert recovery.startswith("AGE-SECRET-KEY-1")
    assert slots.open(recovery) == KEY
    typed = "\n".join(recovery[i : i + 10].lower() for i in range(0, len(recovery), 10))
    assert slots.open(f" {typed} ") == KEY


def test_another_recovery_key_or_a_misspelt_one_is_refused(slots):
    slots.add_recovery(KEY)
    for wrong in (str(pyrage.x25519.Identity.generate()), "AGE-SECRET-KEY-1QQQ"):
        with pytest.raises(Locked, match="recovery key"):
            slots.open(wrong)


def test_a_new_recovery_key_takes_the_place_of_the_old(slots):
    old, new = slots.add_recovery(KEY), slots.add_recovery(KEY)
    assert slots.open(new) == KEY
    with pytest.raises(Locked):
        slots.open(old)


def test_a_missing_slot_is_said_to_be_missing(tmp_path):
    with pytest.raises(Locked, match="no key slot"):
        Slots(tmp_path).open("anything")


def test_an_altered_slot_opens_nothing(slots):
    recovery = slots.add_recovery(KEY)
    file = slots.folder / "recovery.age"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    with pytest.raises(Locked):
        slots.open(recovery)


def test_an_empty_passphrase_is_refused(slots):
    with pytest.raises(WrongUse):
        slots.add_passphrase(KEY, "  ")


def test_slots_hold_no_key_and_are_their_owners_only(slots):
    slots.add_recovery(KEY)
    for file in slots.folder.iterdir():
        assert KEY not in file.read_bytes()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(slots.folder.stat().st_mode) == 0o700


def test_a_computer_that_is_too_slow_is_not_told_that_the_passphrase_is_wrong(slots):
    sealed = slots.sealed()["passphrase.age"]
    head, rest = sealed.split(b"\n", 2)[:2], sealed.split(b"\n", 2)[2]
    harder = b"\n".join([head[0], head[1].rsplit(b" ", 1)[0] + b" 30", rest])
    with pytest.raises(Locked, match="too busy or too slow"):
        open_sealed({"passphrase.age": harder}, PASSPHRASE)
