"""For information: a provisional figure that is older than two years."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.figure import cell
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("a provisional figure older than two years", "两年以上的初步数")
MEND = Text("The final figure may have been published since.", "最终核实数可能已经公布。")


def find(facts: Facts) -> Iterator[Finding]:
    """Name the first of each indicator and place whose cell has nothing later."""
    limit = facts.today.replace(year=facts.today.year - 2, day=min(facts.today.day, 28))
    settled = {cell(f.figure) for f in facts.facts if f.figure.obs_status in ("revised", "final")}
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts.facts:
        old = fact.figure.obs_status == "provisional" and fact.period.last_day < limit
        if old and cell(fact.figure) not in settled:
            found[fact.figure.indicator, fact.figure.ref_area].append(fact)
    for every in found.values():
        first = min(every, key=lambda fact: fact.period)
        why = facts.name(first.figure) + Text(
            f": {said(first).en} is still provisional{_more(len(every), 'and {} more')}",
            f"：{said(first).zh}仍为初步数{_more(len(every), '等{}个')}",
        )
        yield finding("old_provisional", "info", first, why=why, mend=MEND)


def _more(count: int, words: str) -> str:
    if count == 1:
        return ""
    return f", {words.format(count - 1)}" if words.isascii() else words.format(count)
