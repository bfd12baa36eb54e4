"""Where a text prints a quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class Spot(NamedTuple):
    """A printed quantity.

    `kind` is quantity, rank, ratio, multiple, fraction or streak; `open_end` is the 余 or 多 behind
    the digits; `loose` marks a numeral without digits (百亿), which more often is part of a name; `top` is 前N.
    """

    start: int
    end: int
    value: Decimal
    value_text: str
    unit: str
    kind: str = "quantity"
    open_end: bool = False
    loose: bool = False
    top: bool = False
