"""A letter as DOCX, to be worked on in a word processor: styled headings, runs marked with their
language and direction, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from tidings.publishing import typesetting
from tidings.publishing.letters.letter import Letter, Paragraph
from tidings.publishing.letters.pages import notes, numbered_sources
from tidings.publishing.phrases import Language, phrase
from tidings.values import is_right_to_left, script_of

if TYPE_CHECKING:
    from docx.document import Document

_ARABIC = re.compile(
    r"[\u0600-\u06ff\u0750-\u077f]+(?:[ ،؛.]+[\u0600-\u06ff\u0750-\u077f]+)*[؟.!]?"
)
_LOCALES: dict[Language, str] = {"en": "en-GB", "kk": "kk-KZ", "ru": "ru-RU"}
_FACE = "Times New Roman"
_WIDTHS_CM = (11.0, 4.8)


def to_docx(letter: Letter, *, draft: bool = False) -> bytes:
    """The letter as DOCX. The draft copy has a column with the source of each sentence, and ends
    with the questions for the family. Raises BadInput when a character cannot be printed."""
    typesetting.check_glyphs(letter.lines())
    document = _blank(letter)
    if draft or letter.invented:
        marks = [phrase("page.draft", letter.language)] if draft else []
        marks += [phrase("invented.note", letter.language)] if letter.invented else []
        document.sections[0].header.paragraphs[0].text = " · ".join(marks)
    _opening(document, letter)
    for number, paragraph in enumerate(letter.paragraphs):
        _paragraph(document, letter, paragraph, draft)
        if number == 0:
            _particulars(document, letter)
    _ending(document, letter)
    if draft and letter.questions:
        document.add_heading(phrase("page.questions", letter.language), 2)
        for question in letter.questions:
            _add(document, question, "List Number")
    return _packed(document)


def _blank(letter: Letter) -> Document:
    """An empty A4 document in the letter's language, with nothing of this machine in it."""
    import docx
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document(io.BytesIO(_template()))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    _face(document.styles["Normal"], letter.language)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    for name, size in (("Title", 15), ("Heading 1", 13), ("Heading 2", 11)):
        style = document.styles[name]
        _face(style, letter.language)
        style.font.size, style.font.bold = Pt(size), True
        style.font.color.rgb = RGBColor(0x1D, 0x23, 0x26)
    written = datetime(letter.written_on.year, letter.written_on.month, letter.written_on.day)
    core = document.core_properties
    core.title, core.language = letter.subject, _LOCALES[letter.language]
    core.author = core.last_modified_by = letter.letterhead[0] if letter.letterhead else ""
    core.comments, core.revision = "", 1
    core.created = core.modified = written
    return document


@cache
def _template() -> bytes:
    """python-docx's own empty document."""
    import docx

    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def _face(style: Any, language: Language) -> None:
    """One face for all scripts that a word processor knows, and the language of the text."""
    from docx.oxml.ns import qn

    style.font.name = _FACE
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), _FACE)
    fonts.set(qn("w:eastAsia"), "SimSun")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = properties.makeelement(
        qn("w:lang"),
        {qn("w:val"): _LOCALES[language], qn("w:eastAsia"): "zh-CN", qn("w:bidi"): "ug-CN"},
    )
    properties.append(lang)


def _opening(document: Document, letter: Letter) -> None:
    if letter.letterhead:
        _add(document, letter.letterhead[0], "Title")
    for line in letter.letterhead[1:]:
        _add(document, line)
    for line in letter.addressee:
        from docx.shared import Cm

        _add(document, line).paragraph_format.left_indent = Cm(8)
    _add(document, letter.dateline)
    _add(document, letter.subject, "Heading 1")
    _add(document, letter.salutation)


def _ending(document: Document, letter: Letter) -> None:
    _add(document, letter.closing)
    respect, *names = letter.signature
    _add(document, respect)
    _add(document, "")
    for name in names:
        _add(document, name)


def _paragraph(document: Document, letter: Letter, paragraph: Paragraph, draft: bool) -> None:
    if paragraph.heading:
        _add(document, paragraph.heading, "Heading 2")
    beside = notes(letter, paragraph) if draft else []
    if not beside:
        _sentences(document, letter, paragraph, {})
        return
    row = _table(document, 1, _WIDTHS_CM).rows[0]
    _sentences(row.cells[0], letter, paragraph, numbered_sources(letter))
    for number, text in beside:
        _small(_add(row.cells[1], f"[{number}] {text}"))
    for cell in row.cells:
        _drop_first(cell)


def _sentences(where: Any, letter: Letter, paragraph: Paragraph, numbers: dict[str, int]) -> None:
    marked = [
        f"{each.text} [{numbers[each.cited]}]" if each.cited in numbers else each.text
        for each in paragraph.sentences
    ]
    styles = {"items": "List Bullet", "numbered": "List Number", "quote": "Quote"}
    style = styles.get(paragraph.style, "Normal")
    for text in [" ".join(marked)] if paragraph.style == "text" else marked:
        _add(where, text, style)


def _particulars(document: Document, letter: Letter) -> None:
    if not letter.particulars:
        return
    table = _table(document, len(letter.particulars), (5.0, 10.8))
    for row, each in zip(table.rows, letter.particulars, strict=True):
        for cell, text in zip(row.cells, (each.label, each.value), strict=True):
            _add(cell, text)
            _drop_first(cell)
    _add(document, "")


def _table(document: Document, rows: int, widths: tuple[float, float]) -> Any:
    from docx.shared import Cm

    table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    return table


def _drop_first(cell: Any) -> None:
    """A new cell begins with an empty paragraph, which we do not want."""
    first = cell.paragraphs[0]
    if not first.text and len(cell.paragraphs) > 1:
        first._element.getparent().remove(first._element)


def _small(paragraph: Any) -> None:
    from docx.shared import Pt

    for run in paragraph.runs:
        run.font.size = Pt(8)


def _add(where: Any, text: str, style: str = "Normal") -> Any:
    """A paragraph of runs, those in Arabic script from right to left."""
    from docx.oxml.ns import qn

    paragraph = where.add_paragraph("", style=_style(where, style))
    for piece, rtl in _runs(text):
        run = paragraph.add_run(piece)
        if rtl:
            run.font.rtl = True
    if is_right_to_left(script_of(text)):
        properties = paragraph._element.get_or_add_pPr()
        properties.append(properties.makeelement(qn("w:bidi"), {}))
    return paragraph


def _style(where: Any, name: str) -> Any:
    return where.part.document.styles[name]


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    done = 0
    for found in _ARABIC.finditer(text):
        if found.start() > done:
            yield text[done : found.start()], False
        yield found[0], True
        done = found.end()
    if done < len(text) or not text:
        yield text[done:], False


def _packed(document: Document) -> bytes:
    """The file with the time of day taken out of it: parts in their order, all dated alike."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for part in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return packed.getvalue()
