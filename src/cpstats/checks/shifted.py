"""A series of rates stands beside the levels it was made from, not one period away from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.checks.steps import Interval, growth, said
from cpstats.model.text import Text
from cpstats.selecting.facts import finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpstats.model.finding import Finding
    from cpstats.model.period import Period
    from cpstats.selecting.facts import Fact, Facts, Run, Series

TITLE = Text("a series shifted by one period", "序列错位一期")
ENOUGH = 8  # periods
FITS, FAILS = 0.8, 0.3  # shares of the periods in which a shifted, and the given, series agree
SLACK = 0.1  # points: rates are made from unrounded levels, and of annualised ones more is lost
MANY = 60  # pairs of series of one place that are tried
MEND = Text(
    "Move the rates by one period. Their dates may be those of the period before.",
    "请将增速序列移动一期；其日期可能标成了上一期。",
)
Made = "Callable[[Run, Period], Interval | None]"


def find(facts: Facts) -> Iterator[Finding]:
    """Compare every series of rates with growth of the levels of the same place and file.

    Growth on the year before, on the period before, and that annualised; a rate agrees when its
    rounding interval, widened by 0.1 point, meets the interval of the growth.
    """
    by_place: dict[tuple[str, str, str], list[tuple[Series, Run]]] = {}
    for key, run in facts.runs.items():
        if len(run) >= ENOUGH:
            by_place.setdefault((key.ref_area, key.freq, key.release), []).append((key, run))
    for every in by_place.values():
        levels = [(k, r) for k, r in every if k.measure == "level" and _positive(r)]
        rates = [(k, r) for k, r in every if _is_rate(facts, k, r)]
        if len(levels) * len(rates) <= MANY * MANY:
            for key, run in rates:
                yield from _shift(facts, key, run, levels)


def _positive(run: Run) -> bool:
    return all(fact.value > 0 for fact in run.values())


def _is_rate(facts: Facts, key: Series, run: Run) -> bool:
    """Whether a run may hold growth rates: said so, or an own series without a money unit."""
    if key.measure == "growth":
        return True
    own = facts.catalogue.indicators[key.indicator].theme == "own"
    return own and key.measure == "level" and any(fact.value < 0 for fact in run.values())


def _shift(
    facts: Facts, key: Series, rates: Run, levels: list[tuple[Series, Run]]
) -> Iterator[Finding]:
    for other, run in levels:
        if key.measure == "growth" and other.indicator != key.indicator:
            continue
        for made in (_on_year, _on_period, _annualised):
            if _share(rates, run, made, 0) > FAILS:
                continue
            for lag in (1, -1):
                if _share(rates, run, made, lag) >= FITS:
                    yield _says(facts, rates, run, made, lag)
                    return


def _share(
    rates: Run, levels: Run, made: Callable[[Run, Period], Interval | None], lag: int
) -> float:
    """Return in which share of the periods a rate agrees with growth `lag` periods later."""
    looked = agree = 0
    for period, rate in rates.items():
        there = _moved(period, lag)
        interval = made(levels, there)
        if interval is not None:
            looked += 1
            agree += interval.meets(rate.low - SLACK, rate.high + SLACK)
    return agree / looked if looked >= ENOUGH else (0.0 if lag else 1.0)


def _moved(period: Period, lag: int) -> Period:
    if lag <= 0:
        return period if lag == 0 else period.previous()
    return period.next()


def _on_year(levels: Run, period: Period) -> Interval | None:
    return _between(levels, period, period.year_before())


def _on_period(levels: Run, period: Period) -> Interval | None:
    return _between(levels, period, period.previous())


def _annualised(levels: Run, period: Period) -> Interval | None:
    """((l/e)ⁿ - 1)·100, n periods a year."""
    made = _on_period(levels, period)
    count = 12 // (period.months or 12)
    if made is None or count < 2 or made.low <= -100:
        return None
    return Interval(
        ((1 + made.low / 100) ** count - 1) * 100, ((1 + made.high / 100) ** count - 1) * 100
    )


def _between(levels: Run, later: Period, earlier: Period) -> Interval | None:
    if later not in levels or earlier not in levels:
        return None
    return growth(levels[later], levels[earlier])


def _says(
    facts: Facts,
    rates: Run,
    levels: Run,
    made: Callable[[Run, Period], Interval | None],
    lag: int,
) -> Finding:
    first = next(f for p, f in rates.items() if made(levels, _moved(p, lag)) is not None)
    there = _moved(first.period, lag)
    level: Fact = levels[there]
    share = f"{_share(rates, levels, made, lag):.0%}"
    why = facts.name(first.figure) + Text(
        f": the rates belong to the period {'after' if lag > 0 else 'before'} "
        f"({said(first).en} is the growth of {there.label('en')}; {share} agree so, "
        f"{_share(rates, levels, made, 0):.0%} as they stand)",
        f"：增速应属{'下' if lag > 0 else '上'}一期（{said(first).zh}实为{there.label('zh')}的增速；"
        f"移动后{share}相符，现状{_share(rates, levels, made, 0):.0%}）",
    )
    return finding("shifted", "error", first, level, why=why, mend=MEND)
