"""What people decide on persons: kept with its reasons, found where it contradicts, undone."""

import pytest

from tidings.reading.reading import MentionDraft, Reading, SourceDraft
from tidings.registry import adding, doctor, linking, persons, questions, reviewing, undoing
from tidings.registry.models import Act, Decision, Doubt, Mention
from tidings.values import Sex, SourceKind, WrongUse, parse_edtf, show_id

WORKER = "Example Worker"
BORN = parse_edtf("1974-05-04")


def listed(title, *rows):
    """A list of its own with these (name, birth, place)."""
    mentions = tuple(
        MentionDraft(f"row {n}", f"A{n}", (name,), sex=Sex.MALE, birth=birth, place=place)
        for n, (name, birth, place) in enumerate(rows, start=2)
    )
    reading = Reading(SourceDraft(SourceKind.LIST, title, f"{title}.csv"), mentions, (), ())
    return adding.add_file([reading], title.encode(), actor=WORKER)


@pytest.fixture
def four(registry):
    """One man in four lists, as a run joined him."""
    for title, name in (
        ("first", "Ерлан Мұратұлы"),
        ("second", "叶尔兰·木拉提"),
        ("third", "Erlan Murat"),
        ("fourth", "Ерлан Мұратұлы"),
    ):
        listed(title, (name, BORN, "Қобда"))
    linking.link(actor=WORKER)
    mentions = list(Mention.live.order_by("id").values_list("id", flat=True))
    assert len(set(persons.persons_of(mentions).values())) == 1
    return mentions


def groups():
    """The mentions of every person; a person's id is its oldest mention's, in whatever way the
    memberships came about."""
    found = persons.persons_of(list(Mention.live.values_list("id", flat=True)))
    members = persons.members_of(sorted(set(found.values())))
    assert all(person == min(each) for person, each in members.items())
    persons.rebuild()
    assert persons.persons_of(list(found)) == found
    return list(members.values())


def decide(*verdicts):
    return [linking.decide(a, b, verdict, actor=WORKER) for a, b, verdict in verdicts]


def test_a_mention_is_taken_out_and_the_others_stay_together(four):
    for out in four:
        act = reviewing.split(four[0], [out], actor=WORKER, reason="another village")
        assert sorted(groups()) == sorted([[out], [each for each in four if each != out]])
        assert Act.objects.get(pk=act).reason == "another village"
        undoing.undo(act, actor=WORKER, reason="")
        assert groups() == [four]


def test_mentions_taken_out_together_stay_together(four):
    act = reviewing.split(four[0], four[1:3], actor=WORKER)
    assert groups() == [[four[0], four[3]], four[1:3]]
    undoing.undo(act, actor=WORKER, reason="")
    assert groups() == [four]


def test_what_was_taken_out_is_not_put_back_by_a_run(four):
    reviewing.split(four[0], [four[1]], actor=WORKER)
    linking.link(actor=WORKER)
    linking.link(actor=WORKER)
    assert groups() == [[four[0], *four[2:]], [four[1]]]


def test_a_split_outranks_an_earlier_decision_that_they_are_one(four):
    decide((four[0], four[1], "same"))
    reviewing.split(four[0], [four[1]], actor=WORKER)
    assert [four[1]] in groups()
    assert reviewing.contradictions() == []


def test_what_cannot_be_split_is_said(four):
    for mentions, said in (
        ([], "Which mentions"),
        ([four[0] + 1], "is no mention of this person"),
        (four, "Nobody would be left"),
    ):
        with pytest.raises(WrongUse, match=said):
            reviewing.split(four[0], mentions, actor=WORKER)
    assert groups() == [four]


def test_a_decision_keeps_the_weight_and_evidence_that_were_shown(four):
    merged = Decision.live.filter(by="run").first()
    decide((merged.a_id, merged.b_id, "same"))
    said = Decision.live.get(by="person")
    assert (said.weight, said.evidence) == (merged.weight, merged.evidence)
    assert said.act.actor == WORKER


def test_decisions_that_contradict_are_found_with_every_way_out(four):
    a, b, c, _ = four
    acts = decide((a, b, "same"), (b, c, "same"), (a, c, "different"))
    (found,) = reviewing.contradictions()
    assert {each.act_id for each in (*found.chain, found.apart)} == set(acts)
    what, way = reviewing.told(found)
    assert all(show_id(each) in what for each in (a, b, c))
    assert all(show_id(act) in way for act in acts)
    assert what in [each.what for each in doctor.check()]
    for act in acts:
        taken_back = undoing.undo(act, actor=WORKER, reason="")
        assert reviewing.contradictions() == []
        undoing.undo(taken_back, actor=WORKER, reason="")
        assert len(reviewing.contradictions()) == 1


def test_while_decisions_contradict_those_told_apart_are_apart_and_runs_go_on(four):
    a, b, c, _ = four
    decide((a, b, "same"), (a, c, "different"), (b, c, "same"))
    (found,) = reviewing.contradictions()
    assert [(each.a_id, each.b_id) for each in found.idle] == [(a, b)]
    linking.link(actor=WORKER)
    people = persons.persons_of([a, b, c])
    assert people[a] != people[b] == people[c]


def test_every_step_of_a_weighing_leads_to_its_total(four):
    for decision in Decision.live.filter(by="run"):
        pair = questions.shown_at(decision)
        for language in ("en", "ru", "kk"):
            shown = reviewing.weighing(pair, language)
            steps = shown.before + sum(each.bits for each in shown.reasons)
            assert steps == pytest.approx(shown.total)
            assert all(each.words for each in shown.reasons)
        assert any(
            "born on the same day" in each.words for each in reviewing.weighing(pair).reasons
        )


def test_the_queue_moves_on_with_every_answer_and_back_with_undo(four):
    listed("fifth", ("Ерлан Мұратұлы", None, None))
    linking.link(actor=WORKER)
    (first, *rest) = questions.queue()
    assert questions.waiting() == 1 + len(rest)
    (act,) = decide((first.a, first.b, "different"))
    assert (questions.queue(), questions.waiting()) == (rest, len(rest))
    undoing.undo(act, actor=WORKER, reason="")
    assert questions.queue() == [first, *rest]


def test_an_answer_to_one_pattern_lets_another_come_first(registry):
    listed("strangers", *[(name, None, None) for name in ("Асан", "Үсен", "Болат", "Қали")])
    listed("others", *[(name, None, None) for name in ("Айбек", "Серік")])
    mentions = list(Mention.live.order_by("id").values_list("id", flat=True))
    year, sex = ("birth", "same_year"), ("sex", "same")
    for a, b, (kind, code), probability in (
        (*mentions[0:2], year, 0.9),
        (*mentions[2:4], year, 0.5),
        (*mentions[4:6], sex, 0.45),
    ):
        evidence = [{"kind": kind, "weight": 1.0, "code": code, "params": {}}]
        Doubt.objects.create(a_id=a, b_id=b, weight=0.0, probability=probability, evidence=evidence)
    assert [each.evidence[0].kind for each in questions.queue()] == ["birth", "sex", "birth"]
    decide((*mentions[0:2], "same"))
    assert [each.evidence[0].kind for each in questions.queue()] == ["sex", "birth"]
