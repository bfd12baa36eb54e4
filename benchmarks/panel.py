"""`cpstats panel` against the same work by hand (`yardsticks.py`), round by round in one run.

A figure is the median of the ratios of the rounds: of elapsed time, of the processor's time (which a
busy machine disturbs less), of peak memory. Start-up is in it. Run it as
`python benchmarks/panel.py [--rows 1e7] [--rounds 5] [--engines duckdb,pandas] [--tasks T1,T2,T4]`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from yardsticks import BENCHMARK, FIRST, made

PROGRAM = [str(Path(sys.executable).with_name("cpstats")), "panel"]
HAND = [sys.executable, str(Path(__file__).with_name("yardsticks.py"))]
COLUMNS = ["--keys", "indicator,fips", "--time", "year", "--value", "val", "-q", "--force"]
TASKS: dict[str, tuple[list[str], ...]] = {
    "T1": (["growth"], ["average_growth", "--start", str(FIRST)]),
    "T2": (["growth,gap,rank", "--over", "fips", "--benchmark", BENCHMARK],),
    "T4": (["growth"],),
}


class Cost(NamedTuple):
    """What a command takes."""

    seconds: float
    processor: float
    megabytes: float


def cost(command: list[str]) -> Cost:
    """Run a command and return what it takes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    taken = usage.ru_utime + usage.ru_stime
    return Cost(time.perf_counter() - start, taken, usage.ru_maxrss / 1024)


def both(task: str, engine: str, panel: Path, out: Path) -> tuple[Cost, Cost, Cost]:
    """Return the cost of a task by the program, by hand, and by hand with the keys counted."""
    costs = []
    for number, words in enumerate(TASKS[task]):
        name = words[0]
        target = out / f"{number}.parquet"
        command = [
            *PROGRAM,
            name,
            str(panel),
            *COLUMNS,
            *words[1:],
            "--engine",
            engine,
            "-o",
            str(target),
        ]
        costs.append(cost(command))
    program = Cost(
        sum(c.seconds for c in costs),
        sum(c.processor for c in costs),
        max(c.megabytes for c in costs),
    )
    hand = []
    for kind in (task, f"{task}+"):
        shutil.rmtree(out / "hand", ignore_errors=True)
        hand.append(cost([*HAND, engine, kind, str(panel), str(out / "hand")]))
    return program, hand[0], hand[1]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=float, default=1e7)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engines", default="duckdb,pandas")
    parser.add_argument("--tasks", default=",".join(TASKS))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="panel-") as folder:
        panel = made(Path(folder, "panel.parquet"), given.rows)
        size = panel.stat().st_size / 1e6
        print(f"{given.rows:,.0f} rows, {size:.0f} MB of Parquet, {given.rounds} rounds")
        print(f"{'engine, task':<14} {'÷ by hand':>26} {'÷ by hand, keys counted':>26}")
        print(f"{'':<14} {'time':>8} {'CPU':>8} {'memory':>8} {'time':>8} {'CPU':>8} {'memory':>8}")
        for engine in given.engines.split(","):
            for task in given.tasks.split(","):
                rounds = [both(task, engine, panel, Path(folder)) for _ in range(given.rounds)]
                ratios = [
                    statistics.median(p[i] / (one, two)[which][i] for p, one, two in rounds)
                    for which in (0, 1)
                    for i in range(3)
                ]
                line = " ".join(f"{ratio:8.2f}" for ratio in ratios)
                print(f"{engine + ', ' + task:<14} {line}", flush=True)


if __name__ == "__main__":
    main()
