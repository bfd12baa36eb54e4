"""A series of one release has no year missing in its middle."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.model.period import Period
    from cpstats.model.text import Lang
    from cpstats.selecting.facts import Facts, Run

TITLE = Text("a missing year inside a series", "序列中间缺年")
ENOUGH = 5  # figures that make a yearly series
MEND = Text(
    "Look the period up in the source; if it is not there, accept it with the reason.",
    "请到来源中查找；如确无数据，请注明理由予以接受。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Look at levels, growth and indices of releases that are a whole series.

    A bulletin that names two years apart is none; nor is what is counted every five years.
    """
    for key, run in facts.runs_of("level", "growth", "index"):
        if len(run) < ENOUGH or not _whole(facts, run):
            continue
        holes = [(a, b) for a, b in pairwise(run) if b.previous() != a]
        if len(holes) > len(run) // 4 or key.freq in ("span", "open"):
            continue
        for last, first in holes:
            fact, before = run[first], run[last]
            missing = (last.next(), first.previous())
            en, zh = (" to ".join(_ends(missing, "en")), "至".join(_ends(missing, "zh")))
            why = facts.name(fact.figure) + Text(
                f": nothing for {en}, between {said(before).en} and {said(fact).en}",
                f"：{said(before).zh}与{said(fact).zh}之间缺{zh}",
            )
            yield finding("missing_year", "warning", fact, before, why=why, mend=MEND)


def _ends(missing: tuple[Period, Period], lang: Lang) -> list[str]:
    """Return the labels of the first and the last missing period, one if they are the same."""
    return list(dict.fromkeys(period.label(lang) for period in missing))


def _whole(facts: Facts, run: Run) -> bool:
    figures = [fact.figure for fact in run.values()]
    sources = facts.catalogue.sources
    return all(sources[f.source].release == "series" for f in figures)
