"""What the revisions of a series have in common: size, sign, and whether they lean to one side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.answers.notes import release_notes, report_of
from cpstats.answers.revisions import releases
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.revision import FEWEST, Summary, summary
from cpstats.model.figure import Figure, plain, together
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq, span
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.model.words import MEASURE
from cpstats.selecting.computed import interval
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.store.package import Package

    Ends = dict[Period, tuple[Figure, Figure]]  # as first and as last released


def statistics(question: Question, package: Package) -> Report:
    """Answer `revisions --statistics`: from the first release of each period to the last one.

    One row for the levels (per cent of the first; of rates points) and one for growth, which is
    computed inside one release. Fewer than five revised periods say nothing together.
    """
    figures = Figures.of(package, question, question.indicators)
    found: list[Figure] = []
    blocks: list[Block] = []
    notes: list[Text] = []
    for indicator in question.indicators:
        rows: list[tuple[Cell, ...]] = []
        keys: list[Key] = []
        name = figures.catalogue.indicators[indicator].name
        for area in question.places:
            place = figures.catalogue.places[area].name
            for what, ends, points in _revised(figures, question, indicator, area):
                made = list(_figures(indicator, area, what, ends, points=points) if ends else ())
                found += made
                subject = name if what == "revision" else name + Text(", growth", "增速")
                rows.append(
                    (
                        Cell(text=place),
                        Cell(text=MEASURE["level" if what == "revision" else "growth"]),
                        Cell(text=same(str(len(ends)))),
                        *(Cell(f) if f.value is not None else _NONE for f in made),
                        *([_NONE] * (len(_FORMULAS) - len(made))),
                    )
                )
                keys.append(Key(indicator, area, _span(ends) if ends else "", release=what))
                if len(ends) < FEWEST:
                    notes.append(subject + same(" · ") + place + _few(len(ends)))
        blocks.append(Block(_COLUMNS, tuple(rows), title=name, keys=tuple(keys), by="absolute"))
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    return report_of(
        names + Text(" · statistics of revisions", " · 修订统计"),
        found,
        blocks,
        figures,
        notes=[
            *notes,
            *([_HOW] if any(f.value is not None for f in found) else []),
            *release_notes(figures),
        ],
    )


_NONE = Cell(text=same("…"))
_HOW = Text(
    "From the first release to the last one: of levels in per cent, of growth and of rates in points.",
    "自首次公布至最新版本：水平值按%，增速和比率按百分点。",
)


def _few(count: int) -> Text:
    return Text(
        f": {count} periods have two releases, {FEWEST} are needed",
        f"：有两个版本的时期{count}个，至少需要{FEWEST}个",
    )


_COLUMNS = (
    Column(Text("place", "地区"), right=False, name="place"),
    Column(Text("what", "内容"), right=False, name="what"),
    Column(Text("n", "个数")),
    Column(Text("mean", "平均"), decimals=2, name="mean"),
    Column(Text("mean absolute", "平均绝对"), decimals=2, name="absolute"),
    Column(Text("root mean square", "均方根"), decimals=2, name="rms"),
    Column(Text("sign changed", "变号"), decimals=1, name="signs", unit=PERCENT),
    Column(Text("t of bias", "偏倚t"), decimals=2, name="t"),
    Column(Text("chance", "p值"), decimals=3, name="chance"),
)


def _revised(
    figures: Figures, question: Question, indicator: str, area: str
) -> Iterator[tuple[str, Ends, bool]]:
    """Yield what was revised: the levels, and the growth inside a release."""
    levels: Ends = {}
    growths: Ends = {}
    series = figures.levels(indicator, area)
    every = [p for p in series if p.freq is Freq.ANNUAL]  # few are too few
    for period in every if question.window.is_open else asked_periods(question, series):
        made = releases(figures, indicator, area, period, ())
        if len(made) > 1:
            levels[period] = (made[0].level, made[-1].level)
        rates = [m.growth for m in made if m.growth is not None]
        if len(rates) > 1:
            growths[period] = (rates[0], rates[-1])
    points = is_rate(figures.unit(indicator, area))
    yield "revision", levels, points
    if not points:
        yield "growth_revision", growths, True


def _figures(indicator: str, area: str, what: str, ends: Ends, *, points: bool) -> Iterator[Figure]:
    """Yield the statistics of one kind of revision."""
    used = tuple(f for pair in ends.values() for f in pair)
    given: dict[str, Any] = {
        "indicator": indicator,
        "ref_area": area,
        "time_period": _span(ends),
        "n": len(ends),
        "method": "first_to_last",
        "inputs": used,
        "vintage": together([f.vintage for f in used]),
        "source": together([f.source for f in used]),
    }
    unit = POINTS if points else PERCENT
    made = _summary(ends, points=points)
    for name, kind, number, decimals in _parts(made, unit):
        measure = f"{what}_{name}"
        if number is None:
            yield Figure(measure=measure, unit=kind, reason="too_few", **given)
            continue
        value, low, high = number
        yield Figure(
            measure=measure,
            unit=kind,
            value=plain(value),
            low=plain(low),
            high=plain(high),
            decimals=decimals,
            formula=same(_FORMULAS[name]),
            **given,
        )


def _summary(ends: Ends, *, points: bool) -> Summary | None:
    pairs = [(interval(a), interval(b)) for a, b in ends.values()]
    if len(pairs) < FEWEST or not (points or all(a.value > 0 for a, _ in pairs)):
        return None
    return summary([a for a, _ in pairs], [b for _, b in pairs], points=points)


_FORMULAS = {
    "mean": "Σ R / n",
    "absolute": "Σ |R| / n",
    "rms": "√(Σ R² / n)",
    "signs": "sign(last) ≠ sign(first)",
    "t": "mean / (s / √n)",
    "chance": "P(|t| or more), n − 1 degrees of freedom",
}


def _parts(
    made: Summary | None, unit: str
) -> Iterator[tuple[str, str, tuple[float, float | None, float | None] | None, int]]:
    if made is None:
        yield from (
            (n, u, None, 0) for n, u in zip(_FORMULAS, (*[unit] * 3, PERCENT, "", ""), strict=True)
        )
        return
    for name, x in (
        ("mean", made.mean),
        ("absolute", made.absolute),
        ("rms", made.root_mean_square),
    ):
        yield name, unit, (x.value, x.low, x.high), 2
    yield "signs", PERCENT, (made.sign_changes, None, None), 1
    yield "t", "", None if made.t is None else (made.t, None, None), 2
    yield "chance", "", None if made.chance is None else (made.chance, None, None), 3


def _span(ends: Ends) -> str:
    """Return the years of the revisions, from the first to the last."""
    years = sorted(p.year for p in ends)
    return str(span(years[0], years[-1])) if years[0] < years[-1] else str(next(iter(ends)))
