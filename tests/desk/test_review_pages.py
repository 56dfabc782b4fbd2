"""Review in the desk: the picture, taking mentions out, decisions that contradict."""

import re
import xml.etree.ElementTree as ET

import pytest

from tidings.registry import linking, persons, reviewing
from tidings.registry.act import recording
from tidings.registry.models import Act, Decision, Doubt, Mention, MentionName
from tidings.values import Script, show_id

EVIDENCE = [
    {"kind": "sex", "weight": 1.0, "code": "same", "params": {}},
    {"kind": "birth", "weight": -4.0, "code": "far_apart", "params": {}},
]


def text(response):
    assert response.status_code == 200, response
    return response.content.decode()


@pytest.fixture
def three(peopled):
    """Three mentions of two men, each a person of his own so far; one pair waits."""
    found = Mention.live.filter(names__written__in=["Ерлан Қайратұлы", "Yerlan Kairat"])
    a, b, c = found.order_by("id").distinct()
    Doubt.objects.all().delete()
    Doubt.objects.create(a=a, b=b, weight=-3.5, probability=0.08, evidence=EVIDENCE)
    return peopled, a.id, b.id, c.id


def decide(desk, a, b, verdict):
    desk.post("/review/decide", {"a": show_id(a), "b": show_id(b), "verdict": verdict})


def svgs(page):
    return re.findall(r'<svg class="picture".*?</svg>', page, re.DOTALL)


def test_the_evidence_is_drawn_for_laptop_and_phone_with_its_table_beside(three):
    desk, *_ = three
    page = text(desk.get("/review"))
    wide, narrow = svgs(page)
    for svg in (wide, narrow):
        assert "born many years apart" in ET.fromstring(svg).find(".//{*}desc").text
    assert "4.0 against" in page
    assert "under 1%" not in page


def test_a_decision_keeps_what_was_shown_and_is_explained_with_it_later(three):
    desk, a, b, _ = three
    decide(desk, a, b, "same")
    said = Decision.live.get(by="person")
    assert (said.weight, said.probability, said.evidence) == (-3.5, 0.08, EVIDENCE)
    page = text(desk.get(f"/person/{show_id(persons.resolve(a))}/joined"))
    assert "A person decided this." in page
    assert "Worker" in page
    assert "born many years apart" in "".join(svgs(page))


def test_a_marked_mention_is_taken_out_and_the_history_brings_it_back(three):
    desk, a, b, _ = three
    decide(desk, a, b, "same")
    person = persons.resolve(a)
    before = persons.mentions_of(person)
    page = text(desk.get(f"/person/{show_id(person)}/joined"))
    assert page.count('type="checkbox"') == len(before)
    done = desk.post(
        f"/person/{show_id(person)}/split",
        {"mention": show_id(b), "reason": "another village"},
        follow=True,
    )
    assert "Taken out." in text(done)
    assert "took mentions out of a person" in text(done)
    assert "another village" in text(done)
    assert persons.resolve(b) not in (person, persons.resolve(a))
    act = Act.objects.get(verb="split")
    desk.post(f"/history/{show_id(act.id)}/undo")
    assert persons.mentions_of(person) == before


def test_taking_out_nothing_or_everything_is_answered_in_words(three):
    desk, a, b, _ = three
    decide(desk, a, b, "same")
    person = persons.resolve(a)
    everything = [show_id(each) for each in persons.mentions_of(person)]
    for marked in ([], everything, ["no id"], [show_id(1)]):
        answer = desk.post(f"/person/{show_id(person)}/split", {"mention": marked}, follow=True)
        assert "Mark at least one mention" in text(answer)
    assert not Act.objects.filter(verb="split").exists()
    assert desk.post(f"/person/{show_id(1)}/split", {"mention": everything}).status_code == 404


def test_decisions_that_contradict_are_shown_with_the_way_out(three):
    desk, a, b, c = three
    assert "cannot all be right" not in text(desk.get("/review"))
    for one, other, verdict in ((a, b, "same"), (b, c, "same"), (a, c, "different")):
        linking.decide(one, other, verdict, actor="Worker")
    page = text(desk.get("/review"))
    assert "These decisions cannot all be right" in page
    acts = Act.objects.filter(verb__startswith="decide").values_list("id", flat=True)
    assert all(f"/history/{show_id(act)}/undo" in page for act in acts)
    desk.post(f"/history/{show_id(acts[0])}/undo")
    assert "cannot all be right" not in text(desk.get("/review"))
    assert reviewing.contradictions() == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_pages_speak_every_language(three, language):
    desk, a, b, c = three
    for one, other, verdict in ((a, b, "same"), (b, c, "same"), (a, c, "different")):
        linking.decide(one, other, verdict, actor="Worker")
    desk.post("/language", {"language": language})
    for path in ("/review", f"/person/{show_id(persons.resolve(b))}/joined"):
        page = text(desk.get(path))
        assert "Undo<" not in page
        assert "speaks" not in page


def test_the_page_why_is_light_however_many_mentions_there_are(three):
    desk, a, _, _ = three
    (line,) = Mention.live.filter(pk=a)
    rows = [{"source_id": line.source_id, "locator": f"A{n}"} for n in range(30)]
    with recording("Worker", "add") as act:
        more = act.insert(Mention, rows)
        act.insert(
            MentionName,
            [{"mention_id": each, "written": "Ерлан", "script": Script.CYRILLIC} for each in more],
        )
        pairs = [
            {
                "a_id": a,
                "b_id": each,
                "verdict": "same",
                "by": "run",
                "weight": 9.0,
                "probability": 0.99,
                "evidence": EVIDENCE,
            }
            for each in more
        ]
        act.insert(Decision, pairs)
        persons.add_alone(more)
        persons.refresh(more)
    answer = desk.get(f"/person/{show_id(persons.resolve(a))}/joined")
    assert len(svgs(text(answer))) == 12
    assert len(answer.content) < 90_000
