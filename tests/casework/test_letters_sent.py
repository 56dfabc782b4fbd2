"""A letter from consent to silence: offered, sent, overdue, answered, and each taken back."""

from datetime import date, timedelta

import pytest
from letter_setup import BODY, DAY, announced, person_with, speaks, wanted

from tidings.casework import letters, outcomes, tracking
from tidings.casework.outcomes import Reply
from tidings.casework.papers import Paper
from tidings.registry import consenting, folder, profile, undoing
from tidings.registry.models import (
    Act,
    Answer,
    Correspondence,
    Evidence,
    Mention,
    Source,
    Statement,
)
from tidings.values import (
    PUBLIC,
    ConsentForm,
    Event,
    LetterKind,
    Level,
    Mode,
    NotAllowed,
    Outcome,
    SourceKind,
    WrongUse,
)

LATER = DAY + timedelta(days=31)


@pytest.fixture
def person(registry):
    speaks()
    return person_with(BODY)


@pytest.fixture
def sent(person):
    offered = letters.about_person(person, wanted(), on=DAY)
    return letters.send(offered, actor="Worker", sent_on=DAY, channel="post")


# Offered


def test_a_letter_is_offered_with_the_family_s_consent_for_that_very_body(person):
    offered = letters.about_person(person, wanted(), on=DAY)
    assert "Үлгі Мысалұлы" in offered.letter.text
    assert offered.pdf().startswith(b"%PDF")
    assert offered.docx().startswith(b"PK")


@pytest.mark.parametrize(
    ("kind", "body", "to_un"),
    [
        (LetterKind.APPEAL, "Another Ministry", False),
        (LetterKind.APPEAL, BODY, True),
        (LetterKind.OPEN_LETTER, "", False),
    ],
)
def test_consent_for_one_body_is_none_for_another_the_un_or_the_public(person, kind, body, to_un):
    with pytest.raises(letters.NoConsent) as refused:
        letters.about_person(person, wanted(kind=kind, body=body, to_un=to_un), on=DAY)
    assert refused.value.why == "no_consent"
    assert refused.value.exit_code == 4


def test_the_refusal_holds_no_name_but_says_whose_consent_is_missing(registry):
    speaks()
    person = person_with("Another Ministry")
    with pytest.raises(NotAllowed) as refused:
        letters.about_person(person, wanted(), on=DAY)
    assert "Үлгі" not in str(refused.value)
    assert refused.value.missing


def test_who_may_be_known_of_but_not_by_name_has_no_letter(registry):
    speaks()
    person = person_with(BODY, form=ConsentForm.PSEUDONYM)
    with pytest.raises(letters.NoConsent, match="not by name") as refused:
        letters.about_person(person, wanted(), on=DAY)
    assert refused.value.why is None


def test_the_family_s_open_letter_needs_no_addressee_but_consent_for_the_public(registry):
    speaks()
    person = person_with(PUBLIC, words="Ағамның тірі екенін білгіміз келеді.")
    offered = letters.about_person(
        person, wanted(kind=LetterKind.OPEN_LETTER, body="", answer_days=None), on=DAY
    )
    assert "Ағамның тірі екенін білгіміз келеді." in offered.letter.text
    sent = letters.send(offered, actor="Worker", sent_on=DAY)
    assert tracking.letter(sent, DAY + timedelta(days=900)).outcome is Outcome.WAITING


def test_a_letter_asks_about_an_announcement_that_was_published(registry):
    speaks()
    statement = announced()
    order = wanted(kind=LetterKind.INFORMATION, language="en", body="The Ministry")
    offered = letters.about_announcement(statement, order, on=DAY)
    assert "2,000" in offered.letter.text
    sent = letters.send(offered, actor="Worker", sent_on=DAY)
    outcomes.silent(sent, on=LATER, actor="Worker")
    said = Statement.live.get(mode=Mode.DID_NOT_RESPOND)
    assert (said.body, said.mention_id) == ("The Ministry", None)
    (found,) = tracking.about_announcement(statement, LATER)
    assert (found.announcement, found.person, found.outcome) == (statement, None, Outcome.SILENT)


def test_an_announcement_of_the_team_s_own_source_is_not_asked_about(registry):
    speaks()
    statement = announced(SourceKind.MESSAGE)
    order = wanted(kind=LetterKind.INFORMATION, body="The Ministry")
    with pytest.raises(WrongUse, match="no published source"):
        letters.about_announcement(statement, order, on=DAY)


def test_a_withdrawn_consent_offers_no_letter_any_more(person):
    (consent,) = consenting.consents_of(person)
    consenting.withdraw(consent.id, actor="Worker")
    with pytest.raises(letters.NoConsent) as refused:
        letters.about_person(person, wanted(), on=DAY)
    assert refused.value.why == "withdrawn"


def test_without_the_organisation_s_name_no_letter_is_written(registry):
    with pytest.raises(WrongUse, match="no name yet"):
        letters.about_person(person_with(BODY), wanted(), on=DAY)


def test_a_letter_without_an_addressee_is_refused(person):
    with pytest.raises(WrongUse, match="no addressee"):
        letters.about_person(person, wanted(body=" "), on=DAY)


# Sent


def test_a_sent_letter_is_one_act_with_source_evidence_statement_and_the_day_an_answer_is_due(sent):
    row = Correspondence.live.get(pk=sent)
    rows = [
        Source.live.get(pk=row.source_id),
        Statement.live.get(pk=row.statement_id),
        Evidence.live.get(source_id=row.source_id),
    ]
    assert {each.act_id for each in rows} == {row.act_id}
    assert row.answer_due == DAY + timedelta(days=30)
    assert (row.body, row.channel, row.sent_on) == (BODY, "post", DAY)
    source, statement, evidence = rows
    assert (source.kind, source.publisher) == (SourceKind.LETTER, "Example Group")
    assert (statement.what, statement.mode) == (Event.LETTER_SENT, Mode.ASSERTS)
    assert evidence.level == Level.SEALED
    data = folder.current().blobs.get(evidence.blob_name, evidence.blob_key)
    assert data.startswith(b"%PDF")


def test_the_title_and_file_name_of_a_letter_say_nothing_of_whom_it_is_about(sent):
    row = Correspondence.live.get(pk=sent)
    assert row.source.title == "Appeal"
    assert Evidence.live.get(source_id=row.source_id).file_name == "letter.pdf"


def test_the_file_that_really_went_out_is_kept_when_it_is_another(person):
    offered = letters.about_person(person, wanted(), on=DAY)
    changed = Paper(b"changed by hand", "letter.docx", "application/octet-stream")
    sent = letters.send(offered, actor="Worker", sent_on=DAY, as_sent=changed)
    evidence = Evidence.live.get(source_id=Correspondence.live.get(pk=sent).source_id)
    blobs = folder.current().blobs
    assert blobs.get(evidence.blob_name, evidence.blob_key) == b"changed by hand"


def test_an_answer_cannot_be_due_before_the_letter_is_sent(person):
    offered = letters.about_person(person, wanted(), on=DAY)
    with pytest.raises(WrongUse, match="before the letter is sent"):
        letters.send(offered, actor="Worker", sent_on=DAY, answer_due=DAY - timedelta(days=1))
    assert not Correspondence.live.exists()


def test_bodies_that_were_written_to_are_offered_again(sent):
    assert letters.bodies() == (BODY,)


# Waiting, overdue, silent


@pytest.mark.parametrize(
    ("days", "outcome"), [(0, Outcome.WAITING), (30, Outcome.WAITING), (31, Outcome.OVERDUE)]
)
def test_a_letter_is_overdue_on_the_day_after_its_answer_was_due(sent, days, outcome):
    on = DAY + timedelta(days=days)
    (found,) = tracking.letters(on)
    assert found.outcome is outcome
    assert bool(tracking.overdue(on)) is (outcome is Outcome.OVERDUE)
    assert tracking.overdue_count(on) == len(tracking.overdue(on))
    assert bool(tracking.waiting(on)) is (outcome is Outcome.WAITING)


def test_silence_is_one_act_an_answer_and_a_statement_by_the_body_about_the_person(sent, person):
    act = outcomes.silent(sent, on=LATER, actor="Worker")
    answer = Answer.live.get(correspondence_id=sent)
    said = Statement.live.get(pk=answer.statement_id)
    assert {answer.act_id, said.act_id} == {act}
    assert (said.speaker, said.mode, said.held_lo) == (BODY, Mode.DID_NOT_RESPOND, LATER)
    modes = [each.mode for each in profile.profile(person).timeline]
    assert Mode.DID_NOT_RESPOND in modes
    assert not tracking.overdue(LATER)


def test_silence_is_recorded_once_and_an_answer_may_still_come(sent):
    outcomes.silent(sent, on=LATER, actor="Worker")
    with pytest.raises(WrongUse, match="already"):
        outcomes.silent(sent, on=LATER, actor="Worker")
    late = LATER + timedelta(days=9)
    outcomes.answered(sent, Reply(late, Mode.PROMISES, words="We will look."), actor="Worker")
    assert tracking.letter(sent, late).outcome is Outcome.ANSWERED


def test_silence_taken_back_makes_the_letter_overdue_again_and_leaves_no_statement(sent, person):
    before = profile.profile(person)
    act = outcomes.silent(sent, on=LATER, actor="Worker")
    undoing.undo(act, actor="Worker", reason="it came by another way")
    assert tracking.letter(sent, LATER).outcome is Outcome.OVERDUE
    assert profile.profile(person) == before


def test_a_letter_taken_back_takes_its_silence_along(sent):
    outcomes.silent(sent, on=LATER, actor="Worker")
    undoing.undo(Correspondence.live.get(pk=sent).act_id, actor="Worker", reason="never sent")
    assert not tracking.letters(LATER)
    assert not Answer.live.exists()
    assert not Statement.live.filter(mode=Mode.DID_NOT_RESPOND).exists()


def test_silence_before_the_letter_or_without_one_is_refused(sent):
    with pytest.raises(WrongUse, match="before the letter"):
        outcomes.silent(sent, on=DAY - timedelta(days=1), actor="Worker")
    with pytest.raises(WrongUse, match="no such letter"):
        outcomes.silent(1, on=DAY, actor="Worker")


# Answered


def test_an_answer_is_a_source_of_its_own_with_what_the_body_says_and_its_sealed_file(sent, person):
    reply = Reply(
        received_on=LATER,
        mode=Mode.DENIES,
        event=Event.DETAINED,
        words="No such person is held.",
        paper=Paper(b"scan", "answer", "image/png"),
    )
    act = outcomes.answered(sent, reply, actor="Worker")
    answer = Answer.live.get(correspondence_id=sent)
    source, said = answer.source, answer.statement
    assert {answer.act_id, source.act_id, said.act_id} == {act}
    assert (source.kind, source.origin, source.level) == (SourceKind.OFFICIAL, BODY, Level.TEAM)
    assert (said.what, said.mode, said.quote) == (Event.DETAINED, Mode.DENIES, reply.words)
    assert Evidence.live.get(source=source).level == Level.SEALED
    denied = [each for each in profile.profile(person).timeline if each.mode is Mode.DENIES]
    assert [each.speaker for each in denied] == [BODY]


def test_a_refusal_is_told_apart_from_an_answer(sent):
    outcomes.refused(sent, Reply(LATER, Mode.DECLINES_TO_SAY, words="No."), actor="Worker")
    assert tracking.letter(sent, LATER).outcome is Outcome.REFUSED
    with pytest.raises(WrongUse, match="already"):
        outcomes.silent(sent, on=LATER, actor="Worker")


# The list and the case


def test_what_needs_somebody_comes_first(person):
    days = {"late": 90, "waits": 5, "done": 60}
    made = {}
    for name, ago in days.items():
        on = LATER - timedelta(days=ago)
        offered = letters.about_person(person, wanted(), on=on)
        made[name] = letters.send(offered, actor="Worker", sent_on=on)
    outcomes.silent(made["done"], on=LATER, actor="Worker")
    order = [each.id for each in tracking.letters(LATER)]
    assert order == [made["late"], made["waits"], made["done"]]


def test_a_case_says_what_was_sent_what_is_due_and_what_no_source_tells(sent, person):
    (case,) = tracking.cases(DAY)
    assert case.person == person
    assert [each.id for each in case.letters] == [sent]
    assert case.next_due == DAY + timedelta(days=30)
    assert case.missing == ("born", "place")
    assert tracking.cases(DAY, [person]) == (case,)


def test_a_person_without_letters_has_a_case_when_asked_for_by_name(person):
    (case,) = tracking.cases(DAY, [person])
    assert case.letters == ()
    assert case.next_due is None
    assert tracking.cases(DAY) == ()


def test_a_letter_follows_its_person_through_a_merge(sent, person):
    from tidings.registry import linking

    other = person_with("Another Ministry", said="Басқа сөз.")
    linking.decide(other, person, "same", actor="Worker")
    (case,) = tracking.cases(DAY)
    assert case.person == min(person, other)
    assert [each.id for each in case.letters] == [sent]
    assert Mention.live.filter(pk=case.person).exists()


def test_every_act_of_a_case_can_be_undone_and_the_ledger_holds(sent):
    from tidings.registry import ledger

    outcomes.silent(sent, on=date(2019, 9, 1), actor="Worker")
    for act in Act.objects.filter(verb__in=["send letter", "record silence"]).order_by("-id"):
        undoing.undo(act.id, actor="Worker", reason="")
    assert not tracking.letters(LATER)
    ledger.verify()
