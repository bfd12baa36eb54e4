"""Columns beside those of years: a rank, a total, a change; units behind a year; a year of two alone."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

TITLE = "Tea output (kt)\n"


def table(label: str, cells: tuple[str, str] = ("1.5", "2.5"), title: str = TITLE) -> str:
    return f"{title}Country,2016,2017,2018,{label}\nKenya,10.5,11.5,12.5,{cells[0]}\nIndia,20.5,21.5,22.5,{cells[1]}\n"


def rows(text: str) -> list[list[str]]:
    (found,) = foreign("t.csv", text.encode())
    return found.rows


def refused(text: str) -> str:
    with pytest.raises(DataError) as caught:
        rows(text)
    return str(caught.value)


@pytest.mark.parametrize(
    "label",
    ["Total", "Summe", "moyenne", "Razem", "Rang", "順位", "Δ 2018", "Rank 2018", "Rank in 2018", "QoQ 2018",
     "Change 2017/18", "% change 2017-18", "evolución 2017-2018", "Veränderung 2018 zu 2017 in %", "2016-2018",
     "Change 2018", "TCAC 2016-2018", "2018 (rank)", "Growth 2018"],
)  # fmt: skip
def test_what_is_no_figure_of_a_period_is_left_out_beside_years(label: str) -> None:
    found = rows(table(label))
    assert {row[2] for row in found} == {"2016", "2017", "2018"}
    assert len(found) == 6
    assert "1.5" not in {row[4] for row in found}


def test_what_is_left_out_is_said_with_its_whole_label() -> None:
    (found,) = foreign("t.csv", table("Change 2017/18").encode())
    assert "column 5 (“Change 2017/18”) is of no single period: left out" in [
        line.to("en") for line in found.said
    ]


def test_growth_in_per_cent_of_one_year_is_that_of_the_title() -> None:
    (growth,) = [row for row in rows(table("Change 2018 (%)")) if row[1:5:3] == ["Kenya", "1.5"]]
    assert growth[:6] == ["Tea output", "Kenya", "2018", "growth", "1.5", "%"]


@pytest.mark.parametrize("label", ["2017-18", "2017/18", "2017/2018"])
def test_one_year_of_two_among_calendar_years_is_asked_about(label: str) -> None:
    assert f"“{label}” stands alone among calendar years" in refused(table(label))
    assert f"--column {label}=skip (6 figures" in refused(table(label))


def test_two_years_of_accounts_beside_others_are_read() -> None:
    text = f"{TITLE}Country,2016,2017-18,2018-19\nKenya,10.5,11.5,12.5\nIndia,20.5,21.5,22.5\n"
    assert {row[2] for row in rows(text)} == {"2016", "2017/18", "2018/19"}


@pytest.mark.parametrize(
    "label", ["2019 (%)", "2019 [%]", "2019 in %", "2019 (USD)", "2019年(%)", "2019 (ha)"]
)
def test_a_unit_behind_a_year_that_is_not_that_of_the_title_is_asked_about(label: str) -> None:
    told = refused(table(label))
    assert f"“{label}” is in " in told
    assert "the title says kt" in told


@pytest.mark.parametrize("label", ["2019 (Mt)", "2019 Mt", '"2019, Mt"'])
def test_a_unit_behind_a_year_beats_that_of_the_title(label: str) -> None:
    found = {row[2]: row[5] for row in rows(table(label))}
    assert found == {"2016": "kt", "2017": "kt", "2018": "kt", "2019": "Mt"}


def test_units_behind_years_are_no_marks() -> None:
    text = "Tea output\nCountry,2016 (kt),2017 (kt)\nKenya,10.5,11.5\nIndia,20.5,21.5\n"
    assert {tuple(row[2:6:3]) for row in rows(text)} == {("2016", "kt"), ("2017", "kt")}
    marked = "Tea output (kt)\nCountry,2016 (r),2017 (p)\nKenya,10.5,11.5\nIndia,20.5,21.5\n"
    assert {tuple(row[2:6:3]) for row in rows(marked)} == {("2016", "kt"), ("2017", "kt")}


def test_changes_that_a_delta_says_are_left_out() -> None:
    text = "Plant,2019,2020,2021,∆2019/2021 p.a.,∆2020/2021\nHill,100,110,120,0.09,0.09\nDale,50,55,60,0.1,0.1\n"
    (found,) = foreign("t.csv", text.encode(), Hints(place="Nordland"), trying=False)
    assert {row[2] for row in found.rows} == {"2019", "2020", "2021"}
    assert len(found.rows) == 6
