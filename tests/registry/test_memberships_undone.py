"""Whatever is linked, joined, kept apart, taken out and undone: undoing everything gives back
exactly the persons that there were before."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.reading.reading import MentionDraft, Reading, SourceDraft
from tidings.registry import adding, linking, persons, reviewing, undoing
from tidings.registry.models import Decision, Mention
from tidings.values import Sex, SourceKind, WrongUse, parse_edtf

WORKER = "Example Worker"
#: A man in four lists, his namesake in two, and somebody else: a run joins some and doubts some.
LISTS = (
    (("Ерлан Мұратұлы", "1974-05-04", "Қобда"), ("Асан Болатұлы", "1981", "Алтай")),
    (("叶尔兰·木拉提", "1974-05-04", "Қобда"), ("Ерлан Мұратұлы", "1991", "Алтай")),
    (("Erlan Murat", "1974-05-04", None),),
    (("Ерлан Мұратұлы", None, None), ("Ерлан Мұратұлы", "1991", None)),
)
#: What may be done: which of the mentions it is about is drawn as two places in their order.
DEED = st.tuples(
    st.sampled_from(["same", "different", "split", "undo", "link"]),
    st.integers(0, 6),
    st.integers(0, 6),
)


@pytest.fixture
def seven(registry):
    for n, rows in enumerate(LISTS):
        mentions = tuple(
            MentionDraft(
                f"row {m}",
                f"A{m}",
                (name,),
                sex=Sex.MALE,
                birth=parse_edtf(birth) if birth else None,
                place=place,
            )
            for m, (name, birth, place) in enumerate(rows, start=2)
        )
        reading = Reading(SourceDraft(SourceKind.LIST, f"list {n}", f"{n}.csv"), mentions, (), ())
        adding.add_file([reading], str(n).encode(), actor=WORKER)
    return list(Mention.live.order_by("id").values_list("id", flat=True))


def memberships(mentions):
    """mention -> person; checks what holds at all times."""
    found = persons.persons_of(mentions)
    assert sorted(found) == mentions
    for person in set(found.values()):
        together = [each for each in mentions if found[each] == person]
        assert person == min(together)
        assert persons.mentions_of(person) == together
        assert {persons.resolve(each) for each in together} == {person}
    for said in persons.standing_decisions().values():
        if said.by == "person" and said.verdict == "different":
            assert found[said.a_id] != found[said.b_id]
    persons.rebuild()
    assert persons.persons_of(mentions) == found
    return found


def done(deed, mentions, acts):
    """The act that this made; None where there was nothing to do."""
    what, first, second = deed
    a, b = mentions[first], mentions[second]
    if what == "link":
        return linking.link(actor=WORKER).act_id
    if what == "undo":
        return (
            undoing.undo(acts[-1 - first], actor=WORKER, reason="") if first < len(acts) else None
        )
    if what == "split":
        return reviewing.split(a, [b], actor=WORKER)
    return linking.decide(a, b, what, actor=WORKER)


def walked(deeds, mentions):
    """The acts of these deeds, in order. What cannot be done is refused and changes nothing."""
    acts = []
    for deed in deeds:
        before = memberships(mentions)
        try:
            act = done(deed, mentions, acts)
        except WrongUse:
            assert memberships(mentions) == before
            continue
        if act is not None:
            acts.append(act)
        memberships(mentions)
    return acts


def taken_back(acts, stirred):
    """Undo each of these acts that still stands: newest first, or in an order that is stirred."""
    order = acts[::-1] if not stirred else sorted(acts, key=lambda act: act * stirred % 104_729)
    for act in order:
        with suppress(WrongUse):
            undoing.undo(act, actor=WORKER, reason="all of it")


def check(deeds, stirred, mentions):
    before = memberships(mentions)
    rows = Decision.live.count()
    acts = walked(deeds, mentions)
    taken_back(deciding(acts), stirred)
    assert memberships(mentions) == before
    assert Decision.live.count() == rows


def deciding(acts):
    """Those that decided something: undoing an undo would bring its act back."""
    return [act for act in acts if Decision.objects.filter(act_id=act).exists()]


def test_a_walk_through_everything_ends_where_it_began(seven):
    deeds = [
        ("link", 0, 0), ("same", 1, 3), ("different", 0, 2), ("split", 0, 4), ("link", 0, 0),
        ("undo", 2, 0), ("same", 0, 4), ("undo", 0, 0), ("undo", 0, 0), ("different", 1, 4),
    ]  # fmt: skip
    check(deeds, 7, seven)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEED, max_size=9), st.integers(0, 50))
def test_undoing_everything_gives_back_exactly_what_was_before(seven, deeds, stirred):
    check(deeds, stirred, seven)
