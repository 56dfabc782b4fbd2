"""What speaks for and against two mentions being one person, and how to say it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Evidence:
    """One feature of a pair. `weight` in bits, above 0 for the same person; `code` the level
    of `weights.WEIGHTS[kind]`; `params["pairs"]` the lexeme ids that agree, as (a's, b's);
    `params["names"]` which of the names of a and of b were compared."""

    kind: str
    weight: float
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ScoredPair:
    """Two mentions (a < b), the weight in bits, the probability, and the evidence.

    `held` says why the machine does not merge it: "unsure", "name_alone", "no_name" (something
    agrees but no name), "veto", "impossible", "ambiguous" (it fits two people that exclude each
    other), "barred" (it would join two who are); None if nothing does.
    """

    a: int
    b: int
    weight: float
    probability: float
    evidence: tuple[Evidence, ...] = ()
    held: str | None = None


_EN = {
    "name": "the names agree{pairs}",
    "name_rest.all": "",
    "name_rest.missing": "one source gives fewer parts of the name",
    "name_rest.other_given": "the given names differ",
    "name_rest.other_after": "what follows the first name differs",
    "name_rest.other_part": "part of the name differs",
    "name_rest.swapped": "given name and father's name change places",
    "name_rest.slip": "a letter of the name differs",
    "name_rest.order": "the parts of the name come in another order",
    "number.same_own": "the same national number",
    "birth.same_day": "born on the same day",
    "birth.same_month": "born in the same month",
    "birth.same_year": "born in the same year",
    "birth.same_years": "born in the same two or three years",
    "birth.same_decade": "born about the same time",
    "birth.swapped_day_month": "day and month of birth change places",
    "birth.one_part_off": "the dates of birth differ in one part",
    "birth.year_off": "the years of birth are next to each other",
    "birth.years_off": "born some years apart",
    "birth.far_apart": "born many years apart",
    "birth.other_day": "the dates of birth differ",
    "sex.same": "the same sex",
    "sex.other": "a different sex",
    "place": "the same place{pairs}",
    "place.other": "another place",
    "kin": "the same relative{pairs}",
    "kin.other": "a different close relative",
    "number.same_id": "the same document number",
    "number.same_phone": "the same phone number",
    "number.other_id": "a different document number",
    "number.unlike_id": "the document numbers are not alike",
    "source.same": "both are named in one source",
    "decision.same": "a person decided that they are the same",
    "other": "the same {column}",
    "other.near": "{column}: a letter or two differ",
    "other.differs": "another {column}",
}
_RU = {
    "name": "имена совпадают{pairs}",
    "name_rest.all": "",
    "name_rest.missing": "в одном источнике имя неполное",
    "name_rest.other_given": "личные имена разные",
    "name_rest.other_after": "после имени стоит другое",
    "name_rest.other_part": "часть имени другая",
    "name_rest.swapped": "имя и отчество поменялись местами",
    "name_rest.slip": "в имени отличается буква",
    "name_rest.order": "части имени идут в другом порядке",
    "number.same_own": "личный номер тот же",
    "birth.same_day": "день рождения тот же",
    "birth.same_month": "месяц рождения тот же",
    "birth.same_year": "год рождения тот же",
    "birth.same_years": "годы рождения совпадают с точностью до двух-трёх лет",
    "birth.same_decade": "время рождения примерно то же",
    "birth.swapped_day_month": "день и месяц рождения поменялись местами",
    "birth.one_part_off": "даты рождения расходятся в одной части",
    "birth.year_off": "годы рождения соседние",
    "birth.years_off": "между годами рождения несколько лет",
    "birth.far_apart": "между годами рождения много лет",
    "birth.other_day": "даты рождения разные",
    "sex.same": "пол тот же",
    "sex.other": "пол другой",
    "place": "место то же{pairs}",
    "place.other": "место другое",
    "kin": "тот же родственник{pairs}",
    "kin.other": "другой близкий родственник",
    "number.same_id": "номер документа тот же",
    "number.same_phone": "номер телефона тот же",
    "number.other_id": "номер документа другой",
    "number.unlike_id": "номера документов не похожи",
    "source.same": "оба названы в одном источнике",
    "decision.same": "человек решил, что это одно лицо",
    "other": "{column}: то же",
    "other.near": "{column}: расходится буква или две",
    "other.differs": "{column}: другое",
}
_KK = {
    "name": "есімдері сәйкес{pairs}",
    "name_rest.all": "",
    "name_rest.missing": "бір дереккөзде есім толық емес",
    "name_rest.other_given": "өз есімдері әртүрлі",
    "name_rest.other_after": "өз есімінен кейінгісі басқа",
    "name_rest.other_part": "есімнің бір бөлігі басқа",
    "name_rest.swapped": "есімі мен әкесінің аты орын ауыстырған",
    "name_rest.slip": "есімде бір әріп басқа",
    "name_rest.order": "есімнің бөліктері басқа ретпен",
    "number.same_own": "жеке нөмірі бірдей",
    "birth.same_day": "туған күні бірдей",
    "birth.same_month": "туған айы бірдей",
    "birth.same_year": "туған жылы бірдей",
    "birth.same_years": "туған жылдары екі-үш жыл дәлдікпен бірдей",
    "birth.same_decade": "туған уақыты шамамен бірдей",
    "birth.swapped_day_month": "туған күні мен айы орын ауыстырған",
    "birth.one_part_off": "туған күнінің бір бөлігі басқа",
    "birth.year_off": "туған жылдары көршілес",
    "birth.years_off": "туған жылдарының арасы бірнеше жыл",
    "birth.far_apart": "туған жылдарының арасы көп жыл",
    "birth.other_day": "туған күндері әртүрлі",
    "sex.same": "жынысы бірдей",
    "sex.other": "жынысы басқа",
    "place": "жері бірдей{pairs}",
    "place.other": "жері басқа",
    "kin": "туысы бірдей{pairs}",
    "kin.other": "жақын туысы басқа",
    "number.same_id": "құжат нөмірі бірдей",
    "number.same_phone": "телефон нөмірі бірдей",
    "number.other_id": "құжат нөмірі басқа",
    "number.unlike_id": "құжат нөмірлері ұқсамайды",
    "source.same": "екеуі де бір дереккөзде аталған",
    "decision.same": "бір адам деп шешілген",
    "other": "{column}: дәл сол",
    "other.near": "{column}: бір-екі әріп басқа",
    "other.differs": "{column}: басқа",
}
_WORDS = {"en": _EN, "ru": _RU, "kk": _KK}


def explain_evidence(
    evidence: Evidence,
    language: str = "en",
    words: Mapping[int, str] | None = None,
    words_b: Mapping[int, str] | None = None,
    columns: Sequence[str] = (),
) -> str:
    """One piece of evidence in plain words (en, ru, kk; other languages get English).

    `words` gives the written form of a lexeme id, `words_b` the form in mention b where that is
    another; without them the parts stay unnamed. `columns` names the further columns. Empty
    where there is nothing to say.
    """
    table = _WORDS.get(language, _EN)
    further = re.fullmatch(r"other_(\d+)", evidence.kind)
    kind = "other" if further else evidence.kind
    sentence = table.get(f"{kind}.{evidence.code}", table.get(kind, ""))
    column = columns[int(further[1])] if further and int(further[1]) < len(columns) else ""
    ours = words or {}
    theirs = ours if words_b is None else words_b
    return sentence.format(pairs=_pairs(evidence, ours, theirs), column=column)


def _pairs(evidence: Evidence, ours: Mapping[int, str], theirs: Mapping[int, str]) -> str:
    said = [
        ours[a] if ours[a] == theirs[b] else f"{ours[a]} = {theirs[b]}"
        for a, b in evidence.params.get("pairs", ())
        if a in ours and b in theirs
    ]
    return f" ({', '.join(said)})" if said else ""
