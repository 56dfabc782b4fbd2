"""The fonts that come with the project draw every letter that a letter needs."""

import pytest
from fontTools.ttLib import TTFont

from tidings.publishing import fonts

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
UYGHUR = "ئا ئە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ و ۇ ۆ ۈ ۋ ې ى ي ، ؛ ؟"
TOTE = "ا ءا ە ب ۆ گ ع د ج ز ي ك ق ل م ن ڭ و ءو پ ر س ت ۋ ۇ ءۇ ف ح ھ چ ش ى ءى ٴ"
CHINESE = "努尔兰·阿布迪勒达，古丽娜尔·伊明。赛尔克坚·比拉西；麥合木提《新疆》“哈萨克”"
LATIN = "Nurlan Ábdildauly Sarïsu Göher Ğ ğ Ş ş ı İ ē ñ ü Ə ə – — “ ” ‘ ’ … № § ©"


@pytest.mark.parametrize("text", [KAZAKH, UYGHUR, TOTE, CHINESE, LATIN])
def test_every_letter_of_our_scripts_can_be_drawn(text):
    assert fonts.missing_glyphs(text) == ""


def test_every_character_that_the_chinese_standards_hold_can_be_drawn():
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    national = "".join(each.decode("gb2312", "ignore") for each in pairs)
    assert len(national) == 6763
    assert fonts.missing_glyphs(national) == ""


def test_what_cannot_be_drawn_is_named_once_and_in_order():
    assert fonts.missing_glyphs("a☃b😀☃") == "☃😀"


def test_spaces_and_joiners_need_no_glyph():
    assert fonts.missing_glyphs("a\u00a0b\u200cc\n\td") == ""


def test_the_list_of_characters_is_that_of_the_font_files():
    held = set()
    for file in fonts.folder().glob("*.ttf"):
        held |= {chr(code) for code in TTFont(file, lazy=True).getBestCmap()}
    assert held == fonts.covered()


def test_each_font_has_its_licence_beside_it():
    licences = [file.read_text("utf-8") for file in fonts.folder().glob("*-OFL.txt")]
    assert len(licences) == 3
    assert all("SIL Open Font License" in text or "SIL OPEN FONT" in text for text in licences)
