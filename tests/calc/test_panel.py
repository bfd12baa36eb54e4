"""One formula, three engines, one result; a lag is a label, never a row."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpstats.calc.average_growth import average_growth
from cpstats.calc.contribution import contribution
from cpstats.calc.gap import gap
from cpstats.calc.growth import growth
from cpstats.calc.index import rebase
from cpstats.calc.interval import Interval
from cpstats.calc.location_quotient import location_quotient
from cpstats.calc.rank import Ties, rank, ranks_of
from cpstats.calc.share import share, share_change
from cpstats.errors import RowsError, UsageError

RESULT = ["value", "low", "high", "reason"]


def long(rows: dict[str, list[Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows)


def rows_of(native: Any) -> list[dict[str, Any]]:
    """Any engine's frame as rows, None for what is missing, in one order."""
    if isinstance(native, pl.LazyFrame):
        native = native.collect()
    if isinstance(native, duckdb.DuckDBPyRelation):
        native = native.df()
    rows = native.to_dicts() if isinstance(native, pl.DataFrame) else native.to_dict("records")
    clean = [{k: None if pd.isna(v) else v for k, v in row.items()} for row in rows]
    return sorted(clean, key=lambda row: (str(row["area"]), str(row["time_period"])))


def engines(table: pd.DataFrame) -> list[Any]:
    plain = {name: table[name].tolist() for name in table.columns}
    return [table, pl.DataFrame(plain), pl.LazyFrame(plain), duckdb.from_df(table)]


CALCULATIONS = {
    "growth": lambda f: growth(f, by=["area"], decimals=1),
    "previous period": lambda f: growth(f, by=["area"], on="period", decimals=1),
    "annualised": lambda f: growth(f, by=["area"], on="annualised", decimals=1),
    "average": lambda f: average_growth(f, by=["area"], start="2020", decimals=1),
    "rebase": lambda f: rebase(f, by=["area"], base="2020", decimals=1),
    "gap": lambda f: gap(f, by=["area"], over="area", benchmark="a", decimals=1),
    "relative": lambda f: gap(
        f, by=["area"], over="area", benchmark="a", as_="relative", decimals=1
    ),
    "share": lambda f: share(f, by=["area"], over="area", decimals=1),
    "share of one": lambda f: share(f, by=["area"], over="area", whole="a", decimals=1),
    "contribution": lambda f: contribution(f, by=["area"], over="area", whole="a", decimals=1),
    "rank": lambda f: rank(f, by=["area"], over="area", decimals=1),
}
number = st.one_of(st.none(), st.floats(-50, 1000).map(lambda x: round(x, 1)))


@pytest.mark.parametrize("name", CALCULATIONS)
@settings(max_examples=4)  # of many rows: an engine takes as long for few
@given(
    st.lists(
        st.tuples(st.sampled_from("abcde"), st.integers(2018, 2023), number),
        min_size=1,
        max_size=30,
        unique_by=lambda row: row[:2],
    )
)
def test_every_engine_gives_the_same(name: str, cells: list[tuple[str, int, float | None]]) -> None:
    table = long(
        {
            "area": [c[0] for c in cells],
            "time_period": [str(c[1]) for c in cells],
            "obs_value": [float("nan") if c[2] is None else c[2] for c in cells],
        }
    )
    calculate = CALCULATIONS[name]
    expected, *others = (rows_of(calculate(frame)) for frame in engines(table))
    for found in others:
        assert len(found) == len(expected)
        for one, two in zip(expected, found, strict=True):
            assert one["reason"] == two["reason"]
            for column in ("value", "low", "high"):
                assert (one[column] is None) == (two[column] is None), (column, one, two)
                if one[column] is not None:
                    assert two[column] == pytest.approx(one[column], rel=1e-12, abs=1e-12)


def test_a_missing_year_gives_nothing_and_the_reason() -> None:
    table = long(
        {"area": ["x"] * 3, "time_period": ["2019", "2020", "2022"], "obs_value": [1.0, 2.0, 8.0]}
    )
    made = growth(table, by=["area"])
    assert made["value"].isna().tolist() == [True, False, True]
    assert made["reason"].tolist()[2] == "missing_base"


def test_rows_keep_their_order_and_their_columns() -> None:
    table = long(
        {
            "area": ["x", "x", "y"],
            "time_period": ["2021", "2020", "2020"],
            "note": ["n", "", ""],
            "obs_value": [3.0, 2.0, 5.0],
        }
    )
    made = growth(table, by=["area"])
    assert made.columns.tolist() == ["area", "time_period", "note", "obs_value", *RESULT]
    assert made["note"].tolist() == ["n", "", ""]
    assert made["value"].iloc[0] == pytest.approx(50)
    assert table.columns.tolist() == ["area", "time_period", "note", "obs_value"]  # not mutated


def test_a_value_column_of_that_name_is_kept_under_another() -> None:
    table = long({"area": ["x"] * 2, "year": [2020, 2021], "value": [100.0, 110.0]})
    made = growth(table, by=["area"], time="year", value="value")
    assert made["obs_value"].tolist() == [100.0, 110.0]
    assert made["value"].iloc[1] == pytest.approx(10)


def test_quarters_months_and_cumulated_months_find_their_year_before() -> None:
    periods = ["2023-Q4", "2024-Q4", "2023-02", "2024-02", "2023-01/2023-08", "2024-01/2024-08"]
    table = long({"area": ["x"] * 6, "time_period": periods, "obs_value": [4, 5, 10, 11, 20, 22]})
    made = growth(table, by=["area"])["value"]
    assert made.tolist()[1::2] == pytest.approx([25, 10, 10])
    before = growth(table, by=["area"], on="period")
    assert before["value"].isna().all()  # no quarter, month or cumulation stands before another


def test_a_base_that_is_not_positive_gives_no_growth() -> None:
    table = long(
        {"area": ["x"] * 4, "time_period": ["1", "2", "3", "4"], "obs_value": [-1.0, 2.0, 0.0, 1.0]}
    )
    table["time_period"] = ["2001", "2002", "2003", "2004"]
    made = growth(table, by=["area"])
    # 2002 stands on -1 and 2004 on 0; 2003 is 0 / 2 - 1
    assert made["value"].isna().tolist() == [True, True, False, True]
    assert made["value"].iloc[2] == -100
    assert made["reason"].tolist()[1] == made["reason"].tolist()[3] == "base_nonpositive"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ({"area": ["x"], "obs_value": [1.0]}, "the frame has no column “time_period”"),
        (
            {"area": ["x"], "time_period": ["soon"], "obs_value": [1.0]},
            "“soon” is no period (its form is not known), in: x",
        ),
        (
            {"area": ["x"], "time_period": ["2024年"], "obs_value": [1.0]},
            "“2024年” cannot stand in a panel, in: x",
        ),
        (
            {"area": ["x", "x"], "time_period": ["2024", "2024"], "obs_value": [1.0, 2.0]},
            "a series has one period twice (x 2024)",
        ),
    ],
)
def test_a_frame_that_is_no_panel_is_refused(rows: dict[str, list[Any]], words: str) -> None:
    with pytest.raises(UsageError) as found:
        growth(long(rows), by=["area"])
    assert str(found.value.what) == words


@given(st.lists(st.floats(1, 1000), min_size=2, max_size=8), st.integers(0, 7))
@settings(max_examples=10)
def test_rebasing_leaves_growth_unchanged(levels: list[float], base: int) -> None:
    years = [str(2010 + i) for i in range(len(levels))]
    table = long({"area": ["x"] * len(levels), "time_period": years, "obs_value": levels})
    index = rebase(table, by=["area"], base=years[base % len(years)])
    index = index.drop(columns=["obs_value", "low", "high", "reason"])
    one = growth(table, by=["area"])["value"].dropna().tolist()
    two = growth(index, by=["area"], value="value")["value"].dropna().tolist()
    assert two == pytest.approx(one, rel=1e-9, abs=1e-9)


@given(st.lists(st.floats(0.1, 1000), min_size=1, max_size=8))
@settings(max_examples=10)
def test_shares_of_all_parts_add_up_to_the_whole(parts: list[float]) -> None:
    names = [f"p{i}" for i in range(len(parts))]
    table = long({"area": names, "time_period": ["2024"] * len(parts), "obs_value": parts})
    assert share(table, by=["area"], over="area")["value"].sum() == pytest.approx(100)


def test_a_missing_part_leaves_no_share() -> None:
    table = long(
        {"area": ["a", "b"], "time_period": ["2024"] * 2, "obs_value": [1.0, float("nan")]}
    )
    assert share(table, by=["area"], over="area")["value"].isna().all()


@given(
    st.lists(st.tuples(st.floats(1, 100), st.floats(1, 100)), min_size=1, max_size=5),
)
@settings(max_examples=10)
def test_contributions_add_up_to_the_growth_of_the_whole(parts: list[tuple[float, float]]) -> None:
    names = [f"p{i}" for i in range(len(parts))]
    before, now = [p[0] for p in parts], [p[1] for p in parts]
    table = long(
        {
            "area": [*names, "all"] * 2,
            "time_period": ["2020"] * (len(parts) + 1) + ["2021"] * (len(parts) + 1),
            "obs_value": [*before, sum(before), *now, sum(now)],
        }
    )
    made = contribution(table, by=["area"], over="area", whole="all")
    made = made[made["time_period"] == "2021"].set_index("area")["value"]
    assert made[names].sum() == pytest.approx(made["all"], abs=1e-9)


def test_ranks_inside_rounding_say_so() -> None:
    table = long({"area": list("abc"), "time_period": ["2024"] * 3, "obs_value": [10.1, 10.0, 9.0]})
    made = rank(table, by=["area"], over="area", decimals=1)
    assert made["value"].tolist() == [1, 2, 3]
    assert list(zip(made["low"], made["high"], strict=True)) == [(1, 2), (1, 2), (3, 3)]
    assert made["n"].tolist() == [3, 3, 3]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("ties", ["competition", "dense"])
def test_a_list_of_numbers_is_ranked_as_a_frame_is(ties: Ties, *, descending: bool) -> None:
    values = [10.1, 10.0, 9.0, 10.0, 3.2, 3.3, 9.0, 20.0, 3.25]
    half = [0.05, 0.05, 0.5, 0.05, 0.1, 0.0, 0.5, None, 0.05]
    pairs = list(zip(values, half, strict=True))
    lows, highs = ([None if h is None else v + s * h for v, h in pairs] for s in (-1, 1))
    names = list("abcdefghi")
    table = pd.DataFrame(
        {"area": names, "time_period": "2024", "obs_value": values, "low": lows, "high": highs}
    )
    made = rank(table, by=["area"], over="area", ties=ties, descending=descending)
    numbers = [Interval(*number) for number in zip(values, lows, highs, strict=True)]
    listed = ranks_of(numbers, ties=ties, descending=descending)
    columns = (
        made[c].astype(object).where(made[c].notna(), None) for c in ("value", "low", "high")
    )
    assert [(r.value, r.low, r.high) for r in listed] == list(zip(*columns, strict=True))


def losses() -> pd.DataFrame:
    """Return a part and its whole: two years of profit and loss, and a whole of nothing."""
    rows = {"P": (40.0, -30.0, 5.0), "W": (80.0, -60.0, 0.0)}
    return pd.DataFrame(
        [
            {"place": p, "what": "all", "time_period": str(2020 + i), "obs_value": v}
            for p, values in rows.items()
            for i, v in enumerate(values)
        ]
    )


def of_part(found: pd.DataFrame) -> list[tuple[float | None, str | None]]:
    """Return value and reason of the part, year by year."""
    mine = found[found.place == "P"]
    values = [None if pd.isna(v) else round(v, 6) for v in mine.value]
    reasons = [None if pd.isna(r) else r for r in mine.reason]
    return list(zip(values, reasons, strict=True))


def test_over_a_zero_or_negative_whole_nothing_is_divided() -> None:
    by = ["place"]
    refused = (None, "base_nonpositive")
    # 40 / 80: 50 %, 0.5 times, 50 % less; -30 of -60 and 5 of 0 are nothing
    assert of_part(share(losses(), by=by, over="place", whole="W")) == [(50, None), *[refused] * 2]
    for how, value in (("ratio", 0.5), ("relative", -50)):
        found = gap(losses(), by=by, over="place", benchmark="W", as_=how)  # type: ignore[arg-type]
        assert of_part(found) == [(value, None), *[refused] * 2]
    points = gap(losses(), by=by, over="place", benchmark="W")
    assert of_part(points) == [(-40, None), (30, None), (5, None)]
    assert of_part(growth(losses(), by=by))[2] == refused  # on a loss


def test_a_share_of_nothing_has_a_change_and_a_share_of_a_loss_has_none() -> None:
    table = losses()
    table.loc[(table.place == "P") & (table.time_period == "2020"), "obs_value"] = 0.0
    table.loc[(table.place == "W") & (table.time_period == "2021"), "obs_value"] = 60.0
    # 0 of 80 is 0 %, -30 of 60 is -50 %; 5 of 0 is no share
    found = of_part(share_change(table, by=["place"], over="place", whole="W"))
    assert found == [(None, "missing_base"), (-50, None), (None, "base_nonpositive")]


def test_a_location_quotient_needs_all_four_levels_but_its_own_above_zero() -> None:
    rows = [
        ("X", "branch", 5.0), ("X", "all", -10.0), ("N", "branch", 5.0), ("N", "all", 50.0),
        ("Y", "branch", 5.0), ("Y", "all", 25.0),
    ]  # fmt: skip
    table = pd.DataFrame(
        [{"place": p, "what": w, "time_period": "2020", "obs_value": v} for p, w, v in rows]
    )
    found = location_quotient(
        table, by=["place", "what"], branch="what", whole="all", over="place", benchmark="N"
    ).set_index(["place", "what"])
    assert found.reason["X", "branch"] == "base_nonpositive"
    assert found.value["Y", "branch"] == pytest.approx(2.0)  # (5 / 25) / (5 / 50)


def test_an_annualised_loss_is_not_hidden_by_an_even_power() -> None:
    table = pd.DataFrame(
        {"x": "a", "time_period": ["2020-Q1", "2020-Q2"], "obs_value": [10.0, -10.0]}
    )
    found = growth(table, by=["x"], on="annualised")
    assert found.reason.tolist() == ["missing_base", "base_nonpositive"]
    assert found.value.isna().all()


@pytest.mark.parametrize("first", [2000, 1940, 1700])  # one whole number, a large one, none
@pytest.mark.parametrize(
    "engine", [lambda f: f, lambda f: pl.DataFrame(f.to_dict("list")), duckdb.from_df]
)
def test_a_year_that_stands_twice_is_found_however_long_the_series_are(
    first: int, engine: Any
) -> None:
    years = [*range(first, 2021)]
    rows = [(area, year, 1.5) for area in ("a b", "a", "b") for year in years]
    sound = long(dict(zip(("area", "year", "n"), map(list, zip(*rows, strict=True)), strict=True)))
    layout: Any = {"by": ["area"], "time": "year", "value": "n"}
    found = growth(engine(sound), **layout)
    assert len(found.df() if isinstance(found, duckdb.DuckDBPyRelation) else found) == len(rows)
    wrong = pd.concat([sound, sound.iloc[[len(years) + 3]]], ignore_index=True)
    with pytest.raises(RowsError, match=rf"one period twice \(a {first + 3}\)"):
        growth(engine(wrong), **layout)
    wrong.loc[0, "n"] = float("inf")
    with pytest.raises(RowsError, match=rf"a number is infinite \(a b {first}\)"):
        growth(engine(wrong), **layout)
