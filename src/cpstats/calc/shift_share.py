"""Shift-share: what of a change is the nation's growth, the mix of branches, and the place's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from cpstats.calc.interval import Number
    from cpstats.calc.panel import Layout

F = TypeVar("F")


def national_of(before: Number, all_before: Number, all_now: Number) -> Number:
    """Return `x₀ (N₁/N₀ − 1)`: the change had the branch grown here as all grew in the nation."""
    return before * (all_now / all_before - 1)


def mix_of(
    before: Number, there_before: Number, there_now: Number, all_before: Number, all_now: Number
) -> Number:
    """Return `x₀ (B₁/B₀ − N₁/N₀)`: more or less because the branch grew otherwise in the nation."""
    return before * (there_now / there_before - all_now / all_before)


def local_of(before: Number, now: Number, there_before: Number, there_now: Number) -> Number:
    """Return `x₁ − x₀ B₁/B₀`: more or less than the branch would have changed as in the nation."""
    return now - before * (there_now / there_before)


def shift_share(
    frame: F,
    *,
    by: Sequence[str],
    branch: str,
    whole: Any,
    over: str,
    benchmark: Any,
    **layout: Unpack[Layout],
) -> F:
    """Add the three parts of the change of every branch on the year before.

    Parameters
    ----------
    frame, by, time, value, decimals
        As `panel.Panel.of` describes them; levels of one release and one price basis.
    branch, whole : str, str or int
        The key column of the branches, and the member of it that is all of them.
    over, benchmark : str, str or int
        The key column of the places, and the member compared with (it contains the others).

    Returns
    -------
    frame of the kind that was given
        With `national`, `mix`, `local`, each with `_low` and `_high`, and their sum `value` (the
        change), `low`, `high`, `reason`; in the unit of the values. Years are added up by the
        caller: that is the dynamic method.

    References
    ----------
    E. S. Dunn, “A statistical and analytical technique for regional analysis”, *Papers in Regional
    Science* 6 (1960); R. A. Barff and P. L. Knight, “Dynamic shift-share analysis”, *Growth and
    Change* 19 (1988).

    Examples
    --------
    Industry I of the worked table of G. Krumme (University of Washington, Geography 350), 500 then
    1000 while the nation grew by 29 and its industry by 10 per cent: 145, −95 and 450:

    >>> import pandas as pd
    >>> t = pd.DataFrame({
    ...     "place": ["H", "US", "US"] * 2,
    ...     "branch": ["I", "I", "all"] * 2,
    ...     "time_period": [1985] * 3 + [1986] * 3,
    ...     "obs_value": [500, 1000, 10000, 1000, 1100, 12900],
    ... })
    >>> made = shift_share(
    ...     t, by=["place", "branch"], branch="branch", whole="all", over="place", benchmark="US"
    ... )
    >>> made[["national", "mix", "local", "value"]].round(9).iloc[3].tolist()
    [145.0, -95.0, 450.0, 500.0]
    """
    import narwhals as nw

    from cpstats.calc.gap import gap_of
    from cpstats.calc.panel import Panel, at_corners

    panel = Panel.of(frame, by=by, **layout).earlier("before", years=1)
    for of in ("", "before"):  # the place itself needs no whole
        panel = panel.crossed((branch, whole), (over, benchmark), of=of)
    now, x0, b1, b0, n1, n0 = (
        panel.number(p)
        for p in ("", "before", "there", "therebefore", "allthere", "alltherebefore")
    )
    parts = {
        "national": at_corners(national_of, x0, n0, n1, divisors=(1,)),
        "mix": at_corners(mix_of, x0, b0, b1, n0, n1, divisors=(1, 3)),
        "local": at_corners(local_of, x0, now, b0, b1, divisors=(2,)),
    }
    reason = (
        nw.when(_any_null(now, b1, n1))
        .then(nw.lit("missing_current"))
        .when(_any_null(x0, b0, n0))
        .then(nw.lit("missing_base"))
        .when((b0.value <= 0) | (n0.value <= 0))
        .then(nw.lit("base_nonpositive"))
        .otherwise(nw.lit(None, dtype=nw.String))
    )
    panel = panel.with_columns(__given=reason.is_null())
    columns = {}
    for name, part in parts.items():
        for end, number in zip(("", "_low", "_high"), part, strict=True):
            columns[f"{name}{end}"] = nw.when(nw.col("__given")).then(number)
    made: F = panel.with_columns(**columns).finish(at_corners(gap_of, now, x0), reason)
    return made


def _any_null(*numbers: Any) -> Any:
    first, *others = (n.value.is_null() for n in numbers)
    for other in others:
        first = first | other
    return first
