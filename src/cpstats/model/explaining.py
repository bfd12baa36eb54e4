"""How each number of a report was made: formula, inputs, sources, interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.model.observation import as_printed
from cpstats.model.period import Period, PeriodError
from cpstats.model.text import Text, same
from cpstats.model.typeset import figure_text, interval_text, shown_decimals
from cpstats.model.unit import inline
from cpstats.model.words import AS_PRINTED, BASIS, MEASURE, METHOD, REASON, STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style
    from cpstats.model.text import Lang

DOT = " · "
HEAD = Text("How each number was made", "各数的由来")
FORMULA, MISSING, SOURCE, ALSO, FROM = (
    Text("formula: ", "公式："),
    Text("missing: ", "缺少："),
    Text("source: ", "来源："),
    Text("also printed: ", "另有："),
    Text(" — ", "——"),
)
GROWTH = Text(" (growth)", "的增速")
ASSUMED = Text(" (assumed, the source does not say)", "（来源未注明）")


def explanation(report: Report, style: Style) -> list[str]:
    """Return for each figure: formula, inputs with their sources, n, base, vintage, interval."""
    told = _Told(style.lang, report.names, _decimals(report, style), report.catalogue)
    lines = [HEAD.to(style.lang)]
    for figure in report.figures:
        lines.append(f"- {told.headline(figure)}")
        lines += [f"    {line}" for line in told.details(figure)]
    return lines


def _decimals(report: Report, style: Style) -> dict[Figure, int]:
    """Return the decimals with which each figure stands in a table."""
    found: dict[Figure, int] = {}
    for block in report.blocks:
        for row in block.rows:
            for i, cell in enumerate(row):
                places = shown_decimals(block, i, style.digits)
                if cell.figure is not None and places is not None:
                    found.setdefault(cell.figure, places)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """Figures told in one language, with the decimals of the tables."""

    lang: Lang
    names: Mapping[str, Text]
    decimals: Mapping[Figure, int]
    catalogue: Catalogue

    def headline(self, figure: Figure) -> str:
        """Return what the number is, and the number with its interval or why there is none."""
        head = f"{self.name(figure.indicator)}{DOT}{self.what(figure)}"
        if figure.value is None:
            return f"{head}: … {self.word(REASON, figure.reason)}"
        return f"{head}: {self.number(figure)}"

    def what(self, figure: Figure) -> str:
        """Return place, period and measure."""
        against = f" / {self.name(figure.counterpart_area)}" if figure.counterpart_area else ""
        comma = "," if self.lang == "en" else "，"
        kind, _, ident = figure.measure.partition(":")
        measure = self.word(MEASURE, kind).partition(comma)[0]
        if ident:
            measure = f"{measure} ({self.name(ident)})"
        place = f"{self.name(figure.ref_area)}{against}"
        return DOT.join([place, self.period(figure.time_period), measure])

    def number(self, figure: Figure) -> str:
        """Return value, unit and interval."""
        decimals = self.decimals.get(figure, max(figure.decimals, 0))
        value = figure_text(figure, self.lang, decimals)
        parts = (
            value,
            inline(figure.unit).to(self.lang),
            interval_text(figure, decimals, more=6),
        )
        return " ".join(part for part in parts if part)

    def details(self, figure: Figure) -> list[str]:
        """Return formula, facts, inputs with their sources, and what else was printed."""
        lines = []
        if figure.formula is not None:
            lines.append(FORMULA.to(self.lang) + figure.formula.to(self.lang))
        lines.append(("；" if self.lang == "zh" else "; ").join(self.facts(figure)))
        if figure.printed:
            lines.append(AS_PRINTED.to(self.lang) + as_printed(figure).to(self.lang))
        if missing := self.missing(figure):
            lines.append(MISSING.to(self.lang) + missing)
        if not figure.inputs and figure.sources:
            lines.append(SOURCE.to(self.lang) + self.sources(figure))
        lines += [self.input(f, beside=figure.indicator) for f in figure.inputs]
        lines += [
            ALSO.to(self.lang) + self.input(f, beside=figure.indicator) for f in figure.others
        ]
        return lines

    def facts(self, figure: Figure) -> list[str]:
        """Return method, price basis, n, base, status and vintage."""
        zh = self.lang == "zh"
        facts = [self.word(METHOD, figure.method)]
        if figure.price_basis:
            kind, _, base = figure.price_basis.partition(":")
            word = self.word(BASIS, kind) + (f" ({base})" if base else "")
            facts.append(word + (ASSUMED.to(self.lang) if figure.assumed else ""))
        if figure.n is not None:
            facts.append(f"n={figure.n}")
        if figure.base_period:
            facts.append(("基期" if zh else "base ") + self.period(figure.base_period))
        if figure.obs_status:
            facts.append(self.word(STATUS, figure.obs_status))
        if figure.vintage:
            release = self.catalogue.releases(figure.vintage).to(self.lang)
            facts.append(("版本：" if zh else "release ") + release)
        return facts

    def missing(self, figure: Figure) -> str:
        """Return the periods, or the places, that a refused calculation lacks."""
        if figure.absent:
            comma = "、" if self.lang == "zh" else ", "
            rates = GROWTH.to(self.lang) if figure.method == "chained" else ""
            return comma.join(self.period(p) for p in figure.absent) + rates
        if figure.reason == "missing_current" and figure.counterpart_area:
            have = {f.ref_area for f in figure.inputs if f.value is not None}
            areas = (figure.ref_area, figure.counterpart_area)
            return ", ".join(self.name(a) for a in areas if a not in have)
        return ""

    def input(self, figure: Figure, *, beside: str) -> str:
        """Return a number that went into another one; of another indicator it names it."""
        shown = as_printed(figure).to(self.lang) if figure.printed else self.number(figure)
        named = self.catalogue.releases(figure.vintage) if figure.vintage else same("")
        release = (Text(" (", "（") + named + Text(")", "）")).to(self.lang) if named.en else ""
        other = f"{self.name(figure.indicator)}{DOT}" if figure.indicator != beside else ""
        told = f"{other}{self.what(figure)}: {shown}{release}"
        if figure.formula is not None or not figure.sources:  # explained elsewhere; the text's own
            return told
        return f"{told}{FROM.to(self.lang)}{self.sources(figure)}"

    def sources(self, figure: Figure) -> str:
        """Return title and id of every source."""
        titled = [(self.names.get(s, same("")).to(self.lang), s) for s in figure.sources]
        return ", ".join(f"{title} ({s})" if title not in ("", s) else s for title, s in titled)

    def name(self, ident: str) -> str:
        """Return what a person calls an indicator or a place."""
        return self.names[ident].to(self.lang) if ident in self.names else ident

    def word(self, words: Mapping[str, Text], code: str) -> str:
        """Return the word for a code; what stands behind a colon is an id (`share:gdp`)."""
        if code in words:
            return words[code].to(self.lang)
        kind, colon, ident = code.partition(":")
        if not colon or kind not in words:
            return code
        return f"{words[kind].to(self.lang)} ({self.name(ident)})"

    def period(self, code: str) -> str:
        """Return a period as the tables show it."""
        try:
            return Period.parse(code).label(self.lang)
        except PeriodError:
            return code
