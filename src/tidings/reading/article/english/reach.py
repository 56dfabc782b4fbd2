"""How far speech reaches: where what is said begins and ends, before or after its verb."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.reading.article.english import speech_words
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase

_FINITE = "finite"


@dataclass(frozen=True)
class Reach:
    """Answers for one sentence; every `place`, `at` and result is an index into its row."""

    sentence: Sentence

    def next_is(self, place: int, shape: str) -> bool:
        at = place + 1
        while self.sentence.kind(at) in {"X", "!"}:
            at += 1
        return self.sentence.kind(at) == "VP" and self.sentence.row[at].shape == shape

    def clause_after(self, place: int) -> int | None:
        """Where what is said begins, if it follows the verb: "that ...", a clause, a quotation."""
        sentence, at = self.sentence, place + 1
        verb = sentence.row[place]
        at = self._past_addressee(at, verb)
        commas = 0
        while at < len(sentence.row):
            kind = sentence.kind(at)
            if kind == "Q":
                return at + 1 if at + 2 < len(sentence.row) and commas < 3 else None
            if kind in "BW" and sentence.low(at) not in {
                "as",
                "while",
                "although",
                "though",
                "because",
                "so",
                "than",
                "when",
                "once",
            }:
                return at + 1 if sentence.kind(at + 1) != "." else None
            if kind == "NP":
                return self._bare_clause(at, place)
            if kind == "I" and sentence.kind(at + 1) == "NP":
                if self._existential(at + 1):
                    return at
                at = self._past_list(at + 1)
            elif kind in {"DATE", "X", "I"}:
                at += 1
            elif kind == "," and sentence.kind(at + 1) in {"I", "Q", "DATE"} and commas < 2:
                if sentence.kind(at + 1) == "I" and self._unclosed(at + 1):
                    return None
                commas, at = commas + 1, at + 1
            elif (kind == "," and commas and sentence.kind(at + 1) in "BQ") or (
                kind == ";" and sentence.kind(at + 1) == "Q"
            ):
                at += 1
            else:
                return None
        return None

    def _unclosed(self, at: int) -> bool:
        """ ", in a sign that ..." has no second comma: it hangs on the sentence before it."""
        while self.sentence.kind(at) in {"I", "NP", "DATE"} and at < len(self.sentence.row):
            at += 1
        return self.sentence.kind(at) != ","

    def _existential(self, at: int) -> bool:
        return self.sentence.low(at) == "there"

    def _past_addressee(self, at: int, verb: Phrase) -> int:
        sentence = self.sentence
        while sentence.kind(at) == "X" and sentence.low(at) != "there":
            at += 1
        if sentence.kind(at) == "X" and sentence.low(at) == "there":
            return at
        if verb.lemma in {"tell", "inform", "assure", "warn", "promise", "show", "notify"} and (
            sentence.kind(at) == "NP"
        ):
            return self._past_list(at)
        objects = sentence.objects(at - 1) if at - 1 >= 0 and sentence.kind(at - 1) == "VP" else []
        if objects and objects[0].head.low in speech_words.TALK - {"it", "this", "that"}:
            return sentence.row.index(objects[-1]) + 1
        return at

    def _past_list(self, at: int) -> int:
        """Past a noun phrase, its "of ..." parts and a second one joined by "and"."""
        sentence = self.sentence
        at += 1
        while (
            sentence.kind(at) == "I" and sentence.low(at) == "of" and sentence.kind(at + 1) == "NP"
        ):
            at += 2
        if (
            sentence.low(at) == "and"
            and sentence.kind(at + 1) == "NP"
            and (sentence.kind(at + 2) != "VP")
        ):
            at += 2
        return at

    def _bare_clause(self, at: int, place: int) -> int | None:
        """A clause without "that": a noun phrase that is soon the subject of a finite verb.
        "Anyone who publishes the names will be prosecuted" holds none."""
        sentence = self.sentence
        if sentence.row[place].lemma in {"put", "withdraw", "correct"}:
            return None
        if sentence.row[at].head.low == "times":
            return None
        finite = 0
        for ahead in range(at, min(len(sentence.row), at + 16)):
            kind = sentence.kind(ahead)
            if kind == "VP":
                own = sentence.row[ahead]
                if own.shape == _FINITE and not sentence.reduced(ahead):
                    finite += not sentence.starts_relative(ahead)
                elif own.shape == "to" and not finite:
                    return None
            elif kind in {"B", ".", "Q", ";"}:
                break
        needed = 2 if sentence.starts_relative(place) else 1
        return at if finite >= needed else None

    def end(self, first: int) -> int:
        """Where the stretch of speech that begins at `first` ends."""
        sentence = self.sentence
        at = first
        relative = self._main_verb_after(first)
        frame_verb = self._nearest_speech(first)
        while at < len(sentence.row):
            kind, low = sentence.kind(at), sentence.low(at)
            if at == relative:
                return at
            if (
                kind == ";"
                and at > first + 1
                and sentence.tokens[sentence.row[at].first].text != ":"
            ):
                return at
            if kind == "C" and at > first and self._new_speech(at, frame_verb):
                return at - 1 if sentence.kind(at - 1) == "," else at
            if (
                kind == "B"
                and low in {"while", "although", "though"}
                and sentence.kind(at - 1) == ","
            ):
                return at - 1
            if kind == "," and (self._attribution_follows(at) or self._adds(at + 1)):
                return at
            at += 1
        return at

    def object_end(self, first: int) -> int:
        """Where the object of "promised an inquiry" ends: before "and warned ..." too."""
        last = self.end(first)
        for at in range(first, last):
            nextverb = (
                self.sentence.kind(at + 1) == "VP" and self.sentence.row[at + 1].shape == _FINITE
            )
            if self.sentence.kind(at) == "C" and nextverb:
                return at
        return last

    def _adds(self, at: int) -> bool:
        """ ", saying that ...", ", adding ...": the speaker goes on."""
        phrase = self.sentence.row[at] if at < len(self.sentence.row) else None
        return (
            phrase is not None
            and phrase.shape == "ing"
            and phrase.lemma
            in {"say", "add", "claim", "insist", "explain", "note", "warn", "state", "argue"}
        )

    def _main_verb_after(self, first: int) -> int:
        """Speech inside "men who said they were ... took him" ends before the main verb."""
        sentence = self.sentence
        verb = sentence.verb_before(first)
        if verb is None or not sentence.starts_relative(verb):
            return -1
        seen = 0
        for at in range(first, len(sentence.row)):
            kind = sentence.kind(at)
            if kind in {"B", "W", "C", ";", "Q"} and seen:
                return -1
            if kind == "VP" and sentence.row[at].shape == _FINITE:
                seen += 1
                if seen == 2 and sentence.kind(at - 1) in {"NP", "DATE", ","}:
                    return at
        return -1

    def _nearest_speech(self, place: int) -> int | None:
        return next(
            (p for p in reversed(self.sentence.verbs) if p < place and self._speaks(p)), None
        )

    def _new_speech(self, coordinator: int, frame_verb: int | None) -> bool:
        """ "..., but it did not say", "and said": a new statement of the main clause."""
        sentence, at = self.sentence, coordinator + 1
        if sentence.kind(at) == "VP":
            return (
                self._speaks(at)
                and sentence.row[at].shape == _FINITE
                and (self._nearest_speech(coordinator) == frame_verb)
            )
        if sentence.kind(at) != "NP":
            return False
        separated = sentence.kind(coordinator - 1) == "," or sentence.low(coordinator) == "but"
        verb = next(
            (p for p in range(at, min(at + 8, len(sentence.row))) if sentence.kind(p) == "VP"), None
        )
        return separated and verb is not None and self._speaks(verb)

    def _speaks(self, place: int) -> bool:
        verb = self.sentence.row[place]
        known = verb.lemma in speech_words.SPEECH and verb.lemma not in speech_words.NEEDS_CLAUSE
        withheld = verb.negated and verb.lemma in speech_words.KEPT_BACK | speech_words.SILENT
        details = (
            verb.lemma in {"give", "provide", "make"} and " no " in f" {self.object_low(place)} "
        )
        return (known and not verb.passive) or withheld or details

    def object_low(self, place: int) -> str:
        return " ".join(phrase.low for phrase in self.sentence.objects(place)[:1])

    def _attribution_follows(self, comma: int) -> bool:
        """ ", the ministry said" up to the end or a further comma."""
        sentence, at = self.sentence, comma + 1
        if sentence.kind(at) == "Q":
            at += 1
        verb = next(
            (p for p in range(at, min(at + 9, len(sentence.row))) if sentence.kind(p) == "VP"), None
        )
        if verb is None or not self._speaks(verb) or sentence.kind(at) not in {"NP", "VP"}:
            return False
        return self.clause_after(verb) is None and sentence.row[verb].shape == _FINITE

    def said_before(self, place: int, floor: int) -> int | None:
        """Where what was said begins, if it stands before: "..., X said", '"...," said X'."""
        sentence = self.sentence
        inverted = self.inverted(place)
        first = floor
        for at in range(place - 1, first, -1):
            if sentence.kind(at) == ";":
                first = at + 1
                break
        last = place if inverted else self._attribution_start(place, first)
        said = any(sentence.kind(p) == "VP" for p in range(first, last)) or any(
            sentence.kind(p) == "Q" for p in range(first, last)
        )
        if last <= first or not said:
            return None
        return first

    def inverted(self, place: int) -> bool:
        """'"...," said X' and "..., said X": the speaker stands after the verb."""
        sentence = self.sentence
        if sentence.kind(place - 1) == "Q":
            return True
        if sentence.kind(place - 1) != "," or sentence.row[place].lemma in {"tell", "inform"}:
            return False
        if sentence.kind(place - 2) == "Q":
            return True
        closed = sentence.kind(place - 2) == "NP" and sentence.kind(place - 3) == ","
        return not closed and sentence.kind(place + 1) == "NP" and self.clause_after(place) is None

    def _attribution_start(self, place: int, first: int) -> int:
        """The comma or quotation mark before the subject of a trailing "X said"."""
        sentence = self.sentence
        subject = sentence.subject(place)
        begin = sentence.row.index(subject[0]) if subject else place
        for at in range(begin, first, -1):
            if sentence.kind(at) == "Q" or (sentence.kind(at) == "," and at < begin + 1):
                return at
            if sentence.kind(at) in {"VP", "B", "C"}:
                return first
        return first
