"""Consent in the desk: asked first, recorded, shown, taken back, objected to, decided."""

import re
from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.desk import allowing, standing
from tidings.desk.answers import understand
from tidings.registry import linking
from tidings.registry.consenting import Allowed, Giver, Why, consents_of, give_apart, object_apart
from tidings.registry.models import Act, Consent, Doubt, Mention, Source
from tidings.registry.persons import persons_of
from tidings.registry.testimony import Testimony, record
from tidings.values import (
    PUBLIC,
    UN,
    Asked,
    Audience,
    ConsentForm,
    Kin,
    PlaceLevel,
    show_id,
)

TODAY = date(2026, 3, 1)
TOLD = {"testifier": "Айгүл", "names": "Ерлан Қайратұлы", "words": "Ол үйге келмеді."}
ANSWERS = {
    "audience_0": "public",
    "form_0": "named",
    "place_level_0": "district",
    "own_name_0": "1",
    "ends_0": "2030",
    "audience_1": "un",
    "form_1": "",
    "audience_2": "body",
    "form_2": "pseudonym",
    "audience_name_2": "Example Ministry",
    "pseudonym_2": "A teacher",
    "place_level_2": "full",
    "audience_3": "partner",
    "form_3": "",
    "how_allowed": "face_to_face",
    "ask_information": "1",
    "published_words": "Қайда екенін айтыңыздар.",
}


def text(response):
    return response.content.decode()


def begun(desk):
    response = desk.post("/record")
    return re.match(r"/record/([0-9a-z-]+)/consent", response["Location"])[1]


def recorded(desk, answers=ANSWERS):
    """A testimony recorded with these answers about consent; the person's id."""
    form = begun(desk)
    desk.post(f"/record/{form}/consent", {"asked_in": "kk"})
    desk.post(f"/record/{form}/consent", answers)
    desk.post(f"/record/{form}/speaker", {"testifier": "Айгүл", "contact": "+7 000"})
    desk.post(f"/record/{form}/relation", {"relation": "sister"})
    desk.post(f"/record/{form}/person", {"names": "Ерлан Қайратұлы"})
    desk.post(f"/record/{form}/happened", {"words": "Ол үйге келмеді."})
    done = desk.post(f"/record/{form}/check")
    assert done.status_code == 302, text(done)
    mention = Mention.live.order_by("id").first().id
    return persons_of([mention])[mention]


def on_page(desk, person):
    return text(desk.get(f"/person/{show_id(person)}"))


def stands(person, audience=PUBLIC):
    found = standing.spoken(person, timezone.localdate())
    return next(each.standing for each in found if each.audience.key == audience.key)


# The step that asks


def test_the_form_begins_with_the_language_in_which_to_ask(desk):
    form = begun(desk)
    page = text(desk.get(f"/record/{form}/consent"))
    assert [f'value="{code}" lang="{code}"' in page for code in ("kk", "ru", "en")] == [True] * 3
    assert 'type="radio"' not in page
    page = text(desk.post(f"/record/{form}/consent", {"asked_in": "kk"}))
    assert "Кімге не айтуымызға болады?" in page
    assert "What may we say, and to whom?" in page


def test_nothing_is_chosen_but_no(desk):
    form = begun(desk)
    page = text(desk.post(f"/record/{form}/consent", {"asked_in": "ru"}))
    chosen = re.findall(r'<input type="(?:radio|checkbox)" id="([^"]+)"[^>]* checked>', page)
    assert {each for each in chosen if not each.startswith("place_level_")} == {
        f"form_{row}-nothing" for row in range(4)
    }
    assert {each for each in chosen if each.startswith("place_level_")} == {
        f"place_level_{row}-none" for row in range(4)
    }


def test_another_language_keeps_what_was_answered(desk):
    form = begun(desk)
    desk.post(f"/record/{form}/consent", {"asked_in": "kk"})
    page = text(desk.post(f"/record/{form}/consent", {**ANSWERS, "asked_in": "ru"}))
    assert "Что и кому нам можно сказать?" in page
    assert 'value="Example Ministry"' in page


def test_a_row_is_added_for_one_more_body(desk):
    form = begun(desk)
    desk.post(f"/record/{form}/consent", {"asked_in": "en"})
    page = text(desk.post(f"/record/{form}/consent", {**ANSWERS, "more": "body"}))
    assert 'name="audience_4" value="body"' in page


def test_a_body_without_a_name_is_asked_for_at_its_step(desk):
    form = begun(desk)
    desk.post(f"/record/{form}/consent", {"asked_in": "en"})
    response = desk.post(f"/record/{form}/consent", {**ANSWERS, "audience_name_2": ""})
    assert response.status_code == 200
    assert "consent is for it alone" in text(response)


def test_the_look_over_says_it_in_words_and_what_was_not_asked(desk):
    form = begun(desk)
    for step in ("speaker", "person", "happened"):
        desk.post(f"/record/{form}/{step}", TOLD)
    assert "not asked yet" in text(desk.get(f"/record/{form}/check"))
    desk.post(f"/record/{form}/consent", {"asked_in": "en"})
    assert "Nothing, to nobody." in text(desk.get(f"/record/{form}/check"))
    desk.post(f"/record/{form}/consent", ANSWERS)
    page = text(desk.get(f"/record/{form}/check"))
    assert "The public: by name, the district only, their own name too" in page
    assert "Example Ministry" in page
    assert "until Dec. 31, 2030" in page or "until 31 December 2030" in page


def test_a_name_that_gives_the_person_away_is_refused_before_it_is_recorded(desk):
    form = begun(desk)
    desk.post(f"/record/{form}/consent", {"asked_in": "en"})
    desk.post(f"/record/{form}/consent", {**ANSWERS, "pseudonym_2": "Yerlan"})
    for step in ("speaker", "person", "happened"):
        desk.post(f"/record/{form}/{step}", TOLD)
    page = text(desk.post(f"/record/{form}/check"))
    assert "too near to the person’s own name" in page
    assert f"/record/{form}/consent" in page
    assert not Mention.live.exists()


# What the answers mean


def test_the_answers_become_what_is_allowed():
    public, body = understand({**TOLD, **ANSWERS}, TODAY).testimony.consents
    assert public == Allowed(
        audience=PUBLIC,
        form=ConsentForm.NAMED,
        place_level=PlaceLevel.DISTRICT,
        own_name=True,
        ends=date(2030, 12, 31),
        how="face_to_face",
        asks=(Asked.INFORMATION,),
        words="Қайда екенін айтыңыздар.",
    )
    assert (body.audience, body.pseudonym) == (Audience("body", "Example Ministry"), "A teacher")
    assert (body.place_level, body.words) == (PlaceLevel.DISTRICT, "")


def test_days_that_cannot_be_are_named():
    form = {**TOLD, **ANSWERS, "starts_0": "2031", "ends_0": "2030"}
    assert "ends_0" in understand(form, TODAY).problems
    assert "starts_0" in understand({**form, "starts_0": "31.02.2030"}, TODAY).problems


def test_one_body_asked_about_twice_is_a_doubt_and_no_second_consent():
    twice = {"audience_4": "body", "form_4": "named", "audience_name_4": "EXAMPLE ministry"}
    assert "audience_name_4" in understand({**TOLD, **ANSWERS, **twice}, TODAY).problems


fields = st.sampled_from(
    [f"{name}_{row}" for name in allowing.ROW for row in range(5)] + list(allowing.SINGLE)
)
values = st.sampled_from(
    ["", "named", "seeker", "pseudonym", "body", "public", "full", "1", "31.02.2020", "soon", "A:B"]
) | st.text(max_size=20)


@given(st.dictionaries(fields, values, max_size=20))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_nothing_is_allowed_that_was_not_chosen(posted):
    kept = allowing.taken(posted)
    dates, problems = {}, {}
    found = allowing.read(kept, (), dates, problems, understand(TOLD, TODAY).testimony.given_on)
    chosen = [row for row in allowing.rows(kept) if row["form"] in set(ConsentForm)]
    assert len(found) <= len(chosen)
    for each in found:
        assert any(row["form"] == each.form for row in chosen)
        assert each.form is ConsentForm.NAMED or not each.words
        assert each.place_level.rank <= allowing.FINEST[each.form].rank


# What the person's page says and does


def test_a_testimony_and_its_consents_are_one_act_and_the_page_says_what_may_be_said(desk):
    person = recorded(desk)
    assert Act.objects.filter(verb="add").count() == 1
    assert Consent.live.count() == 2
    page = on_page(desk, person)
    assert "By name, the district only." in page
    assert "Under another name, the district only." in page
    assert "Nobody has allowed it." in page
    assert stands(person).form is ConsentForm.NAMED


def test_a_consent_is_taken_back_after_one_question_and_undone_in_the_history(desk):
    person = recorded(desk)
    consent = Consent.live.order_by("id").first().id
    where = f"/person/{show_id(person)}/consent/{show_id(consent)}/back"
    assert "It counts at once" in text(desk.get(where))
    desk.post(where, {"reason": "She is afraid"})
    assert stands(person).form is None
    page = on_page(desk, person)
    assert "It was allowed and then taken back." in page
    assert "took a consent back" in page
    assert "taken back already" in text(desk.post(where, follow=True))
    act = Act.objects.get(verb="withdraw consent")
    desk.post(f"/history/{show_id(act.id)}/undo")
    assert stands(person).form is ConsentForm.NAMED


def test_an_objection_holds_until_somebody_decides_and_a_later_one_holds_again(desk):
    person = recorded(desk)
    where = f"/person/{show_id(person)}"
    desk.post(f"{where}/objection", {"giver": "Серік", "relation": "brother", "against": ""})
    assert stands(person).form is None
    assert "Relatives do not agree." in on_page(desk, person)
    consent = Consent.live.order_by("id").first().id
    decide = f"{where}/consent/{show_id(consent)}/decide"
    answer = {"form": "seeker", "place_level": "none"}
    assert "A decision needs a reason." in text(desk.post(decide, answer))
    desk.post(decide, {**answer, "reason": "Spoke with both"})
    assert stands(person).form is ConsentForm.SEEKER
    assert "It was decided: only that a relative is looking" in on_page(desk, person)
    desk.post(f"{where}/objection", {"giver": "Серік", "against": "public"})
    assert stands(person).form is None
    assert {"recorded an objection", "decided between relatives"} <= set(
        re.findall(r"recorded an objection|decided between relatives", text(desk.get("/history")))
    )


def test_no_decision_offers_more_than_somebody_allows(desk):
    person = recorded(desk, {**ANSWERS, "form_0": "seeker", "form_2": ""})
    desk.post(f"/person/{show_id(person)}/objection", {"giver": "Серік", "against": "public"})
    consent = Consent.live.order_by("id").first().id
    where = f"/person/{show_id(person)}/consent/{show_id(consent)}/decide"
    assert 'value="named"' not in text(desk.get(where))
    desk.post(where, {"form": "named", "place_level": "none", "reason": "x"})
    assert stands(person).form is None


def test_an_objection_without_a_name_is_not_recorded(desk):
    person = recorded(desk)
    page = text(desk.post(f"/person/{show_id(person)}/objection", {"against": ""}))
    assert "A first name is enough." in page
    assert stands(person).form is ConsentForm.NAMED


def test_another_consent_is_recorded_with_the_message_it_came_in(desk):
    person = recorded(desk)
    where = f"/person/{show_id(person)}/consent"
    assert "In which language" in text(desk.get(where))
    assert "Что и кому нам можно сказать?" in text(desk.post(where, {"asked_in": "ru"}))
    answers = {"asked_before": "ru", "audience_1": "un", "form_1": "named", "record": "1"}
    assert "A first name is enough." in text(desk.post(where, answers))
    desk.post(where, {**answers, "giver": "Серік", "relation": "brother"})
    source = Source.live.get(kind="message")
    consent = Consent.live.get(source=source)
    assert (source.act_id, source.testifier.name) == (consent.act_id, "Серік")
    assert stands(person, UN).form is ConsentForm.NAMED


def test_of_two_sources_the_worker_says_which_one_the_consent_opens(peopled):
    listed = Mention.live.filter(names__written="叶尔兰·海拉提").first().id
    told = Mention.live.filter(names__written="Ерлан Қайратұлы").order_by("id").first().id
    linking.decide(told, listed, "same", actor="Worker", reason="seen")
    person = persons_of([told])[told]
    where = f"/person/{show_id(person)}/consent"
    answers = {"asked_before": "en", "audience_0": "public", "form_0": "named", "record": "1"}
    page = text(peopled.post(where, {**answers, "giver": "Айгүл"}))
    assert "Choose the source that they gave us." in page
    assert not Consent.live.exists()
    peopled.post(where, {**answers, "giver": "Айгүл", "mention": show_id(told)})
    assert Consent.live.get().mention_id == told


@pytest.mark.parametrize("page", ["back", "decide"])
def test_a_consent_of_somebody_else_is_no_page(desk, page):
    person = recorded(desk)
    other = Mention.live.order_by("-id").first().id
    consent = Consent.live.order_by("id").first().id
    assert (
        desk.get(f"/person/{show_id(other)}/consent/{show_id(consent)}/{page}").status_code == 404
    )
    assert desk.get(f"/person/{show_id(person)}/consent/{show_id(other)}/{page}").status_code == 404


# What waits for anybody


def test_the_page_of_consents_gathers_what_asks_for_a_worker(desk):
    person = recorded(desk, {**ANSWERS, "ends_0": timezone.localdate().isoformat()})
    page = text(desk.get("/consents"))
    assert "Nobody disagrees." in page
    assert "None runs out soon." not in page
    mention = Mention.live.order_by("id").first().id
    giver = Giver("Серік", Kin.BROTHER)
    object_apart(mention, giver=giver, on=timezone.localdate(), actor="Worker")
    assert "Nobody disagrees." not in text(desk.get("/consents"))
    consent = consents_of(person)[0].id
    desk.post(f"/person/{show_id(person)}/consent/{show_id(consent)}/back")
    page = text(desk.get("/consents"))
    assert "None was taken back." not in page
    assert "None runs out soon." in page


def test_two_relatives_who_allow_different_things_wait_for_a_decision(desk):
    recorded(desk)
    mention = Mention.live.order_by("id").first().id
    allowed = [Allowed(audience=PUBLIC, form=ConsentForm.PSEUDONYM)]
    day = timezone.localdate()
    give_apart(mention, giver=Giver("Серік"), allowed=allowed, on=day, actor="Worker")
    page = text(desk.get("/consents"))
    assert "Under another name, no place." in page
    assert "Decide" in page


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_same_questions_come_on_paper(desk, language):
    response = desk.get(f"/consents/paper/{language}")
    assert response.content.startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="consent-form.pdf"'
    assert desk.get("/consents/paper/fr").status_code == 404


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_page_of_consent_renders_in_every_language_and_names_nobody_in_its_address(
    desk, language
):
    person = recorded(desk)
    desk.post("/language", {"language": language})
    desk.post(f"/person/{show_id(person)}/objection", {"giver": "Серік", "against": ""})
    consent = show_id(Consent.live.order_by("id").first().id)
    where = f"/person/{show_id(person)}"
    for path in (
        where,
        f"{where}/consent",
        f"{where}/objection",
        f"{where}/consent/{consent}/back",
        f"{where}/consent/{consent}/decide",
        "/consents",
    ):
        page = desk.get(path)
        assert page.status_code == 200, path
        title = re.search(r"<title>(.*?)</title>", text(page))[1]
        assert "Айгүл" not in title
        assert "Ерлан" not in title
        assert all(link.isascii() for link in re.findall(r'href="([^"]*)"', text(page)))
        assert " style=" not in text(page)


def test_the_page_says_what_a_release_would_while_nobody_knows_who_is_who(desk):
    person = recorded(desk)
    assert "By name, the district only." in on_page(desk, person)
    told = Testimony(testifier="Марат", names=("Ерлан Қайратов",), words="Ол менің інім.")
    source = record(told, actor="Worker").source_ids[0]
    other = Mention.live.get(source=source, locator="the person").id
    Doubt.objects.create(a_id=person, b_id=other, weight=2.0, probability=0.8)
    object_apart(other, giver=Giver("Марат"), on=TODAY, actor="Worker")
    page = on_page(desk, person)
    assert "somebody who may be the same person" in page
    assert "By name, the district only." not in page
    assert stands(person).why_not is Why.MAYBE_OBJECTED
