"""Every release of every figure: how far each revision moved it, its growth, and its rank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cpstats.answers.lettered import Marks
from cpstats.answers.notes import release_notes, report_of
from cpstats.answers.shown_periods import asked_periods, label_of
from cpstats.calc.gap import gap_of
from cpstats.calc.growth import growth_of
from cpstats.calc.rank import ranks_of
from cpstats.calc.revision import revision_of
from cpstats.model.figure import Figure
from cpstats.model.kinds import is_rate
from cpstats.model.observation import as_printed
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, PLACE, POINTS
from cpstats.model.words import STATUS
from cpstats.selecting.computed import computed, interval, nonpositive, shown
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.store.package import Package

EXAMPLE = "cpstats revisions gdp -p beijing"


@dataclass(frozen=True, slots=True)
class Release:
    """One figure of a period as one release has it, and what that did."""

    level: Figure
    revision: Figure | None  # against the release before, in per cent
    growth: Figure | None  # on the year before, inside the release
    effect: Figure | None  # of the revision on growth, in points
    rank: Figure | None

    @property
    def figures(self) -> list[Figure]:
        """What there is."""
        every = (self.level, self.revision, self.growth, self.effect, self.rank)
        return [f for f in every if f is not None]


def revisions(question: Question, package: Package, *, among: tuple[str, ...] = ()) -> Report:
    """Answer `revisions` for each indicator and place, oldest release first.

    Growth is computed inside one release only (a series vintage, or one source that is a series),
    so its change is the effect of the revision. With `among`, the rank among those places in the
    same release stands beside it.
    """
    asked = replace(question, places=tuple(dict.fromkeys((*question.places, *among))))
    figures = Figures.of(package, asked, question.indicators)
    marks = Marks(figures)
    found: list[Figure] = []
    blocks, notes = [], []
    for indicator in question.indicators:
        for area in question.places:
            levels = figures.levels(indicator, area)
            rows: list[tuple[Cell, ...]] = []
            keys: list[Key] = []
            ruled = set()
            every = {
                period: releases(figures, indicator, area, period, among)
                for period in asked_periods(question, levels)
            }
            revised = any(len(made) > 1 for made in every.values())
            single = 0
            for period, made in every.items():
                if len(made) < 2 and revised and question.window.is_open:
                    single += 1
                    continue
                ruled.add(len(rows))
                rows += _rows(period, made, marks, ranks=bool(among))
                keys += [Key(indicator, area, str(period), release=_release(m)) for m in made]
                found += [f for m in made for f in m.figures]
            place = figures.catalogue.places[area].name
            title = figures.catalogue.indicators[indicator].name + same(" · ") + place
            columns = _columns(figures.unit(indicator, area), ranks=bool(among))
            rules = frozenset(ruled - {0}) if revised else frozenset()
            blocks.append(
                Block(
                    columns, tuple(rows), title=title, ruled=rules, keys=tuple(keys), by="revision"
                )
            )
            if rows and not revised:
                notes.append(title + Text(": nothing was revised.", "：没有修订。"))
            if single:
                notes.append(_not_revised(title, single))
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    return report_of(
        names + Text(" · revisions", " · 修订"),
        found,
        blocks,
        figures,
        notes=[*notes, *release_notes(figures)],
        marks=marks.texts(),
    )


def _not_revised(title: Text, count: int) -> Text:
    return title + Text(
        f": {count} more {'year has' if count == 1 else 'years have'} one release only.",
        f"：另有{count}个年份只有一个版本。",
    )


def releases(
    figures: Figures, indicator: str, area: str, period: Period, among: tuple[str, ...]
) -> list[Release]:
    """Return the releases of one cell, the oldest first, each with what it changed."""
    before = _by_tag(figures, indicator, area, period.year_before())
    made: list[Release] = []
    for tag, level in _by_tag(figures, indicator, area, period).items():
        old = made[-1] if made else None
        growth = _growth(level, before[tag]) if tag in before and _is_series(figures, tag) else None
        last = next((m.growth for m in reversed(made) if m.growth is not None), None)
        made.append(
            Release(
                level,
                _revision(level, old.level) if old is not None else None,
                growth,
                _effect(growth, last) if growth is not None and last is not None else None,
                _rank(figures, indicator, area, period, tag, among) if among else None,
            )
        )
    return made


Tag = tuple[str, str]  # vintage or source, and its name


def _by_tag(figures: Figures, indicator: str, area: str, period: Period) -> dict[Tag, Figure]:
    """Return the exact figures of a cell by release, the oldest first.

    A release is a vintage; a figure without one is known by its source. Of built-in figures with
    one value the first announcement stands for all; an own release that repeats a value has it.
    """
    figure = figures.levels(indicator, area).get(period)
    if figure is None:
        return {}
    every = [f for f in (replace(figure, others=()), *figure.others) if not f.bound]
    every = [f for f in every if f.obs_status != "forecast"]
    found: dict[Tag, Figure] = {}
    for one in sorted(every, key=lambda f: _age(figures.catalogue, f)):
        tag = ("vintage", one.vintage) if one.vintage else ("source", one.source)
        told = any(one.value == f.value for t, f in found.items() if t[0] == "source" or t == tag)
        if tag not in found and not (tag[0] == "source" and told and not one.own):
            found[tag] = one
    return found


def _age(catalogue: Catalogue, figure: Figure) -> tuple[int, int, int, str]:
    vintage = catalogue.vintages.get(figure.vintage)
    if vintage is None:
        return figure.given, 1, 0, catalogue.sources[figure.sources[0]].published or "9"
    return figure.given, *((2, vintage.order, "") if vintage.series else (0, 0, ""))


def _is_series(figures: Figures, tag: Tag) -> bool:
    """Return whether levels of a release may be divided over time (S5)."""
    kind, name = tag
    if kind == "vintage":
        return figures.catalogue.vintages[name].series
    return figures.catalogue.sources[name].release != "collection"


def _common(a: Figure, b: Figure, measure: str, unit: str, method: str) -> dict[str, Any]:
    return {
        "indicator": a.indicator,
        "ref_area": a.ref_area,
        "time_period": a.time_period,
        "measure": measure,
        "unit": unit,
        "method": method,
        "price_basis": a.price_basis,
        "decimals": 1 if measure == "revision" else 2,
        "base_period": b.time_period if b.time_period != a.time_period else "",
    }


def _revision(new: Figure, old: Figure) -> Figure | None:
    if nonpositive(old) or is_rate(old.unit):
        return None
    return computed(
        revision_of(interval(new), interval(old)),
        (new, old),
        same(f"({shown(new)} / {shown(old)} − 1) × 100"),
        **_common(new, old, "revision", PERCENT, "quotient"),
    )


def _growth(now: Figure, before: Figure) -> Figure | None:
    if is_rate(now.unit) or nonpositive(before) or (now.value or 0.0) < 0:
        return None
    return computed(
        growth_of(interval(now), interval(before)),
        (now, before),
        same(f"({shown(now)} / {shown(before)} − 1) × 100"),
        **_common(now, before, "growth", PERCENT, "quotient"),
    )


def _effect(new: Figure, old: Figure) -> Figure:
    return computed(
        gap_of(interval(new), interval(old)),
        (new, old),
        same(f"{shown(new)} − {shown(old)}"),
        **_common(new, old, "growth_revision", POINTS, "difference"),
    )


def _rank(
    figures: Figures,
    indicator: str,
    area: str,
    period: Period,
    tag: Tag,
    among: tuple[str, ...],
) -> Figure | None:
    """Return the rank among the places that the same release has."""
    there = {p: _by_tag(figures, indicator, p, period).get(tag) for p in among}
    have = {p: f for p, f in there.items() if f is not None}
    if area not in have or len(have) < 2:
        return None
    low = figures.catalogue.indicators[indicator].better == "low"
    ranks = ranks_of([interval(figure) for figure in have.values()], descending=not low)
    rank = dict(zip(have, ranks, strict=True))[area]
    level = have[area]
    printed = as_printed(level)
    return Figure(
        **{**_common(level, level, "rank", PLACE, "competition"), "decimals": 0},
        value=rank.value,
        low=rank.low,
        high=rank.high,
        n=len(have),
        vintage=level.vintage,
        source=level.source,
        formula=Text(
            f"place of {printed.en} among {len(have)} figures",
            f"{printed.zh}在{len(have)}个数据中的位次",
        ),
        inputs=(level,),
    )


def _release(made: Release) -> str:
    """Return what tells a release of a figure from the others: it is that of all in its row."""
    return made.level.vintage or made.level.source


def _rows(
    period: Period, made: Sequence[Release], marks: Marks, *, ranks: bool
) -> list[tuple[Cell, ...]]:
    rows = []
    head = label_of(period)
    for m in made:
        last = (_cell(m.rank, count=True),) if ranks else ()
        rows.append(
            (
                head,
                marks.release(m.level),
                Cell(m.level),
                Cell(text=STATUS.get(m.level.obs_status, same(""))),
                _cell(m.revision),
                _cell(m.growth),
                _cell(m.effect),
                *last,
                marks.cell(m.level),
            )
        )
    return rows


def _cell(figure: Figure | None, *, count: bool = False) -> Cell:
    return Cell(figure, count=count) if figure is not None else Cell(text=same("…"))


def _columns(unit: str, *, ranks: bool) -> tuple[Column, ...]:
    rank = (
        (Column(Text("rank", "位次"), right=False, name="rank", low_first=True),) if ranks else ()
    )
    return (
        Column(Text("period", "时期"), right=False, name="period", once=True),
        Column(Text("release", "版本"), right=False, name="release"),
        Column(Text("level", "水平"), name="level", unit=unit),
        Column(Text("status", "状态"), right=False),
        Column(Text("revision", "修订"), decimals=1, name="revision", unit=PERCENT),
        Column(Text("growth", "增速"), decimals=2, name="growth", unit=PERCENT),
        Column(Text("effect", "影响"), decimals=2, name="effect", unit=POINTS),
        *rank,
        Column(Text("source", "来源"), right=False),
    )
