"""Growth of a ratio of sums (output over labour): within its members, and by moves between them."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from cpstats.answers.needed import no_rates, other
from cpstats.answers.shown_periods import asked_periods
from cpstats.answers.together import levels_of, refused
from cpstats.calc.decomposition import within_between
from cpstats.calc.growth import growth_of
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.figure import Figure, plain, together
from cpstats.model.text import Text, same
from cpstats.model.unit import PERCENT, POINTS
from cpstats.selecting.computed import empty, interval
from cpstats.selecting.frame import frame_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.answers.settings import Settings
    from cpstats.calc.interval import Interval
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Cell, Figures

TITLE = Text("Within and between", "内部增长与结构转移")
WHAT = Text(
    "growth of a ratio of sums: of sectors (--of lists their labour in the same order), or of places "
    "(--among)",
    "总体比率的增速：各部门（--of 依次列出就业）或各地区（--among）内部增长与结构转移",
)
TAKES = ("of", "among", "ends")
SEVERAL = True  # --of has one for each sector
EXAMPLE = (
    "cpstats derive within_between farm_output shop_output --of farm_jobs,shop_jobs --data own.csv"
)


class Member(NamedTuple):
    """A sector or a place: indicator and place of its output, and of its labour."""

    top: tuple[str, str]
    bottom: tuple[str, str]


class Whole(NamedTuple):
    """What the ratio is of: the members, and the names that the figures are given."""

    members: tuple[Member, ...]
    indicator: str
    below: str
    area: str


def derive(figures: Figures, question: Question, settings: Settings) -> Iterator[Figure]:
    """Yield growth and both parts, on the year before or between two ends; tops have one tag, bottoms one (S5)."""
    other(settings.of, EXAMPLE)
    no_rates((*question.indicators, *settings.others), figures.catalogue)
    if len(question.indicators) > 1:
        figures = figures.in_one_unit(question.indicators).in_one_unit(settings.others)
    for whole in _wholes(figures, question, settings):
        for ends in _pairs(figures, question, settings, whole):
            yield from _parts(figures, question, whole, ends)


def _wholes(figures: Figures, question: Question, settings: Settings) -> Iterator[Whole]:
    if settings.among:
        for indicator in question.indicators:
            members = tuple(
                Member((indicator, area), (settings.of, area)) for area in settings.among
            )
            yield Whole(members, indicator, settings.of, settings.group.parent)
        return
    if len(question.indicators) < 2 or len(question.indicators) != len(settings.others):
        raise UsageError(
            Message(
                "there are {} outputs and {} of labour: each sector needs one of both",
                "产出指标{}个、就业指标{}个：每个部门须各有一个",
                len(question.indicators),
                len(settings.others),
            ),
            mend=Message(
                "Name both in the same order, `OUT1 OUT2 --of JOBS1,JOBS2`, or places: --among PLACE.",
                "按相同次序列出：产出1 产出2 --of 就业1,就业2；或用 --among 指定地区。",
            ),
        )
    top, bottom = (figures.catalogue.whole_of(i) for i in (question.indicators, settings.others))
    for area in question.places:
        pairs = zip(question.indicators, settings.others, strict=True)
        members = tuple(Member((one, area), (two, area)) for one, two in pairs)
        yield Whole(members, top, bottom, area)


def _pairs(
    figures: Figures, question: Question, settings: Settings, whole: Whole
) -> list[tuple[Period, Period]]:
    if settings.ends is not None:
        return [settings.ends]
    series = [figures.levels(*ident) for member in whole.members for ident in member]
    both = set.intersection(*(set(one) for one in series))
    periods = asked_periods(question, {p for one in series for p in one}, both=both)
    return [(p.year_before(), p) for p in periods]


def _ratio(held: Sequence[Mapping[Cell, Figure]], cells: Sequence[Sequence[Cell]]) -> Interval:
    """Return the sum of the outputs over that of the labour."""
    top, bottom = (
        reduce(add, (interval(by[c]) for c in some)) for by, some in zip(held, cells, strict=True)
    )
    return top / bottom


def _parts(
    figures: Figures, question: Question, whole: Whole, ends: tuple[Period, Period]
) -> Iterator[Figure]:
    names = ("ratio_growth", "growth_within", "growth_between")
    given: dict[str, Any] = {
        "indicator": whole.indicator,
        "ref_area": whole.area,
        "time_period": str(ends[1]),
        "base_period": str(ends[0]),
        "n": len(whole.members),
        "method": "mean_shares",
    }
    kinds = [
        {"measure": f"{name}:{whole.below}", "unit": unit, **given}
        for name, unit in zip(names, (PERCENT, POINTS, POINTS), strict=True)
    ]
    cells = [
        [(*member[side], period) for member in whole.members for period in ends] for side in (0, 1)
    ]
    found = [levels_of(figures, question, some) for some in cells]
    held = [levels.by for levels in found if levels is not None]
    if len(held) < len(found):
        apart = cells[found.index(None)]
        yield from (refused(figures, apart, ends, **kind) for kind in kinds)
        return
    reasons = [levels.reason for levels in found if levels is not None]
    used = [f for by in held for f in by.values()]
    frame = frame_of(by for by in held[0].values()).rename(columns={"value": "obs_value"})
    frame["member"] = [i for i in range(len(whole.members)) for _ in ends]
    frame["labour"] = [f.value for f in held[1].values()]
    years = ends[1].year - ends[0].year
    made = within_between(frame, by=["member"], over="member", weight="labour", years=years)
    row = made[made.time_period == str(ends[1])].iloc[0]
    if isinstance(row["reason"], str):
        yield from (empty(row["reason"], used, **kind) for kind in kinds)
        return
    base = float(row["before"])
    before, now = (_ratio(held, [some[end::2] for some in cells]) for end in (0, 1))
    growth = growth_of(now, before)
    formulas = ("(P₁ / P₀ − 1) × 100", "Σ s̄ Δp / P₀ × 100", "Σ (p̄ − P̄) Δs / P₀ × 100")
    numbers = (
        (growth.value, growth.low, growth.high),
        (float(row["within"]) / base * 100, None, None),
        (float(row["between"]) / base * 100, None, None),
    )
    for (value, low, high), formula, kind in zip(numbers, formulas, kinds, strict=True):
        yield Figure(
            value=plain(value),
            low=plain(low),
            high=plain(high),
            decimals=2,
            formula=same(formula),
            inputs=tuple(used),
            reason=next(filter(None, reasons), ""),
            price_basis=used[0].price_basis.partition(":")[0],
            vintage=together([f.vintage for f in used]),
            source=together([f.source for f in used]),
            **kind,
        )
