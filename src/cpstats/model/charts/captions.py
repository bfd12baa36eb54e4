"""What is said of a panel: what is drawn, where, in which unit, on which prices, of which release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.text import Text, joined, same
from cpstats.model.unit import PERCENT, POINTS, unit_text
from cpstats.model.words import BASIS, FREQ, MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.period import Period
    from cpstats.model.report import Report

TOLD_IN_MEASURE = PERCENT, POINTS  # units that the words of the measure say
REAL = ("growth", "change", "contribution", "gap", "index")  # measures that are real or nominal
NAMED = 3  # releases
PRICES = {
    "current": Text("current prices", "现价"),
    "constant": Text("constant prices", "不变价"),
    "scope": Text("comparable scope", "可比口径"),
}


def kind_of(figure: Figure) -> str:
    """Return the measure without what it is of."""
    return figure.measure.partition(":")[0]


def name_of(report: Report, ident: str) -> Text:
    """Return what a person calls an id."""
    return report.names.get(ident, same(ident))


def titled(
    report: Report, subject: Iterable[Text], figure: Figure, periods: Sequence[Period] = ()
) -> Text:
    """Return what is drawn, and when if it is one period."""
    words = [joined(list(subject), en=" · ", zh=" · ")]
    kind = kind_of(figure)
    whole = figure.measure.partition(":")[2] or figure.counterpart_area
    if kind == "share" and whole:
        places = report.catalogue.places
        name = places.in_prose(whole) if whole in places else name_of(report, whole)
        words.append(Text(f"share of {name.en}, %", f"占{name.zh}比重，%"))
    elif kind != "level":
        words.append(measured(figure))
    if len(periods) > 1 and (part := FREQ.get(periods[0].freq.name.lower())):
        words.append(part)
    if len(periods) == 1:
        words.append(Text(periods[0].label("en"), periods[0].label("zh")))
    return joined(words, en=" · ", zh=" · ")


def measured(figure: Figure) -> Text:
    """Return a measure in words, real or nominal with it."""
    kind = kind_of(figure)
    basis = BASIS.get(figure.price_basis.partition(":")[0], same(""))
    if not figure.price_basis or not _is_real(kind):
        basis = same("")
    own_base = figure.base_period and kind == "index"
    measure = Text("index", "指数") if own_base else MEASURE.get(kind, same(kind))
    return basis + (Text(" ", "") if basis.en else same("")) + measure


def _is_real(kind: str) -> bool:
    return "rank" not in kind and any(word in kind for word in REAL)


def unit_of(figure: Figure) -> Text:
    """Return the unit, where the words of the measure do not say it."""
    if kind_of(figure) == "index" and not figure.base_period:
        return same("")
    unit = unit_text(figure.unit) if figure.unit else same("")
    told = MEASURE.get(kind_of(figure), same("")).en
    said = figure.unit in TOLD_IN_MEASURE and ("%" in told or "points" in told)
    return same("") if said or told.startswith(("rank", "places")) else unit


def prices_of(figure: Figure) -> Text:
    """Return the prices of levels and what is made of them; growth says its own."""
    basis, _, year = figure.price_basis.partition(":")
    if _is_real(kind_of(figure)) or basis not in PRICES:
        return same("")
    return PRICES[basis] + (Text(f" of {year}", f"（{year}年）") if year else same(""))


def releases_of(report: Report, figures: Iterable[Figure]) -> tuple[Text, ...]:
    """Return the releases that figures are of, some of them by name and how many more."""
    drawn = list(figures)
    found = dict.fromkeys(v for f in drawn for v in f.vintage.split("|") if v)
    sources = dict.fromkeys(s for f in drawn for s in f.sources)
    if not found and len(sources) == 1:  # a table of one's own is its own release
        return (name_of(report, next(iter(sources))),)
    named = [release_name(report, v) for v in found]
    more = len(named) - NAMED
    if more <= 0:
        return tuple(named)
    return (*named[:NAMED], Text(f"{more} more", f"等{len(named)}个"))


def release_name(report: Report, release: str) -> Text:
    """Return what a person calls a release; one without a name is known by its source."""
    vintage = report.catalogue.vintages.get(release)
    return vintage.name if vintage is not None else name_of(report, release)
