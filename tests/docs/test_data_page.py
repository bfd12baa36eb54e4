"""What docs/data.md says of the data is so."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from cpstats.model.columns import OBSERVATION

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/data.md").read_text("utf-8")
CHANGPING, CITY = "110114", "110000"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def observations() -> list[dict[str, str]]:
    return [row for path in (ROOT / "data/observations").glob("*.csv") for row in read(path)]


def years(rows: list[dict[str, str]], area: str, indicator: str, measure: str) -> set[int]:
    return {
        int(row["time_period"])
        for row in rows
        if (row["ref_area"], row["indicator"], row["measure"]) == (area, indicator, measure)
        and row["time_period"].isdigit()
    }


def test_every_column_of_an_observation_is_explained() -> None:
    assert [c for c in OBSERVATION if f"`{c}`" not in PAGE] == []


def test_every_vintage_is_explained() -> None:
    vintages = [row["vintage"] for row in read(ROOT / "data/vintages.csv")]
    assert [v for v in vintages if f"| `{v}` |" not in PAGE] == []


def test_the_nine_rules_are_there() -> None:
    assert re.findall(r"^\*\*(S\d)\b", PAGE, re.MULTILINE) == [f"S{n}" for n in range(1, 10)]


def test_the_known_gaps_of_changping_are_gaps(observations: list[dict[str, str]]) -> None:
    # “GDP levels exist for 1995, 2006 (about), 2015, 2017–2022 and 2024 … only 2022 has a growth”
    levels = years(observations, CHANGPING, "gdp", "level")
    assert levels == {1995, 2006, 2015, *range(2017, 2023), 2024}
    assert years(observations, CHANGPING, "gdp", "growth") == {2022}
    # “no recent annual levels”
    for indicator in (
        "budget_revenue",
        "disposable_income",
        "fixed_asset_investment",
        "retail_sales",
        "trade_total",
        "pm25",
    ):
        assert max(years(observations, CHANGPING, indicator, "level"), default=0) < 2010


def test_the_known_gaps_of_the_districts_are_gaps(observations: list[dict[str, str]]) -> None:
    # “GDP of 2017–2022 for twelve of the sixteen, of 2024 for all”
    places = read(ROOT / "data/places.csv")
    districts = [p["ref_area"] for p in places if p["parent"] == CITY]
    covered = [years(observations, area, "gdp", "level") for area in districts]
    assert len(districts) == 16
    assert sum({*range(2017, 2023)} <= levels for levels in covered) == 12
    assert all(2024 in levels for levels in covered)
