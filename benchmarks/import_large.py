"""A large CSV through `cpstats import`: peak memory, and time as a ratio to plain readings.

The unit is `csv.reader` over the same file in the same round; on a busy machine the ratio of the
processor's time says more than that of the clock. The file is made in a folder that is thrown away. Run it as `python benchmarks/import_large.py`;
each command runs in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = str(Path(sys.executable).with_name("cpstats"))
IMPORT = ("import", "--force", "-q")
HEADER = "地区,年份,指标,数值,单位\n"
INDICATORS = ("地区生产总值", "常住人口", "社会消费品零售总额", "城镇居民人均可支配收入")
UNITS = ("亿元", "万人", "亿元", "元")
READ_CSV = """\
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        pass
"""
DUCKDB = (
    "import duckdb, sys\n"
    "duckdb.execute(f\"COPY (FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[1]}.parquet' (FORMAT parquet)\")"
)
PANDAS = "import pandas,sys\npandas.read_csv(sys.argv[1])"


def written(path: Path, megabytes: int) -> int:
    """Write lines of invented places, years and indicators, and return how many there are."""
    chance = random.Random(1)  # noqa: S311 - the same file in every run
    count = size = place = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        while size < megabytes * 1_000_000:
            place += 1
            lines = [
                f"样本县{place:06d},{year},{name},{chance.uniform(10, 9999):.2f},{unit}\n"
                for year in range(1994, 2024)
                for name, unit in zip(INDICATORS, UNITS, strict=True)
            ]
            block = "".join(lines)
            file.write(block)
            count += len(lines)
            size += len(block.encode())
    return count


def wide(path: Path, megabytes: int) -> int:
    """Write lines of forty years each, and return how many there are."""
    chance = random.Random(1)  # noqa: S311 - the same file in every run
    years = range(1984, 2024)
    count = size = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("地区,指标,单位," + ",".join(f"{year}年" for year in years) + "\n")
        while size < megabytes * 1_000_000:
            place, kind = divmod(count, len(INDICATORS))
            cells = ",".join(f"{chance.uniform(10, 9999):.2f}" for _ in years)
            line = f"样本县{place:06d},{INDICATORS[kind]},{UNITS[kind]},{cells}\n"
            file.write(line)
            count += 1
            size += len(line.encode())
    return count


def measured(command: list[str]) -> tuple[float, float, int]:
    """Return how long a command runs, what of a processor it takes, and its peak in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    taken = usage.ru_utime + usage.ru_stime
    return time.perf_counter() - start, taken, usage.ru_maxrss // 1024


def main() -> None:
    """Measure in turn, round by round, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--wide", action="store_true", help="forty years across")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="import-large-") as folder:
        path = Path(folder, "large.csv")
        count = (wide if given.wide else written)(path, given.megabytes)
        size = path.stat().st_size // 1_000_000
        commands = {
            "csv.reader": [sys.executable, "-c", READ_CSV, str(path)],
            "pandas.read_csv": [sys.executable, "-c", PANDAS, str(path)],
            "duckdb": [sys.executable, "-c", DUCKDB, str(path)],
            "cpstats import": [PROGRAM, *IMPORT, str(path), "-o", f"{folder}/out"],
            "--parquet": [PROGRAM, *IMPORT, str(path), "-o", f"{folder}/packed", "--parquet"],
        }
        runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name in commands}
        for _ in range(given.rounds):
            for name, command in commands.items():
                runs[name].append(measured(command))
    print(f"{size} MB, {count:,} lines, {given.rounds} rounds")
    print(f"{'× csv.reader':<16} {'time':>6} {'CPU':>6} {'seconds':>8} {'peak':>8}")
    for name, measures in runs.items():
        pairs = list(zip(measures, runs["csv.reader"], strict=True))
        clock = statistics.median(m[0] / unit[0] for m, unit in pairs)
        taken = statistics.median(m[1] / unit[1] for m, unit in pairs)
        seconds = statistics.median(m[0] for m in measures)
        peak = max(m[2] for m in measures)
        print(f"{name:<16} {clock:6.1f} {taken:6.1f} {seconds:8.1f} {peak:5d} MB")


if __name__ == "__main__":
    main()
