"""Periods that a line above a table names; titles are invented."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign
from cpstats.store.recognising.periods_of_titles import periods_in


def periods(title: str) -> set[str]:
    """Return the periods of a table of no years below a title."""
    text = f'"{title}"\nCountry,Male,Female\nPeru,61,66\nChile,52,53\n'
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    return {row[2] for row in found.rows}


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Hut keepers, Q3 2022", "2022-Q3"),
        ("Hut keepers in the third quarter of 2022", "2022-Q3"),
        ("Hüttenwirte, 3. Quartal 2022", "2022-Q3"),
        ("Hut keepers in March 2021 (thousands)", "2021-03"),
        ("Hut keepers, 2021/22", "2021/22"),
        ("Hut keepers, 2021-22", "2021/22"),
        ("Hut keepers at 30 June 2022", "2022"),  # a day of the year
        ("Hut keepers, 2022", "2022"),
    ],
)
def test_a_title_says_which_part_of_its_year_is_meant(title: str, period: str) -> None:
    assert periods(title) == {period}


@pytest.mark.parametrize("title", ["Hut keepers, 2011-12", "Hut keepers, FY 2022", "Hut keepers"])
def test_a_year_that_may_span_two_or_be_a_month_is_asked_for(title: str) -> None:
    with pytest.raises(DataError, match="period of the line is not known"):
        periods(title)


def test_a_base_of_prices_is_no_period() -> None:
    assert [*periods_in("Prices of huts, May 2020 = 100")] == []


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Catch by county, 2021 (Jan-Aug)", "2021-01/2021-08"),
        ("Catch by county, 08/2021", "2021-08"),
        ("Catch by county, Q3/2021", "2021-Q3"),
        ("Catch by county, 2021 (12 months)", "2021"),
        ("Połowy w I półroczu 2021", "2021-H1"),
        ("2021년 하반기 어획량", "2021-H2"),
        ("Captura por estado, acumulado até agosto de 2021", "2021-01/2021-08"),
        ("Catch by county, week 12 of 2021", "None"),
        ("Catch by county, April to August 2021", "None"),
        ("2021年上期の漁獲量", "None"),
        ("2021 yılı Ocak-Ağustos dönemi avı", "None"),
    ],
)
def test_a_part_of_the_year_in_a_title_is_never_the_whole_year(title: str, period: str) -> None:
    assert [str(found) for found in periods_in(title)] == [period]
