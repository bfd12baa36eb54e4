"""What parts give to the growth of the whole over several years, with what they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import both_ends, no_rates, other
from cpstats.answers.together import levels_of, refused, settled
from cpstats.calc.decomposition import over_span
from cpstats.calc.growth import growth_of
from cpstats.model.figure import Figure
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import computed, interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.answers.settings import Settings
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Cell, Figures

TITLE = Text("Contribution over several years", "多年累计拉动")
WHAT = Text(
    "change of parts over the whole of the base year (--of, --from, --to), with what they leave",
    "各部分增量占基期整体（--of，--from、--to）的百分点及未解释部分",
)
TAKES = ("of", "ends", "basis")
EXAMPLE = (
    "cpstats derive span_contribution farms works services --of output -p north "
    "--data branches.csv --from 2020 --to 2024"
)


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the points of every part, the growth of the whole, and the rest: all levels have one tag (S5).

    Chained volumes do not add up: what they leave is in the rest, and is not spread over the parts.
    """
    whole = other(settings.of, EXAMPLE)
    ends = both_ends(settings, EXAMPLE)
    no_rates((*question.indicators, whole), figures.catalogue)
    figures = figures.in_one_unit((*question.indicators, whole))
    for area in question.places:
        cells = [(i, area, p) for i in (*question.indicators, whole) for p in ends]
        given: dict[str, Any] = {
            "ref_area": area,
            "time_period": str(ends[1]),
            "base_period": str(ends[0]),
            "n": ends[1].year - ends[0].year,
            "method": "change_over_whole",
        }
        found = levels_of(figures, question, cells)
        if found is None:
            yield from (
                refused(
                    figures,
                    cells,
                    ends,
                    indicator=i,
                    measure=f"contribution:{whole}",
                    unit=POINTS,
                    **given,
                )
                for i in question.indicators
            )
            continue
        given["reason"] = found.reason
        yield from _points(question.indicators, whole, area, ends, found.by, given)


def _points(
    parts: Sequence[str],
    whole: str,
    area: str,
    ends: Sequence[Period],
    found: Mapping[Cell, Figure],
    given: dict[str, Any],
) -> Iterator[Figure]:
    y0, y1 = (found[whole, area, p] for p in ends)
    held = given | {"price_basis": y1.price_basis.partition(":")[0], "decimals": 2}
    if (y0.value or 0.0) <= 0:
        for part in parts:
            why = held | {"reason": "base_nonpositive", "inputs": (y0, y1), "unit": POINTS}
            yield Figure(indicator=part, measure=f"contribution:{whole}", **why)
        return
    rest = interval(y1) - interval(y0)
    used: list[Figure] = [y1, y0]
    for part in parts:
        x0, x1 = (found[part, area, p] for p in ends)
        change = interval(x1) - interval(x0)
        rest = rest - change
        used += [x1, x0]
        yield computed(
            over_span(change, interval(y0)),
            (x1, x0, y0),
            same(f"({shown(x1)} − {shown(x0)}) / {shown(y0)} × 100"),
            indicator=part,
            measure=f"contribution:{whole}",
            unit=POINTS,
            **held,
        )
    total = growth_of(interval(y1), interval(y0))
    formula = f"({shown(y1)} / {shown(y0)} − 1) × 100"
    growth = held | {"method": "quotient"}
    yield computed(
        total,
        (y1, y0),
        same(formula),
        indicator=whole,
        measure="growth_over_span",
        unit=PERCENT,
        **growth,
    )
    yield computed(
        over_span(settled(rest, y1.value or 0.0), interval(y0)),
        used,
        Text("growth of the whole − points of the parts", "整体增速−各部分拉动"),
        indicator=whole,
        measure=f"contribution_rest:{whole}",
        unit=POINTS,
        **held,
    )
