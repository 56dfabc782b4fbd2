"""Invented names in five scripts for load tests: elements put together by rule, Zipf's law for
how common they are, and now and then a slip of the pen. The same from a seed every time.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, product

#: Each element as Latin, Kazakh Cyrillic, Russian, Uyghur Arabic, characters.
_ROWS = """
nur нұр нур نۇر 努尔|er ер ер ئەر 叶尔|ay ай ай ئاي 阿依|bay бай бай باي 巴依
tur тұр тур تۇر 吐尔|qay қай кай قاي 海|ser сер сер سەر 赛尔|jan жан жан جان 加
mur мұр мур مۇر 木尔|tal тал тал تال 塔勒|bol бол бол بول 波勒|dau дәу дау داۋ 道
qan қан кан قان 坎|sul сұл сул سۇل 苏勒|mar мар мар مار 马尔|as ас ас ئاس 阿斯
gul гүл гуль گۈل 古丽|aq ақ ак ئاق 阿克|beri бері бери بەرى 别热|qara қара кара قارا 卡拉
alt алт алт ئالت 阿勒特|temir темір темир تېمىر 铁木尔|tila тіла тила تىلا 提拉
sadi сәді сади سادى 萨迪|zar зар зар زار 扎尔|hali халы хали خالى 哈力|shar шар шар شار 沙尔
oraz ораз ораз ئوراز 吾热孜|qut құт кут قۇت 胡特|dil діл диль دىل 迪力|rah рах рах راھ 热合
yas яс яс ياس 亚斯|iz із из ئىز 依孜|olja олжа олжа ئولجا 吾勒加|meri мері мери مەرى 麦热
tok тоқ ток توق 托克|bura бура бура بۇرا 布热
""".strip()
_ENDINGS = """
bek бек бек بەك 别克|khan хан хан خان 汗|jan жан жан جان 江|tay тай тай تاي 泰
lan лан лан لان 兰|rat рат рат رات 拉提|qyn қын кын قىن 肯|murat мұрат мурат مۇرات 木拉提
ghali ғали гали غالى 哈力|bay бай бай باي 拜|gul гүл гуль گۈل 古丽|dash даш даш داش 达西
bek бек бек بەك 别科|sun сын сун سۇن 逊|shat шат шат شات 夏提|xan хан хан خان 罕
et ет ет ەت 叶提|ken кен кен كەن 肯|man ман ман مان 曼|in ін ин ىن 因|ulla олла улла ۇللا 吾拉
iya ия ия ىيا 亚|jamal жамал жамал جامال 加马力|bibi бибі биби بىبى 比比
nisa ниса ниса نىسا 尼萨|din дін дин دىن 丁|mira міра мира مىرا 米拉|zat зат зат زات 扎提
qul құл кул قۇل 库勒|sha ша ша شا 夏|bala бала бала بالا 巴拉|tore төре торе تۆرە 托热
""".strip()
SCRIPTS = ("latin", "kazakh", "russian", "arabic", "han", "pinyin")
SHARES = (0.16, 0.2, 0.1, 0.1, 0.34, 0.1)
CHILD = {"kazakh": ("ұлы", "қызы"), "latin": ("uly", ""), "russian": ("ов", "ова")}
LEXEMES = 14_000
SLIPS = 0.025


@dataclass(frozen=True)
class Someone:
    """An invented person: own name and father's as numbers of lexemes, and the row's script."""

    given: int
    father: int
    script: str


@dataclass
class Inventor:
    """Makes people and writes their names."""

    chance: random.Random
    lexemes: list[tuple[str, ...]] = field(default_factory=list)
    _shares: list[float] = field(default_factory=list)

    @classmethod
    def seeded(cls, seed: int) -> Inventor:
        chance = random.Random(seed)
        first = [tuple(word.split()) for line in _ROWS.splitlines() for word in line.split("|")]
        last = [tuple(word.split()) for line in _ENDINGS.splitlines() for word in line.split("|")]
        ways = list(product(first, last)) + list(product(first, first, last))
        chosen = chance.sample(ways, LEXEMES)
        lexemes = [tuple("".join(each) for each in zip(*way, strict=True)) for way in chosen]
        shares = list(accumulate(1 / (rank + 5) for rank in range(LEXEMES)))
        return cls(chance, lexemes, shares)

    def people(self, count: int) -> Iterator[Someone]:
        for _ in range(count):
            script = self.chance.choices(SCRIPTS, SHARES)[0]
            yield Someone(self.lexeme(), self.lexeme(), script)

    def lexeme(self) -> int:
        return bisect(self._shares, self.chance.random() * self._shares[-1])

    def written(self, someone: Someone, script: str = "") -> str:
        """The name in one script, sometimes with a father's ending, seldom with a slip."""
        script = script or someone.script
        given, father = self.word(someone.given, script), self.word(someone.father, script)
        if script in CHILD and self.chance.random() < 0.6:
            father += self.chance.choice(CHILD[script])
        if self.chance.random() < 2 * SLIPS:
            given = slipped(given, self.chance)
        return f"{given}·{father}" if script == "han" else f"{given.title()} {father.title()}"

    def word(self, lexeme: int, script: str) -> str:
        forms = self.lexemes[lexeme]
        if script == "pinyin":
            from tidings.names.han import syllable_of

            return "".join(syllable_of(character) or "" for character in forms[4])
        return forms[SCRIPTS.index(script)]


def slipped(word: str, chance: random.Random) -> str:
    """The word with one letter doubled, left out, turned round with the next or another's."""
    at = chance.randrange(len(word) - 1) if len(word) > 1 else 0
    kind = chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    return word[:at] + chance.choice(word) + word[at + 1 :]
