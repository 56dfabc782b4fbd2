"""Rows of plain tables as people: how each row's own words are kept for the reasons."""

from tidings.linkage.people import Person, Vocabulary


def test_a_brother_keeps_his_own_ending_beside_his_sisters():
    vocabulary = Vocabulary()
    brother = Person(
        "row 5", ("Турсынгазыулы Айбар",), relatives=(("sister", "Турсынгазыкызы Акмарал"),)
    )
    written = set(vocabulary.written(brother).values())
    assert "Турсынгазыулы" in written
    assert "Турсынгазыкызы" not in written
