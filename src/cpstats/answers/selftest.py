"""The calculations against published figures that are shipped with the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from cpstats.calc.growth import growth
from cpstats.calc.index import rebase
from cpstats.model.quantity import half_up
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parent.parent / "vectors"
FLOAT = 1e-9  # what is left of the binary digits of a figure that is printed in full


@dataclass(frozen=True, slots=True)
class Vector:
    """One published table: what follows from what, and the digits it is printed with.

    `inputs` are the decimals of the levels (None: the publisher worked with the very digits that
    are printed), `printed` those of the result (None: every digit of a float).
    """

    file: str
    title: Text
    publisher: str
    calculation: Callable[..., Any]
    inputs: int | None
    printed: int | None


VECTORS = (
    Vector(
        "worldbank_growth.csv",
        Text("annual growth from constant levels", "由不变价水平计算年增速"),
        "World Bank, World Development Indicators (CC BY 4.0)",
        growth,
        None,
        None,
    ),
    Vector(
        "bea_growth.csv",
        Text("annual growth of real GDP", "实际GDP年增速"),
        "U.S. Bureau of Economic Analysis, GDP by State",
        growth,
        1,
        1,
    ),
    Vector(
        "bea_quantity_index.csv",
        Text("index, 2017 = 100", "指数（2017=100）"),
        "U.S. Bureau of Economic Analysis, GDP by State",
        partial(rebase, base=2017),
        1,
        3,
    ),
    Vector(
        "bls_prices.csv",
        Text("price change on the month before", "物价环比变动"),
        "U.S. Bureau of Labor Statistics, CPI-U",
        partial(growth, on="period"),
        None,
        2,
    ),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far the computed figures of a vector are from the published ones."""

    vector: Vector
    figures: int
    deviation: float
    allowed: float  # by rounding, at the figure that deviates most
    outside: int


def selftest(folder: Path = FOLDER) -> Report:
    """Recompute every vector; a figure farther off than rounding allows is a finding."""
    outcomes = [_outcome(vector, folder) for vector in VECTORS]
    records: tuple[dict[str, str | int | float | None], ...] = tuple(
        {
            "vector": o.vector.file.removesuffix(".csv"),
            "calculation": o.vector.title.en,
            "publisher": o.vector.publisher,
            "figures": o.figures,
            "deviation": o.deviation,
            "allowed": o.allowed,
            "outside": o.outside,
        }
        for o in outcomes
    )
    sound = all(o.outside == 0 and o.figures for o in outcomes)
    notes = (
        [] if sound else [Text("A published figure cannot be recomputed.", "有公布数无法复算。")]
    )
    title = Text("Published figures recomputed", "公布数据的复算")
    return Report(
        title, blocks=(_block(outcomes),), records=records, notes=tuple(notes), finding=not sound
    )


def _outcome(vector: Vector, folder: Path) -> Outcome:
    table = pd.read_csv(folder / vector.file, dtype={"series": str, "time_period": str})
    made = vector.calculation(table, by=["series"], decimals=vector.inputs)
    both = made.dropna(subset=["value", "published"])
    half = FLOAT if vector.printed is None else 0.5 * 10**-vector.printed + FLOAT
    deviation = (both["value"] - both["published"]).abs()
    low = both["low"].fillna(both["value"])
    high = both["high"].fillna(both["value"])
    outside = (low > both["published"] + half) | (high < both["published"] - half)
    worst = deviation.idxmax()
    room = max(high[worst] - both["value"][worst], both["value"][worst] - low[worst]) + half
    return Outcome(vector, len(both), float(deviation.max()), float(room), int(outside.sum()))


def _block(outcomes: list[Outcome]) -> Block:
    columns = (
        Column(Text("calculation", "计算"), right=False),
        Column(Text("published by", "发布者"), right=False),
        Column(Text("figures", "数据个数")),
        Column(Text("largest deviation", "最大偏差")),
        Column(Text("rounding allows", "舍入允许")),
        Column(Text("outside", "超出")),
    )
    rows = tuple(
        (
            Cell(text=o.vector.title),
            Cell(text=same(o.vector.publisher)),
            Cell(text=same(f"{o.figures:,}")),
            Cell(text=same(_small(o.deviation))),
            Cell(text=same(_small(o.allowed))),
            Cell(text=same(str(o.outside))),
        )
        for o in outcomes
    )
    return Block(columns, rows)


def _small(value: float) -> str:
    return half_up(value, 5) if value >= 1e-5 else f"{value:.1e}"
