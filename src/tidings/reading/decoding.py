"""Bytes to text: by byte order mark, as UTF-8, else by which old encoding gives real words."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from tidings.reading.limits import MAX_FILE
from tidings.values import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
#: Old encodings that sheets from our countries come in, the likeliest first.
_OLD = ("cp1251", "kz1048", "gb18030", "big5", "cp1256", "koi8-r", "cp866", "cp1252")
_WORD = re.compile(r"[^\W\d_]+")
#: Letters beside the plain ones that our languages use.
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәіңғүұқөһҗ")
_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويىئءأإآةؤپچژگڭیکۇۆۈۋېەھۅ")
#: Marks beside letters that texts of ours do hold.
_MARKS_OF_TEXT = frozenset("№«»“”„’‘—–…·•°§ ،؛؟")
_REMEDY = "Save it as UTF-8 (in Excel: 'CSV UTF-8') and give it again."


def decode(data: bytes, file: str) -> str:
    """The text of a file in any of the encodings that sheets and letters come in.

    Bytes that are no text at all raise UnreadableFile. A few broken bytes in UTF-8 become
    U+FFFD, which the readers report where they stand.
    """
    text = _by_mark(data) or _by_zeros(data) or _as_utf8(data) or _as_old(data)
    if text is None or _is_garbage(text):
        raise UnreadableFile("this is not text in an encoding that we know.", _REMEDY, file=file)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").lstrip("\ufeff")
    return None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: separators and digits leave zeros on one side."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(2, len(sample) // 100) or min(even, odd) * 4 > max(even, odd):
        return None
    return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")


def _as_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        sound = sum(1 for character in text[: MAX_FILE // 96] if character > "\x7f") - broken
        return text if broken * 20 < sound else None


def _as_old(data: bytes) -> str | None:
    sample = data[:65536]
    best = max(_OLD, key=lambda encoding: _plausibility(sample, encoding))
    if _plausibility(sample, best) <= 0:
        return None
    return data.decode(best, errors="replace")


def _plausibility(sample: bytes, encoding: str) -> float:
    """How much of the sample becomes words as our languages write them, -1 to 1."""
    text = sample.decode(encoding, errors="replace")
    if encoding in ("gb18030", "big5"):
        return _han_plausibility(text, encoding)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = sum(map(len, words))
    if not letters:
        return 0.0
    good = sum(len(word) for word in words if _is_word(word, encoding))
    odd = sum(
        1 for mark in text if mark > "\x7f" and not mark.isalpha() and mark not in _MARKS_OF_TEXT
    )
    return (2 * good - letters - 2 * odd) / letters


def _is_word(word: str, encoding: str) -> bool:
    """Whether the letters belong to one alphabet and the capitals stand where they may."""
    lower = word.lower()
    if encoding == "cp1252":
        marked = sum(1 for letter in lower if not letter.isascii())
        return all(unicodedata.name(x, "").startswith("LATIN") for x in word) and (
            marked * 2 <= len(word)
        )
    if encoding == "cp1256":
        return set(lower) <= _ARABIC
    return set(lower) <= _CYRILLIC and (word[1:].islower() or word.isupper() or len(word) == 1)


def _han_plausibility(text: str, encoding: str) -> float:
    """By the share of everyday characters: the first level of GB 2312 (lead bytes B0 to D7),
    or of Big5 (A4 to C6)."""
    strange = Counter(character > "\x7f" for character in text)[True]
    if not strange:
        return 0.0
    low, high = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    everyday = 0
    for character in text:
        if "\u4e00" <= character <= "\u9fff":
            lead = character.encode(encoding, errors="replace")[0]
            everyday += low <= lead <= high
        elif character in "，。、；：？！（）“”《》·　—":
            everyday += 1
    return (2 * everyday - strange) / strange - 2 * text.count("\ufffd") / strange


def _is_garbage(text: str) -> bool:
    """Whether more than a few characters are ones that no text holds."""
    sample = text[:20000]
    odd = sum(
        1
        for character in sample
        if character == "\ufffd" or (character < " " and character not in "\t\n\r\x0c\x00")
    )
    zeros = sample.count("\x00")
    return odd * 50 > len(sample) or zeros * 5 > len(sample)
