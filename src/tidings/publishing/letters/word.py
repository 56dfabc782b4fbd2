"""A letter as DOCX, to be worked on in a word processor: styled headings, runs marked with their
direction, the same bytes every time.

Office Open XML by hand (ECMA-376, part 1): a letter needs paragraphs, two lists and plain tables;
the parts that never change lie in `ooxml/`.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from importlib import resources
from xml.sax.saxutils import escape, quoteattr

from tidings.publishing import typesetting
from tidings.publishing.letters.letter import Letter, Paragraph
from tidings.publishing.letters.pages import numbered_sources
from tidings.publishing.phrases import Language, phrase
from tidings.values import is_right_to_left, script_of

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_LOCALES: dict[Language, str] = {"en": "en-GB", "kk": "kk-KZ", "ru": "ru-RU"}
_ARABIC = re.compile(
    r"([\u0600-\u06ff\u0750-\u077f]+(?:[ ،؛.]+[\u0600-\u06ff\u0750-\u077f]+)*[؟.!]?)"
)
_LIST_STYLES = {"items": "ListBullet", "numbered": "ListNumber", "quote": "Quote"}
#: Widths in twentieths of a point: the text of an A4 page between margins of 25 mm is 9,070 wide.
_MARGIN_COLUMNS = (6400, 2670)
_PARTICULAR_COLUMNS = (2800, 6270)
_A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1300" w:right="1418" w:bottom="1200" '
    'w:left="1418" w:header="600" w:footer="500" w:gutter="0"/>'
)


def to_docx(letter: Letter, *, draft: bool = False) -> bytes:
    """The letter as DOCX. The draft copy has a column with the source of each sentence, and ends
    with the questions for the family. Raises BadInput when a character cannot be printed."""
    typesetting.check_glyphs(letter.lines())
    locale = _LOCALES[letter.language]
    return _packed(
        {
            "[Content_Types].xml": _fixed("content_types.xml"),
            "_rels/.rels": _fixed("package_rels.xml"),
            "docProps/core.xml": _core(letter, locale),
            "word/_rels/document.xml.rels": _fixed("document_rels.xml"),
            "word/document.xml": _document(letter, draft),
            "word/footer1.xml": _footer(letter.language),
            "word/header1.xml": _header(letter, draft),
            "word/numbering.xml": _fixed("numbering.xml"),
            "word/settings.xml": _fixed("settings.xml"),
            "word/styles.xml": _fixed("styles.xml").replace("LOCALE", locale),
        }
    )


@cache
def _fixed(name: str) -> str:
    return resources.files(__package__).joinpath("ooxml", name).read_text(encoding="utf-8")


def _packed(parts: dict[str, str]) -> bytes:
    """The parts as one file, all dated alike."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # or the file would tell the operating system
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def _core(letter: Letter, locale: str) -> str:
    """What the file says of itself: title, organisation, the letter's date; nothing of the
    machine or the person who made it."""
    moment = f"{letter.written_on.isoformat()}T00:00:00Z"
    author = escape(letter.letterhead[0]) if letter.letterhead else ""
    return (
        f"{_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(letter.subject)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>{locale}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _header(letter: Letter, draft: bool) -> str:
    marks = [phrase("page.draft", letter.language)] if draft else []
    marks += [phrase("invented.note", letter.language)] if letter.invented else []
    return f"{_HEAD}<w:hdr {_WORDS}>{_line(' · '.join(marks), 'Margin')}</w:hdr>"


def _footer(language: Language) -> str:
    """ "Page 1 of 2", counted by the word processor."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    pieces = re.split(r"(\{pages?\})", phrase("page.number", language))
    runs = "".join(
        f'<w:fldSimple w:instr="{fields[piece]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        if piece in fields
        else _run(piece)
        for piece in pieces
    )
    style = '<w:pPr><w:pStyle w:val="Margin"/><w:jc w:val="center"/></w:pPr>'
    return f"{_HEAD}<w:ftr {_WORDS}><w:p>{style}{runs}</w:p></w:ftr>"


def _document(letter: Letter, draft: bool) -> str:
    body = [*_opening(letter)]
    for number, paragraph in enumerate(letter.paragraphs):
        body += _paragraph(letter, paragraph, draft)
        if number == 0 and letter.particulars:
            rows = [
                (_line(each.label, "Particular"), _value(each.value)) for each in letter.particulars
            ]
            body += [_table(rows, _PARTICULAR_COLUMNS)]
    respect, *names = letter.signature
    body += [_line(letter.closing), _line(respect, "Signature"), *map(_value, names)]
    if draft and letter.questions:
        body.append(_line(phrase("page.questions", letter.language), "Heading2"))
        body += [_line(question, "Questions") for question in letter.questions]
    ends = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:footerReference w:type="default" r:id="rId5"/>{_A4}</w:sectPr>'
    )
    inside = "".join(body) + ends
    return f"{_HEAD}<w:document {_WORDS} {_LINKS}><w:body>{inside}</w:body></w:document>"


def _opening(letter: Letter) -> list[str]:
    heads = ["Organisation", *["Letterhead"] * len(letter.letterhead)]
    return [
        *(_line(text, style) for text, style in zip(letter.letterhead, heads, strict=False)),
        _line(""),
        *(_line(text, "Addressee") for text in letter.addressee),
        _line(letter.dateline, "Dateline"),
        _line(letter.subject, "Heading1"),
        _line(letter.salutation),
    ]


def _paragraph(letter: Letter, paragraph: Paragraph, draft: bool) -> list[str]:
    heading = [_line(paragraph.heading, "Heading2")] if paragraph.heading else []
    style = _LIST_STYLES.get(paragraph.style, "Normal")
    if draft and any(each.cited for each in paragraph.sentences):
        return [*heading, _beside(letter, paragraph, style)]
    texts = [each.text for each in paragraph.sentences]
    lines = [" ".join(texts)] if paragraph.style == "text" else texts
    return [*heading, *(_line(line, style) for line in lines)]


def _beside(letter: Letter, paragraph: Paragraph, style: str) -> str:
    """The sentences with their sources beside them, a row each."""
    numbers = numbered_sources(letter)
    rows = []
    for each in paragraph.sentences:
        mark = f" [{numbers[each.cited]}]" if each.cited else ""
        note = f"[{numbers[each.cited]}] {each.cited}" if each.cited else ""
        rows.append((_line(each.text + mark, style), _line(note, "Margin")))
    return _table(rows, _MARGIN_COLUMNS)


def _value(text: str) -> str:
    return _line(text, "Particular")


def _table(rows: list[tuple[str, str]], widths: tuple[int, int]) -> str:
    """Two columns without borders; each cell is paragraphs. Word wants a paragraph after it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    shape = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    table = f"<w:tbl><w:tblPr>{shape}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"
    return table + _line("", "Margin")


def _line(text: str, style: str = "Normal") -> str:
    """A paragraph; from right to left when most of it is."""
    bidi = "<w:bidi/>" if is_right_to_left(script_of(text)) else ""
    runs = "".join(map(_run, filter(None, _ARABIC.split(text))))
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{bidi}</w:pPr>{runs}</w:p>"


def _run(text: str) -> str:
    rtl = "<w:rPr><w:rtl/></w:rPr>" if _ARABIC.fullmatch(text) else ""
    return f'<w:r>{rtl}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
