"""Columns of a table of one's own that hold the growth of something: GDP growth (%), CPI change, inflation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.terms.spelling import name_of
from cpstats.model.catalogue import OWN
from cpstats.model.indicator import in_role
from cpstats.model.pattern import pattern
from cpstats.model.unit import PERCENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.indicator import Indicator

_GROWTH = pattern(
    r"^(?P<real>real |nominal )?(?P<what>.+?),? (?:(?:annual|yearly|year-on-year|percentage|volume|real) )*(?:growth|changes?|increase)(?: rates?)?(?: (?:on|over|from) (?:the )?(?:previous|preceding) year)?$",
    re.IGNORECASE,
)
_GROWTH_ZH = pattern(
    r"^(?P<what>[\u4e00-\u9fff]{2,}?)(?:同比|[比较]上年(?:同期)?)?(?:增长|增幅)率?$"
)
_JOINED_ZH = pattern(r"[及与和、]其?$|[比较](?:19|20)\d\d年?$|平均|年均|自然|人口$")
_INFLATION = pattern(
    r"^(?:annual |headline )?(?:CPI |consumer price |price )?inflation(?: rate)?(?:, (?:consumer prices|(?:annual )?average))?$",
    re.IGNORECASE,
)
_RATE_OF_PRICES = pattern(  # CPIH annual rate, Core CPI 12-month rate
    r"^(?P<what>(?:(?:core|headline|underlying) )?(?:CPIH?|RPI|HICP|PPI|(?:consumer|producer) prices?(?: index)?)),? (?:annual|12-month|yearly|year-on-year) (?:inflation )?rate(?: of (?:change|inflation))?$",
    re.IGNORECASE,
)
_PRICES = pattern(r"^(?:CPI|consumer prices?(?: index)?|prices)$", re.IGNORECASE)
_PRICED = pattern(r"\b(?:CPIH?|RPI|HICP|PPI|inflation|prices?)\b", re.IGNORECASE)
PRICES = "consumer prices"
_BRACKETS = pattern(r"\s*\([^()]*\)")
_PER = pattern(
    r"^(?P<what>[A-Za-z][A-Za-z -]+?) (?:per|for every) (?:1,?000|10,?000|100,?000|thousand|million)\b",
    re.IGNORECASE,
)
_OF_WHOLE = pattern(
    r"(?P<what>[^()]+?) \((?:%|per ?cent|percent) of (?P<whole>[\w ]+)\)", re.IGNORECASE
)
_WHOSE = pattern(r"^(?:public|government|general government|national|total) ", re.IGNORECASE)
_REAL = pattern(r"^real (?P<what>[A-Za-z].*)$", re.IGNORECASE)
_NOMINAL = pattern(r"\b(?:nominal|current)\b", re.IGNORECASE)


def of_what(name: str) -> str | None:
    """Return what a column holds the growth of, None where its name does not say that it holds one.

    >>> of_what("Real GDP growth"), of_what("Inflation, consumer prices (annual %)"), of_what("Tax")
    ('GDP', 'consumer prices', None)
    >>> of_what("CPI change"), of_what("蚕桑投资增长"), of_what("人口自然增长率")
    ('consumer prices', '蚕桑投资', None)
    >>> of_what("CPIH annual rate")
    'CPIH'
    """
    bare = _BRACKETS.sub("", name).strip(" ,;:")
    if zh := _GROWTH_ZH.match(bare):
        return None if _JOINED_ZH.search(zh["what"]) else zh["what"]
    if _INFLATION.match(bare):
        return PRICES
    match = _GROWTH.match(bare) or _RATE_OF_PRICES.match(bare)
    what = match["what"] if match else None
    return PRICES if what and _PRICES.match(what) else what


def is_growth_column(indicator: Indicator) -> bool:
    """Return whether an indicator is a column of growth in a table of one's own."""
    own = indicator.theme == OWN and indicator.unit == PERCENT
    return own and of_what(indicator.name_en) is not None


def is_rate_of_prices(indicator: Indicator | None) -> bool:
    """Return whether an indicator is a column of how fast prices rise: CPIH annual rate, inflation."""
    if indicator is None or not is_growth_column(indicator):
        return False
    return _PRICED.search(indicator.name_en) is not None


def is_real_growth(indicator: Indicator) -> bool:
    """Return whether it is what a table's “Real GDP growth (%)” is read as: the growth of real GDP, no level."""
    return indicator.theme == OWN and not indicator.unit and bool(_REAL.match(indicator.name_en))


def per_so_many(name: str) -> list[str]:
    """Return what else a text calls a column of how many there are for each thousand people, or of a ratio.

    >>> per_so_many("Births per 1,000 population"), per_so_many("Tax")
    (['Births', 'Birth rate', 'Births rate', 'crude Birth rate'], [])
    >>> per_so_many("Public debt (% of GDP)")
    ['Public debt to GDP ratio', 'debt to GDP ratio']
    """
    if ratio := _OF_WHOLE.fullmatch(name):
        short = _WHOSE.sub("", ratio["what"])
        return [f"{what} to {ratio['whole']} ratio" for what in (ratio["what"], short)]
    match = _PER.match(_BRACKETS.sub("", name).strip())
    if match is None:
        return []
    what = match["what"]
    rates = (f"{what.removesuffix('s')} rate", f"{what} rate")
    return [what, *rates, f"crude {rates[0]}"]


def grown_in_chinese(indicator: Indicator) -> str | None:
    """Return what an own column in Chinese holds the growth of, None where it is none: 蚕桑投资增长 in per cent."""
    zh = (
        indicator.theme == OWN and indicator.unit == PERCENT and _GROWTH_ZH.match(indicator.name_zh)
    )
    return of_what(indicator.name_zh) if zh else None


def growth_columns(
    indicators: Mapping[str, Indicator], english: Mapping[str, str], chinese: Mapping[str, str]
) -> dict[str, str]:
    """Return the indicators that have one such column, each with the indicator that the column is.

    Parameters
    ----------
    indicators : mapping of id to Indicator
        Those of all tables.
    english : mapping of name to id
        The names in Latin letters, in canonical form.
    chinese : mapping of name to id
        The other names.
    """
    found: dict[str, list[str]] = {}
    prices = in_role(indicators, "price_index")
    for ident, one in indicators.items():
        real = _REAL.match(one.name_en) if is_real_growth(one) else None
        what = of_what(one.name_en) if is_growth_column(one) else real and real["what"]
        if what is None or _NOMINAL.search(one.name_en):
            continue
        named = chinese.get(what) or english.get(name_of(what)) or ident
        wholes = {named, prices} if what == PRICES and prices else {named}
        for whole in wholes:
            found.setdefault(whole, []).append(ident)
    return {whole: some[0] for whole, some in found.items() if len(some) == 1}
