"""The periods across: one row a series, one column a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

F = TypeVar("F")
MOST = 10_000  # columns


def pivot(
    frame: F,
    *,
    by: Sequence[str],
    time: str = "time_period",
    value: str = "obs_value",
) -> F:
    """Put the periods of every series across, as tables are read and as other programs take them.

    Parameters
    ----------
    frame, by, time, value
        As `panel.Panel.of` describes them; further columns are left out, and so are the reasons and
        intervals of a result.

    Returns
    -------
    frame of the kind that was given
        One row a series: the columns of `by`, then one a period in order of time, with its code as
        name. A cell is null where there is no figure.

    Raises
    ------
    UsageError
        When a period has the name of one of the keys, or there are more than 10,000 of them.

    References
    ----------
    H. Wickham, "Tidy Data", Journal of Statistical Software 59 (2014), 10: casting a long table.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame(
    ...     {"x": ["a", "a", "b"], "time_period": [2023, 2024, 2024], "obs_value": [1.0, 2.0, 5.0]}
    ... )
    >>> print(pivot(table, by=["x"]).to_string(index=False))
    x  2023  2024
    a   1.0   2.0
    b   NaN   5.0
    """
    import narwhals as nw

    from cpstats.calc.moments import CODE, FREQ, TIME
    from cpstats.calc.native import collected, distinct
    from cpstats.calc.panel import VALUE, Panel

    panel = Panel.of(frame, by=by, time=time, value=value)
    data = panel.frame
    time = CODE if CODE in data.collect_schema().names() else time
    told = (TIME,) if panel.yearly else (FREQ, TIME, time)
    periods = distinct(data, *told).sort(*panel.when).head(MOST + 1)
    names = {_code(period): period for *_, period in collected(periods)}
    _look_at(names, by)
    if isinstance(data, nw.DataFrame) and data.implementation.is_pandas():
        cells = data.to_native().set_index([*by, time])[VALUE].unstack(time)
        cells = cells.reindex(columns=[*names.values()]).set_axis([*names], axis=1)
        made: F = cells.reset_index()
        return made
    across = {f"__{n}": nw.col(time) == period for n, period in enumerate(names.values())}
    data = data.with_columns(**{n: nw.when(c).then(nw.col(VALUE)) for n, c in across.items()})
    data = data.group_by(*by).agg(*(nw.col(n).max() for n in across))
    result: F = data.rename(dict(zip(across, names, strict=True))).to_native()
    return result


def _code(period: Any) -> str:
    """Return the name of a period; of a day without its clock, which pandas has and others have not."""
    return str(period.date() if hasattr(period, "date") else period)


def _look_at(names: dict[str, Any], by: Sequence[str]) -> None:
    from cpstats.errors import UsageError
    from cpstats.message import Message

    if both := [key for key in by if key in names]:
        raise UsageError(
            Message("a period has the name of a key ({})", "有时期与键同名（{}）", both),
            mend=Message("Rename that column.", "请改该列的名称。"),
        )
    if len(names) > MOST:
        raise UsageError(
            Message(
                "more than {} periods do not stand side by side", "超过 {} 个时期无法并列", MOST
            ),
            mend=Message("Choose fewer of them.", "请选取较少的时期。"),
        )
