"""The people of any table, read for matching: columns, parts of births, relatives, numbers."""

from pathlib import Path

import pytest

from tidings.reading import Listing, Use, read_people
from tidings.values import Kin, WrongUse


def listing(folder: Path, text: str, **told: str) -> Listing:
    table = folder / "table.csv"
    table.write_text(text, encoding="utf-8")
    (found,) = read_people(table, told=told)
    return found


def uses(found: Listing) -> list[Use]:
    return [column.use for column in found.columns]


def test_given_name_and_surname_are_one_name_and_other_writings_are_more_names(tmp_path):
    found = listing(tmp_path, "full_name,first_name,surname\nbolat s serikov,bolat,serikov\n")
    assert found.people[0].names == ("Bolat Serikov", "Bolat S Serikov")


def test_a_birth_in_three_columns_is_one_birth_as_exact_as_its_parts(tmp_path):
    found = listing(
        tmp_path,
        "name,birth year,birth month,birth day\n"
        "Erlan Sultanov,1972,3,12\nAigul Abenova,1975,11,\nBolat Serikov,1960,2,30\n"
        "Nurlan Kasenov,,4,5\n",
    )
    assert [who.birth and who.birth.edtf for who in found.people] == [
        *("1972-03-12", "1975-11", "1960-02"),
        None,
    ]


def test_the_users_word_about_a_column_stands(tmp_path):
    text = "name,x,y,z,w\nErlan Sultanov,Marat Sultanov,17,f,n1\n"
    found = listing(tmp_path, text, x="father", y="number", z="sex", w="other")
    assert uses(found) == [Use.NAME, Use.KIN, Use.NUMBER, Use.SEX, Use.OTHER]
    assert found.people[0].relatives == ((Kin.FATHER, "Marat Sultanov"),)
    assert found.people[0].numbers == ("17",)
    assert found.people[0].sex == "female"


def test_parts_of_a_birth_may_be_named_by_hand(tmp_path):
    text = "name,q,r,s\nErlan Sultanov,1972,3,12\n"
    found = listing(tmp_path, text, A="name", B="birth_year", C="birth_month", D="birth_day")
    assert found.people[0].birth.edtf == "1972-03-12"


def test_a_word_that_is_no_role_is_refused_with_the_roles_that_there_are(tmp_path):
    with pytest.raises(WrongUse, match=r"no role 'nmae'.*given, surname.*father"):
        listing(tmp_path, "name,x\nErlan Sultanov,1\n", x="nmae")


def test_headings_that_nobody_knows_are_headings_all_the_same(tmp_path):
    text = "fnm,lnm,colour\nErlan,Sultanov,red\nAigul,Abenova,blue\n"
    found = listing(tmp_path, text, fnm="given", lnm="surname")
    assert [who.names for who in found.people] == [("Erlan Sultanov",), ("Aigul Abenova",)]
    assert found.columns[2].use is Use.UNTOLD


def test_a_total_and_the_header_again_are_nobody(tmp_path):
    text = "name,born\nErlan Sultanov,1972\nname,born\nTotal,1\n"
    found = listing(tmp_path, text)
    assert [bool(who.names) for who in found.people] == [True, False, False]
    assert found.rows[2] == ["Total", "1"]


def test_what_happened_to_a_person_does_not_say_who_it_is(tmp_path):
    text = "name,status,date of detention\nErlan Sultanov,detained,2018-03\n"
    assert uses(listing(tmp_path, text)) == [Use.NAME, Use.IGNORE, Use.IGNORE]


def test_terse_headings_of_databases_are_known(tmp_path):
    text = "id,fname_c1,fname_c2,lname_c1,by,bm,bd\n1,CARSTEN,,MEIER,1949,7,22\n"
    text += "2,GERD,UWE,BAUER,1968,7,27\n3,ROBERT,,HARTMANN,1930,4,30\n"
    found = listing(tmp_path, text)
    assert [who.names for who in found.people[:2]] == [("Carsten Meier",), ("Gerd Uwe Bauer",)]
    assert [who.birth.edtf for who in found.people[:2]] == ["1949-07-22", "1968-07-27"]


def test_names_in_columns_of_two_scripts_are_two_names(tmp_path):
    text = (
        "first name,surname,first name (Chinese),surname (Chinese)\nErlan,Sultanov,叶尔兰,苏力坦\n"
    )
    found = listing(tmp_path, text + "Aigul,Abenova,阿依古丽,阿别诺娃\n")
    assert found.people[0].names[0] == "Erlan Sultanov"
    assert len(found.people[0].names) > 1


def test_small_numbers_under_an_unknown_heading_are_no_ages(tmp_path):
    found = listing(tmp_path, "name,plot\nErlan Sultanov,17\nAigul Abenova,17\n")
    assert uses(found) == [Use.NAME, Use.UNTOLD]


def test_a_number_that_comes_back_does_not_number_the_rows(tmp_path):
    found = listing(tmp_path, "name,house number\nErlan Sultanov,17\nAigul Abenova,17\n")
    assert uses(found) == [Use.NAME, Use.UNTOLD]
