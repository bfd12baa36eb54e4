"""Targets: growth needed to reach a value by a year, how far one has come, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpstats.answers.needed import no_rates
from cpstats.answers.notes import reason_notes, release_notes, report_of
from cpstats.calc.interval import as_interval
from cpstats.calc.target import progress, required_growth
from cpstats.errors import UsageError
from cpstats.message import Message, for_example
from cpstats.model.period import Freq, Period, annual, span
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, inline, unit_text
from cpstats.model.words import BASIS
from cpstats.selecting.average import average
from cpstats.selecting.computed import computed, empty, interval, nonpositive, shown
from cpstats.selecting.figures import Figures
from cpstats.selecting.rates import ASKED, level_bases, usual_bases
from cpstats.selecting.since import multiple_since

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

EXAMPLE = "cpstats target gdp -p beijing --times 2 --from 2020 --by 2035"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is aimed at, one of the three; `start` is the base year, `by` the last year.

    `reach` is a level in the indicator's unit, `times` a multiple of the base year's level (翻一番
    is 2), `average` growth a year in per cent over the years after the base.
    """

    by: int
    start: int | None = None
    reach: float | None = None
    times: float | None = None
    average: float | None = None

    def text(self, unit: str) -> Text:
        """Return the goal in words."""
        if self.reach is not None:
            return Text(
                f"{self.reach:,.10g} {inline(unit).en} by {self.by}",
                f"{self.by}年达{self.reach:,.10g}{unit_text(unit).zh}",
            )
        if self.times is not None:
            return Text(
                f"{self.times:g} times {self.start} by {self.by}",
                f"{self.by}年为{self.start}年的{self.times:g}倍",
            )
        first = (self.start or 0) + 1
        return Text(
            f"{self.average:g} % a year {first}–{self.by}",
            f"{first}—{self.by}年年均{self.average:g}%",
        )


@dataclass(frozen=True, slots=True)
class _Way:
    """How far one has come and what is left."""

    done: Figure  # average growth so far
    needed: Figure  # growth a year from now on
    progress: Figure

    @property
    def over(self) -> bool:
        """Whether no year is left."""
        return self.needed.n == 0

    def figures(self, goal: Goal) -> list[Figure]:
        """Return the rows: what was achieved (if a base was named), what is needed, how far."""
        asked = goal.start is not None and self.done is not self.needed
        rows = [self.done] if asked else []
        rows += [] if self.over else [self.needed]
        return rows + ([self.progress] if self.progress.value is not None else [])


def target(question: Question, package: Package, *, goal: Goal) -> Report:
    """Answer `target` for each indicator and place.

    A multiple or an average follows published rates on the indicator's own basis, chained from the
    base year without a gap; else two levels of one release, at constant prices or at those of the
    day. A level to reach is at the prices of the levels.
    """
    _check(goal)
    no_rates(question.indicators, package.catalogue)
    figures = Figures.of(package, question, question.indicators)
    found: list[Figure] = []
    blocks, notes = [], []
    for indicator in question.indicators:
        thing = figures.catalogue.indicators[indicator]
        rows = []
        for area in question.places:
            way = _way(figures, question, indicator, area, goal)
            rows.append(_row(figures, area, way))
            found += way.figures(goal)
            if way.over:
                notes.append(_verdict(figures, area, way, goal))
            if (
                goal.reach is None
                and way.needed.method == "geometric"
                and way.done.value is not None
            ):
                notes.append(_by_levels(figures, area, way))
        title = thing.name + Text(" · target: ", " · 目标：") + goal.text(thing.unit)
        keys = tuple(Key(indicator, area, "") for area in question.places)
        blocks.append(Block(_COLUMNS, tuple(rows), title=title, keys=keys, by="needed"))
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    return report_of(
        names + Text(" · target", " · 目标"),
        found,
        blocks,
        figures,
        notes=[*notes, *reason_notes(found, figures), *release_notes(figures)],
    )


_COLUMNS = (
    Column(Text("place", "地区"), right=False, name="place"),
    Column(Text("basis", "口径"), right=False),
    Column(Text("so far", "已过年份"), right=False),
    Column(
        Text("achieved a year", "已实现年均"),
        right=False,
        decimals=2,
        name="achieved",
        unit=PERCENT,
    ),
    Column(Text("left", "剩余年份"), right=False),
    Column(Text("needed a year", "还需年均"), right=False, decimals=2, name="needed", unit=PERCENT),
    Column(Text("of the way", "进度"), decimals=1, name="progress", unit=PERCENT),
)


def _check(goal: Goal) -> None:
    named = [g for g in (goal.reach, goal.times, goal.average) if g is not None]
    if len(named) != 1:
        raise UsageError(
            Message(
                "a target is one of --reach, --times and --average",
                "目标须为 --reach、--times、--average 之一",
            ),
            mend=for_example(EXAMPLE),
        )
    if goal.reach is None and goal.start is None:
        raise UsageError(
            Message("the base year is missing", "缺少基期年份"),
            mend=Message("Name it: --from 2020.", "请指定：--from 2020。"),
        )
    if goal.start is not None and goal.by <= goal.start:
        raise UsageError(Message("{} is not later than {}", "{}不晚于{}", goal.by, goal.start))
    if (goal.reach is not None and goal.reach <= 0) or (goal.times is not None and goal.times <= 0):
        raise UsageError(Message("a target is a positive number", "目标须为正数"))


def _way(figures: Figures, question: Question, indicator: str, area: str, goal: Goal) -> _Way:
    if goal.reach is not None:
        return _to_level(figures, question, indicator, area, goal)
    return _by_multiple(figures, question, indicator, area, goal)


def _by_multiple(
    figures: Figures, question: Question, indicator: str, area: str, goal: Goal
) -> _Way:
    """Follow growth from the base year as far as it is known."""
    assert goal.start is not None, "checked before"
    base, by = annual(goal.start), annual(goal.by)
    years = goal.by - goal.start
    bases = usual_bases(figures, indicator, question.basis)
    gone = multiple_since(figures, indicator, area, (base, by), bases)
    if gone is None:
        refused = _no_growth(figures, indicator, area, (base, by), bases)
        return _Way(refused, refused, refused)
    given = _given(indicator, area, gone.basis)
    left = goal.by - gone.last.year
    here = given | {"time_period": _years(gone.last.year + 1, goal.by), "unit": PERCENT}
    here |= {"method": gone.method}
    done = average(figures, indicator, area, base, gone.last, basis=_word(gone.basis))
    whole = as_interval(
        goal.times if goal.times is not None else (1 + (goal.average or 0) / 100) ** years
    )
    mark = empty("too_few", measure="progress", **here)
    if whole.value != 1:
        mark = computed(
            progress(as_interval(1.0), gone.product, whole),
            gone.used,
            same(f"({gone.formula} − 1) / ({whole.value:.6g} − 1) × 100"),
            measure="progress",
            base_period=str(base),
            n=gone.last.year - goal.start,
            decimals=1,
            **here | {"time_period": _years(goal.start + 1, gone.last.year)},
        )
    if left == 0:
        needed = empty("too_few", gone.used, measure="required_growth", n=0, **here)
        return _Way(done, needed, mark)
    needed = computed(
        required_growth(gone.product, whole, left),
        gone.used,
        same(f"(({whole.value:.6g} / ({gone.formula}))^(1/{left}) − 1) × 100"),
        measure="required_growth",
        base_period=str(gone.last),
        n=left,
        decimals=2,
        **here,
    )
    return _Way(done, needed, mark)


def _no_growth(
    figures: Figures,
    indicator: str,
    area: str,
    ends: tuple[Period, Period],
    bases: tuple[str, ...],
) -> Figure:
    """Return why nothing is known of the years since the base: rates lack, or a level does."""
    base, by = ends
    rates = {p for b in bases for p in figures.series(indicator, area, "growth", b)}
    levels = figures.levels(indicator, area)
    given = _given(indicator, area, bases[0]) | {
        "measure": "required_growth",
        "unit": PERCENT,
        "n": by.year - base.year,
        "time_period": _years(base.year + 1, by.year),
    }
    years = [annual(y) for y in range(base.year + 1, by.year + 1)]
    gone = [p for p in years if p <= max((q for q in rates if q in years), default=years[0])]
    if not rates and levels:
        if base not in levels:
            return empty("missing_base", absent=(str(base),), method="geometric", **given)
        later = [levels[p] for p in years if p in levels]
        if later:
            both = levels[base], later[-1]
            reason = nonpositive(*both) or figures.apart(both)
            return empty(reason, both, method="geometric", **given)
    absent = tuple(str(p) for p in gone if p not in rates) or (str(years[0]),)
    return empty("missing_current", absent=absent, method="chained", **given)


def _to_level(figures: Figures, question: Question, indicator: str, area: str, goal: Goal) -> _Way:
    """Lead from the newest exact level to the goal."""
    reach = goal.reach or 0.0
    price = figures.level_basis(indicator, area)
    if question.basis:
        price = next(iter(level_bases(figures, indicator, area, ASKED[question.basis])), price)
    given = _given(indicator, area, price.partition(":")[0])
    levels = figures.series(indicator, area, "level", price)
    years = (p for p in reversed([*levels]) if p.freq is Freq.ANNUAL and p.year < goal.by)
    exact = ((p, f) for p in years if not (f := levels[p]).bound and f.obs_status != "forecast")
    newest, now = next(exact, (None, None))
    if newest is None or now is None:
        refused = empty(
            "missing_base",
            measure="required_growth",
            method="geometric",
            unit=PERCENT,
            time_period=str(goal.by),
            **given,
        )
        return _Way(refused, refused, refused)
    left = goal.by - newest.year
    ahead = given | {"time_period": _years(newest.year + 1, goal.by), "base_period": str(newest)}
    if now.value is None or now.value <= 0:
        refused = empty(
            "base_nonpositive", (now,), measure="required_growth", unit=PERCENT, **ahead
        )
        return _Way(refused, refused, refused)
    needed = computed(
        required_growth(interval(now), as_interval(reach), left),
        (now,),
        same(f"(({reach:.10g} / {shown(now)})^(1/{left}) − 1) × 100"),
        measure="required_growth",
        method="geometric",
        unit=PERCENT,
        n=left,
        decimals=2,
        **ahead,
    )
    nothing = empty("too_few", measure="progress", unit=PERCENT, **ahead)
    if goal.start is None:
        return _Way(nothing, needed, nothing)
    base = annual(goal.start)
    word = "real" if price.startswith("constant") else "nominal"
    done = average(figures, indicator, area, base, newest, basis=word)
    pair = figures.comparable_over_time(indicator, area, (base, newest), price)
    if pair is None or pair[base].value == reach:
        return _Way(
            done, needed, empty(done.reason or "too_few", measure="progress", unit=PERCENT, **ahead)
        )
    start = pair[base]
    mark = computed(
        progress(interval(start), interval(pair[newest]), as_interval(reach)),
        (pair[newest], start),
        same(f"({shown(pair[newest])} − {shown(start)}) / ({reach:.10g} − {shown(start)}) × 100"),
        measure="progress",
        method="quotient",
        unit=PERCENT,
        time_period=str(newest),
        base_period=str(base),
        decimals=1,
        **given,
    )
    return _Way(done, needed, mark)


def _by_levels(figures: Figures, area: str, way: _Way) -> Text:
    """Say that no published growth was followed, and what growth of levels is."""
    basis = BASIS.get(way.needed.price_basis)
    word = Text(": ", "：") + basis if basis else same("")
    return (
        figures.catalogue.places[area].name
        + Text(": no growth is published of every year, levels of one release are divided", "：")
        + Text("", "没有逐年公布的增速，按同一版本的水平值计算")
        + word
    )


def _verdict(figures: Figures, area: str, way: _Way, goal: Goal) -> Text:
    """Say whether a target whose years are over was reached."""
    n = way.done.n or 1
    aim = goal.average if goal.average is not None else ((goal.times or 1) ** (1 / n) - 1) * 100
    done = interval(way.done)
    word = Text("reached", "已实现")
    if done.high is not None and done.high < aim:
        word = Text("not reached", "未实现")
    elif done.contains(aim):
        word = Text("reached or not: rounding does not tell", "在舍入范围内，无法判定")
    return (
        figures.catalogue.places[area].name
        + Text(": no year is left; ", "：已到期；")
        + Text(
            f"{done.value:.2f} % a year against {aim:.4g}: ",
            f"年均{done.value:.2f}%，目标{aim:.4g}%：",
        )
        + word
    )


def _given(indicator: str, area: str, basis: str) -> dict[str, Any]:
    return {"indicator": indicator, "ref_area": area, "price_basis": basis}


def _word(basis: str) -> str:
    return {"constant": "real", "current": "nominal"}.get(basis, "")


def _years(first: int, last: int) -> str:
    return str(span(first, last)) if first < last else str(last)


def _row(figures: Figures, area: str, way: _Way) -> tuple[Cell, ...]:
    needed, done = way.needed, way.done
    none = Cell(text=same("…"))
    return (
        Cell(text=figures.catalogue.places[area].name),
        Cell(text=BASIS.get(needed.price_basis, same(""))),
        _period(done) if done.value is not None else none,
        Cell(done, interval=True, count=True) if done.value is not None else none,
        _period(needed) if not way.over else none,
        Cell(needed, interval=True, count=True) if needed.value is not None else none,
        Cell(way.progress) if way.progress.value is not None else none,
    )


def _period(figure: Figure) -> Cell:
    period = Period.parse(figure.time_period)
    return Cell(text=Text(period.label("en"), period.label("zh")))
