"""Invented people for load tests, from a seed: the same every time."""

from __future__ import annotations

import random

GIVEN = (
    "Ерлан Нұрлан Серік Бауыржан Дәурен Талғат Асқар Ержан Қанат Мұрат Болат Марат Айдос Нұржан "
    "Айгүл Гүлнар Мақпал Сәуле Жанар Динара Назгүл Раушан Қарлығаш Бибігүл Перизат Ақмарал"
).split()
SYLLABLES = "бай нұр қай сер жан ер ай мұ таң бол дәу кен ора ша мәу ғали тө қуа сұл ба".split()
ENDINGS = "бек хан жан тай лан рат қын мұрат ғали бай гүл даш".split()


def names(count: int, seed: int = 11) -> list[str]:
    """Kazakh names, half of common parts and half of made-up ones, so that the lexicon grows
    with the registry as real ones do."""
    chance = random.Random(seed)
    return [f"{_given(chance)} {_given(chance)}ұлы" for _ in range(count)]


def table(count: int, seed: int = 11) -> str:
    """A CSV list with header."""
    chance = random.Random(seed)
    lines = ["name,sex,born,place,status,event date"]
    for name in names(count, seed):
        born = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{chance.randint(1940, 2000)}"
        held = f"{chance.randint(2017, 2019)}-{chance.randint(1, 12):02}"
        lines.append(f"{name},male,{born},village {chance.randint(1, 400)},detained,{held}")
    return "\n".join(lines) + "\n"


def _given(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(GIVEN)
    middle = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 2)))
    return (middle + chance.choice(ENDINGS)).capitalize()
