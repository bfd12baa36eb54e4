"""Workbooks of Excel 2003 as XML: cells by number, merged ones, notes, hidden rows."""

from __future__ import annotations

import pytest

from cpstats.errors import DataError
from cpstats.store.hints import Hints
from cpstats.store.importers import reader_of, sheets
from cpstats.store.recognising.recognise import recognise

HEAD = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Export"><Table>'
)
TAIL = "</Table></Worksheet></Workbook>"


def cell(text: str, more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="String">{text}</Data></Cell>'


def book(*rows: str) -> bytes:
    return (HEAD + "".join(rows) + TAIL).encode()


TABLE = book(
    f'<Row ss:Hidden="1">{cell("Refresh")}</Row>',
    f"<Row>{cell('Region')}{cell('Tea')}{cell('2021', 'ss:Index=&quot;3&quot;'.replace('&quot;', chr(34)))}{cell('2022')}</Row>",
    f"<Row>{cell('Peru', chr(39).join(['ss:MergeDown=', '1', '']))}{cell('green (tonnes)')}{cell('5')}"
    f'<Cell><Data ss:Type="Number">6</Data><Comment><ss:Data>revised, in 2023</ss:Data></Comment></Cell></Row>',
    f"<Row>{cell('black (tonnes)', chr(39).join(['ss:Index=', '2', '']))}{cell('7')}{cell('8')}</Row>",
)


def test_a_merged_cell_stands_in_each_row_and_a_note_in_none() -> None:
    (sheet,) = sheets("export.xls", TABLE)
    assert reader_of("export.xls", TABLE) == "excel_xml"
    assert sheet.rows == (
        ("Region", "Tea", "2021", "2022"),
        ("Peru", "green (tonnes)", "5", "6"),
        ("Peru", "black (tonnes)", "7", "8"),
    )
    assert sheet.lines == (2, 3, 4)
    assert "hidden rows are left out" in str(sheet.said)
    assert [row[4] for row in recognise(sheet, Hints()).rows] == ["5", "6", "7", "8"]


@pytest.mark.parametrize("content", [TABLE[:-30], book(), TABLE.replace(b"</Row>", b"", 1)])
def test_a_damaged_or_empty_one_is_refused(content: bytes) -> None:
    with pytest.raises(DataError, match=r"damaged|no cell"):
        sheets("export.xls", content)


def test_more_columns_than_a_sheet_has_are_refused() -> None:
    far = '<Row><Cell ss:Index="16385"><Data ss:Type="Number">1</Data></Cell></Row>'
    with pytest.raises(DataError, match="too far apart"):
        sheets("export.xls", book(far))


def test_cells_below_a_merged_one_stand_beside_it_also_in_hidden_rows() -> None:
    down = 'ss:MergeDown="2"'
    rows = (f"<Row>{cell('Peru', down)}{cell('5')}</Row>", f'<Row ss:Hidden="1">{cell("6")}</Row>')
    (sheet,) = sheets("export.xls", book(*rows, f"<Row>{cell('7')}</Row>"))
    assert sheet.rows == (("Peru", "5"), ("Peru", "7"))
