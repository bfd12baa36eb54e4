"""Average growth of places over a span, computed and published side by side."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cpstats.answers.lacking import lacking_notes
from cpstats.answers.needed import no_rates
from cpstats.answers.notes import reason_notes, release_notes, report_of
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import Freq, Period, annual, span
from cpstats.model.report import Block, Cell, Column, Key, Later, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.model.words import BASIS, METHOD
from cpstats.selecting.average import average, published_averages, window_of
from cpstats.selecting.figures import Figures
from cpstats.selecting.method import by_method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

Ends = tuple[Period, Period]


def growth(
    question: Question, package: Package, *, ends: Ends | None = None, method: str = ""
) -> Report:
    """Answer `growth`: for each indicator and place the average growth over each span.

    `ends` are the base and the last period; else the question's window names the years of
    growth; else it is the plan period of the newest annual figure, with every reading of what
    was published for it, or, where that gives nothing, the last span that the data have. `method` is one of `method.METHODS`; empty chains published rates, else
    takes the levels at both ends (水平法).
    """
    check_span(question, ends)
    figures = Figures.of(package, question, question.indicators)
    no_rates(question.indicators if method else [], figures.catalogue)
    made = {
        indicator: [
            _line(figures, question, indicator, area, ends_, method)
            for area in (*question.places, *_benchmark(question))
            for ends_ in spans(figures, question, indicator, area, ends)
        ]
        for indicator in question.indicators
    }
    found = [f for lines in made.values() for line in lines for f in (line.made, *line.told)]
    report = report_of(
        Text("Average growth", "年均增速"),
        found,
        [],
        figures,
        notes=[
            *reason_notes(found, figures),
            *lacking_notes(figures, question, found),
            *release_notes(figures),
        ],
    )
    aside = _benchmark(question)
    blocks = Later(lambda: [_block(i, lines, figures, aside) for i, lines in made.items() if lines])
    return replace(report, blocks=blocks)


class _Line(NamedTuple):
    """A place over a span: its growth, and what was published for the same years."""

    ends: Ends
    made: Figure
    told: Sequence[Figure]


def _block(
    indicator: str, lines: Sequence[_Line], figures: Figures, aside: tuple[str, ...]
) -> Block:
    name = figures.catalogue.indicators[indicator].name
    points = any(f.measure == "average_change" for line in lines for f in (line.made, *line.told))
    title = name + (
        Text(" · average change a year", " · 年均变化")
        if points
        else Text(" · average growth a year", " · 年均增速")
    )
    keys = tuple(
        Key(indicator, f.ref_area, f.time_period, aside=f.ref_area in aside)
        for f in (line.made for line in lines)
    )
    ruled = [i for i, key in enumerate(keys) if key.aside and i]
    return Block(
        _columns(points=points),
        tuple(_cells(line, figures) for line in lines),
        title=title,
        ruled=frozenset(ruled[:1]),
        keys=keys,
        by="average",
    )


def _benchmark(question: Question) -> tuple[str, ...]:
    """Return what the places are compared with, where it was named and is none of them."""
    other = question.benchmark
    return (other,) if other and other not in question.places else ()


LAST = 5  # years of growth of a span that nobody named


def _columns(*, points: bool) -> tuple[Column, ...]:
    """Return the columns; a rate changes in points, all else in per cent."""
    average = Text("average", "年均")
    return (
        Column(Text("place", "地区"), right=False, name="place"),
        Column(Text("years", "年份"), right=False, name="period"),
        Column(Text("base", "基期"), right=False),
        Column(
            average, right=False, decimals=2, name="average", unit=POINTS if points else PERCENT
        ),
        Column(Text("how", "口径与方法"), right=False),
        Column(Text("published", "公布"), right=False, name="published", unit=PERCENT),
    )


def spans(
    figures: Figures, question: Question, indicator: str, area: str, ends: Ends | None
) -> list[Ends]:
    """Return base and end of every span that is asked about."""
    if ends is not None:
        _check(*ends)
        return _steps(*ends, question.window.every)
    if windows := question.window.spans:
        return [
            window_of(p)
            for window in windows
            for p in other_readings(figures, indicator, area, window)
        ]
    newest = _newest(figures, indicator, area)
    if newest and (years := figures.catalogue.span_around(area, newest)):
        plan = other_readings(figures, indicator, area, span(*years))
        made = [window_of(p) for p in plan]
        told = any(p == q for p, _ in published_averages(figures, indicator, area) for q in plan)
        if told or any(_known(figures, question, indicator, area, e) for e in made):
            return made
    return _last_span(figures, question, indicator, area)


def _steps(base: Period, end: Period, every: int) -> list[Ends]:
    """Return the steps of so many years from base to end: the whole where none are asked for."""
    if every == 1:
        return [(base, end)]
    length = end.year - base.year
    starts = [base.year_before(-k) for k in range(0, length, every)]
    return [(s, min(s.year_before(-every), end)) for s in starts]


def _known(figures: Figures, question: Question, indicator: str, area: str, ends: Ends) -> bool:
    made = average(figures, indicator, area, *ends, basis=question.basis)
    return made.value is not None


def _last_span(figures: Figures, question: Question, indicator: str, area: str) -> list[Ends]:
    """Return the last span of a few years at most that the data have, of years if there are any."""
    levels, rates = figures.levels(indicator, area), figures.growths(indicator, area)
    have = [
        p
        for p in sorted({*levels, *rates})
        if (levels.get(p) or rates[p]).obs_status != "forecast"
        and p.freq not in (Freq.SPAN, Freq.OPEN)
    ]
    years = [p for p in have if p.freq is Freq.ANNUAL] or have
    for end in reversed(years[-LAST:]):
        for length in range(LAST, 0, -1):
            ends = (end.year_before(length), end)
            if _known(figures, question, indicator, area, ends):
                return [ends]
    return _reach(years[-LAST - 1 :])


def _reach(have: list[Period]) -> list[Ends]:
    """Return the span from the first to the last of some periods: its row says why it is empty."""
    alike = [p for p in have if (p.freq, p.sub) == (have[-1].freq, have[-1].sub)]
    return [(alike[0], alike[-1])] if len(alike) > 1 else []


def check_span(question: Question, ends: Ends | None) -> None:
    """Refuse two spans in one question.

    Raises
    ------
    UsageError
        When base and end are named beside a period.
    """
    if ends is not None and not question.window.is_open:
        raise UsageError(
            Message(
                "--period and --from with --to name two spans",
                "--period 与 --from、--to 指两个时段",
            ),
            mend=Message("Leave one of them out.", "请去掉其一。"),
        )


def _check(base: Period, end: Period) -> None:
    if base.freq is not end.freq or base.sub != end.sub:
        raise UsageError(
            Message(
                "{} and {} are not the same part of a year", "{}与{}不是年内的同一时段", base, end
            ),
            mend=Message(
                "Growth a year leads from a period to the same period of a later year.",
                "年均增速须从某一时段到以后年份的同一时段。",
            ),
        )
    if end.year <= base.year:
        raise UsageError(
            Message("{} is not later than {}", "{}不晚于{}", end, base),
            mend=Message("Write --from BASE --to END.", "请写 --from 基期 --to 末期。"),
        )


def other_readings(figures: Figures, indicator: str, area: str, window: Period) -> list[Period]:
    """Return the window, and every other reading of a published span that may mean it (S8)."""
    found = [window]
    for measure in ("average_growth", "average_growth_gap"):
        published = published_averages(figures, indicator, area, measure)
        meant = {f.time_period for p, f in published if p == window}
        found += [p for p, f in published if f.time_period in meant and p not in found]
    return list(dict.fromkeys(found))


def _newest(figures: Figures, indicator: str, area: str) -> int:
    years = [
        p.year
        for series in (figures.levels(indicator, area), figures.growths(indicator, area))
        for p, f in series.items()
        if p.freq is Freq.ANNUAL and f.obs_status != "forecast"
    ]
    years += [p.year for p, _ in published_averages(figures, indicator, area)]
    return max(years, default=0)


def _line(
    figures: Figures, question: Question, indicator: str, area: str, ends: Ends, method: str
) -> _Line:
    base, end = ends
    if method:
        made = by_method(figures, indicator, area, base, end, method=method, basis=question.basis)
    else:
        made = average(figures, indicator, area, base, end, basis=question.basis)
    window = _window(base, end)
    told = [
        f
        for p, f in published_averages(figures, indicator, area)
        if p == window and base.freq is Freq.ANNUAL and _fits(f, question.basis)
    ]
    return _Line(ends, made, told)


def _cells(line: _Line, figures: Figures) -> tuple[Cell, ...]:
    made, published = line.made, line.told[0] if line.told else None
    return (
        Cell(text=figures.catalogue.places[made.ref_area].name),
        Cell(text=_years(*line.ends)),
        Cell(text=same(made.base_period)),
        Cell(made, interval=True, count=True),
        Cell(text=_how(made, figures.catalogue)),
        Cell(published, interval=True) if published else Cell(),
    )


@lru_cache(maxsize=64)
def _window(base: Period, end: Period) -> Period:
    return span(base.year + 1, end.year) if end.year > base.year else annual(end.year)


@lru_cache(maxsize=64)
def _years(base: Period, end: Period) -> Text:
    """Return the years of growth, the base not among them."""
    period = end
    if base.freq is Freq.ANNUAL and end.year > base.year:
        period = span(base.year + 1, end.year)
    return Text(period.label("en"), period.label("zh"))


def _how(made: Figure, catalogue: Catalogue) -> Text:
    """Return price basis, method and vintage of a computed average."""
    if made.value is None:
        return same("")
    parts = [BASIS[made.price_basis]] if made.price_basis in BASIS else []
    parts.append(METHOD[made.method])
    if made.vintage:
        parts.append(catalogue.releases(made.vintage))
    return joined(parts, zh="，")


def _fits(figure: Figure, basis: str) -> bool:
    return not basis or figure.price_basis == {"real": "constant", "nominal": "current"}[basis]
