"""The words of a score card: a value with its unit, a comparison, a rank, a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.amount import english
from cpstats.model.chart import when
from cpstats.model.text import Text, same
from cpstats.model.typeset import BOUND_WORD, figure_text
from cpstats.model.unit import POINTS, Unit, inline

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Card
    from cpstats.model.text import Lang

NONE = same("…")
BETTER, WORSE = Text("▲ better", "▲ 改善"), Text("▼ worse", "▼ 变差")


def number(figure: Figure, lang: Lang) -> str:
    """Return a value with its own decimals."""
    return figure_text(figure, lang, figure.decimals)


def valued(figure: Figure | None) -> Text:
    """Return a value with its unit, in English in thousands, millions, billions.

    >>> from cpstats.model.figure import Figure
    >>> valued(Figure(indicator="gdp", ref_area="110114", time_period="2025", unit="亿元",
    ...     value=1800, low=1800, bound="lower"))
    Text(en='over 180 billion yuan', zh='超 1,800 亿元', typed_en='', typed_zh='')
    """
    if figure is None or figure.value is None:
        return NONE
    told = Text(number(figure, "en"), number(figure, "zh"))
    if not figure.unit:
        return told
    unit = inline(figure.unit)
    said = f"{told.en} {unit.en}".rstrip()
    if unit.en.startswith("(") and Unit.of(figure.unit).counted:  # no 亿 in English
        said = (BOUND_WORD[figure.bound].en if figure.bound else "") + english(figure)
    return Text(said, f"{told.zh} {unit.zh}")


def dated(figure: Figure | None) -> Text:
    """Return a value and when it is of."""
    if figure is None or figure.value is None:
        return NONE
    period = period_of(figure)
    return Text(f"{number(figure, 'en')} ({period.en})", f"{number(figure, 'zh')}（{period.zh}）")


def period_of(figure: Figure | None) -> Text:
    """Return when a figure is of."""
    if figure is None:
        return NONE
    period = when(figure)
    return Text(period.label("en"), period.label("zh"))


def against(gap: Figure | None) -> Text:
    """Return what a comparison says: points with their sign, per cent or times of the benchmark."""
    if gap is None or gap.value is None:
        return NONE
    en, zh = number(gap, "en"), number(gap, "zh")
    when_ = period_of(gap)
    if gap.unit == POINTS:
        sign = "+" if gap.value > 0 else ""
        told = Text(f"{sign}{en} points", f"{sign}{zh}个百分点")
    elif gap.measure == "share":
        told = Text(f"{en} %", f"占{zh}%")
    else:
        told = Text(f"{en} times", f"{zh}倍")
    return told + Text(f" ({when_.en})", f"（{when_.zh}）")


def placed(rank: Figure | None) -> Text:
    """Return a rank, among how many, and when."""
    if rank is None or rank.value is None:
        return NONE
    when_ = period_of(rank)
    return Text(
        f"{rank.value:.0f} of {rank.n} ({when_.en})",
        f"{rank.n}个中第{rank.value:.0f}（{when_.zh}）",
    )


def direction(card: Card) -> Text:
    """Return whether it moves the way that is better, in words and a sign."""
    if card.good is None:
        return same("")
    return BETTER if card.good else WORSE
