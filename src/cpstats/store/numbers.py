"""Printed digits become numbers with their rounding intervals, exactly and a column at a time.

A number is taken apart into an integer and a power of ten; one division by an exact power of
ten then gives the correctly rounded float, the same that reading the shifted digits would give.
`model.quantity` says the same for one number; a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from cpstats.model.quantity import Quantity

if TYPE_CHECKING:
    from cpstats.store.check import Cells

PATTERN = r"-?\d+(\.\d+)?"
EXACT_DIGITS = 15  # any integer of so many digits is a float; beyond it numbers go one by one


def with_interval(
    text: pd.Series[str],
    decimals: pd.Series[str],
    bound: pd.Series[str],
    shift: pd.Series[int],
    cells: Cells,
) -> dict[str, pd.Series[float] | pd.Series[int]]:
    """Return `value`, `low`, `high` and `decimals` in canonical units.

    Parameters
    ----------
    text : Series of str
        The digits as printed.
    decimals : Series of str
        What was meant where it differs from the digits (DATA: `decimals`), else empty.
    bound : Series of str
        `""`, `lower`, `upper` or `approx`.
    shift : Series of int
        The power of ten from the printed to the canonical unit.
    cells : Cells
        Where to find a bad cell.
    """
    wrong = ~text.str.fullmatch(PATTERN)
    if wrong.any():
        row = text.index[wrong][0]
        raise cells.fault_at(
            text, row, f"“{text[row]}” is not a number", "Write digits with one decimal point."
        )
    odd = ~decimals.str.fullmatch(r"-?\d{0,2}")
    if odd.any():
        row = decimals.index[odd][0]
        raise cells.fault_at(
            decimals, row, f"“{decimals[row]}” is no number of decimals", "Write 1, 0 or -3."
        )
    dot = text.str.find(".")
    printed = pd.Series(np.where(dot < 0, 0, text.str.len() - dot - 1), index=text.index)
    meant = pd.to_numeric(decimals.where(decimals != "", printed.astype(str))).astype("int64")
    digits = text.str.replace(".", "", regex=False)
    simple = (bound == "") & (digits.str.len() <= EXACT_DIGITS - 2) & (meant - printed).abs().le(1)
    value, low, high = (pd.Series(np.nan, index=text.index) for _ in range(3))
    if simple.any():
        value, low, high = _columns(digits.where(simple, "0"), printed, meant, shift)
    places = meant - shift
    for row in text.index[~simple]:
        quantity = Quantity.read(
            text[row],
            decimals=int(meant[row]) if decimals[row] else None,
            bound=bound[row],
            shift=int(shift[row]),
        )
        value[row] = float(quantity.value)
        low[row] = np.nan if quantity.low is None else float(quantity.low)
        high[row] = np.nan if quantity.high is None else float(quantity.high)
        places[row] = quantity.decimals
    return {"value": value, "low": low, "high": high, "decimals": places.astype("int64")}


def _columns(
    digits: pd.Series[str], printed: pd.Series[int], meant: pd.Series[int], shift: pd.Series[int]
) -> tuple[pd.Series[float], pd.Series[float], pd.Series[float]]:
    finest = np.maximum(printed, meant + 1)
    whole = digits.astype("int64") * 10 ** (finest - printed)
    half = 5 * 10 ** (finest - meant - 1)
    power = (finest - shift).to_numpy()
    down, up = 10.0 ** np.maximum(power, 0), 10.0 ** np.maximum(-power, 0)
    return whole * up / down, (whole - half) * up / down, (whole + half) * up / down
