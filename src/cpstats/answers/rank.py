"""The order of the places of a group: ties, who has no data, what changed since last year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.answers.lettered import Marks
from cpstats.answers.needed import no_rates
from cpstats.answers.notes import growth_notes, labels, reason_notes, release_notes, report_of
from cpstats.answers.shown_periods import asked_periods, had, inside
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import BY_LENGTH, Period
from cpstats.model.report import Block, Cell, Column, Key, Report
from cpstats.model.text import Text, joined, listed, same
from cpstats.model.unit import PERCENT
from cpstats.model.words import BASIS
from cpstats.selecting.asked import candidates
from cpstats.selecting.figures import Figures
from cpstats.selecting.ranking import Order, Ranked, Ranking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.answers.group import Group
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.selecting.ranking import Field
    from cpstats.selecting.whole import Subtotal, Whole
    from cpstats.store.package import Package

SAID = ("missing_current", "mixed_price_basis", "unit_mismatch")  # of all such places in one line
INSIDE = Text("the order is inside rounding", "位次在舍入范围内不确定")


def rank(
    question: Question, package: Package, *, group: Group, order: Order | None = None
) -> Report:
    """Answer `rank`: the places of the group in order, one table for each period.

    `question.places` are those whose rank is wanted (empty: all of the group). The figures of one
    period have one price basis and one tag (S6); where no tag covers every place that has data,
    each place's own figure is taken, and every row says `mixed_vintage`. A place that is the sum
    of the others does not compete.
    """
    order = order or Order()
    _check(question, group, package.catalogue)
    no_rates(question.indicators if order.by == "growth" else (), package.catalogue)
    figures = Figures.of(package, replace(question, places=group.places), question.indicators)
    marks = Marks(figures)
    found: list[Figure] = []
    blocks, notes = [], group.notes(figures.catalogue)
    for indicator in question.indicators:
        every = Ranking(figures, indicator, group.parent, group.places, order)
        ranking, whole = every.without_whole()
        ranking, sums = (ranking, []) if whole is not None else ranking.without_sums()
        wanted = tuple(p for p in question.places or group.places if p in ranking.among)
        if question.places and not wanted:
            left = sums if whole is None else [whole]
            raise _a_sum(question.places, left, figures.catalogue)
        notes += [_of_whole(whole, figures.catalogue)] if whole is not None else []
        notes += [_of_sum(one, figures.catalogue) for one in sums]
        by_period = ranking.by_period()
        for period in _periods(question, by_period):
            now = ranking.at(period, by_period)
            changes = _changes(now, ranking.at(period.year_before(), by_period))
            blocks.append(_block(ranking, now, changes, wanted, marks))
            found += [f for p in wanted for f in (now.ranks[p], changes.get(p)) if f is not None]
            notes += [*_notes(figures, now, ranking.among), *growth_notes(now.used.values())]
    names = joined([figures.catalogue.indicators[i].name for i in question.indicators])
    title = names + Text(" · rank among ", " · 位次，") + group.text(figures.catalogue)
    notes += release_notes(figures)
    return report_of(title, found, blocks, figures, notes=notes, marks=marks.texts())


def _check(question: Question, group: Group, catalogue: Catalogue) -> None:
    """Refuse a group of one, and places that are not in it."""
    if len(group.places) < 2:
        raise UsageError(
            Message("a rank needs two places at least", "排位至少需要两个地区"),
            mend=Message("Name the parent: --among PLACE.", "请指定上级地区：--among 地区。"),
        )
    if outside := [p for p in question.places if p not in (*group.places, *group.wholes)]:
        raise UsageError(
            Message(
                "“{}” is none of the places that are ranked",
                "“{}”不在参加排位的地区之中",
                catalogue.places[outside[0]].name,
            ),
            mend=Message("Name its parent: --among PLACE.", "请指定其上级地区：--among PLACE。"),
        )
    if question.places and not {*question.places} & {*group.places}:
        raise UsageError(
            Message(
                "“{}” contains places that are ranked, or is what they are compared with",
                "“{}”包含参加排位的地区，或是对比的基准",
                catalogue.places[question.places[0]].name,
            ),
            mend=Message(
                "A whole is no competitor of its parts: name one of these, -p PLACE.",
                "整体不与其部分排位：请指定其中的地区，-p PLACE。",
            ),
        )


def _a_sum(
    asked: tuple[str, ...], left: list[Subtotal] | list[Whole], catalogue: Catalogue
) -> UsageError:
    """Return the error where all that is asked for is the sum of others and has no rank among them."""
    found = next((one for one in left if one.area in asked), left[0])
    years = labels([str(p) for p in found.periods])
    return UsageError(
        Message(
            "“{}” equals the sum of {} in {}: as their total it has no rank among them",
            "“{0}”在{2}等于{1}之和：作为其合计不参加排位",
            catalogue.places[found.area].name,
            Text("others", "其他地区"),
            years,
        ),
        mend=Message(
            "Name one of these, -p PLACE, or none for all; `cpstats place … --parent` says what lies in it.",
            "请指定其中的地区（-p 地区），或不指定以列出全部；可用 cpstats place … --parent 说明上级。",
        ),
    )


def _of_whole(whole: Whole, catalogue: Catalogue) -> Text:
    """Say which place is the sum of the others, and whether it competes."""
    years = labels([str(p) for p in whole.periods])
    name = catalogue.places.in_prose(whole.area, first=True)
    said = name + Text(
        f" equals the sum of the others in {years.en}", f"在{years.zh}等于其余各地区之和"
    )
    if whole.sure:
        return said + Text(": it is their total and is not ranked", "，为其合计，不参加排位")
    return said + Text(
        ", perhaps by chance: it is ranked",
        "，或属巧合，仍参加排位",
        "; a total is made parent by import: --total NAME",
        "；导入时可用 --total 名称 列为上级",
    )


def _of_sum(one: Subtotal, catalogue: Catalogue) -> Text:
    """Say which place is the sum of its neighbours, and how it is made their parent."""
    years = labels([str(p) for p in one.periods])
    parts = joined([catalogue.places[a].name for a in one.parts])
    return catalogue.places.in_prose(one.area, first=True) + Text(
        f" equals the sum of {parts.en} in {years.en}: it is their total and is not ranked "
        "(`cpstats place … --parent` says that they lie in it)",
        f"在{years.zh}等于{parts.zh}之和，为其合计，不参加排位（可用 cpstats place … --parent 说明上级）",
    )


def _periods(question: Question, by_period: Mapping[Period, Field]) -> list[Period]:
    """Return the periods of the window, or without one the newest that most places have."""

    def ready(period: Period) -> bool:
        return period in by_period and len(by_period[period].used) > 1

    if not question.window.is_open:
        asked = asked_periods(
            question, had(inside(question.window, candidates(by_period)), by_period)
        )
        return asked if question.window.one is not None else [*filter(ready, asked)]
    for freq in BY_LENGTH:
        of_freq = sorted((p for p in candidates(by_period) if p.freq is freq), reverse=True)
        if newest := next(filter(ready, of_freq), None):
            return [newest]
    return []


def _changes(now: Ranked, before: Ranked) -> dict[str, Figure]:
    """Return how many places each has moved up within one release, for the same places."""
    tag = _tag(now)
    if tag is None or tag != _tag(before) or set(now.used) != set(before.used):
        return {}
    if now.basis != before.basis:
        return {}
    found = {}
    for area in now.used:
        a, b = now.ranks[area], before.ranks[area]
        if a.value is None or b.value is None:
            continue
        certain = None not in (a.low, a.high, b.low, b.high)
        found[area] = replace(
            a,
            measure=f"{a.measure}_change",
            method="difference",
            base_period=b.time_period,
            value=b.value - a.value,
            low=b.low - a.high if certain else None,  # type: ignore[operator]
            high=b.high - a.low if certain else None,  # type: ignore[operator]
            formula=Text(f"{b.value:g} − {a.value:g}", f"{b.value:g} − {a.value:g}"),
            inputs=(a, b),
        )
    return found


def _tag(order: Ranked) -> tuple[str, str] | None:
    """Return what makes the figures of a period one release, if they are one."""
    sources = {f.source for f in order.used.values()}
    vintages = {f.vintage for f in order.used.values()}
    if order.field.mixed or not order.used:
        return None
    if len(sources) == 1:
        return ("source", sources.pop())
    vintage = vintages.pop() if len(vintages) == 1 else ""
    return ("vintage", vintage) if vintage and vintage != "first" else None


def _block(
    ranking: Ranking,
    now: Ranked,
    changes: Mapping[str, Figure],
    wanted: tuple[str, ...],
    marks: Marks,
) -> Block:
    figures = ranking.figures
    thing = figures.catalogue.indicators[ranking.indicator]
    growth = bool(now.used) and next(iter(now.used.values())).measure == "growth"
    unit = PERCENT if growth else figures.unit(ranking.indicator, *now.used)
    what = _what(now.basis, thing.growth_basis if growth else "", growth=growth)
    columns = [
        Column(Text("rank", "位次"), name="rank", low_first=True),
        Column(Text("place", "地区"), right=False, name="place"),
        Column(what, name="growth" if growth else "level", unit=unit),
        Column(Text("places up", "上升位次"), name="up"),
        Column(Text("release", "版本"), right=False),
        Column(Text("source", "来源"), right=False),
    ]
    last = len(now.ranks) + 1
    rows: list[tuple[Cell, ...]] = []
    order = sorted(wanted, key=lambda p: now.ranks[p].value or last)
    for area in order:
        place, figure, change = now.ranks[area], now.used.get(area), changes.get(area)
        sure = place.low == place.high
        rows.append(
            (
                Cell(place, mark="" if sure else marks.say(INSIDE)),
                Cell(text=figures.catalogue.places[area].name),
                Cell(figure) if figure is not None else Cell(text=same("…")),
                Cell(change) if change is not None else Cell(text=same("…")),
                marks.release(figure),
                marks.cell(figure),
            )
        )
    if not changes:
        rows = [(*row[:3], *row[4:]) for row in rows]
        del columns[3]
    head = Text(
        f" · {now.period.label('en')}, {len(now.used)} of {len(now.ranks)} have data",
        f" · {now.period.label('zh')}，{len(now.ranks)}个中{len(now.used)}个有数据",
    )
    keys = tuple(Key(ranking.indicator, area, str(now.period)) for area in order)
    return Block(tuple(columns), tuple(rows), title=thing.name + head, keys=keys, by="rank")


def _what(basis: str, default: str, *, growth: bool) -> Text:
    """Return what is ranked, with its price basis where that is not the indicator's own."""
    if growth:
        word = BASIS.get(basis, same("")) if basis != default else same("")
        return Text(f"{word.en} growth".lstrip(), f"{word.zh}增速")
    if basis.startswith("constant"):
        year = basis.partition(":")[2]
        return (
            Text(f"level at prices of {year}", f"{year}年价水平")
            if year
            else Text("level at constant prices", "不变价水平")
        )
    return Text("level", "水平")


def _notes(figures: Figures, now: Ranked, among: tuple[str, ...]) -> list[Text]:
    names = figures.catalogue.places
    period = Text(now.period.label("en"), now.period.label("zh"))
    notes = []
    why = {p: now.ranks[p].reason for p in among if p not in now.used}
    if without := [names[p].name for p, reason in why.items() if reason == "missing_current"]:
        notes.append(
            period
            + Text(": no data: ", "：无数据：")
            + listed(without, [names[p].name for p in among])
        )
    notes += reason_notes(
        [now.ranks[p] for p, reason in why.items() if reason not in SAID], figures
    )
    if refused := [names[p].name for p, reason in why.items() if reason == "mixed_price_basis"]:
        other = Text(": only on another price basis: ", "：仅有其他价格口径：")
        notes.append(period + other + joined(refused))
    if unlike := [names[p].name for p, reason in why.items() if reason == "unit_mismatch"]:
        other = Text(": only in another unit: ", "：仅有其他单位：")
        notes.append(period + other + joined(unlike))
    if now.field.mixed:
        notes.append(
            period
            + Text(
                ": no one release has every place; each stands with its own figure.",
                "：没有覆盖全部地区的同一版本，各地区取各自的数据。",
            )
        )
    return notes
