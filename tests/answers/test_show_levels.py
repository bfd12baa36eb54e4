"""`show` holds every period asked for, levels on every price basis, and growth that levels give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.show import show

if TYPE_CHECKING:
    from tests.answers.conftest import Ask, Own

    from cpstats.model.report import Report

HEAD = "indicator,ref_area,time_period,measure,price_basis,obs_value,unit\n"
QUARTERS = "".join(
    f"Tolls,Vik,{year}-Q{q},level,,{10 * (year - 2020) + q},kt\n"
    for year in (2021, 2022)
    for q in (1, 2, 3, 4)
)
CUMULATED = "".join(
    f"Freight,Vik,{year}-01/{year}-{month:02},level,,{value},kt\n"
    for year, factor in ((2022, 10), (2023, 11))
    for month, value in ((2, 2 * factor), (3, 3 * factor), (6, 6 * factor), (9, 9 * factor))
)


def of(report: Report, measure: str) -> dict[str, float | None]:
    return {f.time_period: f.value for f in report.figures if f.measure == measure}


def in_tables(report: Report) -> list[list[str]]:
    return [[row[0].text.en for row in b.rows if row[0].text] for b in report.blocks]


@pytest.mark.parametrize("period", ["", "2021..2022"])
def test_a_series_of_quarters_is_shown_whole(period: str, own: Own, ask: Ask) -> None:
    package = own(HEAD + QUARTERS, builtin=False)
    report = show(ask("Tolls", places="Vik", freq="", period=period), package)
    assert len(of(report, "level")) == 8
    assert len(in_tables(report)[0]) == 8


def test_a_table_of_years_says_which_quarters_it_leaves_out(own: Own, ask: Ask) -> None:
    years = "Tolls,Vik,2021,level,,50,kt\nTolls,Vik,2022,level,,90,kt\n"
    package = own(HEAD + QUARTERS + years, builtin=False)
    report = show(ask("Tolls", places="Vik", freq=""), package)
    assert [len(rows) for rows in in_tables(report)] == [2, 4]
    assert len(of(report, "level")) == 10  # machine formats have them all
    assert "Tables leave out 4 periods" in " ".join(note.en for note in report.notes)
    asked = show(ask("Tolls", places="Vik", freq="", period="2021..2022"), package)
    assert [len(rows) for rows in in_tables(asked)] == [2, 8]


def test_every_cumulation_and_its_growth_come_in_one_command(own: Own, ask: Ask) -> None:
    package = own(HEAD + CUMULATED, builtin=False)
    report = show(ask("Freight", places="Vik", freq="ytd"), package)
    assert len(of(report, "level")) == 8
    # 2023 is 1.1 times 2022 in each of January–February, Q1, H1 and January–September
    growth = of(report, "growth")
    assert list(growth) == ["2023-01/2023-02", "2023-Q1", "2023-H1", "2023-01/2023-09"]
    assert list(growth.values()) == pytest.approx([10] * 4)
    assert any(note.en.startswith("Growth without a published rate") for note in report.notes)


def test_quarters_that_are_no_cumulation_are_not_among_them(own: Own, ask: Ask) -> None:
    package = own(HEAD + QUARTERS, builtin=False)
    report = show(ask("Tolls", places="Vik", freq="ytd"), package)
    assert list(of(report, "level")) == ["2021-Q1", "2022-Q1"]


def test_levels_at_current_and_at_constant_prices_stand_in_two_tables(own: Own, ask: Ask) -> None:
    text = (
        "Trade,Vik,2018,level,current,200,亿元\nTrade,Vik,2019,level,current,230,亿元\n"
        "Trade,Vik,2018,level,constant:2018,200,亿元\nTrade,Vik,2019,level,constant:2018,210,亿元\n"
    )
    report = show(ask("Trade", places="Vik", freq=""), own(HEAD + text))
    titles = [block.title.en for block in report.blocks if block.title]
    assert titles == ["Trade · Vik · at current prices", "Trade · Vik · at prices of 2018"]
    growth = {f.price_basis: f.value for f in report.figures if f.measure == "growth"}
    assert growth == {"current": pytest.approx(15), "constant": pytest.approx(5)}
    columns = [block.columns[2] for block in report.blocks]
    assert [(c.header.en, c.unit) for c in columns] == [
        ("nominal growth", "%"),
        ("real growth", "%"),
    ]


def test_published_growth_stays_alone_where_levels_are_of_another_kind(own: Own, ask: Ask) -> None:
    text = (
        "gdp,Vik,2018,level,current,200,亿元\ngdp,Vik,2019,level,current,230,亿元\n"
        "gdp,Vik,2018,growth,constant,4,%\n"
    )
    report = show(ask("gdp", places="Vik", freq=""), own(HEAD + text))
    assert of(report, "growth") == {"2018": 4}  # no nominal 15 % in a column of real growth


def test_a_rate_has_no_growth_in_per_cent(own: Own, ask: Ask) -> None:
    text = "Jobless,Vik,2018,level,,4,%\nJobless,Vik,2019,level,,5,%\n"
    report = show(ask("Jobless", places="Vik", freq=""), own(HEAD + text))
    assert of(report, "growth") == {}


def test_one_period_of_many_places_has_growth_on_one_basis(own: Own, ask: Ask) -> None:
    text = (
        "gdp,Vik,2018,level,current,200,亿元\ngdp,Vik,2019,level,current,230,亿元\n"
        "gdp,Nes,2019,level,current,90,亿元\ngdp,Nes,2019,growth,constant,3,%\n"
    )
    package = own(HEAD + text)
    report = show(ask("gdp", places="Vik Nes", freq="", period="2019"), package)
    assert of(report, "growth") == {"2019": 3}  # Nes; Vik's 15 % would be nominal
    alone = show(ask("gdp", places="Vik", freq="", period="2019"), package)
    assert of(alone, "growth") == {"2019": pytest.approx(15)}
