"""What the brackets of a name say: the unit, the prices, the code of a data bank.

`GDP (constant 2015 US$) [NY.GDP.MKTP.KD]` is in dollars at the prices of 2015; the code names the
series again and is no part of its name. Behind the unit may stand whence the figures are:
`Unemployment, total (% of total labor force) (modeled ILO estimate)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.prices import without_prices
from cpstats.model.unit import Unit
from cpstats.store.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

DOLLARS = r"(?:US\$|\$ ?US|долларах США|美元)"
UNITS = (  # what stands in the brackets, the unit, and a price basis where it says one
    (
        re.compile(
            rf"(?:[^,()]+, )?(?:current {DOLLARS}|{DOLLARS} (?:courants|a precios actuales)|в текущих {DOLLARS}|现价{DOLLARS})"
        ),
        "美元",
        "current",
    ),
    (
        re.compile(
            rf"(?:constant (?P<a>\d{{4}}) {DOLLARS}|{DOLLARS} constants de (?P<b>\d{{4}})"
            rf"|{DOLLARS} a precios constantes de (?P<c>\d{{4}})"
            rf"|в постоянных {DOLLARS} (?P<d>\d{{4}}) г(?:ода|\.)?|(?P<e>\d{{4}})年不变价{DOLLARS})"
        ),
        "美元",
        "constant:{}",
    ),
    (re.compile(r"(?:[^\W\d]+ )?%(?: .*)?|.*, % .*|占[^()]*百分比|年度?百分比"), "%", ""),
    (re.compile(r"(?:as )?(?:a |in )?(?:per ?cent(?:age)?|share) of .*", re.IGNORECASE), "%", ""),
    (  # shares in %
        re.compile(
            r"(?:share|percentage|proportion|structure|anteil|part|participaci[oó]n|quota|udział)[a-z]* (?:in|en|em|w) (?:%|per ?cent|prozent)"
            r"|percentage shares?",
            re.IGNORECASE,
        ),
        "%",
        "",
    ),
    (re.compile(r"years"), "年", ""),
    (re.compile(r"sq\. km"), "平方公里", ""),
)
RATIO = re.compile(r"per 1[\d ,]*000 [^\W\d].*|每[十百千万\d]+[人名].*")  # carried as printed
CODE = re.compile(r"\s*\[[A-Z][A-Z0-9]*(?:[._][A-Z0-9]+)*\]$")


def unit_of(name: str) -> tuple[str, str]:
    """Return unit and price basis as the brackets behind the name of an indicator say them; the last that do.

    >>> unit_of("GDP (current US$)"), unit_of("GDP growth (annual %)"), unit_of("Fertile land")
    (('美元', 'current'), ('%', ''), ('', ''))
    >>> unit_of("Jobless (% of labour force) (estimate)"), unit_of("Exports (BoP, current US$)")
    (('%', ''), ('美元', 'current'))
    >>> unit_of("Output by branch (shares in %)"), unit_of("Output (sharing)")
    (('%', ''), ('', ''))
    >>> unit_of("ВВП (в текущих долларах США)"), unit_of("Deaths (per 1,000 live births)")
    (('美元', 'current'), ('per 1,000 live births', ''))
    """
    return next(filter(any, map(_said, _behind(plain(name)))), ("", ""))


def known_unit_of(name: str) -> str:
    """Return the unit that the brackets behind a name are, as it is printed; empty where it is not known.

    >>> known_unit_of("Emissions (kg per capita)"), known_unit_of("Emissions (estimate)")
    ('kg per capita', '')
    """
    return next((inside for inside in _behind(plain(name)) if Unit.of(inside).kind), "")


def _behind(name: str) -> Iterator[str]:
    """Yield what stands in the brackets behind a name, the last first, up to one that is a unit of its own."""
    rest = name
    while rest.endswith(")") and "(" in rest:
        rest, _, inside = rest.removesuffix(")").rpartition("(")
        if ")" in inside:  # one within another
            return
        yield inside
        if Unit.of(inside).kind:
            return
        rest = rest.rstrip()


def _said(inside: str) -> tuple[str, str]:
    """Return unit and price basis that one pair of brackets says."""
    for form, unit, basis in UNITS:
        if found := form.fullmatch(inside):
            year = next(filter(None, found.groups()), "")
            return unit, basis.format(year)
    if RATIO.fullmatch(inside):
        return inside, ""
    other, prices = without_prices(inside)
    return (other, prices) if prices else ("", "")


def without_code(name: str) -> str:
    """Return a name, or a period, without the code of a data bank behind it.

    >>> without_code("Trade (% of GDP) [NE.TRD.GNFS.ZS]"), without_code("2021 [YR2021]")
    ('Trade (% of GDP)', '2021')
    """
    return CODE.sub("", name) if name.endswith("]") else name
