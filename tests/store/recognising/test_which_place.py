"""The question for the place of a table: what stands around it is proposed, tried, and never taken in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.which_place import _of_money, _of_pages

if TYPE_CHECKING:
    from pathlib import Path


def refused(text: str, name: str = "t.csv") -> str:
    with pytest.raises(DataError) as caught:
        foreign(name, text.encode())
    return str(caught.value)


def rows(text: str, **said: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode(), Hints(**said))
    return found.rows


SERIES = "Year,Births,Deaths\n2019,5,3\n2020,6,4\n"


def test_places_of_the_name_of_the_file_are_proposed_each_with_its_line() -> None:
    said = refused(SERIES, "norway_and_peru.csv")
    assert "Perhaps: Norway, in “norway_and_peru”; Peru, in “norway_and_peru”." in said
    assert "import norway_and_peru.csv --area Norway (4 figures, the first Births, Norway" in said
    assert "import norway_and_peru.csv --area Peru (4 figures" in said


def test_the_country_of_a_page_that_a_note_names_is_proposed() -> None:
    said = refused(f"{SERIES}\nSource: https://www.stat.gov.lv/tables/7,\n", "t.csv")
    assert "Perhaps: Latvia, in line 5." in said
    assert "--area Latvia (4 figures" in said


def test_money_and_folder_are_told_of_and_any_place_stands_in_the_line(tmp_path: Path) -> None:
    folder = tmp_path / "wages-in-norway"
    folder.mkdir()
    said = refused("Year,Wages (Kč),Rents (Kč)\n2019,5,3\n2020,6,4\n", str(folder / "t.csv"))
    assert "Perhaps: Czechia, whose money is “Kč”; Norway, in the name of the folder." in said
    assert "--area PLACE (4 figures" in said


def test_money_of_all_the_world_and_sold_domains_say_nothing() -> None:
    assert (_of_money("USD"), _of_money("EUR"), _of_money("kt")) == ([], [], [])
    assert (_of_pages("https://stats.io/a"), _of_pages("see data.gov.uk")) == ([], [])


def test_names_beside_the_figures_are_proposed_as_places_with_all_else_that_is_missing() -> None:
    said = refused("zona_x,area_q,heads\nUpmoor,12,300\nLowfen,15,410\nMidley,9,280\n")
    assert (
        "--column zona_x=place --when YEAR (6 figures, the first area_q, Upmoor, YEAR: 12)" in said
    )
    assert "--area PLACE --when YEAR (6 figures" in said


def test_names_over_the_columns_are_proposed_as_places_beside_one_line_for_all() -> None:
    head = "Rates by area,,,\n,Upmoor,Lowfen,Midley\n,Jobless Rate,Jobless Rate,Jobless Rate\n"
    text = f"{head}2019Q1,6.0,4.0,4.7\n2019Q2,6.3,3.2,5.1\n"
    said = refused(text)
    assert "--column header=place (6 figures, the first Jobless Rate, Upmoor, 2019-Q1: 6.0)" in said
    assert rows(text, place="Norway")[0][:3] == ["Jobless Rate, Upmoor", "Norway", "2019-Q1"]


def test_one_line_for_all_columns_of_known_places_is_what_they_are_of() -> None:
    head = "Year,Norway,Peru,Chile\n,Jobless Rate,Jobless Rate,Jobless Rate\n"
    read = rows(f"{head}2019,6.0,4.0,4.7\n2020,6.3,3.2,5.1\n")
    assert [row[:3] for row in read[:2]] == [
        ["Jobless Rate", "Norway", "2019"],
        ["Jobless Rate", "Peru", "2019"],
    ]


def test_signs_for_missing_figures_that_follow_one_another_stand_in_one_flag() -> None:
    said = refused("Year,Births,Deaths\n2019,5,#REF!\n2020,#VALUE!,4\n2021,7,4\n")
    assert "--area PLACE --missing '#REF! #VALUE!' (4 figures" in said


def test_a_line_that_lists_countries_and_the_header_propose_none() -> None:
    said = refused("Norway Peru Chile\nYear,USA imports,Births\n2019,5,3\n2020,6,4\n")
    assert "Perhaps" not in said


def test_names_under_a_word_for_classes_are_not_proposed_as_places() -> None:
    said = refused("Level of education,2019,2020\nNone,5,6\nBasic,7,8\n", "births.csv")
    assert "=place" not in said


def test_a_word_of_a_note_that_is_also_a_country_is_not_proposed_but_that_of_a_source_is() -> None:
    assert "Perhaps" not in refused(f"{SERIES}\nThe rules of Mali hold on\n")
    assert "Perhaps: Norway" in refused(f"{SERIES}\nSource: Statistics Norway\n")


@pytest.mark.parametrize("quote", ["", '"'])
def test_the_part_of_a_country_that_a_title_names_is_proposed_before_it(quote: str) -> None:
    title = f"{quote}Retail sales, Valle y Sierra, Spain{quote}"
    said = refused(f"{title}\nThousand euros\nShop,2019,2020,2021\nSmall,5,3,4\nLarge,6,4,7\n")
    first, second, *_ = said.split("--area ")[1:]
    assert first.startswith("'Valle y Sierra'")
    assert second.startswith("Spain")


def test_our_district_is_a_place_that_the_table_does_not_name() -> None:
    text = "附表1 2022年我区茶叶主要指标\n指标,单位,实绩\n绿茶产量,吨,50\n"
    with pytest.raises(QuestionError, match="Name it with --area"):
        foreign("t.csv", text.encode(), Hints(), trying=False)


def test_names_under_an_unknown_word_are_asked_about_also_beside_labels_with_units() -> None:
    text = "Quorn,Rent (EUR),Goats (heads)\n{},700,31\n{},650,44\n"
    with pytest.raises(QuestionError, match="not known whether they are places: “Elmby”"):
        rows(text.format("Elmby", "Ashby"), period="2021")
    said = foreign(
        "t.csv",
        text.format("Elmby", "Ashby").encode(),
        Hints(period="2021", columns={"Quorn": "place"}),
    )[0].rows
    assert {row[1] for row in said} == {"Elmby", "Ashby"}
    places = rows(text.replace("Quorn", "Gmina").format("Elmby", "Ashby"), period="2021")
    assert {row[1] for row in places} == {"Elmby", "Ashby"}
    known = rows(text.format("Peru", "Chile"), period="2021")
    assert {row[1] for row in known} == {"Peru", "Chile"}


def test_what_has_a_word_that_no_place_bears_is_no_place_beside_labels_with_units() -> None:
    text = "Quorn,Rent (EUR),Goats (heads)\nMen,700,31\nWomen,650,44\n"
    with pytest.raises(QuestionError, match="does not name its place"):
        rows(text, period="2021")


def test_dollars_of_a_title_propose_no_country() -> None:
    text = "Sales (US$ million)\nYear,Tea,Milk\n2018,1.5,2.5\n2019,3.5,4.5\n"
    with pytest.raises(DataError) as caught:
        foreign("t.csv", text.encode())
    assert "United States" not in str(caught.value)
