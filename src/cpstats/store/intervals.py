"""Printed digits become floats with their rounding intervals, exactly.

A number is taken apart into an integer and a power of ten; one division of two integers then
gives the correctly rounded float. `model.quantity` says the same in decimals; a test holds the
two together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf, nan

from cpstats.model.quantity import Quantity

_NUMBER = r"-?\d++(?:\.\d++)?+"
NUMBER = re.compile(_NUMBER, re.ASCII).fullmatch
NUMBERS = re.compile(rf"{_NUMBER}(?:\n{_NUMBER})*+", re.ASCII).fullmatch  # one a line
DECIMALS = re.compile(r"-?\d{1,2}|", re.ASCII).fullmatch
CERTAIN = 100  # signs of a number that no unit makes too large
LONGEST = 400  # signs of a number: more than any float, fewer than Python refuses to read

Number = tuple[float, float, float, int]


@lru_cache(maxsize=1 << 12)
def with_interval(text: str, decimals: str, bound: str, shift: int) -> Number:
    """Return value, low, high (NaN: open) and decimals, in canonical units.

    Parameters
    ----------
    text : str
        The digits as printed, already known to be a number.
    decimals : str
        The place that was meant where the digits do not say it, else empty.
    bound : str
        `""`, `lower`, `upper` or `approx`.
    shift : int
        The power of ten from the printed to the canonical unit.

    Examples
    --------
    >>> with_interval("183.37", "", "", 1)
    (1833.7, 1833.65, 1833.75, 1)
    """
    if bound:
        return _bounded(text, decimals, bound, shift)
    whole, _, fraction = text.partition(".")
    printed = len(fraction)
    places = int(decimals) if decimals else printed
    finest = max(printed, places + 1)
    number = int(whole + fraction) * 10 ** (finest - printed)
    half = 5 * 10 ** (finest - places - 1)
    power = finest - shift
    up, down = (1, 10**power) if power >= 0 else (10**-power, 1)
    return (
        _quotient(number * up, down),
        _quotient((number - half) * up, down),
        _quotient((number + half) * up, down),
        places - shift,
    )


def _quotient(a: int, b: int) -> float:
    """Divide two integers, correctly rounded; beyond the floats it is infinite."""
    try:
        return a / b
    except OverflowError:
        return inf if a > 0 else -inf


def _bounded(text: str, decimals: str, bound: str, shift: int) -> Number:
    quantity = Quantity.read(
        text, decimals=int(decimals) if decimals else None, bound=bound, shift=shift
    )
    ends = (nan if end is None else float(end) for end in (quantity.low, quantity.high))
    low, high = ends
    return float(quantity.value), low, high, quantity.decimals
