"""What happens to people, in English: which verb with which company means which event.

A rule is: event | verbs | whose fate it is | what the object must say | what must follow | flags.
Fate: o the object (the subject when passive), s the subject, p the possessor of the object,
f whoever stands after "from", "of", "with" or "to". Object and following text are regular
expressions, "-" when anything goes. Flags: n the verb is negated (and that is the event),
a active only, b passive only, v the object need not be a person. The first rule that holds wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.values import Event

PRISON = (
    r"(?:custody|detention|prison|prisons|jail|jails|bars|camps?|cells?|confinement|barracks|"
    r"colony|dungeon|captivity|remand|stockade|gulag|lock-?up|internment|re-?education|"
    r"(?:detention|training|rehabilitation|holding|reform|internment|transit) (?:cent(?:re|er)s?|facility|"
    r"site|house)|police station|military base|branch \d+|interrogation)"
)
_IN_PRISON = rf"\b(?:in|inside|at|behind|into)\b[^,;]{{0,45}}?\b{PRISON}\b"
_PAPERS = r"\b(?:passports?|travel documents?|identity (?:card|papers)|identity documents?|ID cards?|papers|documents)\b"
_LICENCE = r"\b(?:licen[cs]es?|pension|accreditation|scholarship|permit to practi[cs]e|salary|press card)\b"
_JOB = r"\b(?:jobs?|post|position|licen[cs]e|pension|work|place|scholarship|employment)\b"
_CITIZEN = r"\b(?:citizenship|nationality)\b"
_RESIDENCE = (
    r"\b(?:residen(?:cy|ce)|asylum|refugee status|right to stay|green card|leave to remain)\b"
)
_SHOW = (
    r"\b(?:talk show|show|programme|program|television|TV|radio|broadcast|podcast|video|newscast|"
    r"documentary|channel|newspaper|magazine)\b"
)
_QUIET = (
    r"\b(?:silent|silence|quiet|not to|never to|stop|mouth|halt|cease|no longer|against|"
    r"keep out|speak of it)\b"
)
_DOING_TIME = r"\b(?:years?|months?|life|death)\b"

_RULES = rf"""
restricted|take confiscate seize remove withhold revoke collect impound hold withdraw cancel surrender hand|p|{_PAPERS}|-|v
reprisal|revoke withdraw cancel suspend take strip cut stop|p|{_LICENCE}|-|v
reprisal|lose|s|{_JOB}|-|v
reprisal|dismiss fire sack expel suspend demote evict blacklist ban bar|o|-|\bfrom (?:his|her|their|my|our|the|its|a)\b[^.;,]*\b(?:job|post|office|school|university|work|position|flat|home|house|apartment|party|bar|team|council|hospital|faculty|ministry|company|union|town)\b|
reprisal|dismiss fire sack evict demote blacklist|o|-|-|
renounced_citizenship|renounce abandon lose relinquish surrender give strip deprive revoke forfeit|s|{_CITIZEN}|-|va
renounced_citizenship|strip deprive|o|-|{_CITIZEN}|
citizenship_applied|apply|s|-|^\s*(?:\w+ )*for\b[^.;]*{_CITIZEN}|
residency_applied|apply|s|-|^\s*(?:\w+ )*for\b[^.;]*{_RESIDENCE}|
citizenship_applied|seek request|s|{_CITIZEN}|-|va
residency_applied|seek request|s|{_RESIDENCE}|-|va
citizenship_granted|grant give award|o|-|{_CITIZEN}|b
residency_granted|grant give award|o|-|{_RESIDENCE}|b
citizenship_granted|receive obtain get gain acquire|s|{_CITIZEN}|-|va
residency_granted|receive obtain get gain acquire|s|{_RESIDENCE}|-|va
citizenship_granted|grant give|o|-|{_CITIZEN}|a
residency_granted|grant give|o|-|{_RESIDENCE}|a
restricted|bar ban forbid prohibit prevent block stop|o|-|\b(?:leav|travel|board|going abroad|go abroad|exit|depart|fly)|
restricted|allow permit let authorise|o|-|\b(?:leave|travel|go abroad|exit|depart|go out|fly)|n
restricted|leave travel depart exit|s|-|-|nm
restricted|order tell instruct|o|-|\bnot to (?:leave|travel|go out)|
restricted|place put keep confine hold remain be stay live|o|-|\bunder (?:\w+ )?(?:house arrest|surveillance|guard at home|curfew)\b|
restricted|place put keep confine hold remain be stay live|s|-|\bunder (?:\w+ )?(?:house arrest|surveillance|guard at home)\b|
restricted|confine|o|-|\bto (?:his|her|their|the|a)?\s*(?:home|house|village|flat|apartment|district|town)|
restricted|slap impose place|f|\btravel ban\b|-|v
allowed_to_leave|allow permit let authorise clear|o|-|\b(?:leave|depart|emigrate|go abroad|exit|travel abroad|cross|fly out)\b|
allowed_to_leave|leave depart emigrate|s|-|-|k
allowed_to_leave|receive get obtain|s|\bexit (?:visas?|permits?)\b|-|va
departed|order|o|-|\bto leave the (?:country|territory)|
sentenced|sentence convict condemn|o|-|-|
sentenced|find|o|-|\bguilty\b|
sentenced|jail imprison|o|-|\bfor (?:\w+ ){{0,3}}(?:years?|months?|life)\b|
sentenced|give hand receive get|o|-|^[^.;]{{0,30}}\b(?:\d+|\w+)[ -]years?\b|b
sentenced|receive get|s|\b(?:years?|sentence|life|term)\b|-|va
contact_lost|vanish disappear|s|-|-|
contact_lost|go be remain report list|s|-|^\s*(?:\w+ )?(?:missing|unaccounted for)\b|
contact_lost|report list|o|-|\bmissing\b|
contact_lost|lose|f|\b(?:contact|touch|sight|track|all contact|all trace|trace)\b|-|va
contact_lost|call phone ring telephone speak write text|s|-|\bfor the last time\b|
contact_lost|return come|s|-|^(?! to work)(?!\s+(?:to|from) (?:the )?(?:call|journalist|work))|n
contact_lost|see hear|o|-|\bsince\b|nb
contact_lost|see hear find|o|-|-|bt
contact_lost|see|o|-|\b(?:for|in) (?:\w+ ){{0,3}}(?:days|weeks|months|years|year)\b|na
contact_lost|hear|f|-|^\s*(?:anything |a word )?(?:from|of)\b|na
contact_lost|speak talk hear see|f|-|-|l
contact_lost|have receive get|f|\bno (?:news|word|contact|information|trace)\b|-|va
contact_lost|wait|f|-|\bfor (?:any )?(?:news|word)\b|
contact_lost|know|s|-|^\s*where (?:he|she|they) (?:is|are|was|were)\b|nw
contact_lost|be go fall remain stop work answer ring switch turn cut die exist|p|\b(?:phones?|telephone|mobile|number|numbers|line)\b|\b(?:no longer|dead|off|silent|unreachable|work\w*|answer\w*|disconnected|out of service|out)\b|x
contact_lost|be remain|p|\b(?:whereabouts|fate)\b|\bunknown\b|v
contact_lost|be come|p|\blast (?:contact|call|message|letter|words?)\b|-|v
contact_restored|call phone telephone ring|s|-|-|c
contact_restored|restore re-establish renew regain|f|\bcontact\b|-|v
contact_restored|hear|f|-|^\s*from\b|ac
contact_restored|reappear resurface|s|-|-|
contact_restored|speak talk|f|-|\b(?:for the first time|again|at last)\b|
contact_restored|receive get|f|\b(?:letter|call|message|phone call|note)\b|\bfrom\b|vc
transferred|transfer relocate|o|-|-|
transferred|move|o|-|\b(?:to|into)\b|
transferred|lead take|o|-|\b(?:from|out of) (?:his|her|their|the|a|our) (?:\w+ )?(?:cell|prison|jail|camp|ward|dormitory|barracks)\b|
transferred|send|o|-|\b(?:on|to)\b(?! (?:school|work|him|her|them|us|me)\b)|
transferred|drive fly ship|o|-|\b(?:to|towards)\b|
transferred|take bring drive fly return|o|-|\b(?:to|in) (?:a|an|the|another|some|\w+)?\s*(?:\w+ ){{0,3}}(?:hospital|clinic|another|unknown|different|capital|court)\b|
transferred|take bring|o|-|\bto another\b|
detained|call summon invite|o|-|\b(?:to|into) (?:the|a|an) (?:\w+ ){{0,2}}(?:police|station|security|prosecutor)\b[^.;]*|d
detained|return|o|-|\bto (?:[^.;,]*\b{PRISON}\b|the \w+ Prison)|
released|bring take|o|-|^(?!.*\b(?:from|near|outside)\b)[^.;,]*\bhome\b|
detained|arrest detain abduct kidnap capture imprison incarcerate intern apprehend jail nab rearrest re-arrest recapture remand snatch interrogate|o|-|-|
detained|grab seize catch|o|-|-|
detained|take|o|-|^(?! (?:part|place|him seriously|care))|
detained|round pick swallow scoop gather|o|-|^\s*(?:\w+ ){{0,4}}up\b|
detained|pick round|o|-|\bup\b|
detained|lead drag bundle march drive haul carry whisk spirit pull escort|o|-|\b(?:away|off|out of|from (?:his|her|their|the|a|our)|into (?:a|the|an)|to (?:a|the) (?:\w+ )?(?:station|prison|camp|van|car))\b|
detained|sweep herd force throw lock put place send confine|o|-|\b(?:into|in|to)\b[^.;]{{0,40}}\b{PRISON}\b|
detained|lock|o|-|\bup\b|
detained|put push force bundle throw shove load pull drag|o|-|\b(?:in|into|onto|inside)\b[^.;,]{{0,25}}\b(?:van|car|truck|vehicle|bus|jeep|minibus|boot|lorry|helicopter)\b|
other|hold|o|-|\b(?:responsible|accountable|liable|to account)\b|
detained|come|f|-|^\s*for (?!the (?:first|last)|(?:a|an|help|him to|dinner|tea|work)\b)|u
detained|hold|o|-|-|
detained|keep|o|-|{_IN_PRISON}|
detained|keep|o|-|^\s*(?:\w+ )?(?:in|at|inside|there)\b|b
detained|see meet visit spot notice recognise recognize glimpse find hear overhear|o|-|(?:{_IN_PRISON}|^\s*(?:\w+ ){{0,4}}inside\b|\bin (?:the|a) next cell|\bin (?:a|the) (?:secret )?house on\b)|
detained|hear|p|\bvoice\b|(?:{_IN_PRISON}|\bcell\b|\bprison\b)|v
detained|be remain languish stay sit live share end|s|-|^(?:\s*\w+){{0,3}}?\s*(?:alive )?(?:in (?:a |an |the |our |his |her )?(?:[\w'-]+ ){{0,3}}?{PRISON}\b|behind bars|(?:inside|at) (?:a |the |our )?(?:[\w'-]+ ){{0,3}}?{PRISON}\b|in (?:the )?custody|imprisoned|a prisoner|prisoners|hostages?|captive|in the hands of|in (?-i:[A-Z])\w+ \d+)|
detained|be|s|-|^\s*(?:\w+ )?among (?:those|the|\d+|\w+)\b[^.;]*\b(?:held|detained|arrested|taken|seized|prisoners|detainees)\b|
detained|be|s|-|^\s*(?:there|here|with (?:us|them))\b|z
detained|share|f|\b(?:cells?|dormitory|barracks)\b|-|v
detained|serve|s|\b(?:sentence|term|years?)\b|-|va
detained|have|o|-|-|h
released|free release liberate amnesty|o|-|-|
released|hand|o|-|\bto (?:his|her|their|my|our|the) (?:famil|parent|relativ|mother|father|wife|husband)|
released|let set|o|-|^[^.;]{{0,25}}\b(?:go|free|out)\b|
released|acquit pardon parole bail|o|-|-|
released|come return get|s|-|^\s*back\b|e
released|graduate escape|s|-|-|
released|return come go arrive get walk send|s|-|^\s*(?:\w+ ){{0,2}}?(?:back )?(?:home|free\b|out of (?:prison|jail)|back with)|
released|be|s|-|^\s*(?:now |already )?(?:back\b|home\b|free\b|at home|out of (?:prison|jail))|
released|return come|s|-|\bfrom (?:the |a )?(?:\w+ )?(?:{PRISON})\b|
released|reunite|o|-|-|
released|return|o|-|-|b
died|die perish succumb|s|-|-|
died|kill murder execute behead poison drown|o|-|-|
died|hang|o|-|^(?! up)|b
died|drown suffocate|s|-|-|a
died|shoot beat torture starve|o|-|\b(?:dead|to death)\b|
died|find|o|-|^\s*(?:\w+ )?(?:dead|hanged|murdered)\b|
died|be|s|-|^\s*(?:also |now |already )?(?:dead|deceased)\b|
died|be|w|\b(?:remains|body|bones|corpse|skeleton)\b|^\s*(?:his|hers|theirs|those of|that of)\b|v
died|identify|f|-|\bas (?:that|those|the (?:body|remains)) of\b|v
died|lose|s|\b(?:life|lives)\b|-|va
died|identify find recover return bury hand|r|\b(?:remains|body|bodies|corpse|ashes|skeleton)\b|-|v
departed|deport expel extradite repatriate exile banish|o|-|-|
departed|fly|o|-|\bout\b|
departed|leave flee quit|s|\b(?:the country|country|(?-i:[A-Z])\w+)\b|^(?!.*\bto (?:pursue|study|work|find|visit|marry|educate))|va
departed|leave flee depart|s|-|^\s*(?:for|abroad|to) (?!work|the (?:market|shop|mosque))|
departed|flee emigrate|s|-|-|
departed|cross|s|\bborder\b|-|va
arrived|arrive land|s|-|^(?! at (?:our|my|his|her|their|the) (?:house|home|door|flat|scene))|
arrived|reach|s|\b(?-i:[A-Z])\w+\b|-|va
letter_sent|send write deliver|s|\b(?:letters?|petitions?|appeals?|complaints?|inquiry|inquiries|e-?mails?)\b|-|va
letter_sent|send write deliver submit|l|\b(?:letters?|petitions?)\b|-|vb
letter_sent|write|s|-|^\s*(?:again )?to (?:the|a|an|President|Minister|(?-i:[A-Z]))|aj
testimony_given|give submit provide|s|\b(?:testimony|testimonies|evidence|affidavit)\b|-|va
testimony_given|testify|s|-|-|
press_conference|hold give attend organise organize convene call|s|\b(?:press|news) (?:conferences?|briefings?)\b|-|va
press_conference|tell|s|\b(?:press|news) conference\b|-|va
media_appearance|appear speak|s|-|\b(?:on|in|at)\b[^.;]*{_SHOW}|
media_appearance|invite interview feature show|o|-|(?:\b(?:on|onto|to|in|by)\b[^.;]*{_SHOW})|b
media_appearance|give grant|s|\binterviews?\b|-|va
warned|warn caution|o|-|^(?! that)|
warned|tell order instruct advise|o|-|{_QUIET}|
warned|receive get|s|\bwarnings?\b|-|va
warned|summon|o|-|\bwarn|
other|torture beat mistreat abuse rape interrogate starve whip blindfold handcuff shackle humiliate indoctrinate sterilise sterilize subject force threaten wound injure shoot electrocute flog fingerprint deprive deny|o|-|-|g
other|search raid ransack demolish bulldoze burn destroy|p|\b(?:house|houses|home|homes|flat|office|offices|apartment)\b|-|v
other|search raid burn destroy|p|\b(?:house|houses|home|homes|shop|farm|property)\b|-|v
other|set schedule open begin start postpone adjourn|t|\b(?:trials?|hearings?|verdict|sentencing)\b|-|v
other|stand face await|s|\btrial\b|-|va
other|go|s|-|^\s*on trial\b|
other|appear|s|-|\b(?:in|before) (?:a |the )?(?:\w+ )?court\b|
other|allow permit|o|-|\bto (?:visit|see|meet|receive|call|attend|write|phone)\b|y
other|charge indict prosecute arraign|o|-|-|
other|visit|o|-|-|b
"""


@dataclass(frozen=True)
class Rule:
    """One line of the table above, ready to test."""

    event: Event
    fate: str
    thing: re.Pattern[str] | None
    rest: re.Pattern[str] | None
    flags: str


def _pattern(text: str) -> re.Pattern[str] | None:
    return None if text in {"-", ""} else re.compile(text, re.IGNORECASE)


def _fields(line: str) -> list[str]:
    """Split at the bars that stand outside brackets."""
    fields, depth = [""], 0
    for index, letter in enumerate(line):
        escaped = index and line[index - 1] == "\\"
        depth += 0 if escaped else {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            fields.append("")
        else:
            fields[-1] += letter
    return fields


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for line in _RULES.strip().splitlines():
        event, lemmas, fate, thing, rest, flags = _fields(line)
        rule = Rule(Event(event), fate, _pattern(thing), _pattern(rest), flags.strip())
        for lemma in lemmas.split():
            table.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in table.items()}


#: Lemma -> rules in order.
RULES = _table()

#: Nouns that stand for an event: "confirmed the arrest of X", "X's disappearance".
NOUNS = {
    noun: event
    for event, nouns in {
        Event.DETAINED: "arrest arrests detention detentions abduction abductions kidnapping kidnappings "
        "imprisonment capture internment custody jailing seizure",
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
        "detainees detainee prisoners prisoner inmates captives hostages internees arrested "
        "detained jailed imprisoned".split(),
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
    r"(?:order|warrant|orders) to (?:arrest|detain)|(?:political )?(?:prisoners|detainees)|one of that name)\b",
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
