"""`cpstats panel` against the same work by hand (`yardsticks.py`), round by round in one run.

A figure is the median of the ratios of the rounds: of elapsed time, of the processor's time (which a
busy machine disturbs less), of peak memory. Start-up is in it. Run it as
`python benchmarks/panel.py [--rows 1e7] [--rounds 5] [--engines duckdb,pandas,spark] [--tasks T1,T1b,T2,T3,T4]`.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from yardsticks import BENCHMARK, FIRST, ONE

PROGRAM = [str(Path(sys.executable).with_name("cpstats")), "panel"]
HAND = [sys.executable, str(Path(__file__).with_name("yardsticks.py"))]
COLUMNS = ["--time", "year", "--value", "val", "-q", "--force"]
KEYS = {"T3": "fips"}  # of all others the indicator and the place
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of Linux
WAYS = ("", "+", "++")  # as short as can be; the keys counted; all that the program does
TASKS: dict[str, tuple[list[str], ...]] = {
    "T1": (["growth"], ["average_growth", "--start", str(FIRST)]),
    "T1b": (["growth+average_growth", "--start", str(FIRST)],),
    "T2": (["growth,gap,rank", "--over", "fips", "--benchmark", BENCHMARK],),
    "T3": (["pivot", "--where", f"indicator={ONE}"],),
    "T4": (["growth"],),
}


class Cost(NamedTuple):
    """What a command takes."""

    seconds: float
    processor: float
    megabytes: float


def cost(command: list[str]) -> Cost:
    """Run a command and return what it and all that it starts take; Java is waited for by nobody else."""
    start, processor, most = time.perf_counter(), 0.0, 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with suppress(ChildProcessError):  # the last has ended
        while True:
            number, status, usage = os.wait4(-1, 0)
            processor += usage.ru_utime + usage.ru_stime
            most = max(most, usage.ru_maxrss)
            if number == process.pid:
                process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(time.perf_counter() - start, processor, most / 1024)


def both(task: str, engine: str, panel: Path, out: Path) -> list[Cost]:
    """Return the cost of a task by the program, and by hand in each way."""
    costs = []
    for number, words in enumerate(TASKS[task]):
        name = words[0]
        target = out / f"{number}.parquet"
        if target.is_dir():  # of Spark
            shutil.rmtree(target)
        target.unlink(missing_ok=True)  # nor is what was there removed by hand while it is measured
        command = [
            *PROGRAM,
            name,
            str(panel),
            "--keys",
            KEYS.get(task, "indicator,fips"),
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
    for more in WAYS[: 3 if engine == "duckdb" else 2]:
        shutil.rmtree(out / "hand", ignore_errors=True)
        hand.append(cost([*HAND, engine, task + more, str(panel), str(out / "hand")]))
    return [program, *hand]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=float, default=1e7)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engines", default="duckdb,pandas")
    parser.add_argument("--tasks", default=",".join(TASKS))
    given = parser.parse_args()
    if sys.platform == "linux":  # a process whose parent has ended becomes a child of this one
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory(prefix="panel-") as folder:
        panel = Path(folder, "panel.parquet")
        # by another process: what this one has held counts as a peak of those that it starts
        cost([*HAND, "make", str(given.rows), str(panel), folder])
        size = panel.stat().st_size / 1e6
        print(f"{given.rows:,.0f} rows, {size:.0f} MB of Parquet, {given.rounds} rounds")
        heads = ("÷ by hand", "÷ keys counted", "÷ the same work")
        print(f"{'engine, task':<14}" + "".join(f"{head:>27}" for head in heads))
        print(f"{'':<14}" + f"{'time':>9}{'CPU':>9}{'memory':>9}" * len(heads))
        for engine in given.engines.split(","):
            for task in given.tasks.split(","):
                rounds = [both(task, engine, panel, Path(folder)) for _ in range(given.rounds)]
                ratios = [
                    statistics.median(one[0][i] / one[way][i] for one in rounds)
                    for way in range(1, len(rounds[0]))
                    for i in range(3)
                ]
                line = "".join(f"{ratio:9.2f}" for ratio in ratios)
                print(f"{engine + ', ' + task:<14}{line}", flush=True)


if __name__ == "__main__":
    main()
