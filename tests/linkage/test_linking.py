"""Families as they come in real lists: who may be merged, who must not."""

from datetime import date

import pytest

from tidings.linkage import LinkMention, NamePart, Relative, explain_evidence, link, number_key

EPOCH = date(1970, 1, 1)
# Lexemes: given names 1.., fathers' names 20.., Chinese spellings 40.., places 60..
ERLAN, SERIK, ASAN, USEN, AIGUL = 1, 2, 3, 4, 5
SULTANOV, ERLANULY, SERIKULY = 20, 21, 22
YE_ER_LAN, YE_LI_LANG, SU_LI_TAN = 40, 41, 42
TEKES, KULJA = 60, 61
NEIGHBOURS = (
    [ERLAN, ERLAN, YE_ER_LAN, SULTANOV],
    [YE_ER_LAN, YE_LI_LANG, YE_LI_LANG, SU_LI_TAN],
    [8.0, 6.0, 7.0, 9.0],
)


def day(text: str) -> tuple[int, int]:
    number = (date.fromisoformat(text) - EPOCH).days
    return (number, number)


def year(number: int) -> tuple[int, int]:
    return ((date(number, 1, 1) - EPOCH).days, (date(number, 12, 31) - EPOCH).days)


def name(*parts: int, roles: tuple[str, ...] = ()) -> tuple[NamePart, ...]:
    roles = roles or ("unknown",) * len(parts)
    return tuple(NamePart(p, r) for p, r in zip(parts, roles, strict=True))


FULL = ("given", "surname")


@pytest.fixture
def crowd() -> list[LinkMention]:
    """Two hundred other people, so that rarity means something."""
    return [
        LinkMention(1000 + n, 1000 + n, (name(500 + n, 900 + n % 40),), year(1950 + n % 50))
        for n in range(200)
    ]


def test_one_person_with_two_chinese_spellings_is_one(crowd):
    cyrillic = LinkMention(1, 1, (name(ERLAN, SULTANOV),), day("1972-03-12"), place=(TEKES,))
    one = LinkMention(2, 2, (name(YE_ER_LAN, SU_LI_TAN),), day("1972-03-12"))
    other = LinkMention(3, 3, (name(YE_LI_LANG, SU_LI_TAN),), day("1972-03-12"), place=(TEKES,))
    found = link([cyrillic, one, other, *crowd], NEIGHBOURS)
    assert found.clusters[1] == found.clusters[2] == found.clusters[3] == 1
    assert len(found.merges) == 2


def test_a_name_alone_never_merges_but_is_asked_about(crowd):
    one = LinkMention(1, 1, (name(ERLAN, SULTANOV, SERIKULY),), sex="male")
    other = LinkMention(2, 2, (name(ERLAN, SULTANOV, SERIKULY),), sex="male")
    found = link([one, other, *crowd])
    assert found.clusters[2] == 2
    assert [(p.a, p.b, p.held) for p in found.review] == [(1, 2, "name_alone")]


def test_twins_stay_two(crowd):
    roles = ("given", "surname", "patronymic")
    asan = LinkMention(
        1, 1, (name(ASAN, SULTANOV, SERIKULY, roles=roles),), day("1980-05-01"), "male", (TEKES,)
    )
    usen = LinkMention(
        2, 2, (name(USEN, SULTANOV, SERIKULY, roles=roles),), day("1980-05-01"), "male", (TEKES,)
    )
    found = link([asan, usen, *crowd])
    assert found.clusters[1] != found.clusters[2]


def test_twins_stay_two_when_a_third_source_names_only_the_family(crowd):
    asan = LinkMention(1, 1, (name(ASAN, SULTANOV, roles=FULL),), day("1980-05-01"), "male")
    usen = LinkMention(2, 2, (name(USEN, SULTANOV, roles=FULL),), day("1980-05-01"), "male")
    vague = LinkMention(3, 3, (name(SULTANOV, roles=("surname",)),), day("1980-05-01"), "male")
    found = link([asan, usen, vague, *crowd])
    assert found.clusters[1] != found.clusters[2]


def test_twins_whom_one_source_calls_brothers_are_asked_about_all_the_same(crowd):
    def told(n: int, given: int, relatives: tuple[Relative, ...] = ()) -> LinkMention:
        names = (name(given, SULTANOV, SERIKULY, roles=("given", "surname", "patronymic")),)
        return LinkMention(n, n, names, day("1980-05-01"), "male", (TEKES,), relatives)

    brother = Relative("brother", (USEN, SULTANOV, SERIKULY), mention=4)
    found = link([told(1, ASAN), told(2, USEN), told(3, ASAN, (brother,)), told(4, USEN), *crowd])
    assert found.clusters[3] == 1
    assert found.clusters[4] == 2
    assert (1, 2) in {(pair.a, pair.b) for pair in found.review}


def test_a_father_and_his_son_with_swapped_names_stay_two(crowd):
    roles = ("given", "patronymic")
    son = LinkMention(1, 1, (name(ERLAN, SERIK, roles=roles),), sex="male", place=(TEKES,))
    father = LinkMention(2, 2, (name(SERIK, ERLAN, roles=roles),), sex="male", place=(TEKES,))
    found = link([son, father, *crowd])
    assert found.clusters[1] != found.clusters[2]


def test_a_father_named_in_his_sons_patronymic_alone_is_no_question_for_a_person(crowd):
    roles = ("given", "patronymic")
    his_child, his_brother = Relative("child", (ASAN,)), Relative("sibling", (ASAN,))
    father = LinkMention(
        1, 1, (name(SERIK, SULTANOV, roles=roles),), sex="male", relatives=(his_child,)
    )
    son = LinkMention(
        2, 2, (name(ERLAN, SERIK, roles=roles),), sex="male", relatives=(his_brother,)
    )
    found = link([father, son, *crowd])
    assert all((pair.a, pair.b) != (1, 2) for pair in found.review)


def test_neighbours_of_one_name_with_other_years_of_birth_stay_two(crowd):
    one = LinkMention(1, 1, (name(ERLAN, SULTANOV),), year(1968), "male", (TEKES,))
    other = LinkMention(2, 2, (name(ERLAN, SULTANOV),), year(1975), "male", (TEKES,))
    found = link([one, other, *crowd])
    assert found.clusters[1] != found.clusters[2]


def test_neighbours_of_one_name_with_other_fathers_stay_two(crowd):
    one = LinkMention(
        1, 1, (name(ERLAN, SULTANOV),), place=(TEKES,), relatives=(Relative("father", (ASAN,)),)
    )
    other = LinkMention(
        2, 2, (name(ERLAN, SULTANOV),), place=(TEKES,), relatives=(Relative("father", (USEN,)),)
    )
    found = link([one, other, *crowd])
    assert found.clusters[1] != found.clusters[2]


def test_a_vague_mention_between_two_neighbours_joins_neither(crowd):
    one = LinkMention(1, 1, (name(ERLAN, SULTANOV),), year(1958), "male", (TEKES,))
    other = LinkMention(2, 2, (name(ERLAN, SULTANOV),), year(1975), "male", (TEKES,))
    vague = LinkMention(3, 3, (name(ERLAN, SULTANOV),), sex="male", place=(TEKES,))
    found = link([one, other, vague, *crowd])
    assert len({found.clusters[n] for n in (1, 2, 3)}) == 3


def test_a_relative_is_never_the_person(crowd):
    mother = LinkMention(1, 1, (name(AIGUL, SULTANOV),), year(1950), place=(TEKES,))
    child = LinkMention(
        2,
        1,
        (name(AIGUL, SULTANOV),),
        year(1950),
        place=(TEKES,),
        relatives=(Relative("mother", (AIGUL,), mention=1),),
    )
    found = link([mother, child, *crowd])
    assert found.clusters[1] != found.clusters[2]
    assert all((p.a, p.b) != (1, 2) for p in found.review)


def test_a_shared_relative_tells_two_mentions_to_be_one(crowd):
    one = LinkMention(
        1, 1, (name(ERLAN, SULTANOV),), relatives=(Relative("wife", (AIGUL, SERIKULY)),)
    )
    other = LinkMention(
        2, 2, (name(ERLAN, SULTANOV),), relatives=(Relative("spouse", (AIGUL, SERIKULY)),)
    )
    found = link([one, other, *crowd])
    assert found.clusters[2] == 1


def test_a_person_outranks_the_machine_both_ways(crowd):
    one = LinkMention(1, 1, (name(ERLAN, SULTANOV),), day("1972-03-12"))
    other = LinkMention(2, 2, (name(ERLAN, SULTANOV),), day("1972-03-12"))
    third = LinkMention(3, 3, (name(USEN),), sex="female")
    people = [one, other, third, *crowd]
    assert link(people).clusters[2] == 1
    decided = link(people, decisions=[(1, 2, "different"), (1, 3, "same")])
    assert decided.clusters[2] == 2
    assert decided.clusters[3] == 1


def test_two_persons_told_apart_by_any_of_their_mentions_are_not_asked_about(crowd):
    def told(n: int, relative: int) -> LinkMention:
        kin = (Relative("father", (relative,)),)
        names = (name(ERLAN, SULTANOV),)
        return LinkMention(n, n, names, year(1972), "male", (TEKES,), kin)

    people = [told(1, ASAN), told(2, ASAN), told(3, USEN), told(4, USEN), *crowd]
    asked = link(people)
    assert asked.clusters[2] == 1
    assert asked.clusters[4] == 3
    assert len(asked.review) == 1
    assert link(people, decisions=[(2, 4, "different")]).review == ()


def test_the_evidence_adds_up_and_can_be_said_in_three_languages(crowd):
    one = LinkMention(1, 1, (name(ERLAN, SULTANOV),), day("1972-03-12"))
    other = LinkMention(2, 2, (name(YE_ER_LAN, SU_LI_TAN),), day("1972-03-12"))
    found = link([one, other, *crowd], NEIGHBOURS)
    (pair,) = found.merges
    total = found.prior + sum(e.weight for e in pair.evidence)
    assert total == pytest.approx(pair.weight)
    words = {ERLAN: "Ерлан", YE_ER_LAN: "叶尔兰", SULTANOV: "Сұлтанов", SU_LI_TAN: "苏力坦"}
    said = [explain_evidence(e, "en", words) for e in pair.evidence]
    assert said[0] == "the names agree (Ерлан = 叶尔兰, Сұлтанов = 苏力坦)"
    for language in ("ru", "kk"):
        assert all(
            explain_evidence(e, language) != explain_evidence(e, "en")
            for e in pair.evidence
            if explain_evidence(e, "en")
        )


def test_nothing_and_one_mention_are_no_trouble():
    assert link([]).clusters == {}
    assert link([LinkMention(7, 1)]).clusters == {7: 7}


def test_a_source_that_gives_both_spellings_bridges_two_that_sound_apart(crowd):
    unlike = 43
    chinese = LinkMention(1, 1, (name(unlike, SU_LI_TAN),), year(1991), "female", (TEKES,))
    kazakh = LinkMention(2, 2, (name(AIGUL, SULTANOV),), year(1991), "female", (TEKES,))
    both = LinkMention(
        3, 3, (name(unlike, SU_LI_TAN), name(AIGUL, SULTANOV)), year(1991), "female", (TEKES,)
    )
    assert link([chinese, kazakh, *crowd], NEIGHBOURS).clusters[2] == 2
    found = link([chinese, kazakh, both, *crowd], NEIGHBOURS)
    assert found.clusters[2] == found.clusters[3] == 1


def test_thousands_of_one_name_in_one_village_do_not_each_meet_each_other():
    same = [LinkMention(n, n, (name(ERLAN, SULTANOV),), place=(TEKES,)) for n in range(1, 20_001)]
    one = LinkMention(30_000, 30_000, (name(ERLAN, SULTANOV),), day("1972-03-12"), place=(TEKES,))
    other = LinkMention(30_001, 30_001, (name(ERLAN, SULTANOV),), day("1972-03-12"))
    found = link([*same, one, other])
    assert (30_000, 30_001) in {(pair.a, pair.b) for pair in (*found.merges, *found.review)}
    assert found.compared < 200_000


def test_a_person_whom_many_sources_name_alike_is_one(crowd):
    alike = [
        LinkMention(n, n, (name(ERLAN, SULTANOV),), day("1972-03-12"), "male", (TEKES,))
        for n in range(1, 41)
    ]
    found = link([*alike, *crowd])
    assert {found.clusters[each.id] for each in alike} == {1}


def born(*days: str, numbers: tuple[str, str] = ("", "")) -> list[LinkMention]:
    """Two mentions of one rare name in one place."""
    return [
        LinkMention(
            n,
            n,
            (name(ERLAN, SULTANOV),),
            day(when) if when else (None, None),
            place=(TEKES,),
            numbers=frozenset([number_key(number, b"k" * 32)] if number else []),
        )
        for n, (when, number) in enumerate(zip(days, numbers, strict=True), 1)
    ]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("1972-03-12", "1972-12-03", "swapped_day_month"),
        ("1972-03-12", "1975-03-12", "one_part_off"),
        ("1972-03-12", "1972-03-21", "one_part_off"),
        ("1972-03-12", "1972-01-01", "same_year"),
        ("1970-01-01", "1970-01-01", "same_day"),
    ],
)
def test_two_dates_that_a_slip_explains_may_be_one_persons(crowd, one, other, code):
    found = link([*born(one, other), *crowd])
    (pair,) = (each for each in (*found.merges, *found.review) if each.a == 1)
    assert pair.held != "impossible"
    assert code in {evidence.code for evidence in pair.evidence}


@pytest.mark.parametrize(
    ("one", "other"),
    [("1972-03-12", "1975-04-02"), ("1970-01-01", "1969-05-02"), ("1950-03-12", "1975-03-12")],
)
def test_two_full_dates_that_no_slip_explains_are_never_merged(crowd, one, other):
    assert link([*born(one, other), *crowd]).clusters[2] == 2


def test_two_valid_national_numbers_are_two_people(crowd):
    numbers = ("11010519491231002X", "440524188001010014")
    found = link([*born("1949-12-31", "1949-12-31", numbers=numbers), *crowd])
    assert found.clusters[2] == 2
    assert all(pair.a != 1 for pair in found.review)


def test_a_shared_document_answers_a_wrong_date_of_birth(crowd):
    numbers = ("N 4418 221", "N 4418 221")
    found = link([*born("1972-03-12", "1950-04-02", numbers=numbers), *crowd])
    assert found.clusters[2] == 1
