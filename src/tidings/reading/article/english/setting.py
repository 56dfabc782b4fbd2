"""What kind of text it is and whose voice it has: article, bulletin, reply, testimony."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidings.reading.article.english import event_words, people, speech_words, verbs, words
from tidings.reading.article.english.tokens import plain
from tidings.values import SourceKind

_NAME_WORD = r"(?:[A-Z]\.|[^\W\d_a-z][\w'’-]+)"
_NAME = rf"{_NAME_WORD}(?: (?:(?:de|del|da|bin|ibn|al|el|van|von|y) )?{_NAME_WORD}){{0,4}}"
_I_AM = (
    rf"\bI, (?P<n>{_NAME}),",
    rf"\b[Mm]y name is (?P<n>{_NAME})",
    rf"^(?:From|Signed|Writer|Testifier|Witness|Author)\s*:\s*(?P<n>{_NAME})",
    rf"^(?:Testimony|Statement|Account|Letter|Witness statement|Declaration|Affidavit) "
    rf"(?:of|by|from) (?P<n>{_NAME})",
    rf"^\bI am (?P<n>{_NAME}),? (?:and|the|a|from|\d)",
    rf"^[Bb]y (?P<n>{_NAME})$",
    rf"\b(?:I am|I'm) (?P<n>{_NAME}), ",
)
_CLOSING = re.compile(
    r"^(?:yours?\b.*|sincerely.*|respectfully.*|with (?:respect|hope|thanks|gratitude|love).*|"
    r"kind regards.*|regards.*|signed.*|faithfully.*|in hope.*|best wishes.*|thank you.*|"
    r"your servant.*)$",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"^(?:Dear|To the|To Mrs?|To whom|Your (?:letter|inquiry|enquiry|request|reference)|Re:|Ref)"
    r"|\byour (?:letter|inquiry|enquiry|request|petition|message|application|question|"
    r"e-?mail|note)\b"
    r"|\b(?:inform|assure|advise|notify) you\b|\bhonou?r to (?:inform|reply|refer|state)\b"
    r"|\bpresents its compliments\b|\bin (?:reply|response|answer) to\b",
    re.IGNORECASE | re.MULTILINE,
)
_RELEASE = re.compile(
    r"^\s*(?:press release|communiqu[eé]|for immediate release|statement by|information "
    r"note|bulletin|"
    r"press statement|notice|public notice|announcement|urgent appeal|media advisory)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ISSUED_BY = re.compile(
    r"^(?:press release|communiqu[eé]|statement|announcement|bulletin|notice|press statement|reply|"
    r"report|information)\s+(?:of|by|from|issued by) (?:the )?(?P<n>.+?)$"
    r"|^(?P<m>[^\n]{4,70}?)\s*[-–—:,]\s*(?:communiqu[eé]|press release|press statement|bulletin|"
    r"statement|information note|notice|press service|announcement)\b",
    re.IGNORECASE | re.MULTILINE,
)
_REPLYING = re.compile(
    r"(?:[Ii]n (?:reply|response|answer|reference) to (?:your|the)|[Yy]our (?:letter|note|"
    r"inquiry|request))[^.]*?,? "
    r"(?:the |The )(?P<n>[A-Z][\w'-]+(?: (?:of|for|and|the|on|[A-Z][\w'-]+))*) "
    r"(?:informs|has|wishes|presents|refers|confirms|states|replies|regrets|would)\b"
)
_BYLINE = re.compile(
    r"^(?:By|Reporting by)\s+[A-Z]|^[A-Z][A-Z .,'-]+(?:\([^)]*\))? [-–—] ", re.MULTILINE
)
_FIRST = re.compile(r"\b(?:I|me|my|mine)\b")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


@dataclass(frozen=True)
class Setting:
    """`kind` article (own voice null), official (a bulletin or press release: own voice the
    issuer), reply or letter (the writer speaks always, others are the chain). `voice` is the
    issuer or writer, `person` whether that is a person; prose begins at `start`."""

    kind: str
    voice: str | None = None
    person: bool = False
    source: SourceKind = SourceKind.ARTICLE

    @property
    def always(self) -> bool:
        """Does the writer speak every statement?"""
        return self.kind in {"letter", "reply"}


def setting(text: str, writer: str | None = None) -> Setting:
    """Decide from letterhead, byline, salutation, signature and pronouns."""
    simple = plain(text)
    if writer:
        return Setting("letter", writer, True, SourceKind.TESTIMONY)
    outside = re.sub(r'"[^"\n]*(?:"|$)', " ", simple, flags=re.MULTILINE)
    body = None if _BYLINE.search(simple) else _letterhead(text)
    first_person = len(_FIRST.findall(outside))
    told = first_person >= 2 or (first_person and _named_writer(simple) is not None)
    if told and (body is None or first_person >= 3):
        return _letter(simple)
    if body is not None:
        if _REPLY.search(simple) and not _RELEASE.search(simple[:200]):
            return Setting("reply", body, False, SourceKind.OFFICIAL)
        return Setting("official", body, False, SourceKind.OFFICIAL)
    replying = _REPLYING.search(simple[:600])
    if replying is not None and _bodily(replying["n"]):
        return Setting("reply", replying["n"], False, SourceKind.OFFICIAL)
    if first_person == 0 and len(_WE.findall(outside)) >= 2 and _REPLY.search(simple):
        return Setting("reply", _signature(simple) or None, False, SourceKind.OFFICIAL)
    return Setting("article")


def _letter(simple: str) -> Setting:
    """The setting of a first-person text."""
    name = _named_writer(simple) or _signature(simple) or "writer"
    addressed = re.search(r"^(?:Dear|To )", simple, re.MULTILINE)
    kind = SourceKind.LETTER if addressed else SourceKind.TESTIMONY
    return Setting("letter", name, True, kind)


def _named_writer(simple: str) -> str | None:
    for pattern in _I_AM:
        match = re.search(pattern, simple, re.MULTILINE)
        if match is not None:
            name = match["n"].strip(" .,")
            if not any(word.lower() in people.BODY for word in name.split()):
                return _proper(name)
    return None


def _signature(simple: str) -> str | None:
    """A line at the end, or the first line, that is nothing but a name."""
    lines = [line.strip() for line in simple.strip().split("\n") if line.strip()]
    for index, line in enumerate(lines[-4:]):
        previous = lines[-4:][index - 1] if index else ""
        if _just_name(line) and (_CLOSING.match(previous) or line == lines[-1]):
            return _proper(line.strip(" .,-"))
    first = lines[0] if lines else ""
    return _proper(first) if _just_name(first) and len(lines) > 2 else None


def _just_name(line: str) -> bool:
    parts = line.strip(" .,-").split()
    if not 2 <= len(parts) <= 5 or line.rstrip()[-1:] in "!?:" or any(c.isdigit() for c in line):
        return False
    if any(part.lower().strip(".,") in people.BODY | people.COMMON for part in parts):
        return False
    return all(part[:1].isupper() or part in words.NAME_PARTICLE for part in parts)


def _letterhead(text: str) -> str | None:
    """The body whose name stands alone in one of the first lines."""
    lines = [_without_day(line.strip()) for line in text.strip().split("\n")[:6]]
    head = "\n".join(lines[:4])
    issued = _ISSUED_BY.search(head)
    if issued is not None:
        name = re.split(r" (?:on|about|concerning|regarding) ", issued["n"] or issued["m"])[
            0
        ].strip(" .,-")
        if _titled(name):
            return _proper(re.sub(r"^the ", "", name, flags=re.IGNORECASE))
        if any(word.lower() in people.BODY for word in name.split()) and len(name.split()) < 12:
            return re.sub(r"^the ", "", name, flags=re.IGNORECASE)
    heads = []
    for line in lines[:4]:
        if _RELEASE.fullmatch(line.strip(" .:")) or not line:
            continue
        name = re.split(r"\s+[-–—]\s+|,? (?:Communiqu|Press|Bulletin)", line)[0].strip(" .,:")
        if _titled(name) and not re.match(r"(?:To|Dear|From|Re)\b", name) and _bodily(name):
            heads.append(_matching(text, re.sub(r"^the ", "", name, flags=re.IGNORECASE)))
    narrow = [head for head in heads if not _COUNTRY.match(head) and not _PART.search(head)]
    return next(iter(narrow + heads), None) or _announcing(text)


def _without_day(line: str) -> str:
    """ "From: The Committee of Mothers, Managua, 4 April 2019" -> "The Committee of Mothers"."""
    sender = re.match(r"(?:From|Issued by|Source)\s*:\s*", line)
    place = re.match(r"(?P<n>[^,\d]{4,}), (?:[^,\d]+, )*(?:\d|[^\W\d_]+$)", line)
    if sender is not None and _bodily(line):
        return line[sender.end() :].split(",")[0]
    dated = re.search(r"\b\d{4}$", line) is not None
    return place["n"] if place is not None and dated and _bodily(place["n"]) else line


_COUNTRY = re.compile(
    r"(?:Republic|State|Kingdom|Government|Federation|Union) of\b|(?:\w+ )+Republic$", re.IGNORECASE
)
_PART = re.compile(r"\b(?:section|division|unit|desk|branch)$", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"^(?:The )?(?P<n>[A-Z][\w'-]+(?: (?:of|for|and|the|on|[A-Z][\w'-]+))*?) "
    r"(?:reports the following|hereby|announces|informs (?:the public|citizens|all)|"
    r"wishes to|reminds|"
    r"regrets|confirms receipt|acknowledges receipt|informs you|presents its|refers to|"
    r"thanks you|has the honou?r|makes known|gives notice)\b",
    re.MULTILINE,
)


def _announcing(text: str) -> str | None:
    """ "The State Committee reports the following": a bulletin that names itself."""
    match = _ANNOUNCES.search(text[:400])
    return match["n"] if match is not None and _bodily(match["n"]) else None


def _bodily(name: str) -> bool:
    return any(word.lower().strip(".,'") in people.BODY for word in re.split(r"[\s/]+", name))


def _titled(line: str) -> bool:
    parts = line.split()
    if not 1 < len(parts) <= 12 or line.endswith((".", "?", "!", '"')):
        return False
    if _headline(parts):
        return False
    big = [part for part in parts if part.lower() not in words.TITLE_SMALL]
    return all(not part[0].islower() for part in big if part)


def _headline(parts: list[str]) -> bool:
    """ "Police Arrest Five Students": a line that tells something is no letterhead."""
    for part in parts[1:]:
        lemma, kinds = verbs.forms().get(part.lower().strip(",.:"), ("", frozenset()))
        tells = lemma in event_words.rules() or lemma in speech_words.SPEECH
        plain_noun = part.lower() in _TITLE_NOUNS
        if tells and not plain_noun and (kinds & {"s", "past"} or lemma in _HEADLINE_VERBS):
            return True
    return False


_TITLE_NOUNS = frozenset(
    """
states records reports lists posts names counts notes state post put read forces force appeals
claims affairs returns charges visits transport housing broadcasting
""".split()
)
_HEADLINE_VERBS = frozenset(
    "arrest detain free jail seize hold kill deny release abduct sentence kidnap deport".split()
)


def _matching(text: str, name: str) -> str:
    """The spelling that the prose uses for a name in capitals."""
    if not name.isupper():
        return name
    found = re.search(re.escape(name), text.replace(name, "", 1), re.IGNORECASE)
    if found is not None and not found.group().isupper():
        return found.group()
    return _proper(name)


def _proper(name: str) -> str:
    """ "OFFICE OF SAN ALONZO" -> "Office of San Alonzo"."""
    if not name.isupper():
        return name
    parts = []
    for index, part in enumerate(name.split()):
        small = part.lower() in words.TITLE_SMALL | words.NAME_PARTICLE and index
        pieces = [piece.capitalize() for piece in part.split("-")]
        parts.append(part.lower() if small else "-".join(pieces))
    return " ".join(parts)
