"""Make the fonts that letters are set in: src/tidings/publishing/fonts/.

    npm pack @expo-google-fonts/noto-serif@0.4.2 @expo-google-fonts/noto-naskh-arabic@0.4.5 \
        @expo-google-fonts/noto-serif-sc@0.4.3      # and unpack each under its own name
    python tools/make_fonts.py FOLDER Unihan_OtherMappings.txt

FOLDER holds `noto-serif`, `noto-naskh-arabic` and `noto-serif-sc`. Noto Serif and Noto Naskh Arabic
are copied as they are; of Noto Serif SC the characters below are kept. `Unihan_OtherMappings.txt`
is Unicode's: its field kTGH marks the 8,105 characters of the Table of General Standard Chinese
Characters (2013).
"""

from __future__ import annotations

import shutil
import sys
from importlib import resources
from itertools import groupby
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "src/tidings/publishing/fonts"
COPIED = {
    "noto-serif/400Regular/NotoSerif_400Regular.ttf": "NotoSerif-Regular.ttf",
    "noto-serif/700Bold/NotoSerif_700Bold.ttf": "NotoSerif-Bold.ttf",
    "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf": "NotoNaskhArabic-Regular.ttf",
    "noto-serif/LICENSE_FONT": "NotoSerif-OFL.txt",
    "noto-naskh-arabic/LICENSE_FONT": "NotoNaskhArabic-OFL.txt",
    "noto-serif-sc/LICENSE_FONT": "NotoSerifSC-OFL.txt",
}
HAN_SOURCE = "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"
HAN_OUT = "NotoSerifSC-Regular.ttf"
#: Punctuation and full-width forms that go with Chinese characters.
HAN_SIGNS = {*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), 0x00B7, 0x2018, 0x2019, 0x201C, 0x201D}
EPOCH = 3_786_912_000  # 1 January 2024 in the seconds of a font file


def main(folder: Path, other_mappings: Path) -> None:
    OUT.mkdir(exist_ok=True)
    for source, name in COPIED.items():
        shutil.copyfile(folder / source, OUT / name)
    font = TTFont(folder / HAN_SOURCE, recalcTimestamp=False)
    cut(font, han_characters(other_mappings) | HAN_SIGNS)
    font["head"].created = font["head"].modified = EPOCH
    font.save(OUT / HAN_OUT)
    (OUT / "coverage.txt").write_text(coverage(sorted(OUT.glob("*.ttf"))), encoding="ascii")


def han_characters(other_mappings: Path) -> set[int]:
    """GB 2312, the general standard table, and what our own tables of names know: traditional
    forms, and the characters that stand in names."""
    lines = other_mappings.read_text(encoding="utf-8").splitlines()
    standard = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    pairs = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    national = {ord(each.decode("gb2312", "ignore") or " ") for each in pairs}
    known = standard | national
    names = resources.files("tidings.names").joinpath("data")
    for line in names.joinpath("simplified.txt").read_text(encoding="utf-8").splitlines():
        simple, _, traditional = line.partition("\t")
        if not line.startswith("#") and ord(simple) in known:
            known |= set(map(ord, traditional))
    for file in ("common.tsv", "habits.tsv"):
        known |= set(map(ord, names.joinpath(file).read_text(encoding="utf-8")))
    return {code for code in known if code >= 0x2E80}


def cut(font: TTFont, characters: set[int]) -> None:
    options = Options()
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for table in ("vhea", "vmtx"):
        font.tables.pop(table, None)
        if table in font:
            del font[table]


def coverage(fonts: list[Path]) -> str:
    """The characters that some font can draw, as lines of hexadecimal ranges."""
    codes = sorted({code for font in fonts for code in TTFont(font).getBestCmap()})
    runs = groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    spans = [[code for _, code in run] for _, run in runs]
    return "\n".join(f"{span[0]:X}-{span[-1]:X}" for span in spans) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
