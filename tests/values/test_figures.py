"""Counts of people with their hedges, in five languages."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.values import BadInput, Figure, find_figures, read_figure

EXPECTED = {
    (2001, None): (
        "more than 2,000|over 2000|2,000 odd|more than two thousand people|более 2000|"
        "свыше 2 тыс. человек|больше двух тысяч|2000 с лишним|2000-нан астам|"
        "2 мыңнан астам|екі мыңнан астам адам|2000-нан артық|2000多人|2000余名|超过2000人|"
        "两千多人|2000دىن ئارتۇق|ئىككى مىڭدىن ئارتۇق ئادەم|2000 نان استام ادام"
    ),
    (2000, None): (
        "2,000-plus|2,000+|at least 2,000|no fewer than 2000|2,000 or more|не менее 2000|"
        "2000 и более|кемінде 2000|кем дегенде екі мың|2000-нан кем емес|至少2000人|"
        "不少于2000人|2000人以上|كەم دېگەندە 2000"
    ),
    (180, 220): (
        "about 200|around 200 people|approximately two hundred|some 200|200 or so|"
        "около 200|примерно двести|шамамен 200 адам|200-дей адам|约200人|大约两百人|"
        "200人左右|تەخمىنەن 200 كىشى|200 ئەتراپىدا"
    ),
    (180, 199): (
        "nearly 200|almost 200|close to two hundred|почти 200|200-ге жуық|近200人|将近200|"
        "200گە يېقىن"
    ),
    (None, 500): (
        "up to 500|as many as 500|no more than 500|at most five hundred|до 500|"
        "не более 500 человек|500-ге дейін|ең көбі 500|不超过500人|最多500|500人以下|"
        "500گىچە|ئەڭ كۆپ بولغاندا 500"
    ),
    (None, 9): (
        "fewer than 10|less than ten|менее 10|不到10人|少于十人"
    ),
    (200, 300): (
        "between 200 and 300|from 200 to 300|200-300|200–300 people|200 to 300|"
        "от 200 до 300 человек|200-ден 300-ге дейін|200至300人|200到300名|200دىن 300غىچە|"
        "two to three hundred|200 or 300|两三百人"
    ),
    (2000, 3000): (
        "2-3 thousand|2–3 тысячи человек|2-3 мың адам|两三千人"
    ),
    (24, 99): (
        "dozens|several dozen"
    ),
    (20, 99): (
        "ондаған|数十人|几十名|ئونلىغان|десятки"
    ),
    (200, 999): (
        "hundreds|сотни|несколько сотен человек|жүздеген|数百|几百人|نەچچە يۈز|يۈزلىگەن"
    ),
    (2000, 9999): (
        "thousands|тысячи|мыңдаған|数千人|مىڭلىغان"
    ),
    (20000, 99999): (
        "tens of thousands|десятки тысяч|数万"
    ),
    (200000, 999999): (
        "hundreds of thousands|сотни тысяч|数十万人"
    ),
    (200000, None): (
        "hundreds of thousands and possibly more than a million"
    ),
    (31, None): (
        "三十多|三十余人|more than thirty"
    ),
    (300001, None): (
        "30多万人"
    ),
    (2, 3): (
        "two or three|2-3|两三个人|два или три"
    ),
    (250, 250): (
        "250|two hundred and fifty|двести пятьдесят|екі жүз елу|二百五十人|"
        "ئىككى يۈز ئەللىك"
    ),
    (23, 23): (
        "twenty-three|двадцать три человека|жиырма үш|二十三人|يىگىرمە ئۈچ"
    ),
    (12, 12): (
        "12|a dozen|twelve|он екі адам|ون ەكى ادام|ئون ئىككى|十二人|١٢|１２"
    ),
    (2000, 2000): (
        "2,000|2 000|2.000|2 thousand|две тысячи|2 мың|两千人|2千人|ئىككى مىڭ"
    ),
    (1500000, 1500000): (
        "1.5 million|1,5 млн|150万人|полтора миллиона"
    ),
    (10000, 10000): (
        "一万人|1万|10 мың|ten thousand"
    ),
    (1, 1): (
        "one person|one|один человек|一人|бір адам"
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [(text, *bounds) for bounds, texts in EXPECTED.items() for text in texts.split("|")],
)
def test_a_figure_is_the_interval_that_its_words_mean(text, low, high):
    assert read_figure(text) == Figure(low, high)


HEDGES = {
    "{}": lambda n: (n, n),
    "more than {}": lambda n: (n + 1, None),
    "at least {}": lambda n: (n, None),
    "не менее {}": lambda n: (n, None),
    "{}-нан астам": lambda n: (n + 1, None),
    "至少{}人": lambda n: (n, None),
    "{}多人": lambda n: (n + 1, None),
    "كەم دېگەندە {}": lambda n: (n, None),
    "up to {}": lambda n: (None, n),
    "до {}": lambda n: (None, n),
    "fewer than {}": lambda n: (None, n - 1),
}


@given(
    st.integers(2, 9_999_999),
    st.sampled_from(sorted(HEDGES)),
    st.sampled_from(["", ",", " ", "\u00a0"]),
)
@settings(max_examples=100)
def test_any_number_is_read_with_any_hedge_and_separator(n, hedge, separator):
    digits = f"{n:,}".replace(",", separator)
    assert read_figure(hedge.format(digits)) == Figure(*HEDGES[hedge](n))


@given(st.integers(1, 10_000_000))
def test_about_and_nearly_hold_the_tenth_around_and_below(n):
    about, nearly = read_figure(f"about {n}"), read_figure(f"nearly {n}")
    assert about.low * 10 >= 9 * n > (about.low - 1) * 10
    assert about.high * 10 <= 11 * n < (about.high + 1) * 10
    assert nearly.high == n - 1


@pytest.mark.parametrize(
    "text",
    ["", "people", "many", "the", "Нурлан", "more than", "12 March 2018", "12 foo", "45%", "$500"],
)
def test_what_is_no_figure_is_bad_input(text):
    with pytest.raises(BadInput):
        read_figure(text)


@given(st.text(max_size=60))
def test_any_text_is_a_figure_or_bad_input_and_finds_are_exact_pieces(text):
    try:
        read_figure(text)
    except BadInput as error:
        assert error.message  # noqa: PT017 - that nothing else is raised is the test
    figures = find_figures(text)
    assert all(text[figure.start : figure.end] == figure.words for figure in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "China is allowing more than 2,000 Kazakhs to leave, a country of 18 million people.",
            [(2001, None, "Kazakhs"), (18_000_000, 18_000_000, "people")],
        ),
        ("swept hundreds of thousands and possibly more than a million people into camps",
         [(200_000, None, "people into camps")]),
        ("Hundreds lost contact; he was warned four times.", [(200, 999, "lost"), (4, 4, "times")]),
        ("In 2017 the 45-year-old was sentenced to 15 years with 3 others.", [(3, 3, "others")]),
        ("45% of 2000 families paid $500 at 10:30 on 12 March 2018.", [(2000, 2000, "families")]),
        ("34 people, not 40 as it said before", [(34, 34, "people"), (40, 40, "as it")]),
        ("Задержали 12 человек, ему 45 лет, 500 долларов, статья 293.", [(12, 12, "человек")]),
        ("2018 жылғы 12 наурызда 12 адам ұсталды, 45 жаста, 15 жылға.", [(12, 12, "адам")]),
        ("2018年3月12日他们带走了三个人，他45岁，判15年。", [(3, 3, "个人")]),
        ("ئۇ يەردە 200 دىن ئارتۇق كىشى بار، ئۇ 45 ياش.", [(201, None, "كىشى")]),
        ("By dawn 3,000 to 4,000 families, some two dozen men and upwards of 40 boys had fled",
         [(3000, 4000, "families"), (22, 26, "men"), (41, None, "boys")]),
        ("As many as 1 in 10 adults, aged 19 and 23, 1 043 cases, bail of $2,000, at 8.30 pm",
         [(1043, 1043, "cases")]),
        ("уже более тысячи, около трёх десятков, 11 тыс. задержаний, пара сотен семей",
         [(1001, None, ""), (27, 33, ""), (11000, 11000, "задержаний"), (200, 999, "семей")]),
        ("40-тан астам адам ұсталды, 300-ге жуық отбасы көшті, 5-6 адам оралды",
         [(41, None, "адам"), (270, 299, "отбасы"), (5, 6, "адам")]),
        ("已有数百名维吾尔人，约二百人已获释，超过1.2万人，十几个警察",
         [(200, 999, "名"), (180, 220, "人"), (12001, None, "人"), (10, 19, "个")]),
        ("Article 293, camp 3, No. 5, aged 45, the 2nd, COVID-19, G20.", []),
        ("Call +7 701 234 56 78 or 87012345678, at 10:30.", []),
        ("He is one of them. No one came.", []),
        ("Он не пришёл, она одна, и он ушёл один.", []),
        ("сол кезде онда ешкім болған жоқ, бірге кетті", []),
    ],
)  # fmt: skip
def test_counts_are_found_and_other_numbers_are_not(text, expected):
    found = find_figures(text)
    assert [(f.figure.low, f.figure.high) for f in found] == [
        (low, high) for low, high, _ in expected
    ]
    assert all(f.noun.startswith(noun) for f, (_, _, noun) in zip(found, expected, strict=True))
