"""Add, accept, link, find, undo: through the encrypted database, on readings made by hand."""

from __future__ import annotations

import pytest

from tidings.reading.reading import (
    KinDraft,
    MentionDraft,
    Reading,
    SourceDraft,
    StatementDraft,
    TestifierDraft,
)
from tidings.registry import (
    adding,
    drafts,
    linking,
    mapping,
    persons,
    searching,
    testimony,
    undoing,
)
from tidings.registry.models import (
    Act,
    Decision,
    Draft,
    Evidence,
    Lexeme,
    Mention,
    NamePart,
    Neighbour,
    Statement,
)
from tidings.registry.profile import profile
from tidings.values import Event, Kin, Mode, Role, Sex, SourceKind, WrongUse, parse_edtf

WORKER = "Example Worker"


def row(number: int, *names: str, **given) -> MentionDraft:
    birth = given.pop("birth", None)
    return MentionDraft(
        key=f"row {number}",
        locator=f"A{number}",
        names=names,
        birth=parse_edtf(birth) if birth else None,
        **given,
    )


def listing(*mentions: MentionDraft, statements=(), kin=(), title="A list") -> Reading:
    source = SourceDraft(SourceKind.LIST, title, f"{title}.csv", published=parse_edtf("2019-02"))
    return Reading(source, mentions, tuple(kin), tuple(statements))


def detained(number: int, when: str | None = None) -> StatementDraft:
    return StatementDraft(
        mode=Mode.ASSERTS,
        event=Event.DETAINED,
        quote="detained",
        mention=f"row {number}",
        date=parse_edtf(when) if when else None,
        locator=f"D{number}",
    )


ERLAN_CYRILLIC = row(2, "Ерлан Мұратұлы", birth="1974-05-04", sex=Sex.MALE, place="Қобда")
ERLAN_HAN = row(2, "叶尔兰·木拉提", birth="1974-05-04", sex=Sex.MALE, place="额敏县")
GULNAR = row(3, "Гүлнар Серікқызы", birth="1980", sex=Sex.FEMALE, place="Алтай")


def add(reading: Reading, data: bytes, **options) -> adding.Added:
    return adding.add_file([reading], data, actor=WORKER, **options)


@pytest.fixture
def two_lists(registry):
    """Erlan in two scripts in two lists, and somebody else."""
    first = add(listing(ERLAN_CYRILLIC, GULNAR, title="first"), b"first")
    second = add(listing(ERLAN_HAN, title="second"), b"second")
    return first, second


def test_what_is_added_is_there_with_its_source(registry):
    added = add(listing(ERLAN_CYRILLIC, GULNAR, statements=[detained(2, "2018-03")]), b"a file")
    assert (added.mentions, added.drafts, added.statements) == (2, 1, 0)
    found = searching.find("Ерлан Мұратұлы")[0]
    assert found.profile.mentions[0].source.title == "A list"
    assert found.profile.open_drafts == 1
    assert found.profile.timeline == ()


def test_the_file_itself_is_sealed_as_evidence(registry):
    add(listing(ERLAN_CYRILLIC), b"the very bytes")
    evidence = Evidence.live.get(form="original")
    assert registry.blobs.get(evidence.blob_name, evidence.blob_key) == b"the very bytes"


def test_the_same_file_is_not_added_twice(registry):
    first = add(listing(ERLAN_CYRILLIC), b"one")
    again = add(listing(ERLAN_CYRILLIC), b"one")
    assert again.already
    assert again.act_id == first.act_id
    assert Mention.live.count() == 1


def test_an_import_undone_can_be_added_again(registry):
    first = add(listing(ERLAN_CYRILLIC), b"one")
    undoing.undo(first.act_id, actor=WORKER, reason="the wrong file")
    assert searching.find("Ерлан Мұратұлы") == []
    assert not add(listing(ERLAN_CYRILLIC), b"one").already
    assert Mention.live.count() == 1


def test_undoing_an_undo_brings_the_import_back(registry):
    first = add(listing(ERLAN_CYRILLIC), b"one")
    undone = undoing.undo(first.act_id, actor=WORKER, reason="")
    undoing.undo(undone, actor=WORKER, reason="it was right after all")
    assert len(searching.find("Ерлан Мұратұлы")) == 1


def test_an_act_is_undone_once(registry):
    first = add(listing(ERLAN_CYRILLIC), b"one")
    undoing.undo(first.act_id, actor=WORKER, reason="")
    with pytest.raises(WrongUse, match="already undone"):
        undoing.undo(first.act_id, actor=WORKER, reason="")
    with pytest.raises(WrongUse, match="no such act"):
        undoing.undo(1, actor=WORKER, reason="")


def test_a_draft_accepted_becomes_a_statement_and_can_be_undone(registry):
    add(listing(ERLAN_CYRILLIC, statements=[detained(2, "2018-03")]), b"one")
    draft = Draft.live.get()
    drafts.accept(draft.id, actor=WORKER)
    person = searching.find("Ерлан")[0].person
    assert profile(person).status.event is Event.DETAINED
    assert profile(person).open_drafts == 0
    accepting = Act.objects.order_by("-id").first()
    undoing.undo(accepting.id, actor=WORKER, reason="")
    assert profile(person).status.event is None
    assert profile(person).open_drafts == 1


def test_a_correction_is_recorded_and_the_draft_stays_as_proposed(registry):
    add(listing(ERLAN_CYRILLIC, statements=[detained(2, "2018-03")]), b"one")
    draft = Draft.live.get()
    drafts.accept(draft.id, actor=WORKER, corrections={"event": "sentenced", "date": "2019"})
    statement = Statement.live.get()
    assert (statement.what, statement.held_edtf) == ("sentenced", "2019")
    assert Draft.live.get().payload["event"] == "detained"


def test_only_what_can_be_corrected_is(registry):
    add(listing(ERLAN_CYRILLIC, statements=[detained(2)]), b"one")
    with pytest.raises(WrongUse, match="cannot be corrected"):
        drafts.accept(Draft.live.get().id, actor=WORKER, corrections={"quote": "other words"})
    assert Statement.live.count() == 0


def test_a_draft_rejected_is_no_statement_and_is_not_asked_about_again(registry):
    add(listing(ERLAN_CYRILLIC, statements=[detained(2)]), b"one")
    draft = Draft.live.get()
    act = drafts.reject(draft.id, actor=WORKER)
    with pytest.raises(WrongUse, match="already rejected"):
        drafts.accept(draft.id, actor=WORKER)
    undoing.undo(act, actor=WORKER, reason="")
    drafts.accept(draft.id, actor=WORKER)
    assert Statement.live.count() == 1


def test_accepting_on_import_records_the_statements_at_once(registry):
    added = add(listing(ERLAN_CYRILLIC, statements=[detained(2)]), b"one", accept=True)
    assert (added.statements, added.drafts) == (1, 0)
    assert Draft.live.get().state == "accepted"


def test_one_person_in_two_scripts_becomes_one_and_the_other_stays_apart(two_lists):
    report = linking.link(actor=WORKER)
    assert (report.mentions, report.persons, report.merged) == (3, 2, 1)
    found = searching.find("Erlan Murat")[0]
    assert {form.written for form in found.profile.names} == {"Ерлан Мұратұлы", "叶尔兰·木拉提"}


def test_a_merge_says_why(two_lists):
    linking.link(actor=WORKER)
    person = searching.find("叶尔兰")[0].person
    (decision,) = linking.why(person)
    words = " ".join(linking.explained(decision.evidence))
    assert "born on the same day" in words
    assert "叶尔兰" in words


def test_a_merge_undone_restores_exactly_what_was_before(two_lists):
    before = {person: profile(person) for person in (persons_in_order())}
    report = linking.link(actor=WORKER)
    undoing.undo(report.act_id, actor=WORKER, reason="")
    assert {person: profile(person) for person in persons_in_order()} == before


def test_linking_again_changes_nothing(two_lists):
    linking.link(actor=WORKER)
    acts = Act.objects.count()
    report = linking.link(actor=WORKER)
    assert (report.act_id, report.merged, report.parted) == (None, 0, 0)
    assert Act.objects.count() == acts


def test_a_persons_decision_outranks_every_run(two_lists):
    linking.link(actor=WORKER)
    a, b = (mention.id for mention in searching.find("叶尔兰")[0].profile.mentions)
    linking.decide(a, b, "different", actor=WORKER, reason="they are cousins")
    assert persons.resolve(a) != persons.resolve(b)
    linking.link(actor=WORKER)
    assert persons.resolve(a) != persons.resolve(b)


def test_a_persons_decision_can_be_undone(two_lists):
    linking.link(actor=WORKER)
    a, b = (mention.id for mention in searching.find("叶尔兰")[0].profile.mentions)
    act = linking.decide(a, b, "different", actor=WORKER)
    undoing.undo(act, actor=WORKER, reason="")
    assert persons.resolve(a) == persons.resolve(b)


def test_a_person_can_join_whom_no_run_would(two_lists):
    erlan, gulnar = Mention.live.order_by("id")[:2]
    linking.decide(gulnar.id, erlan.id, "same", actor=WORKER)
    assert persons.resolve(gulnar.id) == erlan.id
    linking.link(actor=WORKER)
    assert persons.resolve(gulnar.id) == erlan.id


def test_an_id_of_before_the_merge_still_leads_to_the_person(two_lists):
    linking.link(actor=WORKER)
    for mention in searching.find("叶尔兰")[0].profile.mentions:
        assert profile(mention.id).person == searching.find("叶尔兰")[0].person


def test_a_name_alone_merges_nobody(registry):
    add(listing(row(2, "Ерлан Мұратұлы")), b"one")
    add(listing(row(2, "Ерлан Мұратұлы")), b"two")
    report = linking.link(actor=WORKER)
    assert (report.persons, report.merged) == (2, 0)


def test_filters_leave_out_only_whom_they_contradict(two_lists):
    assert searching.find("Ерлан", born=parse_edtf("1974"))
    assert not searching.find("Ерлан", born=parse_edtf("1990"))
    assert not searching.find("Ерлан", sex=Sex.FEMALE)
    assert searching.find("Ерлан", place="Қобда")


def test_kin_are_seen_from_both_sides(registry):
    wife = MentionDraft("row 2 kin 1", "F2", ("Сәуле",))
    tie = KinDraft("row 2 kin 1", Kin.WIFE, "row 2", "F2")
    add(listing(ERLAN_CYRILLIC, wife, kin=[tie]), b"one")
    (seen,) = searching.find("Ерлан")[0].profile.kin
    assert (seen.relation, seen.name) == (Kin.WIFE, "Сәуле")
    (back,) = profile(seen.person).kin
    assert (back.relation, back.name) == (Kin.HUSBAND, "Ерлан Мұратұлы")


def test_a_testimony_is_recorded_with_its_words_and_its_speaker(registry):
    told = testimony.Testimony(
        testifier="Айгүл Мұратқызы",
        contact="+7 000 000 00 01",
        relation=Kin.SISTER,
        names=("Ерлан Мұратұлы", "叶尔兰·木拉提"),
        words="He rang every Friday. Then the number did not exist.",
        given_on=parse_edtf("2019-02-02"),
        happenings=(
            testimony.Happening(
                Event.DETAINED,
                "They took him from the pasture.",
                when=parse_edtf("2018-03"),
                told_by=("a neighbour",),
            ),
        ),
        kin=((Kin.WIFE, "Сәуле"),),
    )
    added = testimony.record(told, actor=WORKER)
    shown = searching.find("Ерлан")[0].profile
    (statement,) = shown.timeline
    assert (statement.speaker, statement.chain) == ("Айгүл Мұратқызы", ("a neighbour",))
    assert {tie.relation for tie in shown.kin} == {Kin.SISTER, Kin.WIFE}
    text = Evidence.live.get(source_id=added.source_ids[0], form="text")
    words = registry.blobs.get(text.blob_name, text.blob_key).decode()
    start, end = statement.span
    assert words[start:end] == "They took him from the pasture."


def test_the_projections_can_be_computed_again(two_lists):
    from tidings.registry import lexicon

    linking.link(actor=WORKER)
    before = (memberships(), set(Lexeme.objects.values_list("token", flat=True)))
    parts = NamePart.objects.count()
    persons.rebuild()
    lexicon.rebuild()
    assert (memberships(), set(Lexeme.objects.values_list("token", flat=True))) == before
    assert NamePart.objects.count() == parts
    assert Neighbour.objects.count() == 0
    assert linking.link(actor=WORKER).act_id is None


def test_a_run_keeps_a_decision_with_its_weight_and_evidence(two_lists):
    linking.link(actor=WORKER)
    decision = Decision.live.get()
    assert decision.by == "run"
    assert decision.probability > 0.9
    assert {each["kind"] for each in decision.evidence} >= {"name", "birth"}


CSV = "Имя,Отец\nЕрлан Мұратұлы,Қайрат\n".encode()


def test_a_corrected_mapping_is_kept_for_the_organisations_next_file(registry):
    first = mapping.read_as_kept(CSV, "a.csv", origin="Committee", mapping={"B": Role.NONE})
    mapping.keep_mapping("Committee", {"B": Role.NONE}, first, actor=WORKER)
    assert mapping.kept_mapping("Committee") == {"Отец": Role.NONE}
    moved = "Отец,Имя\nҚайрат,Ерлан Мұратұлы\n".encode()
    (again,) = mapping.read_as_kept(moved, "b.csv", origin="Committee")
    assert [column.role for column in again.source.columns] == [Role.NONE, Role.NAME]
    assert again.source.origin == "Committee"
    assert mapping.kept_mapping("Others") == {}


def test_the_testifiers_contact_stays_sealed(registry):
    reading = Reading(
        SourceDraft(
            SourceKind.TESTIMONY,
            "A testimony",
            "t.txt",
            testifier=TestifierDraft("Айгүл", "+7 000 000 00 01"),
            text="words",
        )
    )
    add(reading, b"t")
    from tidings.registry.models import Testifier

    assert Testifier.live.get().level == "sealed"


def memberships() -> dict[int, int]:
    from tidings.registry.models import Membership

    return dict(Membership.objects.values_list("mention_id", "person_id"))


def persons_in_order() -> list[int]:
    return sorted(set(memberships().values()))
