"""What was recognised of one sheet: observations that know their cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.errors import DataError, Where
    from cpstats.message import Message
    from cpstats.model.source import Source, Vintage
    from cpstats.store.sheet import Sheet

HEADER = ["indicator", "ref_area", "time_period", "measure", "obs_value", "unit"]
WHERE_SAID = ["obs_status", "price_basis", "decimals"]  # columns behind these, if anything has one


@dataclass(frozen=True, slots=True)
class First:
    """One of the first figures: its row as `HEADER` has it, and whence it was taken."""

    row: tuple[str, ...]
    where: str
    name: Message
    place: Message
    period: Message
    unit: Message


@dataclass(frozen=True, slots=True)
class Recognised:
    """Observations of one sheet, able to say where a cell stands."""

    sheet: Sheet
    rows: list[list[str]]
    origins: list[tuple[int, int]]  # row and column of each value in the sheet
    titles: dict[str, str]
    notes: list[str]
    said: list[Message] = field(default_factory=list)
    header: list[str] = field(default_factory=lambda: [*HEADER])
    keys: dict[str, str] = field(default_factory=dict)  # what columns hold, by their header
    first: tuple[First, ...] = ()  # figures, with what each was taken from
    wholes: tuple[str, ...] = ()  # places that stand as the total of the others: 合计
    codes: Mapping[str, str] = field(
        default_factory=dict
    )  # of places, that stand beside their names
    is_named_around: bool = False  # whether sheet or file alone say of what the figures are
    left: tuple[
        DataError, ...
    ] = ()  # of sheets beside it that were left out, as they cannot be read

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that the file itself describes."""
        return self.sheet.sources

    @property
    def vintages(self) -> tuple[Vintage, ...]:
        """The vintages that the file itself describes."""
        return self.sheet.vintages

    def where(self, number: int, column: str) -> Where:
        """Return `file:line:column` of a value; of anything else the line."""
        row, position = self.origins[number]
        return self.sheet.where(row, position if column in ("obs_value", "") else 0)

    def where_all(self, numbers: Sequence[int]) -> list[str]:
        """Return `file:line:column` of many values."""
        sheet, origins = self.sheet, self.origins
        if sheet.starts or sheet.columns:
            return [str(sheet.where(*origins[n])) for n in numbers]
        name, lines = sheet.name, sheet.lines
        return [
            f"{name}:{lines[row]}:{column + 1}" for row, column in (origins[n] for n in numbers)
        ]
