from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.periods_meant import at_its_end, in_periods_meant
from cpstats.claims.terms.claim import Claim
from cpstats.model.question import Question
from cpstats.selecting.archive import Archive
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Town,Year,Population at mid-year,Price index (2010=100),Boats
Tarn,2021,8100,121.0,44
Tarn,2022,8200,130.0,47
"""


def test_a_column_is_of_the_middle_of_its_year_and_an_index_of_its_last_month(
    tmp_path: Path,
) -> None:
    path = tmp_path / "town.csv"
    path.write_text(TABLE, encoding="utf-8")
    package = open_package((str(path),))
    people, prices, boats = package.own_indicators
    middle = ("2022", "2022-Q2", "2022-Q3", "2022-06")
    claim = Claim(0, 1, "1", "x", 1, 1, period="2022", period_readings=middle)

    def readings(indicator: str, one: Claim = claim) -> tuple[str, ...]:
        return in_periods_meant(
            one._replace(indicator=indicator), package.catalogue
        ).period_readings

    assert readings(people) == ("2022",)
    assert readings(boats) == middle
    months = claim._replace(
        period="2021-06/2022-05", period_readings=("2021-06/2022-05", "2022-05"), measure="growth"
    )
    assert readings(prices, months) == ("2022-05",)
    assert readings(boats, months) == months.period_readings


MONTHS = """Region: Tarnford
Indicator,Unit,2023-09,2024-06,2024-09
贷款余额,亿元,80.1,88.8,91.2
出口额,亿元,3.1,3.3,3.4
"""


def test_a_state_at_the_end_of_a_month_is_that_of_the_period_that_ends_there(
    tmp_path: Path,
) -> None:
    path = tmp_path / "months.csv"
    path.write_text(MONTHS, encoding="utf-8")
    package = open_package((str(path),))
    catalogue = package.catalogue
    exports, loans = package.own_indicators
    (place,) = package.own_places
    asked = Question(indicators=(loans, exports), places=(place,))
    archive = Archive.of(package, asked)
    day = "2024-09-30"
    claim = Claim(
        0, 1, "1", "x", 1, 1, place=place, indicator=loans, period=day, period_readings=(day,)
    )
    growth = claim._replace(measure="growth", base_period="2023-09-30")

    def read(one: Claim) -> tuple[tuple[str, ...], str | None]:
        found = at_its_end(one, catalogue, archive)
        return found.period_readings, found.base_period

    assert read(claim) == (("2024-09",), None)
    assert read(growth) == (("2024-09",), "2023-09")
    # what comes together over the months is in a column of one month alone only in part
    assert read(claim._replace(indicator=exports)) == ((day,), None)
    assert read(claim._replace(period="2024-08-31", period_readings=("2024-08-31",)))[0] == (
        "2024-08-31",
    )
