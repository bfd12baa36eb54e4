"""Workbooks as yearbooks print them: several sheets, merged and bilingual headers."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from cpstats.errors import DataError
from cpstats.store.importers import sheets
from cpstats.store.package import foreign

if TYPE_CHECKING:
    from collections.abc import Callable

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("python_calamine")


def saved(fill: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def yearbook(book: Any) -> None:
    sheet = book.active
    sheet.title = "1-2"
    for row in (
        ["1-2 地区生产总值"],
        ["Gross Regional Product"],
        ["单位：亿元", "", "", "", "(100 million yuan)"],
        ["地区", "地区生产总值", "", "第一产业增加值", ""],
        ["Region", "Gross Regional Product", "", "Primary Industry", ""],
        ["", 2022, 2023, 2022, 2023],
        ["全  国", 1204724, 1260582.5, 88207, 89755],
        ["河北", 43198.3, 45660.1, 4410.3, 4466.2],
        ["山 西", "25,653.2", "…", 1340.4, "—"],
        ["注：2023年为初步核实数。"],
    ):
        sheet.append(row)
    sheet.merge_cells("B4:C4")
    sheet.merge_cells("D4:E4")
    book.create_sheet("空")


def test_a_bilingual_yearbook_table_is_read() -> None:
    (found,) = foreign("y.xlsx", saved(yearbook))
    cells = {(r[0], r[1], r[2]): (r[4], r[5]) for r in found.rows}
    assert cells == {
        ("地区生产总值", "全国", "2022"): ("1204724", "亿元"),
        ("地区生产总值", "全国", "2023"): ("1260582.5", "亿元"),
        ("第一产业增加值", "全国", "2022"): ("88207", "亿元"),
        ("第一产业增加值", "全国", "2023"): ("89755", "亿元"),
        ("地区生产总值", "河北", "2022"): ("43198.3", "亿元"),
        ("地区生产总值", "河北", "2023"): ("45660.1", "亿元"),
        ("第一产业增加值", "河北", "2022"): ("4410.3", "亿元"),
        ("第一产业增加值", "河北", "2023"): ("4466.2", "亿元"),
        ("地区生产总值", "山西", "2022"): ("25653.2", "亿元"),
        ("第一产业增加值", "山西", "2022"): ("1340.4", "亿元"),
    }
    assert found.where(0, "obs_value") == "y.xlsx[1-2]:7:2"
    assert found.notes == ["注：2023年为初步核实数。"]


def test_every_sheet_with_figures_is_read() -> None:
    def two(book: Any) -> None:
        for number, name in enumerate(("甲", "乙")):
            sheet = book.active if not number else book.create_sheet()
            sheet.title = name
            sheet.append(["地区", "2022年", "2021年"])
            sheet.append(["河北省", number + 1.5, 2.5])

    assert [s.name for s in sheets("t.xlsx", saved(two))] == ["t.xlsx[甲]", "t.xlsx[乙]"]


def test_merged_places_stand_in_every_row_they_cover() -> None:
    def merged(book: Any) -> None:
        sheet = book.active
        for row in (
            ["地区", "年份", "地区生产总值(亿元)"],
            ["河北省", 2021, 41205.4],
            ["", 2022, 43198.3],
        ):
            sheet.append(row)
        sheet.merge_cells("A2:A3")

    (found,) = foreign("t.xlsx", saved(merged))
    assert [(r[1], r[2], r[4]) for r in found.rows] == [
        ("河北省", "2021", "41205.4"),
        ("河北省", "2022", "43198.3"),
    ]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(11):
            archive.writestr(f"xl/{number}.xml", b"0" * 100_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (saved(yearbook)[:3000], "it is damaged or cut off"),
        (b"PK\x03\x04 not a workbook", "it is damaged or cut off"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not a workbook", "the workbook cannot be read"),
        (saved(lambda book: None), "there is nothing in it"),  # noqa: ARG005 - an empty book
    ],
    ids=["truncated", "garbage", "old", "empty"],
)
def test_a_workbook_that_cannot_be_read_says_why(content: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        sheets("t.xlsx", content)


@pytest.mark.slow
def test_a_workbook_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(DataError, match="unpacks to 1100 MB"):
        sheets("t.xlsx", bomb())
