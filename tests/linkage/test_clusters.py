"""Whatever the pairs and decisions, some things never happen."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tidings.linkage import Evidence, LinkMention, Relative, ScoredPair, why_impossible
from tidings.linkage.clusters import Clustering, cluster, latest, review

PEOPLE = st.integers(0, 9)
SOME_NAME = Evidence("name", 18.0, "bits_18", {"names": (0, 0)})
WHOLE = Evidence("name_rest", 0.0, "all")
BIRTH = Evidence("birth", 13.5, "same_day")
OTHER_GIVEN = Evidence("name_rest", -6.5, "other_given")


@st.composite
def mentions(draw) -> dict[int, LinkMention]:
    return {
        n: LinkMention(
            n,
            n,
            birth=draw(st.sampled_from([(None, None), (0, 0), (9000, 9000), (0, 364)])),
            sex=draw(st.sampled_from([None, "male", "female"])),
            relatives=draw(st.sampled_from([(), (Relative("father", (), mention=(n + 1) % 10),)])),
        )
        for n in range(10)
    }


@st.composite
def pairs(draw) -> list[ScoredPair]:
    chosen = draw(st.sets(st.tuples(PEOPLE, PEOPLE).filter(lambda p: p[0] < p[1]), max_size=20))
    scored = []
    for a, b in sorted(chosen):
        weight = draw(st.sampled_from([-3.0, 2.0, 8.0, 8.5, 12.0, 20.0]))
        rest = draw(st.sampled_from([WHOLE, WHOLE, OTHER_GIVEN]))
        supported = draw(st.booleans())
        evidence = (SOME_NAME, rest, BIRTH) if supported else (SOME_NAME, rest)
        scored.append(ScoredPair(a, b, weight, 2**weight / (1 + 2**weight), evidence))
    return scored


decisions = st.lists(
    st.tuples(PEOPLE, PEOPLE, st.sampled_from(["same", "different"])).filter(
        lambda d: d[0] != d[1]
    ),
    max_size=8,
)


def together(found: Clustering, a: int, b: int) -> bool:
    return found.clusters[a] == found.clusters[b]


@given(mentions(), pairs(), decisions)
def test_no_cluster_holds_two_whom_a_person_told_apart(known, scored, decided):
    found = cluster(known, scored, decided)
    for (a, b), verdict in latest(decided).items():
        if verdict == "different":
            assert not together(found, a, b)


@given(mentions(), pairs(), decisions)
def test_two_whom_a_person_joined_are_one_unless_another_decision_parts_them(
    known, scored, decided
):
    found = cluster(known, scored, decided)
    if all(verdict == "same" for _, _, verdict in decided):
        assert all(together(found, a, b) for a, b, _ in decided)


@given(mentions(), pairs())
def test_the_machine_never_joins_what_is_impossible(known, scored):
    found = cluster(known, scored, [])
    for a, b in combinations(known, 2):
        if together(found, a, b):
            assert why_impossible(known[a], known[b]) is None


@given(mentions(), pairs())
def test_the_machine_never_joins_two_given_names_that_differ(known, scored):
    found = cluster(known, scored, [])
    for pair in scored:
        if OTHER_GIVEN in pair.evidence:
            assert not together(found, pair.a, pair.b)


@given(mentions(), pairs())
def test_no_merge_rests_on_a_name_alone(known, scored):
    for pair in cluster(known, scored, []).merges:
        assert BIRTH in pair.evidence


@given(mentions(), pairs(), decisions, st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_pairs_does_not_matter(known, scored, decided, chance):
    shuffled, turned = list(scored), list(known.items())
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    assert cluster(dict(turned), shuffled, decided) == cluster(known, scored, decided)


@given(mentions(), pairs(), decisions, PEOPLE, PEOPLE)
def test_a_decision_undone_leaves_exactly_what_was_before(known, scored, decided, a, b):
    before = cluster(known, scored, decided)
    if a != b:
        cluster(known, scored, [*decided, (a, b, "same")])
    assert cluster(known, scored, decided) == before


@given(mentions(), pairs(), decisions)
def test_clusters_are_named_by_their_smallest_mention_and_built_by_their_merges(
    known, scored, decided
):
    found = cluster(known, scored, decided)
    assert all(found.clusters[name] == name <= m for m, name in found.clusters.items())
    assert len(found.merges) == len(known) - len(set(found.clusters.values()))
    assert all(together(found, pair.a, pair.b) for pair in found.merges)


@given(mentions(), pairs(), decisions)
def test_nobody_is_asked_twice_or_about_what_is_settled(known, scored, decided):
    found = cluster(known, scored, decided)
    asked = review(found)
    sides = [tuple(sorted((found.clusters[p.a], found.clusters[p.b]))) for p in asked]
    assert len(set(sides)) == len(sides)
    assert all(a != b for a, b in sides)
    assert not {(p.a, p.b) for p in asked} & set(latest(decided))
