"""What an analyst asks of the example packages in one command, recomputed from their files alone."""

from __future__ import annotations

import csv
from math import log
from pathlib import Path

import pytest

import cpstats

EXAMPLES = Path(__file__).parents[3] / "shared" / "examples"
pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="../shared/examples is not here")


def levels(package: str, indicator: str, basis: str) -> dict[tuple[str, int], float]:
    """Return the levels of an indicator by place and year, read without the program."""
    path = EXAMPLES / package / "observations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["ref_area"], int(row["time_period"])): float(row["obs_value"])
            for row in csv.DictReader(file)
            if row["indicator"] == indicator
            and row["measure"] == "level"
            and row["price_basis"] == basis
        }


def test_the_five_states_that_grew_fastest_over_eight_years() -> None:
    own = levels("us_states", "state_gdp", "current")
    growth = {
        area: ((value / own[area, 2015]) ** (1 / 8) - 1) * 100
        for (area, year), value in own.items()
        if year == 2023 and area != "US"
    }
    first = sorted(growth, key=lambda area: -growth[area])[:5]
    given = {"data": str(EXAMPLES / "us_states"), "builtin": False, "basis": "nominal"}
    frame = cpstats.growth(
        "state_gdp", among="united-states", start=2015, end=2023, top=5, **given
    ).to_frame()
    assert frame.ref_area.tolist() == first
    assert frame.value.tolist() == pytest.approx([growth[area] for area in first])


def test_shares_of_several_years_in_one_table() -> None:
    own = levels("us_states", "state_gdp", "current")
    report = cpstats.share(
        "state_gdp",
        among="united-states",
        period="2015,2023",
        rows="place",
        data=str(EXAMPLES / "us_states"),
        builtin=False,
    )
    frame = report.to_frame()
    shares = frame[frame.measure == "share"].set_index("ref_area")
    assert len(shares) == 51
    for area in ("US-CA", "US-VT"):
        for year in (2015, 2023):
            wanted = own[area, year] / own["US", year] * 100
            assert shares.loc[area, str(year)] == pytest.approx(wanted)


def test_theil_of_the_english_regions_year_by_year() -> None:
    heads = levels("uk_regions", "midyear_population", "")
    each = levels("uk_regions", "gdp_per_head", "current")
    frame = cpstats.inequality(
        "gdp_per_head",
        among="england",
        weight="midyear_population",
        period="2019..2021",
        data=str(EXAMPLES / "uk_regions"),
        builtin=False,
    ).to_frame()
    made = frame[frame.measure == "theil_t:midyear_population"].set_index("time_period").value
    for year in (2019, 2020, 2021):
        regions = [f"TL{letter}" for letter in "CDEFGHIJK"]
        people = sum(heads[r, year] for r in regions)
        mean = sum(heads[r, year] * each[r, year] for r in regions) / people
        parts = ((heads[r, year] / people, each[r, year] / mean) for r in regions)
        assert made[str(year)] == pytest.approx(sum(w * u * log(u) for w, u in parts))


def test_the_lorenz_curve_of_a_total_orders_regions_by_what_a_head_has() -> None:
    heads = levels("uk_regions", "midyear_population", "")
    whole = levels("uk_regions", "regional_gdp", "current")
    regions = sorted(
        (f"TL{letter}" for letter in "CDEFGHIJK"), key=lambda r: whole[r, 2020] / heads[r, 2020]
    )
    frame = cpstats.derive(
        "lorenz",
        "regional_gdp",
        of="midyear_population",
        among="england",
        period=2020,
        data=str(EXAMPLES / "uk_regions"),
        builtin=False,
    ).to_frame()
    curve = frame[frame.measure == "lorenz:midyear_population"]
    below = frame[frame.measure == "lorenz_below:midyear_population"]
    assert curve.ref_area.tolist() == regions
    total, people = (sum(of[r, 2020] for r in regions) for of in (whole, heads))
    assert curve.value.iloc[3] == pytest.approx(
        sum(whole[r, 2020] for r in regions[:4]) / total * 100
    )
    assert below.value.iloc[3] == pytest.approx(
        sum(heads[r, 2020] for r in regions[:4]) / people * 100
    )
