"""Workbooks as yearbooks print them: several sheets, merged and bilingual headers."""

from __future__ import annotations

import io
import resource
import struct
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.store.importers.containers import (
    Percent,
    Raised,
    ods,
    ole,
    with_its_table_last,
    xls,
    xlsb,
)

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import sheets
from cpstats.store.recognising.foreign import foreign

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


TABLE: list[list[str | float | None]] = [
    ["指标：地区生产总值(亿元)", None, None],
    ["地区", "2022年", "2021年"],
    ["河北省", 42370.4, 40391.0],
    ["山西省", 25583.9, None],
]
ROWS = [
    ["地区生产总值", "河北省", "2022", "level", "42370.4", "亿元"],
    ["地区生产总值", "河北省", "2021", "level", "40391", "亿元"],
    ["地区生产总值", "山西省", "2022", "level", "25583.9", "亿元"],
]


@pytest.mark.parametrize("write", [xls, ods], ids=["xls", "ods"])
def test_older_and_open_workbooks_are_read(write: Callable[[Any], bytes]) -> None:
    (found,) = foreign("t", write(TABLE))
    assert found.rows == ROWS
    assert found.where(2, "obs_value") == "t[T]:4:2"


def filled(*cells: tuple[str, object]) -> bytes:
    """Return a workbook of the table above with some cells changed."""

    def fill(book: Any) -> None:
        book.active.title = "T"
        for row in TABLE:
            book.active.append(row)
        for place, value in cells:
            book.active[place] = value

    return saved(fill)


def test_a_formula_that_nobody_computed_is_no_missing_figure() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", filled(("C4", "=B4*2")))
    assert str(caught.value) == (
        "t.xlsx[T]:4:3: obs_value: “=B4*2” is a formula without a value. "
        "Open the file in a spreadsheet, let it compute, and save it again."
    )
    (found,) = foreign("t.xlsx", filled(("F1", "=TODAY()")))  # beside the table it does no harm
    assert found.rows == ROWS


def test_a_date_that_a_spreadsheet_made_is_refused_where_a_period_belongs() -> None:
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", filled(("B2", date(2022, 1, 2)), ("C2", date(2022, 1, 3))))
    assert str(caught.value) == (
        "t.xlsx[T]:2:2: “2022-01-02” is a day, not a period; a spreadsheet may have made it of "
        "“1-2”. Write 2024-01/2024-02 or 2024-01, in a column of text; figures by the day are not read: "
        "add them up first."
    )


def test_a_sheet_without_a_table_is_said_and_one_may_be_chosen() -> None:
    def two(book: Any) -> None:
        book.active.title = "说明"
        book.active.append(["只有文字"])
        for name in ("甲", "乙"):
            sheet = book.create_sheet(name)
            for row in TABLE:
                sheet.append(row)

    first, second = foreign("t.xlsx", saved(two))
    assert (first.sheet.name, second.sheet.name) == ("t.xlsx[甲]", "t.xlsx[乙]")
    assert str(first.said[-1]) == (
        "[说明]: no table is recognised in it (1 line of text, no number: “只有文字”): left out"
    )
    (chosen,) = foreign("t.xlsx", saved(two), Hints(sheet="乙"))
    assert chosen.sheet.name == "t.xlsx[乙]"
    with pytest.raises(DataError) as caught:
        foreign("t.xlsx", saved(two), Hints(sheet="丙"))
    assert str(caught.value) == "t.xlsx: there is no sheet “丙”. Known: 说明, 甲, 乙."


def packed(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def lying(content: bytes) -> bytes:
    """Return an archive that says its one entry is small."""
    (entry,) = zipfile.ZipFile(io.BytesIO(content)).infolist()
    return content.replace(struct.pack("<I", entry.file_size), struct.pack("<I", 1000))


AGAIN = "Save the workbook again, without a password, as xlsx."
FAR = (
    "t.xlsx: the cells of a sheet lie too far apart, or are too many. "
    "Delete what stands far below or beside the table, or save it as CSV."
)

# XFD is the last column of a spreadsheet
BEHIND_THE_LAST = (
    b'<worksheet><sheetData><row r="1"><c r="BGDP1"><v>1</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            filled()[:3000],
            f"t.xlsx: the workbook cannot be read (it is damaged or cut off). {AGAIN}",
        ),
        (
            b"PK\x03\x04 not a workbook",
            f"t.xlsx: the workbook cannot be read (it is damaged or cut off). {AGAIN}",
        ),
        (ole("EncryptedPackage", b"secret"), f"t.xlsx: the workbook has a password. {AGAIN}"),
        (ods(TABLE, encrypted=True), f"t.xlsx: the workbook has a password. {AGAIN}"),
        (saved(lambda book: None), "t.xlsx: there is nothing in it. Look at the other workbooks."),  # noqa: ARG005 - an empty book
        (filled(("XFD1048576", 1)), FAR),
        (filled(("B90000", 1)), FAR),  # 2 columns only, and yet nearly all of it is empty
        (packed(("xl/worksheets/sheet1.xml", BEHIND_THE_LAST)), FAR),
        (
            lying(packed(("xl/worksheets/sheet1.xml", b" " * 50_000_000))),
            f"t.xlsx: the workbook cannot be read (it is damaged or cut off). {AGAIN}",
        ),
    ],
    ids=[
        "truncated",
        "garbage",
        "password",
        "password of ods",
        "empty",
        "far",
        "deep",
        "behind",
        "liar",
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(content: bytes, message: str) -> None:
    with pytest.raises(DataError) as caught:
        sheets("t.xlsx", content)
    assert str(caught.value) == message


def test_an_old_workbook_that_is_cut_off_says_so_wherever_it_ends() -> None:
    """The reader panics over some, and takes others for the whole."""
    content = xls([["地区", "2023"], ["河北省", 7.5]])
    for length in range(8, len(content)):
        with pytest.raises(DataError, match="the workbook cannot be read"):
            sheets("t.xls", content[:length])


def test_an_old_workbook_may_begin_with_its_figures() -> None:
    """The first sector is no part of the header: here it is the table of sectors, moved behind."""
    rows = [["地区", "2023"], ["河北省", 7.5]]
    content = xls(rows)
    (sheet,) = sheets("t.xls", with_its_table_last(content))
    assert sheet.rows == sheets("t.xls", content)[0].rows


def test_a_file_that_only_begins_like_an_old_workbook_says_why() -> None:
    with pytest.raises(DataError, match="the workbook cannot be read"):  # then the reader's words
        sheets("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 not a workbook")


@pytest.mark.slow
def test_a_workbook_that_would_fill_the_memory_is_refused_in_bounded_memory() -> None:
    """Eleven parts of 100 MB in a file of one MB; what is read is thrown away at once."""
    content = packed(*((f"xl/worksheets/sheet{n}.xml", b"0" * 100_000_000) for n in range(11)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(DataError, match="unpacks to 1100 MB or more"):
        sheets("t.xlsx", content)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kB


def test_hidden_rows_and_columns_that_hold_something_are_said() -> None:
    def hide(book: Any) -> None:
        for row in (["Town", "2019", "2020", "2021"], ["Elmby", 1, 2, 3], ["Ashby", 4, 5, 6]):
            book.active.append(row)
        for row in (3, 9):  # the ninth is empty
            book.active.row_dimensions[row].hidden = True
        for column in ("B", "H"):
            book.active.column_dimensions[column].hidden = True

    (sheet,) = sheets("t.xlsx", saved(hide))
    assert [str(m) for m in sheet.remarks] == [
        "hidden rows are read as well: 3",
        "hidden columns are read as well: 2",
    ]
    assert sheet.rows[2] == ("Ashby", "4", "5", "6")


@pytest.mark.parametrize("made", [xls, xlsb, ods])
def test_hidden_rows_and_columns_are_said_of_every_format(made: Callable[..., bytes]) -> None:
    rows = [["Town", "2019", "2020"], ["Elmby", 1.0, 2.0], ["Ashby", 4.0, 5.0]]
    (sheet,) = sheets("t", made(rows, unseen=(2, 1)))
    assert [str(m) for m in sheet.remarks] == [
        "hidden rows are read as well: 3",
        "hidden columns are read as well: 2",
    ]
    assert sheets("t", made(rows))[0].remarks == ()


def test_what_a_format_of_an_old_workbook_shows_is_read() -> None:
    (sheet,) = sheets("t.xls", xls([["Town", "Wood"], ["Elmby", Percent(7.5)]], code='0.0" kt"'))
    assert sheet.rows[1] == ("Elmby", "7.5 kt")


def test_marks_above_the_line_in_an_old_workbook_are_told_apart() -> None:
    rows = [["Town", "2019", Raised("20202")], [Raised("Elmbya"), 7.5, Raised("1101")]]
    (sheet,) = sheets("t.xls", xls(rows))
    assert sheet.rows == (("Town", "2019", "2020²"), ("Elmby¹", "7.5", "110¹"))


def test_a_number_in_text_whose_point_may_group_thousands_is_said() -> None:
    def fill(text: object) -> Callable[[Any], None]:
        def put(book: Any) -> None:
            book.active.append(["Town", "2019", "2020"])
            book.active.append(["Elmby", text, 3])

        return put

    (sheet,) = sheets("t.xlsx", saved(fill("31.250")))
    assert any("stored as text, 31.250" in str(m) for m in sheet.remarks)
    (sheet,) = sheets("t.xlsx", saved(fill(31.125)))
    assert not sheet.remarks
