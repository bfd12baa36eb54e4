"""Levels at constant prices have one base year, or overlap where it changes."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.checks.steps import Interval, growth, percent, said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.model.period import Period
    from cpstats.selecting.facts import Fact, Facts, Run, Series

TITLE = Text("a break of the base year", "基期变更")
MEND = Text(
    "Say the base year of each level (price_basis constant:2015), and keep one year in both bases "
    "so that they can be linked.",
    "请逐一注明基期（price_basis 写作 constant:2015），并保留一个重叠年份以便衔接。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Look for growth that real levels do not have, and for bases without a common year.

    A break is a period whose real growth from levels is not the published one, where most
    others agree.
    """
    bases: dict[Series, dict[str, Run]] = defaultdict(dict)
    for key, run in facts.runs_of("level"):
        if key.price_basis.startswith("constant"):
            bases[key._replace(price_basis="constant")][key.price_basis] = run
    for key, by_base in bases.items():
        for run in by_base.values():
            yield from _breaks(facts, key, run)
        yield from _unlinked(facts, by_base)


def _breaks(facts: Facts, key: Series, levels: Run) -> Iterator[Finding]:
    rates = _published(facts, key)
    looked, broken = 0, []
    for period, (rate, interval) in rates.items():
        level, before = levels.get(period), levels.get(period.year_before())
        made = growth(level, before) if level and before else None
        if level and before and made is not None:
            looked += 1
            if not made.meets(*interval):
                broken.append((level, before, rate, made))
    for level, before, rate, made in broken:
        why = facts.name(level.figure) + Text(
            f": levels at constant prices grow by {percent(made)}, published is {said(rate).en} "
            f"({looked - len(broken)} of {looked} periods agree): another base year from "
            f"{level.period.label('en')} on?",
            f"：不变价水平值增长{percent(made)}，公布为{said(rate).zh}"
            f"（{looked}期中{looked - len(broken)}期相符）：{level.period.label('zh')}起是否更换基期？",
        )
        yield finding("base_year", "error", level, before, rate, why=why, mend=MEND)


def _published(facts: Facts, key: Series) -> dict[Period, tuple[Fact, Interval]]:
    """Return real growth as published: rates, else indices."""
    found: dict[Period, tuple[Fact, Interval]] = {}
    for measure, off in (("growth", 0.0), ("index", 100.0)):
        for period, fact in facts.runs.get(key._replace(measure=measure), {}).items():
            found.setdefault(period, (fact, Interval(fact.low - off, fact.high - off)))
    return found


def _unlinked(facts: Facts, by_base: dict[str, Run]) -> Iterator[Finding]:
    """Yield where one base ends and the next begins without a period in both."""
    ordered = sorted(by_base.values(), key=lambda run: next(iter(run)))
    for before, after in pairwise(ordered):
        if not before.keys() & after.keys():
            last, first = list(before.values())[-1], next(iter(after.values()))
            why = facts.name(first.figure) + Text(
                f": {said(first).en} is at the prices of {first.figure.price_basis[9:]}, "
                f"{said(last).en} at those of {last.figure.price_basis[9:]}, and no period has both",
                f"：{said(first).zh}为{first.figure.price_basis[9:]}年价格，{said(last).zh}为"
                f"{last.figure.price_basis[9:]}年价格，且无重叠时期",
            )
            yield finding("base_year", "warning", first, last, why=why, mend=MEND)
