"""Who appears in a text, under which names, and whom a pronoun or a title means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tidings.reading.article.english import people, words
from tidings.reading.article.english.tokens import Token

FIRST_PERSON = frozenset("i me my we us our myself ourselves mine ours".split())
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
THEY = frozenset("they them their themselves theirs".split())


@dataclass(eq=False)
class Actor:
    """One person, group or body. `kind` is "person" (named), "role" (one person without a
    name), "group", "body" or "thing"; `roles` what the text calls them ("lawyer", "ministry");
    `owner` whose lawyer or mother they are; `seen` when they were last named (a rising count);
    `victim` says that something happened to them, `spoke` that they were quoted."""

    kind: str
    name: str
    roles: set[str] = field(default_factory=set)
    owner: Actor | None = None
    sex: str = ""
    seen: int = 0
    subject: int = 0
    victim: int = 0
    spoke: int = 0
    place: tuple[int, int] = (0, 0)
    channel: str | None = None

    @property
    def plural(self) -> bool:
        return self.kind == "group"

    def words(self) -> set[str]:
        return {word.lower() for word in self.name.replace("'s", "").split()}


def singular(noun: str) -> str:
    """ "students" -> "student"; good enough to compare heads."""
    irregular = {
        "men": "man",
        "women": "woman",
        "children": "child",
        "people": "person",
        "policemen": "policeman",
        "wives": "wife",
        "families": "family",
    }
    if noun in irregular:
        return irregular[noun]
    for ending in ("men", "women"):
        if noun.endswith(ending) and len(noun) > 5:
            return noun[: -len(ending)] + ending[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_plural(noun: str) -> bool:
    if noun in people.PLURAL or (singular(noun) in people.ROLE and noun not in people.ROLE):
        return True
    return noun.endswith(("s", "men", "women")) and not noun.endswith(("ss", "us", "is"))


class Cast:
    """The actors met so far, newest last. `writer` is the "I" or "we" of the text, if any;
    `addressee` to whom a letter went, `awaited` whose answer to it is the next thing to tell;
    `hushed` says that somebody has just been silent; `listed` are the people last named together
    and the clock then, `approached` whom the writer went to in the sentence before."""

    def __init__(self, writer: Actor | None = None) -> None:
        self.actors: list[Actor] = []
        self.writer = writer
        self.clock = 0
        self.renamed: dict[str, str] = {}
        self.addressee: Actor | None = None
        self.awaited: Actor | None = None
        self.hushed = False
        self.approached: Actor | None = None
        self.listed: tuple[int, list[Actor]] = (0, [])
        if writer is not None:
            self.actors.append(writer)

    def tick(self) -> int:
        self.clock += 1
        return self.clock

    def met(self, actor: Actor) -> Actor:
        actor.seen = self.tick()
        if actor not in self.actors:
            self.actors.append(actor)
        return actor

    def forget(self, actor: Actor) -> None:
        if actor in self.actors:
            self.actors.remove(actor)

    def named(self, name: str) -> Actor | None:
        """The person or body that this name, or part of it, was used for before."""
        wanted = {word.lower() for word in name.split()}
        able = [a for a in reversed(self.actors) if a.kind in {"person", "body"}]
        exact = [a for a in able if a.name.lower() == name.lower()]
        partly = [a for a in able if a.kind == "person" and wanted <= a.words()]
        partly.sort(key=lambda actor: -bool(actor.victim))
        return next(iter(exact + partly), None)

    def grows(self, name: str) -> Actor | None:
        """A person known by one word only, whose fuller name this is."""
        wanted = {word.lower() for word in name.split()}
        for actor in reversed(self.actors):
            if actor.kind == "person" and actor.words() < wanted and len(actor.words()) == 1:
                return actor
        return None

    def by_role(self, role: str, owner: Actor | None = None) -> Actor | None:
        """ "the lawyer", "his wife": the last one called so."""
        for actor in sorted(self.actors, key=lambda a: -a.seen):
            if (
                role in actor.roles
                and actor.kind in {"person", "role"}
                and actor is not self.writer
                and (owner is None or actor.owner is owner)
            ):
                return actor
        return None

    def body_called(self, noun: str, described: Iterable[str] = ()) -> Actor | None:
        """ "the ministry", "the foreign ministry", "the command": the last body so called."""
        need = {noun, *described}
        for actor in sorted(self.actors, key=lambda a: -a.seen):
            if actor.kind == "body" and need <= (actor.words() | actor.roles):
                return actor
        return None

    def group_called(self, noun: str) -> Actor | None:
        for actor in sorted(self.actors, key=lambda a: -a.seen):
            if actor.kind == "group" and noun in actor.roles:
                return actor
        return None

    def pronoun(
        self,
        low: str,
        purpose: str,
        barred: Sequence[Actor] = (),
        here: int = 0,
        speaker: Actor | None = None,
    ) -> Actor | None:
        """Whom he, she, it or they means. `purpose` is "speaker", "subject" or "patient":
        something happens to those to whom it has happened before; who spoke speaks on."""
        if low in FIRST_PERSON:
            return self.writer
        able = [a for a in self.actors if a not in barred and fits(a, low) and a.seen]
        if not able:
            return None
        best = max(able, key=lambda actor: self._weight(actor, low, purpose, here, speaker))
        if low in MALE:
            best.sex = best.sex or "m"
        if low in FEMALE:
            best.sex = best.sex or "f"
        return best

    def _weight(
        self, actor: Actor, low: str, purpose: str, here: int, speaker: Actor | None
    ) -> float:
        """Nearness, being the subject before, and what the purpose asks for."""
        weight = -0.5 * (self.clock - actor.seen) + 4 * bool(actor.subject)
        if here and actor.seen >= here and actor is not speaker:
            weight += 4 if purpose == "patient" else 6
        if actor is speaker:
            # "A neighbour said he was taken": hardly the neighbour; a named speaker may be.
            weight += -6 if purpose == "patient" and actor.kind == "role" else 6
        if actor is self.writer and (actor.kind != "body" or low in THEY):
            weight -= 30
        if low in MALE | FEMALE:
            weight += 2 if actor.kind == "person" else 0
            weight += 5 if actor.sex else _guess(actor.name, low)
        if purpose == "patient":
            weight -= 2 * (actor.kind == "role" and actor.owner is None)
            weight += 6 * bool(actor.victim) - 3 * bool(actor.spoke and not actor.victim)
        if purpose == "speaker":
            weight += 12 * (actor is self.approached)
            weight += 5 * bool(actor.spoke) - 1.5 * bool(actor.victim and not actor.spoke)
            weight += 3 * (self.clock - actor.spoke < 6 if actor.spoke else False)
        if low in THEY and actor.kind == "body":
            weight -= 10 if purpose == "patient" else 4
        return weight


def fits(actor: Actor, low: str) -> bool:
    """Can this pronoun mean this actor?"""
    if low in MALE | FEMALE:
        sex = "m" if low in MALE else "f"
        return actor.kind in {"person", "role"} and actor.sex in {"", sex}
    if low in {"it", "its", "itself"}:
        return actor.kind == "body"
    if low in THEY:
        return actor.kind in {"group", "body"}  # a pair of people is found elsewhere
    return False


def _guess(name: str, low: str) -> float:
    """A given name in -a is more often a woman's; only a leaning."""
    first = name.split()[0].lower() if name.split() else ""
    feminine = first.endswith(("a", "é", "ah", "ie", "ine"))
    return 1.0 if feminine == (low in FEMALE) else -1.0


def kept(tokens: Sequence[Token]) -> str:
    """The words as written, without a leading article, as a dictionary would list them."""
    own = list(tokens)
    while own and (own[0].tag == "D" or own[0].low in people.HONORIFIC) and len(own) > 1:
        own = own[1:]
    pieces = []
    for index, token in enumerate(own):
        glued = index and own[index - 1].end == token.start
        pieces.append(token.text if glued or not index else " " + token.text)
    return "".join(pieces)


def name_run(tokens: Sequence[Token]) -> int:
    """Where the capitalised name that ends this phrase begins; len(tokens) if there is none."""
    first = len(tokens)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        named = index > 0 and tokens[index - 1].tag == "R"
        inside = first < len(tokens)
        particle = token.low in words.NAME_PARTICLE and inside and index > 0
        # "de la Cruz", "Prisoners' Aid Circle"
        second = particle and tokens[index - 1].low in words.NAME_PARTICLE
        owned = token.tag == "G" and token.low == "'" and inside and named
        if not (token.tag == "R" or owned or second or (particle and named)):
            break
        first = index
    return first
