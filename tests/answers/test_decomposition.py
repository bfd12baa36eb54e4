"""What a change is made of: parts over several years, numerator and denominator, within and between."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import cpstats
from cpstats.calc.decomposition import ratio_parts
from cpstats.calc.interval import Interval
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """indicator,ref_area,time_period,obs_value,price_basis
farms,Here,2020,20,constant:2020
shops,Here,2020,80,constant:2020
all,Here,2020,100,constant:2020
farms,Here,2023,21,constant:2020
shops,Here,2023,100,constant:2020
all,Here,2023,122,constant:2020
people,Here,2020,10,
people,Here,2023,12,
"""


@pytest.fixture
def own(tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "t.csv").write_text(ROWS, encoding="utf-8")
    return {"data": str(tmp_path / "t.csv"), "builtin": False, "start": 2020, "end": 2023}


def values(frame: Any) -> dict[tuple[str, str], float]:
    return {(r.indicator, r.measure.partition(":")[0]): r.value for r in frame.itertuples()}


def test_parts_over_several_years_show_what_they_leave(own: dict[str, Any]) -> None:
    frame = cpstats.derive("span_contribution", ("farms", "shops"), of="all", **own).to_frame()
    found = values(frame)
    # 1 and 20 of 100; the whole grew by 22, of which the parts leave 1: volumes that do not add up
    assert found["farms", "contribution"] == pytest.approx(1)
    assert found["shops", "contribution"] == pytest.approx(20)
    assert found["all", "growth_over_span"] == pytest.approx(22)
    assert found["all", "contribution_rest"] == pytest.approx(1)


def test_numerator_and_denominator_add_up_to_the_growth_of_the_ratio(own: dict[str, Any]) -> None:
    frame = cpstats.derive("ratio_change", "all", of="people", **own).to_frame()
    found = values(frame)
    # 10 a head, then 122 / 12: 1.67 per cent more
    assert found["all", "ratio_growth"] == pytest.approx((122 / 12 / 10 - 1) * 100)
    both = found["all", "ratio_numerator"] + found["all", "ratio_denominator"]
    assert both == pytest.approx(found["all", "ratio_growth"])
    assert found["all", "ratio_denominator"] < 0


def test_the_parts_of_a_ratio_are_the_limit_of_small_steps() -> None:
    # an independent way: a path of many small steps, each with the share of its own growth
    a0, a1, b0, b1, steps = 100.0, 150.0, 20.0, 25.0, 20_000
    top = 0.0
    path = [
        (a0 * (a1 / a0) ** (k / steps), b0 * (b1 / b0) ** (k / steps)) for k in range(steps + 1)
    ]
    for (a, b), (c, _) in pairwise(path):
        top += (c / b - a / b) / (a0 / b0) * 100
    made = ratio_parts(*(Interval(x) for x in (a0, a1, b0, b1)))
    assert made[0].value == pytest.approx(top, rel=1e-4)


def test_the_interval_of_a_part_holds_what_rounding_leaves_open() -> None:
    numbers = [(100.0, 0.5), (150.0, 0.5), (20.0, 0.05), (25.0, 0.05)]
    found = ratio_parts(*(Interval(x, x - h, x + h) for x, h in numbers))[0]
    inside = ratio_parts(*(Interval(x + 0.3 * h) for x, h in numbers))[0].value
    assert found.low is not None
    assert found.high is not None
    assert found.low < inside < found.high


def test_productivity_grows_within_sectors_and_between_them() -> None:
    table = pd.DataFrame(
        {
            "sector": ["a", "b"] * 2,
            "time_period": [2023] * 2 + [2024] * 2,
            "people": [50.0, 50.0, 40.0, 60.0],
            "obs_value": [500.0, 1500.0, 480.0, 1800.0],
        }
    )
    made = cpstats.within_between(table, by=["sector"], over="sector", weight="people")
    last = made.iloc[1]
    # a: from 10 to 12 at a mean share of 0.45; b moved a tenth of the people up
    assert last.within == pytest.approx(0.45 * 2)
    assert last["between"] == pytest.approx(((10 + 12) / 2 - 21.4) * -0.1 + (30 - 21.4) * 0.1)
    assert last.within + last["between"] == pytest.approx(last.value)
    assert made.reason.iloc[0] == "missing_base"


def test_concentration_over_parts_and_over_places(own: dict[str, Any]) -> None:
    given = {key: own[key] for key in ("data", "builtin")}
    frame = cpstats.derive("herfindahl", ("farms", "shops"), period=2020, **given).to_frame()
    assert frame.value.tolist() == pytest.approx([0.2**2 + 0.8**2])
    assert frame.low.iloc[0] < frame.value.iloc[0] < frame.high.iloc[0]
    with pytest.raises(UsageError, match="what is concentrated in what"):
        cpstats.derive("herfindahl", "farms", **given)
    places = cpstats.derive("herfindahl", "gdp", among="beijing", period=2022).to_frame()
    assert places.n.tolist() == [13]


def test_sectors_are_taken_apart_within_and_between(tmp_path: Path) -> None:
    rows = {
        "farm_output": (500.0, 480.0),
        "shop_output": (1500.0, 1800.0),
        "farm_jobs": (50, 40),
        "shop_jobs": (50, 60),
    }
    lines = [
        f"{name},Here,{year},{value}"
        for name, values_ in rows.items()
        for year, value in zip((2023, 2024), values_, strict=True)
    ]
    header = "indicator,ref_area,time_period,obs_value"
    (tmp_path / "s.csv").write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    given: dict[str, Any] = {"data": str(tmp_path / "s.csv"), "builtin": False, "period": 2024}
    outputs = ("farm_output", "shop_output")
    made = cpstats.derive("within_between", outputs, of="farm_jobs,shop_jobs", **given).to_frame()
    found = {r.measure.partition(":")[0]: r.value for r in made.itertuples()}
    # 20 a head become 22.8; of the 2.8 more, 0.9 within and 1.9 by moves (docs/methods)
    assert found == pytest.approx(
        {"ratio_growth": 14.0, "growth_within": 4.5, "growth_between": 9.5}
    )
    with pytest.raises(UsageError, match="there are 2 outputs and 1 of labour"):
        cpstats.derive("within_between", outputs, of="farm_jobs", **given)
    with pytest.raises(UsageError, match="--of names 2 indicators"):
        cpstats.derive("ratio_change", "farm_output", of="farm_jobs,shop_jobs", **given)


def test_points_of_the_lorenz_curve_begin_with_the_lowest_place() -> None:
    made = cpstats.derive("lorenz", "gdp", among="beijing", period=2022, exclude="haidian")
    frame = made.to_frame()
    curve = frame[frame.measure == "lorenz"].dropna(subset=["value"])
    below = frame[frame.measure == "lorenz_below"].dropna(subset=["value"])
    assert "110108" not in set(frame.ref_area)
    assert curve.value.iloc[-1] == pytest.approx(100)
    assert curve.value.is_monotonic_increasing
    assert below.value.tolist() == pytest.approx([100 * k / 12 for k in range(1, 13)])
    # the lowest is Pinggu with 408.7 of what is left of the sum of those with a figure
    levels = cpstats.rank("gdp", among="beijing", period=2022, exclude="haidian").to_frame()
    assert len(levels) >= 12


def test_income_at_the_prices_of_a_year_grows_as_the_bureau_published() -> None:
    made = cpstats.derive(
        "deflated", "disposable_income", of="cpi", base=2022, places="beijing", period="2022..2024"
    ).to_frame()
    value = made.set_index("time_period").value
    # communiqués of Beijing: 77415, 81752, 85415 yuan; consumer prices +0.4, +0.1; real growth 5.2, 4.4
    assert value["2022"] == 77415
    assert round((value["2023"] / value["2022"] - 1) * 100, 1) == 5.2
    assert round((value["2024"] / value["2023"] - 1) * 100, 1) == 4.4
    assert made.price_basis.unique().tolist() == ["constant:2022"]


def test_what_a_group_lacks_is_not_silent_and_its_whole_is_no_member(tmp_path: Path) -> None:
    lines = ["output,United States,2023,100.0", "output,Texas,2023,60.0", "output,Utah,2023,40.0"]
    lines += [
        "output,United States,2022,95.0",
        "output,Texas,2022,55.0",
        "output,Utah,2022,40.0",
        "output,Ohio,2021,10.0",
    ]
    header = "indicator,ref_area,time_period,obs_value"
    (tmp_path / "s.csv").write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    given: dict[str, Any] = {"data": str(tmp_path / "s.csv"), "builtin": False, "period": 2023}
    report = cpstats.derive("herfindahl", "output", among="all", **given)
    assert report.to_frame().value.tolist() == pytest.approx([0.6**2 + 0.4**2])
    text = report.to_text()
    assert "2023: no data: Ohio" in text
    assert "United States equals the sum of the others in 2022, 2023: it is their total" in text
    measured = cpstats.inequality("output", among="all", **given).to_frame()
    # two places with 60 and 40: |60 − 40| / (2 × 100)
    assert measured[measured.measure == "gini"].value.tolist() == pytest.approx([0.1])
