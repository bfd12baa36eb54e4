"""Places of one indicator and their weights as a frame, and what the measures of inequality make of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from cpstats.answers.derived.per_head import of_level
from cpstats.answers.notes import labels
from cpstats.answers.shown_periods import asked_periods
from cpstats.calc.atkinson import atkinson
from cpstats.calc.gini import gini
from cpstats.calc.hoover import hoover
from cpstats.calc.native import looked_at
from cpstats.calc.percentiles import percentile_ratio, top_share
from cpstats.calc.theil import theil
from cpstats.calc.variation import variation
from cpstats.model.figure import Figure, plain, together
from cpstats.model.text import Text, listed, same
from cpstats.model.unit import PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cpstats.answers.group import Group
    from cpstats.model.indicator import Indicator
    from cpstats.model.period import Period
    from cpstats.model.question import Question
    from cpstats.selecting.figures import Figures


FEW = 2  # places that can differ
WEIGHTED = Text("weighted", "加权")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an inequality may be told beside the question.

    `weight` is the indicator that says how much a place counts, `groups` the group of each place,
    `neighbours` the pairs of Moran's I, `epsilon` the aversion of Atkinson's index; `ranked` are
    places whose percentile rank is told.
    """

    weight: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)
    neighbours: Sequence[tuple[str, str]] = ()
    epsilon: float = 0.5
    ranked: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A measure: its name in machine formats, its header, how it is shown and made."""

    name: str
    header: Text
    decimals: int
    formula: str
    of: Callable[..., pd.DataFrame]
    weighted: bool = True
    unit: str = ""

    @property
    def column(self) -> str:
        """The word by which its column is sorted and chosen."""
        return "variation_weighted" if self.header == WEIGHTED else self.name


def measures(settings: Settings) -> list[Measure]:
    """Return the measures in the order of the table; u is a place over the mean."""
    e = f"{settings.epsilon:g}"
    variation_ = Measure("variation", Text("CV", "变异系数"), 4, "s / mean", variation)
    logarithms = partial(variation, logarithms=True)
    alike = variation_._replace(weighted=False)
    return [
        alike,
        *([variation_._replace(header=WEIGHTED)] if settings.weight else []),
        Measure("gini", Text("Gini", "基尼"), 4, "Σ Σ |y − y'| / (2 n² mean)", gini),
        Measure("theil_t", Text("Theil T", "泰尔T"), 4, "mean of u ln u", theil),
        Measure("theil_l", Text("Theil L", "泰尔L"), 4, "−mean of ln u", partial(theil, form="L")),
        Measure(
            "atkinson",
            Text("Atkinson", "阿特金森"),
            4,
            f"1 − (mean of u^(1−{e}))^(1/(1−{e}))"
            if settings.epsilon != 1
            else "1 − exp(mean of ln u)",
            partial(atkinson, epsilon=settings.epsilon),
        ),
        Measure("hoover", Text("Hoover", "胡佛"), 4, "mean of |u − 1| / 2", hoover),
        Measure("p90_p10", Text("P90/P10", "P90/P10"), 2, "P90 / P10", percentile_ratio),
        Measure(
            "top20", Text("top 20 %", "前20%"), 1, "top 20 % / all × 100", top_share, unit=PERCENT
        ),
        Measure("sigma", Text("sigma", "σ"), 4, "s of ln y", logarithms, weighted=False),
    ]


@dataclass(frozen=True)
class Field:
    """One indicator of the places of a group: their figures, and what they weigh, by period."""

    figures: Figures
    indicator: str
    group: Group
    settings: Settings
    levels: Mapping[Period, Mapping[str, Figure]]
    weights: Mapping[Period, Mapping[str, Figure]]
    periods: Sequence[Period]
    computed: tuple[str, ...] = ()  # of what and of whom its levels per head were made

    @classmethod
    def of(
        cls,
        figures: Figures,
        question: Question,
        indicator: str,
        group: Group,
        settings: Settings,
    ) -> Field:
        """Take the levels of each period that one tag has (S6), and so the weights."""
        levels = figures.most_within(indicator, group.places)
        weight = settings.weight
        weights = figures.most_within(weight, group.places) if weight else {}
        computed = parts_of(figures.catalogue.indicators, indicator)
        made = _per_head(figures, computed, group.places) if computed else {}
        if sum(map(len, made.values())) > sum(map(len, levels.values())):
            levels = made
        else:  # what was published, where it is of as many places
            computed = ()
        several = [p for p, places in levels.items() if len(places) >= FEW]
        periods = asked_periods(question, levels, both=several)
        return cls(figures, indicator, group, settings, levels, weights, periods, computed)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """One row a place and period; of a place without a figure there is none."""
        rows = [
            {
                "ref_area": area,
                "time_period": str(period),
                "obs_value": f.value,
                "low": f.low,
                "high": f.high,
                "weight": getattr(self.weights.get(period, {}).get(area), "value", None),
                "group": self.settings.groups.get(area),
            }
            for period in self.periods
            for area, f in self.levels.get(period, {}).items()
        ]
        numbers = ("obs_value", "low", "high", "weight")
        made = pd.DataFrame(
            rows, columns=["ref_area", "time_period", *numbers, "group"], dtype=object
        )
        return made.astype(dict.fromkeys(numbers, "float64"))

    def by_period(self, of: Callable[..., pd.DataFrame], **given: Any) -> dict[str, dict[str, Any]]:
        """Return what a calculation makes of the frame, by period."""
        if self.frame.empty:
            return {}
        with looked_at():  # a place has one figure a period
            made = of(self.frame, by=["ref_area"], over="ref_area", **given)
        return {str(row["time_period"]): _named(row) for row in made.to_dict("records")}

    def measured(self, measure: Measure) -> list[Figure]:
        """Return a measure of every period, an empty one with its reason."""
        weight = self.settings.weight if measure.weighted else ""
        rows = self.by_period(measure.of, weight="weight" if weight else None)
        return [
            self.figure(
                period,
                rows.get(str(period), {"reason": "missing_current", "n": 0}),
                measure=measure.name,
                formula=measure.formula,
                decimals=measure.decimals,
                unit=measure.unit,
                weight=weight,
            )
            for period in self.periods
        ]

    def figure(
        self,
        period: Period,
        row: Mapping[str, Any],
        *,
        measure: str,
        formula: str,
        weight: str = "",
        column: str = "value",
        area: str = "",
        **given: Any,
    ) -> Figure:
        """Return a number of a row as a figure, with all that went into it."""
        used = self.used(period, weight)
        reason = row.get("reason")
        held: dict[str, Any] = {
            "indicator": self.indicator,
            "ref_area": area or self.group.parent,
            "counterpart_area": self.group.parent if area else "",
            "time_period": str(period),
            "n": int(row["n"]),
            "measure": f"{measure}:{weight}" if weight else measure,
            "method": "by_weight" if weight else "each_alike",
            "inputs": tuple(used),
            **given,
        }
        if isinstance(reason, str):
            return Figure(reason=reason, **held)
        ends = {"value": ("low", "high")}.get(column, (f"{column}_low", f"{column}_high"))
        low, high = (row.get(end) for end in ends)
        return Figure(
            value=plain(row[column]),
            low=plain(low),
            high=plain(high),
            price_basis=next((f.price_basis for f in used if f.price_basis), ""),
            formula=same(formula),
            vintage=together([f.vintage for f in used]),
            source=together([f.source for f in used]),
            **held,
        )

    def used(self, period: Period, weight: str = "") -> list[Figure]:
        """Return the figures that go into a measure."""
        levels, weights = self.levels.get(period, {}), self.weights.get(period, {})
        if not weight:
            return list(levels.values())
        return [f for area in levels if area in weights for f in (levels[area], weights[area])]

    def notes(self) -> list[Text]:
        """Say who is not in the measures, and what the interval holds."""
        catalogue = self.figures.catalogue
        said = [*self._without(self.levels, Text(": no data: ", "：无数据："))]
        if self.computed:
            amount, people = (catalogue.indicators[i].name for i in self.computed)
            name = catalogue.indicators[self.indicator].name
            said.insert(0, name + _COMPUTED + amount + _OVER + people + _YEAR_ENDS)
        if self.settings.weight:
            name = catalogue.indicators[self.settings.weight].name
            head = Text(": without ", "：缺") + name + Text(": ", "：")
            said += self._without(self.weights, head, inside=self.levels)
            said.append(_WEIGHTED + name + _AS_PRINTED)
        if catalogue.indicators[self.indicator].compare == "share":
            said.append(catalogue.indicators[self.indicator].name + _TOTALS)
        return said

    def _without(
        self,
        found: Mapping[Period, Mapping[str, Figure]],
        head: Text,
        *,
        inside: Mapping[Period, Mapping[str, Figure]] | None = None,
    ) -> Iterable[Text]:
        """Yield the places without a figure, once for all periods that lack the same ones."""
        lacking: dict[tuple[str, ...], list[str]] = {}
        for period in self.periods:
            asked = self.group.places if inside is None else inside.get(period, {})
            none = tuple(area for area in asked if area not in found.get(period, {}))
            if none:
                lacking.setdefault(none, []).append(str(period))
        names = self.figures.catalogue.places
        for none, periods in lacking.items():
            if len(none) < len(self.group.places):
                every = [names[area].name for area in self.group.places]
                yield labels(periods) + head + listed([names[area].name for area in none], every)


def parts_of(indicators: Mapping[str, Indicator], indicator: str) -> tuple[str, ...]:
    """Return the amount and the people that an indicator is per head of, where the catalogue has both."""
    named = indicators[indicator].per_head_of.split("/")
    return tuple(named) if len(named) == 2 and {*named} <= {*indicators} else ()


def _per_head(
    figures: Figures, of: tuple[str, ...], places: Sequence[str]
) -> dict[Period, dict[str, Figure]]:
    """Return, by period, the levels that one tag has (S6) over the people of each place."""
    amount, people = of
    found = {
        period: {area: of_level(figures, people, f) for area, f in levels.items()}
        for period, levels in figures.most_within(amount, places).items()
    }
    kept = {p: {a: f for a, f in made.items() if f.value is not None} for p, made in found.items()}
    return {period: made for period, made in kept.items() if made}


def _named(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}


_WEIGHTED = Text("Weighted with ", "以")
_AS_PRINTED = Text(
    ", as printed (CV and sigma are plain); intervals are of the figures alone.",
    "加权，权数按公布数计（变异系数与σ不加权）；区间只反映各地区数据的舍入。",
)
_COMPUTED = Text(" is computed: ", "为计算值：")
_OVER = Text(" over the mean of ", "除以")
_YEAR_ENDS = Text(
    " at the ends of two years (of the same year where there is no other).",
    "的两年末平均（无上年末数时用当年末数）。",
)
_TOTALS = Text(
    " is a total: the measures are of the size of places, not of figures per head.",
    "为总量指标：反映各地区规模差异，不是人均差异。",
)
