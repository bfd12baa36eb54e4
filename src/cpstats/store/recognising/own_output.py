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
from cpstats.model.words import MEASURE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.store.sheet import Sheet

MARKS = {"value", "low", "high", "method", "reason"}  # no table of observations has these
# what tells the rows of a turned table apart, but for one of SPREAD, which stands over its columns
KEYS = frozenset(
    ("indicator", "ref_area", "counterpart_area", "time_period", "measure", "price_basis", "unit")
)
SPREAD = ("ref_area", "time_period", "indicator")
TELLING = (
    "base_period",
    "vintage",
    "source",
)  # columns behind those of figures, where rows need them
SIDE_BY_SIDE = frozenset(SPREAD)  # before measures that stand side by side, without unit and basis
PUBLISHED = ("", "published")
RENAMED = {"value": "obs_value", "low": "decimals", "source": "origin"}


def restored(sheet: Sheet) -> Sheet:
    """Return a machine table with the columns of observations; any other as it is."""
    header = [cell.strip() for cell in sheet.rows[0]] if sheet.rows else []
    if spread := _spread(header):
        return _long(sheet, header, spread)
    _look_for_units(sheet, header)
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


def _spread(header: list[str]) -> str:
    """Return what stands over the columns of a turned table (`--wide`, `--rows`); empty if it is none.

    >>> _spread("time_period,indicator,counterpart_area,measure,price_basis,unit,method,VXX".split(","))
    'ref_area'
    """
    before = frozenset(header[: header.index("method")] if "method" in header else ())
    return next((name for name in SPREAD if before == KEYS - {name}), "")


def _look_for_units(sheet: Sheet, header: list[str]) -> None:
    """Refuse a machine table of measures side by side: it has no units, and no prices.

    Raises
    ------
    DataError
        When it is one.
    """
    measures = [name.partition(".")[0] for name in header[len(SIDE_BY_SIDE) :]]
    if (
        frozenset(header[: len(SIDE_BY_SIDE)]) == SIDE_BY_SIDE
        and measures
        and {*measures} <= {*MEASURE}
    ):
        raise DataError(
            Message(
                "cpstats wrote this with its measures side by side: neither units nor prices are in it",
                "这是 cpstats 把各类数并列写出的表：其中没有单位和价格口径",
            ),
            where=sheet.name,
            mend=Message("Write it again without --rows.", "请去掉 --rows 重新写出。"),
        )


def _long(sheet: Sheet, header: list[str], spread: str) -> Sheet:
    """Return a turned machine table with a line for each figure."""
    first = header.index("method")
    told = [c for c in range(first, len(header)) if header[c] in TELLING]
    names = [(c, name) for c, name in enumerate(header) if c > first and c not in told]
    kept = [*range(first), *told]
    rows = [(*(RENAMED.get(header[c], header[c]) for c in kept), spread, "obs_value")]
    lines, computed = [sheet.lines[0]], 0
    for line, cells in zip(sheet.lines[1:], sheet.rows[1:], strict=True):
        filled = [(name, cells[c]) for c, name in names if c < len(cells) and cells[c]]
        if cells[first] not in PUBLISHED:
            computed += len(filled)
            continue
        rows += [(*(cells[c] for c in kept), name, value) for name, value in filled]
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
