"""Derived figures by name, each on figures that can be checked by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import cpstats
from cpstats.answers.derivation import listing, load, names
from cpstats.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "indicator,ref_area,time_period,obs_value,unit\n"


def written(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "t.csv"
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def values(name: str, *arguments: Any, **more: Any) -> dict[tuple[str, str], float]:
    frame = cpstats.derive(name, *arguments, **more).to_frame()
    return {(r.measure, r.time_period): r.value for r in frame.itertuples()}


def test_the_list_names_every_file_with_an_example() -> None:
    records = listing().records
    assert [r["name"] for r in records] == list(names())
    for name in names():
        assert load(name).EXAMPLE.startswith(f"cpstats derive {name} ")


def test_an_unknown_name_is_told_the_nearest() -> None:
    with pytest.raises(UsageError, match="Nearest: elasticity"):
        cpstats.derive("elastisity", "gdp")


def test_elasticity_needs_a_denominator_that_says_something() -> None:
    found = values("elasticity", "gdp_secondary", of="gdp", places="beijing", period="2022..2024")
    assert found["elasticity:gdp", "2024"] == pytest.approx(5.7 / 5.2)
    assert found["elasticity:gdp", "2022"] != found["elasticity:gdp", "2022"]  # -11.4 against 0.7


def test_the_implicit_price_change_is_no_difference_of_rates() -> None:
    found = values("deflator", "gdp", places="beijing", period=2024)
    nominal = 49670.2 / 47353.7  # census5
    assert found["deflator_growth", "2024"] == pytest.approx((nominal / 1.052 - 1) * 100)


def test_income_is_deflated_by_the_price_that_is_named() -> None:
    found = values("real", "disposable_income", of="cpi", places="beijing", period=2024)
    assert found["growth", "2024"] == pytest.approx((1.045 / 1.001 - 1) * 100)  # 4.5 and 0.1


def test_a_flow_per_head_takes_the_mean_of_two_year_ends(tmp_path: Path) -> None:
    # China 2022 (NBS): published 87385 yuan
    data = written(
        tmp_path,
        "output,X,2022,1234029.4,亿元",
        "people,X,2021,141260,万人",
        "people,X,2022,141175,万人",
    )
    found = values("per_head", "output", of="people", data=data, period=2022)
    assert round(found["per_head:people", "2022"]) == 87385


def test_a_location_quotient_is_a_share_over_a_share(tmp_path: Path) -> None:
    # BEA, mining in North Dakota in 2023
    data = written(
        tmp_path,
        "mining,ND,2023,10728.1,",
        "all,ND,2023,74112.5,",
        "mining,US,2023,380851.0,",
        "all,US,2023,27360935.0,",
    )
    found = values("location_quotient", "mining", of="all", places="ND", vs="US", data=data)
    assert found["location_quotient:all", "2023"] == pytest.approx(10.40, abs=0.005)


def test_single_quarters_are_differences_and_a_gap_is_a_gap(tmp_path: Path) -> None:
    # China 2021 (NBS): January–September 819432.3, January–June 529513.0; third quarter 289919.3
    data = written(tmp_path, "gdp,X,2021-H1,529513.0,亿元", "gdp,X,2021-01/2021-09,819432.3,亿元")
    report = cpstats.derive("single_periods", "gdp", on="quarter", data=data)
    frame = report.to_frame().set_index("time_period")
    assert frame.value["2021-Q3"] == pytest.approx(289919.3)
    assert frame.reason[["2021-Q2", "2021-Q4"]].tolist() == ["missing_current"] * 2


def test_a_stock_does_not_add_up_over_a_year() -> None:
    with pytest.raises(UsageError, match="is not a flow"):
        cpstats.derive("single_periods", "resident_population", on="quarter")


def test_single_months_are_added_up_until_one_is_missing(tmp_path: Path) -> None:
    data = written(tmp_path, "sales,X,2024-01,1.5,", "sales,X,2024-02,2.5,", "sales,X,2024-04,1,")
    found = values("cumulated_periods", "sales", data=data)
    assert found["level", "2024-01/2024-02"] == 4.0
    assert found["level", "2024-Q1"] != found["level", "2024-Q1"]
    assert found["level", "2024-01/2024-04"] != found["level", "2024-01/2024-04"]


def test_doubling_at_the_average_growth() -> None:
    found = values("doubling", "gdp", places="beijing", start=2020, end=2024)
    from math import log

    assert found["doubling_time", "2021/2024"] == pytest.approx(log(2) / log(1.048630951127))


def test_a_shrinking_series_has_a_half_life(tmp_path: Path) -> None:
    data = written(tmp_path, "sales,X,2020,200,", "sales,X,2022,50,")
    found = values("doubling", "sales", start=2020, end=2022, data=data)
    assert found["half_life", "2021/2022"] == pytest.approx(1.0)  # halved every year


def test_convergence_is_refused_with_fewer_than_five_places() -> None:
    frame = cpstats.derive("convergence", "gdp", among="changping,haidian", period=2024).to_frame()
    assert set(frame.reason) == {"too_few"}


def test_a_sum_is_complete_or_it_is_not_given() -> None:
    refused = cpstats.derive("sum_of_places", "gdp", among="beijing", period=2024).to_frame()
    assert refused.reason.tolist() == ["mixed_vintage"]
    mixed = cpstats.derive(
        "sum_of_places", "gdp", among="beijing", period=2024, allow_mixed=True
    ).to_frame()
    assert (mixed.n[0], mixed.reason[0]) == (16, "mixed_vintage")


def test_growth_on_the_period_before_is_found_by_its_label(tmp_path: Path) -> None:
    data = written(
        tmp_path, "sales,X,2024-Q1,100.0,", "sales,X,2024-Q2,102.0,", "sales,X,2024-Q4,110.0,"
    )
    frame = cpstats.derive(
        "growth", "sales", on="annualised", unadjusted=True, period="2024-Q1..2024-Q4", data=data
    )
    rows = frame.to_frame().set_index("time_period")
    assert rows.value["2024-Q2"] == pytest.approx((1.02**4 - 1) * 100)
    assert rows.reason["2024-Q4"] == "missing_base"


def test_what_happened_across_zero_is_said(tmp_path: Path) -> None:
    data = written(
        tmp_path, "profit,X,2021,-2,", "profit,X,2022,3,", "profit,Y,2021,-2,", "profit,Y,2022,-5,"
    )
    report = cpstats.derive("growth", "profit", data=data, period=2022)
    assert [n.zh for n in report.notes] == [
        "2022年：X：基数为零或负（扭亏为盈）",
        "2022年：Y：基数为零或负（增亏）",
    ]


def test_figures_of_several_releases_in_one_number_are_said() -> None:
    report = cpstats.derive("deflator", "gdp", places="beijing", period=2024)
    assert re.search(r"several releases went into one number \(.*census5", report.notes[-1].en)


@pytest.mark.parametrize(
    ("name", "message"),
    [("elasticity", "--of"), ("real", "--of"), ("convergence", "--among"), ("gap", "--vs")],
)
def test_what_a_derivation_needs_is_asked_for(name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        cpstats.derive(name, "gdp")


def test_what_a_derivation_does_not_take_is_refused_and_not_passed_over(tmp_path: Path) -> None:
    table = written(tmp_path, "Hay,Aby,2020,10,kt", "Hay,Aby,2021,11,kt", "Hay,Bex,2020,5,kt")
    with pytest.raises(UsageError, match="derive carry_over takes no --basis, --n"):
        cpstats.derive("carry_over", "Hay", n=2, basis="real", data=table)
    with pytest.raises(UsageError, match=r"takes no --from\. It takes --n, --basis"):
        cpstats.derive("years_average", "Hay", start=2020, end=2021, data=table)


def test_among_names_the_places_of_a_derivation_that_is_of_each_of_them(tmp_path: Path) -> None:
    lines = [
        f"Hay,{p},{y},{n + y - 2020},kt"
        for p, n in zip("ABC", (10, 20, 40), strict=True)
        for y in (2020, 2021)
    ]
    data = written(tmp_path, *lines)
    made = cpstats.derive("growth", "Hay", among="A,C", period=2021, data=data, builtin=False)
    # 11/10 and 41/40
    frame = made.to_frame()
    assert dict(zip(frame.ref_area.str[-1], frame.value.round(6), strict=True)) == {
        "A": 10.0,
        "C": 2.5,
    }


def test_convergence_is_between_the_base_and_the_last_period_that_are_named(tmp_path: Path) -> None:
    # the poorer grow faster from 2000 to 2010, the richer from 2010 to 2020
    series = {
        "A": (10, 20, 20),
        "B": (20, 36, 37),
        "C": (30, 48, 51),
        "D": (40, 56, 62),
        "E": (50, 60, 70),
    }
    lines = [
        f"Hay,{p},{2000 + 10 * k},{x},kt" for p, own in series.items() for k, x in enumerate(own)
    ]
    data = written(tmp_path, *lines)
    more: dict[str, Any] = {"among": "all", "data": data, "builtin": False}
    near = values("convergence", "Hay", start=2000, end=2010, **more)
    far = values("convergence", "Hay", start=2010, end=2020, **more)
    assert ("sigma", "2020") not in near
    assert near["beta_speed", "2010"] > 0 > far["beta_speed", "2020"]


def test_parts_of_years_that_came_along_stand_in_no_table_where_nothing_is_made_of_them(
    tmp_path: Path,
) -> None:
    table = written(tmp_path, "Hay,Aby,2020,10,kt", "Hay,Aby,2021,11,kt", "Hay,Aby,2021-Q1,3,kt")
    made = cpstats.derive("growth", "Hay", period="2020..2021", data=table, builtin=False)
    assert [key.period for block in made.blocks for key in block.keys] == ["2020", "2021"]
    assert "Nothing can be made of Q1 2021." in [note.en for note in made.notes]
    assert "2021-Q1" in set(made.to_frame().time_period)  # machine formats have it, with its reason


def test_january_and_february_are_one_line_and_months_that_are_not_over_are_none(
    tmp_path: Path,
) -> None:
    months = {"2021-01/2021-02": 610, "2021-01/2021-03": 930, "2021-01/2021-04": 1290}
    data = written(tmp_path, *(f"sales,Aby,{period},{x},m EUR" for period, x in months.items()))
    made = values("single_periods", "sales", on="month", data=data, builtin=False)
    # 930 − 610 and 1290 − 930
    assert made == {
        ("level", "2021-01/2021-02"): 610,
        ("level", "2021-03"): 320,
        ("level", "2021-04"): 360,
    }
