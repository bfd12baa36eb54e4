"""Names that stand once over several lines, and words of a header over several lines. The figures are made up."""

from __future__ import annotations

import pytest
from tests.store.recognising.test_which_place import refused, rows

from cpstats.store.recognising.filled_stubs import with_filled_stubs
from cpstats.store.recognising.hyphens import with_words_whole

DEEP = (
    '"Hens by region, age, sort and year",,,,'
    "\n,,,,\n,,,2019,2020\n"
    "07 Norway,0 years,brown,11,12\n,,white,21,22\n,1 year,brown,31,32\n,,white,41,42\n"
)


def test_a_name_between_two_others_holds_for_the_lines_of_its_group() -> None:
    found = {(r[0], r[1], r[2]): r[4] for r in rows(DEEP)}
    name = "Hens by region, age, sort and year"
    assert found[f"{name}, 0 years, white", "07 Norway", "2020"] == "22"
    assert found[f"{name}, 1 year, white", "07 Norway", "2019"] == "41"
    assert len(found) == 8


def test_what_a_title_lists_says_of_one_name_that_it_is_a_region() -> None:
    assert {r[1] for r in rows(DEEP)} == {"07 Norway"}
    assert "does not name its place" in refused(DEEP.replace("region, age, sort", "age, sort"))
    assert "does not name its place" in refused(
        DEEP.replace("region, age, sort", "age, region, sort")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",1 year,brown", ",1 year,grey"),  # the groups do not begin alike
        (",,white,41,42", ",,brown,41,42"),  # twice in one group
        ("07 Norway,0 years,brown", "07 Norway,,brown"),  # nothing stands over the first lines
    ],
)
def test_blanks_of_which_it_is_not_sure_stay_what_they_are(old: str, new: str) -> None:
    cells = [line.split(",") for line in DEEP.replace(old, new).splitlines()]
    assert with_filled_stubs(cells, 3) is None


BROKEN = (
    "Jobs of towns\n\n,,Loi-,\n,,terers,Wan-\nPlace,Year,(%),derers\n"
    "Norway,2019,1.5,101\nSweden,2019,2.5,102\n"
)


def test_a_word_that_a_hyphen_breaks_over_two_lines_is_one() -> None:
    found = {(r[0], r[1]): (r[4], r[5]) for r in rows(BROKEN)}
    assert found["Loiterers", "Norway"] == ("1.5", "%")
    assert found["Wanderers", "Sweden"] == ("102", "")


def test_a_hyphen_before_a_capital_or_behind_a_month_breaks_no_word() -> None:
    rest = [["Ost", "5", "6"]]
    assert with_words_whole([["", "Non-", "Un-"], ["Town", "Profit", "(kt)"], *rest], 2) is None
    assert (
        with_words_whole([["", "avril-", "mai"], ["Pays", "juin 2016", "2017"], *rest], 2) is None
    )


COUNTED = (
    "Hut dwellers of lands\n,2011-03-01,2011-03-01,Dwellers,Dwellers\n"
    "Country,{word},Base,2011,2012\nNorway,3087,3088,3093,3115\nSweden,5531,5532,5538,5560\n"
)


@pytest.mark.parametrize("word", ["Census", "Censo", "Zensus"])
def test_the_word_census_over_one_of_several_columns_stays_in_the_name(word: str) -> None:
    found = {(r[0], r[1], r[2]): r[4] for r in rows(COUNTED.format(word=word))}
    assert found[f"Hut dwellers of lands, {word}", "Sweden", "2011-03"] == "5531"


NOTED = (
    "Tea\nRegion: Norway\n\nSort,2019,2020\nGreen,1,2\nBlack,3,4\n\n"
    "Table Corrections:\nDate,Note\n2020-08-31,The figures of 2018 have been corrected.\n\nNotes:\n1,None.\n"
)


def test_a_heading_with_a_colon_below_the_figures_begins_notes() -> None:
    assert [(r[0], r[2], r[4]) for r in rows(NOTED)] == [
        ("Green", "2019", "1"),
        ("Green", "2020", "2"),
        ("Black", "2019", "3"),
        ("Black", "2020", "4"),
    ]
