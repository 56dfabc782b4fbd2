"""Why a person is, may be or cannot be among those announced, in words for a volunteer."""

from __future__ import annotations

from typing import Final

from tidings.reckoning.covering import Reason

_EN: Final[dict[Reason, str]] = {
    Reason.NOTHING_SAID: "no source says so of this person, and none rules it out",
    Reason.ONLY_DENIED: "it is only denied of this person",
    Reason.SAID_UNSURE: "it is only estimated, promised or unsure of this person",
    Reason.SAID_OF_ANOTHER_TIME: "it is said of this person, but of another time",
    Reason.SAID_AND_DENIED: "it is said of this person, and denied",
    Reason.SAID_WHILE_PERIOD_OPEN: "it is said of this person; no firm period was announced",
    Reason.SAID_PARTLY_WITHIN: "it is said of this person; the date may lie outside the period",
    Reason.SAID_OF_THE_GROUP: (
        "it is said of this person within the period; they need not be of the announced group"
    ),
    Reason.SAID_WITHIN: "it is said of this person, wholly within the announced period",
    Reason.RULED_COVERED: "a worker decided that this person is among them",
    Reason.COUNTED_IN_A_PART: "this person is among those of a part of it",
    Reason.DIED_BEFORE: "died before the announced period",
    Reason.BORN_AFTER: "born after the announced period",
    Reason.DIED_AT_ANOTHER_TIME: "died outside the announced period",
    Reason.RULED_OUT: "a worker decided that this person is not among them",
    Reason.OUTSIDE_THE_WHOLE: "this person is not among those of whom it is a part",
    Reason.COUNTED_APART: "this person is among others, of whom nobody is in both",
}
_RU: Final[dict[Reason, str]] = {
    Reason.NOTHING_SAID: "ни один источник этого о человеке не говорит и ничто этого не исключает",
    Reason.ONLY_DENIED: "об этом человеке это только отрицают",
    Reason.SAID_UNSURE: "об этом человеке это лишь оценка, обещание или неуверенные слова",
    Reason.SAID_OF_ANOTHER_TIME: "об этом человеке это сказано, но о другом времени",
    Reason.SAID_AND_DENIED: "об этом человеке это и говорят, и отрицают",
    Reason.SAID_WHILE_PERIOD_OPEN: "об этом человеке это сказано; точного срока в объявлении нет",
    Reason.SAID_PARTLY_WITHIN: "об этом человеке это сказано; дата может лежать вне срока",
    Reason.SAID_OF_THE_GROUP: (
        "об этом человеке это сказано и срок совпадает; к названной группе он может не относиться"
    ),
    Reason.SAID_WITHIN: "об этом человеке это сказано, целиком в пределах названного срока",
    Reason.RULED_COVERED: "сотрудник решил, что этот человек среди них",
    Reason.COUNTED_IN_A_PART: "этот человек среди тех, кто составляет часть",
    Reason.DIED_BEFORE: "смерть наступила до названного срока",
    Reason.BORN_AFTER: "рождение после названного срока",
    Reason.DIED_AT_ANOTHER_TIME: "смерть наступила вне названного срока",
    Reason.RULED_OUT: "сотрудник решил, что этого человека среди них нет",
    Reason.OUTSIDE_THE_WHOLE: "этого человека нет среди всех, часть которых здесь названа",
    Reason.COUNTED_APART: "этот человек среди других, а общих людей у них нет",
}
_KK: Final[dict[Reason, str]] = {
    Reason.NOTHING_SAID: "бірде-бір дереккөз бұл адам туралы олай демейді, жоққа да шығармайды",
    Reason.ONLY_DENIED: "бұл адам туралы мұны тек жоққа шығарады",
    Reason.SAID_UNSURE: "бұл адам туралы тек болжам, уәде немесе сенімсіз сөз бар",
    Reason.SAID_OF_ANOTHER_TIME: "бұл адам туралы айтылған, бірақ басқа уақыт жайында",
    Reason.SAID_AND_DENIED: "бұл адам туралы айтылған, әрі жоққа шығарылған",
    Reason.SAID_WHILE_PERIOD_OPEN: "бұл адам туралы айтылған; хабарламада нақты мерзім жоқ",
    Reason.SAID_PARTLY_WITHIN: "бұл адам туралы айтылған; күні мерзімнен тыс болуы мүмкін",
    Reason.SAID_OF_THE_GROUP: (
        "бұл адам туралы айтылған, мерзімі сәйкес; аталған топқа жатпауы мүмкін"
    ),
    Reason.SAID_WITHIN: "бұл адам туралы айтылған, аталған мерзімнің дәл ішінде",
    Reason.RULED_COVERED: "қызметкер бұл адам солардың қатарында деп шешті",
    Reason.COUNTED_IN_A_PART: "бұл адам соның бір бөлігін құрайтындардың қатарында",
    Reason.DIED_BEFORE: "аталған мерзімге дейін қайтыс болған",
    Reason.BORN_AFTER: "аталған мерзімнен кейін туған",
    Reason.DIED_AT_ANOTHER_TIME: "аталған мерзімнен тыс қайтыс болған",
    Reason.RULED_OUT: "қызметкер бұл адам солардың қатарында емес деп шешті",
    Reason.OUTSIDE_THE_WHOLE: "бұл адам осы бөлік кіретін жалпы санның қатарында емес",
    Reason.COUNTED_APART: "бұл адам басқалардың қатарында, ал олардың ортақ адамы жоқ",
}
_WORDS: Final = {"en": _EN, "ru": _RU, "kk": _KK}


def explain(reason: Reason, language: str = "en") -> str:
    """The reason in `language` (en, ru, kk; English for any other)."""
    return _WORDS.get(language, _EN)[reason]
