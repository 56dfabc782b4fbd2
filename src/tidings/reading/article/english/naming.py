"""From a noun phrase to the actor it names or describes: person, role, group or body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.reading.article.english import people
from tidings.reading.article.english.cast import Actor, Cast, is_plural, kept, name_run, singular
from tidings.reading.article.english.grammar import Sentence
from tidings.reading.article.english.phrases import Phrase
from tidings.reading.article.english.pronouns import Pronouns
from tidings.reading.article.english.tokens import Token

_STAFF = frozenset("staff assembly secretariat directorate council office".split())
_PLACE_BEFORE = frozenset("in at near from to across outside inside around into".split())


@dataclass
class Namer:
    """Names the noun phrases of one sentence; whoever is new joins the cast."""

    cast: Cast
    sentence: Sentence
    pronouns: Pronouns

    def describe(self, phrase: Phrase, place: int) -> list[Actor]:
        """The actors of the noun phrase at `place`; [] for a thing, a time, a mere place."""
        own = list(phrase.own)
        run = name_run(own)
        if run < len(own):
            return self._named(phrase, place, own, run)
        return self._common(phrase, place, own)

    def _named(self, phrase: Phrase, place: int, own: list[Token], run: int) -> list[Actor]:
        title = max((i for i in range(run, len(own)) if _is_title(own[i])), default=-1)
        before = own[:run]
        if 0 <= title < len(own) - 1 and own[title + 1].low not in _STAFF:
            before, own_name = own[: title + 1], own[title + 1 :]
        else:
            own_name = own[run:]
        consulate = len(own) > 1 and own[-2].low == "consulate"  # "Consulate General"
        if title == len(own) - 1 and not consulate and own[-1].low in people.ROLE:
            return self._common(phrase, place, own)
        if self._is_body(place, before, own_name):
            return [self._body(phrase, place)]
        if _demonym(own_name, before):
            return [self._group(phrase, place, own, singular(own[-1].low), False)]
        if len(own_name) == 1 and own_name[0].text in people.DEMONYMS:
            return []
        name = kept(own_name)
        if all(token.text in people.PLACES for token in own_name):
            return self._place(place, name)
        actor = self._person(name, place, own_name)
        if actor is None:
            return []
        self._add_roles(actor, before)
        return [self._meet(actor, phrase)]

    def _is_body(self, place: int, before: Sequence[Token], name: Sequence[Token]) -> bool:
        last = next((t for t in reversed(before) if t.tag in "NR"), None)
        if any(t.low in people.BODY and t.low not in people.ROLE for t in name):
            return len(name) > 1 or bool(before) or name[0].low not in {"list", "times", "post"}
        if last is not None and last.low in people.ROLE:
            return False
        if last is not None and (last.low in people.BODY or last.low in people.OUTLET):
            return True
        if (known := self.cast.named(kept(name))) is not None:
            return known.kind == "body"
        acronym = len(name) == 1 and name[0].text.isupper() and 1 < len(name[0].text) < 8
        article = any(t.low == "the" for t in before) and last is None
        return acronym or (article and not _before_place(self.sentence, place))

    def _body(self, phrase: Phrase, place: int) -> Actor:
        name = kept(self.extent(place))
        descriptors = {t.low for t in phrase.own if t.tag in "NR"}
        run = name_run(list(phrase.own))
        if run and phrase.own[run - 1].low in people.BODY | people.OUTLET and run < phrase.last:
            name = kept(phrase.own[run:])
        old = self.cast.named(name) or self._longer_body(descriptors) or self._short(phrase)
        if old is not None and old.kind == "body":
            old.roles |= descriptors
            return self._meet(old, phrase)
        return self._meet(Actor("body", name, descriptors), phrase)

    def _short(self, phrase: Phrase) -> Actor | None:
        """ "The Ministry" in a bulletin of the Ministry of Resettlement."""
        own = [token for token in phrase.own if token.tag != "D"]
        short = phrase.own[0].low == "the" and len(own) == 1
        return self.cast.body_called(own[0].low) if short else None

    def _longer_body(self, wanted: set[str]) -> Actor | None:
        """ "the Foreign Ministry" after "the Kazakh Foreign Ministry"."""
        for actor in reversed(self.cast.actors):
            if actor.kind == "body" and len(wanted) > 1 and wanted <= actor.words():
                return actor
        return None

    def _place(self, place: int, name: str) -> list[Actor]:
        """A country that acts is its government; elsewhere it is only a place."""
        if _before_place(self.sentence, place):
            return []
        old = self.cast.named(name)
        actor = old or Actor("body", name, {"government", "country"})
        return [self.cast.met(actor)] if old else [actor]

    def _person(self, name: str, place: int, tokens: Sequence[Token]) -> Actor | None:
        old = self.cast.named(name)
        if old is not None and (old.kind == "person" or old.kind == "body"):
            return old
        titled = any(token.low in people.ROLE for token in self.sentence.row[place].own)
        if len(tokens) == 1 and not titled and _before_place(self.sentence, place):
            return None
        fuller = self.cast.grows(name)
        if fuller is not None:
            self.cast.renamed[fuller.name] = name
            fuller.name = name
            return fuller
        return Actor("person", name)

    def _add_roles(self, actor: Actor, before: Sequence[Token]) -> None:
        for token in before:
            low = singular(token.low)
            if low in people.ROLE:
                actor.roles.add(low)
                actor.sex = actor.sex or people.KIN_SEX.get(low, "")
            if token.low in people.TITLE_SEX:
                actor.sex = people.TITLE_SEX[token.low]
        owner = self.owner(before)
        if owner is not None and actor.owner is None and owner is not actor:
            actor.owner = owner

    def owner(self, before: Sequence[Token]) -> Actor | None:
        """Whose: "his wife", "our uncle", "Kombo's mother", "a shopkeeper's daughter"."""
        for index, token in enumerate(before):
            if token.tag == "S":
                found = self.pronouns.means(token.low, "owner")
                return found[0] if found else None
            if token.tag == "G" and index:
                return self._possessor(before[:index])
        return None

    def _possessor(self, tokens: Sequence[Token]) -> Actor | None:
        own = list(tokens)
        run = name_run(own)
        if run < len(own):
            old = self.cast.named(kept(own[run:]))
            if old is not None or len(own) - run < 2:
                return old
            return self.cast.met(Actor("person", kept(own[run:])))
        head = singular(own[-1].low)
        if head in people.ROLE:
            known = None if own[0].low in {"a", "an"} else self.cast.by_role(head)
            return known or self.cast.met(
                Actor("role", kept(own), {head}, sex=people.KIN_SEX.get(head, ""))
            )
        return self.cast.body_called(own[-1].low)

    def _common(self, phrase: Phrase, place: int, own: list[Token]) -> list[Actor]:
        if own[0].low in {"no", "neither"} and own[0].tag == "D":
            return []
        head = own[-1].low
        one = singular(head)
        both = self.pronouns.several([token.low for token in own])
        if both:
            return [self._meet(actor, phrase) for actor in both]
        definite = own[0].low in {"the", "this", "that", "these", "those"}
        if own[-1].tag == "#":
            return self._bare_number(phrase)
        if head in people.BODY and head not in people.ROLE:
            return [self._common_body(phrase, place, own, definite)]
        if head in people.NOT_PEOPLE:
            self.owner(own)  # whoever owns a thing is met
            return []
        if head in {"others", "rest"} or (head == "those" and len(own) < 3):
            return self._others(phrase, place)
        if head in people.QUANTITIES and len(own) == 1:
            return [self.pronouns.some_of_them() or self._group(phrase, place, own, one, definite)]
        if is_plural(head):
            return [self._group(phrase, place, own, one, definite)] if _human(head) else []
        if one in people.ROLE:
            return [self._role(phrase, place, own, one, definite)]
        return []

    def _others(self, phrase: Phrase, place: int) -> list[Actor]:
        """ "those who support them" by their own words; "others" like the group before."""
        if self.sentence.kind(place + 1) == "W":
            return [Actor("group", with_relative(self.sentence, place), {"other"})]
        return self._bare_number(phrase)

    def _bare_number(self, phrase: Phrase) -> list[Actor]:
        group = max(
            (a for a in self.cast.actors if a.kind == "group"), key=lambda a: a.seen, default=None
        )
        return [group] if group is not None else []

    def _common_body(self, phrase: Phrase, place: int, own: list[Token], definite: bool) -> Actor:
        described = [t.low for t in own[:-1] if t.tag in "NR"]
        if definite and len(own) <= 3 and self.sentence.low(place + 1) not in {"of", "for"}:
            old = self.cast.body_called(own[-1].low, described)
            if old is not None:
                return self._meet(old, phrase)
        owner = self.owner(own)
        name = kept(self.extent(place))
        if owner is not None and own[0].tag == "S" and not owner.plural:
            name = f"{_whose(owner, self.cast)}{kept(own[1:])}"
        old = self.cast.named(name)
        return self._meet(
            old or self._fuller(own) or Actor("body", name, {own[-1].low, *described}), phrase
        )

    def _fuller(self, own: Sequence[Token]) -> Actor | None:
        """ "the Foreign Ministry press office" after "the Kazakh Foreign Ministry": that
        ministry's press office."""
        names = [t for t in own if t.tag == "R"]
        rest = [t for t in own[1:] if t.tag == "N"]
        if len(names) < 2 or not rest:
            return None
        for actor in reversed(self.cast.actors):
            if actor.kind == "body" and {t.low for t in names} < actor.words():
                return Actor("body", f"{actor.name} {kept(rest)}", {t.low for t in (*names, *rest)})
        return None

    def _group(
        self, phrase: Phrase, place: int, own: list[Token], one: str, definite: bool
    ) -> Actor:
        if definite or (own[0].tag == "S"):
            old = self.cast.group_called(one)
            if old is not None and len(own) <= 3:
                return self._meet(old, phrase)
        name = kept(_without_count(self.extent(place)))
        return self._meet(Actor("group", name, {one}, self.owner(own)), phrase)

    def _role(
        self, phrase: Phrase, place: int, own: list[Token], one: str, definite: bool
    ) -> Actor:
        owner = self.owner(own)
        other = self._other_way(owner, one)
        if other is not None:
            return self._meet(other, phrase)
        possessed = any(t.tag in "SG" for t in own)
        old = self.cast.by_role(one, owner) if possessed and owner is not None else None
        if old is None and definite:
            old = self.cast.by_role(one)
        if old is not None:
            return self._meet(old, phrase)
        actor = Actor(
            "role",
            "",
            {one, *(t.low for t in own if t.low in people.ROLE)},
            owner,
            people.KIN_SEX.get(one, ""),
        )
        actor.name = self._role_name(actor, own, place)
        return self._meet(actor, phrase)

    @staticmethod
    def _other_way(owner: Actor | None, role: str) -> Actor | None:
        """ "my mother", said by a woman who was called somebody's daughter: that somebody."""
        found = owner.owner if owner is not None else None
        if owner is None or found is None or found.kind != "person":
            return None
        sex = people.KIN_SEX.get(role, found.sex)
        if not owner.roles & people.INVERSE.get(role, frozenset()) or found.sex not in {"", sex}:
            return None
        found.sex = sex
        return found

    def _role_name(self, actor: Actor, own: list[Token], place: int) -> str:
        if actor.owner is not None:
            cut = next((i for i, t in enumerate(own) if t.tag in "SG"), -1)
            return f"{_whose(actor.owner, self.cast)}{kept(own[cut + 1 :])}"
        if own[0].tag == "S" or own[0].low in {"one", "another"}:
            own = own[1:] or own
        tail = self.extent(place)[len(list(self.sentence.row[place].own)) :]
        return kept([*own, *tail])

    def _meet(self, actor: Actor, phrase: Phrase) -> Actor:
        if actor.place == (0, 0):
            actor.place = (phrase.start, phrase.end)
        return self.cast.met(actor)

    def extent(self, place: int) -> list[Token]:
        """The phrase with the "of ..." and, before a name, "for ..." that belongs to it."""
        row, at = self.sentence.row, place
        tokens = list(row[place].own)
        while self.sentence.kind(at + 1) == "I" and self.sentence.kind(at + 2) == "NP":
            link, following = row[at + 1], row[at + 2]
            named = following.head.tag == "R"
            if not (
                link.low == "of"
                or (
                    link.low in {"for", "in", "on"}
                    and named
                    and tokens
                    and singular(tokens[-1].low) in people.ROLE | people.BODY
                )
            ):
                break
            tokens += [*link.own, *following.own]
            at += 2
            if (
                self.sentence.low(at + 1) in {"and", "&"}
                and named
                and (
                    self.sentence.kind(at + 2) == "NP"
                    and row[at + 2].head.tag == "R"
                    and any(t.low in people.BODY for t in tokens)
                    and len(row[at + 2].own) == 1
                )
            ):
                tokens += [*row[at + 1].own, *row[at + 2].own]
                at += 2
        return tokens


def _whose(owner: Actor, cast: Cast) -> str:
    """ "Kombo's " before a noun; the writer's own people go by the bare noun."""
    mark = "'" if owner.plural and owner.name.endswith("s") else "'s"
    return "" if owner is cast.writer or not owner.name else f"{owner.name}{mark} "


def _human(noun: str) -> bool:
    """Does this plural noun name people?"""
    if noun in people.NOT_PEOPLE:
        return False
    return (
        noun in people.PEOPLE
        or singular(noun) in people.ROLE
        or noun.endswith(people.PEOPLE_ENDING)
    )


def _demonym(name: Sequence[Token], before: Sequence[Token]) -> bool:
    """ "2,000 ethnic Kazakhs", "Nearly 200 Pentecostals": a people, not a name."""
    last = name[-1].low
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    described = any(t.tag == "#" or (t.tag == "N" and t.low not in people.ROLE) for t in before)
    ethnic = any(t.low in {"ethnic", "young", "many", "several", "some", "other"} for t in before)
    if len(name) > 1:
        return plural and name[0].low.endswith(("ese", "ish", "ian", "-born", "can", "-speaking"))
    return (
        (plural and described)
        or ethnic
        or (plural and last.endswith(("ians", "eks", "khs", "ims", "urs")))
    )


def with_relative(sentence: Sentence, place: int) -> str:
    """ "anyone who shares its list": the phrase with its relative clause."""
    end = place + 1
    while end < len(sentence.row) and sentence.kind(end) not in {",", ".", ";", "C", "Q"}:
        if (
            sentence.kind(end) == "VP"
            and any(sentence.kind(p) == "VP" for p in range(place, end))
            and (sentence.row[end].modal)
        ):
            break
        end += 1
    return kept(sentence.tokens[sentence.row[place].first : sentence.row[end - 1].last])


def _is_title(token: Token) -> bool:
    return token.low in people.ROLE or token.low in people.HONORIFIC


def _before_place(sentence: Sentence, place: int) -> bool:
    return sentence.kind(place - 1) == "I" and sentence.low(place - 1) in _PLACE_BEFORE


def _without_count(tokens: Sequence[Token]) -> list[Token]:
    """ "some 34 of the students of X" -> "students of X"."""
    own = list(tokens)
    skip = {
        "of",
        "some",
        "the",
        "about",
        "least",
        "most",
        "more",
        "than",
        "another",
        "other",
        "those",
        "others",
        "many",
        "several",
        "all",
        "up",
        "to",
        "nearly",
        "almost",
        "over",
        "possibly",
    }
    while len(own) > 1 and (own[0].tag in "#D" or own[0].low in skip or own[0].tag == "S"):
        own = own[1:]
    return own
