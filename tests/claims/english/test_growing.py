from __future__ import annotations

from cpstats.claims.english.growing import by_quarter, who_grows


def test_a_place_that_grows_is_named_unless_its_name_is_that_of_something_else() -> None:
    assert (
        who_grows("The bank expects Anhui to grow ", "The bank expects       to grow ") == "Anhui"
    )
    assert who_grows("In 2021 Exports grew ", "In      Exports grew ") == ""


def test_growth_quarter_by_quarter_is_that_of_the_whole() -> None:
    assert by_quarter("By quarter, economic growth was ")
    assert not by_quarter("In the quarter, exports were ")


def test_output_itself_is_no_place_that_grows() -> None:
    assert who_grows(" of GDP, grew ", ", grew ") == ""
    assert who_grows("Hunan grew ", "      grew ") == "Hunan"
