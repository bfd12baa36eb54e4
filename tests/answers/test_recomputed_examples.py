"""What an analyst asks of the example packages in one command, recomputed from their files alone.

They have neither branches nor months: shift-share and cumulations are of the tables of
../shared/datasets. The same questions of a table that is always here: test_recomputed_own_table.py.
"""

from __future__ import annotations

import csv
from math import log, prod
from pathlib import Path

import pytest

import cpstats

EXAMPLES = Path(__file__).parents[3] / "shared" / "examples"
DATASETS = EXAMPLES.parent / "datasets"
REGIONS = [f"TL{letter}" for letter in "CDEFGHIJK"]  # of England
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


def test_the_five_regions_that_grew_fastest_over_ten_years() -> None:
    rates: dict[str, list[float]] = {}
    path = EXAMPLES / "uk_regions" / "observations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            growth_of = row["indicator"] == "regional_gdp" and row["measure"] == "growth"
            inside = "2012" <= row["time_period"] <= "2021" and row["ref_area"] in REGIONS
            if growth_of and inside:
                rates.setdefault(row["ref_area"], []).append(float(row["obs_value"]))
    growth = {}
    for area, own in rates.items():
        assert len(own) == 10
        growth[area] = (prod(1 + rate / 100 for rate in own) ** (1 / 10) - 1) * 100
    first = sorted(growth, key=lambda area: -growth[area])[:5]
    given = {"data": str(EXAMPLES / "uk_regions"), "builtin": False}
    frame = cpstats.growth(
        "regional_gdp", among="england", start=2011, end=2021, top=5, **given
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


MEASURES = ("shift_national:output", "shift_mix:output", "shift_local:output")
BRANCHES = {"11": "construction", "12": "manufacturing", "45": "information"}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.skipif(not DATASETS.is_dir(), reason="../shared/datasets is not here")
def test_the_shift_share_of_california_against_the_united_states(tmp_path: Path) -> None:
    rows = [
        (BRANCHES.get(r["line"], "output"), r["region"], int(r["year"]), float(r["nominal_musd"]))
        for r in table(DATASETS / "bea_state_gdp_by_industry.csv")
        if r["region"] in ("California", "United States")
        and r["line"] in ("1", *BRANCHES)
        and 2020 <= int(r["year"]) <= 2022
    ]
    own = {(branch, area, year): value for branch, area, year, value in rows}
    lines = [f"{b},{a},{y},{v},million dollars" for b, a, y, v in rows]
    path = tmp_path / "bea.csv"
    path.write_text("\n".join(["indicator,ref_area,time_period,obs_value,unit", *lines]))
    frame = cpstats.derive(
        "shift_share",
        [*BRANCHES.values()],
        of="output",
        places="California",
        vs="United States",
        period="2021..2022",
        data=str(path),
        builtin=False,
    ).to_frame()
    made = frame.set_index(["indicator", "time_period", "measure"]).value

    def grown(branch: str, area: str, year: int) -> float:
        return own[branch, area, year] / own[branch, area, year - 1] - 1

    for branch in BRANCHES.values():
        added = [0.0, 0.0, 0.0]
        for year in (2021, 2022):
            base = own[branch, "California", year - 1]
            whole = grown("output", "United States", year)
            there = grown(branch, "United States", year)
            parts = (whole, there - whole, grown(branch, "California", year) - there)
            for number, (measure, part) in enumerate(zip(MEASURES, parts, strict=True)):
                assert made[branch, str(year), measure] == pytest.approx(base * part)
                added[number] += base * part
        for measure, part in zip(MEASURES, added, strict=True):
            assert made[branch, "2021/2022", measure] == pytest.approx(part)
        change = own[branch, "California", 2022] - own[branch, "California", 2020]
        assert sum(added) == pytest.approx(change)


@pytest.mark.skipif(not DATASETS.is_dir(), reason="../shared/datasets is not here")
def test_the_two_year_average_of_a_cumulation(tmp_path: Path) -> None:
    quarters = {
        (int(r["date"][:4]), int(r["date"][5:7])): float(r["level-current"])
        for r in table(DATASETS / "us_gdp_quarter.csv")
        if 2010 <= int(r["date"][:4]) <= 2012
    }
    until = {
        (year, month + 2): sum(quarters[year, m] for m in (1, 4, 7, 10) if m <= month)
        for year, month in quarters
    }
    lines = [f"sales,US,{y}-01/{y}-{m:02},{v:.1f},billion dollars" for (y, m), v in until.items()]
    path = tmp_path / "us.csv"
    path.write_text("\n".join(["indicator,ref_area,time_period,obs_value,unit", *lines]))
    for code, month in (("2012-Q1", 3), ("2012-H1", 6), ("2012-01/2012-09", 9)):
        frame = cpstats.derive(
            "years_average", "sales", places="US", n=2, period=code, data=str(path), builtin=False
        ).to_frame()
        wanted = ((until[2012, month] / until[2010, month]) ** (1 / 2) - 1) * 100
        assert frame.value.tolist() == pytest.approx([wanted])
