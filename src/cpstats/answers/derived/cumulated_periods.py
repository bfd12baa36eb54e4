"""Single quarters or months added up from January."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.calc.cumulated import cumulated_periods
from cpstats.model.period import Freq, Period
from cpstats.model.text import Text, same
from cpstats.selecting.computed import computed, empty, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Cumulated periods from single ones", "由当期数累加的累计数")
WHAT = Text(
    "single quarters or months of one release added up from January",
    "同一版本的当季或当月数自年初累加",
)
TAKES = ()
EXAMPLE = "cpstats derive cumulated_periods sales --data months.csv"


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the cumulation up to each period, empty from the first missing one on."""
    for indicator in question.indicators:
        for area in question.places:
            levels = figures.levels(indicator, area)
            for freq, months in ((Freq.QUARTER, 3), (Freq.MONTH, 1)):
                have = [p for p in levels if p.freq is freq and question.window.contains(p)]
                chosen = figures.most_over_time(indicator, area, have)
                for year in sorted({p.year for p in have}):
                    parts = {p.sub: chosen[p] for p in have if p.year == year and p in chosen}
                    sums = cumulated_periods({n: interval(f) for n, f in parts.items()})
                    for number, made in sums.items():
                        code = f"{year}-01/{year}-{number * months:02d}"
                        given: dict[str, Any] = {
                            "indicator": indicator,
                            "ref_area": area,
                            "time_period": str(Period.parse(code)),
                            "measure": "level",
                            "method": "sum",
                            "price_basis": figures.level_basis(indicator, area),
                            "unit": figures.unit(indicator, area),
                        }
                        if made is None:
                            lacking = tuple(
                                str(Period(freq, year, n))
                                for n in range(1, number + 1)
                                if n not in parts
                            )
                            yield empty("missing_current", absent=lacking, **given)
                            continue
                        used = [parts[n] for n in range(1, number + 1)]
                        yield computed(
                            made,
                            used,
                            same(" + ".join(shown(f) for f in used)),
                            decimals=max(f.decimals for f in used),
                            **given,
                        )
