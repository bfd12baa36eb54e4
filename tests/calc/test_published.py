"""The calculations against published tables that hold levels and derived figures alike.

Each test names the table; `../shared/datasets/README.md` says which column follows from which.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import cpstats.calc.index as index_calc
from cpstats.calc.aggregate import per_head
from cpstats.calc.average_growth import average_growth, average_of_rates
from cpstats.calc.contribution import contribution
from cpstats.calc.cumulated import cumulated_periods, single_periods
from cpstats.calc.growth import growth
from cpstats.calc.interval import Interval
from cpstats.calc.location_quotient import location_quotient
from cpstats.calc.rank import rank
from cpstats.calc.share import share, share_change

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def datasets() -> Path:
    from pathlib import Path

    folder = Path(__file__).parents[2].parent / "shared" / "datasets"
    if not folder.is_dir():
        pytest.skip("the published tables are not beside the project")
    return folder


def printed(value: float, decimals: int) -> Interval:
    """A figure as a table printed it."""
    half = 0.5 * 10**-decimals
    return Interval(value, value - half, value + half)


def test_every_world_bank_growth_rate_follows_from_the_constant_levels(datasets: Path) -> None:
    table = pd.read_csv(datasets / "worldbank_wdi_gdp.csv")
    made = growth(table, by=["countryCode"], time="year", value="gdp_constant_lcu")
    both = made.dropna(subset=["value", "gdp_growth_pct"])
    assert len(both) == 10_968
    assert (both["value"] - both["gdp_growth_pct"]).abs().max() < 1e-9


def test_chinas_average_is_the_same_from_levels_and_from_rates(datasets: Path) -> None:
    table = pd.read_csv(datasets / "worldbank_wdi_gdp.csv")
    china = table[table["countryCode"] == "CHN"]
    made = average_growth(
        china, by=["countryCode"], start=2010, time="year", value="gdp_constant_lcu"
    )
    from_levels = made[made["year"] == 2020]["value"].item()
    rates = china[china["year"].between(2011, 2020)]["gdp_growth_pct"]
    from_rates = average_of_rates([Interval(r) for r in rates]).value
    assert from_levels == pytest.approx(6.823239, abs=1e-6)  # METHODS, section 3
    assert from_rates == pytest.approx(from_levels, abs=1e-9)


def test_state_growth_is_what_the_bea_prints(datasets: Path) -> None:
    table = pd.read_csv(datasets / "bea_state_gdp_by_industry.csv")
    total = table[table["line"] == 1]
    made = growth(total, by=["region"], time="year", value="real_chained2017_musd", decimals=1)
    both = made.dropna(subset=["value", "contribution_pp"])
    assert len(both) == 182
    # one rounding: the interval of the levels meets the printed rate without exception
    assert (both["low"] <= both["contribution_pp"] + 0.05).all()
    assert (both["high"] >= both["contribution_pp"] - 0.05).all()


def test_quantity_indices_are_real_gdp_with_2017_at_100(datasets: Path) -> None:
    table = pd.read_csv(datasets / "bea_state_gdp_1997_2023.csv")
    made = index_calc.rebase(
        table, by=["region"], base=2017, time="year", value="real_gdp_musd2017", decimals=1
    )
    assert len(made) == 1_620
    assert (made["value"] - made["quantity_index"]).abs().max() < 0.0007


def test_nbs_indices_follow_from_the_fixed_base_index_within_rounding(datasets: Path) -> None:
    table = pd.read_csv(datasets / "china_national_accounts_1978_2019.csv").assign(x="CN")
    for thing in ("GDP", "第一产业增加值", "第二产业增加值", "第三产业增加值"):
        fixed, yearly = f"{thing}增长指数(1978年=100)", f"{thing}增长指数(上年=100)"
        made = growth(table, by=["x"], time="year", value=fixed, decimals=1)
        both = made.dropna(subset=["value", yearly])
        assert len(both) == 41
        assert (both["low"] <= both[yearly] - 100 + 0.05).all()
        assert (both["high"] >= both[yearly] - 100 - 0.05).all()


def test_chained_nbs_indices_drift_no_further_than_rounding_allows(datasets: Path) -> None:
    table = pd.read_csv(datasets / "china_national_accounts_1978_2019.csv")
    links = [printed(x, 1) for x in table["GDP增长指数(上年=100)"].iloc[1:]]
    last = index_calc.chain(links)[-1]
    assert last.value == pytest.approx(3915.49, abs=0.005)  # METHODS, section 11
    assert last.contains(3929.2)  # the published fixed-base index


def test_shares_of_the_three_industries_are_what_the_nbs_prints(datasets: Path) -> None:
    table = pd.read_csv(datasets / "china_national_accounts_1978_2019.csv")
    names = {
        "第一产业增加值": "一",
        "第二产业增加值": "二",
        "第三产业增加值": "三",
        "GDP(亿元)": "all",
    }
    long = table.melt(["year"], list(names), "part", "obs_value")
    made = share(long, by=["part"], over="part", whole="GDP(亿元)", time="year", decimals=1)
    compared = 0
    for part, row in made[made["part"] != "GDP(亿元)"].groupby("part"):
        column = {"第一产业增加值": "第一产业增加值占GDP比重"}.get(str(part), f"{part}占GDP比重")
        told = table.set_index("year")[column]
        here = row.set_index("year")
        assert (here["low"] <= told + 0.05).all()
        assert (here["high"] >= told - 0.05).all()
        compared += len(here)
    assert compared == 126


def test_the_change_of_a_share_is_taken_of_unrounded_shares(datasets: Path) -> None:
    table = pd.read_csv(datasets / "china_national_accounts_1978_2019.csv")
    long = table.melt(["year"], ["第三产业增加值", "GDP(亿元)"], "part", "obs_value")
    made = share_change(long, by=["part"], over="part", whole="GDP(亿元)", time="year")
    found = made[(made["part"] == "第三产业增加值") & (made["year"] == 2019)]["value"].item()
    assert found == pytest.approx(0.646, abs=0.0005)  # METHODS, section 8


def test_levels_at_comparable_prices_are_not_divided_across_base_years(datasets: Path) -> None:
    table = pd.read_csv(datasets / "china_national_accounts_1978_2019.csv").assign(x="CN")
    bases = (1970, 1980, 1990, 2000, 2005, 2010, 2015)  # METHODS, section 12
    table["price_basis"] = [f"constant:{max(b for b in bases if b <= y)}" for y in table["year"]]
    made = index_calc.growth_at_constant_prices(
        table, by=["x"], time="year", value="GDP(可比价格，亿元)"
    ).set_index("year")
    broken = made.index[made["reason"] == "series_break"].tolist()
    assert broken == [1980, 1990, 2000, 2005, 2010, 2015]
    whole = made.dropna(subset=["value"])
    told = whole["GDP增长指数(上年=100)"] - 100
    assert (whole["value"] - told).abs().max() < 0.15


def test_us_consumer_prices_follow_within_the_printed_digits(datasets: Path) -> None:
    table = pd.read_csv(datasets / "cpi_us.csv", parse_dates=["Date"]).assign(x="US")
    made = growth(table, by=["x"], time="Date", value="Index", on="period")
    both = made.dropna(subset=["value", "Inflation"])
    assert len(both) >= 1_350
    assert (both["value"] - both["Inflation"]).abs().max() <= 0.005 + 1e-9


def test_the_us_gdp_table_is_shifted_by_one_row_and_that_shows(datasets: Path) -> None:
    table = pd.read_csv(datasets / "us_gdp_year.csv").assign(x="US")
    for kind, wrong, rounding in (("current", 20, 0.14), ("chained", 12, 0.06)):
        made = growth(table, by=["x"], time="date", value=f"level-{kind}", decimals=1)
        told = made[f"change-{kind}"]
        assert (made["value"] - told).abs().max() > wrong  # beside the wrong year
        assert (made["value"] - told.shift(1)).abs().max() < rounding  # one row later it is right


def test_money_supply_is_published_on_a_comparable_scope(datasets: Path) -> None:
    path = datasets / "nbs_raw" / "nbs_money_supply_1999_2021.csv"
    table = pd.read_csv(path, encoding="gb18030", skiprows=2).dropna(how="all", axis=1)
    table = table[table.iloc[:, 0].astype(str).str.fullmatch(r"\d{4}年\d{1,2}月")]
    parts = table.iloc[:, 0].str.extract(r"(\d{4})年(\d{1,2})月")
    table = table.assign(x="CN", month=parts[0] + "-" + parts[1].str.zfill(2))
    level, told = table.columns[1], table.columns[2]
    table[told] = pd.to_numeric(table[told])
    made = growth(table, by=["x"], time="month", value=level).dropna(subset=["value", told])
    within = ((made["value"] - made[told]).abs() <= 0.051).sum()
    assert (within, len(made)) == (123, 246)  # half of them cannot follow from the levels


def test_single_quarters_follow_from_cumulated_ones(datasets: Path) -> None:
    path = datasets / "nbs_raw" / "nbs_quarterly_gdp_2020q4_2022q1.gbk.csv"
    table = pd.read_csv(path, encoding="gb18030", skiprows=2, index_col=0)
    table = table[~table.index.str.contains("注|来源|　")].dropna(how="all")
    compared = 0
    for name in [n for n in table.index if "累计值" in n]:
        year = [float(table.loc[name, f"2021年第{q}季度"]) for q in "一二三四"]
        single = table.loc[name.replace("累计值", "当季值")]
        made = single_periods({q: printed(x, 1) for q, x in enumerate(year, start=1)})
        for q, label in enumerate("一二三四", start=1):
            found = made[q]
            assert found is not None
            assert found.value == pytest.approx(float(single[f"2021年第{label}季度"]), abs=0.11)
            compared += 1
        again = cumulated_periods({q: x for q, x in made.items() if x is not None})
        assert [x.value for x in again.values() if x] == pytest.approx(year)
    assert compared == 20


def test_state_contributions_are_near_share_times_growth(datasets: Path) -> None:
    table = pd.read_csv(datasets / "bea_state_gdp_by_industry.csv")
    states = table[table["region"] != "United States"]
    one = states[states["line"].isin([1, 2, 83])]  # total, private, government
    made = contribution(
        one, by=["region", "line"], over="line", whole=1, time="year", value="real_chained2017_musd"
    )
    found = made[(made["region"] == "California") & (made["year"] == 2021)].set_index("line")
    total, private, government = (found["contribution_pp"][i] for i in (1, 2, 83))
    assert private + government == pytest.approx(total, abs=0.06)  # as BEA prints them
    assert found["value"][1] == pytest.approx(7.5565, abs=0.0005)  # METHODS, section 1


def test_mining_is_ten_times_as_large_in_north_dakota(datasets: Path) -> None:
    table = pd.read_csv(datasets / "bea_state_gdp_by_industry.csv")
    names = table["industry"].str.strip()
    wanted = names.str.startswith("Mining, quarrying") | (table["line"] == 1)
    there = table[wanted & (table["year"] == 2023) & (table["naics"].isin(["...", "21"]))]
    made = location_quotient(
        there,
        by=["region", "naics"],
        branch="naics",
        whole="...",
        over="region",
        benchmark="United States",
        time="year",
        value="nominal_musd",
    )
    found = made[(made["region"] == "North Dakota") & (made["naics"] == "21")]["value"].item()
    assert found == pytest.approx(10.40, abs=0.005)  # METHODS, section 16


def test_thirteen_provinces_change_rank_between_two_releases(datasets: Path) -> None:
    table = pd.read_csv(datasets / "china_provincial_gdp_two_vintages.csv")
    table = table[table["year"] == 2017]
    made = rank(table, by=["region", "vintage"], over="region", time="year", value="gdp_100m_yuan")
    by_release = made.pivot_table(index="region", columns="vintage", values="value")
    assert (
        sum(len(set(ranks)) > 1 for ranks in by_release.to_numpy().tolist()) == 13
    )  # METHODS, section 15
    assert by_release.loc["天津市"].tolist() == [18, 24]


def test_figures_per_head_take_the_mean_population(datasets: Path) -> None:
    population = pd.read_csv(datasets / "china_national_population_2003_2022.csv")
    people = population.set_index(population.columns[0])[population.columns[1]]
    found = per_head(Interval(1_234_029.4), Interval(people[2021]), Interval(people[2022]))
    # published 87385 yuan; METHODS, section 22
    assert not isnan(found.value)
    assert found.value * 10_000 == pytest.approx(87_385, abs=0.5)
