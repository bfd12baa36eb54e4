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
from cpstats.model.question import Policy, Question
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.selecting.figures import Figures
from cpstats.store.drafts import aside
from cpstats.store.exchange_table import read_rates
from cpstats.store.package import open_package

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parent.parent / "vectors"
LEVEL = "level"
LEVELS = ("indicator", "ref_area", "time_period", "obs_value", "unit")
RATES = ("place", "period", "rate", "currency", "per", "source")
FLOAT = 1e-9  # what is left of the binary digits of a figure that is printed in full
LAST = 1e-14  # of a figure with fifteen digits


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


def _converted(table: pd.DataFrame, **_: Any) -> pd.DataFrame:
    """Add what `--convert` makes of levels with the rates of their places and years."""
    own = table.rename(columns={"series": "ref_area", "currency": "unit"}).assign(indicator=LEVEL)
    rates = table.rename(columns={"series": "place", "time_period": "period"}).assign(source="_")
    made = []
    with aside() as there:
        files = Path(there, "levels.csv"), Path(there, "rates.csv")
        for file, frame, names in zip(files, (own, rates), (LEVELS, RATES), strict=True):
            frame[[*names]].to_csv(file, index=False)
        package = open_package([str(files[0])], builtin=False)
        catalogue = package.catalogue
        policy = Policy(rates=read_rates(str(files[1]), catalogue))
        areas = {catalogue.find_place(name): name for name in table["series"].unique()}
        question = Question(indicators=(LEVEL,), places=tuple(areas), policy=policy)
        figures = Figures.of(package, question, (LEVEL,))
        for area, name in areas.items():
            series = figures.levels(LEVEL, area).items()
            made += [(name, str(period), f.value, f.low, f.high) for period, f in series]
    found = pd.DataFrame(made, columns=["series", "time_period", "value", "low", "high"])
    return table.merge(found, on=["series", "time_period"], how="left")


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
        "worldbank_ppp.csv",
        Text("money converted by purchasing power parities", "按购买力平价折算"),
        "World Bank, World Development Indicators (CC BY 4.0)",
        _converted,
        None,
        None,
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
    half = FLOAT + both["published"].abs() * LAST
    if vector.printed is not None:
        half += 0.5 * 10**-vector.printed
    deviation = (both["value"] - both["published"]).abs()
    low = both["low"].fillna(both["value"])
    high = both["high"].fillna(both["value"])
    outside = (low > both["published"] + half) | (high < both["published"] - half)
    worst = deviation.idxmax()
    room = max(high[worst] - both["value"][worst], both["value"][worst] - low[worst]) + half[worst]
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
