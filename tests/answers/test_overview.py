"""Every indicator of a place beside its benchmark, a row for each kind of comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.overview import overview
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from tests.answers.conftest import Answer, Ask, Own

    from cpstats.model.report import Report

Row = list[str]


def rows(report: Report, block: int = 0) -> list[Row]:
    return [[c.text.en if c.text else "" for c in row] for row in report.blocks[block].rows]


@pytest.fixture(scope="module")
def against_the_city(answer: Answer) -> Report:
    return answer(overview, vs="beijing")


def test_gdp_has_amount_growth_and_average(against_the_city: Report) -> None:
    # DATA.md: share 2024 3.64 (first); growth 2022 1.5 − 0.7; 6.2 − 4.97 = 1.23 over 2021–2025
    found = {r[1]: r[2:] for r in rows(against_the_city) if r[0] == "Gross domestic product"}
    assert found == {
        "amount": [
            "2024",
            "1,811.9",
            "49,843.1",
            "100 million yuan",
            "3.64",
            "% of Beijing",
            "first",
        ],
        "growth": ["2022", "1.5", "0.7", "%", "0.8", "points", "first"],
        "average": [
            "2021–2025",
            "6.2",
            "4.97",
            "%",
            "1.23",
            "points",
            "published / chained rates",
        ],
    }


def test_every_row_is_three_figures(against_the_city: Report) -> None:
    assert len(against_the_city.figures) == 3 * len(rows(against_the_city))
    assert all(f.value is not None for f in against_the_city.figures)
    assert not any(f.bound for f in against_the_city.figures)


def test_a_concentration_is_a_ratio_and_people_are_a_share(against_the_city: Report) -> None:
    found = {(r[0], r[1]): r for r in rows(against_the_city)}
    # DATA.md: share of resident population 2024 10.40
    people = found["Resident population", "amount"]
    assert (people[2], people[7]) == ("2024", "% of Beijing")
    share = next(
        f
        for f in against_the_city.figures
        if (f.indicator, f.measure) == ("resident_population", "share")
    )
    assert share.value == pytest.approx(10.40, abs=0.005)
    assert found["Annual mean PM2.5 concentration", "amount"][7] == "times Beijing"


def test_a_published_average_meets_levels_of_one_release(against_the_city: Report) -> None:
    # DATA.md: Beijing's budget revenue 2020→2024 3.83 from one series; Changping published 9.2
    found = {(r[0], r[1]): r for r in rows(against_the_city)}
    row = found["General public budget revenue", "average"]
    assert row[2:5] == ["2021–2024", "9.2", "3.83"]
    assert row[8] == "published / levels of one release"


def test_a_reading_of_a_published_span_has_a_footnote(against_the_city: Report) -> None:
    said = [text.en for _, text in against_the_city.marks]
    assert any(s.endswith("for 2021–2025; it may mean 2021–2024") for s in said)


def test_old_rows_stand_below_a_rule(against_the_city: Report) -> None:
    (rule,) = against_the_city.blocks[0].ruled
    years = [int(r[2][-4:]) for r in rows(against_the_city)]
    assert min(years[:rule]) >= max(years) - 3
    assert max(years[rule:]) < max(years) - 3


def test_indicators_without_a_common_period_are_named(against_the_city: Report) -> None:
    (note,) = [n.en for n in against_the_city.notes if "no common period" in n.en]
    # `cpstats show exports`: Changping 2025, Beijing 2021–2024
    assert "Exports" in note
    assert "Gross domestic product" not in note
    assert "Target" not in note  # what is never compared is not missing


def test_a_window_keeps_what_lies_in_it(answer: Answer) -> None:
    # Beijing 8.5 and China 8.4 in 2021
    report = answer(overview, places="beijing", vs="china", period="2021")
    found = {r[1]: r for r in rows(report) if r[0] == "Gross domestic product"}
    assert set(found) == {"amount", "growth"}
    assert found["growth"][7] == "points, equal within rounding"
    assert {f.time_period for f in report.figures} == {"2021"}


def test_each_place_has_its_table(answer: Answer) -> None:
    report = answer(overview, places="changping haidian", vs="beijing", period="2022")
    assert [b.columns[3].header.en for b in report.blocks] == ["Changping", "Haidian"]
    # 10206.9 / 41610.9, both of one table
    assert rows(report, 1)[0][2:5] == ["2022", "10,206.9", "41,610.9"]


def test_a_place_is_not_compared_with_itself(answer: Answer) -> None:
    with pytest.raises(UsageError, match="cannot be compared with itself"):
        answer(overview, places="beijing", vs="beijing")


def test_the_newest_year_comes_before_a_newer_month(own: Own, ask: Ask) -> None:
    text = "indicator,ref_area,time_period,obs_value\n" + "".join(
        f"x,{place},{period},{value}\n"
        for place, value in (("X", 4), ("Y", 5))
        for period in ("2020", "2021", "2023-05")
    )
    report = overview(ask(places="X", vs="Y"), own(text, builtin=False))
    assert [r[1:3] for r in rows(report)] == [["amount", "2021"], ["growth", "2021"]]
