"""A printed number and the interval of true values it stands for, exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from cpstats.errors import FormError
from cpstats.message import Message
from cpstats.model.pattern import pattern

_NUMBER = pattern(r"-?\d+(?:\.\d+)?", re.ASCII)
_EXACT = Context(prec=400)
_WHOLE = 1e15


class QuantityError(FormError):
    """A text that is no number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Value, rounding interval (None: open) and the decimals that were meant.

    `bound` is empty (a rounded value), `lower` (over), `upper` (under) or `approx` (about).
    """

    value: Decimal
    low: Decimal | None
    high: Decimal | None
    decimals: int
    bound: str = ""

    @classmethod
    def read(
        cls, text: str, *, decimals: int | None = None, bound: str = "", shift: int = 0
    ) -> Quantity:
        """Read the digits of a table.

        Parameters
        ----------
        text : str
            Digits with one decimal point at most, a minus sign allowed.
        decimals : int, optional
            The place the number was rounded to, where the digits do not say it: `5` among
            one-decimal rates is 1, `2267000` in thousands is -3.
        bound : str
            `""`, `lower`, `upper` or `approx`.
        shift : int
            Power of ten to the wanted unit; `decimals` of the result is in that unit.

        Raises
        ------
        QuantityError
            When the text is not a number.

        Examples
        --------
        >>> q = Quantity.read("6.2")
        >>> str(q.low), str(q.high)
        ('6.15', '6.25')
        >>> q = Quantity.read("183.37", shift=1)
        >>> str(q.value), q.decimals
        ('1833.7', 1)
        """
        if not _NUMBER.fullmatch(text):
            raise QuantityError(Message("“{}” is not a number", "“{}”不是数字", text))
        printed = len(text.partition(".")[2])
        places = printed if decimals is None else decimals
        if bound == "approx" and decimals is None:
            places = _last_nonzero(text, printed)
        value = _EXACT.scaleb(Decimal(text), shift)
        half = _EXACT.scaleb(Decimal(5), shift - places - 1)
        low: Decimal | None = _EXACT.subtract(value, half)
        high: Decimal | None = _EXACT.add(value, half)
        if bound == "lower":
            low, high = value, None
        elif bound == "upper":
            low, high = None, value
        return cls(value, low, high, places - shift, bound)


def _last_nonzero(text: str, printed: int) -> int:
    digits = text.replace(".", "").lstrip("-")
    kept = digits.rstrip("0")
    return printed - (len(digits) - len(kept)) if kept else printed


def half_up(value: float | Decimal, decimals: int) -> str:
    """Return a number rounded half up on its decimal digits, as bulletins round.

    >>> half_up(0.285, 2), half_up(-0.04, 1), half_up(1811.9, 0)
    ('0.29', '0.0', '1812')
    """
    if isinstance(value, float) and decimals >= 0 and value.is_integer() and abs(value) < _WHOLE:
        return f"{value + 0.0:.{decimals}f}"  # there is nothing to round
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, context=_EXACT)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"
