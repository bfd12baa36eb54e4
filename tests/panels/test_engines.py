"""Every calculation is a command, and every engine gives the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest
from tests.panels.conftest import CALLS, asked, differences

from cpstats.cli.commands.panel import WORDS
from cpstats.panels.calculate import MOST, panel
from cpstats.panels.calculations import calculation, calculations
from cpstats.panels.engines import Limits, engine_of, engines
from cpstats.panels.engines.duckdb import Engine
from cpstats.panels.panel_files import Wanted, found
from cpstats.panels.parquet_columns import schema_of
from cpstats.panels.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpstats.panels.engines import Target


def test_every_calculation_is_tried_and_every_parameter_has_words() -> None:
    assert set(calculations()) == {name for name in CALLS if name.replace("_", "").isalpha()}
    taken = {p.name for c in calculations().values() for p in c.parameters}
    assert taken == set(WORDS)
    assert engines() == ("duckdb", "pandas", "polars", "spark")
    assert [calculation(name) for name in calculations()] == [*calculations().values()]
    assert calculation("Gini(") is None


@pytest.mark.parametrize("name", CALLS)
def test_every_engine_gives_the_rows_of_pandas(name: str, rows_by: Callable[..., list]) -> None:
    expected = rows_by(name, engine="pandas")
    made = ("2021", "2022", "2023") if "pivot" in name else ("value",)
    assert any(row[c] is not None for row in expected for c in made) or name == "carry_over"
    for engine in ("duckdb", "polars"):
        assert differences(expected, rows_by(name, engine=engine)) == [], engine


CODED = (
    "average_growth",
    "growth",
    "growth+average_growth",
    "growth,gap,rank",
    "moran",
    "share",
    "shift_share",
    "theil",
)


@pytest.mark.parametrize("name", CODED)
def test_pandas_gives_the_same_of_parquet_whose_keys_it_holds_as_codes(
    name: str, table: Path, rows_by: Callable[..., list], tmp_path: Path
) -> None:
    cells = "SELECT * REPLACE (year::INT AS year, val::DOUBLE AS val)"
    query = f"{cells} FROM read_csv('{table}', all_varchar = true)"
    duckdb.sql(f"COPY ({query}) TO '{tmp_path}/panel.parquet' (FORMAT parquet)")
    made = panel(replace(asked(name, table, engine="pandas"), files=[f"{tmp_path}/panel.parquet"]))
    assert differences(rows_by(name, engine="pandas"), [dict(row) for row in made.records]) == []
    told = panel(asked(name, table, engine="pandas"))  # no reason is counted that no row has
    assert made.notes == told.notes


def test_pandas_takes_the_rows_of_parquet_in_their_order(tmp_path: Path) -> None:
    made = "SELECT i // 1000 AS fips, i % 1000 AS year, i::DOUBLE AS val FROM range(300000) t(i)"
    where = f"'{tmp_path}/panel.parquet' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
    duckdb.sql(f"COPY ({made} ORDER BY i) TO {where}")
    wanted = Wanted(("fips",), "year", "val", (), (), ())
    source = found([f"{tmp_path}/panel.parquet"], wanted, schema_of)
    with engine_of("pandas")(Limits(tmp_path, 0, 0, "")) as engine:
        assert engine.read(source)["val"].is_monotonic_increasing


def test_growth_is_what_a_hand_calculation_gives(rows_by: Callable[..., list]) -> None:
    # gdp of 00000: 2019 is (2019 * 13) % 90 / 10 + 20 = 25.7, 2020 is 27.0: 27.0 / 25.7 - 1 = 5.0584 %
    found = {(r["indicator"], r["fips"], r["year"]): r for r in rows_by("growth", engine="duckdb")}
    row = found["gdp", "00000", 2020]
    assert (row["val"], round(row["value"], 4), row["reason"]) == (27.0, 5.0584, None)
    assert found["gdp", "01009", 2021]["reason"] == "missing_base"  # 2020 is no row
    assert found["gdp", "01003", 2021]["reason"] == "missing_current"  # its cell is empty


@pytest.mark.parametrize("name", ["val", "value"])
@pytest.mark.parametrize("engine", ["pandas", "duckdb", "polars"])
def test_side_by_side_every_calculation_gives_what_it_gives_alone(
    name: str, engine: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(f"place,year,{name}\na,2019,10.0\na,2020,11.0\na,2022,14.4\n")
    takes = {"growth": {}, "average_growth": {"start": "2019"}, "years_average": {"years": "2"}}
    every = {key: text for arguments in takes.values() for key, text in arguments.items()}
    rows = {}
    for called, arguments in {"+".join(takes): every, **takes}.items():
        request = Request(
            calculation=called,
            files=[str(tmp_path / "t.csv")],
            keys=["place"],
            time="year",
            value=name,
            arguments=arguments | {"decimals": "1"},
            engine=engine,
            all_rows=True,
        )
        rows[called] = [dict(row) for row in panel(request).records]
    for together, *alone in zip(*rows.values(), strict=True):
        last = alone.pop()
        assert {key: together[key] for key in last} == last
        for called, row in zip(takes, alone, strict=False):
            assert together[called] == row["value"]
            for key in ("low", "high", "reason"):
                assert together[f"{called}_{key}"] == row[key]
    # 11 / 10 - 1 and (14.4 / 10) ** (1 / 3) - 1; 2021 is no row
    assert [row["growth"] for row in rows["+".join(takes)]] == [None, pytest.approx(10.0), None]
    assert rows["+".join(takes)][2]["average_growth"] == pytest.approx(12.9243235)


@pytest.mark.parametrize("output", ["", "written.parquet"])
def test_a_machine_gets_all_rows_and_of_a_file_the_first_ones_only(
    output: str, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = []
    work = Engine.work

    def seen(self: Engine, frame: object, target: Target) -> object:
        heads.append(target.head)
        return work(self, frame, target)

    monkeypatch.setattr(Engine, "work", seen)
    request = asked("growth", table, engine="duckdb")
    where = str(tmp_path / output) if output else ""
    panel(replace(request, output=where, all_rows=True))
    assert heads == [request.head if output else MOST + 1]


def test_pieces_of_several_files_in_order_are_worked_at_once_and_give_the_growth_of_pandas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cpstats.calc.streamed.LEAST", 1000)
    for n in range(3):  # 20 places of 1000 years in each, row groups of 2048
        made = f"SELECT 'p' || lpad(({n} * 20 + i // 1000)::VARCHAR, 2, '0') AS p, i % 1000 + 1000 AS y, "
        made += "hash(i) % 900 + 100.0 AS v FROM range(20000) t(i) ORDER BY i"
        duckdb.sql(
            f"COPY ({made}) TO '{tmp_path}/{n}.parquet' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
        )
    notes, sums = [], []
    for engine in ("duckdb", "pandas"):
        request = Request(
            calculation="growth",
            files=[f"{tmp_path}/*.parquet"],
            keys=["p"],
            time="y",
            value="v",
            engine=engine,
            threads=4 if engine == "duckdb" else None,
            output=str(tmp_path / f"{engine}.out.parquet"),
        )
        notes.append(panel(request).notes[:-1])  # the last names the file
        rows = duckdb.read_parquet(f"{tmp_path}/{engine}.out.parquet")
        sums.append(rows.aggregate("count(*), count(value), round(sum(value * y), 3)").fetchall())
        (tmp_path / f"{engine}.out.parquet").unlink()
    assert notes[0] == notes[1]
    assert sums[0] == sums[1]
    assert sums[0][0][:2] == (60_000, 59_940)  # the first year of each of 60 places has none
