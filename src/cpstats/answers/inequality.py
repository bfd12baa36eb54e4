"""How unequal places are, year by year; whether they grow alike, and whether neighbours are alike."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from cpstats.answers.curves import curves
from cpstats.answers.derived.convergence import catching_up
from cpstats.answers.group import without_whole
from cpstats.answers.notes import labels, reason_of, release_notes, report_of
from cpstats.answers.shown_periods import label_of
from cpstats.answers.spread import Field, measures, parts_of
from cpstats.calc.convergence import FEWEST
from cpstats.calc.moran import chance_of, moran
from cpstats.calc.percentiles import percentile_rank
from cpstats.calc.theil import theil
from cpstats.model.period import Period
from cpstats.model.report import Block, Cell, Column, Key, Later, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpstats.answers.group import Group
    from cpstats.answers.spread import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package

    Rows = tuple[tuple[Cell, ...], ...]

EXAMPLE = "cpstats inequality disposable_income --among beijing --weight resident_population"
PERIOD = Column(Text("period", "时期"), right=False, name="period")


def inequality(question: Question, package: Package, *, group: Group, settings: Settings) -> Report:
    """Answer `inequality`: one row a period, all measures beside one another.

    The levels of a period have one tag (S6), and so have the weights. Whoever has no figure, or no
    weight, is not in the measures and is named.
    """
    known = package.catalogue.indicators
    behind = [of for i in question.indicators for of in parts_of(known, i)]
    wanted = (*question.indicators, *((settings.weight,) if settings.weight else ()), *behind)
    every = tuple(dict.fromkeys((*group.places, *settings.ranked)))
    figures = Figures.of(package, replace(question, places=every), wanted)
    found: list[Figure] = []
    blocks: list[Block] = []
    notes: list[Text] = []
    fields = []
    for indicator in question.indicators:
        members, said = group, list[Text]()
        if not settings.weight:  # what is weighted is per head: its sum is nothing
            members, said = without_whole(group, figures, indicator)
        notes += said
        fields.append(Field.of(figures, question, indicator, members, settings))
    for field in fields:
        for part in (_measures, _groups, _ranks, _neighbours, _speeds):
            made, block = part(field)
            found += made
            blocks += block
        notes += field.notes()
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    among = Text(" · inequality of ", " · 地区差异：") + group.text(figures.catalogue)
    report = report_of(
        names + among,
        found,
        blocks,
        figures,
        notes=[
            *_reasons(found, figures),
            *notes,
            *(note for note in group.notes(figures.catalogue)),
            *release_notes(figures),
        ],
    )
    return replace(report, panels=Later(lambda: curves(report, fields)))


def _measures(field: Field) -> tuple[list[Figure], list[Block]]:
    """Return the table of all measures."""
    every = measures(field.settings)
    made = [field.measured(measure) for measure in every]
    count = Column(Text("places", "地区数"), decimals=0)
    columns = (
        PERIOD,
        count,
        *(Column(m.header, decimals=m.decimals, name=m.column) for m in every),
    )
    rows = []
    for period, *here in zip(field.periods, *made, strict=True):
        n = Cell(text=same(str(max(f.n or 0 for f in here))))
        rows.append((label_of(period), n, *(_cell(f) for f in here)))
    name = field.figures.catalogue.indicators[field.indicator].name
    return [f for here in zip(*made, strict=True) for f in here], [
        Block(columns, tuple(rows), title=name, keys=_keys(field), by="gini")
    ]


def _keys(field: Field) -> tuple[Key, ...]:
    return tuple(Key(field.indicator, field.group.parent, str(p)) for p in field.periods)


def _groups(field: Field) -> tuple[list[Figure], list[Block]]:
    """Return what of Theil's measures is between the groups, and what within."""
    if not field.settings.groups:
        return [], []
    weight = field.settings.weight
    found: list[Figure] = []
    cells: dict[Period, list[Cell]] = {period: [] for period in field.periods}
    for form in ("T", "L"):
        given = {"group": "group", "form": form, "weight": "weight" if weight else None}
        rows = field.by_period(theil, **given)
        for period in field.periods:
            row = rows.get(str(period), {"reason": "missing_current", "n": 0})
            for part in ("between", "within"):
                one = field.figure(
                    period,
                    row,
                    measure=f"theil_{form.lower()}_{part}",
                    formula="Theil of the means of the groups"
                    if part == "between"
                    else "total − between",
                    weight=weight,
                    column=part,
                    decimals=4,
                )
                found.append(one)
                cells[period].append(_cell(one))
    heads = [
        Text(f"{form} {part}", f"{form}{part_zh}")
        for form in ("T", "L")
        for part, part_zh in (("between", "组间"), ("within", "组内"))
    ]
    names = [f"theil_{form}_{part}" for form in "tl" for part in ("between", "within")]
    columns = (
        PERIOD,
        *(Column(head, decimals=4, name=n) for head, n in zip(heads, names, strict=True)),
    )
    table = tuple((label_of(period), *cells[period]) for period in field.periods)
    count = len(set(field.settings.groups.values()))
    title = Text(f"Between and within {count} groups", f"{count}组之间与组内")
    return found, [Block(columns, table, title=title, keys=_keys(field), by=names[0])]


def _ranks(field: Field) -> tuple[list[Figure], list[Block]]:
    """Return the percentile rank of the places that were named."""
    found: list[Figure] = []
    table = []
    weight = field.settings.weight
    if not field.settings.ranked or not field.periods:
        return [], []
    frame = percentile_rank(
        field.frame, by=["ref_area"], over="ref_area", weight="weight" if weight else None
    )
    rows: dict[tuple[str, str], Mapping[str, Any]] = {
        (r["ref_area"], r["time_period"]): {str(c): x for c, x in r.items()}
        for r in frame.to_dict("records")
    }
    for area in field.settings.ranked:
        for period in field.periods:
            row = rows.get((area, str(period)), {"reason": "missing_current", "n": 0})
            level = field.levels.get(period, {}).get(area)
            one = field.figure(
                period,
                row,
                measure="percentile_rank",
                formula="below / others × 100",
                weight=weight,
                area=area,
                decimals=1,
                unit=PERCENT,
            )
            found.append(one)
            name = field.figures.catalogue.places[area].name
            own = Cell(level) if level is not None else Cell(text=same("…"))
            table.append((Cell(text=name), label_of(period), own, _cell(one, interval=True)))
    unit = field.figures.unit(field.indicator, *field.settings.ranked)
    columns = (
        Column(Text("place", "地区"), right=False, name="place"),
        PERIOD,
        Column(Text("level", "水平"), name="level", unit=unit),
        Column(
            Text("percentile rank", "百分位"),
            right=False,
            decimals=1,
            name="percentile_rank",
            unit=PERCENT,
        ),
    )
    keys = tuple(
        Key(field.indicator, area, str(p)) for area in field.settings.ranked for p in field.periods
    )
    title = Text("Per cent of the other places below", "低于该地区的其他地区所占百分比")
    if weight:
        title = Text(
            "Per cent of the others below, weighted", "低于该地区的其他地区所占百分比（加权）"
        )
    return found, [Block(columns, tuple(table), title=title, keys=keys, by="percentile_rank")]


def _neighbours(field: Field) -> tuple[list[Figure], list[Block]]:
    """Return Moran's I, and how likely one as far from its expectation is by chance."""
    pairs = field.settings.neighbours
    if not pairs or not field.periods:
        return [], []
    beside = pd.DataFrame(pairs, columns=["ref_area", "neighbour"])
    rows = field.by_period(partial(_moran, neighbours=beside))
    found: list[Figure] = []
    table = []
    parts = {"value": "moran", "expected": "moran_expected", "z": "moran_z", "p": "moran_p"}
    for period in field.periods:
        row: dict[str, Any] = dict(rows.get(str(period), {"reason": "missing_current", "n": 0}))
        if not isinstance(row.get("reason"), str):
            row |= {"p": chance_of(row["z"])}
        made = [
            field.figure(
                period, row, measure=name, formula=_FORMULAS[column], column=column, decimals=4
            )
            for column, name in parts.items()
        ]
        found += made
        table.append((label_of(period), *(_cell(f) for f in made)))
    columns = (
        PERIOD,
        Column(Text("Moran's I", "莫兰指数"), decimals=4, name="moran"),
        Column(Text("expected", "期望"), decimals=4, name="moran_expected"),
        Column(Text("z", "z"), decimals=2, name="moran_z"),
        Column(Text("p, two-sided", "p（双侧）"), decimals=4, name="moran_p"),
    )
    title = Text("Are neighbours alike?", "空间自相关")
    return found, [Block(columns, tuple(table), title=title, keys=_keys(field), by="moran")]


_FORMULAS = {
    "value": "n / S₀ × Σ Σ w z z' / Σ z²",
    "expected": "−1 / (n − 1)",
    "z": "(I − E) / s, normality",
    "p": "2 (1 − Φ(|z|))",
}


def _moran(frame: pd.DataFrame, *, neighbours: pd.DataFrame, **given: Any) -> pd.DataFrame:
    return moran(frame, neighbours, **given)


def _speeds(field: Field) -> tuple[list[Figure], list[Block]]:
    """Return how fast the poorer places catch up between the first period and the last (β)."""
    have = [p for p in field.periods if len(field.levels.get(p, ())) >= FEWEST]
    have = [p for p in have if (p.freq, p.sub) == (have[0].freq, have[0].sub)]
    if len(have) < 2 or field.computed:
        return [], []
    ends = [have[0], have[-1]]
    made = catching_up(field.figures, field.indicator, field.group.parent, field.group.places, ends)
    columns = (
        PERIOD,
        Column(Text("base", "基期"), right=False),
        Column(Text("places", "地区数")),
        Column(Text("speed, % a year", "速度，%/年"), decimals=2),
    )
    n = same(str(made.n) if made.n is not None else "…")
    row = (label_of(ends[1]), label_of(ends[0]), Cell(text=n), _cell(made))
    title = Text("Catching up of the poorer (beta)", "β趋同：落后地区追赶速度")
    return [made], [Block(columns, (row,), title=title)] if made.value is not None else []


def _cell(figure: Figure, *, interval: bool = False) -> Cell:
    return Cell(figure, interval=interval) if figure.value is not None else Cell(text=same("…"))


def _reasons(found: Sequence[Figure], figures: Figures) -> Iterable[Text]:
    """Yield each reason once, with its periods and what it is about where not all measures lack."""
    periods: dict[Text, list[str]] = {}
    for figure in found:
        if figure.reason and figure.value is None:
            reason = reason_of(figure, figures.catalogue)
            if figure.measure == "beta_speed":
                reason = Text("speed: ", "速度：") + reason
            said = periods.setdefault(reason, [])
            if figure.time_period not in said:
                said.append(figure.time_period)
    for reason, said in periods.items():
        yield labels(sorted(said, key=Period.parse)) + Text(": ", "：") + reason
