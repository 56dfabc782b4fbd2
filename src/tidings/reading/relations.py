"""Who is meant in a sentence: by name, by a word for a relative, by "I", else the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tidings.reading.kinship import FEMALE, MALE, MIRROR, through
from tidings.reading.reading import KinDraft, MentionDraft
from tidings.reading.words import kin_of_word, kin_words, plain
from tidings.values import Event, Kin, Script, Sex, script_of

_WORD = re.compile(r"[^\W\d_]+")
_FIRST_PERSON = re.compile(
    r"^(?:\W*)(?:I|Я|Мен|Men|مەن)\b|(?:^|[，。；])我(?:在|被|于|是|曾|也|们)|\b(?:меня|мені|مېنى)\b"
)
#: A sentence that begins so goes on about the person of the one before.
_PRONOUN = re.compile(
    r"^\W*(?:[^\W\d]+\W+|\d+\W*[年月日]?){0,5}?(?:он|она|его|е[её]|ему|ей|ол|оны|оған|оның|ول|ونى|"
    r"ئۇ|ئۇنى|he|she|him|her)\b|[他她]",
    re.IGNORECASE,
)
_ANY_PRONOUN = re.compile(
    r"\b(?:он|она|его|её|ее|ему|ей|него|неё|нее|ним|ней|нему|ол|оны|оған|оның|онымен|одан|ول|ونى|"
    r"وعان|ونىڭ|ئۇ|ئۇنى|ئۇنىڭ|ئۇنىڭغا|uni|uning)\b(?!\s+(?:кезде|жақта|жерде|күні|كەزدە|جاقتا|چاغدا))|"
    r"[他她](?!们)",
    re.IGNORECASE,
)
#: The teller as the one to whom something was refused or said.
_TO_ME = re.compile(
    r"\b(?:мне|маған|менің|ماعان|مەنىڭ|ماڭا|مېنىڭ|manga|mening)\b|我的护照|不让我|对我"
)
_MINE = frozenset({Event.RESTRICTED, Event.ALLOWED_TO_LEAVE, Event.WARNED, Event.LETTER_SENT})
#: Kazakh and Uyghur verbs that end so are the teller's own doing.
_I_DID = re.compile(
    r"^\w*(?:\W+(?:болдым|шықтым|келдім|жаттым|отырдым|بولدىم|ۇم|شىقتىم|كەلدىم|تۇردۇم))?(?!\w)"
)
_I_ENDS = re.compile(r"(?:[дт][ыі]м|[دت]ى?م|دىم|تىم|دۇم|تۇم|دۈم|تۈم|[dt][iuü]m)$")
#: "We": nobody in particular.
_WE = re.compile(r"^\W*(?:Біз|Мы|We|Biz|بىز|ءبىز|我们)\b|^\W*我们", re.IGNORECASE)
_YOURS = ("ң", "ڭ")
_YOURS_BEFORE = re.compile(r"(?:\b(?:тво\w{1,3}|your|сенің|سەنىڭ|سېنىڭ)\s+|你的?)$", re.IGNORECASE)
_KAZAKH_KIN = re.compile(r"(?:[ңм]|[дтнс][ыі]ң?|[сн][ыі])$")
_PATRONYMIC = r"(?:ұлы|қызы|улы|кызы|uly|qyzy|kyzy|ۇلى|قىزى|ов|ев|ова|ева|овна|евна|ович|евич)"
_SEX_ENDS = (
    (
        Sex.FEMALE,
        re.compile(r"(?:қызы|кызы|гызы|qyzy|kyzy|قىزى|овна|евна|ична|[оеё]ва|ина)(?:\s|$)"),
    ),
    (Sex.MALE, re.compile(r"(?:ұлы|улы|уулу|uly|oghli|ۇلى|ович|евич|[оеё]в)(?:\s|$)")),
)
_PRONOUNS_OF = {
    Sex.FEMALE: re.compile(r"\b(?:она|е[её]|ей|she|her)\b|她", re.IGNORECASE),
    Sex.MALE: re.compile(r"\b(?:он|его|ему|he|him|his)\b|他", re.IGNORECASE),
}
#: "At his sister's": somebody whom the sentence only passes.
_PREPOSITION = re.compile(r"(?:^|\s)(?:у|к|ко|с|со|от|для|при|at|to|from|with)\s+$", re.IGNORECASE)
_PARTS = re.compile(r"[·•‧∙・\s\-]+")
#: Shorter parts of a name are not looked for in prose.
_SHORTEST_STEM = 4

#: Words that seldom mean one person: "his children", "people told the family".
_AT_LARGE = {Kin.RELATIVE, Kin.FRIEND, Kin.NEIGHBOUR, Kin.COLLEAGUE, Kin.CHILD}


@dataclass(frozen=True)
class Circle:
    """The people of one testimony, and what each is to the teller."""

    mentions: tuple[MentionDraft, ...]
    called: Mapping[str, frozenset[Kin]]
    yours: Mapping[str, frozenset[Kin]] = field(default_factory=dict)

    @classmethod
    def of(cls, mentions: Sequence[MentionDraft], kin: Sequence[KinDraft]) -> Circle:
        """`called`: the words by which the teller may call each person."""
        called: dict[str, frozenset[Kin]] = {}
        sexes = {mention.key: mention.sex or _sex_by_name(mention) for mention in mentions}
        told = {one.object: one.relation for one in kin if one.subject == "testifier"}
        for person, relation in told.items():
            called[person] = _of_sex(MIRROR.get(relation, ()), sexes.get(person))
        for one in kin:
            if one.subject != "testifier" and one.object in told:
                called[one.subject] = through(told[one.object], one.relation)
        return cls(tuple(mentions), called, _called_by_relatives(kin, sexes))

    def informed(self, text: str) -> Circle:
        """The circle when the text itself says who is who: "my father Bolat" of two parents."""
        called = dict(self.called)
        for at, kin in _kin_in(text):
            named = [
                mention.key
                for mention in self.mentions
                if kin in called.get(mention.key, ()) and _stands_next(mention, text, at)
            ]
            if len(named) == 1:
                others = {key: called[key] - {kin} for key in called if key != named[0]}
                called = {**others, named[0]: frozenset({kin})}
        return replace(self, called=called)

    @property
    def first(self) -> MentionDraft | None:
        """The person whom the testimony is about."""
        return next((one for one in self.mentions if one.key.startswith("person")), None)

    def subject(self, sentence: str, before: MentionDraft | None) -> MentionDraft | None:
        """Whom the sentence is about: the first one named or called in it, else the one of the
        sentence before; None where it is about somebody whom the header does not name."""
        found = sorted(self._spoken_of(sentence), key=lambda hit: hit[0])
        others = [who for _, who in found if who is None or who.key != "testifier"]
        return next((who for who in others if who), None) if others else before

    def whose(
        self,
        sentence: str,
        word: int,
        subject: MentionDraft | None,
        event: Event | None = None,
    ) -> MentionDraft | None:
        """Whose event the words that end at `word` tell: the person spoken of closest before,
        else after it, else the subject; "I" is the teller, who cannot be lost to himself. None
        where a relative is meant whom the header does not name."""
        found = list(self._spoken_of(sentence))
        contact = event in (Event.CONTACT_LOST, Event.CONTACT_RESTORED)
        if contact:
            found = [(at, who) for at, who in found if who is None or who.key != "testifier"]
        if not contact and self._is_mine(sentence, word, event):
            return self._by_key("testifier")
        found = sorted([*found, *self._pronouns(sentence, found, subject)], key=lambda hit: hit[0])
        before = [who for at, who in found if at <= word]
        if before:
            return before[-1]
        if found and not _PRONOUN.match(sentence):
            return found[0][1]
        return None if _WE.match(sentence) else self._of_pronoun(sentence, subject)

    def _pronouns(
        self,
        sentence: str,
        found: Sequence[tuple[int, MentionDraft | None]],
        subject: MentionDraft | None,
    ) -> Iterator[tuple[int, MentionDraft | None]]:
        """Where "he" and "her" stand, and whom they mean: the one named last, or the subject."""
        for pronoun in _ANY_PRONOUN.finditer(sentence):
            named = [hit for hit in found if hit[0] < pronoun.start() and hit[1]]
            last = max(named, key=lambda hit: hit[0])[1] if named else None
            if last and last.key == "testifier":
                last = None
            yield pronoun.start(), self._of_pronoun(pronoun.group(), last or subject)

    def _is_mine(self, sentence: str, word: int, event: Event | None) -> bool:
        """Whether the verb that ends at `word`, or who it is refused to, is the teller."""
        start = max(sentence.rfind(" ", 0, max(0, word - 1)) + 1, 0)
        own = _I_DID.match(sentence[start:])
        if own and _I_ENDS.search(own.group()):
            return True
        return event in _MINE and bool(_TO_ME.search(sentence[:word]))

    def _of_pronoun(self, sentence: str, subject: MentionDraft | None) -> MentionDraft | None:
        """The subject, unless the pronoun's sex is not theirs: then the person whom the
        testimony is about, if it can be theirs."""
        said = next((sex for sex, words in _PRONOUNS_OF.items() if words.search(sentence)), None)
        for who in (subject, self.first):
            if who and (said is None or who.sex in (None, said)):
                return who
        return None

    def _spoken_of(self, sentence: str) -> Iterator[tuple[int, MentionDraft | None]]:
        """(where, who): each person named or called; None for a relative who is not named."""
        named = list(self._named(sentence))
        yield from named
        taken = [at for at, _ in named]
        for at, kin in _kin_in(sentence):
            if any(_stands_next(mention, sentence, at) for mention in self.mentions):
                continue
            if _is_possessor(sentence, at):
                continue
            who = self._called(kin, self.yours if _is_yours(sentence, at) else self.called)
            if who is None and (
                kin in _AT_LARGE
                or _PREPOSITION.search(sentence[:at])
                or any(0 <= there - at <= 25 for there in taken)
            ):
                continue
            yield at, who
        if first := _FIRST_PERSON.search(sentence):
            yield first.start(), self._by_key("testifier")

    def _named(self, sentence: str) -> Iterator[tuple[int, MentionDraft]]:
        for mention in self.mentions:
            places = [at for name in mention.names for at in _places(name, sentence)]
            if places:
                yield min(places), mention

    def _called(self, kin: Kin, called: Mapping[str, frozenset[Kin]]) -> MentionDraft | None:
        hits = [key for key, words in called.items() if kin in words]
        return self._by_key(hits[0]) if len(hits) == 1 else None

    def _by_key(self, key: str) -> MentionDraft | None:
        return next((one for one in self.mentions if one.key == key), None)


def _of_sex(relations: Sequence[Kin], sex: Sex | None) -> frozenset[Kin]:
    """Those of the relations that fit somebody's sex."""
    other = {Sex.MALE: FEMALE, Sex.FEMALE: MALE, None: frozenset[Kin]()}[sex]
    return frozenset(relations) - other


def _sex_by_name(mention: MentionDraft) -> Sex | None:
    """The sex that a patronymic or surname tells, to know who is "mother" and who "father"."""
    for name in mention.names:
        for sex, ends in _SEX_ENDS:
            if ends.search(name):
                return sex
    return None


def _called_by_relatives(
    kin: Sequence[KinDraft], sexes: Mapping[str, Sex | None]
) -> dict[str, frozenset[Kin]]:
    """What the person is to the relatives of the header: "your father", in a letter to them."""
    called: dict[str, frozenset[Kin]] = {}
    for one in kin:
        if one.subject != "testifier":
            mirrored = _of_sex(MIRROR.get(one.relation, ()), sexes.get(one.object))
            called[one.object] = called.get(one.object, frozenset()) | mirrored
    return called


def _is_yours(sentence: str, at: int) -> bool:
    """Whether the word for a relative at `at` says "your"."""
    word = _WORD.match(sentence, at)
    stem = plain(word.group()) if word else ""
    known = any(
        stem.startswith(kin) and len(stem) - len(kin) <= 4
        for kin in kin_words()
        if kin.endswith(_YOURS)
    )
    return known or bool(_YOURS_BEFORE.search(sentence[:at]))


def _is_possessor(sentence: str, at: int) -> bool:
    """Whether the relative at `at` only says whose relative the word before is: "муж тёти"."""
    words = list(_WORD.finditer(sentence[:at]))
    own = _WORD.match(sentence, at)
    if not words or not own or sentence[words[-1].end() : at].strip():
        return False
    of = re.search(r"(?:[аяиы]|ери)$", plain(own.group()))
    head = plain(words[-1].group())
    return bool(of) and kin_of_word(head) is not None and not _KAZAKH_KIN.search(head)


def _stands_next(mention: MentionDraft, text: str, at: int) -> bool:
    """Whether a name of the mention follows the word at `at`, with a comma at most between."""
    word = _WORD.match(text, at)
    end = word.end() if word and script_of(word.group()) is not Script.HAN else at + 2
    return any(
        0 <= place <= 3 for name in mention.names for place in _places(name, text[end : end + 30])
    )


def _places(name: str, sentence: str) -> Iterator[int]:
    """Where parts of a name stand in the sentence, with the endings that languages add."""
    han = script_of(name) is Script.HAN
    for part in _PARTS.split(name):
        if len(part) < (2 if han else _SHORTEST_STEM - 1):
            continue
        if han:
            if (at := sentence.find(part)) >= 0:
                yield at
            continue
        stem = part if len(part) <= _SHORTEST_STEM else part[:-1]
        pattern = rf"(?<!\w){re.escape(stem)}(?!\w{{0,2}}{_PATRONYMIC}(?!\w))\w{{0,7}}(?!\w)"
        if match := re.search(pattern, sentence, re.IGNORECASE):
            yield match.start()


def _kin_in(sentence: str) -> Iterator[tuple[int, Kin]]:
    """The words for relatives in a sentence, with case endings."""
    if script_of(sentence) is Script.HAN:
        yield from _han_kin(sentence)
        return
    for match in _WORD.finditer(sentence):
        if kin := kin_of_word(plain(match.group())):
            yield match.start(), kin


def _han_kin(sentence: str) -> Iterator[tuple[int, Kin]]:
    words = [word for word in kin_words() if len(word) > 1 and script_of(word) is Script.HAN]
    for word in words:
        if (at := sentence.find(word)) >= 0:
            yield at, kin_words()[word]
