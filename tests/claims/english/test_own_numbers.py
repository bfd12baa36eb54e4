"""Bare numbers and units that a table of one's own makes readable."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cpstats.claims.check import Asked, check
from cpstats.claims.english.numbers import spots
from cpstats.claims.english.own_numbers import of_an_index
from cpstats.claims.texts import of_sentence
from cpstats.model.indicator import Indicator
from cpstats.store.package import Package, open_package

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """Area,Year,Number of mills,Rent index (2019 = 100),Divorces per 1000 inhabitants,Peat dug (GWh),Age at death (years),GDP (million euros),Real GDP growth (%)
Sollis,2022,3410,108.7,2.4,1180,71.3,5210,1.8
Sollis,2023,3295,113.2,2.1,1255,71.9,5480,2.6
Orrin,2022,1720,104.9,1.7,640,73.0,2190,3.3
Orrin,2023,1688,110.4,1.9,702,73.6,2310,0.7
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    path: Path = tmp_path_factory.mktemp("own") / "areas.csv"
    path.write_text(TABLE, encoding="utf-8")
    return open_package((str(path),))


def _said(package: Package, text: str) -> list[str]:
    asked = Asked(published=date(2024, 5, 1), place=None, every=True)
    records = check([of_sentence(text)], package, asked).records
    return [f"{text[r['start'] : r['end']]} {r['verdict']}" for r in records]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rent index (2019 = 100) of Sollis stood at 113.2 in 2023, after 108.7 in 2022.", ["113.2 confirmed", "108.7 confirmed"]),
        ("The rent index of Sollis was 131.4 in 2023.", ["131.4 contradicted"]),
        ("The rent index (2015 = 100) of Sollis was 131.4 in 2023.", ["131.4 unverifiable"]),
        ("The rent index of Sollis was 104.1 in 2023.", ["104.1 unverifiable"]),
        ("The rent index of Sollis reached 113.2 in 2023. In Orrin the index was 110.4.", ["113.2 confirmed", "110.4 confirmed"]),
        ("Orrin had 1,688 mills in 2023.", ["1,688 confirmed"]),
        ("The number of mills in Orrin was 1,688 in 2023, in Sollis 3,295.", ["1,688 confirmed", "3,295 confirmed"]),
        ("Peat dug came to 1,255 GWh in Sollis in 2023 and 720 GWh in Orrin.", ["1,255 GWh confirmed", "720 GWh contradicted"]),
        ("Peat dug came to 1,255 GWh in Sollis in 2023, of which 340 GWh came from the north.", ["1,255 GWh confirmed"]),
        ("Age at death rose from 71.3 years in 2022 to 71.9 years in 2023 in Sollis.", ["71.3 years confirmed", "71.9 years confirmed"]),
        ("Over 10 years the age at death in Orrin has risen.", []),
        ("The divorce rate in Orrin was 1.9 per 1,000 inhabitants in 2023, against 2.1 in Sollis.", ["1.9 per 1,000 inhabitants confirmed", "2.1 confirmed"]),
        ("In 2023 the divorce rate in Sollis was 1.2 per 1,000 inhabitants.", ["1.2 per 1,000 inhabitants contradicted"]),
        ("Real GDP grew 2.6 percent in Sollis in 2023, and 7.0 percent in Orrin.", ["2.6 percent confirmed", "7.0 percent contradicted"]),
        ("In Orrin a mood of 6.8 was found in 2023, and 1,204 letters came.", ["1,204 unverifiable"]),
    ],
)  # fmt: skip
def test_bare_numbers_of_own_columns(package: Package, text: str, found: list[str]) -> None:
    assert _said(package, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The rent index of Orrin was 110.4 in 2023. For new flats it was 126.2, for houses 98.3.",
        "Divorces per 1,000 inhabitants were 1.9 in Orrin in 2023. Drink led to 0.4 divorces per 1,000 inhabitants.",
        "Peat dug was 702 GWh in Orrin in 2023. In Orrin consumption was 955 GWh.",
        "Of the two areas only Sollis saw the number of mills fall, to 3,295 in 2023.",
        "A mill worked 13.6 days in Orrin in 2023, up from 12.9. In the south the number of mills fell to 840.",
        "The mean mill had 2.5 hands in Orrin in 2023, against 2.6 in Sollis. Growth of 9.5 percent is expected.",
        "Peat dug came to 702 GWh in Orrin in 2023. In bogs it was 511 GWh, in fens 1,044.",
        "Both areas dug more peat. In the region as a whole the rent index was 112.1.",
    ],
)
def test_what_is_of_something_else_is_not_accused(package: Package, text: str) -> None:
    verdicts = {said.split()[-1] for said in _said(package, text)}
    assert not verdicts & {"contradicted", "inconsistent"}


def test_points_are_those_of_an_index_only_where_nothing_says_per_cent() -> None:
    rents = Indicator("rents", theme="own", name_en="Rent index", unit="2015年=100")
    for text, unit in (
        ("fell by 2.5 points.", ""),
        ("by 2.5 percentage points.", "percentage points"),
    ):
        [spot] = spots(text)
        assert of_an_index(spot, rents, text).unit == unit
        assert of_an_index(spot, None, text) == spot
