"""A question to large files answers as it does where they are read whole: rows, notes, reasons, exit status."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.store import narrowed, package
from cpstats.store.recognising import recognise, stream

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Invoke

    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.sheet import Sheet

READ_OF = (
    "t.",
    "f*.",
    "parts",
    "your own",
    "目录之外",
    "fewer",
)  # what was read and named differs, and is said
QUESTIONS = (
    ("growth", "wool", "--from", "2003", "--to", "2008", "--top", "2"),
    ("growth", "wool", "--from", "2003", "--to", "2008", "--explain"),
    ("growth", "wool,flax", "--from", "2003", "--to", "2007", "--bottom", "3", "-F", "json"),
    ("growth", "wool", "-p", "Greiz", "--from", "2003", "--to", "2008"),
    ("growth", "wool", "--from", "2002", "--to", "2008", "--every", "2"),
    ("growth", "wool", "--from", "2004", "--to", "2008", "--method", "cumulative"),
    ("growth", "tow", "--from", "2004", "--to", "2008"),
    ("growth", "wool", "--from", "1990", "--to", "2008"),
    ("growth", "wool", "-p", "Nowhere", "--from", "2003", "--to", "2008"),
    ("growth", "silk", "--from", "2003", "--to", "2008"),
    ("rank", "hemp", "--among", "all", "--period", "2008"),
    ("rank", "wool", "--among", "all", "--period", "2008", "--top", "1"),
    ("compare", "wool", "-p", "Ulm", "--vs", "Hof", "--from", "2003", "--to", "2008"),
    ("series", "hemp", "-p", "Suhl"),
    ("show", "flax", "-p", "Hof", "--period", "2004", "--lang", "zh"),
    ("show", "wool", "-F", "csv"),
)


def _lines() -> list[str]:
    """Return four places; one has no wool, another lacks two years, and each indicator has them in an order of its own.

    Of tow is said by how much it grew.
    """
    grown = [
        f"Tow growth,{place},{y},{y % 7}.{y % 5},%\n"
        for place in ("Hof", "Ulm")
        for y in range(2000, 2012)
    ]
    return grown + [
        f"{goods},{place},{year},{100 + 17 * n + 31 * m + (year - 2000) * (3 + m)}.{year % 10},t\n"
        for n, goods in enumerate(("flax", "wool", "hemp"))
        for m, place in enumerate(("Ulm", "Hof", "Suhl", "Greiz")[:: 1 - n % 2 * 2])
        for year in range(2000, 2012)
        if (place, goods) != ("Suhl", "wool") and (place, year % 5) != ("Greiz", 3)
    ]


def _written(folder: Path, form: str) -> str:
    """Write the table in one form, and return what `--data` is given."""
    header, lines = "indicator,region,year,value,unit\n", _lines()
    file = folder / "t.csv"
    file.write_text(header + "".join(lines))
    if form == "t.parquet":
        import duckdb

        duckdb.execute(f"COPY (FROM read_csv('{file}')) TO '{folder / form}'")
    if form == "t.csv.gz":
        (folder / form).write_bytes(gzip.compress(file.read_bytes()))
    for n, half in enumerate((lines[::2], lines[1::2])):
        (folder / f"f{n}.csv").write_text(header + "".join(half))
    for year in range(2000, 2012):
        part = folder / "parts" / f"year={year}" / "a.csv"
        part.parent.mkdir(parents=True)
        inside = (line for line in lines if f",{year}," in line)
        text = "".join(line.replace(f",{year},", ",", 1) for line in inside)
        part.write_text("indicator,region,value,unit\n" + text)
    return form


@pytest.mark.parametrize("form", ["t.csv", "t.csv.gz", "t.parquet", "f*.csv", "parts"])
def test_large_files_answer_as_small_ones_do(
    form: str, invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if form == "t.parquet":
        pytest.importorskip("duckdb")
    name = _written(tmp_path, form)
    monkeypatch.setattr(narrowed, "SAMPLE", 2)
    monkeypatch.setattr(stream, "PACKED", 0)
    monkeypatch.setattr(stream, "is_large", lambda _: True)
    for question in QUESTIONS:
        said = []
        for least in (0, 1 << 60):
            monkeypatch.setattr(narrowed, "LARGE", least)
            done = invoke(*question, "--data", name)
            notes = [n for n in done.stderr.splitlines() if not n.startswith(READ_OF)]
            rows = done.stdout.splitlines()
            said.append((done.status, rows, notes))
        assert said[0] == said[1], question


def test_a_large_text_in_a_gzip_is_not_read_whole(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = _written(tmp_path, "t.csv.gz")
    monkeypatch.setattr(narrowed, "LARGE", 0)
    monkeypatch.setattr(stream, "PACKED", 0)
    monkeypatch.setattr(stream, "is_large", lambda _: True)
    whole: list[str] = []
    monkeypatch.setattr(package, "parts_of", lambda name, *_: whole.append(name))
    done = invoke("show", "flax", "-p", "Hof", "--data", name, "-F", "csv")
    assert (done.status, whole) == (0, [])
    assert {line.split(",")[-2] for line in done.stdout.splitlines()[1:]} == {name}


def test_a_line_to_write_is_tried_on_what_it_names(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = _written(tmp_path, "t.csv")
    monkeypatch.setattr(narrowed, "LARGE", 0)
    whole: list[str] = []
    monkeypatch.setattr(package, "parts_of", lambda name, *_: whole.append(name))
    asked = ("compare", "wool", "-p", "Ulm", "--vs", "Hof", "--from", "2003", "--to", "2008")
    done = invoke(*asked, "--data", name)
    assert (done.status, whole) == (2, [])
    assert "Write: `cpstats compare wool -p Ulm --vs Hof" in done.stderr


@pytest.mark.parametrize(
    "question",
    [
        ("show", "wool", "-p", "Mill 7"),
        ("growth", "wool", "--from", "2001", "--to", "2002", "--top", "3"),
        ("growth", "wool", "-p", "Mill 7", "--from", "2001", "--to", "2002"),
    ],
)
def test_of_many_places_each_is_recognised_once(
    question: tuple[str, ...], invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mills = 600
    lines = [
        f"{goods},Mill {n},{year},{100 + n % 90}.{year % 7},t\n"
        for n in range(mills)
        for goods in ("flax", "wool")
        for year in (2001, 2002, 2003)
    ]
    (tmp_path / "t.csv").write_text("indicator,region,year,value,unit\n" + "".join(lines))
    counted: list[int] = []
    whole = recognise.recognise

    def counting(sheet: Sheet, *rest: Any) -> Recognised:
        counted.append(len(sheet.rows))
        return whole(sheet, *rest)

    monkeypatch.setattr(recognise, "recognise", counting)
    monkeypatch.setattr(narrowed, "SAMPLE", 20)
    said, rows = [], []
    for least in (0, 1 << 60):
        monkeypatch.setattr(narrowed, "LARGE", least)
        done = invoke(*question, "--data", str(tmp_path / "t.csv"), "-F", "csv")
        said.append((done.status, done.stdout))
        rows.append(sum(counted))
        counted.clear()
    assert said[0] == said[1]
    assert rows[0] <= mills + 120, rows
    assert rows[1] > 3000, rows


def test_a_place_that_its_code_tells_apart_is_read_as_in_the_whole_file(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        f"M{n:03d},Mill {n // 2},{year},{100 + n % 90}.{year % 7}\n"
        for n in range(200)
        for year in (2001, 2002, 2003)
    ]
    (tmp_path / "t.csv").write_text("code,region,year,wool (t)\n" + "".join(lines))
    monkeypatch.setattr(narrowed, "SAMPLE", 20)
    said = []
    for least in (0, 1 << 60):
        monkeypatch.setattr(narrowed, "LARGE", least)
        done = invoke(
            "show", "wool", "-p", "Mill 7", "--data", str(tmp_path / "t.csv"), "-F", "csv"
        )
        said.append((done.status, done.stdout))
    assert said[0] == said[1]
