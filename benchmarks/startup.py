"""Start-up of each command as a ratio to `python -c 'import pandas'`, in one run.

The commands are run in turn, round by round, so that a noisy machine disturbs all alike; a
figure is the median of the ratios of the rounds. Run it as `python benchmarks/startup.py`.
"""

from __future__ import annotations

import argparse
import os
import pty
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = [str(Path(sys.executable).with_name("cpstats"))]
YARDSTICK = [sys.executable, "-c", "import pandas"]
# name, command, on a terminal, budget (a multiple of the yardstick)
CASES: tuple[tuple[str, list[str], bool, float | None], ...] = (
    ("python -c pass", [sys.executable, "-c", "pass"], False, None),
    ("import typer", [sys.executable, "-c", "import typer"], False, None),
    ("--version", [*PROGRAM, "--version"], False, 0.20),
    ("completion", [*PROGRAM], False, 0.20),
    ("--help", [*PROGRAM, "--help"], True, 0.40),
    ("list, in a pipe", [*PROGRAM, "list"], False, 0.28),
    ("list, on a terminal", [*PROGRAM, "list"], True, 0.40),
    ("search 收入", [*PROGRAM, "search", "收入"], False, 0.28),
    ("info gdp", [*PROGRAM, "info", "gdp"], False, 0.28),
    ("show gdp, in a pipe", [*PROGRAM, "show", "gdp"], False, 0.30),
    ("show gdp, on a terminal", [*PROGRAM, "show", "gdp"], True, 0.45),
    ("compare gdp, in a pipe", [*PROGRAM, "compare", "gdp", "--vs", "beijing"], False, 1.20),
    ("compare, every indicator", [*PROGRAM, "compare", "--vs", "beijing"], False, 1.20),
    ("check, no number", [*PROGRAM, "check", "全市经济运行总体平稳。"], False, 0.40),
    ("check, one figure", [*PROGRAM, "check", "2024年北京市GDP增长5.2%。"], False, 1.30),
    ("growth gdp", [*PROGRAM, "growth", "gdp", "-p", "beijing"], False, 1.20),
)
COMPLETE = {
    "_CPSTATS_COMPLETE": "complete_bash",
    "COMP_WORDS": "cpstats show gd",
    "COMP_CWORD": "2",
}


def seconds(command: list[str], *, terminal: bool, extra: dict[str, str]) -> tuple[float, float]:
    """Return how long a command runs, and how much of a processor it takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = elapsed(command, terminal=terminal, extra=extra)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def elapsed(command: list[str], *, terminal: bool, extra: dict[str, str]) -> float:
    """Run a command, its output thrown away."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | extra
    start = time.perf_counter()
    if not terminal:
        subprocess.run(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            check=False,
        )
        return time.perf_counter() - start
    master, slave = pty.openpty()
    process = subprocess.Popen(command, stdout=slave, stderr=subprocess.DEVNULL, env=environment)
    os.close(slave)
    while True:
        try:
            if not os.read(master, 65536):
                break
        except OSError:  # the other end was closed
            break
    process.wait()
    os.close(master)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    ratios: dict[str, list[tuple[float, float]]] = {name: [] for name, *_ in CASES}
    seconds(YARDSTICK, terminal=False, extra={})  # compiled files and the disk's cache
    for _ in range(rounds):
        one = seconds(YARDSTICK, terminal=False, extra={})
        for name, command, terminal, _budget in CASES:
            extra = COMPLETE if name == "completion" else {"COLUMNS": "100"}
            found = seconds(command, terminal=terminal, extra=extra)
            ratios[name].append((found[0] / one[0], found[1] / one[1]))
    print(
        f"{'command':26} {'time':>6} {'CPU':>6} {'budget':>7}   (import pandas = 1.00, {rounds} rounds)"
    )
    for name, _command, _terminal, budget in CASES:
        ratio, cpu = (statistics.median(r[i] for r in ratios[name]) for i in (0, 1))
        limit = "" if budget is None else f"{budget:.2f}"
        late = " over" if budget is not None and min(ratio, cpu) > budget else ""
        print(f"{name:26} {ratio:6.2f} {cpu:6.2f} {limit:>7}{late}")


if __name__ == "__main__":
    main()
