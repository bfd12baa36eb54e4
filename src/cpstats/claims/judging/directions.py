"""Rose to 5.9 percent: whether it had been lower before, where the number itself is right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.judging import said
from cpstats.claims.judging.consecutive import before
from cpstats.claims.judging.lookup import request_for, sought_of
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import words_before
from cpstats.model.catalogue import OWN
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Judged
    from cpstats.model.figure import Figure
    from cpstats.model.period import Period

_MOVED_TO = pattern(
    r"\b(?:(?P<up>rose|increased|climbed|grew|advanced|jumped|surged|soared|edged up|went up|crept up|inched up)"
    r"|(?P<down>fell|dropped|decreased|declined|slipped|slid|shrank|sank|dipped|plunged|edged down|went down|came down))"
    r"(?: (?:slightly|sharply|slowly|strongly|steeply|markedly|further|steadily))? to (?:about |around |nearly |some |just )?(?:[A-Z]{1,3} ?)?[$€£]?$"
)
_HELD = pattern(  # against what it moved, its sentence may say
    r"\b(?:since|than|compared|from|against|versus|after|following|before|ago|earlier|previous|decades?|over|between|until"
    r"|back|again|once|had|forecast|expected|target|goal|if|average|years|months|quarters|per|deficit|loss|minus)\b",
    re.IGNORECASE,
)
_FREQS = (Freq.ANNUAL, Freq.FISCAL, Freq.HALF, Freq.QUARTER, Freq.MONTH)
_AMOUNTS = ("level", "share", "index")
_NEAR = 60  # signs before a number in which the verb stands


def with_directions(found: Sequence[Judged], bench: Bench) -> list[Judged]:
    """Judge the verbs beside numbers that are right of a reader's own table.

    A verb is false where all that is known before turns it round, the period before and the year before among it; where
    only these do, or the figure of the year before is not known, the text may mean another time.
    """
    return [_turned(one, bench) if one.verdict == "confirmed" else one for one in found]


def _turned(judged: Judged, bench: Bench) -> Judged:
    claim, best = judged.claim, judged.best
    up, period = _way(claim), period_of(claim.period or "")
    thing = bench.catalogue.indicators.get(claim.indicator or "")
    own = thing is not None and thing.theme == OWN
    if up is None or best is None or period is None or not own or period.freq not in _FREQS:
        return judged
    held = bench.archive.every.told_of(claim.indicator or "", claim.place or "")
    told = [p for p in held if p.freq is period.freq and p.last_day < period.last_day]
    then = {p: figures for p in told if (figures := _at(claim, p, bench))}
    last = period.previous()
    year = _year_before(period)
    near = [then[p] for p in (last, year) if p in then]
    if last not in then or not all(_turns(best, some, up=up) for some in near):
        return judged
    was = then[last][0]
    fell = Text("it fell", "实为下降") if up else Text("it rose", "实为上升")
    why = Text(
        f"the number is right, but {fell.en}: it was {was.value:,g} in {last.label('en')}",
        f"数值相符，但{fell.zh}：{last.label('zh')}为{was.value:,g}",
    )
    every = year in then and all(_turns(best, some, up=up) for some in then.values())
    return judged._replace(verdict="contradicted" if every else "depends", why=why)


def _way(claim: Claim) -> bool | None:
    """Return whether a level is said to have risen or fallen to it, None where nothing or more is said of that."""
    moved = _MOVED_TO.search(before(claim, _NEAR)) if claim.measure in _AMOUNTS else None
    plain = claim.bound == "exact" and not (claim.base_period or claim.guessed or claim.benchmark)
    if moved is None or not plain or claim.status != "claim" or claim.value_text.startswith("-"):
        return None
    years = {period.year} if (period := period_of(claim.period or "")) else set()
    others = (
        {*said.years_printed(claim)}
        - years
        - {year + 1 for year in years if "/" in (claim.period or "")}
    )
    return None if others or _HELD.search(claim.sentence) else moved["up"] is not None


def _at(claim: Claim, period: Period, bench: Bench) -> list[Figure]:
    """Return what the number was in another period."""
    one = claim._replace(period=str(period), period_readings=(str(period),))
    request = request_for(one, bench.catalogue, words_before(one))
    sought = sought_of(one, str(period), request) if request is not None else None
    if request is None or sought is None:
        return []
    figures = bench.find(request, one.measure, sought, bench.archive)
    return [f for f in figures if f.value is not None and not f.bound]


def _year_before(period: Period) -> Period:
    last = period
    steps = {Freq.QUARTER: 4, Freq.MONTH: 12, Freq.HALF: 2}.get(period.freq, 1)
    for _ in range(steps):
        last = last.previous()
    return last


def _turns(now: Figure, then: Sequence[Figure], *, up: bool) -> bool:
    """Return whether all figures of an earlier time lie on the side that the verb denies."""
    low, high = _ends(now)
    return all(
        f.value != now.value and (_ends(f)[0] >= high if up else _ends(f)[1] <= low) for f in then
    )


def _ends(figure: Figure) -> tuple[float, float]:
    """Return what a figure stands for, to nine digits: 1.8 reaches from 1.75 to 1.85."""
    value = figure.value or 0.0
    low = value if figure.low is None else figure.low
    high = value if figure.high is None else figure.high
    return round(low, 9), round(high, 9)
