"""One person in the form that the consents allow: by name, by another name, or only sought.

Each takes what is covered and nothing else; what a form may not say is never looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from tidings.publishing.release import (
    ReleasedKin,
    ReleasedName,
    ReleasedPerson,
    ReleasedSource,
    ReleasedStatement,
    ReleasedStatus,
    Seeker,
)
from tidings.registry.consents.pseudonyms import gives_away
from tidings.registry.profiling.attributes import attributes_of, names_of
from tidings.registry.profiling.shape import MentionView, SourceView, StatementView
from tidings.registry.profiling.status import SAYING, status_of, timeline_of
from tidings.release.dates import to_decade, to_year
from tidings.release.known import Known, Origin
from tidings.release.places import at_level
from tidings.release.speakers import hidden_names, is_one_of
from tidings.release.words import Withheld, private_of, withheld
from tidings.values import (
    PUBLIC,
    Asked,
    Audience,
    ConsentForm,
    Dated,
    Event,
    Kin,
    Level,
    PlaceLevel,
    Sex,
)

Origins = Mapping[int, Origin]


def named(
    known: Known,
    whole: Known,
    identifier: str,
    audience: Audience,
    origins: Origins,
    ids: Mapping[int, str],
    written: Mapping[int, frozenset[str]],
) -> ReleasedPerson:
    """By name. `known` is what is covered, `whole` the same person uncovered, to know what is
    private; `ids` are the released ids of everybody who is in this release by name, `written`
    their names as released."""
    names = tuple(ReleasedName(each.written, each.script) for each in names_of(known.mentions))
    kin = {(each.relation, ids[each.other]): each.other for each in known.kin if each.other in ids}
    born, sex, place = particulars(known.mentions, known.standing.place_level)
    timeline = timeline_of(known.statements)
    relations = _relations(known)
    hidden = hidden_names(whole, ids) if _quotes(timeline) else frozenset[str]()
    return ReleasedPerson(
        id=identifier,
        form=ConsentForm.NAMED,
        names=names,
        sex=sex,
        born=to_year(born) if audience == PUBLIC else born,
        place=place,
        status=_status(timeline),
        timeline=tuple(
            named_statement(each, known.standing.place_level, origins, relations, hidden)
            for each in timeline
            if _says_something(each)
        ),
        kin=tuple(ReleasedKin(*each) for each in sorted(kin)),
        letters=tuple(each.shown for each in known.letters),
        seekers=_seekers(known),
        asks=_asks(known),
        words=_words(whole, written[known.person].union(*(written[each] for each in kin.values()))),
    )


def pseudonymous(known: Known, whole: Known, identifier: str) -> ReleasedPerson:
    """By another name: nothing that a neighbour could know them by."""
    born, sex, place = particulars(known.mentions, _at_most_district(known))
    timeline = timeline_of(known.statements)
    status = _status(timeline)
    return ReleasedPerson(
        id=identifier,
        form=ConsentForm.PSEUDONYM,
        pseudonym=_pseudonym(whole, identifier),
        sex=sex,
        born=to_decade(born),
        place=place,
        status=ReleasedStatus(
            status.event, to_year(status.since), status.supporting, status.asked, status.certainty
        ),
        timeline=_by_year(
            ReleasedStatement(
                event=each.event or Event.OTHER,
                mode=each.mode,
                source=ReleasedSource(each.source.kind),
                held=to_year(each.held),
                place=at_level(each.place, _at_most_district(known)),
                retracted=each.retracted,
            )
            for each in timeline
            if each.event not in (None, Event.OTHER)
        ),
        seekers=_seekers(known, by_name=False),
        asks=_asks(known),
    )


def sought(known: Known, identifier: str) -> ReleasedPerson:
    """Only that a relative looks for kin; the sought is not spoken of."""
    return ReleasedPerson(identifier, ConsentForm.SEEKER, seekers=_seekers(known))


def particulars(
    mentions: Sequence[MentionView], level: PlaceLevel
) -> tuple[Dated | None, Sex | None, str | None]:
    """Born, sex, and the place as exactly as `level` allows; each as best supported."""
    found = {each.name: each for each in attributes_of(mentions)}
    places = (
        [at_level(each.shown, level) for each in found["place"].values] if "place" in found else []
    )
    return (
        found["born"].best.dated if "born" in found else None,
        Sex(found["sex"].best.shown) if "sex" in found else None,
        next(filter(None, places), None),
    )


def named_statement(
    each: StatementView,
    level: PlaceLevel,
    origins: Origins,
    relations: Mapping[int, Kin],
    hidden: frozenset[str] = frozenset(),
) -> ReleasedStatement:
    """A statement with as much of who said it as was published, but for names that are
    `hidden`: of relatives who do not want to be named."""
    published = each.source.level is Level.PUBLIC
    said_by = [each.speaker, *each.chain] if published else [None]
    speaker, *chain = (None if who and is_one_of(who, hidden) else who for who in said_by)
    return ReleasedStatement(
        event=each.event or Event.OTHER,
        mode=each.mode,
        source=named_source(each.source, origins, relations),
        held=each.held,
        place=at_level(each.place, level),
        value=each.value if published else None,
        speaker=speaker,
        chain=tuple(who for who in chain if who),
        channel=each.channel if published else None,
        retracted=each.retracted,
    )


def _quotes(timeline: Iterable[StatementView]) -> bool:
    """Whether a published source says who told it: only then names have to be compared."""
    return any(
        each.source.level is Level.PUBLIC and (each.speaker or each.chain) for each in timeline
    )


def named_source(
    source: SourceView, origins: Origins, relations: Mapping[int, Kin]
) -> ReleasedSource:
    """A published source by title and publisher; of any other its kind, its year, and what
    the testifier is to the person."""
    if source.level is not Level.PUBLIC:
        relation = relations.get(source.id)
        return ReleasedSource(source.kind, to_year(source.published), relation=relation)
    origin = origins[source.id]
    is_file = source.title in origin.file_names
    return ReleasedSource(
        source.kind,
        source.published,
        title=None if is_file else source.title or None,
        publisher=origin.publisher or source.origin,
    )


def _status(timeline: Sequence[StatementView]) -> ReleasedStatus:
    found = status_of(timeline)
    return ReleasedStatus(found.event, found.since, found.supporting, found.asked, found.certainty)


def _says_something(each: StatementView) -> bool:
    """An unnamed happening whose words stay behind says nothing any more."""
    plain = each.event in (None, Event.OTHER) and each.mode in SAYING
    return not plain or (each.source.level is Level.PUBLIC and each.value is not None)


def _relations(known: Known) -> dict[int, Kin]:
    """source -> what its testifier is to the person, as the consent given there says."""
    return {
        each.source: each.relation for each in known.standing.consents if each.relation is not None
    }


def _seekers(known: Known, *, by_name: bool = True) -> tuple[Seeker, ...]:
    """Who looks for the person; by their own name where they allow it, and where that does
    not give away another name."""
    found = set()
    for each in known.standing.consents:
        voice = known.voices.get(each.testifier or 0) if by_name and each.own_name else None
        found.add(Seeker(each.relation, voice.name or None if voice else None))
    return tuple(sorted(found, key=lambda each: (str(each.relation or ""), each.name or "")))


def _asks(known: Known) -> tuple[Asked, ...]:
    asked = {ask for each in known.standing.consents for ask in each.asks}
    return tuple(each for each in Asked if each in asked)


def _words(whole: Known, names: Collection[str]) -> str | None:
    """The family's newest words that hold nothing private; `names` are released."""
    looked_at = _looked_at(whole, names)
    return next((words for words, reason in looked_at if reason is None), None)


def why_withheld(whole: Known, names: Collection[str]) -> Withheld | None:
    """What the family's newest words hold that they may not; None where nothing is held back.
    `names` are those that are released, of the person and of kin."""
    looked_at = _looked_at(whole, names)
    if any(reason is None for _, reason in looked_at):
        return None
    return looked_at[0][1] if looked_at else None


def _looked_at(whole: Known, names: Collection[str]) -> list[tuple[str, Withheld | None]]:
    """The words that a consent by name gives, the newest first, and what is private in each."""
    wanted = [
        each.words
        for each in whole.standing.consents
        if each.words and each.form is ConsentForm.NAMED
    ]
    private = private_of(whole, names) if wanted else None
    return [(words, withheld(words, private)) for words in reversed(wanted) if private]


def _pseudonym(whole: Known, identifier: str) -> str:
    """The newest name chosen that leads to none of the person's own; or one made of the id."""
    names = [written for mention in whole.mentions for written, _ in mention.names]
    for each in reversed(whole.standing.consents):
        if each.pseudonym and not gives_away(each.pseudonym, names):
            return each.pseudonym
    return f"Person {identifier[:4]}"


def _at_most_district(known: Known) -> PlaceLevel:
    return min(known.standing.place_level, PlaceLevel.DISTRICT, key=lambda level: level.rank)


def _by_year(statements: Iterable[ReleasedStatement]) -> tuple[ReleasedStatement, ...]:
    """In an order that tells no more than the years do."""
    return tuple(
        sorted(
            statements,
            key=lambda each: (
                each.held.edtf if each.held else "~",
                each.event,
                each.mode,
                each.source.kind,
                each.place or "",
                each.retracted,
            ),
        )
    )
