"""Chromium on the search: what a relative says in any letters leads to the Chinese row, and why."""

import pytest
from desk_browser import LAPTOP, PHONE

pytestmark = pytest.mark.browser

ROW = "叶尔兰·海拉提"
LISTED = [
    ROW,
    "叶尔兰别克·努尔太",
    "海拉提·木沙",
    "叶尔肯·热合曼",
    "依尔凡·海如拉",
    "阿依努尔·叶尔兰",
    "王伟",
    "李娜",
]
#: The same man as people of five ways of writing type him.
TYPED = {
    "kazakh": "Ерлан Қайратұлы",
    "russian": "Ерлан Хайратов",
    "uyghur": "ئېرلان خەيرات",
    "english": "Yerlan Khairat",
    "pinyin": "Yeerlan Hailati",
}
READ = {"en": "is read ye-er-lan", "ru": "читается ye-er-lan", "kk": "оқылады: ye-er-lan"}


@pytest.fixture(scope="module")
def listed(chromium, base):
    """The example desk with one more list, in Chinese characters only, added on its own screen."""
    from desk_browser import Visit

    context = chromium.new_context(viewport=LAPTOP, locale="en")
    visit = Visit(context.new_page(), base)
    visit.unlock()
    visit.go("/add")
    sheet = "姓名,性别,出生年份\n" + "".join(
        f"{name},男,{1970 + at}\n" for at, name in enumerate(LISTED)
    )
    file = {"name": "listed.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
    visit.page.set_input_files("#file", file)
    visit.press("main .button")
    visit.press("button[value=add]")
    context.close()


@pytest.fixture
def desk(window, listed):
    """Opens an unlocked desk that has the list."""

    def unlocked(**options):
        visit = window(**options)
        visit.unlock()
        return visit

    return unlocked


def typed(visit, name):
    """Type letter by letter, and wait for the answer to the whole."""
    visit.page.locator("#query").press_sequentially(name, delay=30)
    visit.page.wait_for_load_state("networkidle")
    visit.page.wait_for_selector(".hit")


def first(visit):
    return visit.page.locator(".hit h2").first.inner_text()


@pytest.mark.parametrize("writing", TYPED)
def test_a_name_in_any_writing_leads_to_the_chinese_row_with_its_reason(desk, writing):
    visit = desk()
    typed(visit, TYPED[writing])
    assert first(visit) == ROW
    assert READ["en"] in visit.page.locator(".why").first.inner_text()
    assert visit.page.url == f"{visit.base}/"
    assert (visit.failed, visit.elsewhere, visit.said) == ([], [], [])


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": PHONE},
        {"language": "ru", "dark": True},
        {"language": "kk", "viewport": PHONE},
        {"language": "en-rtl"},
    ],
)
def test_the_reason_can_be_seen_letter_by_letter_on_every_screen(desk, options):
    visit = desk(**options)
    typed(visit, TYPED["uyghur"])
    assert (
        READ.get(options.get("language", "en"), "") in visit.page.locator(".why").first.inner_text()
    )
    visit.page.locator(".letters summary").first.click()
    drawn = visit.page.locator(".letters svg:visible")
    assert drawn.count() == 1
    assert TYPED["uyghur"] in drawn.locator("title").inner_html()
    visit.page.locator(".letters figure summary").first.click()
    assert visit.page.locator(".letters table").first.is_visible()
    assert visit.violations() == []
    assert not visit.overflows()


def test_the_keys_lead_from_the_box_to_an_answer_and_back(desk):
    visit = desk()
    page = visit.page
    typed(visit, TYPED["english"])
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.innerText") == ROW
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1 bdi")
    assert page.locator("h1").inner_text().startswith(ROW)
    page.go_back()
    page.wait_for_selector("#query")
    assert page.input_value("#query") == TYPED["english"]


def test_only_how_many_were_found_is_announced_while_typing(desk):
    visit = desk()
    page = visit.page
    page.evaluate("document.getElementById('count').same = true")
    typed(visit, TYPED["pinyin"])
    assert page.evaluate("document.getElementById('count').same")
    assert "of 1" in page.locator("#count[role=status]").inner_text()
    assert page.locator("[aria-live], [role=status]").count() == 1
    page.fill("#query", "е")
    page.wait_for_function(
        "() => document.getElementById('count').innerText.includes('One letter')"
    )
    assert page.locator(".hit").count() == 0


def test_filters_stay_while_typing_and_are_heeded(desk):
    visit = desk()
    page = visit.page
    page.click("summary")
    page.fill("#born-from", "1960")
    page.fill("#born-to", "1972")
    page.select_option("#sex", "male")
    typed(visit, "叶尔")
    assert page.input_value("#born-from") == "1960"
    shown = page.locator(".hit h2").all_inner_texts()
    assert ROW in shown
    assert "叶尔肯·热合曼" not in shown
    page.fill("#born-to", "")
    page.wait_for_function(
        """() => [...document.querySelectorAll('.hit h2')].some(
            (each) => each.innerText.startsWith('叶尔肯'))"""
    )


@pytest.mark.parametrize("name", ["王伟", "李娜", "王", "Wang Wei", "Li Na"])
def test_short_chinese_names_are_found_by_their_characters_and_by_their_sound(desk, name):
    visit = desk()
    typed(visit, name)
    assert first(visit) == ("李娜" if name in ("李娜", "Li Na") else "王伟")


def test_enter_searches_without_javascript_and_the_picture_opens(desk):
    visit = desk(java_script_enabled=False)
    page = visit.page
    page.fill("#query", TYPED["kazakh"])
    page.press("#query", "Enter")
    page.wait_for_selector(".hit")
    assert first(visit) == ROW
    assert page.url == f"{visit.base}/"
    page.locator(".letters summary").first.click()
    assert page.locator(".letters svg").first.is_visible()
    page.click("details summary")
    page.fill("#born-from", "1980")
    page.press("#born-from", "Enter")
    page.wait_for_load_state()
    assert page.input_value("#born-from") == "1980"
    assert ROW not in page.locator(".hit h2").all_inner_texts()
