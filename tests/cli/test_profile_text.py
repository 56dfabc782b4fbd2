"""How a status reads in a terminal."""

from tidings.cli.profile_text import profile_text, status_line
from tidings.registry.profiling.shape import Profile, Status
from tidings.values import Event, Level, parse_edtf

SENTENCED = Status(Event.SENTENCED, parse_edtf("2018-10"), 2, 3, "contested")


def test_a_status_says_how_many_sources_say_so_and_since_when():
    assert status_line(SENTENCED) == "sentenced, say 2 of 3 sources (October 2018)"


def test_months_keep_their_capital_in_a_profile():
    profile = Profile(1, (), (), (), SENTENCED, (), (), 0, Level.TEAM)
    assert "Sentenced, say 2 of 3 sources (October 2018)." in profile_text(profile)


def test_drafts_that_wait_are_said_so():
    profile = Profile(1, (), (), (), SENTENCED, (), (), 2, Level.TEAM)
    assert "2 drafts about this person wait" in profile_text(profile)
