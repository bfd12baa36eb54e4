"""A report on a place beside its benchmark: a score card, then each indicator with all that is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.answers.compare import compare
from cpstats.answers.lines import filled
from cpstats.answers.narrate import narrate
from cpstats.answers.notes import report_of
from cpstats.answers.rank import rank
from cpstats.answers.revisions import revisions
from cpstats.answers.show import show
from cpstats.errors import NoAnswerError, UsageError
from cpstats.message import Message, for_example
from cpstats.model.chart import when
from cpstats.model.charts.over_time import runs_of
from cpstats.model.kinds import is_rate
from cpstats.model.period import Freq
from cpstats.model.report import Block, Card, Cell, Column, Dossier, Section
from cpstats.model.scorecard import against, dated, direction, period_of, placed, valued
from cpstats.model.text import Text, joined, same
from cpstats.model.words import STATUS
from cpstats.selecting.figures import Figures
from cpstats.store.at_once import read_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from cpstats.answers.group import Group
    from cpstats.model.figure import Figure
    from cpstats.model.question import Question
    from cpstats.model.report import Report
    from cpstats.store.package import Package

RECENT = 10  # years of a spark line
GAPS = ("growth_gap", "level_gap")
YEARS = (Freq.ANNUAL, Freq.FISCAL)
OF_LEVELS = ("share", "ratio")
EXAMPLE = "cpstats report changping --vs beijing -o report.html"


def dossier(
    question: Question, package: Package, *, group: Group | None = None, template: str = ""
) -> Report:
    """Answer `report`: what every question about each indicator of one place answers, together.

    Raises
    ------
    UsageError
        When it is about several places, or a place is its own benchmark.
    NoAnswerError
        When there is no figure of the place.
    """
    area, other = _places(question)
    package = read_once(package)
    figures = Figures.of(package, replace(question, places=(area, other)), question.indicators)
    have = [i for i in question.indicators if figures.keys(i, area)]
    if not have:
        raise NoAnswerError(
            Message("there is no figure of {}", "没有{}的数据", package.catalogue.places.in_prose(area)),
            mend=Message("`cpstats list places` says of whom there are.", "`cpstats list places` 列出有数据的地区。"),
        )  # fmt: skip
    every = [
        _section(replace(question, indicators=(i,), places=(area,)), package, figures, group)
        for i in have
    ]
    names = figures.catalogue.places
    told = [s for s in every if _own(s.answer, area)]
    many = [s for s in told if s.card.beside or len(_own(s.answer, area)) > 1]
    sections = many or told  # where there is nothing more, single values are the report
    singles = [s for s in told if s not in sections]
    cards = tuple(s.card for s in sections if s.card.told)
    found = [f for s in every for f in s.answer.figures]
    said = [note for s in every for note in s.answer.notes]
    gaps = (*_without(question, figures, area), *_untold(every, told), *_lonely(sections))
    made = Dossier(
        names[area].name,
        names[other].name,
        cards,
        _score(cards),
        tuple(sections),
        tuple(singles),
        _others(singles, area, figures),
        gaps=tuple(dict.fromkeys(gaps)),
        template=template,
    )
    title = names[area].name + Text(" beside ", "与") + names.in_prose(other) + Text("", "对比报告")
    text = [t for s in every for t in s.sentences]
    report = report_of(title, found, [made.score, made.others], figures, notes=said)
    return replace(report, text=tuple(text), dossier=made)


def _places(question: Question) -> tuple[str, str]:
    if len(question.places) != 1 or not question.benchmark:
        raise UsageError(
            Message("a report is about one place", "报告只写一个地区"),
            mend=for_example(EXAMPLE),
        )
    if question.places[0] == question.benchmark:
        raise UsageError(
            Message("a place cannot be compared with itself", "地区不能与自身对比"),
            mend=Message("Name another --vs.", "请另指定 --vs。"),
        )
    return question.places[0], question.benchmark


def _section(
    question: Question, package: Package, figures: Figures, group: Group | None
) -> Section:
    """Return what is known of one indicator."""
    (indicator,) = question.indicators
    pair = bool(figures.keys(indicator, question.benchmark))
    pair = pair and figures.catalogue.indicators[indicator].compare != "none"
    answer = compare(question, package) if pair else None
    if answer is None or not _own(answer, question.places[0]):
        answer = show(replace(question, freq=""), package)  # parts of years and spans too
    revised = revisions(question, package)
    moved = any(f.measure == "revision" for f in revised.figures)
    return Section(
        _card(question, package, figures, answer, group),
        narrate(question, package).text,
        replace(answer, blocks=tuple(_readable(b) for b in answer.blocks)),
        revised if moved else None,
        question.places[0],
    )


def _readable(block: Block) -> Block:
    """Return a table without what is empty, its releases by the names that people have for them."""
    full = filled(block)
    rows = (
        tuple(cell._replace(text=cell.spelled) if cell.spelled else cell for cell in row)
        for row in full.rows
    )
    return full._replace(rows=tuple(rows))


def _own(answer: Report, area: str) -> list[Figure]:
    """Return the numbers of an answer that are of the place itself."""
    return [f for f in answer.figures if f.ref_area == area and f.value is not None]


def _card(
    question: Question, package: Package, figures: Figures, answer: Report, group: Group | None
) -> Card:
    (indicator,), (area,) = question.indicators, question.places
    thing = figures.catalogue.indicators[indicator]
    levels = [f for p, f in _told(figures.levels(indicator, area).items(), question)]
    yearly = [f for p, f in _told(figures.levels(indicator, area).items(), question, yearly=True)]
    growth = _newest(answer.figures, area, ("growth",))
    level = _of_newest_year(levels)
    gap = _newest(answer.figures, area, GAPS) or _newest(answer.figures, area, OF_LEVELS)
    return Card(
        indicator,
        thing.name,
        level,
        growth,
        gap,
        _rank(question, package, group, area),
        runs_of([f for f in yearly[-RECENT:] if not f.bound]),
        _good(thing.better, growth, yearly),
    )


def _told(
    items: Iterable[tuple[object, Figure]], question: Question, *, yearly: bool = False
) -> list[tuple[object, Figure]]:
    """Return figures inside the window that are no forecasts, the oldest first."""
    kept = [
        (when(f), f)
        for _, f in items
        if f.value is not None and f.obs_status != "forecast" and question.window.contains(when(f))
    ]
    kept = [(p, f) for p, f in kept if not yearly or p.freq in YEARS]
    return [(p, f) for p, f in sorted(kept, key=lambda pair: (pair[0].last_day, pair[0].freq.name))]


def _newest(found: Sequence[Figure], area: str, measures: tuple[str, ...]) -> Figure | None:
    """Return the newest figure of a measure."""
    have = [f for f in found if f.measure in measures and f.ref_area == area]
    return _of_newest_year([f for f in have if f.value is not None and f.obs_status != "forecast"])


def _of_newest_year(have: Sequence[Figure]) -> Figure | None:
    """Return the newest figure of a whole year, else that of the longest newest part of one.

    The part is also taken where the year before it is not known: one long gone is no news beside it.
    """
    year = max((f for f in have if when(f).freq in YEARS), key=_age, default=None)
    newest = max(have, key=_age, default=None)
    if year is None or newest is None:
        return newest
    return year if when(year).year >= when(newest).year - 1 else newest


def _age(figure: Figure) -> tuple[date, int]:
    """Return when a figure ends, and how early it begins."""
    period = when(figure)
    return period.last_day, -period.first_day.toordinal()


def _good(better: str, growth: Figure | None, levels: Sequence[Figure]) -> bool | None:
    """Return whether it moves the way that is better: by growth, of a rate by its last change."""
    if better not in ("high", "low"):
        return None
    if growth is not None and when(growth).freq not in YEARS:
        return None
    if growth is not None and not growth.touches_zero and not growth.bound:
        return ((growth.value or 0.0) > 0) == (better == "high")
    if len(levels) < 2 or growth is not None or not is_rate(levels[-1].unit):
        return None
    before, last = levels[-2:]
    if before.release != last.release or before.meets(last) or before.bound or last.bound:
        return None
    return ((last.value or 0.0) > (before.value or 0.0)) == (better == "high")


def _rank(question: Question, package: Package, group: Group | None, area: str) -> Figure | None:
    """Return the newest rank among the places beside it, where a group has data."""
    if group is None or area not in group.places or len(group.places) < 2:
        return None
    made = rank(question, package, group=group)
    return _newest(made.figures, area, ("rank",))


def _without(question: Question, figures: Figures, area: str) -> list[Text]:
    """Say which indicators the place has no figure of."""
    lack = [i for i in question.indicators if not figures.keys(i, area)]
    if not lack:
        return []
    names = joined([figures.catalogue.indicators[i].name for i in lack])
    return [figures.catalogue.places[area].name + Text(": no figure of ", "：无数据：") + names]


def _untold(every: Sequence[Section], told: Sequence[Section]) -> list[Text]:
    """Say what there is instead where nothing of an indicator can be told."""
    return [note for s in every if s not in told for note in s.answer.notes]


def _lonely(sections: Sequence[Section]) -> list[Text]:
    """Say what of the score card is not known."""
    said = []
    carded = [s.card for s in sections if s.card.told]
    for what, lack in (
        (
            Text("not in the score card", "未列入一览表"),
            [s.card.name for s in sections if not s.card.told],
        ),
        (Text("no level", "无水平值"), [c.name for c in carded if c.level is None]),
        (Text("no growth", "无增速"), [c.name for c in carded if c.growth is None]),
        (
            Text("no comparison with the benchmark", "与基准地区无可比数"),
            [c.name for c in carded if c.gap is None],
        ),
        (Text("no rank", "无位次"), [c.name for c in carded if c.rank is None]),
    ):
        if lack:
            said.append(what + Text(": ", "：") + joined(lack))
    return said


def _score(cards: Sequence[Card]) -> Block:
    """Return the score card as a table."""
    columns = (
        Column(Text("indicator", "指标"), right=False),
        Column(Text("period", "时期"), right=False),
        Column(Text("value", "数值"), right=False),
        Column(Text("growth, %", "增速，%"), right=False),
        Column(Text("against the benchmark", "与基准对比"), right=False),
        Column(Text("rank", "位次"), right=False),
        Column(Text("direction", "走向"), right=False),
    )
    return Block(columns, tuple(_row(card) for card in cards), title=Text("Score card", "一览表"))


def _others(singles: Sequence[Section], area: str, figures: Figures) -> Block:
    """Return the indicators of which there is one number, as a table."""
    columns = (
        Column(Text("indicator", "指标"), right=False),
        Column(Text("period", "时期"), right=False),
        Column(Text("value", "数值"), right=False),
        Column(Text("source", "来源"), right=False),
    )
    rows = []
    for section in singles:
        (figure,) = _own(section.answer, area)
        titles = [same(figures.catalogue.sources[s].title) for s in figure.sources]
        value = valued(figure)
        if figure.obs_status in ("provisional", "forecast"):
            value = value + Text(" (", "（") + STATUS[figure.obs_status] + Text(")", "）")
        rows.append(
            (
                Cell(text=section.card.name),
                Cell(text=period_of(figure)),
                Cell(text=value),
                Cell(text=joined(titles, en="; ", zh="；")),
            )
        )
    title = Text("Other figures", "其他数据")
    return Block(columns, tuple(rows), title=title)


def _row(card: Card) -> tuple[Cell, ...]:
    return (
        Cell(text=card.name),
        Cell(text=period_of(card.level)),
        Cell(text=valued(card.level)),
        Cell(text=dated(card.growth)),
        Cell(text=against(card.gap)),
        Cell(text=placed(card.rank)),
        Cell(text=direction(card)),
    )
