"""What letters say: from a release and nothing else, in three languages."""

from dataclasses import replace

import pytest
from tests.publishing.letter_releases import (
    ANNOUNCEMENT,
    NAMES,
    PERSON,
    RELEASE,
    about,
    order,
)

from tidings.publishing.letters import Addressee, compose
from tidings.publishing.release import ReleasedName, ReleasedStatement
from tidings.values import (
    Asked,
    Event,
    LetterKind,
    Mode,
    NothingFound,
    Script,
    Sex,
    WrongUse,
    parse_edtf,
)

LANGUAGES = ("en", "kk", "ru")


def text(kind=LetterKind.APPEAL, language="en", release=RELEASE, **changes):
    return compose(release, order(kind, language, **changes)).text


def test_an_english_appeal_has_the_name_in_latin_with_the_originals_beside_it():
    letter = compose(RELEASE, order())
    assert letter.subject == (
        "Appeal concerning Nurlan Abdildauly (Нұрлан Әбділдаұлы, نۇرلان ءابدىلداۇلى, "
        "努尔兰·阿布迪勒达)"
    )
    assert ("Name", "Nurlan Abdildauly (our transcription)") in [
        (each.label, each.value) for each in letter.particulars
    ]


def test_a_latin_spelling_that_a_source_gives_is_taken_before_any_of_ours():
    release = about(PERSON, names=(*NAMES, ReleasedName("Nurlan Abdilda", Script.LATIN)))
    letter = compose(release, order())
    assert letter.subject.startswith("Appeal concerning Nurlan Abdilda (")
    assert "our transcription" not in letter.text
    assert not any("Latin" in question for question in letter.questions)


def test_a_kazakh_appeal_puts_the_endings_of_the_language():
    letter = compose(RELEASE, order(language="kk"))
    assert letter.addressee[0] == "Қазақстан Республикасының Сыртқы істер министрлігіне"
    assert "Нұрлан Әбділдаұлының отбасының өтініші бойынша" in letter.text
    assert "Нұрлан Әбділдаұлымен байланыс 2018 жылғы наурызда үзілген." in letter.text
    assert "2026 жылғы 24 желтоқсанға дейін беруіңізді өтінеміз" in letter.text
    assert letter.dateline == "Алматы, 2026 жылғы 24 қараша"


def test_a_russian_appeal_leaves_names_as_they_are_and_agrees_with_the_sex():
    letter = compose(RELEASE, order(language="ru"))
    assert letter.addressee[0] == "В Министерство иностранных дел Республики Казахстан"
    assert "что Нұрлан Әбділдаұлы 12 марта 2018 г. был задержан (место: Текес" in letter.text
    woman = text(language="ru", release=about(PERSON, sex=Sex.FEMALE))
    assert "что Нұрлан Әбділдаұлы 12 марта 2018 г. была задержана" in woman


def test_where_the_sex_is_not_known_russian_speaks_of_the_person():
    assert "что этот человек был задержан" in text(language="ru", person="gulnur")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Верховный суд", "В Верховный суд"),
        ("Генеральное консульство", "В Генеральное консульство"),
        ("Генеральная прокуратура", "Генеральная прокуратура"),
        ("Рабочая группа", "Рабочая группа"),
    ],
)
def test_a_russian_address_takes_a_preposition_only_where_no_ending_changes(name, written):
    letter = compose(RELEASE, order(language="ru", addressee=Addressee(name)))
    assert letter.addressee[0] == written


def test_each_statement_is_said_by_its_speaker_in_its_mode():
    said = text()
    for sentence in (
        "A sister (testimony, 2019) says that contact with Nurlan Abdildauly was lost in March",
        "Aydos Serikuly / Айдос Серікұлы (article, Example News Agency, 24 December 2018) "
        "confirms that Nurlan Abdildauly was detained in 2018.",
        "(place: Tekes audany / Текес ауданы)",
        "An uncle (testimony, 2020) estimates that Nurlan Abdildauly was sentenced in summer 2019",
        "Сыртқы істер министрлігі (official statement, 5 November 2020) denies that Nurlan",
        "declines to say whether Nurlan Abdildauly was released in 2020.",
        "A list (March 2021) says that Nurlan Abdildauly was released between 2020 and 2021 "
        "(later taken back).",
        "The sources contradict one another",
        "To Example Ministry, 3 May 2021: no answer.",
    ):
        assert sentence in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("event", list(Event))
def test_any_event_in_any_mode_makes_a_whole_sentence(event, mode, language):
    source = PERSON.timeline[0].source
    statement = ReleasedStatement(event, mode, source, parse_edtf("2018-05"), value="a thing")
    letter = compose(about(PERSON, timeline=(statement,)), order(language=language))
    known = [each for part in letter.paragraphs for each in part.sentences if each.source]
    if event is Event.LETTER_SENT:
        assert not known  # what was written is told under earlier letters
        return
    (sentence,) = known
    assert sentence.source == source
    assert sentence.text[0].isupper()
    assert sentence.text[-1] in ".?"
    assert not set("{}[]") & set(sentence.text)
    assert "  " not in sentence.text


def test_a_statement_with_neither_event_nor_words_is_left_out():
    nothing = replace(PERSON.timeline[0], event=Event.OTHER, value=None)
    letter = compose(about(PERSON, timeline=(nothing,)), order())
    assert not any(each.source for part in letter.paragraphs for each in part.sentences)
    assert "Nothing that we may pass on is known" in letter.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_holds_the_figure_its_bounds_and_the_note_of_bias(language):
    letter = compose(RELEASE, order(LetterKind.INFORMATION, language))
    values = [each.value for each in letter.particulars]
    expected = {
        "en": ["more than 2,000 people", "3 people", "11 people", "0–0.6%"],
        "kk": ["2\u00a0000-нан астам адам", "3 адам", "11 адам", "0–0,6%"],
        "ru": ["более 2\u00a0000 человек", "3 человека", "11 человек", "0–0,6%"],
    }[language]
    assert values[:4] == expected
    numbered = [part for part in letter.paragraphs if part.style == "numbered"]
    assert len(numbered[0].sentences) == 5
    bias = {"en": "not who was taken", "kk": "бәрі емес", "ru": "не все"}[language]
    assert bias in letter.text


def test_a_contradicted_figure_is_asked_about():
    letter = compose(RELEASE, order(LetterKind.INFORMATION, announcement="few"))
    assert "More people are certainly known by name than the figure allows." in letter.text
    assert "How is it explained" in letter.text
    assert letter.questions == ("Which period is the figure about?",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_letter_is_the_familys_words_under_the_familys_name(language):
    letter = compose(RELEASE, order(LetterKind.OPEN_LETTER, language, signatory=None))
    quotes = [part.sentences[0].text for part in letter.paragraphs if part.style == "quote"]
    assert quotes == PERSON.words.splitlines()
    assert letter.signature[1] == "Айгүл Әбділдақызы"
    assert "Example Volunteers" in letter.signature[2]


def test_an_open_letter_that_nobody_signs_by_name_is_the_familys():
    release = about(PERSON, seekers=())
    letter = compose(release, order(LetterKind.OPEN_LETTER, "kk", signatory=None))
    assert letter.signature[1] == "Нұрлан Әбділдаұлының отбасы"


def test_an_open_letter_to_everybody_needs_no_addressee():
    letter = compose(RELEASE, order(LetterKind.OPEN_LETTER, addressee=Addressee("")))
    assert letter.addressee == ()


def test_a_story_of_twenty_thousand_words_is_refused_with_its_length():
    release = about(PERSON, words="word " * 20_000)
    with pytest.raises(WrongUse, match=r"20,000 words long; an open letter holds up to 1,500"):
        compose(release, order(LetterKind.OPEN_LETTER))


@pytest.mark.parametrize("words", ["我们等他。" * 1000, "x" * 20_000])
def test_a_story_without_spaces_is_measured_too(words):
    with pytest.raises(WrongUse, match="words long"):
        compose(about(PERSON, words=words), order(LetterKind.OPEN_LETTER))


@pytest.mark.parametrize("kind", [LetterKind.APPEAL, LetterKind.OPEN_LETTER])
@pytest.mark.parametrize("person", ["sought", "other"])
def test_who_may_not_be_named_gets_no_letter(person, kind):
    with pytest.raises(NothingFound, match="not by name"):
        compose(RELEASE, order(kind, person=person))


@pytest.mark.parametrize(
    ("kind", "changes", "error"),
    [
        (LetterKind.APPEAL, {"person": None}, WrongUse),
        (LetterKind.APPEAL, {"person": "nobody"}, NothingFound),
        (LetterKind.APPEAL, {"addressee": Addressee(" \u200b")}, WrongUse),
        (LetterKind.INFORMATION, {"announcement": None}, WrongUse),
        (LetterKind.INFORMATION, {"announcement": "none"}, NothingFound),
    ],
)
def test_an_order_that_cannot_be_met_is_answered_in_words(kind, changes, error):
    with pytest.raises(error) as raised:
        compose(RELEASE, order(kind, **changes))
    assert raised.value.remedy


def test_a_person_without_any_name_gets_no_letter():
    with pytest.raises(NothingFound, match="no name"):
        compose(about(PERSON, names=()), order())


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "How is the name written in Latin letters, as in a passport?"),
        ("kk", "Аты-жөні кирилл әріпімен қалай жазылады?"),
        ("ru", "Как имя пишется кириллицей?"),
    ],
)
def test_what_is_missing_becomes_questions_for_the_family(language, asked):
    letter = compose(RELEASE, order(language=language, person="gulnur"))
    assert letter.questions[0] == asked
    assert len(letter.questions) == 9


def test_without_a_wish_of_the_family_only_word_is_asked_for():
    letter = compose(RELEASE, order(person="gulnur"))
    asked = letter.paragraphs[-1].sentences
    assert [each.text for each in asked] == [
        "to find out where Gulnur Imin is and in what condition, and to tell the family."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wish_of_the_family_is_a_line_of_its_own(language):
    letter = compose(about(PERSON, asks=tuple(Asked)), order(language=language))
    lines = [each.text for each in letter.paragraphs[-1].sentences]
    assert len(set(lines)) == len(Asked)
    assert [line[-1] for line in lines] == [";"] * 5 + ["."]


def test_marks_that_turn_or_hide_text_do_not_reach_the_letter():
    name = ReleasedName("Nur\u202elan\u2066 <script>alert(1)</script>\u0007", Script.LATIN)
    letter = compose(about(PERSON, names=(name,)), order())
    assert "Nurlan <script>alert(1)</script>" in letter.subject
    assert not set("\u202e\u2066\u0007") & set(letter.text)


def test_an_announcement_without_a_speaker_is_told_by_its_publisher():
    release = replace(RELEASE, announcements=(replace(ANNOUNCEMENT, speaker=None),))
    said = text(LetterKind.INFORMATION, release=release)
    assert "Example News Agency (article, 24 December 2018) gives this figure" in said


def test_what_is_invented_is_marked_so():
    assert compose(RELEASE, order()).invented
    assert not compose(replace(RELEASE, invented=False), order()).invented
