"""Rows below a table that say what its numbers are like; machine formats have them as figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import mode
from typing import TYPE_CHECKING

from cpstats.arranging.called import FEW
from cpstats.arranging.column_names import label_column, numbers
from cpstats.arranging.rows import competing
from cpstats.calc.interval import Interval
from cpstats.calc.summary import mean, percentile
from cpstats.model.figure import Figure, plain, together
from cpstats.model.report import Cell
from cpstats.model.text import Text, joined, same, typed
from cpstats.model.unit import PLACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.model.report import Block

OF_BASE = ("growth", "average_growth", "contribution_rate")  # weighted by what they grew from


@dataclass(frozen=True, slots=True)
class Weights:
    """What a mean is weighted by: `of` gives the level of a place in a period, None where none.

    `called` is the name of a place.
    """

    indicator: str
    name: Text
    of: Callable[[str, str], Figure | None]
    called: Callable[[str], Text]


def summed_up(
    blocks: Sequence[Block], every: Sequence[Block], weights: Weights | None
) -> tuple[list[Block], list[Figure], list[Text]]:
    """Return tables with a summary below of all rows that were not left out, and its figures."""
    made, found, notes = [], [], []
    for block, whole in zip(blocks, every, strict=True):
        if not block.keys:
            made.append(block)
            continue
        rows, figures, said = _rows(whole, weights)
        ruled = block.ruled | ({len(block.rows)} if block.rows else set())
        made.append(block._replace(rows=(*block.rows, *rows), ruled=ruled))
        found += figures
        notes += said
    return made, found, list(dict.fromkeys(notes))


def _rows(
    block: Block, weights: Weights | None
) -> tuple[list[tuple[Cell, ...]], list[Figure], list[Text]]:
    rows = competing(block)
    columns = {
        i: have
        for i in numbers(block)
        if (have := _column(block, rows, i)) and have[0].unit != PLACE  # an order has no mean
    }
    notes: list[Text] = []
    made, found = [], []
    for ident, name in _lines(weights):
        cells = [Cell() for _ in block.columns]
        cells[label_column(block)] = Cell(text=name)
        for i, have in columns.items():
            if ident in COUNTS:
                count = len(have) if ident == "with_data" else len(rows) - len(have)
                cells[i] = Cell(text=same(f"{count}"))
                continue
            figure = _summary(ident, have, weights, notes)
            if figure is not None:
                measure = f"{ident}:{block.columns[i].name}"
                figure = replace(figure, measure=measure, n=len(have))
                cells[i] = Cell(figure)
                found.append(figure)
        made.append(tuple(cells))
    return made, found, notes


COUNTS = {"with_data": Text("with data", "有数据"), "without_data": Text("without", "无数据")}
PERCENT = {"lowest": 0, "p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90, "highest": 100}
NAMES = {
    "mean": Text("mean, plain", "平均，未加权"),
    "lowest": Text("lowest", "最低"),
    "median": Text("median", "中位数"),
    "highest": Text("highest", "最高"),
}


def _lines(weights: Weights | None) -> list[tuple[str, Text]]:
    """Return the rows of a summary: their idents and names."""
    weighted = Text("mean, weighted by ", "平均，权数为")
    percents = [
        (ident, NAMES.get(ident, Text(f"percentile {percent}", f"第{percent}百分位")))
        for ident, percent in PERCENT.items()
    ]
    return [
        *COUNTS.items(),
        ("mean", NAMES["mean"]),
        *([("weighted_mean", weighted + weights.name)] if weights else []),
        *percents,
    ]


def _summary(
    ident: str, found: Sequence[Figure], weights: Weights | None, notes: list[Text]
) -> Figure | None:
    """Return one number of a summary; None where it cannot be had."""
    if ident == "weighted_mean":
        return _weighted(found, weights, notes) if weights else None
    numbers_ = _intervals(found)
    return _of(found, mean(numbers_) if ident == "mean" else percentile(numbers_, PERCENT[ident]))


def _column(block: Block, rows: Sequence[int], column: int) -> list[Figure]:
    """Return the figures of a column that have a value."""
    found = [block.rows[i][column].figure for i in rows]
    return [f for f in found if f is not None and f.value is not None and not f.bound]


def _intervals(found: Sequence[Figure]) -> list[Interval]:
    return [Interval(f.value, f.low, f.high) for f in found if f.value is not None]


def _of(found: Sequence[Figure], made: Interval) -> Figure:
    """Return a summary of figures as a figure."""
    one = found[0]
    exact = made.low is not None and made.high is not None
    return Figure(
        indicator=one.indicator,
        ref_area="",
        time_period=one.time_period,
        base_period=one.base_period,
        counterpart_area=one.counterpart_area,
        method="summary",
        price_basis=one.price_basis,
        value=plain(made.value),
        low=plain(made.low) if exact else None,
        high=plain(made.high) if exact else None,
        unit=one.unit,
        decimals=mode(f.decimals for f in found),
        formula=same(""),
        inputs=tuple(found),
        vintage=together([f.vintage for f in found]),
        source=together([f.source for f in found]),
    )


def _weighted(found: Sequence[Figure], weights: Weights, notes: list[Text]) -> Figure | None:
    """Return the mean weighted by levels: growth by those of the period it grew from."""
    rate = found[0].measure in OF_BASE
    pairs = [
        (f, w.value)
        for f in found
        if (w := weights.of(f.ref_area, f.base_period if rate and f.base_period else f.time_period))
        and w.value is not None
        and w.value > 0
    ]
    if lacking := [f.ref_area for f in found if f not in [one for one, _ in pairs]]:
        count = len(lacking)
        few = [weights.called(area) for area in lacking] if count <= FEW else []
        notes.append(
            Text(
                f"No weighted mean: {count} of {len(found)} have no weight",
                f"未计算加权平均：{len(found)}个中{count}个没有权数",
            )
            + (Text(" (", "（") + joined(few) + Text(")", "）") if few else same(""))
            + typed("; --exclude leaves a place out.", "；--exclude 可去掉地区。")
        )
        return None
    if rate:
        notes.append(
            Text(
                "Means of growth are weighted by the levels of the period it is measured from.",
                "增速的加权平均以基期水平为权数。",
            )
        )
    return _of(found, mean(_intervals(found), [w for _, w in pairs]))
