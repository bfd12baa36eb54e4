"""What is added up from January on does not fall within the year."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.checks.steps import said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.finding import Finding
    from cpstats.model.period import Period
    from cpstats.selecting.facts import Fact, Facts

TITLE = Text("cumulated values that fall", "累计值下降")
MEND = Text(
    "Look whether one of the two is a single month or another unit. A balance or a profit may "
    "fall: then accept it with the reason.",
    "请检查其中之一是否为单月值或单位不同；差额、利润等可能下降，请注明理由予以接受。",
)


def find(facts: Facts) -> Iterator[Finding]:
    """Compare each cumulated level with the next longer one of the same year and release."""
    if all(_cumulated(period) in (0, 12) for period in {fact.period for fact in facts.facts}):
        return
    years: dict[tuple[object, ...], dict[int, Fact]] = defaultdict(dict)
    signed: set[tuple[object, ...]] = set()
    for fact in facts.facts:
        f, months = fact.figure, _cumulated(fact.period)
        kind = facts.catalogue.indicators[f.indicator].kind
        if f.measure != "level" or not fact.exact or not months or kind not in ("flow", ""):
            continue
        series = (f.indicator, f.ref_area, f.price_basis, fact.release)
        years[*series, fact.period.year].setdefault(months, fact)
        if fact.value < 0:
            signed.add(series)
    for key, by_months in years.items():
        ordered = [by_months[m] for m in sorted(by_months)]
        if key[:-1] in signed or (_own(facts, ordered[0]) and not _has_ytd(ordered)):
            continue  # a sum of what has a sign; a stock of the user's
        for before, after in pairwise(ordered):
            if after.high < before.low:
                why = facts.name(after.figure) + Text(
                    f": {said(after).en} is less than {said(before).en}, which is a part of it",
                    f"：{said(after).zh}小于其中的{said(before).zh}",
                )
                yield finding("falling_cumulation", "error", after, before, why=why, mend=MEND)


def _cumulated(period: Period) -> int:
    """Return how many months from January a period adds up; 0 if it does not begin there."""
    code = str(period)
    year, _, rest = code.partition("-")
    if not rest:
        return 12 if len(year) == 4 and code.isdigit() else 0
    if "/" in rest:
        return int(code[-2:]) if code[5:7] == "01" else 0
    return {"Q1": 3, "H1": 6, "01": 1}.get(rest, 0)


def _own(facts: Facts, fact: Fact) -> bool:
    return not facts.catalogue.indicators[fact.figure.indicator].kind


def _has_ytd(ordered: list[Fact]) -> bool:
    return any("/" in str(fact.period) for fact in ordered)
