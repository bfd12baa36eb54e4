"""Derived figures by name: gathers what a file in `derived/` makes into a report."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from cpstats.answers import derived
from cpstats.answers.growth import check_span
from cpstats.answers.notes import growth_notes, reason_notes, release_notes, report_of
from cpstats.answers.shown_periods import label, newest_shown
from cpstats.errors import UsageError
from cpstats.message import Message, sentences
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.model.period import Period
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.words import BASIS, MEASURE, METHOD
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.answers.settings import Settings
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package


class Derivation(Protocol):
    """What a file in `derived/` offers."""

    TITLE: Text
    WHAT: Text
    EXAMPLE: str

    def derive(self, figures: Figures, question: Question, settings: Settings) -> Iterable[Figure]:
        """Yield every figure, an empty one with its reason where there is none."""
        ...


def names() -> tuple[str, ...]:
    """Return the names of all derivations."""
    found = {f.stem for path in derived.__path__ for f in Path(path).glob("[a-z]*.py")}
    return tuple(sorted(found))


def load(name: str) -> Derivation:
    """Return a derivation.

    Raises
    ------
    UsageError
        When there is none of that name; the nearest are suggested.
    """
    if name not in names():
        near = nearest(name.casefold(), ((n, n) for n in names()))
        raise UsageError(
            Message("there is no derived figure “{}”", "没有名为“{}”的派生指标", name),
            mend=sentences(
                nearest_are(near),
                Message("`{}` lists them.", "`{}` 列出全部名称。", "cpstats derive"),
            ),
        )
    module: Any = importlib.import_module(f"{derived.__name__}.{name}")
    return cast("Derivation", module)


def derive(name: str, question: Question, package: Package, settings: Settings) -> Report:
    """Answer `derive NAME`: one row for each place and period."""
    module = load(name)
    if not question.indicators:
        raise UsageError(
            Message("no indicator was named", "未指定指标"),
            mend=Message("For example: `{}`.", "例如：`{}`。", module.EXAMPLE),
        )
    wanted = (*question.indicators, *((settings.of,) if settings.of else ()))
    check_span(question, settings.ends)
    places = tuple(dict.fromkeys((*question.places, *settings.among)))
    figures = Figures.of(package, replace(question, places=places), wanted)
    found = list(module.derive(figures, question, settings))
    blocks: list[Block] = []
    newest: list[Text] = []
    for indicator in dict.fromkeys(f.indicator for f in found):
        made = [f for f in found if f.indicator == indicator]
        if _is_table(made):
            tables, said = _tables(figures, question, made)
            blocks += tables
            newest += said
        else:
            blocks.append(_block(figures, made))
    notes = [
        *newest,
        *reason_notes(found, figures),
        *_over(found),
        *_of_levels(found),
        *_across(found),
        *release_notes(figures),
    ]
    return report_of(module.TITLE, found, blocks, figures, notes=notes)


def _over(found: list[Figure]) -> list[Text]:
    """Say which population a figure per head was taken over."""
    used = {f.method for f in found if f.value is not None and f.method.endswith("_population")}
    head = Text("Per head: ", "人均：")
    return [head + METHOD[method] + Text(".", "。") for method in sorted(used)]


def _of_levels(found: list[Figure]) -> list[Text]:
    """Say where growth that went into a number is that of levels."""
    return growth_notes(one for f in found if f.value is not None for one in f.inputs)


def _across(found: list[Figure]) -> list[Text]:
    """Say of which releases the figures are that went into one number."""
    mixed = {f.vintage for f in found if f.value is not None and "|" in f.vintage}
    return [
        Text(
            f"Figures of several releases went into one number ({vintages.replace('|', ', ')}).",
            f"同一结果用到多个版本的数据（{vintages.replace('|', '、')}）。",
        )
        for vintages in sorted(mixed)
    ]


def listing() -> Report:
    """List every derivation with an example."""
    modules = {name: load(name) for name in names()}
    columns = (
        Column(Text("name", "名称"), right=False),
        Column(Text("what it is", "含义"), right=False),
        Column(Text("example", "示例"), right=False),
    )
    rows = tuple(
        (Cell(text=same(name)), Cell(text=m.WHAT), Cell(text=same(m.EXAMPLE)))
        for name, m in modules.items()
    )
    records: tuple[dict[str, str | int | float | None], ...] = tuple(
        {"name": name, "what": m.WHAT.en, "what_zh": m.WHAT.zh, "example": m.EXAMPLE}
        for name, m in modules.items()
    )
    title = Text("Derived figures", "派生指标")
    return Report(title, blocks=(Block(columns, rows),), records=records)


def _is_table(found: list[Figure]) -> bool:
    """Return whether these are figures of several places, one of each measure and period."""
    cells = {(f.ref_area, f.time_period, f.measure) for f in found}
    return len(cells) == len(found) and len({f.ref_area for f in found}) > 1


def _tables(
    figures: Figures, question: Question, found: list[Figure]
) -> tuple[list[Block], list[Text]]:
    """Return a table for each period: a row for each place, a column for each measure."""
    cells = {(f.ref_area, f.time_period, f.measure): f for f in found}
    places = dict.fromkeys(f.ref_area for f in found)
    measures = dict.fromkeys(f.measure for f in found)
    have = Counter(Period.parse(f.time_period) for f in found if f.value is not None)
    periods = sorted({Period.parse(f.time_period) for f in found})
    shown, said = [p for p in periods if have[p]] or periods[-1:], list[Text]()
    if question.window.is_open:
        shown, said = newest_shown(have, periods)
    title = figures.catalogue.indicators[found[0].indicator].name
    if others := {f.counterpart_area for f in found if f.counterpart_area}:
        title += same(" / ") + joined([figures.catalogue.places[a].name for a in others])
    columns = [_measured([f for f in found if f.measure == m]) for m in measures]
    blocks = [
        Block(
            (Column(Text("place", "地区"), right=False, name="place"), *columns),
            tuple(
                (
                    Cell(text=figures.catalogue.places[area].name),
                    *(_value(cells.get((area, str(period), m))) for m in measures),
                )
                for area in places
            ),
            title=title + label(period),
            keys=tuple(Key(found[0].indicator, area, str(period)) for area in places),
            by=columns[0].name,
        )
        for period in shown
    ]
    return blocks, said


def _measured(found: list[Figure]) -> Column:
    """Return the column of one measure, with its unit and prices where all have one."""
    units, bases = {f.unit for f in found}, {f.price_basis for f in found}
    head = _what(found[0])
    basis = BASIS.get(bases.pop(), None) if len(bases) == 1 else None
    if basis is not None:
        head = joined([head, basis], zh="，")
    unit = units.pop() if len(units) == 1 else ""
    if unit and unit in head.en:
        unit = ""
    return Column(head, right=False, name=found[0].measure.partition(":")[0], unit=unit)


def _value(figure: Figure | None) -> Cell:
    """Return a number with its interval, or the sign of a gap."""
    if figure is None or figure.value is None:
        return Cell(text=same("…"))
    return Cell(figure, interval=True, count=True)


def _block(figures: Figures, found: list[Figure]) -> Block:
    rows = []
    for figure in found:
        period = Period.parse(figure.time_period)
        rows.append(
            (
                Cell(text=_place(figures, figure)),
                Cell(text=Text(period.label("en"), period.label("zh"))),
                Cell(text=_what(figure)),
                _value(figure),
                Cell(unit=figure.unit),
                Cell(text=BASIS.get(figure.price_basis, same(""))),
            )
        )
    columns = (
        Column(Text("place", "地区"), right=False, name="place", once=True),
        Column(Text("period", "时期"), right=False, name="period"),
        Column(Text("what", "内容"), right=False),
        Column(Text("value", "数值"), right=False, name="value"),
        Column(Text("unit", "单位"), right=False),
        Column(Text("basis", "口径"), right=False),
    )
    title = figures.catalogue.indicators[found[0].indicator].name
    keys = tuple(Key(f.indicator, f.ref_area, f.time_period) for f in found)
    return Block(columns, tuple(rows), title=title, keys=keys, by="value")


def _place(figures: Figures, figure: Figure) -> Text:
    places = figures.catalogue.places
    name = places[figure.ref_area].name
    if figure.counterpart_area:
        name = name + same(" / ") + places[figure.counterpart_area].name
    return name


def _what(figure: Figure) -> Text:
    return MEASURE.get(figure.measure.partition(":")[0], same(figure.measure))
