"""Money in another currency: a level over the rate of its place and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.calc.interval import Number

F = TypeVar("F")


def converted_of(level: Number, rate: Number) -> Number:
    """Return `level / rate`: a rate is so much of the level's currency per one of the other."""
    return level / rate


def convert(
    frame: F,
    *,
    by: Sequence[str],
    rate: str,
    time: str = "time_period",
    value: str = "obs_value",
    decimals: int | None = None,
) -> F:
    """Add each level in another currency, by the rate beside it (汇率或购买力平价折算).

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; levels at current prices.
    rate : str
        The column of the rates: so much of the level's currency per one of the other, of the same
        period, taken as it is printed. A rate of exchange, or a purchasing power parity.

    Returns
    -------
    frame of the kind that was given
        With `value` (in the other currency), `low`, `high`, `reason`.

    References
    ----------
    OECD and Eurostat, *Methodological Manual on Purchasing Power Parities* (2012), chapter 1.

    Examples
    --------
    China's GDP of 2010 in yuan and its purchasing power parity, as the World Bank prints them (World
    Development Indicators, December 2013); it prints 10036535193979.8 international dollars:

    >>> import pandas as pd
    >>> t = pd.DataFrame({"x": ["China"], "time_period": ["2010"],
    ...                   "obs_value": [40151280000000.0], "ppp": [4.00051205161757]})
    >>> float(round(convert(t, by=["x"], rate="ppp").value[0], 0))
    10036535193980.0
    """
    import narwhals as nw

    from cpstats.calc.panel import Column, Panel, at_corners, ratio_reason

    panel = Panel.of(frame, by=by, time=time, value=value, decimals=decimals, needs=[rate])
    own = nw.col(rate).cast(nw.Float64).fill_nan(None)
    panel = panel.with_number("r", Column(own, own, own))
    level, price = panel.number(), panel.number("r")
    result = at_corners(converted_of, level, price, divisors=(1,))
    made: F = panel.finish(result, ratio_reason(level, price))
    return made
