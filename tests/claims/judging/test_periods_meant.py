from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.judging.periods_meant import in_periods_meant
from cpstats.claims.terms.claim import Claim
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
