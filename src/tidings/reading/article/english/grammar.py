"""Who does what to whom: the subject and the objects of each verb group, found by position."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.reading.article.english import people, speech_words, words
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.row import Row
from tidings.reading.article.english.tokens import Token

#: Verbs whose object is the subject of the infinitive after them.
OBJECT_CONTROL = frozenset(
    """
order tell allow force warn ask let make permit advise urge forbid instruct compel help invite
want expect cause require see hear watch agree
""".split()
)
_NOBODY = frozenset("no nobody none neither".split())
_OBJECTS = frozenset("him them me us herself himself themselves".split())


class Sentence(Row):
    """One sentence with the questions that rules ask of it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self._negate()

    def _negate(self) -> None:
        """ "nobody answered", "neither the court nor the ministry responded"."""
        for place in self.verbs:
            phrase = self.row[place]
            if phrase.shape != "finite":
                continue
            subject = self.subject(place)
            first = subject[0].own[0] if subject else None
            if first is not None and first.low in _NOBODY and first.tag != "#":
                phrase.negated = True

    def subject(self, place: int) -> list[Phrase]:
        """The noun phrases that are the subject of the verb group at `place`; [] if none."""
        phrase = self.row[place]
        if phrase.shape == "to":
            return self._controller(place)
        before = self.skip(place - 1, "X")
        if self.kind(before) == "W" and self.row[before].low != "whose":
            return self._antecedent(before)
        if phrase.shape in {"ing", "part"} or self.reduced(place):
            return self._participle_subject(place)
        if self.kind(before) == "VP" and self.row[before].lemma in OBJECT_CONTROL:
            return self.objects(before)
        if self.kind(before) == "C" or self.then(place):
            return self._shared(place, before)
        return self._noun_left_of(place)

    def _antecedent(self, link: int) -> list[Phrase]:
        """The noun that "who" stands for: the nearest, unless a comma and a preposition part
        them ("X, head of the group Y, who ...")."""
        at = self.skip(link - 1, "X,")
        titled = self.kind(at - 2) == "NP" and self.row[at - 2].head.low in people.ROLE
        far = self.kind(link - 1) == "," and self.kind(at - 1) == "I" and titled
        if self.kind(at) != "NP" or far:
            return self._noun_left_of(link)
        return self._list_ending(at)

    def _controller(self, place: int) -> list[Phrase]:
        governor = self.verb_before(place)
        if governor is None:
            return []
        verb = self.row[governor]
        if self.kind(place - 1) == "C" and verb.shape == "to":
            return self.subject(governor)
        if verb.lemma in OBJECT_CONTROL and not verb.passive:
            found = self.objects(governor)
            if found:
                return found
        return self.subject(governor)

    def _participle_subject(self, place: int) -> list[Phrase]:
        before = self.skip(place - 1, "X")
        kind = self.kind(before)
        if kind in {"NP", "DATE"}:
            return self._list_ending(before) if kind == "NP" else self._noun_left_of(before)
        if kind == ",":
            left = self.skip(before - 1, "X")
            governor = self.verb_before(place)
            if self.kind(left) == "NP" and governor is None:
                return self._noun_left_of(before)
            if self.kind(left) == "NP" and self.row[place].shape != "ing":
                return self._noun_left_of(before)
            return self.subject(governor) if governor is not None else []
        governor = self.verb_before(place)
        return self.subject(governor) if governor is not None else []

    def _shared(self, place: int, coordinator: int) -> list[Phrase]:
        """ "arrested X and took Y": the subject of the verb before; a relative clause between
        is passed over when the main verb has the same shape."""
        at: int | None = coordinator
        while at is not None:
            at = self.verb_before(at)
            if at is None:
                return []
            verb = self.row[at]
            speaks = self.speaks(place) and not self.speaks(at) and self._speech_before(at)
            if verb.shape == "finite" and not self.reduced(at) and not speaks:
                return self.subject(at)
        return []

    def _noun_left_of(self, place: int) -> list[Phrase]:
        """Walk left over prepositional phrases, appositions and relative clauses."""
        at = place - 1
        apposition: list[Phrase] = []
        while at >= 0:
            kind = self.kind(at)
            if kind == "NP":
                if self.kind(at - 1) == "I" and not self._clause_subject(at, place):
                    at -= 2
                    continue
                if self.low(at - 2) == "among" and self.low(at - 1) in {"them", "those"}:
                    at -= 3
                    continue
                lone = len(self.row[at].own) == 1 and self.row[at].pronoun in _OBJECTS
                if lone or self._inside_relative(at):
                    at -= 1
                    continue
                names = self._list_ending(at)
                first = self.row.index(names[0])
                if self._in_commas(first, at) and not apposition and len(names) == 1:
                    apposition = names
                    at = first - 2
                    continue
                if apposition:
                    return self._merged(names, apposition)
                return names
            loose = kind == "I" and (
                self.row[at].low in words.PARTICLE or self.kind(at + 1) in {"DATE", "X"}
            )
            if (
                kind in {",", "X", "DATE", "(", ")", "!"}
                or loose
                or (
                    kind == "VP"
                    and (
                        self.row[at].shape == "to"
                        or (self.row[at].shape == "ing" and at != place - 1)
                    )
                )
            ):
                at -= 1
            elif kind == "VP" and self.starts_relative(at):
                at = self.skip(at - 1, "X,") - 1
            elif kind == "VP" and self.reduced(at):
                at -= 1
            else:
                break
        return apposition

    def _clause_subject(self, at: int, place: int) -> bool:
        """After "before", "after", "since" a noun phrase may be the subject of a clause."""
        if self.low(at - 1) in {"than", "between"}:
            return True
        opens = self.low(at - 1) in {"before", "after", "since", "until", "as", "till"}
        opens = opens and self.row[at].own[0].low not in {"a", "an"}  # "as a witness"
        close = self.skip(place - 1, "X!") == at
        return (opens and close) or self.row[at].pronoun in {"he", "she", "they", "i", "we"}

    def _inside_relative(self, at: int) -> bool:
        """Is this the object of "who ...", which a later verb does not belong to?"""
        verb = at - 1
        if self.kind(verb) != "VP" or not self.starts_relative(verb):
            return False
        return self.row[verb].lemma not in speech_words.SPEECH

    def _in_commas(self, first: int, last: int) -> bool:
        if self.kind(first - 1) != "," or self.kind(first - 2) not in {"NP", "DATE", ")"}:
            return False
        at = last + 1
        while self.kind(at) in {"I", "NP", "DATE"} or (self.kind(at) == "VP" and self.reduced(at)):
            at += 1
        return self.kind(at) in {",", "W"}

    @staticmethod
    def _merged(names: list[Phrase], apposition: list[Phrase]) -> list[Phrase]:
        """Of "X, head of the group," keep the phrase with a name; both if both have none."""
        named = apposition[0].head.tag == "R" and names[-1].head.tag != "R"
        return apposition if named else names

    def _list_ending(self, place: int) -> list[Phrase]:
        """The noun phrases joined by commas and "and" that end at `place`."""
        found = [self.row[place]]
        if (
            self.kind(place - 1) == ","
            and self.kind(place - 2) == "NP"
            and (
                found[0].head.tag == "R"
                and self.row[place - 2].head.tag != "R"
                and self.kind(place - 3) == "C"
            )
        ):
            return [*self._list_ending(place - 2)[:-1], *found]
        at = place
        joined = self.kind(at - 1) == "C" and self.low(at - 1) in {"and", "or", "nor"}
        if not (joined and self._joins_nouns(at - 1, place)):
            return found
        at -= 2
        if self.kind(at) == ",":
            at -= 1
        while at >= 0 and self.kind(at) == "NP":
            at -= 2 * self._described(at)
            found.insert(0, self.row[at])
            if self._described(at - 2) and self.kind(at - 1) == ",":
                at -= 4
            elif (
                self.kind(at - 1) == ","
                and self.kind(at - 2) == "NP"
                and (self._alike(self.row[at - 2], self.row[at]))
            ):
                at -= 2
            else:
                break
        return found

    def _described(self, at: int) -> bool:
        """ "Ana Ruiz, a nurse, Omar Nasser and ...": the phrase here only says what she is."""
        sides = self.kind(at - 2), self.kind(at - 1), self.kind(at)
        if sides != ("NP", ",", "NP") or self.row[at].own[0].low not in {"a", "an"}:
            return False
        return self.row[at - 2].head.tag == "R" and self.row[at].head.low in people.ROLE

    @staticmethod
    def _alike(one: Phrase, other: Phrase) -> bool:
        return (one.head.tag == "R") == (other.head.tag == "R")

    def _joins_nouns(self, coordinator: int, place: int) -> bool:
        """Do both sides of this "and" belong to one noun phrase list that ends at `place`? After
        another verb's object the second noun begins a clause, unless that verb takes clauses."""
        left = coordinator - 1
        if self.kind(left) == ",":
            left -= 1
            if self.kind(left - 1) != "," or self.kind(left - 2) != "NP":
                return False
        if self.kind(left) != "NP":
            return False
        opener = self.skip(left - 1, "X")
        if self.kind(opener) == "VP":
            takes_clause = self.row[opener].lemma in speech_words.SPEECH
            return takes_clause or self.kind(place + 1) != "VP"
        return self.kind(opener) != "I" or not self._verb_between(opener)

    def _verb_between(self, place: int) -> bool:
        """Does a verb stand before this preposition in the same clause?"""
        return any(self.kind(p) == "VP" for p in range(max(0, place - 3), place))

    def objects(self, place: int) -> list[Phrase]:
        """The noun phrases right after the verb group, lists and appositions included."""
        at = place + 1
        while self.kind(at) in {"X", "!"} or (
            self.kind(at) == "I" and self.low(at) in words.PARTICLE and self.kind(at + 1) == "NP"
        ):
            at += 1
        if self.kind(at) != "NP":
            return self._relative_object(place)
        return self.list_from(at)

    def _relative_object(self, place: int) -> list[Phrase]:
        """ "four letters that the Committee sent": the noun before "that"."""
        if self.row[place].passive or self.kind(place - 1) != "NP":
            return []
        link = place - 2
        head = self.skip(link - 1, "X")
        if self.low(link) not in {"that", "which", "whom"} or self.kind(head) != "NP":
            return []
        return [] if self.row[head].head.low in speech_words.TALK else [self.row[head]]

    def list_from(self, at: int) -> list[Phrase]:
        """The noun phrases joined by commas and "and" that start at `at`."""
        found = [self.row[at]]
        while True:
            if (
                self.kind(at + 1) == "C" and self.low(at + 1) == "and" and self._object(at + 2)
            ) or (self.kind(at + 1) == "," and self._object(at + 2) and self._series(at + 2)):
                found.append(self.row[at + 2])
                at += 2
            elif (
                self.kind(at + 1) == ","
                and self.kind(at + 2) == "C"
                and self._object(at + 3)
                and (len(found) > 1)
            ):
                found.append(self.row[at + 3])
                at += 3
            else:
                return self._named_apposition(found, at)

    def _series(self, at: int) -> bool:
        """Is the noun phrase here one of a list (rather than an apposition)?"""
        while self.kind(at) == "NP" and self.kind(at + 1) == ",":
            at += 2
        return self.kind(at + 1) == "C" or self.kind(at) == "C"

    def _object(self, at: int) -> bool:
        """A noun phrase that no finite verb takes as its subject."""
        if self.kind(at) != "NP":
            return False
        after = at + 1
        while self.kind(after) in {"I", "NP", "DATE", "X"}:
            after += 1
        if self.kind(after) != "VP":
            return True
        return self.row[after].shape != "finite" or self.reduced(after)

    def _named_apposition(self, found: list[Phrase], at: int) -> list[Phrase]:
        """ "her colleague, Juma Ali," and "Juma Ali, a rider,": keep the name."""
        if len(found) == 1 and self.kind(at + 1) == "," and self.kind(at + 2) == "NP":
            other = self.row[at + 2]
            if other.head.tag == "R" and found[0].head.tag != "R" and self.kind(at + 3) in ",.":
                return [other]
        return found

    def after(self, place: int, prepositions: frozenset[str]) -> Phrase | None:
        """The noun phrase of the first of these prepositions in the verb's own stretch."""
        for at in range(place + 1, len(self.row) - 1):
            kind = self.kind(at)
            if kind in {"VP", "B", "W", ";", ".", "C"}:
                return None
            if kind == "I" and self.row[at].low in prepositions and self.kind(at + 1) == "NP":
                return self.row[at + 1]
        return None
