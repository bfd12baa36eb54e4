"""What a figure looks like in the tables of `show`: number, status, release, footnote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.report import Cell, Column
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT
from cpstats.model.words import BASIS, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.answers.lettered import Marks
    from cpstats.model.figure import Figure
    from cpstats.selecting.figures import Figures

OWN = Text("own", "自有")  # the release of figures whose file names none
BREAK = "‖"  # the levels on both sides belong to different releases


def bases_shown(figures: Figures, indicator: str, places: Iterable[str]) -> tuple[str, ...]:
    """Return the price bases of the levels of some places: their own first, then constant prices."""
    every = tuple(places)
    own = dict.fromkeys(figures.level_basis(indicator, area) for area in every)
    have = {basis for area in every for basis in figures.bases(indicator, area, "level")}
    constant = sorted((b for b in have if b.startswith("constant")), reverse=True)
    return tuple(dict.fromkeys((*own, *constant)))


def at_prices(basis: str) -> Text:
    """Return the prices of levels; nothing where none are said.

    >>> at_prices("constant:2015").en, at_prices("current").en
    ('at prices of 2015', 'at current prices')
    """
    kind, _, year = basis.partition(":")
    if kind == "constant" and year:
        return Text(f"at prices of {year}", f"{year}年价格")
    words = {
        "constant": Text("at constant prices", "不变价"),
        "current": Text("at current prices", "现价"),
    }
    return words.get(kind, same(""))


def priced(basis: str) -> Text:
    """Return the prices of levels as the last part of a title."""
    prices = at_prices(basis)
    return same(" · ") + prices if prices.en else prices


def columns_of(figures: Figures, indicator: str, used: Sequence[Figure]) -> tuple[Column, ...]:
    """Return the columns of periods, levels, growth and what is said of both."""
    bases = {f.price_basis for f in used if f.measure == "growth"}
    basis = BASIS[bases.pop()] if len(bases) == 1 and bases <= set(BASIS) else same("")
    unit = figures.unit(indicator, *{f.ref_area for f in used})
    return (
        Column(Text("period", "时期"), right=False, name="period"),
        Column(Text("level", "水平"), name="level", unit=unit),
        Column(_and(basis) + Text("growth", "增速"), name="growth", unit=PERCENT),
        Column(Text("status", "状态"), right=False),
        Column(Text("release", "版本"), right=False),
        Column(Text("source", "来源"), right=False),
    )


def _and(basis: Text) -> Text:
    return Text(f"{basis.en} " if basis.en else "", basis.zh)


def cell(figure: Figure | None) -> Cell:
    """Return a number, or the sign of a gap."""
    return Cell(figure) if figure is not None else Cell(text=same("…"))


def status(*found: Figure | None) -> Text:
    """Return the status of the first figure there is."""
    figure = next((f for f in found if f is not None), None)
    return STATUS.get(figure.obs_status, same("")) if figure is not None else same("")


def row_of(
    first: Cell, level: Figure | None, growth: Figure | None, marks: Marks, *, broken: bool = False
) -> tuple[Cell, ...]:
    """Return a row: what it is about, both numbers, their status, release and footnotes."""
    return (
        first,
        cell(level),
        cell(growth),
        Cell(text=status(level, growth)),
        marks.release(level or growth, own=OWN, sign=BREAK if broken else ""),
        marks.cell(*(f for f in (level, growth) if f is not None and f.formula is None)),
    )


def own_decimals(figure: Figure) -> Text:
    """Return a number with its own decimals: the column holds several units."""
    from cpstats.model.typeset import figure_text

    return Text(*(figure_text(figure, lang, figure.decimals) for lang in ("en", "zh")))
