"""What numerator and denominator give to the growth of a ratio: output and people to output a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates, other
from cpstats.answers.shown_periods import asked_periods
from cpstats.answers.together import levels_of, refused
from cpstats.calc.decomposition import ratio_parts
from cpstats.calc.growth import growth_of
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import computed, empty, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures

TITLE = Text("Change of a ratio", "比率变动的分解")
WHAT = Text(
    "growth of the ratio to --of, and what numerator and denominator give to it, without a rest",
    "与 --of 之比的增速及分子、分母各自的贡献（无残差）",
)
TAKES = ("of", "ends")
EXAMPLE = (
    "cpstats derive ratio_change gdp --of resident_population -p beijing --from 2020 --to 2024"
)


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield growth and both parts, on the year before or between two ends; each series has one tag (S5)."""
    below = other(settings.of, EXAMPLE)
    no_rates((*question.indicators, below), figures.catalogue)
    for indicator in question.indicators:
        for area in question.places:
            if settings.ends is not None:
                pairs = [settings.ends]
            else:
                levels, others = figures.levels(indicator, area), figures.levels(below, area)
                both = [p for p in levels if p in others]
                periods = asked_periods(question, {*levels, *others}, both=both)
                pairs = [(p.year_before(), p) for p in periods]
            for ends in pairs:
                yield from _parts(figures, question, (indicator, below), area, ends)


def _parts(
    figures: Figures,
    question: Question,
    idents: tuple[str, str],
    area: str,
    ends: Sequence[Period],
) -> Iterator[Figure]:
    indicator, below = idents
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": str(ends[1]),
        "base_period": str(ends[0]),
    }
    names = ("ratio_growth", "ratio_numerator", "ratio_denominator")
    units = (PERCENT, POINTS, POINTS)
    kinds = [
        {"measure": f"{name}:{below}", "unit": unit, "method": "logarithm", **given}
        for name, unit in zip(names, units, strict=True)
    ]
    cells = [[(i, area, p) for p in ends] for i in idents]
    found = [levels_of(figures, question, some) for some in cells]
    if None in found:
        apart = cells[found.index(None)]
        yield from (refused(figures, apart, ends, **kind) for kind in kinds)
        return
    held = [levels for levels in found if levels is not None]
    used = [levels.by[cell] for levels, some in zip(held, cells, strict=True) for cell in some]
    reason = next((levels.reason for levels in held if levels.reason), "")
    a0, a1, b0, b1 = used
    if any((f.value or 0.0) <= 0 for f in used):
        yield from (empty("base_nonpositive", used, **kind) for kind in kinds)
        return
    numbers = [interval(f) for f in used]
    growth = growth_of(numbers[1] / numbers[3], numbers[0] / numbers[2])
    ratio = f"({shown(a1)} / {shown(b1)}) / ({shown(a0)} / {shown(b0)})"
    top, bottom = ratio_parts(*numbers)
    formulas = (
        f"({ratio} − 1) × 100",
        f"g / ln(1 + g/100) × ln({shown(a1)} / {shown(a0)})",
        f"−g / ln(1 + g/100) × ln({shown(b1)} / {shown(b0)})",
    )
    for number, formula, kind in zip((growth, top, bottom), formulas, kinds, strict=True):
        yield computed(
            number,
            used,
            same(formula),
            decimals=2,
            price_basis=a1.price_basis,
            reason=reason,
            **kind,
        )
