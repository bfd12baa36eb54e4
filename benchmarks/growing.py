"""How the work of a question grows with the places: P, then 4 P places of 40 years, in one run.

A figure is the processor's time of the command less that of the same command on a table of two
places, and the ratio of the two sizes (4 is linear; budget 4.4). The last line compares `growth`
with reading the same table by pandas and `cpstats.average_growth` over it (budget 3), in the
processor's time and by the clock. Run it as `python benchmarks/growing.py [P] [ROUNDS]`, with names of
lines for those alone (`python benchmarks/growing.py 625 7 frame`); the tables are made anew in a
temporary folder.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = str(Path(sys.executable).with_name("cpstats"))
YEARS = range(1985, 2025)
BUDGET, BUDGET_OF_GROWTH = 4.4, 3.0
QUIET = ["--no-builtin", "-F", "csv", "-q"]
SPAN = ["--from", "2000", "--to", "2024"]
QUESTIONS: dict[str, list[str]] = {
    "growth": ["growth", "output", *SPAN],
    "compare": ["compare", "output", "--vs", "Whole", "--period", "2024"],
    "rank": ["rank", "output", "--among", "Whole"],
    "share": ["share", "output", "-p", "children:Whole", "--vs", "Whole", "--period", "2024"],
    "index": ["index", "output", "--base", "2000", "--period", "2000..2024"],
    "contribution": [
        "contribution",
        "part",
        "--of",
        "output",
        "--basis",
        "nominal",
        "--period",
        "2024",
    ],
    "target": ["target", "output", "--reach", "1000000", "--from", "2020", "--by", "2030"],
    "derive growth": ["derive", "growth", "output", "--period", "2024"],
    "inequality": ["inequality", "output", "--among", "Whole"],
    "validate": ["validate"],
    "add": ["add"],
}
FRAME = "frame"  # the line of the yardstick
YARDSTICK = """
import os, sys, time
import pandas as pd
import cpstats
from cpstats.__main__ import main

def by_hand(folder):
    frame = pd.read_csv(folder + "/figures.csv")
    frame = frame[frame["indicator"] == "output"]
    cpstats.average_growth(frame, by=["indicator", "ref_area"], start=2000)

def asked(folder):
    sys.argv[1:] = [*question, "--data", folder]
    try:
        main()
    except SystemExit:
        pass

small, large, *question = sys.argv[1:]
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
for ask in (by_hand, asked):
    ask(small)  # what is imported once
for ask in (by_hand, asked):
    start = time.process_time(), time.perf_counter()
    ask(large)
    print(time.process_time() - start[0], time.perf_counter() - start[1], file=sys.stderr)
"""


def make(folder: Path, places: int) -> Path:
    """Write a package of places under one parent, two indicators, forty years."""
    chance = random.Random(places)  # noqa: S311 - invented figures
    folder.mkdir()
    names = [f"P{number:05d}" for number in range(places)]
    lines = []
    whole = dict.fromkeys(YEARS, 0)
    for name in names:
        level = chance.randrange(10_000, 90_000)
        for year in YEARS:
            level = level * chance.randrange(990, 1080) // 1000
            whole[year] += level
            lines.append(f"output,{name},{year},level,current,,{level},million EUR,,,,,office")
    lines += [
        f"output,Whole,{year},level,current,,{level},million EUR,,,,,office"
        for year, level in whole.items()
    ]
    lines += [line.replace("output,", "part,", 1) for line in lines]
    tables = {
        "figures": "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,"
        "unit,decimals,bound,obs_status,vintage,source\n" + "\n".join(lines),
        "places": "ref_area,name_en,parent\nWhole,Whole,\n"
        + "\n".join(f"{name},{name},Whole" for name in names),
        "indicators": "indicator,name_en,unit,kind,compare\n"
        "output,Output,million EUR,flow,share\npart,Part,million EUR,flow,share",
        "sources": "source,title,release,kind,quality\noffice,Office,series,official,high",
    }
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text + "\n", encoding="utf-8")
    listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in tables)
    (folder / "datapackage.json").write_text(f'{{"resources":[{listed}]}}')
    return folder


def near(folder: Path) -> str:
    """Return an amount near the last one of the first place, with its unit in words."""
    with (folder / "figures.csv").open(encoding="utf-8") as lines:
        last = next(line.split(",")[6] for line in lines if line.startswith("output,P00001,2024"))
    return f"{int(last) * 1.03 / 1000:.3f} billion EUR"


def fresh(folder: Path, number: int) -> Path:
    """Return a copy of a package to which nothing was added."""
    return Path(shutil.copytree(folder, folder.with_name(f"{folder.name}-{number}")))


def command(name: str, folder: Path, number: int) -> list[str]:
    """Return the whole command of a question on a package."""
    words = [PROGRAM, *QUESTIONS[name]]
    if name == "validate":
        return [*words, str(folder)]
    if name == "add":
        cell = ["output", "P00001", "2025", near(folder), "--source", "office"]
        return [*words, *cell, "--data", str(fresh(folder, number))]
    every = ["-p", "P00001"] if name == "rank" else []
    return [*words, *every, "--data", str(folder), *QUIET]


def seconds(words: list[str]) -> tuple[float, float]:
    """Return the processor's time of a command that answers, and that of the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode not in (0, 1):  # 1: validate has findings
        sys.exit(f"{' '.join(words)} ended with {done.returncode}: {done.stderr[:400]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, wall


def grown(question: str, folders: list[Path], rounds: int) -> None:
    """Print how the work of a question grows; the first folder has almost no places."""
    taken = [
        [seconds(command(question, folder, number))[0] for folder in folders]
        for number in range(rounds)
    ]
    less, more = (statistics.median(t[i] - t[0] for t in taken) for i in (1, 2))
    print(f"{question:<16}{less:>10.2f}{more:>10.2f}{more / less:>8.2f}", flush=True)


def beside_frame(small: Path, large: Path, rounds: int) -> None:
    """Print how long `growth` takes beside pandas and the function over a frame, in one process."""
    words = [sys.executable, "-c", YARDSTICK, str(small), str(large), *QUESTIONS["growth"]]
    found = []
    for _ in range(rounds):
        run = subprocess.run([*words, *QUIET], capture_output=True, text=True, check=True)
        (cpu, wall), (cpu_asked, wall_asked) = (
            map(float, line.split()) for line in run.stderr.splitlines()[-2:]
        )
        found.append((cpu_asked / cpu, wall_asked / wall))
    cpu, wall = (statistics.median(ratios) for ratios in zip(*found, strict=True))
    name = "growth ÷ (pandas.read_csv + cpstats.average_growth)"
    print(f"{name}: {cpu:.2f}, by the clock {wall:.2f}   budget {BUDGET_OF_GROWTH}")


def main() -> None:
    """Print a line a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", type=int, nargs="?", default=625)
    parser.add_argument("rounds", type=int, nargs="?", default=3)
    parser.add_argument("lines", nargs="*", default=[*QUESTIONS, FRAME])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sizes = (2, asked.places, 4 * asked.places)
        folders = [make(Path(name) / f"p{n}", n) for n in sizes]
        print(f"{'question':<16}{sizes[1]:>10}{sizes[2]:>10}{'ratio':>8}   budget {BUDGET}")
        for question in QUESTIONS:
            if question in asked.lines:
                grown(question, folders, asked.rounds)
        if FRAME in asked.lines:
            beside_frame(folders[0], folders[2], asked.rounds)


if __name__ == "__main__":
    main()
