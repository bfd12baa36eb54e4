"""Lines over time, a fan where several releases have the same periods, bars of one period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.chart import APART, FEW, PARTS, RANKS, Kind, Panel, Series, follows, number, when
from cpstats.model.charts.captions import (
    kind_of,
    name_of,
    prices_of,
    release_name,
    releases_of,
    titled,
    unit_of,
)
from cpstats.model.period import Freq, Period
from cpstats.model.text import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

SPANNING = (Freq.SPAN, Freq.OPEN)
PLACES_UP = ("rank_change", "growth_rank_change")
CHANGES = {
    "share_change": "share",
    "revision": "level",
    "growth_revision": "growth",
    "index_of_year": "growth",
}


def lines(report: Report, figures: Sequence[Figure]) -> tuple[list[Panel], list[Figure]]:
    """Return a panel for each quantity, unit, price basis and kind of period.

    The series are the places, those last that others are only compared with, or the indicators
    where the answer is about one place. Changes are left out where what changed is drawn.
    """
    there = {kind_of(f) for f in figures}
    drawn = [f for f in _ranked(figures) if CHANGES.get(_told(f)) not in there]
    beside = {f.counterpart_area for f in report.figures} - {""}
    beside -= {f.ref_area for f in report.figures if f.counterpart_area}
    drawn.sort(key=lambda f: f.ref_area in beside)
    several = len({f.ref_area for f in drawn}) > 1
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in drawn:
        period = when(figure)
        of_what = (figure.measure, figure.counterpart_area)
        what = (*of_what, figure.price_basis, figure.unit, period.freq.name)
        alike = figure.time_period if period.freq in SPANNING else ""
        alike = str(period.sub) if period.freq is Freq.YTD else alike
        subject = figure.indicator if several else figure.ref_area
        groups.setdefault((subject, *what, alike), []).append(figure)
    made = [p for found in groups.values() for p in _panels(report, found, several=several)]
    made = [p for p in made if len(p.periods) > 1 or len(p.series) > 1]
    return [p for p in made if p.bars or p.runs] or made, []


def _told(figure: Figure) -> str:
    """Return the measure; an index of the year before is growth in other words."""
    kind = kind_of(figure)
    return "index_of_year" if kind == "index" and not figure.base_period else kind


def _ranked(figures: Sequence[Figure]) -> list[Figure]:
    """Return what is ranked instead of the ranks, the first first, where they are of one period.

    Ranks of several periods are lines themselves; how many places each went up is seen there.
    """
    ranks = [f for f in figures if f.measure in RANKS]
    if not ranks:
        return [*figures]
    others = [f for f in figures if f.measure not in (*RANKS, *PLACES_UP)]
    if len({f.time_period for f in ranks}) > 1 or not all(f.inputs for f in ranks):
        return [*ranks, *others]
    order = sorted(ranks, key=lambda f: (f.measure, f.value or 0.0))
    return [*(f.inputs[0] for f in order), *others]


def _panels(report: Report, found: Sequence[Figure], *, several: bool) -> list[Panel]:
    """Return one panel, or one for each size where levels differ too much to share an axis."""
    by_name: dict[str, list[Figure]] = {}
    for figure in found:
        name = figure.ref_area if several else figure.indicator
        by_name.setdefault(name, []).append(figure)
    over = len({f.time_period for f in found}) > 1
    if not over or kind_of(found[0]) != "level" or len(by_name) > FEW:
        return [_panel(report, by_name, several=several)]
    return [_panel(report, part, several=several) for part in _of_one_size(by_name)]


def _of_one_size(by_name: Mapping[str, list[Figure]]) -> list[dict[str, list[Figure]]]:
    """Return the series in parts: none is many times as large as another of its part."""
    size = {name: max(abs(f.value or 0.0) for f in found) for name, found in by_name.items()}
    parts: list[list[str]] = []
    for name in sorted(by_name, key=lambda n: size[n]):
        if parts and size[name] <= APART * size[parts[-1][0]]:
            parts[-1].append(name)
        else:
            parts.append([name])
    order = list(by_name)
    made = [{n: by_name[n] for n in order if n in part} for part in parts]
    return sorted(made, key=lambda part: order.index(next(iter(part))))


def _panel(report: Report, by_name: Mapping[str, list[Figure]], *, several: bool) -> Panel:
    found = [f for figures in by_name.values() for f in figures]
    first = found[0]
    periods = _axis({when(f) for f in found})
    subject = [name_of(report, first.indicator)]
    if several:
        subject += [name_of(report, first.ref_area)] if len(by_name) == 1 else []
    else:
        subject = [*(subject if len(by_name) == 1 else []), name_of(report, first.ref_area)]
    fan = len(periods) > 1 and any(_several_releases(figures) for figures in by_name.values())
    series = _released(report, by_name) if fan else _named(report, by_name)
    kind = Kind.FAN if fan else Kind.LINES if len(periods) > 1 else Kind.BARS
    drawn = [f for s in series for f in s.figures]
    return Panel(
        titled(report, subject, first, periods),
        unit_of(first),
        periods,
        series,
        kind,
        basis=prices_of(first),
        releases=() if fan else releases_of(report, drawn),
        base=100.0 if kind_of(first) == "index" else None,
    )


def _several_releases(figures: Iterable[Figure]) -> bool:
    seen: set[str] = set()
    for figure in figures:
        if figure.time_period in seen:
            return True
        seen.add(figure.time_period)
    return False


def _named(report: Report, by_name: Mapping[str, Sequence[Figure]]) -> tuple[Series, ...]:
    made = []
    for name, figures in by_name.items():
        by_period: dict[str, Figure] = {}
        for figure in figures:
            by_period.setdefault(figure.time_period, figure)
        made.append(Series(name_of(report, name), runs_of(sorted(by_period.values(), key=when))))
    return tuple(made)


def _released(report: Report, by_name: Mapping[str, Sequence[Figure]]) -> tuple[Series, ...]:
    """Return a series for each release, the oldest first; all but the newest stand beside it."""
    made: list[Series] = []
    for name, figures in by_name.items():
        by_release: dict[str, list[Figure]] = {}
        for figure in figures:
            by_release.setdefault(figure.vintage or figure.source, []).append(figure)
        order = sorted(by_release, key=lambda r: _age(report, r))
        for release in order:
            told = release_name(report, release)
            own = name_of(report, name)
            head = told if len(by_name) == 1 else joined([own, told], en=", ", zh="，")
            runs = runs_of(sorted(by_release[release], key=when))
            made.append(Series(head, runs, beside=release != order[-1]))
    return tuple(made)


def _age(report: Report, release: str) -> int:
    vintage = report.catalogue.vintages.get(release)
    return vintage.order if vintage is not None else 0


def _axis(periods: set[Period]) -> tuple[Period, ...]:
    """Return the periods of an axis, those between among them that have no figure."""
    have = sorted(periods)
    freq = have[0].freq
    if freq in SPANNING:
        return tuple(have)
    parts = PARTS.get(freq, 1)
    every = range(number(have[0]), number(have[-1]) + 1)
    if parts == 1:
        return tuple(Period(freq, n, have[0].sub) for n in every)
    return tuple(Period(freq, (n - 1) // parts, (n - 1) % parts + 1) for n in every)


def runs_of(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Return figures in runs: a gap of years or, of levels, another release parts them."""
    runs: list[list[Figure]] = []
    for figure in figures:
        if runs and follows(runs[-1][-1], figure) and not _breaks(runs[-1][-1], figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return tuple(tuple(run) for run in runs)


def _breaks(one: Figure, two: Figure) -> bool:
    return one.measure == "level" and one.method == "published" and one.release != two.release
