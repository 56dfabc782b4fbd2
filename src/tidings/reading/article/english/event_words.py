"""What happens to people, in English: which verb with which company means which event.

`event_rules.tsv` holds the rules, one a line; the first that holds wins. Its columns:

event   what happened
verbs   lemmas of the verb
fate    whose fate it is: o the object (the subject when passive), s the subject, p the possessor
        of the object, f whoever stands after "from", "of", "with", "to"; r, w of whom the remains
        are; t whose trial; l who sent the letter; q who "he" is in "where he is"
thing   what the words of the object must hold (a regular expression; - for anything)
rest    what the words after the verb must hold
flags   a active only, b passive only, n negated, and that is the event; z negated, and denied;
        v the object need not be a person; m "may not", "cannot"; k "may", "can"; t, l with
        "last"; c by somebody to whom something had happened; e to such a person; d "did not
        return" in the sentence; h "has them"; j outside quotations; u the subject is in uniform;
        x the subject is a telephone; y a favour; g a harm; w "where he is"; i "cannot",
        "could"; r a threat

Words in <ANGLES> stand for the phrases below.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tidings.values import Event

_PRISON = (
    r"(?:custody|detention|prisons?|jails?|bars|camps?|cells?|confinement|barracks|colony|dungeon|"
    r"captivity|remand|stockade|gulag|precincts?|gaol|penitentiary|lock-?up|internment|"
    r"re-?education|police station|"
    r"(?:detention|training|rehabilitation|holding|reform|internment|transit) "
    r"(?:cent(?:re|er)s?|facility|site|house)|military base|branch \d+|interrogation)"
)
_PHRASES = {
    "PRISON": _PRISON,
    "IN_PRISON": rf"\b(?:in|inside|at|behind|into)\b[^,;]{{0,45}}?\b{_PRISON}\b",
    "PAPERS": r"\b(?:passports?|travel documents?|identity (?:card|papers|documents?)|ID cards?|"
    r"papers|documents)\b",
    "LICENCE": r"\b(?:licen[cs]es?|pension|accreditation|scholarship|permit to practi[cs]e|salary|"
    r"press card)\b",
    "JOB": r"\b(?:jobs?|posts?|positions?|licen[cs]es?|pension|work|place|scholarship|"
    r"employment)\b",
    "CITIZEN": r"\b(?:citizenship|nationality)\b",
    "RESIDENCE": r"\b(?:residen(?:cy|ce)|asylum|refugee status|right to stay|green card|"
    r"leave to remain)\b",
    "SHOW": r"\b(?:talk show|show|programme|program|television|TV|radio|broadcast|podcast|video|"
    r"newscast|documentary|channel|newspaper|magazine)\b",
    "QUIET": r"\b(?:silent|silence|quiet|not to|never to|stop|mouth|halt|cease|no longer|against|"
    r"keep out|speak of it)\b",
}


@dataclass(frozen=True)
class Rule:
    """One line of the table, ready to test."""

    event: Event
    fate: str
    thing: re.Pattern[str] | None
    rest: re.Pattern[str] | None
    flags: str


def _pattern(text: str) -> re.Pattern[str] | None:
    if text in {"-", ""}:
        return None
    whole = re.sub(r"<([A-Z_]+)>", lambda match: _PHRASES[match[1]], text)
    return re.compile(whole, re.IGNORECASE)


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Lemma -> its rules in order."""
    table: dict[str, list[Rule]] = {}
    text = files(__package__).joinpath("event_rules.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        rule = Rule(
            Event(row["event"]),
            row["fate"],
            _pattern(row["thing"]),
            _pattern(row["rest"]),
            row["flags"] or "",
        )
        for lemma in row["verbs"].split():
            table.setdefault(lemma, []).append(rule)
    return {lemma: tuple(found) for lemma, found in table.items()}


#: Nouns that stand for an event: "confirmed the arrest of X", "X's disappearance".
NOUNS = {
    noun: event
    for event, nouns in {
        Event.DETAINED: """
arrest arrests detention detentions abduction abductions kidnapping kidnappings imprisonment
capture internment custody jailing seizure
""",
        Event.SENTENCED: "conviction convictions sentencing sentence sentences",
        Event.RELEASED: "release releases freeing liberation acquittal escape",
        Event.CONTACT_LOST: "disappearance disappearances",
        Event.DIED: "death deaths killing killings execution executions murder murders",
        Event.TRANSFERRED: "transfer transfers",
        Event.DEPARTED: "deportation deportations expulsion departure departures exile",
        Event.ARRIVED: "arrival arrivals",
        Event.OTHER: "torture ill-treatment mistreatment abuse abuses beating beatings",
    }.items()
    for noun in nouns.split()
}
#: Nouns for people in a state.
STATE_NOUNS = {
    **dict.fromkeys(
        """
detainees detainee prisoners prisoner inmates captives hostages internees arrested detained
jailed imprisoned
""".split(),
        Event.DETAINED,
    ),
    **dict.fromkeys("missing disappeared".split(), Event.CONTACT_LOST),
    **dict.fromkeys("toll dead killed deaths fatalities".split(), Event.DIED),
    **dict.fromkeys("convicts convicted".split(), Event.SENTENCED),
    **dict.fromkeys("arrests detentions".split(), Event.DETAINED),
}
#: What a body says it has none of, when it denies holding somebody.
NO_TRACE = re.compile(
    r"\bno (?:record|records|knowledge|trace|such (?:person|prisoner|detainee|man|woman|name)|"
    r"(?:order|warrant|orders) to (?:arrest|detain)|(?:political )?(?:prisoners|"
    r"detainees)|one of that name)\b|"
    r"\bnot on (?:its|their|our|any|the) lists?\b",
    re.IGNORECASE,
)
GOOD = frozenset(
    {
        Event.RELEASED,
        Event.ALLOWED_TO_LEAVE,
        Event.CITIZENSHIP_GRANTED,
        Event.RESIDENCY_GRANTED,
        Event.CITIZENSHIP_APPLIED,
        Event.RESIDENCY_APPLIED,
        Event.CONTACT_RESTORED,
    }
)
BAD = frozenset(
    {
        Event.DETAINED,
        Event.SENTENCED,
        Event.RESTRICTED,
        Event.DIED,
        Event.REPRISAL,
        Event.DEPARTED,
        Event.TRANSFERRED,
    }
)
#: Events that are speech or acts of speaking: the day of the speech is their date.
SPOKEN = frozenset(
    {
        Event.WARNED,
        Event.LETTER_SENT,
        Event.MEDIA_APPEARANCE,
        Event.PRESS_CONFERENCE,
        Event.TESTIMONY_GIVEN,
    }
)
