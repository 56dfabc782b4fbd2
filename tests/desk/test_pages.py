"""Every page by the Django client, over a real encrypted registry, as without JavaScript."""

import io
import re

import pytest
from django.test import Client

from tidings.desk import gate
from tidings.registry import folder, persons
from tidings.registry.models import Act, Draft, Mention, Source, Statement, Unfinished
from tidings.registry.profile import profile
from tidings.values import Event, Locked, show_id

SECRET = "the right words"


def text(response):
    return response.content.decode()


def person_named(desk, name):
    """The id in the address of the first person found by this name."""
    page = desk.post("/", {"query": name}, follow=True)
    return re.search(r'href="/person/([0-9a-z-]+)"', text(page))[1]


# Unlocking and locking


def test_every_page_of_a_locked_desk_leads_to_the_unlock_page(desk, stranger):
    for path in ("/", "/record", "/add", "/review", "/history", "/drafts"):
        response = stranger.get(path)
        assert (response.status_code, response["Location"]) == (302, "/unlock"), path
    assert stranger.get("/unlock").status_code == 200


def test_a_live_search_on_a_locked_desk_loads_the_unlock_page(desk, stranger):
    response = stranger.post("/results", {"query": "x"}, headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == "/unlock"


def test_an_example_is_marked_as_invented_on_the_unlock_page_too(desk, stranger):
    assert "Invented example" in text(stranger.get("/unlock"))
    assert "Invented example" in text(desk.get("/"))


def test_a_wrong_passphrase_is_refused_kindly_and_not_shown_again(desk, stranger):
    response = stranger.post("/unlock", {"secret": "wrong-canary"})
    assert response.status_code == 403
    assert "does not open" in text(response)
    assert "wrong-canary" not in text(response)


def test_too_many_wrong_tries_have_to_wait(desk, stranger):
    answers = [stranger.post("/unlock", {"secret": "no"}).status_code for _ in range(4)]
    assert answers == [403, 403, 403, 429]


def test_the_lock_button_drops_the_key(desk):
    assert folder.is_open()
    assert desk.post("/lock")["Location"] == "/unlock"
    assert not folder.is_open()
    assert desk.get("/")["Location"] == "/unlock"


def test_the_cookie_of_a_visit_cannot_be_read_or_sent_from_elsewhere(desk):
    cookie = desk.cookies["tidings_80"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["max-age"]


def test_a_form_without_its_token_is_refused(desk):
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    assert strict.post("/unlock", {"secret": SECRET}).status_code == 403


def test_another_host_name_is_refused(desk):
    assert desk.get("/", headers={"host": "evil.example"}).status_code == 400


# What every answer carries


@pytest.mark.parametrize("path", ["/", "/record", "/review", "/no-such-page", "/unlock"])
def test_every_answer_forbids_what_comes_from_elsewhere_and_keeping(peopled, path):
    response = peopled.get(path)
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"


def test_no_page_has_a_style_or_script_within(peopled):
    found = person_named(peopled, "Ерлан")
    for path in ("/", f"/person/{found}", "/record", "/add", "/review", "/history"):
        page = text(peopled.get(path))
        assert "<style" not in page
        assert " style=" not in page
        assert not re.search(r"<script(?! src=)", page)
        assert not re.search(r"\son[a-z]+=", page)
        assert len(page.encode()) < 60_000


def test_static_files_are_served_and_named(desk):
    for name in ("desk.css", "desk.js", "htmx.min.js", "icon.svg"):
        assert desk.get(f"/static/desk/{name}").status_code == 200


# Find


def test_an_empty_registry_says_what_to_do_first(desk):
    page = text(desk.get("/"))
    assert "Nobody is in this registry yet" in page
    assert "Record a testimony" in page


@pytest.mark.parametrize("query", ["Ерлан Қайрат", "Yerlan Kairat", "叶尔兰", "Ерлан Кайратов"])
def test_a_name_in_any_script_finds_the_person_and_says_why(peopled, query):
    page = text(peopled.post("/", {"query": query}, follow=True))
    assert "Ерлан Қайратұлы" in page or "叶尔兰" in page
    assert 'class="pair' in page


def test_the_live_search_answers_with_the_results_alone(peopled):
    page = text(peopled.post("/results", {"query": "Гүлнар"}))
    assert "Гүлнар Серікқызы" in page
    assert "<html" not in page


def test_a_search_leaves_no_name_in_the_address_and_is_still_there_on_return(peopled):
    response = peopled.post("/", {"query": "Ерлан"})
    assert response["Location"] == "/"
    assert 'value="Ерлан"' in text(peopled.get("/"))


def test_a_name_that_nobody_has_leads_to_recording(peopled):
    page = text(peopled.post("/results", {"query": "Qwrtzxv"}))
    assert "Record someone new" in page


# A person


def test_a_person_shows_names_status_timeline_values_family_and_words(peopled):
    page = text(peopled.get(f"/person/{person_named(peopled, 'Ерлан Қайратұлы')}"))
    assert '<h1><bdi lang="kk" dir="ltr">Ерлан Қайратұлы</bdi></h1>' in page
    assert "<svg" in page
    assert "Сәуле" in page
    assert "Sister, in their own words" in page
    assert "жұма сайын" in page


def test_no_title_and_no_address_holds_a_name(peopled):
    found = person_named(peopled, "Ерлан Қайратұлы")
    source = show_id(Source.live.order_by("id").first().id)
    for path in (f"/person/{found}", f"/person/{found}/joined", f"/source/{source}"):
        page = text(peopled.get(path))
        title = re.search(r"<title>(.*?)</title>", page)[1]
        assert title.removesuffix(" · tidings").isascii()
        assert all(link.isascii() for link in re.findall(r'href="([^"]*)"', page))


def test_an_id_that_nobody_has_is_a_page_that_says_so(peopled):
    for path in ("/person/0000-0000-00001", "/source/0000-0000-00001", "/draft/0000-0000-00001"):
        assert peopled.get(path).status_code in (404, 405)
    assert peopled.get("/person/Ерлан").status_code == 404


def test_an_error_page_shows_nothing_of_the_request(peopled, monkeypatch):
    peopled.raise_request_exception = False
    monkeypatch.setattr("tidings.registry.searching.find", _break)
    response = peopled.post("/results", {"query": "canary-name"})
    assert response.status_code == 500
    assert "canary" not in text(response)
    assert "Traceback" not in text(response)
    assert "Something broke on our side" in text(response)


def _break(query, **_):
    raise ValueError(f"canary {query}")


# Record


ANSWERS = {
    "consent": {"audience_0": "public", "form_0": ""},
    "speaker": {"testifier": "Айгүл", "given_on": "2 February 2019", "channel": "in person"},
    "relation": {"relation": "sister"},
    "person": {
        "names": "Нұрлан Мысалұлы\r\nNurlan Mysal",
        "sex": "male",
        "born": "about 1972",
        "place": "Еміл",
        "kin_relation_0": "wife",
        "kin_name_0": "Сәуле",
    },
    "happened": {
        "words": "Ол үйге келмеді.",
        "event_0": "detained",
        "when_0": "winter 2017",
        "where_0": "Еміл",
        "what_0": "Ұстап әкетті",
    },
    "known": {"told_by_0": "a neighbour"},
}


def begun(desk):
    response = desk.post("/record")
    return re.match(r"/record/([0-9a-z-]+)/consent", response["Location"])[1]


def test_a_testimony_is_recorded_step_by_step(desk):
    form = begun(desk)
    for step, answers in ANSWERS.items():
        assert desk.get(f"/record/{form}/{step}").status_code == 200
        assert desk.post(f"/record/{form}/{step}", answers).status_code == 302
    look_over = text(desk.get(f"/record/{form}/check"))
    assert "winter 2017" in look_over
    assert "Нұрлан Мысалұлы" in look_over
    done = desk.post(f"/record/{form}/check")
    assert done["Location"].startswith("/record/matches/")
    assert Unfinished.objects.count() == 0
    statement = Statement.live.get(what=Event.DETAINED)
    assert (statement.held_edtf, statement.place) == ("2017-24", "Еміл")
    assert statement.chain == ["a neighbour"]
    shown = profile(statement.mention_id)
    assert {each.relation for each in shown.kin} == {"sister", "wife"}
    assert shown.attribute("born").best.dated.edtf == "1972~"


def test_a_form_left_in_the_middle_is_there_later(desk):
    form = begun(desk)
    desk.post(f"/record/{form}/speaker", ANSWERS["speaker"])
    desk.post("/lock")
    desk.post("/unlock", {"secret": SECRET})
    assert form in text(desk.get("/record"))
    assert 'value="Айгүл"' in text(desk.get(f"/record/{form}/speaker"))
    desk.post(f"/record/{form}/drop")
    assert desk.get(f"/record/{form}/speaker").status_code == 404


def test_a_date_that_cannot_be_is_named_at_its_step_and_kept_as_typed(desk):
    form = begun(desk)
    answers = {**ANSWERS["happened"], "when_0": "31.02.2018"}
    page = text(desk.post(f"/record/{form}/happened", answers))
    assert "“31.02.2018” is a day that no calendar has." in page
    assert 'value="31.02.2018"' in page


def test_what_is_missing_is_listed_before_it_can_be_recorded(desk):
    form = begun(desk)
    page = text(desk.post(f"/record/{form}/check"))
    assert "Whom is it about?" in page
    assert f"/record/{form}/person" in page
    assert Mention.live.count() == 0


def test_how_a_date_is_understood_is_told_while_typing(desk):
    assert "Understood as" in text(desk.post("/record/understood", {"when_3": "зимой 2017"}))
    assert "do not understand" in text(desk.post("/record/understood", {"born": "soon"}))


def test_a_testimony_about_a_known_person_begins_with_their_names(peopled):
    found = person_named(peopled, "Гүлнар")
    response = peopled.post("/record", {"person": found})
    page = text(peopled.get(response["Location"].replace("consent", "person")))
    assert "Гүлнар Серікқызы" in page


def test_a_new_testimony_can_be_joined_with_a_person_at_once(peopled):
    form = begun(peopled)
    answers = {**ANSWERS, "person": {"names": "Гүлнар Серікқызы"}}
    for step, given in answers.items():
        peopled.post(f"/record/{form}/{step}", given)
    done = peopled.post(f"/record/{form}/check")["Location"]
    page = text(peopled.get(done))
    assert "written with the same letters" in page
    other = re.search(r'name="other" value="([0-9a-z-]+)"', page)[1]
    response = peopled.post(done, {"other": other})
    assert response["Location"] == f"/person/{other}"
    assert "2 mentions" in text(peopled.get(response["Location"]))


# Sources and drafts


def open_draft():
    return Draft.live.filter(state="open").order_by("id").first()


def test_a_source_shows_its_text_with_what_was_drawn_from_it(peopled):
    draft = open_draft()
    page = text(peopled.get(f"/source/{show_id(draft.source_id)}"))
    assert '<mark class="waits">' in page
    assert f'href="#d-{show_id(draft.id)}"' in page
    assert "Accept all" in page


def test_a_draft_is_accepted_and_the_next_one_is_shown(peopled):
    first, second = Draft.live.filter(state="open").order_by("id")
    response = peopled.post(f"/draft/{show_id(first.id)}", {"verdict": "accept"})
    assert response["Location"].endswith(f"#d-{show_id(second.id)}")
    assert Statement.live.filter(draft_id=first.id).exists()
    peopled.post(f"/draft/{show_id(second.id)}", {"verdict": "reject"})
    assert Draft.live.get(pk=second.id).state == "rejected"


def test_a_draft_is_corrected_and_recorded(peopled):
    draft = Draft.live.filter(state="open").order_by("-id").first()
    url = f"/draft/{show_id(draft.id)}/correct"
    form = {
        "event": "restricted",
        "mode": "asserts",
        "date": "зимой 2018",
        "mention": show_id(draft.payload["mention"]),
        "speaker": "his sister",
    }
    assert peopled.get(url).status_code == 200
    assert "do not understand" in text(peopled.post(url, {**form, "date": "soon"}))
    assert peopled.post(url, form).status_code == 302
    statement = Statement.live.get(draft_id=draft.id)
    assert (statement.what, statement.held_edtf) == ("restricted", "2018-24")


def test_all_drafts_of_a_source_are_accepted_at_once(peopled):
    source = show_id(open_draft().source_id)
    peopled.post(f"/source/{source}/accept")
    assert open_draft() is None
    assert "No draft waits" in text(peopled.get("/drafts"))


def test_waiting_drafts_are_listed_by_source(peopled):
    assert "Families wait" in text(peopled.get("/drafts"))


# Add a list


SHEET = (
    "Имя;Пол;Год рождения;Место;Что случилось\n"
    "Серік Мысалов;муж;1980;Алтай;задержан 12.03.2018\n"
    "Дана Мысалова;жен;31.02.1970;Еміл;\n"
)


def uploaded(desk, content=SHEET, name="list.csv", **fields):
    file = io.BytesIO(content.encode("utf-8"))
    file.name = name
    return desk.post("/add", {"file": file, **fields})


def test_a_list_is_looked_over_corrected_added_and_taken_back(desk):
    response = uploaded(desk, origin="Example Committee")
    page = text(desk.get(response["Location"]))
    assert "Серік Мысалов" in page
    assert "31.02.1970" in page
    assert Mention.live.count() == 0
    desk.post(response["Location"], {"role-Место": "note", "action": "again"})
    again = text(desk.get(response["Location"]))
    assert re.search(r'name="role-Место">.*?value="note" selected', again, re.S)
    desk.post(response["Location"], {"action": "add"})
    done = text(desk.get(response["Location"]))
    assert "It is in" in done
    assert "31.02.1970" in done
    assert Mention.live.count() == 2
    act = Source.live.get().act_id
    desk.post(f"/history/{show_id(act)}/undo")
    assert Mention.live.count() == 0


def test_the_next_list_of_the_same_group_is_read_as_the_last_was_corrected(desk):
    first = uploaded(desk, origin="Example Committee")["Location"]
    desk.post(first, {"role-Место": "note", "action": "add"})
    second = uploaded(desk, SHEET + "Ещё Один;муж;;;\n", origin="Example Committee")["Location"]
    page = text(desk.get(second))
    assert re.search(r'name="role-Место">.*?value="note" selected', page, re.S)


def test_a_file_that_cannot_be_read_is_refused_with_a_remedy(desk):
    file = io.BytesIO(b"PK\x03\x04 broken")
    file.name = "list.xlsx"
    response = desk.post("/add", {"file": file})
    assert response.status_code == 422
    assert "We could not read this file" in text(response)


def test_no_file_and_a_file_that_is_too_large_are_refused(desk, settings_limit):
    assert desk.post("/add", {}).status_code == 422
    large = io.BytesIO(b"x" * 4096)
    large.name = "large.csv"
    response = desk.post("/add", {"file": large})
    assert response.status_code == 422
    assert "larger than" in text(response)


@pytest.fixture
def settings_limit():
    from django.test import override_settings

    with override_settings(UPLOAD_LIMIT=1024):
        yield


def test_uploads_are_forgotten_with_the_visit(desk):
    waiting = uploaded(desk)["Location"]
    desk.post("/lock")
    desk.post("/unlock", {"secret": SECRET})
    assert desk.get(waiting).status_code == 404


# Review and history


@pytest.fixture
def doubtful(peopled):
    """Two mentions that a run left to a person."""
    from tidings.registry.models import Doubt

    a, b = Mention.live.filter(names__written="Ерлан Қайратұлы").order_by("id")[:2]
    Doubt.objects.all().delete()
    Doubt.objects.create(a=a, b=b, weight=1.5, probability=0.6, evidence=EVIDENCE)
    return peopled, a.id, b.id


EVIDENCE = [
    {"kind": "sex", "weight": 1.0, "code": "same", "params": {}},
    {"kind": "birth", "weight": -4.0, "code": "far_apart", "params": {}},
]


def test_a_pair_is_shown_side_by_side_with_its_reasons(doubtful):
    desk, _, _ = doubtful
    page = text(desk.get("/review"))
    assert page.count('class="faces"') == 1
    assert "born many years apart" in page
    assert "against" in page
    assert 'data-key="s"' in page


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_decision_is_recorded_and_undone_to_what_was_before(doubtful, verdict):
    desk, a, b = doubtful
    before = persons.persons_of([a, b])
    desk.post("/review/decide", {"a": show_id(a), "b": show_id(b), "verdict": verdict})
    after = persons.persons_of([a, b])
    assert (after[a] == after[b]) is (verdict == "same")
    desk.post("/review/undo")
    assert persons.persons_of([a, b]) == before


def test_not_sure_puts_the_pair_aside_until_the_next_visit(doubtful):
    desk, a, b = doubtful
    desk.post("/review/decide", {"a": show_id(a), "b": show_id(b), "verdict": "unsure"})
    assert "1 pair was put aside" in text(desk.get("/review"))
    assert not Act.objects.filter(verb__startswith="decide").exists()


def test_joined_mentions_can_be_parted(doubtful):
    desk, a, b = doubtful
    desk.post("/review/decide", {"a": show_id(a), "b": show_id(b), "verdict": "same"})
    person = show_id(persons.persons_of([a])[a])
    assert "A person decided this." in text(desk.get(f"/person/{person}/joined"))
    desk.post(f"/person/{person}/joined", {"a": show_id(a), "b": show_id(b)})
    found = persons.persons_of([a, b])
    assert found[a] != found[b]


def test_every_act_is_in_the_history_and_can_be_undone(peopled):
    page = text(peopled.get("/history"))
    assert "added a source" in page
    assert "made the registry" in page
    act = Act.objects.filter(verb="add").order_by("id").first().id
    peopled.post(f"/history/{show_id(act)}/undo")
    assert Source.live.count() == 2
    assert "taken back" in text(peopled.get("/history"))
    again = text(peopled.post(f"/history/{show_id(act)}/undo", follow=True))
    assert "This was taken back already." in again


# Languages


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Find"), ("ru", "Найти"), ("kk", "Іздеу"), ("fr", "Find")]
)
def test_the_desk_speaks_the_language_that_was_chosen(peopled, language, word):
    response = peopled.post("/language", {"language": language, "next": "/review"})
    assert response["Location"] == "/review"
    page = text(peopled.get("/"))
    assert f">{word}</a>" in page
    unchecked = "native reader" in page or "носитель языка" in page or "ана тілінде" in page
    assert unchecked is (language in ("ru", "kk"))


def test_a_language_switch_leads_nowhere_else(peopled):
    response = peopled.post("/language", {"language": "ru", "next": "https://evil.example/"})
    assert response["Location"] == "/"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_page_renders_in_every_language(doubtful, language):
    desk, _, _ = doubtful
    desk.post("/language", {"language": language})
    found = person_named(desk, "Ерлан Қайратұлы")
    source = show_id(open_draft().source_id)
    for path in (
        "/",
        f"/person/{found}",
        f"/person/{found}/joined",
        f"/source/{source}",
        "/record",
        "/add",
        "/review",
        "/drafts",
        "/history",
    ):
        assert desk.get(path).status_code == 200, path


def test_a_desk_that_was_never_started_is_locked(stranger):
    gate.install(None)
    with pytest.raises(Locked, match="No registry"):
        stranger.get("/")
