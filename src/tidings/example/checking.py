"""Compare the example registry with the truth file: who was linked, who is found by name, what
was understood, and whether contradictions stay in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from tidings.example.building import Built
from tidings.example.given_out import LEAKS, SEEN, given_out
from tidings.example.mentions import Known, known
from tidings.example.said import said
from tidings.example.tally import Report, tallied
from tidings.example.truth import truth
from tidings.names import search
from tidings.registry.profile import Profile, profile
from tidings.registry.searching import names_index
from tidings.values import Kin, Mode

Verdicts = Iterator[tuple[str, str]]

SCRIPTS = {
    "kk": "Kazakh Cyrillic",
    "ru": "Russian",
    "latin": "Latin",
    "arab": "Uyghur Arabic",
    "tote": "Kazakh Arabic",
    "han": "Chinese",
    "han_other": "Chinese",
    "pinyin": "pinyin",
}
#: "His child" says as much of a father as his sex leaves open.
BROADER = {
    Kin.FATHER: Kin.PARENT,
    Kin.MOTHER: Kin.PARENT,
    Kin.BROTHER: Kin.SIBLING,
    Kin.SISTER: Kin.SIBLING,
    Kin.UNCLE: Kin.RELATIVE,
    Kin.AUNT: Kin.RELATIVE,
}
RECORDED = "Mentions recorded, by kind of source"
#: Names that are looked at, and persons of whom one must be the right one.
DEPTH, SHOWN = 20, 5
LINKED = "Linked, by the scripts of the two mentions"
FOUND = "Found first by name, by the script of the query"
APART = "Look-alikes kept apart"
KIN = "Kin, by relation"
CONTRADICTIONS = "Contradictions in sight"
RETRACTED = "Retractions in sight"
UNREAD = "What nobody can read is said so"
#: The values stand in mentions that wait for a person to join them: not seen, but not hidden.
NOT_JOINED = ", in mentions not joined yet"


def check(built: Built) -> Report:
    """Every question that the truth file can answer, for the registry that was just built."""
    mentions = known(built.files)
    profiles = {person: profile(person) for person in sorted(set(mentions.person_of.values()))}
    tables = (
        tallied(RECORDED, _recorded(mentions)),
        tallied(LINKED, _linked(mentions)),
        tallied(APART, _apart(mentions)),
        tallied(FOUND, _found(mentions)),
        *said(built, mentions),
        tallied(KIN, _kin(mentions, profiles)),
        tallied(CONTRADICTIONS, _contradictions(mentions, profiles)),
        tallied(RETRACTED, _retractions(built, mentions, profiles)),
        tallied(UNREAD, _unread(built)),
        *given_out(built, mentions),
    )
    report = Report(tables)
    return replace(report, faults=tuple(_faults(report)), notes=tuple(_notes(mentions)))


def _recorded(mentions: Known) -> Verdicts:
    """Every place where the truth says that somebody is named, and where the readers saw one."""
    for mention in truth().mentions:
        kind = mention.file.partition("-")[0]
        yield kind, "right" if mention in mentions.ids else "missed"
    for file in mentions.strangers.values():
        yield file.partition("-")[0], "wrong"


def _linked(mentions: Known) -> Verdicts:
    """Each pair of mentions that is one person, or that was made one."""
    for (one, a), (other, b) in combinations(mentions.ids.items(), 2):
        same = one.person == other.person
        joined = mentions.person_of[a] == mentions.person_of[b]
        if same or joined:
            pair = sorted((SCRIPTS[one.scripts[0]], SCRIPTS[other.scripts[0]]))
            verdict = "right" if same and joined else "wrong" if joined else "missed"
            yield " - ".join(pair), verdict


def _apart(mentions: Known) -> Verdicts:
    for pair in truth().lookalikes:
        mixed = mentions.persons(pair.one) & mentions.persons(pair.other)
        yield pair.why, "wrong" if mixed else "right"


def _found(mentions: Known) -> Verdicts:
    """Each way of writing each person's name, typed whole. Right: the person stands first."""
    people = truth().people.values()
    for person in people:
        for script, name in person.forms.items():
            right = {
                found
                for other in people
                if other.forms.get(script) == name
                for found in mentions.persons(other.key)
            }
            hits = _shown(name, mentions)
            verdict = "right" if hits[:1] and hits[0] in right else "wrong"
            yield SCRIPTS[script], verdict if right & set(hits) else "missed"


def _shown(name: str, mentions: Known) -> list[int]:
    """The persons that a search for this name shows first, without their profiles."""
    hits = search(name, names_index(), limit=DEPTH)
    persons = [mentions.person_of[hit.key] for hit in hits]
    return list(dict.fromkeys(persons))[:SHOWN]


def _kin(mentions: Known, profiles: dict[int, Profile]) -> Verdicts:
    """Each tie of the truth, as the profile of the second person shows it."""
    for tie in truth().kin:
        others = mentions.persons(tie.subject)
        relations = {
            each.relation
            for person in mentions.persons(tie.object)
            for each in profiles[person].kin
            if each.person in others
        }
        told = relations & {tie.relation, BROADER.get(tie.relation, tie.relation)}
        yield tie.relation, "right" if told else "wrong" if relations else "missed"


def _contradictions(mentions: Known, profiles: dict[int, Profile]) -> Verdicts:
    for conflict in truth().conflicts:
        attributes = [
            attribute
            for person in mentions.persons(conflict.person)
            if (attribute := profiles[person].attribute(conflict.about)) and attribute.conflict
        ]
        shown = {value.shown for attribute in attributes for value in attribute.values}
        if shown >= set(conflict.values):
            yield conflict.about, "right"
        else:
            parted = len(mentions.persons(conflict.person)) > 1
            yield conflict.about + (NOT_JOINED if parted else ""), "missed"


def _retractions(built: Built, mentions: Known, profiles: dict[int, Profile]) -> Verdicts:
    """What somebody took back is on the timeline, and what they had said before is marked."""
    speakers = {each.file: each.person for each in truth().mentions if each.key == "testifier"}
    files = {source: file.file for file in built.files for source in file.source_ids}
    for back in truth().statements:
        if back.mode != Mode.RETRACTS or back.person is None:
            continue
        shown = [
            statement
            for person in mentions.persons(back.person)
            for statement in profiles[person].timeline
            if statement.event == back.event
        ]
        speaker = speakers.get(back.file)
        before = [
            each
            for each in shown
            if each.mode != Mode.RETRACTS
            and speaker is not None
            and speakers.get(files[each.source.id]) == speaker
        ]
        in_sight = any(each.mode == Mode.RETRACTS for each in shown)
        marked = in_sight and all(each.retracted for each in before)
        yield "taken back", "right" if marked else "missed"


def _unread(built: Built) -> Verdicts:
    expected = {(each.file, each.found) for each in truth().unread}
    told = {(file.file, unread.found) for file in built.files for unread in file.unread}
    for file, _ in expected:
        yield file, "right" if any(file == at for at, _ in told & expected) else "missed"
    for file, _ in told - expected:
        yield file, "wrong"


def _faults(report: Report) -> Iterator[str]:
    """Two people taken for one, a contradiction hidden, a bad cell passed over in silence, somebody
    seen who may not be, a private word outside."""
    for title in (LINKED, APART, SEEN, LEAKS):
        for count in report.table(title).counts:
            if count.wrong:
                yield f"{title}: {count.label}: {count.wrong} wrong"
    for title in (CONTRADICTIONS, RETRACTED, UNREAD):
        for count in report.table(title).counts:
            if count.missed and not count.label.endswith(NOT_JOINED):
                yield f"{title}: {count.label}: {count.missed} missed"


def _notes(mentions: Known) -> Iterator[str]:
    for person in truth().people.values():
        parts = len(mentions.persons(person.key))
        if parts > 1:
            shown = person.forms.get("kk") or person.forms["latin"]
            yield f"{shown}: {parts} persons in the registry, one in truth"
