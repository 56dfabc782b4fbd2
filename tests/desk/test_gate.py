"""Visits: who may pass, for how long, and what a wrong passphrase costs."""

import pytest

from tidings.desk.gate import IDLE_SECONDS, Gate, TryLater
from tidings.values import Locked


class Door:
    """An opener that counts, with one secret."""

    def __init__(self):
        self.open = False
        self.locked = 0

    def unlock(self, secret):
        if secret != "right":
            raise Locked("no")
        self.open = True

    def lock(self):
        self.open = False
        self.locked += 1


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def door():
    return Door()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def gate(door, clock):
    return Gate(door, clock)


def test_the_right_secret_opens_and_its_token_passes(gate, door):
    token = gate.unlock("right")
    assert door.open
    assert gate.visit(token) is gate.visit(token)


def test_no_token_and_a_made_up_token_do_not_pass(gate):
    gate.unlock("right")
    assert gate.visit(None) is None
    assert gate.visit("") is None
    assert gate.visit("made-up") is None


def test_locking_ends_every_visit_and_drops_the_key(gate, door):
    tokens = [gate.unlock("right"), gate.unlock("right")]
    gate.lock()
    assert not door.open
    assert all(gate.visit(token) is None for token in tokens)


def test_half_an_hour_without_a_request_locks_the_registry(gate, door, clock):
    token = gate.unlock("right")
    clock.now += IDLE_SECONDS - 1
    assert gate.visit(token) is not None
    clock.now += IDLE_SECONDS + 1
    gate.lock_when_idle()
    assert not door.open
    assert gate.visit(token) is None


def test_one_idle_visit_ends_while_another_goes_on(gate, door, clock):
    idle, busy = gate.unlock("right"), gate.unlock("right")
    clock.now += IDLE_SECONDS - 10
    gate.visit(busy)
    clock.now += 20
    assert gate.visit(idle) is None
    assert gate.visit(busy) is not None
    assert door.open


def test_an_idle_check_without_visits_leaves_the_registry_alone(gate, door, clock):
    clock.now += 10 * IDLE_SECONDS
    gate.lock_when_idle()
    assert door.locked == 0


def test_wrong_secrets_are_refused_and_then_slowed_down(gate, clock):
    for _ in range(3):
        with pytest.raises(Locked):
            gate.unlock("wrong")
    with pytest.raises(TryLater) as caught:
        gate.unlock("right")
    assert 0 < caught.value.seconds <= 6
    clock.now += 6
    assert gate.unlock("right")


def test_a_right_secret_forgives_the_wrong_ones_before(gate, clock):
    for _ in range(2):
        with pytest.raises(Locked):
            gate.unlock("wrong")
    gate.unlock("right")
    with pytest.raises(Locked) as caught:
        gate.unlock("wrong")
    assert not isinstance(caught.value, TryLater)
    assert gate.unlock("right")


def test_waiting_never_grows_beyond_a_minute(gate, clock):
    for _ in range(20):
        with pytest.raises(Locked):
            gate.unlock("wrong")
        clock.now += 61
    assert gate.unlock("right")
