"""A published figure as the observation it was read from: exact digits, unit, rounding interval."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from math import log10
from typing import TYPE_CHECKING

from cpstats.model.columns import OBSERVATION
from cpstats.model.quantity import Quantity
from cpstats.model.text import Text, same
from cpstats.model.unit import Unit, UnitError, inline

if TYPE_CHECKING:
    from cpstats.model.figure import Figure

_EXACT = Context(prec=450)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII).fullmatch
PUBLISHED = "published"  # the method of a figure that was read, not computed


def digits(figure: Figure) -> str:
    """Return the value in its canonical unit with every digit that was printed; empty for none.

    >>> from cpstats.model.figure import Figure, Quote
    >>> digits(Figure(indicator="gdp", ref_area="110114", time_period="2021", unit="亿元",
    ...     value=1201.2, printed=Quote("0.120120", "万亿元")))
    '1201.20'
    """
    if figure.value is None:
        return ""
    text, shift = _printed(figure)
    if text and float(exact := shifted(text, shift)) == figure.value:
        return exact
    return f"{Decimal(repr(float(figure.value))):f}"


def places(figure: Figure) -> int | None:
    """Return the decimals, in the canonical unit, whose rounding gives the figure's interval.

    None where no rounding does: a computed figure, or one with an open end whose digits say all.
    """
    text = digits(figure)
    if not text:
        return None
    found = [len(text.partition(".")[2]), figure.decimals]
    if figure.low is not None and figure.high is not None and figure.high > figure.low:
        found.append(-round(log10(figure.high - figure.low)))
    return next((n for n in found if _gives(figure, text, n)), None)


def shifted(text: str, power: int) -> str:
    """Return a number times a power of ten, exactly, as digits.

    >>> shifted("183.37", 1), shifted("5", -2), shifted("1.20", 3)
    ('1833.7', '0.05', '1200')
    """
    return f"{_EXACT.scaleb(Decimal(text), power):f}"


def as_printed(figure: Figure) -> Text:
    """Return a number as its source printed it, its unit in both languages; else its value.

    >>> from cpstats.model.figure import Figure, Quote
    >>> as_printed(Figure(indicator="gdp", ref_area="UK", time_period="2021", printed=Quote("5", "百万英镑"))).en
    '5 million British pounds'
    """
    number, unit = figure.printed or (f"{figure.value}", "")
    if not unit:
        return same(number)
    told = inline(unit)
    return Text(f"{number} {told.en}", f"{number} {told.zh}")


def observation(figure: Figure) -> dict[str, str]:
    """Return a published figure as a line of a package: as printed, where that is known."""
    text, shift = _printed(figure)
    if not text or digits(figure) != shifted(text, shift):
        text, shift = digits(figure), 0
    unit = figure.printed.unit if figure.printed and shift else figure.unit
    meant = places(figure)
    said = "" if meant is None else str(meant + shift)
    row = {name: getattr(figure, name, "") for name in OBSERVATION}
    return row | {
        "obs_value": text,
        "unit": unit,
        "decimals": "" if said == str(len(text.partition(".")[2])) and not figure.bound else said,
    }


def _printed(figure: Figure) -> tuple[str, int]:
    """Return the printed digits and the power of ten to the canonical unit."""
    text, unit = figure.printed or ("", "")
    if not _NUMBER(text):
        return "", 0
    if unit == figure.unit:
        return text, 0
    try:
        return text, Unit.parse(unit).shift_to(Unit.parse(figure.unit))
    except UnitError:
        return "", 0


def _gives(figure: Figure, text: str, decimals: int) -> bool:
    quantity = Quantity.read(text, decimals=decimals, bound=figure.bound)
    ends = tuple(None if end is None else float(end) for end in (quantity.low, quantity.high))
    return ends == (figure.low, figure.high)
