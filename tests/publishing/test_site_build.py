"""From a release to a folder: what is in it, what never is, and what a cut-off build leaves."""

import os
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_releases import (
    ANNOUNCEMENTS,
    KEY,
    PEOPLE,
    PUBLIC_KEY,
    SILENCES,
    a_release,
    built,
    files,
    many,
    named,
)

from tidings.names.commonness import caps
from tidings.publishing.phrases import phrase
from tidings.publishing.release import ReleasedKin, ReleasedName
from tidings.publishing.site import verify
from tidings.publishing.site.alphabets import first_letter
from tidings.publishing.site.lists import ON_A_PAGE
from tidings.publishing.site.pages import announcement_path, person_path
from tidings.values import (
    BadInput,
    CheckFailed,
    Figure,
    Kin,
    Script,
    script_of,
)

LANGUAGES = ("en", "kk", "ru")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    built(a_release(), folder)
    return folder


def test_every_person_has_a_page_in_every_language(site):
    for language in LANGUAGES:
        for person in PEOPLE:
            assert (site / language / person_path(person.id)).is_file()


def test_a_person_page_says_what_may_be_said_and_who_says_it(site):
    page = (site / "en" / person_path(PEOPLE[0].id)).read_text("utf-8")
    for name in PEOPLE[0].names:
        assert f">{name.written}</bdi>" in page
    assert 'lang="ug" dir="rtl">ئۈلگى مىسال' in page
    assert "Detained (since: March 2018). Said by 2 of 3 sources. Sources disagree." in page
    assert "testimony (sister), 2019" in page
    assert "denies it" in page
    assert "<s>Released</s> (taken back)" in page
    assert "relatives@example.org" in page
    assert "Біз оны күтіп жүрміз." in page
    assert page.count("<svg") == 1


def test_a_pseudonym_and_a_seeker_are_called_what_they_are(site):
    page = (site / "kk" / person_path(PEOPLE[3].id)).read_text("utf-8")
    assert "<h1>" in page
    assert "Адам Q8D1" in page
    assert "Бұл — адамның шын аты емес." in page
    page = (site / "ru" / person_path(PEOPLE[4].id)).read_text("utf-8")
    assert "Семья разрешила сказать только то, кто его ищет." in page
    assert "брат" in page


@pytest.mark.parametrize(
    ("figure", "told", "untold"),
    [
        (Figure(1500, None), "site.same_as", "site.not_both"),
        (Figure(1500, 2000), "site.not_both", "site.same_as"),
    ],
)
def test_two_numbers_of_the_same_people_are_said_again_only_where_both_can_be_right(
    tmp_path, figure, told, untold
):
    one, other = ANNOUNCEMENTS
    other = replace(other, figure=figure, same_as=(one.id,), part_of=())
    built(a_release(announcements=(replace(one, same_as=(other.id,)), other)), tmp_path / "site")
    for language in LANGUAGES:
        for announcement in (one, other):
            path = tmp_path / "site" / language / announcement_path(announcement.id)
            page = path.read_text("utf-8")
            assert f"<h2>{phrase(told, language)}</h2>" in page
            assert phrase(untold, language) not in page


def test_every_link_leads_to_a_file_of_the_site(site):
    there = set(files(site))
    for path, data in files(site).items():
        if path.endswith(".html") and path != "404.html":
            for link in re.findall(r'(?:href|src)="([^"#]+)"', data.decode()):
                if not link.startswith("mailto:"):
                    parent = os.path.dirname(path)
                    assert os.path.normpath(os.path.join(parent, link)) in there, (path, link)


def test_nothing_is_asked_of_another_site_and_nothing_is_written_inline(site):
    for path, data in files(site).items():
        if path.endswith(".html"):
            page = data.decode()
            assert "default-src 'none'" in page
            assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:", page), path
            assert not re.search(r'(?:src|href)="(?:https?:)?//', page), path
            assert not re.search(r"<script(?![^>]* src=)", page), path


def test_the_same_release_gives_the_same_bytes(site, tmp_path):
    built(a_release(), tmp_path / "again")
    assert files(site) == files(tmp_path / "again")


def test_several_workers_give_the_same_bytes_as_one(tmp_path):
    release = many(30)
    built(release, tmp_path / "one")
    built(release, tmp_path / "two", workers=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_whoever_leaves_the_release_leaves_no_byte_in_the_next_site(tmp_path):
    folder = tmp_path / "site"
    gone = named("zzgonezz00000001", "Кеткенов Жоқбол", "Zhoqbol Ketkenov", place="Жоқжер ауданы")
    built(a_release((*PEOPLE, gone)), folder)
    assert any(b"zzgonezz" in data for data in files(folder).values())
    built(a_release(), folder)
    for path, data in files(folder).items():
        assert "zzgonezz" not in path
        for trace in ("zzgonezz", "Кеткенов", "Жоқбол", "Zhoqbol", "Ketkenov", "Жоқжер"):
            assert trace.encode() not in data, (path, trace)
    assert verify(folder, PUBLIC_KEY).problems == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_family_of_three_is_drawn_and_what_became_of_letters(tmp_path):
    mother, son, wife = (named(f"f{n:015d}", name) for n, name in enumerate(("Айша", "Бек", "Гүл")))
    kin = (ReleasedKin(Kin.SON, son.id), ReleasedKin(Kin.IN_LAW, wife.id))
    folder = tmp_path / "site"
    built(a_release((replace(mother, kin=kin), son, replace(wife, kin=kin[:1]))), folder)
    drawn = (folder / "kk" / person_path(mother.id)).read_text("utf-8")
    assert drawn.count('aria-labelledby="family') == 2
    assert "family-narrow" not in (folder / "kk" / person_path(wife.id)).read_text("utf-8")
    assert "silence-narrow" in (folder / "kk/silence.html").read_text("utf-8")


def test_a_site_of_nobody_says_so_and_is_whole(tmp_path):
    folder = tmp_path / "site"
    built(a_release((), (), ()), folder)
    assert "Nobody is on this site now." in (folder / "en/index.html").read_text()
    assert verify(folder).problems == ()


def test_a_site_of_nobody_holds_no_name_however_common(tmp_path):
    built(a_release((), (), ()), tmp_path / "site")
    text = b"".join(files(tmp_path / "site").values()).decode("utf-8")
    names = {name for name in caps() if len(name) > 1 and script_of(name) is Script.HAN}
    assert len(names) > 50
    assert not {name for name in names if name in text}


def test_long_lists_are_cut_into_pages_that_lead_on(tmp_path):
    people = tuple(named(f"p{number:015d}", f"Әли {number}") for number in range(ON_A_PAGE + 5))
    built(a_release(people, (), ()), tmp_path / "site")
    first, second = (tmp_path / f"site/kk/names/cyrl-04d9{end}.html" for end in ("", "-2"))
    assert first.read_text("utf-8").count("<li>") == ON_A_PAGE
    assert 'rel="next" href="../names/cyrl-04d9-2.html"' in first.read_text("utf-8")
    assert second.read_text("utf-8").count("<li>") == 5


@pytest.mark.parametrize(
    ("name", "script", "letter"),
    [
        ("Әли", Script.CYRILLIC, "Ә"),
        ("ئۈلگى", Script.ARABIC, "ۈ"),
        ("أحمد", Script.ARABIC, "ا"),
        ("叶尔兰", Script.HAN, "Y"),
        ("Ólafur", Script.LATIN, "O"),
        ("«Ерлан»", Script.CYRILLIC, "Е"),
        ("Ye'erlan", Script.PINYIN, "Y"),
    ],
)
def test_a_name_stands_under_the_letter_that_people_look_under(name, script, letter):
    assert first_letter(name, script).shown == letter


def test_a_name_without_a_letter_stands_under_none():
    assert first_letter("123 ·", Script.OTHER) is None


BAD = "<script>alert(1)</script>\"'&\u202e\u2066\u0000</bdi>{{7*7}}"


class Tags(HTMLParser):
    """The elements of a page, each with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, tuple(name for name, _ in attributes)))


def _with(text):
    """The release with `text` in every field that holds words."""
    person = PEOPLE[0]
    timeline = tuple(
        replace(
            each, place=text, value=text, speaker=text, chain=(text, text), channel=text,
            source=replace(each.source, title=text, publisher=text),
        )
        for each in person.timeline
    )  # fmt: skip
    names = tuple(ReleasedName(text, script) for script in Script)
    letters = tuple(replace(each, body=text) for each in person.letters)
    seekers = tuple(replace(each, name=text) for each in person.seekers)
    told = replace(
        person, names=names, place=text, timeline=timeline, letters=letters, seekers=seekers,
        words=f"{text}\n{text}",
    )  # fmt: skip
    people = (told, *PEOPLE[1:3], replace(PEOPLE[3], pseudonym=text), PEOPLE[4])
    announced = tuple(
        replace(
            each, speaker=text, group=text, chain=(text,),
            source=replace(each.source, title=text, publisher=text),
            letters=tuple(replace(letter, body=text) for letter in each.letters),
        )
        for each in ANNOUNCEMENTS
    )  # fmt: skip
    silences = tuple(replace(each, body=text) for each in SILENCES)
    return a_release(people, announced, silences, organisation=text, address=text, contact=text)


def test_script_tags_quotes_and_direction_overrides_stay_text(tmp_path):
    built(_with(BAD), tmp_path / "bad")
    built(_with("plain words"), tmp_path / "plain")
    seen = 0
    for path, data in files(tmp_path / "bad").items():
        page = data.decode()
        assert not re.search("[\u0000\u202a-\u202e\u2066-\u2069]", page), path
        if path.endswith(".html"):
            assert "alert(1)</script>" not in page, path
            assert "49" not in re.findall(r"</bdi>(\d+)", page)
            seen += page.count("&lt;script&gt;")
    assert seen > 100
    page = person_path(PEOPLE[0].id)
    for language in LANGUAGES:
        bad, plain = (
            Tags((tmp_path / kind / language / page).read_text("utf-8")).found
            for kind in ("bad", "plain")
        )
        known = {"script", "bdi", "a", "p", "svg", "text"}
        assert [each for each in bad if each[0] == "script"] == []
        assert {tag for tag, _ in bad} <= {tag for tag, _ in plain} | known
        assert not any(name.startswith("on") for _, names in bad for name in names)


@settings(max_examples=10, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_makes_a_whole_site(text, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any") / "site"
    built(_with(text), folder)
    assert verify(folder, PUBLIC_KEY).problems == ()


def test_an_id_that_is_a_path_is_refused(tmp_path):
    with pytest.raises(BadInput):
        built(a_release((named("../../etc/x", "Үлгі"),)), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / "en/about.html").write_text("other"), "en/about.html was changed."),
        (lambda site: (site / "en/about.html").unlink(), "en/about.html is missing."),
        (lambda site: (site / "en/new.html").write_text("more"), "en/new.html was added."),
        (lambda site: (site / "site/more").symlink_to("/etc"), "site/more was added."),
    ],
)
def test_a_site_that_was_tampered_with_is_told_in_words(tmp_path, change, said):
    built(a_release(), tmp_path / "site")
    change(tmp_path / "site")
    assert verify(tmp_path / "site", PUBLIC_KEY).problems == (said,)


def test_a_manifest_that_was_made_to_fit_does_not_hold(tmp_path):
    built(a_release(), tmp_path / "site")
    manifest = tmp_path / "site" / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"people": 5', '"people": 6'), "utf-8")
    (problem,) = verify(tmp_path / "site", PUBLIC_KEY).problems
    assert "signature does not hold" in problem


def test_a_site_signed_with_another_key_is_not_theirs(site):
    problems = verify(site, bytes(32)).problems
    assert problems[0] == "The site is signed with another key than the one given."


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff", b'{"kind": 1, "format": 1}', b"[" * 9999]
)
def test_a_manifest_that_cannot_be_read_is_told_in_words(tmp_path, data):
    (tmp_path / "manifest.json").write_bytes(data)
    with pytest.raises(CheckFailed):
        verify(tmp_path)


def test_the_release_day_and_the_contact_stand_on_the_site(site):
    assert a_release().on == date(2026, 11, 24)
    assert "As of 24 November 2026" in (site / "en/index.html").read_text("utf-8")
    assert KEY.public_key().public_bytes_raw() == verify(site).public_key
