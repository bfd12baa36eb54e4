"""What stands above the line in the cells of a workbook. All figures are made up."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from cpstats.store.decoding.raised import Runs, joined
from cpstats.store.hints import Hints
from cpstats.store.recognising.foreign import foreign

if TYPE_CHECKING:
    from collections.abc import Sequence

openpyxl = pytest.importorskip("openpyxl")


@pytest.mark.parametrize(
    ("runs", "told"),
    [
        ([("110", False), ("1", True)], "110¹"),
        ([("110", False), ("1, 2", True)], "110¹²"),
        ([("Hill", False), ("b", True)], "Hill¹"),
        ([("12.5", False), ("p", True)], "12.5 (p)"),
        ([("km", False), ("2", True), (" of wood", False)], "km² of wood"),
        ([("1", False), ("st quarter", True)], ""),
        ([("2", False), ("e", True), (" trimestre", False)], ""),
        ([("N", False), ("o", True), (" 7", False)], ""),
        ([("1", True), (" Without the hills.", False)], ""),
        ([("plain", False)], ""),
    ],
)
def test_what_is_raised_is_told_apart(runs: Sequence[tuple[str, bool]], told: str) -> None:
    assert joined(runs) == told


def test_runs_hear_of_elements() -> None:
    runs = Runs()
    for text, place in (("12", "baseline"), ("7", "superscript")):
        runs.start("r", {})
        runs.start("vertAlign", {"val": place})
        runs.text(text)
    runs.start("rPh", {})
    runs.text("spoken")
    runs.end("rPh")
    assert runs.told() == "12⁷"
    runs.clear()
    assert runs.told() == ""


def test_a_mark_above_the_line_is_no_digit_of_the_number() -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    up = InlineFont(vertAlign="superscript")
    book = openpyxl.Workbook()
    for row in (
        ["Wood in Norway, tonnes"],
        ["Kind", CellRichText("2019", TextBlock(up, "2")), 2020],
        [CellRichText("Oak", TextBlock(up, "a")), CellRichText("110", TextBlock(up, "1")), 120],
        ["Ash", 130, 140],
    ):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    found = foreign("t.xlsx", out.getvalue(), Hints(place="Norway"))[0]
    assert [(row[0], row[2], row[4]) for row in found.rows] == [
        ("Oak", "2019", "110"),
        ("Oak", "2020", "120"),
        ("Ash", "2019", "130"),
        ("Ash", "2020", "140"),
    ]
    assert "marks of footnotes" in " ".join(m.to("en") for m in found.said)
