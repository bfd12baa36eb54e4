"""Growth that is called real is not the growth of levels at current prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.checks.steps import growth, said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts, Run

TITLE = Text("nominal growth given as real", "名义增速误作实际增速")
ENOUGH = 4  # years: prices may stand still in one
SHARP = 0.5  # points: a wider interval agrees with anything
MEND = Text(
    "If it was computed from levels at current prices, its price_basis is `current`.",
    "若由现价水平值算得，price_basis 应为 current。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Look for real rates that in every year equal the nominal growth of some release."""
    for key, rates in facts.runs_of("growth"):
        if key.price_basis != "constant":
            continue
        for other, levels in facts.runs_of("level"):
            same = other._replace(measure="growth", price_basis="constant", release=key.release)
            if other.price_basis == "current" and same == key:
                found = _equal(rates, levels)
                if len(found) >= ENOUGH:
                    yield _says(facts, found)
                    break


def _equal(rates: Run, levels: Run) -> list[Fact]:
    """Return the rates, if each that can be compared equals the growth of the levels."""
    found = []
    for period, rate in rates.items():
        level, before = levels.get(period), levels.get(period.year_before())
        made = growth(level, before) if level and before else None
        if made is None or made.high - made.low > SHARP:
            continue
        if not made.meets(rate.low, rate.high):
            return []
        found.append(rate)
    return found


def _says(facts: Facts, found: list[Fact]) -> Finding:
    why = facts.name(found[0].figure) + Text(
        f": the real growth of {len(found)} years ({said(found[0]).en} … {said(found[-1]).en}) "
        f"is in each the growth of levels at current prices",
        f"：{len(found)}年的实际增速（{said(found[0]).zh}……{said(found[-1]).zh}）均等于现价水平值的增速",
    )
    return finding("nominal_as_real", "warning", *found, why=why, mend=MEND)
