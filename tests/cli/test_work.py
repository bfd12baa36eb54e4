"""Four times the places are at most four times the work, counted in calls, for every question."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from tests.cli.conftest import Invoke

YEARS = range(2015, 2025)
HEADER = (
    "indicator,ref_area,time_period,measure,price_basis,counterpart_area,obs_value,unit,decimals,"
    "bound,obs_status,vintage,source"
)
SPAN = ("--from", "2016", "--to", "2024")
QUESTIONS = {
    "show": ("show", "output", "-p", "all"),
    "growth": ("growth", "output", "-p", "all", *SPAN),
    "growth by levels of every year": ("growth", "output", "-p", "all", *SPAN, "--method", "cumulative"),
    "compare": ("compare", "output", "-p", "all", "--vs", "Whole", "--period", "2024"),
    "rank": ("rank", "output", "--among", "Whole"),
    "share": ("share", "output", "-p", "children:Whole", "--vs", "Whole", "--period", "2024"),
    "index": ("index", "output", "-p", "all", "--base", "2016"),
    "contribution": ("contribution", "part", "-p", "all", "--of", "output", "--basis", "nominal"),
    "target": ("target", "output", "-p", "all", "--reach", "90000", "--from", "2020", "--by", "2030"),
    "derive growth": ("derive", "growth", "output", "-p", "all", "--period", "2024"),
    "narrate": ("narrate", "output", "-p", "all", "--vs", "Whole", "--period", "2024"),
    "revisions": ("revisions", "output", "-p", "all"),
    "inequality": ("inequality", "output", "--among", "Whole"),
    "validate": ("validate",),
    "add": ("add", "output", "P001", "2025", "2000", "--source", "office", "--dry-run"),
}  # fmt: skip
LONG = ("inequality",)  # to count: it takes a frame apart
ONCE = (
    "read",
    "admit",
)  # the reader and the sort by preference: once a question, whatever its size


def package(folder: Path, places: int) -> Path:
    """Write a package of places under one parent, with two indicators."""
    folder.mkdir()
    levels = {
        (f"P{p:03d}", year): 1000 + 37 * p + 50 * (year - 2015) + (p * year) % 7
        for p in range(places)
        for year in YEARS
    }
    for year in YEARS:
        levels["Whole", year] = sum(v for (_, y), v in levels.items() if y == year)
    figures = [
        f"{indicator},{area},{year},level,current,,{level // part},million EUR,,,,,office"
        for indicator, part in (("output", 1), ("part", 2))
        for (area, year), level in levels.items()
    ]
    names = dict.fromkeys(area for area, _ in levels if area != "Whole")
    tables = {
        "figures": [HEADER, *figures],
        "places": ["ref_area,name_en,parent", "Whole,Whole,", *(f"{n},{n},Whole" for n in names)],
        "indicators": [
            "indicator,name_en,unit,kind,compare",
            "output,Output,million EUR,flow,share",
            "part,Part,million EUR,flow,share",
        ],
        "sources": [
            "source,title,release,kind,quality",
            "office,Office,series,official,high",
        ],
    }
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    listed = ",".join(f'{{"name":"{name}","path":"{name}.csv"}}' for name in tables)
    (folder / "datapackage.json").write_text(f'{{"resources":[{listed}]}}')
    return folder


def counted(invoke: Invoke, folder: Path, words: tuple[str, ...]) -> tuple[int, Counter[str]]:
    """Return how many functions a question calls, and how often the reader and the selection."""
    calls, own = 0, Counter[str]()

    def one(frame: FrameType, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if event == "call" and frame.f_code.co_name in ONCE:
            own[frame.f_code.co_name] += frame.f_code.co_filename.endswith(
                ("store/loading.py", "store/selection.py")
            )

    data = (str(folder),) if words[0] == "validate" else ("--data", str(folder))
    more = () if words[0] in ("validate", "add") else ("--no-builtin", "-F", "csv", "-q")
    before = sys.getprofile()
    sys.setprofile(one)
    try:
        done = invoke(*words, *data, *more)
    finally:
        sys.setprofile(before)
    assert done.status in (0, 1), done.stderr
    return calls, own


@pytest.mark.parametrize(
    "question", [pytest.param(q, marks=pytest.mark.slow if q in LONG else ()) for q in QUESTIONS]
)
def test_four_times_the_places_are_at_most_four_times_the_work(
    question: str, invoke: Invoke, tmp_path: Path
) -> None:
    words = QUESTIONS[question]
    small, few, many = (package(tmp_path / f"p{n}", n) for n in (2, 12, 42))
    counted(invoke, small, words)  # what is imported and cached once
    fixed, _ = counted(invoke, small, words)
    less, once = counted(invoke, few, words)
    more, still = counted(invoke, many, words)
    # 10 places more, then 40 places more than the small table
    assert more - fixed <= 4.4 * (less - fixed)
    assert once == still
    assert max(once.values(), default=0) <= 1


@pytest.mark.parametrize(
    ("question", "most"),
    [
        (("growth", "output", "-p", "P003", *SPAN), 2),  # both ends
        (
            ("rank", "output", "--among", "Whole"),
            2 * 30,
        ),  # the year that is shown, and the one before
        (("compare", "output", "--vs", "Whole", "--period", "2024"), 2 * 31),
        (("target", "output", "--reach", "90000", "--by", "2030"), 31),  # the newest
        (("share", "output", "-p", "children:Whole", "--vs", "Whole", "--period", "2024"), 2 * 31),
    ],
)
def test_a_figure_is_made_only_of_what_is_asked(
    question: tuple[str, ...], most: int, invoke: Invoke, tmp_path: Path
) -> None:
    folder = package(tmp_path / "p", 30)  # of 620 figures
    made = 0

    def one(frame: FrameType, event: str, _of: object) -> None:
        nonlocal made
        made += event == "call" and frame.f_code.co_name == "of_cells"

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        done = invoke(*question, "--data", str(folder), "--no-builtin", "-F", "csv", "-q")
    finally:
        sys.setprofile(before)
    assert done.status == 0
    assert made == most
