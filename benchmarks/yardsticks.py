"""The work of `cpstats panel` written by hand: plain pandas, DuckDB SQL, Spark SQL.

`python benchmarks/yardsticks.py ENGINE TASK PANEL OUT` does one task of a panel of `made` on one
engine and writes Parquet:

T1  growth of every figure, then average growth since the first year (two tables)
T1b both of them in one table
T2  growth, its gap to the benchmark's, and the rank of that within indicator and year
T3  one indicator as place by year
T4  the whole panel with growth

Nothing is looked at before: a key that occurs twice, or inf, is not found. With `T4+` the key is
counted first, as whoever wants to be sure would. `T4++` (DuckDB) does what the program does: it also looks
for infinite numbers and empty keys, writes reasons and empty ends of intervals, and counts the reasons.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

YEARS, INDICATORS = range(1994, 2024), 20
FIRST, BENCHMARK, ONE = YEARS[0], "00000", "i07"

MADE = f"""
COPY (
    SELECT 'i' || lpad(i::VARCHAR, 2, '0') AS indicator, format('{{:05d}}', p) AS fips, y::INT AS year,
        CASE WHEN hash(i, p, y) % 97 = 0 THEN NULL ELSE
            round((1000 + hash(i, p) % 9000) * pow(1.03 + (hash(p) % 50) / 1000.0, y - {FIRST})
            * (1 + (hash(y, p, i) % 100) / 2000.0), 1) END AS val
    FROM range({INDICATORS}) t(i), range($places) u(p), range({FIRST}, {YEARS[-1] + 1}) v(y)
    WHERE hash(p, y, i) % 53 <> 0
    ORDER BY indicator, fips, year
) TO '$path' (FORMAT parquet)
"""

GROWTH = """
SELECT indicator, fips, year, val,
    CASE WHEN before_year = year - 1 AND before > 0 THEN (val / before - 1) * 100 END AS growth
FROM (SELECT *, lag(val) OVER w AS before, lag(year) OVER w AS before_year FROM panel
      WINDOW w AS (PARTITION BY indicator, fips ORDER BY year))
"""
AVERAGE = f"""
SELECT p.*, CASE WHEN p.year > {FIRST} AND b.val > 0 AND p.val > 0
    THEN (pow(p.val / b.val, 1.0 / (p.year - {FIRST})) - 1) * 100 END AS average
FROM panel p LEFT JOIN (SELECT indicator, fips, val FROM panel WHERE year = {FIRST}) b
    ON p.indicator = b.indicator AND p.fips = b.fips
"""
GAP_AND_RANK = f"""
WITH g AS ({GROWTH}), gap AS (
    SELECT g.indicator, g.fips, g.year, g.val, g.growth, g.growth - b.growth AS gap
    FROM g LEFT JOIN (SELECT indicator, year, growth FROM g WHERE fips = '{BENCHMARK}') b
        ON g.indicator = b.indicator AND g.year = b.year)
SELECT *, CASE WHEN gap IS NOT NULL
    THEN rank() OVER (PARTITION BY indicator, year ORDER BY gap DESC NULLS LAST) END AS rank
FROM gap
"""
WIDE = "SELECT fips, {} FROM panel WHERE indicator = '{}' GROUP BY fips ORDER BY fips".format(
    ", ".join(f"max(CASE WHEN year = {y} THEN val END) AS y{y}" for y in YEARS), ONE
)
COUNTED = (
    "SELECT count(*) FROM (SELECT 1 FROM panel GROUP BY indicator, fips, year HAVING count(*) > 1)"
)
ODD = """
SELECT count(*) FILTER (isinf(val)), count(*) FILTER (indicator IS NULL OR fips IS NULL OR year IS NULL)
FROM panel
"""
ENDS = ", NULL::DOUBLE AS low, NULL::DOUBLE AS high"
WHY = """, CASE WHEN val IS NULL THEN 'missing_current' WHEN before IS NULL OR before_year <> year - 1
    THEN 'missing_base' WHEN before <= 0 THEN 'base_nonpositive' END AS reason"""
WHY_AVERAGE = f""", CASE WHEN p.year <= {FIRST} THEN 'too_few' WHEN p.val IS NULL THEN 'missing_current'
    WHEN b.val IS NULL THEN 'missing_base' WHEN p.val <= 0 OR b.val <= 0 THEN 'base_nonpositive' END AS reason"""
WHY_RANK = ", CASE WHEN gap IS NULL THEN 'missing_current' END AS reason"
WHY_GAP = ", CASE WHEN growth IS NULL THEN 'missing_current' WHEN gap IS NULL THEN 'missing_base' END AS gap_reason"
FULL_GROWTH = GROWTH.replace("AS growth", f"AS growth{WHY}{ENDS}")
FULL_AVERAGE = AVERAGE.replace("AS average", f"AS average{WHY_AVERAGE}{ENDS}")
FULL_RANK = (
    GAP_AND_RANK.replace("AS growth", f"AS growth{WHY}")
    .replace("g.growth, g.growth - b", "g.growth, g.reason AS growth_reason, g.growth - b")
    .replace("AS rank", f"AS rank{WHY_GAP}{WHY_RANK}{ENDS}")
)
BESIDE = GROWTH.replace("AS growth", "AS growth" + WHY.replace("AS reason", "AS growth_reason"))
BOTH = AVERAGE.replace("FROM panel p", f"FROM ({GROWTH}) p")
FULL_BOTH = FULL_AVERAGE.replace("FROM panel p", f"FROM ({BESIDE}) p")
TASKS = {
    "T1": (GROWTH, AVERAGE),
    "T1b": (BOTH,),
    "T2": (GAP_AND_RANK,),
    "T3": (WIDE,),
    "T4": (GROWTH,),
}
FULL = {
    "T1": (FULL_GROWTH, FULL_AVERAGE),
    "T1b": (FULL_BOTH,),
    "T2": (FULL_RANK,),
    "T3": (WIDE,),
    "T4": (FULL_GROWTH,),
}


def made(path: Path, rows: float) -> Path:
    """Write a panel of about so many rows: places by 20 indicators by 30 years, in order."""
    import duckdb

    places = round(rows / INDICATORS / len(YEARS))
    with duckdb.connect() as con:
        con.execute(MADE.replace("$places", str(places)).replace("$path", str(path)))
    return path


def by_duckdb(task: str, panel: str, out: Path) -> None:
    """Do a task in DuckDB; DUCKDB_MEMORY limits what it takes."""
    import duckdb

    with duckdb.connect() as con:
        if limit := os.environ.get("DUCKDB_MEMORY"):
            con.execute(f"SET memory_limit = '{limit}'")
            con.execute(f"SET temp_directory = '{out}.spill'")
        con.execute("SET preserve_insertion_order = false")
        con.execute(f"CREATE VIEW panel AS SELECT * FROM '{panel}'")
        if task.endswith("+"):
            con.execute(COUNTED).fetchall()
        full = task.endswith("++")
        if full:
            con.execute(ODD).fetchall()
        for number, query in enumerate((FULL if full else TASKS)[task.rstrip("+")]):
            con.execute(f"COPY ({query}) TO '{out}/{number}.parquet' (FORMAT parquet)")
            if full and "reason" in query:
                counted = f"SELECT reason, count(*) FROM '{out}/{number}.parquet' GROUP BY 1"
                con.execute(counted).fetchall()


def by_spark(task: str, panel: str, out: Path) -> None:
    """Do a task in Spark SQL, with two local cores."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[2]"))
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "4g",
        "spark.sql.shuffle.partitions": "8",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.read.parquet(panel).createOrReplaceTempView("panel")
    if task.endswith("+"):
        spark.sql(COUNTED).collect()
    for number, query in enumerate(TASKS[task.rstrip("+")]):
        spark.sql(query).write.parquet(f"{out}/{number}")
    spark.stop()


def by_pandas(task: str, panel: str, out: Path) -> None:
    """Do a task in pandas as everybody writes it; Parquet is read and written by DuckDB."""
    import duckdb

    con = duckdb.connect()
    frame = con.execute(f"SELECT * FROM '{panel}'").df()
    keys = ["indicator", "fips"]
    if task.endswith("+"):
        frame.duplicated([*keys, "year"]).any()
    results = {
        "T1": (_growth, _average),
        "T1b": (_both,),
        "T2": (_gap,),
        "T3": (_wide,),
        "T4": (_growth,),
    }
    for number, result in enumerate(results[task.rstrip("+")]):
        made = result(frame.copy(deep=False), keys)  # noqa: F841 - DuckDB finds it by its name
        con.execute(f"COPY (SELECT * FROM made) TO '{out}/{number}.parquet' (FORMAT parquet)")


def _growth(frame, keys):
    """Return the frame with the growth on the year before."""
    frame = frame.sort_values([*keys, "year"])
    series = frame.groupby(keys)
    before, year = series["val"].shift(), series["year"].shift()
    known = (year == frame["year"] - 1) & (before > 0)
    frame["growth"] = ((frame["val"] / before - 1) * 100).where(known)
    return frame


def _average(frame, keys):
    """Return the frame with the average growth since the first year."""
    base = frame.loc[frame["year"] == FIRST, [*keys, "val"]].rename(columns={"val": "base"})
    frame = frame.merge(base, on=keys, how="left")
    years = (frame["year"] - FIRST).where(frame["year"] > FIRST)
    known = (frame["base"] > 0) & (frame["val"] > 0)
    frame["average"] = (((frame["val"] / frame["base"]) ** (1 / years) - 1) * 100).where(known)
    return frame


def _both(frame, keys):
    """Return the frame with both."""
    return _average(_growth(frame, keys), keys)


def _gap(frame, keys):
    """Return the growth with its gap to the benchmark's, and the rank of that."""
    frame = _growth(frame, keys)
    there = frame.loc[frame["fips"] == BENCHMARK, ["indicator", "year", "growth"]]
    there = there.rename(columns={"growth": "there"})
    frame = frame.merge(there, on=["indicator", "year"], how="left")
    frame["gap"] = frame["growth"] - frame["there"]
    ranks = frame.groupby(["indicator", "year"])["gap"].rank("min", ascending=False)
    return frame.assign(rank=ranks)


def _wide(frame, keys):  # noqa: ARG001
    """Return one indicator as place by year."""
    table = frame[frame["indicator"] == ONE].pivot_table("val", "fips", "year")
    table.columns = [f"y{year}" for year in table.columns]
    return table.reset_index()


def main() -> None:
    """Do what the command line says."""
    engine, task, panel, out = sys.argv[1:]
    if engine == "make":
        made(Path(panel), float(task))
        return
    Path(out).mkdir(parents=True, exist_ok=True)
    {"duckdb": by_duckdb, "spark": by_spark, "pandas": by_pandas}[engine](task, panel, Path(out))


if __name__ == "__main__":
    main()
