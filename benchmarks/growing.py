"""How the work of a question grows with the places: P, then 4 P places of 40 years, in one run.

A figure is the processor's time of the command less that of the same command on a table of two
places, and the ratio of the two sizes (4 is linear; budget 4.4). The last line compares `growth`
with reading the same table by pandas and `cpstats.average_growth` over it (budget 3). Run it as
`python benchmarks/growing.py [P] [ROUNDS]`; the tables are made anew in a temporary folder.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = str(Path(sys.executable).with_name("cpstats"))
YEARS = range(1985, 2025)
BUDGET, BUDGET_OF_GROWTH = 4.4, 3.0
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
    "validate": ["validate"],
    "add": ["add"],
}
YARDSTICK = """
import sys
import pandas as pd
import cpstats
frame = pd.read_csv(sys.argv[1])
frame = frame[frame["indicator"] == "output"]
cpstats.average_growth(frame, by=["indicator", "ref_area"], start=2000)
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


def command(name: str, folder: Path, number: int) -> list[str]:
    """Return the whole command of a question on a package."""
    words = [PROGRAM, *QUESTIONS[name]]
    if name == "validate":
        return [*words, str(folder)]
    if name == "add":
        cell = ["output", "P00001", str(2025 + number), "10000", "--unit", "million EUR"]
        return [*words, *cell, "--source", "office", "--data", str(folder)]
    every = ["-p", "P00001"] if name == "rank" else []
    return [*words, *every, "--data", str(folder), "--no-builtin", "-F", "csv", "-q"]


def seconds(words: list[str]) -> float:
    """Return the processor's time of a command that answers."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # 1: validate has findings
        sys.exit(f"{' '.join(words)} ended with {done.returncode}: {done.stderr[:400]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print a line a question."""
    places = int(sys.argv[1]) if len(sys.argv) > 1 else 625
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        small, one, four = (make(Path(name) / f"p{n}", n) for n in (2, places, 4 * places))
        print(
            f"{'question':<16}{f'{places}':>10}{f'{4 * places}':>10}{'ratio':>8}   budget {BUDGET}"
        )
        for question in QUESTIONS:
            taken = [
                [seconds(command(question, folder, r)) for folder in (small, one, four)]
                for r in range(rounds)
            ]
            less, more = (statistics.median(t[i] - t[0] for t in taken) for i in (1, 2))
            print(f"{question:<16}{less:>10.2f}{more:>10.2f}{more / less:>8.2f}", flush=True)
        tables = [str(folder / "figures.csv") for folder in (small, four)]
        taken = [
            [seconds([sys.executable, "-c", YARDSTICK, table]) for table in tables]
            + [seconds(command("growth", folder, 0)) for folder in (small, four)]
            for _ in range(rounds)
        ]
        ratio = statistics.median((t[3] - t[2]) / (t[1] - t[0]) for t in taken)
        print(f"growth ÷ (pandas.read_csv + cpstats.average_growth): {ratio:.2f}", end="")
        print(f"   budget {BUDGET_OF_GROWTH}")


if __name__ == "__main__":
    main()
