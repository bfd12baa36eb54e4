"""The table of answers: what the rules of selection must give on the built-in data.

The expected numbers are those of the table “question, answer” of the design of the data; each is
checked against its figures in docs/data.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import cpstats

if TYPE_CHECKING:
    import pandas as pd


def levels(frame: pd.DataFrame) -> dict[str, float]:
    found = frame[(frame.measure == "level") & ~frame.time_period.str.contains("[-/]")]
    return dict(zip(found.time_period, found.value, strict=True))


def test_the_series_of_changping() -> None:
    frame = cpstats.show("gdp").to_frame()
    assert levels(frame) == {
        "1995": 33.4,
        "2006": 215,
        "2015": 657.3,
        "2017": 839.3,
        "2018": 902.0,
        "2019": 1071.8,
        "2020": 1147.5,
        "2021": 1287.0,
        "2022": 1340.8,
        "2024": 1811.9,
    }
    growth = frame[(frame.measure == "growth") & (frame.time_period.str.len() == 4)]
    assert dict(zip(growth.time_period, growth.value, strict=True)) == {"2022": 1.5}
    about = frame[(frame.time_period == "2006") & (frame.measure == "level")].iloc[0]
    assert (about.bound, about.vintage) == ("approx", "first")


def test_what_was_published_of_changping_over_spans_stands_below() -> None:
    frame = cpstats.show("gdp").to_frame()
    spans = frame[frame.time_period.str.contains("/")]
    found = spans[["time_period", "measure", "value", "bound"]].itertuples(index=False, name=None)
    assert list(found) == [
        ("2004/2006", "average_growth", 12, "approx"),
        ("2017/2021", "average_growth", 6.6, ""),
        ("2017/2021", "milestone", 1000, "lower"),
        ("2021/2025", "average_growth", 6.2, ""),
        ("2021/2025", "average_growth_gap", 1.3, ""),
        ("2021/2025", "milestone", 1800, "lower"),
    ]


def test_the_series_of_beijing_has_two_marked_breaks() -> None:
    report = cpstats.show("gdp", places="beijing")
    frame = report.to_frame()
    annual = frame[(frame.measure == "level") & ~frame.time_period.str.contains("[-/]")]
    of = dict(zip(annual.time_period, annual.vintage, strict=True))
    assert {of[y] for y in of if y <= "2005"} == {"census4"}
    assert {of[str(y)] for y in range(2006, 2025)} == {"census5"}
    assert of["2025"] == "first"
    assert levels(frame)["2024"] == 49670.2
    assert levels(frame)["2025"] == 52073.4
    marks = [c.text.en for row in report.blocks[0].rows for c in row if c.text is not None]
    assert sum("‖" in mark for mark in marks) == 2


def test_the_share_of_the_city() -> None:
    frame = cpstats.share("gdp", vs="beijing", period="2017..2025").to_frame()
    share = frame[frame.measure == "share"].set_index("time_period")
    # 839.3/28000.4, 902.0/30320.0, 1071.8/35371.3, 1147.5/36102.6, 1287.0/40269.6, 1340.8/41610.9
    assert share.value.round(2).dropna().to_dict() == {
        "2017": 3.00,
        "2018": 2.97,
        "2019": 3.03,
        "2020": 3.18,
        "2021": 3.20,
        "2022": 3.22,
        "2024": 3.64,  # 1811.9/49843.1, both as first announced
    }
    assert share.source["2017"] == "table2022"
    assert share.vintage["2024"] == "first"
    assert share.reason["2023"] == share.reason["2025"] == "missing_current"


@pytest.mark.parametrize(
    ("end", "n", "value", "low", "high"),
    [(2024, 4, 4.863, 4.813, 4.913), (2025, 5, 4.970, 4.920, 5.020)],
)
def test_the_average_real_growth_of_beijing(
    end: int, n: int, value: float, low: float, high: float
) -> None:
    frame = cpstats.growth("gdp", places="beijing", start=2020, end=end).to_frame()
    made = frame[frame.method == "chained"].iloc[0]
    assert made[["value", "low", "high"]].tolist() == pytest.approx([value, low, high], abs=5e-4)
    assert (made.n, made.price_basis) == (n, "constant")


def test_the_sentence_that_started_it() -> None:
    frame = cpstats.compare("gdp", vs="beijing", period="2021..2025").to_frame()
    spans = frame[frame.time_period.isin(["2021/2024", "2021/2025"])]
    own = spans[(spans.ref_area == "110114") & (spans.measure == "average_growth")]
    assert own[own.method == "published"].value.tolist() == [6.2]
    assert set(own[own.method == "chained"].reason) == {"missing_current"}
    gaps = spans[spans.measure == "average_growth_gap"]
    computed = gaps[gaps.method == "difference"].set_index("time_period")
    assert computed.loc["2021/2024", ["value", "low", "high"]].tolist() == pytest.approx(
        [1.34, 1.24, 1.44], abs=0.005
    )
    assert computed.loc["2021/2025", ["value", "low", "high"]].tolist() == pytest.approx(
        [1.23, 1.13, 1.33], abs=0.005
    )
    assert gaps[gaps.method == "published"].value.tolist() == [1.3]
    implied = spans[spans.method == "implied"].iloc[0]
    assert implied[["value", "low", "high"]].tolist() == [4.9, 4.8, 5.0]


def test_what_changping_lacks_is_named() -> None:
    report = cpstats.compare("gdp", vs="beijing", period="2021..2024")
    notes = [n.to("en") for n in report.notes]
    assert "2021–2024: Changping: no growth rate for 2021, 2023, 2024" in notes


@pytest.mark.parametrize(
    ("start", "end", "vintage", "value"),
    [
        (2016, 2017, "", 10.1524),  # 31325.9 / 28438.7, after the fifth census
        (2016, 2017, "before-census4", 9.1386),  # 28014.94 / 25669.13
        (2020, 2024, "", 6.5734),  # (49670.2 / 38503.6)^(1/4)
    ],
)
def test_the_nominal_growth_of_beijing(start: int, end: int, vintage: str, value: float) -> None:
    frame = cpstats.growth(
        "gdp", places="beijing", start=start, end=end, basis="nominal", vintage=vintage
    ).to_frame()
    assert frame.value[0] == pytest.approx(value, abs=5e-5)
    assert (frame.price_basis[0], frame.vintage[0]) == ("current", vintage or "census5")


@pytest.mark.parametrize(
    ("area", "start", "end"), [("beijing", 2020, 2025), ("changping", 2017, 2022)]
)
def test_levels_of_two_releases_are_not_divided(area: str, start: int, end: int) -> None:
    report = cpstats.growth("gdp", places=area, start=start, end=end, basis="nominal")
    frame = report.to_frame()
    assert frame.value.isna()[0]
    assert frame.reason[0] == "mixed_vintage"
    assert "--allow-mixed" in report.notes[0].to("en")


def test_mixing_is_possible_and_stays_in_the_row() -> None:
    frame = cpstats.growth(
        "gdp", places="changping", start=2020, end=2024, basis="nominal", allow_mixed=True
    ).to_frame()
    # (1811.9 / 1147.5)^(1/4) = 1.12097
    assert frame.value[0] == pytest.approx(12.097, abs=0.001)
    assert (frame.reason[0], frame.source[0]) == ("mixed_vintage", "table2022|cp_jp")


def test_the_resident_population() -> None:
    frame = cpstats.figures("resident_population", places="changping")
    found = frame[frame.measure == "level"].set_index("time_period").value
    assert found[["2019", "2022", "2024"]].tolist() == [216.6, 226.7, 227.0]
    assert found[["2010-11", "2020-11"]].round(1).tolist() == [166.1, 226.9]
    censuses = cpstats.growth(
        "resident_population", places="changping", start="2010-11", end="2020-11"
    ).to_frame()
    assert censuses.value[0] == pytest.approx(3.17, abs=0.005)
    shares = cpstats.compare(
        "resident_population", places="changping", vs="beijing", period="2024"
    ).to_frame()
    assert shares[shares.measure == "share"].value.round(2).tolist() == [10.40]
    census = cpstats.compare(
        "resident_population", places="changping", vs="beijing", period="2020-11"
    ).to_frame()
    assert census[census.measure == "share"].value.round(2).tolist() == [10.37]


def test_censuses_are_comparable_because_both_are_final() -> None:
    report = cpstats.growth("resident_population", start="2010-11", end="2020-11")
    assert report.to_frame().n.tolist() == [10]
    (made,) = report.figures
    assert [f.obs_status for f in made.inputs] == ["final", "final"]
    found = cpstats.share("resident_population", vs="beijing", period="2020-11").figures
    share = next(f for f in found if f.measure == "share")
    assert {f.obs_status for f in share.inputs} == {"final"}


@pytest.mark.parametrize(("year", "place", "members"), [("2022", 7, 13), ("2024", 7, 16)])
def test_the_rank_of_changping_among_the_districts(year: str, place: int, members: int) -> None:
    frame = cpstats.rank("gdp", among="beijing", places="changping", period=year).to_frame()
    assert (frame.value[0], frame.n[0]) == (place, members)


def test_three_districts_have_no_figure_for_2022() -> None:
    report = cpstats.rank("gdp", among="beijing", period="2022")
    assert [n.zh for n in report.notes] == ["2022年：无数据：门头沟区、密云区、延庆区"]


def test_beijing_against_the_country() -> None:
    frame = cpstats.share("gdp", places="beijing", vs="china", period="2024..2025").to_frame()
    share = frame[frame.measure == "share"].set_index("time_period")
    assert share.value.round(2)[["2024", "2025"]].tolist() == [3.68, 3.71]
    assert share.vintage[["2024", "2025"]].tolist() == ["census5", "first"]
    china = cpstats.growth("gdp", places="china", start=2020, end=2024).to_frame()
    made = china[china.method == "chained"].iloc[0]
    assert made[["value", "low", "high"]].tolist() == pytest.approx([5.382, 5.332, 5.432], abs=5e-4)


def test_income_is_chained_from_nominal_rates() -> None:
    frame = cpstats.growth("disposable_income", places="beijing", start=2021, end=2024).to_frame()
    made = frame[frame.method == "chained"].iloc[0]
    assert made[["value", "low", "high"]].tolist() == pytest.approx([4.43, 4.38, 4.48], abs=0.005)
    assert (made.price_basis, made.n) == ("current", 3)


def test_the_budget_comes_from_one_series_of_levels() -> None:
    frame = cpstats.growth("budget_revenue", places="beijing", start=2020, end=2024).to_frame()
    made = frame[frame.measure == "average_growth"].iloc[0]
    assert made.value == pytest.approx(3.83, abs=0.005)
    assert (made.method, made.price_basis, made.n) == ("geometric", "current", 4)
    assert "|" not in made.source


def test_as_of_forgets_what_came_later_and_counts_the_undated() -> None:
    report = cpstats.show("gdp", places="beijing", as_of="2023-12-31", period="2017")
    frame = report.to_frame()
    assert "census5" not in set(frame.vintage)
    assert any("date is not known are left out" in n.to("en") for n in report.notes)


def test_the_city_s_own_average_would_give_another_gap() -> None:
    # 6.2 − 5.2 = 1.0: of February 2026, from revised rates; it is shown and not subtracted
    report = cpstats.compare("gdp", vs="beijing", period="2021..2025")
    frame = report.to_frame()
    told = frame[(frame.ref_area == "110000") & (frame.measure == "average_growth")]
    assert told[told.method == "published"].value.tolist() == [5.2]
    gaps = frame[frame.measure == "average_growth_gap"].value.round(2).tolist()
    assert 1.0 not in gaps
    assert any("differ by more than rounding" in n.to("en") for n in report.notes)


def test_a_gap_that_rounding_may_make_0_is_equal() -> None:
    # Beijing 8.5 and China 8.4 in 2021: 0.1 ± 0.1
    report = cpstats.compare("gdp", places="beijing", vs="china", period="2021")
    gap = report.to_frame().query("measure == 'growth_gap'").iloc[0]
    assert gap.low <= 0 <= gap.high
    assert ("≈", "equal within rounding") in [(m, t.en) for m, t in report.marks]


def test_investment_is_never_averaged_from_levels_unless_nominal_is_said() -> None:
    given = {"places": "haidian", "start": 2014, "end": 2017}
    refused = cpstats.growth("fixed_asset_investment", **given).to_frame()
    assert refused.value.isna().all()  # S7: its growth is on a comparable scope
    said = cpstats.growth("fixed_asset_investment", basis="nominal", **given).to_frame()
    assert (said.method[0], said.price_basis[0]) == ("geometric", "current")


def test_a_mixed_pair_is_not_called_final() -> None:
    report = cpstats.compare("gdp", vs="haidian", period=2024, allow_mixed=True)
    assert "both final" not in [text.en for _, text in report.marks]


def test_an_end_of_an_interval_is_0_and_no_smallest_float() -> None:
    frame = cpstats.compare("gdp", places="beijing", vs="china", period="2021").to_frame()
    assert frame[frame.measure == "growth_gap"].low.tolist() == [0.0]  # 8.5 − 8.4 ± 0.1
