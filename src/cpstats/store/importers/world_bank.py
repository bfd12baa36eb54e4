"""The World Bank's downloads: a CSV under two title lines, or the zip that it comes in."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.gazetteer import register
from cpstats.message import Message, joined, plain
from cpstats.store.brackets import known_unit_of, unit_of
from cpstats.store.cells import MISSING, number
from cpstats.store.importers import delimited
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

ASKED = 10  # its place among those that are asked
CSV = re.compile(rb'(?:\xef\xbb\xbf)?"?Data Source"?,')
ZIP = re.compile(rb"PK\x03\x04.{26}(?:Metadata_(?:Country|Indicator)_)?API_", re.DOTALL)
KEYS = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")
LARGEST = 200_000_000  # bytes of the table when it is unpacked
HEADER = ("indicator", "ref_area", "price_basis", "unit")
COLUMNS = (2, 0, 2, 2)  # where they stand in the file


def refuses(name: str, content: bytes) -> str:  # noqa: ARG001 - every importer is asked alike
    """Return why it cannot read this; empty if it can."""
    if CSV.match(content) or ZIP.match(content):
        return ""
    return "the first line is not “Data Source”"


def read(name: str, content: bytes) -> list[Sheet]:
    """Return the one table; places by name, China by its code.

    Raises
    ------
    DataError
        When the zip is damaged, the header is not found, or a cell is no number.
    """
    if content.startswith(b"PK"):
        name, content = _unpacked(name, content)
    sheet = delimited.read(name, content, divider=",")[0]
    at = next((i for i, row in enumerate(sheet.rows) if row[:4] == KEYS), None)
    if at is None:
        raise DataError(
            Message("there is no line with {}", "没有包含 {} 的行", KEYS),
            where=name,
            mend=Message("Download the table anew, as CSV.", "请重新下载 CSV 表格。"),
        )
    years = [c for c, text in enumerate(sheet.rows[at]) if re.fullmatch(r"\d{4}", text)]
    rows, lines = [], []
    for line, cells in zip(sheet.lines[at + 1 :], sheet.rows[at + 1 :], strict=True):
        if len(cells) >= len(KEYS):
            values = [_value(name, line, c, cells[c]) if c < len(cells) else "" for c in years]
            rows.append((*_key(cells), *values))
            lines.append(line)
    return [
        Sheet(
            name,
            ((*HEADER, *(sheet.rows[at][c] for c in years)), *rows),
            (sheet.lines[at], *lines),
            joined([Message("World Bank", "世界银行"), sheet.said]),
            columns=(*COLUMNS, *years),
            remarks=_remarks(sheet.rows[:at], rows),
        )
    ]


def _remarks(titles: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> tuple[Message, ...]:
    said = [plain(f"{row[0]}: {row[1]}") for row in titles if len(row) > 1 and row[1]]
    unknown = dict.fromkeys(row[0] for row in rows if not row[3])
    unit = [
        Message("the unit of “{}” is not known here", "“{}”的单位不明", name) for name in unknown
    ]
    return (*said, *unit)


def _key(cells: Sequence[str]) -> tuple[str, str, str, str]:
    """Return indicator, place, price basis and unit of a line."""
    unit, basis = unit_of(cells[2])
    place = register.national(cells[1]) or cells[0].strip() or cells[1].strip()
    return cells[2].strip(), place, basis, unit or known_unit_of(cells[2])


def _value(name: str, line: int, column: int, text: str) -> str:
    if text in MISSING:
        return ""
    value = number(text)
    if value is None or text.endswith("%"):
        raise DataError(
            Message("obs_value: “{}” is not a number", "obs_value：“{}”不是数字", text),
            where=Where(name, line, column + 1),
            mend=Message(
                "Write digits with one decimal point; leave the cell empty where none is known.",
                "请写数字，最多一个小数点；没有数据时留空。",
            ),
        )
    return value


def _unpacked(name: str, content: bytes) -> tuple[str, bytes]:
    """Return the table of a zip; what describes places and indicators lies beside it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entry = next(e for e in archive.infolist() if e.filename.startswith("API_"))
            fits = entry.file_size <= LARGEST
            table = archive.read(entry) if fits else b""
    except Exception:  # noqa: BLE001 - a damaged zip may fail anywhere in the reader
        raise DataError(
            Message(
                "the zip cannot be read (it is damaged, locked or has no table API_…)",
                "无法读取压缩包（已损坏、有密码或没有表格 API_…）",
            ),
            where=name,
            mend=Message("Download it anew.", "请重新下载。"),
        ) from None
    if not fits:
        raise DataError(
            Message("the table unpacks to {} MB", "表格解压后有 {} MB", entry.file_size // 1000000),
            where=f"{name}[{entry.filename}]",
            mend=Message(
                "Unpack it, and leave out what is not needed.", "请解压并删去不需要的内容。"
            ),
        )
    return f"{name}[{entry.filename}]", table
