"""Cumulated figures taken apart into single quarters or months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.calc.cumulated import single_periods
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, same
from cpstats.selecting.computed import computed, empty, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Single periods from cumulated ones", "由累计数推算的当期数")
WHAT = Text(
    "cumulated levels taken apart: --on quarter or month (January–February together)",
    "累计数分解为当季（--on quarter）或当月（--on month，1—2月合并公布）",
)
TAKES = ("on",)
EXAMPLE = "cpstats derive single_periods gdp -p beijing --on quarter"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the figure of each single period whose two cumulations are of one release."""
    monthly = settings.on == "month"
    if settings.on not in ("year", "quarter", "month"):
        raise UsageError(
            Message("--on does not know “{}”", "--on 不认识“{}”", settings.on),
            mend=Message("Known: quarter, month.", "可用：quarter, month。"),
        )
    for indicator in question.indicators:
        for area in question.places:
            levels = figures.levels(indicator, area)
            if figures.catalogue.indicators[indicator].kind not in ("", "flow"):
                raise UsageError(
                    Message(
                        "“{}” is not a flow: it does not add up over a year",
                        "“{}”不是流量，不能在年内累加",
                        indicator,
                    ),
                    mend=for_example(EXAMPLE),
                )
            years = sorted({p.year for p in levels if question.window.contains(p)})
            for year in years:
                made = list(_of_year(figures, indicator, area, year, levels, monthly=monthly))
                if any(f.value is not None for f in made) or not question.window.is_open:
                    yield from made


def _of_year(
    figures: Figures,
    indicator: str,
    area: str,
    year: int,
    levels: Mapping[Period, Figure],
    *,
    monthly: bool,
) -> Iterator[Figure]:
    steps = 12 if monthly else 4
    cumulated = {k: _cumulated(year, k, monthly=monthly) for k in range(1, steps + 1)}
    have = {k: levels[p] for k, p in cumulated.items() if p in levels and not levels[p].bound}
    if not any(k in have for k in range(2 if not monthly else 3, steps)):
        return  # only the year itself
    together = 2 if monthly and 1 not in have else 1  # January and February in one line
    last = max(have) if monthly else steps  # months that are not over are none
    for number in range(together, last + 1):
        single = Period(Freq.MONTH if monthly else Freq.QUARTER, year, number)
        given: dict[str, Any] = {
            "indicator": indicator,
            "ref_area": area,
            "time_period": str(single),
            "measure": "level",
            "method": "difference",
            "price_basis": figures.level_basis(indicator, area),
            "unit": figures.unit(indicator, area),
        }
        if number == together and number in have:
            yield have[number]
            continue
        needed = [cumulated[k] for k in (number, number - 1) if k > 0]
        lacking = tuple(str(p) for p in needed if p not in levels)
        if number <= together or lacking:
            yield empty("missing_current", absent=lacking, **given)
            continue
        pair = figures.comparable_over_time(
            indicator, area, needed, figures.level_basis(indicator, area)
        ) or _one_announcement(levels, needed)
        if pair is None:
            yield empty("mixed_vintage", [levels[p] for p in needed], **given)
            continue
        now, before = (pair[p] for p in needed)
        found = single_periods({number: interval(now), number - 1: interval(before)})
        made = found[number]
        assert made is not None, "both cumulations are there"
        yield computed(
            made,
            (now, before),
            same(f"{shown(now)} − {shown(before)}"),
            decimals=max(now.decimals, before.decimals),
            **given,
        )


def _one_announcement(
    levels: Mapping[Period, Figure], needed: list[Period]
) -> dict[Period, Figure] | None:
    """Return first announcements of one year: its quarters are cumulated from one another."""
    found = {p: levels[p] for p in needed}
    first = all(f.vintage == "first" and not f.bound for f in found.values())
    return found if first else None


def _cumulated(year: int, number: int, *, monthly: bool) -> Period:
    """Return the period from January to the end of the number-th quarter or month."""
    months = number if monthly else 3 * number
    return Period.parse(f"{year}-01/{year}-{months:02d}")
