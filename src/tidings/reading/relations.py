"""Who is meant in a sentence: by name, by a word for a relative, by "I", else the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
_PRONOUNS_OF = {
    Sex.FEMALE: re.compile(r"\b(?:она|е[её]|ей|she|her)\b|她", re.IGNORECASE),
    Sex.MALE: re.compile(r"\b(?:он|его|ему|he|him|his)\b|他", re.IGNORECASE),
}
#: "At his sister's": somebody whom the sentence only passes.
_PREPOSITION = re.compile(r"(?:^|\s)(?:у|к|ко|с|со|от|для|при|at|to|from|with)\s+$", re.IGNORECASE)
_PARTS = re.compile(r"[·•‧∙・\s\-]+")
#: Shorter parts of a name are not looked for in prose.
_SHORTEST_STEM = 4

#: What the other is to me, when I am this to them.
_MIRROR: dict[Kin, tuple[Kin, ...]] = {
    Kin.FATHER: (Kin.SON, Kin.DAUGHTER, Kin.CHILD),
    Kin.MOTHER: (Kin.SON, Kin.DAUGHTER, Kin.CHILD),
    Kin.PARENT: (Kin.SON, Kin.DAUGHTER, Kin.CHILD),
    Kin.SON: (Kin.FATHER, Kin.MOTHER, Kin.PARENT),
    Kin.DAUGHTER: (Kin.FATHER, Kin.MOTHER, Kin.PARENT),
    Kin.CHILD: (Kin.FATHER, Kin.MOTHER, Kin.PARENT),
    Kin.HUSBAND: (Kin.WIFE, Kin.SPOUSE),
    Kin.WIFE: (Kin.HUSBAND, Kin.SPOUSE),
    Kin.SPOUSE: (Kin.HUSBAND, Kin.WIFE, Kin.SPOUSE),
    Kin.BROTHER: (Kin.BROTHER, Kin.SISTER, Kin.SIBLING),
    Kin.SISTER: (Kin.BROTHER, Kin.SISTER, Kin.SIBLING),
    Kin.SIBLING: (Kin.BROTHER, Kin.SISTER, Kin.SIBLING),
    Kin.NEPHEW: (Kin.UNCLE, Kin.AUNT),
    Kin.NIECE: (Kin.UNCLE, Kin.AUNT),
    Kin.UNCLE: (Kin.NEPHEW, Kin.NIECE),
    Kin.AUNT: (Kin.NEPHEW, Kin.NIECE),
    Kin.GRANDPARENT: (Kin.GRANDCHILD,),
    Kin.GRANDCHILD: (Kin.GRANDPARENT,),
    Kin.COUSIN: (Kin.COUSIN,),
    Kin.FRIEND: (Kin.FRIEND,),
    Kin.NEIGHBOUR: (Kin.NEIGHBOUR,),
    Kin.COLLEAGUE: (Kin.COLLEAGUE,),
}
#: Words that seldom mean one person: "his children", "people told the family".
_AT_LARGE = {Kin.RELATIVE, Kin.FRIEND, Kin.NEIGHBOUR, Kin.COLLEAGUE, Kin.CHILD}
_MALE = {Kin.FATHER, Kin.SON, Kin.HUSBAND, Kin.BROTHER, Kin.UNCLE, Kin.NEPHEW}
_FEMALE = {Kin.MOTHER, Kin.DAUGHTER, Kin.WIFE, Kin.SISTER, Kin.AUNT, Kin.NIECE}


@dataclass(frozen=True)
class Circle:
    """The people of one testimony, and what each is to the teller."""

    mentions: tuple[MentionDraft, ...]
    called: Mapping[str, frozenset[Kin]]

    @classmethod
    def of(cls, mentions: Sequence[MentionDraft], kin: Sequence[KinDraft]) -> Circle:
        """`called`: the words by which the teller may call each person."""
        called: dict[str, frozenset[Kin]] = {}
        sexes = {mention.key: mention.sex for mention in mentions}
        told = {one.object: one.relation for one in kin if one.subject == "testifier"}
        for person, relation in told.items():
            called[person] = _of_sex(_MIRROR.get(relation, ()), sexes.get(person))
        for one in kin:
            if one.subject != "testifier" and one.object in told:
                called[one.subject] = frozenset(_through(told[one.object], one.relation))
        return cls(tuple(mentions), called)

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
        """Whose event the word at `word` is: the person spoken of closest before it, else after
        it, else the subject; "I" is the teller, who cannot be lost to himself. None where a
        relative is meant whom the header does not name."""
        found = sorted(self._spoken_of(sentence), key=lambda hit: hit[0])
        if event in (Event.CONTACT_LOST, Event.CONTACT_RESTORED):
            found = [(at, who) for at, who in found if who is None or who.key != "testifier"]
        before = [who for at, who in found if at <= word]
        if before:
            return before[-1]
        if found and not _PRONOUN.match(sentence):
            return found[0][1]
        return self._of_pronoun(sentence, subject)

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
            who = self._called(kin)
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

    def _called(self, kin: Kin) -> MentionDraft | None:
        hits = [key for key, words in self.called.items() if kin in words]
        return self._by_key(hits[0]) if len(hits) == 1 else None

    def _by_key(self, key: str) -> MentionDraft | None:
        return next((one for one in self.mentions if one.key == key), None)


def _of_sex(relations: Sequence[Kin], sex: Sex | None) -> frozenset[Kin]:
    """Those of the relations that fit somebody's sex."""
    other = {Sex.MALE: _FEMALE, Sex.FEMALE: _MALE, None: set()}[sex]
    return frozenset(relations) - other


def _through(teller: Kin, relation: Kin) -> set[Kin]:
    """What a relative of the person is to the teller, where it follows: the son of my father is
    my brother, the wife of my brother none of the close words."""
    child, sibling, spouse = (
        {Kin.SON, Kin.DAUGHTER, Kin.CHILD},
        {Kin.BROTHER, Kin.SISTER, Kin.SIBLING},
        {Kin.HUSBAND, Kin.WIFE, Kin.SPOUSE},
    )
    if teller in child and relation in child:
        return {Kin.BROTHER if relation is Kin.SON else Kin.SISTER, Kin.SIBLING}
    if teller in child and relation in spouse:
        return {Kin.MOTHER if relation is Kin.WIFE else Kin.FATHER}
    if teller in sibling and relation in {*sibling, Kin.FATHER, Kin.MOTHER, Kin.PARENT}:
        return {relation}
    if teller in spouse and relation in child:
        return {relation, Kin.CHILD}
    return set()


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
        pattern = rf"(?<!\w){re.escape(stem)}\w{{0,7}}(?!\w)"
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
