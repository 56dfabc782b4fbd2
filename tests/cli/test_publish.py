"""publish and verify-site at the command line, on an encrypted registry."""

from __future__ import annotations

import json
import random
import re
import shutil
import time

import pytest
from commands import copied, killed_after, process, secret, tidings

from tidings.publishing.site import reserved, verify
from tidings.registry import folder as registries
from tidings.values import PUBLIC, ConsentForm, PlaceLevel

KILLS = 10
LIST = """name,born,place,status
Үлгі Мысалұлы,1972,Алтай ауданы,detained
Бөгде Адамұлы,1980,Еміл ауданы,detained
Жасырын Біреуұлы,1990,Қобық ауданы,released
"""


def allow(place, names, form=ConsentForm.NAMED):
    """Record a public consent for the first mention of each of these names; None: of all.
    Returns the consents' ids."""
    registries.open_registry(place / "registry", secret(place))
    try:
        from tidings.registry import consenting
        from tidings.registry.models import Mention, MentionName

        found = MentionName.objects.select_related("mention")
        mentions = {each.mention_id for each in found if names is None or each.written in names}
        allowed = consenting.Allowed(PUBLIC, form, PlaceLevel.FULL)
        return [
            consenting.give(each.id, source=each.source_id, allowed=allowed, actor="Worker")
            for each in Mention.objects.filter(pk__in=mentions)
        ]
    finally:
        registries.lock()


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, initialised):
    place = copied(tmp_path_factory.mktemp("publish"), initialised)
    (place / "list.csv").write_text(LIST, encoding="utf-8")
    assert tidings(place, "add", "list.csv").returncode == 0
    return place


def test_only_whom_consent_names_is_published_and_a_withdrawal_leaves_no_byte(workplace):
    (consent,) = allow(workplace, {"Үлгі Мысалұлы"})
    first = process(workplace, "publish", "site")
    assert first.returncode == 0, first.stderr
    assert "people: 1," in first.stdout
    page = next((workplace / "site/kk/person").rglob("*.html"))
    assert "Үлгі Мысалұлы" in page.read_text("utf-8")
    for path in (workplace / "site").rglob("*"):
        if path.is_file():
            assert "Бөгде".encode() not in path.read_bytes()
    _withdraw(workplace, consent)
    second = tidings(workplace, "publish", "site", "--changes")
    assert "people: 0," in second.stdout
    assert "1 left" in second.stdout
    assert f"  {page.stem} left" in second.stdout
    for path in (workplace / "site").rglob("*"):
        assert page.stem not in path.name
        if path.is_file():
            for trace in ("Үлгі", "Мысал", page.stem):
                assert trace.encode() not in path.read_bytes(), path


def test_who_publishes_where_another_does_is_refused_before_anything_is_recorded(workplace):
    before = _acts(workplace)
    with reserved(workplace / "taken"):
        refused = tidings(workplace, "publish", "taken")
    assert refused.returncode == 1
    assert "publishing into taken at this moment" in refused.stderr
    assert _acts(workplace) == before
    assert not (workplace / "taken").exists()


def _acts(place):
    registries.open_registry(place / "registry", secret(place))
    try:
        from tidings.registry.models import Act

        return Act.objects.count()
    finally:
        registries.lock()


def _withdraw(place, consent):
    registries.open_registry(place / "registry", secret(place))
    try:
        from tidings.registry import consenting

        consenting.withdraw(consent, actor="Worker")
    finally:
        registries.lock()


def test_verify_site_needs_no_registry_and_says_what_was_changed(workplace, tmp_path):
    said = tidings(workplace, "publish", "checked").stdout
    key = re.search(r"--key ([0-9a-f]{64})", said)[1]
    copy = tmp_path / "copy"
    shutil.copytree(workplace / "checked", copy)
    whole = process(tmp_path, "verify-site", "copy", "--key", key)
    assert whole.returncode == 0, whole.stderr
    assert "is whole" in whole.stdout
    (copy / "ru/index.html").write_text("changed")
    changed = tidings(tmp_path, "verify-site", "copy", "--key", key)
    assert changed.returncode == 1
    assert "ru/index.html was changed." in changed.stderr
    other = tidings(tmp_path, "verify-site", "copy", "--key", "0" * 64)
    assert "another key" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("publish", "photographs"), 2, "not a site of tidings"),
        (("publish", "site", "--to", "everybody"), 3, "no audience"),
        (("publish", "site", "--on", "yesterday"), 2, "expected a day"),
        (("verify-site", "photographs"), 1, "no site of tidings"),
        (("verify-site", "nowhere"), 1, "no site of tidings"),
        (("verify-site", "site", "--key", "abc"), 2, "64 hex digits"),
    ],
)
def test_wrong_use_is_answered_in_words(workplace, arguments, code, said):
    (workplace / "photographs").mkdir(exist_ok=True)
    (workplace / "photographs" / "mother.jpg").write_bytes(b"dear")
    run = tidings(workplace, *arguments)
    assert run.returncode == code, run.stderr
    assert said in run.stderr
    assert (workplace / "photographs" / "mother.jpg").read_bytes() == b"dear"


def test_what_is_published_is_kept_as_given_out(workplace):
    tidings(workplace, "publish", "site")
    registries.open_registry(workplace / "registry", secret(workplace))
    try:
        from tidings.registry.models import Act, Released

        assert Released.objects.filter(audience="public").count() >= 1
        assert Act.objects.order_by("-id").first().verb == "give out release"
    finally:
        registries.lock()


@pytest.mark.scale
def test_publish_is_killed_and_the_site_is_whole(workplace, tmp_path):
    rows = (f"Мысал{at} Үлгі{at}ұлы,{1940 + at % 60},Алтай ауданы,detained" for at in range(400))
    (workplace / "many.csv").write_text("name,born,place,status\n" + "\n".join(rows), "utf-8")
    assert tidings(workplace, "add", "many.csv").returncode == 0
    allow(workplace, None)
    began = time.monotonic()
    assert process(workplace, "publish", "killed").returncode == 0
    length = time.monotonic() - began
    chance, killed = random.Random(5), 0
    for _ in range(KILLS):
        moment = chance.uniform(0.3, 1.0) * length
        took, _ = killed_after(workplace, moment, "publish", "killed", alone=True)
        length, killed = took or length, killed + (took is None)
        assert verify(workplace / "killed").problems == ()
        assert not list(workplace.glob(".killed.*"))
    assert killed >= KILLS // 2, "the kills came too late to mean anything"
    assert tidings(workplace, "publish", "killed").returncode == 0
    assert tidings(workplace, "verify").returncode == 0
    said = json.loads(tidings(workplace, "release", "public", "--json").stdout)
    assert verify(workplace / "killed").people == said["people"]
