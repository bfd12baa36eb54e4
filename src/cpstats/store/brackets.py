"""What the last brackets of an English name say: the unit, the prices, the code of a data bank.

`GDP (constant 2015 US$) [NY.GDP.MKTP.KD]` is in dollars at the prices of 2015; the code names the
series again and is no part of its name.
"""

from __future__ import annotations

import re

from cpstats.model.prices import without_prices

UNITS = (  # what stands in the brackets, the unit, and a price basis where it says one
    (re.compile(r"current US\$"), "美元", "current"),
    (re.compile(r"constant (\d{4}) US\$"), "美元", "constant:{}"),
    (re.compile(r"(?:annual )?%(?: .*)?|.*, % .*"), "%", ""),
    (re.compile(r"(?:as )?(?:a |in )?(?:per ?cent(?:age)?|share) of .*", re.IGNORECASE), "%", ""),
    (re.compile(r"years"), "年", ""),
    (re.compile(r"sq\. km"), "平方公里", ""),
)
LAST = re.compile(r"\(([^()]*)\)$")
CODE = re.compile(r"\s*\[[A-Z][A-Z0-9]*(?:[._][A-Z0-9]+)*\]$")


def unit_of(name: str) -> tuple[str, str]:
    """Return unit and price basis as the name of an indicator says them.

    >>> unit_of("GDP (current US$)"), unit_of("GDP growth (annual %)"), unit_of("Fertile land")
    (('美元', 'current'), ('%', ''), ('', ''))
    """
    said = LAST.search(name.strip())
    for form, unit, basis in UNITS if said else ():
        if said and (found := form.fullmatch(said[1])):
            return unit, basis.format(*found.groups())
    other, prices = without_prices(said[1]) if said else ("", "")
    return (other, prices) if prices else ("", "")


def without_code(name: str) -> str:
    """Return a name, or a period, without the code of a data bank behind it.

    >>> without_code("Trade (% of GDP) [NE.TRD.GNFS.ZS]"), without_code("2021 [YR2021]")
    ('Trade (% of GDP)', '2021')
    """
    return CODE.sub("", name) if name.endswith("]") else name
