"""What parts give to the growth of the whole over several years, with what they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import both_ends, no_rates, other
from cpstats.calc.decomposition import over_span
from cpstats.calc.growth import growth_of
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import computed, empty, interval, shown
from cpstats.selecting.figures import LEVEL_BASES
from cpstats.selecting.rates import level_bases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Cell, Figures

TITLE = Text("Contribution over several years", "多年累计拉动")
WHAT = Text(
    "change of parts over the whole of the base year (--of, --from, --to), with what they leave",
    "各部分增量占基期整体（--of，--from、--to）的百分点及未解释部分",
)
EXAMPLE = (
    "cpstats derive span_contribution gdp_primary gdp_secondary gdp_tertiary --of gdp -p beijing "
    "--from 2020 --to 2024"
)


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield the points of every part, the growth of the whole, and the rest: all levels have one tag (S5).

    Chained volumes do not add up: what they leave is in the rest, and is not spread over the parts.
    """
    whole = other(settings.of, EXAMPLE)
    ends = both_ends(settings, EXAMPLE)
    no_rates((*question.indicators, whole), figures.catalogue)
    for area in question.places:
        cells = [(i, area, p) for i in (*question.indicators, whole) for p in ends]
        given: dict[str, Any] = {
            "ref_area": area,
            "time_period": str(ends[1]),
            "base_period": str(ends[0]),
            "n": ends[1].year - ends[0].year,
            "method": "change_over_whole",
        }
        found = _levels(figures, question, cells)
        if found is None:
            yield from (
                _refused(
                    figures, cells, ends, indicator=i, measure=f"contribution:{whole}", **given
                )
                for i in question.indicators
            )
            continue
        yield from _points(question.indicators, whole, area, ends, found, given)


def _levels(
    figures: Figures, question: Question, cells: Sequence[Cell]
) -> dict[Cell, Figure] | None:
    if question.basis == "nominal":
        return figures.comparable_all(cells, LEVEL_BASES)
    bases = level_bases(figures, cells[-1][0], cells[-1][1], "constant")
    tried = [figures.comparable_all(cells, (basis,)) for basis in bases]
    if not question.basis:
        tried.append(figures.comparable_all(cells, LEVEL_BASES))
    return next((found for found in tried if found is not None), None)


def _points(
    parts: Sequence[str],
    whole: str,
    area: str,
    ends: Sequence[Period],
    found: dict[Cell, Figure],
    given: dict[str, Any],
) -> Iterator[Figure]:
    y0, y1 = (found[whole, area, p] for p in ends)
    held = given | {"price_basis": y1.price_basis.partition(":")[0], "decimals": 2}
    if (y0.value or 0.0) <= 0:
        for part in parts:
            yield empty(
                "base_nonpositive",
                (y0, y1),
                indicator=part,
                measure=f"contribution:{whole}",
                unit=POINTS,
                **held,
            )
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
        over_span(rest, interval(y0)),
        used,
        Text("growth of the whole − points of the parts", "整体增速−各部分拉动"),
        indicator=whole,
        measure=f"contribution_rest:{whole}",
        unit=POINTS,
        **held,
    )


def _refused(
    figures: Figures, cells: Sequence[Cell], ends: Sequence[Period], **given: Any
) -> Figure:
    lacking = [c for c in cells if c[2] not in figures.levels(c[0], c[1])]
    given["unit"] = POINTS
    if lacking:
        reason = "missing_base" if lacking[0][2] == ends[0] else "missing_current"
        absent = tuple(dict.fromkeys(str(c[2]) for c in lacking))
        return empty(
            reason, lacking=tuple(dict.fromkeys(c[:2] for c in lacking)), absent=absent, **given
        )
    held = [figures.levels(c[0], c[1])[c[2]] for c in cells]
    return empty("bound_only" if any(f.bound for f in held) else figures.apart(held), held, **given)
