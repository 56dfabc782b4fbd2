"""The example registry, built through the real readers, and compared with the truth file."""

import pytest

from tidings import example
from tidings.example import checking, given_out
from tidings.example.truth import truth
from tidings.registry import folder
from tidings.registry.models import Consent, Correspondence, Draft, Source
from tidings.values import ConsentVerb
from tidings.vault import new_key

pytestmark = pytest.mark.slow

WORKER = "Example Worker"


@pytest.fixture(scope="module")
def progress():
    return []


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    path, key = tmp_path_factory.mktemp("example") / "registry", new_key()
    folder.create_with_key(path, WORKER, key, example=True)
    folder.open_with_key(path, key)
    yield
    folder.lock()


@pytest.fixture(scope="module")
def built(opened, progress):
    return example.build(actor=WORKER, progress=lambda *told: progress.append(told))


@pytest.fixture(scope="module")
def report(built):
    return example.check(built)


def test_every_source_becomes_one_source_and_progress_is_told(built, progress):
    added = {source for file in built.files for source in file.source_ids}
    assert len(added) == len(built.files) == len(example.sources())
    sent = Correspondence.live.values_list("source_id", flat=True)
    objections = Consent.live.filter(verb=ConsentVerb.OBJECTS).values_list("source_id", flat=True)
    assert set(Source.live.values_list("id", flat=True)) == added | {*sent, *objections}
    assert ("reading and adding", len(built.files), len(built.files)) in progress


def test_only_the_files_that_the_truth_leaves_open_wait_for_a_person(built):
    files = {source: file.file for file in built.files for source in file.source_ids}
    waiting = Draft.live.filter(state=Draft.OPEN).values_list("source_id", flat=True)
    assert {files[source] for source in waiting} == truth().left_open


def test_the_readers_see_everybody_whom_lists_and_testimonies_name(report):
    table = report.table(checking.RECORDED)
    for count in table.counts:
        assert count.missed <= (0 if count.label != "article" else 3), count


def test_no_two_people_are_taken_for_one(report):
    assert report.table(checking.LINKED).total.wrong == 0
    assert report.table(checking.APART).total.wrong == 0


def test_most_mentions_of_one_person_are_linked(report):
    total = report.table(checking.LINKED).total
    assert total.right > total.missed


def test_nine_of_ten_names_find_their_person_first_in_every_script(report):
    for count in report.table(checking.FOUND).counts:
        asked = count.right + count.wrong + count.missed
        assert count.right >= 0.9 * asked, count


def test_contradictory_births_of_one_person_are_shown_as_contradictions(report):
    counts = report.table(checking.CONTRADICTIONS).counts
    assert sum(count.right for count in counts) >= 3
    hidden = [each for each in counts if not each.label.endswith(checking.NOT_JOINED)]
    assert all(count.missed == 0 for count in hidden)


def test_what_was_taken_back_is_marked_in_whatever_script_its_speaker_is_written(report):
    assert report.table(checking.RETRACTED).total.missed == 0


def test_what_nobody_can_read_is_said_and_nothing_else(report):
    total = report.table(checking.UNREAD).total
    assert (total.missed, total.wrong) == (0, 0)


def test_everybody_appears_before_each_audience_as_their_families_allow(report):
    total = report.table(given_out.SEEN).total
    assert (total.right, total.wrong, total.missed) == (len(truth().released), 0, 0)


def test_the_numbers_that_do_not_add_up_are_seen_and_the_truth_is_within_the_bounds(report):
    total = report.table(given_out.NUMBERS).total
    assert total.right >= 6
    assert (total.wrong, total.missed) == (0, 0)


def test_no_private_word_is_in_a_release_or_on_a_site(report):
    total = report.table(given_out.LEAKS).total
    assert total.right > 2_000
    assert (total.wrong, total.missed) == (0, 0)


def test_the_check_prints_every_table_and_says_whether_all_is_well(report, built, capsys):
    example.print_summary(built)
    assert example.print_check(report) == (not report.faults)
    told = capsys.readouterr().out
    assert all(table.title in told for table in report.tables)
    assert "invented" in told
