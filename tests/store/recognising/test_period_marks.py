"""What stands behind periods: a status is kept, a unit is read, a mark of a note is said; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.period_marks import (
    status_behind,
    status_over,
    told_of_mark,
    unmarked,
)


def read(text: str) -> tuple[list[tuple[str, str, str]], str]:
    """Return period, unit and status of each figure, and what was said."""
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    at = found.header.index("obs_status") if "obs_status" in found.header else None
    rows = [(row[2], row[5], row[at] if at is not None else "") for row in found.rows]
    return rows, " ".join(line.to("en") for line in found.said)


@pytest.mark.parametrize(
    ("above", "status"),
    [
        ("2022 [r],2023 [p]", ["revised", "provisional"]),
        ("2022,2023f", ["", "forecast"]),
        ("2022 (revised),2023 (est.)", ["revised", "provisional"]),
        ("2022年,2023年预计", ["", "forecast"]),
        ("2022*,2023 (1)", ["", ""]),
    ],
)
def test_a_status_behind_the_years_over_columns_is_that_of_their_figures(
    above: str, status: list[str]
) -> None:
    rows, _ = read(f"Hotels (thousands)\nCountry,{above}\nPeru,4,5\nChile,6,7\n")
    assert rows == [
        (year, "thousands", mark)
        for year, mark in zip(("2022", "2023") * 2, status * 2, strict=True)
    ]


def test_a_status_behind_the_years_of_lines_is_that_of_their_figures() -> None:
    rows, said = read("Hotels\nYear,Peru,Chile\n2021,1,2\n2022e,4,5\n2023 (proj.),6,7\n")
    assert rows[::2] == [("2021", "", ""), ("2022", "", "provisional"), ("2023", "", "forecast")]
    assert "2023 (proj.): its figures are marked forecast or target" in said


def test_a_status_behind_the_period_of_a_long_table() -> None:
    lines = "Peru,Rain,2022,4\nPeru,Rain,2023 (p),5\nChile,Rain,2022,6\nChile,Rain,2023,7\n"
    rows, _ = read(f"Country,Indicator,Year,Value\n{lines}")
    assert rows == [
        ("2022", "", ""),
        ("2023", "", "provisional"),
        ("2022", "", ""),
        ("2023", "", ""),
    ]


def test_what_is_no_mark_stays() -> None:
    assert unmarked("2020 (mainland only)") == "2020 (mainland only)"
    assert told_of_mark("2020*").to("en") == "marks behind periods are left out"
    assert (status_behind("2020 (b)"), unmarked("2020 (kt)")) == ("", "2020 (kt)")
    assert status_over([["Country", "2020 (km)p"]], 1) == status_over([["Country"]], 1) == ""


@pytest.mark.parametrize("mark", ["B", "b", "Β"])
def test_a_break_behind_a_year_is_a_mark_also_in_greek(mark: str) -> None:
    text = f"Country,2009,2010{mark},2011\nPeru,5,6,7\nChile,8,9,10\n"
    (found,) = foreign("t.csv", text.encode(), Hints(indicator="Tea"))
    assert [row[2] for row in found.rows[:3]] == ["2009", "2010", "2011"]


def test_a_mark_behind_the_year_of_a_name_is_a_status_and_no_part_of_the_label() -> None:
    text = "Region,Saldo 2018r,Saldo 2019p,Saldo 2020\nOst,1.5,2.5,3.5\nWest,4.5,5.5,6.5\n"
    (found,) = foreign("t.csv", text.encode())
    rows = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    status = {row["time_period"]: row.get("obs_status", "") for row in rows}
    assert status == {"2018": "revised", "2019": "provisional", "2020": ""}
    assert {row["indicator"] for row in rows} == {"Saldo"}


@pytest.mark.parametrize("mark", ["{}(2)", "(2){}", "(2) {}"])
def test_numbers_of_notes_in_brackets_at_years_of_lines_are_left_out_and_said(mark: str) -> None:
    lines = [f"{mark.format(y) if y in (1994, 1996) else y},{y - 1900}" for y in range(1990, 2000)]
    text = "\n".join(["Marriages of Peru,", ",Huts", *lines, ""])
    (found,) = foreign("t.csv", text.encode())
    assert [row[2] for row in found.rows] == [str(year) for year in range(1990, 2000)]
    assert "marks behind periods are left out" in [m.to("en") for m in found.said]
