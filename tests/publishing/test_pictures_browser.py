"""Pictures as Chromium draws them, with real fonts: no words cut, none over others."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tidings.names import compare
from tidings.publishing.phrases import phrase
from tidings.publishing.pictures import (
    NARROW,
    WIDE,
    AnnouncedBar,
    BodyLetters,
    FamilyMember,
    RangeBar,
    TimelineEntry,
    alignment,
    announced_against_named,
    family,
    figure,
    ranges,
    silence,
    styles,
    timeline,
)
from tidings.values import Event, Figure, Kin, Mode, parse_edtf

SHOTS = Path(__file__).parent.parent.parent / "docs" / "screens"

pytestmark = pytest.mark.browser

PAPER = """
:root { --paper: #fffdf9; --card: #fffdf9; --ink: #20242a; --soft: #4d545d; --line: #e2dacb;
  --accent: #0c5454; --caution: #744c00; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b2027; --card: #1b2027; --ink: #ece7dd;
  --soft: #b3bac4; --line: #303842; --accent: #86cfc8; --caution: #e8bd70; } }
body { margin: 20px; background: var(--paper); color: var(--ink);
  font: 17px/1.5 system-ui, "Noto Sans", sans-serif; }
section { max-inline-size: 660px; padding: 4px 20px; }
h2 { font-size: 1.06rem; } section > p { color: var(--soft); font-size: .9rem; }
"""
#: Boxes of all words of a picture that meet one another or leave it, as the browser sees them.
CLASHES = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg.picture")) {
    if (!svg.getBoundingClientRect().width) continue;
    const room = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")].map(each => [each, each.getBBox()]);
    texts.forEach(([text, box], n) => {
      if (box.x < -1 || box.x + box.width > room.width + 1 || box.y + box.height > room.height + 1)
        found.push(`outside: ${text.textContent}`);
      for (const [other, second] of texts.slice(n + 1)) {
        const across = Math.min(box.x + box.width, second.x + second.width)
          - Math.max(box.x, second.x);
        const down = Math.min(box.y + box.height, second.y + second.height)
          - Math.max(box.y, second.y);
        if (across > 1 && down > 6) found.push(`${text.textContent} / ${other.textContent}`);
      }
    });
  }
  return found;
}"""


def told(language):
    """An invented life, with every way in which a date may be known."""
    rows = [
        (Event.RESTRICTED, "2017-08-14", 1, Mode.ASSERTS, False),
        (Event.DETAINED, "2017-12-09", 3, Mode.ASSERTS, False),
        (Event.DETAINED, "2017", 1, Mode.DENIES, False),
        (Event.CONTACT_LOST, "2018-01/..", 2, Mode.ASSERTS, False),
        (Event.TRANSFERRED, "2018-22", 1, Mode.ASSERTS, False),
        (Event.SENTENCED, "2018-11", 1, Mode.ASSERTS, True),
        (Event.ALLOWED_TO_LEAVE, "2019", 1, Mode.PROMISES, False),
        (Event.RELEASED, "2019-10", 4, Mode.ASSERTS, False),
    ]
    for event, held, sources, mode, retracted in rows:
        label = phrase(f"event.{event}", language).partition(":")[0]
        yield TimelineEntry(label, parse_edtf(held), sources, mode=mode, retracted=retracted)


MEMBERS = [
    FamilyMember(Kin.FATHER, "Мысал Үлгіұлы"),
    FamilyMember(Kin.MOTHER, "Үлгібике Мысалқызы"),
    FamilyMember(Kin.SISTER),
    FamilyMember(Kin.BROTHER, "مىسال ۇلگىۇلى"),
    FamilyMember(Kin.WIFE, "米萨丽·乌力格"),
    FamilyMember(Kin.SON, "Үлгіжан"),
    FamilyMember(Kin.DAUGHTER, "Мысалгүл"),
    FamilyMember(Kin.SON),
    FamilyMember(Kin.UNCLE, "Ulgi Mysal"),
    FamilyMember(Kin.NEIGHBOUR),
]
COUNTS = [
    RangeBar("left the country, says a ministry (invented)", Figure(2001, None)),
    RangeBar("held, says a witness (invented)", Figure(200, 999)),
    RangeBar("held, says an office (invented)", Figure(0, 500)),
    RangeBar("named in a list (invented)", Figure(640, 640)),
]
ANNOUNCED = AnnouncedBar(
    "A ministry (invented)", Figure(2001, None), 212, 640, Figure(1361, None), (0.0, 0.32)
)
ASKED_AND_FOUND = {
    "han": ("Үлгіжан Мысалұлы", "乌力格江·米萨力"),
    "arabic": ("Ulgi Abdurahman", "ئابدۇراخمان ئۈلگە"),
    "parts": ("Ү. Мысалов Ахмет", "Үлгі Мысал Нұрлан"),
}
LETTERS = [BodyLetters("A ministry (invented)", 1, 1, 5, 2, 1), BodyLetters("An office", silent=3)]


def pictures(language, shape, mirrored):
    options = {"language": language, "shape": shape, "mirrored": mirrored}

    def named(name):
        return options | {"identifier": f"{name}-{'narrow' if shape is NARROW else 'wide'}"}

    return {
        "timeline": timeline(told(language), **named("timeline")),
        "announced": announced_against_named(ANNOUNCED, **named("announced")),
        "ranges": ranges(COUNTS, **named("ranges")),
        "family": family("Үлгі Мысалұлы", MEMBERS, **named("family")),
        "silence": silence(LETTERS, **named("silence")),
    } | {f"alignment-{name}": _aligned(name, **named(name)) for name in ASKED_AND_FOUND}


def _aligned(name, *, language, shape, mirrored, identifier):
    match = compare(*ASKED_AND_FOUND[name])
    return alignment(match, language=language, shape=shape, identifier=identifier)


def page_of(language, mirrored=False):
    wide = pictures(language, WIDE, mirrored)
    narrow = pictures(language, NARROW, mirrored)
    body = "".join(
        f'<section id="{name}"><h2>{wide[name].title}</h2>'
        f"{figure(wide[name], narrow[name], language=language)}"
        f"<p>{phrase('invented.note', language)}</p></section>"
        for name in wide
    )
    direction = "rtl" if mirrored else "ltr"
    return (
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>Pictures</title><style>{PAPER}{styles()}</style></head>"
        f"<body><main><h1>Pictures</h1>{body}</main></body></html>"
    )


@pytest.fixture
def shown(chromium):
    """Opens a page: `shown(html, width=390, dark=True)`."""
    opened = []

    def open_page(html, width=900, dark=False):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        opened.append(context)
        page = context.new_page()
        page.set_content(html)
        return page

    yield open_page
    for context in opened:
        context.close()


@pytest.mark.parametrize("width", [900, 390])
@pytest.mark.parametrize(
    ("language", "mirrored"), [("en", False), ("kk", False), ("ru", False), ("en", True)]
)
def test_no_words_are_cut_or_stand_over_others(shown, width, language, mirrored):
    page = shown(page_of(language, mirrored), width)
    assert page.evaluate(CLASHES) == []
    assert not page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_violation(shown, dark):
    violations = Axe().run(shown(page_of("en"), dark=dark)).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in violations] == []


def test_one_drawing_of_the_two_is_shown(shown):
    for width, seen in ((900, "wide"), (390, "narrow")):
        page = shown(page_of("en"), width)
        assert page.locator(f"#timeline .picture-{seen}").is_visible()
        other = {"wide": "narrow", "narrow": "wide"}[seen]
        assert not page.locator(f"#timeline .picture-{other}").is_visible()


@pytest.mark.parametrize(
    "name",
    ["timeline", "announced", "ranges", "family", "silence", "alignment-han", "alignment-arabic"],
)
def test_every_picture_can_be_pictured(shown, name, tmp_path):
    """With TIDINGS_SCREENSHOTS=1 the pictures go to docs/screens."""
    shots = SHOTS if os.environ.get("TIDINGS_SCREENSHOTS") == "1" else tmp_path
    page = shown(page_of("en"))
    drawn = page.locator(f"#{name}").screenshot(path=shots / f"picture-{name}.png")
    assert 4_000 < len(drawn) < 120_000
