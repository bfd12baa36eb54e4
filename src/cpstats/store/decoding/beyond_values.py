"""What a sheet says beyond the values of its cells, and how much memory it may take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message

if TYPE_CHECKING:
    from cpstats.store.decoding.number_formats import Dress

LARGEST = 1_000_000_000  # bytes of an unpacked workbook
WIDEST = 10_000_000  # cells of a workbook, empty ones between others counted
SPARSE, HOLES = 1_000_000, 100  # cells of a sheet; of more than so many one in so many is there
TEXT = 200_000_000  # signs of its cells, each with a copy of its own
SHORT = 500  # signs: a sheet of the widest with such texts still fits
SHEETS, FORMATS, MERGED = 1_000, 100_000, 100_000  # a workbook of tables has fewer
COLUMNS, BLANK = 16_384, 50_000  # columns that a spreadsheet has; empty rows before one of a table
SAVE_AS_CSV = Message(
    "Delete the sheets that are not needed, or save the table as CSV.",
    "请删去不需要的工作表，或把表另存为 CSV。",
)


@dataclass(slots=True)
class Layout:
    """One sheet: which cells show per cent, which hold formulas, what is hidden; rows and columns from 0."""

    name: str
    percents: list[tuple[int, int]] = field(default_factory=list)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    dressed: dict[tuple[int, int], Dress] = field(default_factory=dict)  # by their number formats
    raised: dict[tuple[int, int], str] = field(
        default_factory=dict
    )  # texts with marks above the line
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    bottom: int = 0
    right: int = 0
    cells: int = 0

    def hide_columns(self, first: int, last: int) -> None:
        """Take in a span of hidden columns, by their numbers from 0."""
        self.hidden_columns.append(range(first, min(last + 1, COLUMNS)))
        look(self.name, len(self.hidden_columns), COLUMNS)

    def reach(self, row: int, column: int, many: int = 1) -> None:
        """Take in a cell, by its numbers from 1; the last of `many` that are alike.

        Raises
        ------
        DataError
            When the sheet, with the empty cells between, is larger than any table.
        """
        far = column > COLUMNS or row - self.bottom > BLANK
        self.bottom, self.right = max(self.bottom, row), max(self.right, column)
        self.cells += many
        if far or self.bottom * self.right > WIDEST:
            raise too_wide(self.name)

    def look(self) -> None:
        """Refuse a sheet that is nearly empty and large.

        Raises
        ------
        DataError
            When it is.
        """
        size = self.bottom * self.right
        if size > SPARSE and size > HOLES * self.cells:
            raise too_wide(self.name)


class Size:
    """How much a workbook unpacks to; more than `LARGEST` is refused as soon as it is seen."""

    def __init__(self, name: str) -> None:
        self.name, self.bytes, self.text = name, 0, 0

    def add(self, count: int) -> None:
        """Take in bytes that were unpacked."""
        self.bytes += count
        self._look(self.bytes, LARGEST)

    def add_text(self, count: int) -> None:
        """Take in signs that a cell gets as a copy of its own."""
        self.text += count
        self._look(self.text, TEXT)

    def _look(self, size: int, most: int) -> None:
        if size > most:
            raise DataError(
                Message(
                    "the workbook unpacks to {} MB or more",
                    "工作簿解压后超过 {} MB",
                    size // 1_000_000,
                ),
                where=self.name,
                mend=SAVE_AS_CSV,
            )


def look(name: str, count: int, most: int) -> None:
    """Take in how many sheets, formats or merged ranges there are.

    Raises
    ------
    DataError
        When they are more than any table needs.
    """
    if count > most:
        raise DataError(
            Message(
                "the workbook has more than {} sheets, formats or merged ranges",
                "工作簿的工作表、格式或合并区域超过 {} 个",
                most,
            ),
            where=name,
            mend=SAVE_AS_CSV,
        )


def too_wide(name: str) -> DataError:
    """Return the error for a sheet that no memory holds."""
    return DataError(
        Message(
            "the cells of a sheet lie too far apart, or are too many",
            "工作表中单元格相距太远或太多",
        ),
        where=name,
        mend=Message(
            "Delete what stands far below or beside the table, or save it as CSV.",
            "请删去远离表格的内容，或另存为 CSV。",
        ),
    )


def column_number(letters: str) -> int:
    """Return the number of a column.

    >>> column_number("A"), column_number("AA")
    (1, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
