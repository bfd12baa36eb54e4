"""What `--format csv` or `json` of this program wrote, read again as observations.

A machine row says more than an observation, and rounding by an interval: the columns are put back.
Rows that were computed are no observations and are left out, said aloud.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.sheet import Sheet

MARKS = {"value", "low", "high", "method", "reason"}  # no table of observations has these
# before the places of a wide one
WIDE = ("time_period", "indicator", "counterpart_area", "measure", "price_basis", "unit", "method")
PUBLISHED = ("", "published")
RENAMED = {"value": "obs_value", "low": "decimals", "source": "origin"}


def restored(sheet: Sheet) -> Sheet:
    """Return a machine table with the columns of observations; any other as it is."""
    header = [cell.strip() for cell in sheet.rows[0]] if sheet.rows else []
    if tuple(header[: len(WIDE)]) == WIDE:
        return _long(sheet, header[len(WIDE) :])
    if not set(header) >= MARKS:
        return sheet
    rows, lines, starts = [tuple(RENAMED.get(n, n) for n in header)], [sheet.lines[0]], [1]
    computed = 0
    for number, cells in enumerate(sheet.rows[1:], start=1):
        row = dict(zip(header, cells, strict=False))
        if not row.get("value"):
            continue
        if row.get("method") not in PUBLISHED:
            computed += 1
            continue
        try:
            row["low"] = _decimals(row)
        except InvalidOperation:
            raise DataError(
                Message(
                    "low, high: “{}” to “{}” is no interval",
                    "low、high：“{}”至“{}”不是区间",
                    row["low"],
                    row["high"],
                ),
                where=Where(sheet.name, sheet.lines[number], 1),
                mend=Message(
                    "Write two numbers, or leave both cells empty.", "请填两个数，或两格都留空。"
                ),
            ) from None
        rows.append(tuple(row.get(name, "") for name in header))
        lines.append(sheet.lines[number])
        starts.append(sheet.starts[number] if sheet.starts else 1)
    said = sheet.said
    if computed:
        left = counted(computed, "computed row is", "略去计算所得的{}行", many="computed rows are")
        said = Message("{}; {} left out", "{}；{}", said, left)
    return replace(
        sheet,
        rows=tuple(rows),
        lines=tuple(lines),
        starts=tuple(starts) if sheet.starts else (),
        said=said,
    )


def _long(sheet: Sheet, places: list[str]) -> Sheet:
    """Return a machine table that has places over its columns (`--wide`) with a line for each figure."""
    rows: list[tuple[str, ...]] = [(*WIDE[:-1], "ref_area", "obs_value")]
    lines, computed = [sheet.lines[0]], 0
    for line, cells in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        said, values = cells[: len(WIDE)], cells[len(WIDE) :]
        filled = [(p, v) for p, v in zip(places, values, strict=False) if v]
        if said[-1] not in PUBLISHED:
            computed += len(filled)
            continue
        rows += [(*said[:-1], place, value) for place, value in filled]
        lines += [line] * len(filled)
    said_of = sheet.said
    if computed:
        left = counted(
            computed, "computed figure is", "略去计算所得的{}个数", many="computed figures are"
        )
        said_of = Message("{}; {} left out", "{}；{}", said_of, left)
    return replace(
        sheet,
        rows=tuple(rows),
        lines=tuple(lines),
        starts=(1,) * len(rows) if sheet.starts else (),
        said=said_of,
    )


def _decimals(row: Mapping[str, str]) -> str:
    """Return the place that a rounding interval stands for.

    >>> _decimals({"low": "1811.85", "high": "1811.95"}), _decimals({"low": "95", "high": "105"})
    ('1', '-1')
    """
    if row.get("bound") or not row.get("low") or not row.get("high"):
        return ""
    width = Decimal(row["high"]) - Decimal(row["low"])
    return str(-Decimal(f"{width:.0e}").adjusted()) if width > 0 else ""
