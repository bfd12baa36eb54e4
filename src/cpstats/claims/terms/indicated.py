"""Which indicator a number may be given: its name, its unit and its measure must fit together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.growth_columns import grown_in_chinese
from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.numerals import POWERS
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.units import base_of, is_money, is_on_year, is_percent, unscaled
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.spot import Spot
    from cpstats.claims.terms.subject import Subject

_OF_A_WHOLE = pattern(r"占|相当于|比重|比例|结构|份额|比率")
_BROAD = "工业增加值"  # of all industry, unless a growth rate is given: then of the larger firms
_OF_THE_LARGER = pattern(  # so it is of all, as where it is a part of output
    r"工业增加值[^。;]*(?:其中[^。;,]{0,6}规模?以?上工业|[,、](?:拉动|上拉)(?:经济|GDP|地区生产总值)|占(?:GDP|地区生产总值|生产总值))"
)
_GROWN = frozenset(
    name_of(name)
    for name in (
        "industrial output",
        "industrial production",
        "industrial added value",
        "industrial enterprises above the designated size",
    )
)
_RATE_ENDS = 1000  # no rate in per cent or per mille is more
_HEADS = "总人口"
SCALES = ("", "thousand", "million", "billion")
_ANY_SCALE = ("万", "亿", "万亿", "百万", "千万", "trillion", *SCALES)


class Named(NamedTuple):
    """The indicator of a claim, the one a rank orders, and the one that lends unit and basis."""

    ident: str | None = None
    ranked: str | None = None
    subject: str | None = None


def indicator_for(
    subject: Subject | None,
    spot: Spot,
    measure: Measure,
    words: str,
    names: Lexicon,
    sentence: str,
    *,
    before: str | None = None,
) -> Named:
    """Return the indicator of a number; none where unit or measure do not fit its subject.

    `before` is the measure of the last number about it: a share may be spoken of twice.
    """
    if before == "share":
        words += "占"
    ident = _known(subject, sentence, names)
    if ident is None or subject is None:
        return Named()
    if measure.name == "growth_rank":
        own = ident if names.indicators[ident].theme == OWN else None
        return Named(names.growth_rank(ident) or own, ident, ident)
    amount = measure.name in ("share", "level", "share_change") or before == "level"
    broad = subject.surface == _BROAD and (amount or _OF_THE_LARGER.search(sentence) is not None)
    grown = name_of(subject.surface) in _GROWN and not _of_growth(measure)
    contributed = measure.name == "share" and "贡献率" in words  # to growth
    near = bool(subject.near)
    if broad or grown or contributed or not _fits(ident, spot, measure, words, names, near=near):
        return Named()
    return Named(ident, None, ident)


def _of_growth(measure: Measure) -> bool:
    return measure.name in GROWTHS or measure.of == "growth"


def _known(subject: Subject | None, sentence: str, names: Lexicon) -> str | None:
    if subject is None:
        return None
    if subject.surface == _HEADS and "常住人口" in sentence:
        return names.in_role("registered_population")
    return subject.indicator


def _fits(
    ident: str, spot: Spot, measure: Measure, words: str, names: Lexicon, *, near: bool
) -> bool:
    indicator = names.indicators[ident]
    rate = is_rate(indicator.unit)
    match measure.name:
        case "level" | "change" | "share" | "index" if grown_in_chinese(indicator):
            return measure.of == "growth"  # 工业投资占比 is in no column of its growth
        case "level" | "change":
            index = measure.name == "change" and is_on_year(indicator.unit)  # by 1.6 points
            bare = not spot.unit and (index or names.is_bare(ident))
            named = near or bare or _is_its_name(spot, ident, names)
            many = spot.unit in SCALES[1:] or (not spot.unit and abs(spot.value) > _RATE_ENDS)
            people = rate and many  # 26,100 unemployed, 4.5 million
            return named or (not people and same_base(spot.unit, indicator.unit))
        case "share":
            return rate or bool(_OF_A_WHOLE.search(words)) or spot.kind == "ratio"
        case "index":
            return indicator.kind == "index" or is_on_year(indicator.unit)
        case name if name in GROWTHS:
            known = name == "growth" and is_percent(
                spot.unit
            )  # per cent for points: the judge knows
            grown = indicator.kind == "index" or ident in names.growths.values()
            return known or not rate or grown
    return True


def same_base(printed: str, own: str) -> bool:
    """Return whether a unit as printed and a unit of the data measure the same: tonnes, and thousand tonnes."""
    if printed in _ANY_SCALE:
        return True
    one, two = base_of(printed), base_of(own)
    if is_money(printed) and is_money(own):
        return True
    alike = one == two if one and two else unscaled(own)[1] == unscaled(printed)[1]
    return alike or own.startswith(f"{printed}/")


def _is_its_name(spot: Spot, ident: str, names: Lexicon) -> bool:
    """Return whether what is counted is what an own indicator that counts is called: 1,204,500 households."""
    own = name_of(names.indicators[ident].name_en).split()
    said = [word for word in name_of(spot.unit).split() if word not in SCALES]
    return names.counts(ident) and bool(said) and all(word in own for word in said)


def in_own_unit(unit: str, own: str) -> str:
    """Return a number's unit where the words that name its column leave it to that: 4.7 million, of heads.

    >>> in_own_unit("million homes", "thousand units"), in_own_unit("euros", "EUR per kWh")
    ('million units', 'euros per kWh')
    >>> in_own_unit("million", "thousand acres")
    'million acres'
    """
    first = unit.partition(" ")[0]
    scale = first if first in SCALES else ""
    noun = unit.removeprefix(scale).strip()
    if own.startswith("per "):
        return own  # so many beds for each 10,000 people
    counts = Unit.of(own) if own else None
    if counts is None or (not counts.base and counts.power):
        return scale  # of a column in thousands
    if counts.kind == "count" or (counts.kind == "people" and not noun):
        return f"{scale} {counts.bare or own}".strip()
    per = own.replace("/", " per ").partition(" per ")[2]
    if per and noun and base_of(f"{noun} per {per}") == base_of(own):
        return f"{unit} per {per}"
    return f"{scale} {unscaled(own)[1]}" if scale and not noun and not is_money(own) else unit


def _leaves_unit(spot: Spot, ident: str, names: Lexicon, subject: Subject | None) -> bool:
    """Return whether a number of an own column leaves its unit to that: homes of dwellings, a price for each."""
    unit = names.indicators[ident].unit
    each = " per " in unit and is_money(spot.unit)
    many = not spot.unit and names.counts(ident)
    return each or many or bool(subject and subject.near) or _is_its_name(spot, ident, names)


_BARE_SCALES = {word for word, power in POWERS.items() if power > 3 and word[0] != "十"}


def understood_unit(spot: Spot, ident: str | None, names: Lexicon, subject: Subject | None) -> str:
    """Return the unit as printed, with the base that is understood: 常住人口13.8万 is 万人."""
    own = names.indicators.get(ident or "")
    if own is not None and own.theme == OWN and _leaves_unit(spot, ident or "", names, subject):
        return in_own_unit(spot.unit, own.unit)
    if spot.unit in SCALES and names.unit_base(ident) == "人":
        return f"{spot.unit} people".strip()
    if spot.unit not in _BARE_SCALES:
        return spot.unit
    base = names.unit_base(ident)
    if (
        base is None
        and subject is not None
        and re.search(r"人口|人数|就业|劳动力", subject.surface)
    ):
        base = "人"
    return spot.unit + (base or "")
