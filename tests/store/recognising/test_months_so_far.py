"""Months from January to another beside years, and runs of short periods beside a column of something else; all is invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign


def read(text: str, **hints: str) -> set[tuple[str, ...]]:
    """Return period, measure and figure of what is read."""
    (found,) = foreign("t.csv", text.encode(), Hints(**hints), trying=False)  # type: ignore[arg-type]
    return {tuple(map(str, row[2:5])) for row in found.rows}


@pytest.mark.parametrize(
    ("months", "last"),
    [("1-2月", "02"), ("1—5月", "05"), ("前三季度", "09"), ("Jan-Apr", "04"), ("jan–aug", "08")],
)
def test_months_so_far_beside_years_are_no_year(months: str, last: str) -> None:
    text = f"地区：浙江省,,\n月份,2021年,2022年\n{months},210,217\n"
    assert read(text, indicator="茶叶产量") == {
        (f"2021-01/2021-{last}", "level", "210"),
        (f"2022-01/2022-{last}", "level", "217"),
    }


def test_months_and_months_so_far_stand_below_one_another() -> None:
    text = "地区：浙江省,,,\n月份,2021年,2022年,增长(%)\n1月,100,105,5.0\n2月,110,112,1.8\n1-2月,210,217,3.3\n"
    assert {row for row in read(text, indicator="茶叶产量") if row[1] == "growth"} == {
        ("2022-01", "growth", "5.0"),
        ("2022-02", "growth", "1.8"),
        ("2022-01/2022-02", "growth", "3.3"),
    }


def test_a_month_beside_months_so_far_below_a_year_is_that_month() -> None:
    text = "地区,2021年,,2022年,\n,1-2月,3月,1-2月,3月\n河北省,1,2,3,4\n山西省,5,6,7,8\n"
    assert {row[0] for row in read(text, indicator="茶叶产量")} == {
        "2021-01/2021-02",
        "2021-03",
        "2022-01/2022-02",
        "2022-03",
    }


@pytest.mark.parametrize(
    ("header", "periods"),
    [
        ("Ciudad;Ene-21;Feb-21;Mar-21;Total", {"2021-01", "2021-02", "2021-03"}),
        ("City;1Q21;2Q21;3Q21;Average", {"2021-Q1", "2021-Q2", "2021-Q3"}),
        ("地区;98年;99年;00年;合计", {"1998", "1999", "2000"}),
    ],
)
def test_a_total_beside_short_periods_leaves_them_what_they_are(
    header: str, periods: set[str]
) -> None:
    text = f"{header}\nNorway;10;12;13;35\nSweden;4;5;6;15\n"
    assert {row[0] for row in read(text, indicator="Fares")} == periods


def test_a_line_of_notes_above_a_series_leaves_its_times_what_they_are() -> None:
    text = "Title,Fares: Norway\nCDID,ZZQY\nUnit,kt\nRelease date,12-02-2024\nImportant notes,\n2021,100.5\n2022,110.6\n2021 Q1,25.1\n"
    assert {row[0] for row in read(text, place="Norway")} == {"2021", "2022", "2021-Q1"}


@pytest.mark.parametrize("years", ["97年,98年,99年", "10年,11年,12年", "96年,97年,98年"])
def test_years_of_two_digits_that_may_be_of_another_era_are_asked_about(years: str) -> None:
    text = f"地區,{years}\n甲鄉,1,2,3\n乙鄉,4,5,6\n"  # 98 is 2009 in Taiwan, 10 was 1998 in Japan
    with pytest.raises(DataError, match="names none"):
        foreign("t.csv", text.encode(), Hints(indicator="x", place="Ost"))
