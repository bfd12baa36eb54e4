"""Derived figures by name: gathers what a file in `derived/` makes into a report."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from cpstats.answers import derived
from cpstats.answers.group import without_whole
from cpstats.answers.growth import check_span
from cpstats.answers.laid import tables
from cpstats.answers.notes import growth_notes, labels, reason_notes, release_notes, report_of
from cpstats.answers.shown_periods import left_out, without_parts
from cpstats.errors import UsageError
from cpstats.message import Message, for_example, sentences
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.model.period import Freq
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, listed, same
from cpstats.model.words import METHOD
from cpstats.selecting.figures import Figures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cpstats.answers.settings import Settings
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.store.package import Package


class Derivation(Protocol):
    """What a file in `derived/` offers.

    `TAKES` are the settings that mean something to it; one that takes `among` is of all these places
    together, else it is of each of them.
    """

    TITLE: Text
    TAKES: tuple[str, ...]
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


FLAGS = {
    "of": "--of",
    "among": "--among",
    "base": "--base",
    "ends": "--from",
    "on": "--on",
    "n": "--n",
    "unadjusted": "--unadjusted",
    "basis": "--basis",
}


def refuse_idle(name: str, given: Collection[str]) -> None:
    """Refuse what was said and would change nothing.

    Raises
    ------
    UsageError
        When a setting was given that the derivation does not take; those it takes are named.
    """
    module = load(name)
    idle = [FLAGS[word] for word in given if word not in (*module.TAKES, "among")]
    if not idle:
        return
    taken = [FLAGS[word] for word in module.TAKES]
    example = for_example(module.EXAMPLE)
    raise UsageError(
        Message("{} takes no {}", "{} 不取 {}", f"derive {name}", idle),
        mend=sentences(Message("It takes {}.", "可用：{}。", taken), example) if taken else example,
    )


def derive(name: str, question: Question, package: Package, settings: Settings) -> Report:
    """Answer `derive NAME`: one row for each place and period."""
    module = load(name)
    if not question.indicators:
        raise UsageError(
            Message("no indicator was named", "未指定指标"),
            mend=for_example(module.EXAMPLE),
        )
    if len(settings.others) > 1 and not getattr(module, "SEVERAL", False):
        raise UsageError(
            Message(
                "--of names {} indicators, {} takes one",
                "--of 列出{}个指标，{} 只取一个",
                len(settings.others),
                name,
            ),
            mend=for_example(module.EXAMPLE),
        )
    others = settings.others or ((settings.of,) if settings.of else ())
    wanted = (*question.indicators, *others)
    check_span(question, settings.ends)
    places = tuple(dict.fromkeys((*question.places, *settings.among)))
    figures = Figures.of(package, replace(question, places=places), wanted)
    told: list[Text] = []
    for indicator in question.indicators if settings.among else ():
        group, said = without_whole(settings.group, figures, indicator)
        settings = replace(settings, group=group)
        told += said
    found = list(module.derive(figures, question, settings))
    shown, none = without_parts(question, found)
    blocks, newest = tables(figures, question, shown)
    seen = {key.period for block in blocks for key in block.keys}
    notes = [
        *newest,
        *reason_notes([f for f in shown if f.time_period in seen or not seen], figures),
        *left_out(none),
        *([] if found else _of_years_only(question, figures)),
        *_over(found),
        *_of_levels(found),
        *_across(found, figures.catalogue),
        *settings.group.notes(figures.catalogue),
        *told,
        *_without(found, settings, figures.catalogue),
        *release_notes(figures),
    ]
    return report_of(module.TITLE, found, blocks, figures, notes=notes)


def _of_years_only(question: Question, figures: Figures) -> list[Text]:
    """Say of what there are no months or quarters, where nothing can be made of years."""
    return [
        figures.catalogue.indicators[indicator].name
        + Text(
            ": there are figures of whole years only; this is made of months or quarters",
            "：只有年度数据；该项由月度或季度数据计算",
        )
        for indicator in question.indicators
        if {p.freq for p in figures.periods(indicator)} == {Freq.ANNUAL}
    ]


def _over(found: list[Figure]) -> list[Text]:
    """Say which population a figure per head was taken over."""
    heads = [f for f in found if f.value is not None and f.measure.startswith("per_head")]
    used = {f.method for f in heads}
    head = Text("Per head: ", "人均：")
    return [head + METHOD[method] + Text(".", "。") for method in sorted(used)]


def _without(found: list[Figure], settings: Settings, catalogue: Catalogue) -> list[Text]:
    """Say which places of the group are not in a number that is of all of them."""
    said: dict[tuple[str, ...], list[str]] = {}
    for figure in found:
        areas = {f.ref_area for f in figure.inputs}
        one = figure.ref_area in settings.among or figure.measure == "sum_of_places"
        if figure.value is not None and not one:
            none = tuple(area for area in settings.among if area not in areas)
            if none and figure.time_period not in said.setdefault(none, []):
                said[none].append(figure.time_period)
    return [
        labels(periods)
        + Text(": no data: ", "：无数据：")
        + listed(
            [catalogue.places[area].name for area in none],
            [catalogue.places[area].name for area in settings.among],
        )
        for none, periods in said.items()
        if none
    ]


def _of_levels(found: list[Figure]) -> list[Text]:
    """Say where growth that went into a number is that of levels."""
    return growth_notes(one for f in found if f.value is not None for one in f.inputs)


def _across(found: list[Figure], catalogue: Catalogue) -> list[Text]:
    """Say of which releases the figures are that went into one number."""
    mixed = {f.vintage for f in found if f.value is not None and "|" in f.vintage}
    return [
        Text("Figures of several releases went into one number (", "同一结果用到多个版本的数据（")
        + catalogue.releases(vintages)
        + Text(").", "）。")
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
