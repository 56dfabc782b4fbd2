"""Frames of speech: who says, confirms, denies, promises or keeps back which stretch of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tidings.reading.article.english import people, speech_words
from tidings.reading.article.english.cast import FIRST_PERSON, Actor, kept
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.resolve import Resolver
from tidings.values import Mode

_PAPER = frozenset("email e-mail letter statement message note reply communique communiqué bulletin "
                   "post caption report text release announcement response".split())  # fmt: skip
_RUMOUR = frozenset("report reports rumour rumours rumor rumors news".split())
_PASSIVE = frozenset("say tell inform believe think report estimate fear understand know allege "
                     "presume assume suspect claim confirm".split())  # fmt: skip
_FINITE = "finite"


@dataclass
class Frame:
    """Row places first..last (last excluded) are what the speakers say. `place` is the verb
    group (-1 for "according to"), `talk` the noun that was confirmed, denied or withdrawn."""

    place: int
    mode: Mode
    speakers: list[Actor]
    first: int
    last: int
    names: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    channel: str | None = None
    talk: str = ""
    lemma: str = ""
    trailing: bool = False
    quotes: bool = False

    def covers(self, place: int) -> bool:
        return self.first <= place < self.last and place != self.place

    @property
    def size(self) -> int:
        return self.last - self.first


@dataclass
class FrameFinder:
    """Reads the frames of one sentence, left to right. `last_speaker` answers for "the email"."""

    sentence: Sentence
    resolver: Resolver
    last_speaker: Actor | None = None

    def frames(self) -> list[Frame]:
        found: list[Frame] = []
        for place in self.sentence.verbs:
            frame = self._at(place, found)
            if frame is not None:
                self._who(frame)
                outermost = not self._inside(frame, found)
                if frame.mode is not Mode.DID_NOT_RESPOND and frame.speakers and outermost:
                    self.last_speaker = frame.speakers[0]
                found.append(frame)
        found += self._according_to() + self._silences()
        return [
            frame for frame in found if frame.lemma != "agree" or not self._inside(frame, found)
        ]

    @staticmethod
    def _inside(frame: Frame, found: list[Frame]) -> bool:
        return any(other.covers(frame.place) for other in found)

    def _at(self, place: int, found: list[Frame]) -> Frame | None:
        verb = self.sentence.row[place]
        silent = self._silence(place, verb)
        if silent is not None:
            return silent
        back = self._kept_back(place, verb)
        if back is not None:
            return back
        if self.sentence.low(place - 1) == "nor" and found and (
            found[-1].mode is Mode.DECLINES_TO_SAY
        ):  # fmt: skip
            found[-1].last = self._end(place + 1)
            return None
        mode = speech_words.SPEECH.get(verb.lemma)
        if verb.lemma == "agree" and self._next_is(place, "to"):
            mode = Mode.PROMISES
        if mode is None or mode is Mode.DECLINES_TO_SAY or (verb.shape == "to" and not (
            self._reports_on(place)
        )):  # fmt: skip
            return None
        if verb.passive:
            return self._passive(place, verb, mode)
        return self._spoken(place, verb, mode, found)

    def _reports_on(self, place: int) -> bool:
        """ "is expected to announce" says nothing yet; "went on to say that" does."""
        governor = self.sentence.verb_before(place)
        return governor is not None and self.sentence.row[governor].lemma in {
            "go",
            "appear",
            "seem",
        }

    def _passive(self, place: int, verb: Phrase, mode: Mode) -> Frame | None:
        """ "is believed to have been", "was told that": the speaker is whoever stands after "by"."""
        by = self.sentence.after(place, frozenset({"by"}))
        speakers = self.resolver.actors([by], "speaker") if by is not None else []
        if verb.lemma in {"tell", "inform"} and self._clause_after(place) is None:
            return None
        if self._clause_after(place) is None and not self._next_is(place, "to"):
            return None
        if verb.lemma not in _PASSIVE:
            return None
        return Frame(place, mode, speakers, place + 1, self._end(place + 1), lemma=verb.lemma)

    def _spoken(self, place: int, verb: Phrase, mode: Mode, found: list[Frame]) -> Frame | None:
        talk = self._talk(place, verb)
        clause = self._clause_after(place)
        if verb.negated:
            return None
        if verb.lemma in speech_words.TAKES_INFINITIVE | {"swear", "commit"} and self._next_is(
            place, "to"
        ):
            return Frame(place, mode, [], place + 1, self._end(place + 1), lemma=verb.lemma)
        if clause is not None:
            return Frame(place, mode, [], clause, self._end(clause), lemma=verb.lemma, talk=talk,
                         sources=self._reporters(place))  # fmt: skip
        if mode is not Mode.ASSERTS and self._next_is(place, "ing"):
            return Frame(place, mode, [], place + 1, self._end(place + 1), lemma=verb.lemma)
        behind = self._said_before(place, found)
        loose = verb.lemma in speech_words.NEEDS_CLAUSE and not self._quoted_before(place)
        if behind is not None and verb.shape == _FINITE and not loose and not talk:
            return Frame(
                place, mode, [], behind, self._end(place + 1), lemma=verb.lemma, trailing=True
            )
        if talk or (mode in {Mode.THREATENS, Mode.PROMISES} and self.sentence.objects(place)):
            return Frame(place, mode, [], place + 1, self._end(place + 1), lemma=verb.lemma, talk=talk,
                         sources=self._reporters(place))  # fmt: skip
        return self._event_noun(place, verb, mode)

    def _quoted_before(self, place: int) -> bool:
        return any(self.sentence.kind(at) == "Q" for at in range(max(0, place - 8), place))

    def _event_noun(self, place: int, verb: Phrase, mode: Mode) -> Frame | None:
        """ "confirmed the arrest of X", "announced the release of 12"."""
        plain = mode is Mode.ASSERTS and verb.lemma not in {"announce", "report", "claim"}
        if plain or mode is Mode.ESTIMATES or not self.sentence.objects(place):
            return None
        if verb.lemma in {"dismiss", "withdraw", "reject", "recognise", "recognize", "correct"}:
            return None
        return Frame(place, mode, [], place + 1, self._end(place + 1), lemma=verb.lemma)

    def _next_is(self, place: int, shape: str) -> bool:
        at = place + 1
        while self.sentence.kind(at) in {"X", "!"}:
            at += 1
        return self.sentence.kind(at) == "VP" and self.sentence.row[at].shape == shape

    def _talk(self, place: int, verb: Phrase) -> str:
        """The head of an object that is itself talk: "denied the claim", "withdrew its report"."""
        for phrase in self.sentence.objects(place)[:1]:
            if phrase.head.low in speech_words.TALK:
                return phrase.head.low
        return ""

    def _reporters(self, place: int) -> list[str]:
        """Whose words were confirmed or denied: "reports by Z", "Kazakh media reports"."""
        for phrase in self.sentence.objects(place)[:1]:
            if phrase.head.low not in speech_words.TALK - {"it", "that", "this"}:
                return []
            at = self.sentence.row.index(phrase) + 1
            if self.sentence.low(at) in {"by", "from"} and self.sentence.kind(at + 1) == "NP":
                by = self.resolver.actors([self.sentence.row[at + 1]], "speaker")
                return [name_of(actor) for actor in by] or [kept(self.sentence.row[at + 1].own)]
            if any(token.tag in "SG" for token in phrase.own):
                return self._owner_of(phrase)
            loose = phrase.head.low in _RUMOUR and phrase.own[0].low not in {"the", "this", "that"}
            return [kept(phrase.own)] if loose else []
        return []

    def _owner_of(self, phrase: Phrase) -> list[str]:
        if phrase.own[0].tag == "S":
            return []
        cut = next(i for i, token in enumerate(phrase.own) if token.tag == "G")
        return [kept(phrase.own[:cut])]

    def _clause_after(self, place: int) -> int | None:
        """Where what is said begins, if it follows the verb: "that ...", a clause, a quotation."""
        sentence, at = self.sentence, place + 1
        verb = sentence.row[place]
        at = self._past_addressee(at, verb)
        commas = 0
        while at < len(sentence.row):
            kind = sentence.kind(at)
            if kind == "Q":
                return at + 1 if at + 2 < len(sentence.row) and commas < 3 else None
            if kind in "BW" and sentence.low(at) not in {"as", "while", "although", "though", "because",
                    "so", "than", "when", "once"}:  # fmt: skip
                return at + 1 if sentence.kind(at + 1) != "." else None
            if kind == "NP":
                return self._bare_clause(at, verb)
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
        ):  # fmt: skip
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
        if sentence.low(at) == "and" and sentence.kind(at + 1) == "NP" and (
            sentence.kind(at + 2) != "VP"
        ):  # fmt: skip
            at += 2
        return at

    def _bare_clause(self, at: int, verb: Phrase) -> int | None:
        """A clause without "that": a noun phrase that is soon the subject of a finite verb."""
        sentence, ahead = self.sentence, at
        if verb.lemma in {"put", "tell", "withdraw", "correct"} and verb.lemma != "tell":
            return None
        for ahead in range(at, min(len(sentence.row), at + 14)):
            kind = sentence.kind(ahead)
            if kind == "VP":
                own = sentence.row[ahead]
                if own.shape == _FINITE and not sentence.reduced(ahead):
                    return at if not sentence.starts_relative(ahead) else self._bare_clause(
                        ahead + 1, verb) or (at if self._later_verb(ahead) else None)  # fmt: skip
                if own.shape not in {"part", "ing", _FINITE}:
                    return None
            elif kind in {"B", ".", "Q", ";"}:
                return None
        return None

    def _later_verb(self, place: int) -> bool:
        return any(p > place for p in self.sentence.verbs)

    def _end(self, first: int) -> int:
        """Where the stretch of speech that begins at `first` ends."""
        sentence = self.sentence
        at = first
        relative = self._main_verb_after(first)
        frame_verb = self._nearest_speech(first)
        while at < len(sentence.row):
            kind, low = sentence.kind(at), sentence.low(at)
            if at == relative:
                return at
            if kind == ";" and at > first + 1:
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

    def _adds(self, at: int) -> bool:
        """ ", saying that ...", ", adding ...": the speaker goes on."""
        phrase = self.sentence.row[at] if at < len(self.sentence.row) else None
        return phrase is not None and phrase.shape == "ing" and phrase.lemma in {"say", "add", "claim",
            "insist", "explain", "note", "warn", "state", "argue"}  # fmt: skip

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
            return self._speaks(at) and sentence.row[at].shape == _FINITE and (
                self._nearest_speech(coordinator) == frame_verb)  # fmt: skip
        if sentence.kind(at) != "NP":
            return False
        separated = sentence.kind(coordinator - 1) == "," or sentence.low(coordinator) == "but"
        verb = next((p for p in range(at, min(at + 8, len(sentence.row))) if sentence.kind(p) == "VP"),
                    None)  # fmt: skip
        return separated and verb is not None and self._speaks(verb)

    def _speaks(self, place: int) -> bool:
        verb = self.sentence.row[place]
        known = verb.lemma in speech_words.SPEECH and verb.lemma not in speech_words.NEEDS_CLAUSE
        withheld = verb.negated and verb.lemma in speech_words.KEPT_BACK | speech_words.SILENT
        details = (
            verb.lemma in {"give", "provide", "make"} and " no " in f" {self._object_low(place)} "
        )
        return (known and not verb.passive) or withheld or details

    def _object_low(self, place: int) -> str:
        return " ".join(phrase.low for phrase in self.sentence.objects(place)[:1])

    def _attribution_follows(self, comma: int) -> bool:
        """ ", the ministry said" up to the end or a further comma."""
        sentence, at = self.sentence, comma + 1
        if sentence.kind(at) == "Q":
            at += 1
        verb = next((p for p in range(at, min(at + 9, len(sentence.row))) if sentence.kind(p) == "VP"),
                    None)  # fmt: skip
        if verb is None or not self._speaks(verb) or sentence.kind(at) not in {"NP", "VP"}:
            return False
        return self._clause_after(verb) is None and sentence.row[verb].shape == _FINITE

    def _said_before(self, place: int, found: list[Frame]) -> int | None:
        """Where what was said begins, if it stands before: "..., X said", '"...," said X'."""
        sentence = self.sentence
        inverted = self._inverted(place)
        first = 0
        for frame in found:
            if frame.trailing and frame.place < place:
                first = max(first, frame.place + 1)
        for at in range(place - 1, first, -1):
            if sentence.kind(at) == ";":
                first = at + 1
                break
        last = place if inverted else self._attribution_start(place, first)
        said = any(sentence.kind(p) == "VP" for p in range(first, last)) or any(
            sentence.kind(p) == "Q" for p in range(first, last))  # fmt: skip
        if last <= first or not said:
            return None
        return first

    def _inverted(self, place: int) -> bool:
        """'"...," said X' and "..., said X": the speaker stands after the verb."""
        sentence = self.sentence
        if sentence.kind(place - 1) == "Q":
            return True
        if sentence.kind(place - 1) != "," or sentence.row[place].lemma in {"tell", "inform"}:
            return False
        if sentence.kind(place - 2) == "Q":
            return True
        closed = sentence.kind(place - 2) == "NP" and sentence.kind(place - 3) == ","
        return not closed and sentence.kind(place + 1) == "NP" and self._clause_after(place) is None

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

    def _who(self, frame: Frame) -> None:
        sentence = self.sentence
        if frame.speakers or frame.names or frame.place < 0:
            return
        verb = sentence.row[frame.place]
        subject = self._subject(frame)
        cast = self.resolver.cast
        if frame.mode is Mode.DID_NOT_RESPOND and subject and subject[0].pronoun and cast.addressee:
            frame.speakers = [cast.addressee]
            return
        frame.speakers = self.resolver.actors(subject, "speaker", self._spoken_of(frame, subject))
        if not frame.speakers and subject and not verb.passive:
            head = subject[0].head.low
            if head in _PAPER and self.last_speaker is not None:
                frame.speakers = [self.last_speaker]
                frame.channel = channel_in(f"in a {head}")
            else:
                frame.names = [_nameless(subject[0])]
        frame.channel = frame.channel or self._channel(frame, subject)
        if (
            subject
            and subject[0].pronoun
            and frame.speakers
            and frame.speakers[0] is self.last_speaker
        ):
            frame.channel = frame.channel or frame.speakers[0].channel
        for actor in frame.speakers:
            actor.channel = frame.channel
            actor.spoke = self.resolver.cast.tick()

    def _spoken_of(self, frame: Frame, subject: list[Phrase]) -> list[Actor]:
        """ "He said Dovlet had been moved": he is not Dovlet."""
        if not subject or not subject[0].pronoun:
            return []
        first = self.sentence.row[frame.first : frame.first + 2]
        return [a for p in first if p.kind == "NP" for a in self.resolver.known.get(p.first, [])]

    def _subject(self, frame: Frame) -> list[Phrase]:
        sentence = self.sentence
        if frame.trailing and self._inverted(frame.place):
            after = sentence.objects(frame.place)
            if after:
                return after[:1]
        return sentence.subject(frame.place)

    def _channel(self, frame: Frame, subject: list[Phrase]) -> str | None:
        """How it was said: words near the verb, outside what is said."""
        sentence = self.sentence
        near = range(max(0, frame.place - 8), min(len(sentence.row), frame.place + 9))
        inside = set(range(frame.first, frame.last)) - {frame.place}
        if frame.trailing:
            inside = set(range(frame.first, frame.place))
        words = " ".join(sentence.low(at) for at in near if at not in inside)
        return channel_in(words)

    def _kept_back(self, place: int, verb: Phrase) -> Frame | None:
        """ "declined to say", "did not disclose", "gave no details", "neither confirmed nor"."""
        sentence = self.sentence
        lemma = verb.lemma
        if lemma in {"decline", "refuse"} and self._next_is(place, "to") and not verb.passive:
            inner = next(p for p in sentence.verbs if p > place)
            if (
                not sentence.row[inner].passive
                and sentence.row[inner].lemma in speech_words.KEPT_BACK | speech_words.SILENT
            ):
                return self._declined(place, inner)
            return None
        objects = self._object_low(place)
        details = _ends_in(objects, speech_words.DETAILS)
        if verb.negated and lemma in speech_words.KEPT_BACK and not verb.passive:
            if lemma in {"give", "provide", "release", "publish", "make", "offer", "share", "tell"} and (
                not details and lemma != "tell"
            ):  # fmt: skip
                return None
            if lemma == "tell" or (verb.shape == "to" and not self._reports_on(place)):
                return None
            if self._first_person(place) and lemma in {"say", "tell", "explain"}:
                return None
            return self._declined(place, place)
        own_voice = self.resolver.cast.writer
        if (
            verb.negated
            and verb.passive
            and lemma in speech_words.WITHHELD
            and own_voice is not None
        ):
            return Frame(place, Mode.DECLINES_TO_SAY, [own_voice], place, place, lemma=lemma)
        none = f" {objects} ".startswith((" no ", " any ", " further "))
        if lemma in {"give", "provide", "offer", "make", "have", "release", "hold", "possess"} and details and (
            none and (verb.negated or " no " in f" {objects} ")
        ):  # fmt: skip
            return self._declined(place, place)
        return None

    def _declined(self, place: int, inner: int) -> Frame:
        last = self._end(inner + 1)
        return Frame(
            place, Mode.DECLINES_TO_SAY, [], inner + 1, last, lemma=self.sentence.row[inner].lemma
        )

    def _first_person(self, place: int) -> bool:
        subject = self.sentence.subject(place)
        return bool(subject) and subject[0].pronoun in FIRST_PERSON

    def _silence(self, place: int, verb: Phrase) -> Frame | None:
        sentence, lemma = self.sentence, verb.lemma
        answers = lemma in speech_words.SILENT and not verb.passive and self._to_questions(place)
        reached = lemma in speech_words.REACHED and verb.passive and verb.modal
        rest = " ".join(
            sentence.low(at) for at in range(place + 1, min(place + 7, len(sentence.row)))
        )
        available = lemma == "be" and "available" in rest and "comment" in rest
        silent = lemma in {"remain", "stay", "keep"} and rest.startswith("silent") and (
            verb.shape == _FINITE)  # fmt: skip
        if not ((verb.negated and (answers or reached or available)) or silent):
            return None
        if silent and not any(
            a.kind == "body" for a in self.resolver.actors(sentence.subject(place))
        ):
            return None
        mode = Mode.DID_NOT_RESPOND
        if lemma == "answer" and sentence.low(0).startswith("asked"):
            mode = Mode.DECLINES_TO_SAY
            return Frame(place, mode, [], 0, place, lemma=lemma)
        return Frame(place, mode, [], place, place, lemma=lemma)

    def _to_questions(self, place: int) -> bool:
        """Not "did not return home" nor "her phone did not answer"."""
        sentence = self.sentence
        objects = self._object_low(place)
        if sentence.row[place].lemma == "return":
            return bool(re.search(r"\b(calls?|messages?|emails?|requests?)\b", objects))
        subject = sentence.subject(place)
        if subject and re.search(r"\b(phone|number|mobile)\b", subject[0].low):
            return False
        actors = self.resolver.actors(subject, "speaker")
        return not any(
            actor.kind == "person" and actor.victim and not actor.spoke for actor in actors
        )

    def _according_to(self) -> list[Frame]:
        """ "according to X", "by X's count", "by his reckoning"."""
        sentence, found = self.sentence, []
        for at in range(len(sentence.row) - 1):
            phrase = sentence.row[at + 1]
            if sentence.kind(at + 1) != "NP":
                continue
            link = sentence.low(at)
            before = (
                sentence.tokens[sentence.row[at].first - 1].low if sentence.row[at].first else ""
            )
            if link == "to" and before in {"according", "speaking"}:
                found.append(self._attributed(at, Mode.ASSERTS, phrase))
            elif link in {"by", "in"} and phrase.head.low in {"count", "reckoning", "estimate",
                    "estimates", "calculation", "tally", "view", "estimation"}:  # fmt: skip
                loose = phrase.head.low not in {"count", "tally", "view"}
                found.append(
                    self._attributed(at, Mode.ESTIMATES if loose else Mode.ASSERTS, phrase)
                )
        return found

    def _own_stretch(self, at: int) -> tuple[int, int]:
        """The row places of the clause around `at`, up to "; " or ", while"."""
        row = self.sentence.row
        cuts = [p for p in range(len(row)) if row[p].kind == ";" or (
            row[p].low in {"while", "whereas", "although", "but"} and self.sentence.kind(p - 1) == ",")]  # fmt: skip
        first = max((p + 1 for p in cuts if p < at), default=0)
        return first, min((p for p in cuts if p > at), default=len(row))

    def _attributed(self, at: int, mode: Mode, phrase: Phrase) -> Frame:
        owner = self.resolver.owner_of(phrase) if phrase.head.low not in people.BODY else None
        actors = [owner] if owner is not None else self.resolver.actors([phrase], "speaker")
        names = [] if actors else [kept(phrase.own)]
        frame = Frame(-1, mode, actors, *self._own_stretch(at), names, trailing=True)
        for actor in actors:
            actor.spoke = self.resolver.cast.tick()
        return frame

    def _silences(self) -> list[Frame]:
        """ "There was no reply", "received no answer from X", "calls to X went unanswered"."""
        sentence = self.sentence
        text = " ".join(phrase.low for phrase in sentence.row)
        match = _NO_REPLY.search(text)
        if match is None:
            return []
        who = next((p for p in range(len(sentence.row)) if sentence.low(p) in {"from", "to"} and
                    sentence.kind(p + 1) == "NP" and self.resolver.actors([sentence.row[p + 1]])), None)  # fmt: skip
        actors = self.resolver.actors([sentence.row[who + 1]], "speaker") if who is not None else []
        if not actors and self.resolver.cast.addressee is not None:
            actors = [self.resolver.cast.addressee]
        if not actors:
            bodies = [a for a in self.resolver.cast.actors if a.kind == "body" and a.seen and (
                a is not self.resolver.cast.writer)]  # fmt: skip
            actors = sorted(bodies, key=lambda a: a.seen)[-1:]
        return [Frame(-1, Mode.DID_NOT_RESPOND, actors, 0, 0)] if actors else []


_NO_REPLY = re.compile(
    r"\b(?:there (?:was|has been|is) no|(?:received|got|had|have|have had|has had) no|"
    r"(?:not|never) (?:received|got|had) (?:a|any)|still no) (?:reply|answer|response)\b"
    r"|\bwent unanswered\b|\b(?:were|was) not (?:immediately )?(?:answered|returned)\b"
    r"|\bno one (?:has )?(?:answered|replied)\b"
)


def channel_in(words: str) -> str | None:
    """The channel that these words name, or None."""
    for pattern, channel in _CHANNELS:
        if pattern.search(words):
            return channel
    return None


_CHANNELS = tuple((re.compile(p, re.IGNORECASE), name) for p, name in speech_words.CHANNELS)


def _ends_in(low: str, nouns: frozenset[str]) -> bool:
    return any(word in nouns for word in low.split())


def _nameless(phrase: Phrase) -> str:
    """A speaker who was never named."""
    low = phrase.pronoun
    return {"she": "unnamed woman", "he": "unnamed man"}.get(low, kept(phrase.own))


def name_of(actor: Actor) -> str:
    return actor.name
