"""A question to one large Parquet file beside one statement of SQL in DuckDB that does the same.

By hand: the growth of each place between two years, the twenty highest, no key twice among what is read
(the two years), and the names of the indicators and places that the answer speaks of. Both
are processes of Python of their own; the file is made in a folder that is thrown away. Run it as
`python benchmarks/questions.py --rows 1e7`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from import_large import PROGRAM, measured

PLACES, YEARS = 2500, range(1985, 2025)
MADE = f"""
COPY (
  SELECT indicator, 'Region ' || chr(65 + (p % 26)::INT) || lpad(p::VARCHAR, 4, '0') AS region, year,
         round(100 + hash(indicator, p) % 9000 + 13 * (year - 1980) + hash(p, year, indicator) % 1000 / 100, 2) AS value,
         'million USD' AS unit
  FROM (SELECT i, if(i = 0, 'gdp', 'series_' || lpad(i::VARCHAR, 4, '0')) AS indicator FROM range({{}}) made(i)),
       range({PLACES}) places(p), range({YEARS.start}, {YEARS.stop}) years(year)
  ORDER BY i, p, year
) TO '{{}}' (FORMAT parquet)
"""
BY_HAND = """
import duckdb, sys
file = sys.argv[1]
base = duckdb.connect()
read = f"FROM read_parquet('{file}') WHERE indicator = 'gdp' AND year IN (2010, 2020)"
if base.execute(f"SELECT region, year {read} GROUP BY ALL HAVING count(*) > 1 LIMIT 1").fetchall():
    sys.exit("a key occurs twice")
print(base.execute(f'''
    SELECT region, 100 * (pow(max(value) FILTER (year = 2020) / max(value) FILTER (year = 2010), 0.1) - 1) AS growth
    {read} GROUP BY region ORDER BY growth DESC LIMIT 20''').fetchall())
if len(sys.argv) > 2:
    print(len(base.execute(f"SELECT DISTINCT indicator FROM read_parquet('{file}')").fetchall()))
    print(len(base.execute(f"SELECT DISTINCT region FROM read_parquet('{file}')").fetchall()))
"""
ASKED = ("growth", "gdp", "--from", "2010", "--to", "2020", "--top", "20", "--data")


def main() -> None:
    """Measure in turn, round by round, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=float, default=1e7)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="questions-") as folder:
        file = str(Path(folder, "counties.parquet"))
        indicators = max(1, round(given.rows / PLACES / len(YEARS)))
        made = ["-c", f"import duckdb\nduckdb.execute({MADE.format(indicators, file)!r})"]
        measured([sys.executable, *made])
        commands = {
            "by hand": [sys.executable, "-c", BY_HAND, file, "names"],
            "without the names": [sys.executable, "-c", BY_HAND, file],
            "cpstats": [PROGRAM, *ASKED, file],
        }
        runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                runs[name].append(measured(command))
    print(f"{indicators * PLACES * len(YEARS):,} figures, {given.rounds} rounds")
    print(f"{'÷ by hand':<18} {'clock':>6} {'CPU':>6} {'CPU, s':>7} {'peak':>8}")
    for name, measures in runs.items():
        pairs = [*zip(measures, runs["by hand"], strict=True)]
        clock = statistics.median(m[0] / unit[0] for m, unit in pairs)
        taken = statistics.median(m[1] / unit[1] for m, unit in pairs)
        seconds = statistics.median(m[1] for m in measures)
        print(
            f"{name:<18} {clock:6.1f} {taken:6.1f} {seconds:7.2f} {max(m[2] for m in measures):5d} MB"
        )


if __name__ == "__main__":
    main()
