"""What is missing from a letter, as questions: for the draft copy only."""

from __future__ import annotations

from tidings.publishing.letters.named import NameShown
from tidings.publishing.phrases import Language, phrase
from tidings.publishing.release import ReleasedAnnouncement, ReleasedPerson
from tidings.values import Event, Mode, Script

_FOR_READER = {"en": Script.LATIN, "kk": Script.CYRILLIC, "ru": Script.CYRILLIC}


def for_family(person: ReleasedPerson, name: NameShown, *, is_open: bool) -> tuple[str, ...]:
    """What the family could still tell, the name first."""
    keys = [f"name.{script}" for script in _scripts_missing(person, name)]
    dates = [each.held for each in person.timeline if each.mode is not Mode.DID_NOT_RESPOND]
    gaps = {
        "born": person.born is None,
        "sex": person.sex is None,
        "place": person.place is None,
        "contact": not any(each.event is Event.CONTACT_LOST for each in person.timeline),
        "dates": any(held is None for held in dates),
        "relation": not any(each.relation for each in person.seekers),
        "asks": not person.asks,
        "words": is_open and not person.words,
    }
    keys += [key for key, missing in gaps.items() if missing]
    return tuple(phrase(f"question.{key}", name.language) for key in keys)


def for_announcement(announcement: ReleasedAnnouncement, language: Language) -> tuple[str, ...]:
    """What is not known about the announcement itself."""
    gaps = {
        "speaker": announcement.speaker is None,
        "group": announcement.group is None,
        "period": announcement.period is None,
    }
    return tuple(phrase(f"question.{key}", language) for key, missing in gaps.items() if missing)


def _scripts_missing(person: ReleasedPerson, name: NameShown) -> list[Script]:
    """The reader's script where we had to transcribe, and Chinese, which papers are kept in."""
    present = {each.script for each in person.names}
    missing = [_FOR_READER[name.language]] if name.ours else []
    return missing + ([Script.HAN] if Script.HAN not in present else [])
