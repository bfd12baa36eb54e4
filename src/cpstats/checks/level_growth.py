"""A level, the level of the year before and the growth between them agree within rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.checks.steps import growth, levels_beside, percent, said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts, Run

TITLE = Text("level, growth and prior level", "水平值、增速与上年水平值")
MANY = 0.3  # of the years: no slip of a pen, but another definition
MEND = Text(
    "Look the three figures up in the source. Growth on a comparable scope is marked `scope`; "
    "if the prior level was revised since, give each release its vintage.",
    "请核对三个数；可比口径的增速应标为 scope，上年数已修订的应分别注明版本。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Recompute nominal growth, and growth of what has no price, inside each release.

    Levels at constant prices are looked at by `base_year`; growth on a comparable scope never
    follows from levels.
    """
    for key, rates in facts.runs_of("growth"):
        if key.price_basis not in ("", "current"):
            continue
        levels = levels_beside(facts, key, key.price_basis)
        looked, wrong = 0, []
        for period, rate in rates.items():
            level, before = levels.get(period), levels.get(period.year_before())
            if level is None or before is None:
                continue
            looked += 1
            made = growth(level, before)
            if made is not None and not made.meets(rate.low, rate.high):
                wrong.append((rate, level, before))
        if looked >= 5 and len(wrong) > MANY * looked:
            yield _many(facts, [w[0] for w in wrong], looked, levels)
        else:
            yield from (_one(facts, *w) for w in wrong)


def _one(facts: Facts, rate: Fact, level: Fact, before: Fact) -> Finding:
    made = growth(level, before)
    assert made is not None
    why = facts.name(rate.figure) + Text(
        f": growth {said(rate).en}, but {said(before).en} and {said(level).en} "
        f"make {percent(made)}",
        f"：公布增速{said(rate).zh}，而{said(before).zh}、{said(level).zh}推得{percent(made)}",
    )
    return finding("level_growth", "error", rate, level, before, why=why, mend=MEND)


def _many(facts: Facts, wrong: list[Fact], looked: int, levels: Run) -> Finding:
    first = wrong[0]
    why = facts.name(first.figure) + Text(
        f": growth does not follow from the levels in {len(wrong)} of {looked} periods, "
        f"first {said(first).en}",
        f"：{looked}期中有{len(wrong)}期的增速与水平值不符，最早为{said(first).zh}",
    )
    return finding("level_growth", "warning", first, levels[first.period], why=why, mend=MEND)
