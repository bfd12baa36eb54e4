"""The names that are a question and a calculation: asked with names, calculated with a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, Unpack, overload

from cpstats.api.keywords import Arranging, Choosing, asked, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.api.answer import Answer
    from cpstats.calc.growth import On
    from cpstats.calc.rank import Ties

F = TypeVar("F")


@overload
def growth(
    subject: str | Sequence[str],
    *,
    start: str | int = "",
    end: str | int = "",
    basis: str = "",
    method: str = "",
    **asking: Unpack[Choosing],
) -> Answer: ...
@overload
def growth(
    subject: F,
    *,
    by: Sequence[str],
    time: str = "time_period",
    value: str = "obs_value",
    on: On = "year",
    decimals: int | None = None,
) -> F: ...
def growth(subject: Any, **given: Any) -> Any:
    """Return average growth of an indicator, or add the growth of every row to a frame.

    With the name of an indicator: base `start`, last period `end` (or `period`), `basis` real or
    nominal, `method` as `cpstats growth` has them. With a frame: see `calc.growth.growth`.

    >>> import cpstats
    >>> found = cpstats.growth("gdp", places="beijing", start=2020, end=2024).to_frame()
    >>> found.value.round(3).tolist()
    [4.863]
    >>> import pandas as pd
    >>> table = pd.DataFrame(
    ...     {"ref_area": "CA", "time_period": ["2020", "2021"], "obs_value": [2925146.9, 3146185.3]}
    ... )
    >>> cpstats.growth(table, by=["ref_area"]).value.round(2).tolist()
    [nan, 7.56]
    """
    if named(subject):
        return asked("growth", given, indicators=subject)
    from cpstats.calc.growth import growth as calculation

    return calculation(subject, **given)


@overload
def rank(
    subject: str | Sequence[str],
    *,
    among: str = "",
    by: Literal["level", "growth"] = "level",
    ties: Ties = "competition",
    descending: bool | None = None,
    **asking: Unpack[Arranging],
) -> Answer: ...
@overload
def rank(
    subject: F,
    *,
    by: Sequence[str],
    over: str,
    time: str = "time_period",
    value: str = "obs_value",
    ties: Ties = "competition",
    descending: bool = True,
    decimals: int | None = None,
) -> F: ...
def rank(subject: Any, **given: Any) -> Any:
    """Return the order of places under a parent, or add the rank of every row to a frame.

    With the name of an indicator: `among` the parent, `by` level or growth. With a frame: `by`
    the key columns and `over`, see `calc.rank.rank`.

    >>> import cpstats
    >>> found = cpstats.rank("gdp", among="beijing", places="changping", period=2022).to_frame()
    >>> found[["value", "n"]].iloc[0].tolist()
    [7.0, 13.0]
    """
    if named(subject):
        return asked("rank", given, indicators=subject)
    from cpstats.calc.rank import rank as calculation

    return calculation(subject, **given)


@overload
def share(subject: str | Sequence[str], *, of: str = "", **asking: Unpack[Choosing]) -> Answer: ...
@overload
def share(
    subject: F,
    *,
    by: Sequence[str],
    over: str,
    whole: Any = None,
    time: str = "time_period",
    value: str = "obs_value",
    decimals: int | None = None,
) -> F: ...
def share(subject: Any, **given: Any) -> Any:
    """Return shares of a benchmark or of another indicator, or add shares to a frame.

    With the name of an indicator: `vs` or `of`. With a frame: see `calc.share.share`.

    >>> import cpstats
    >>> cpstats.share("gdp", vs="beijing", period=2024).to_frame().value.round(2).tolist()[0]
    3.64
    """
    if named(subject):
        return asked("share", given, indicators=subject)
    from cpstats.calc.share import share as calculation

    return calculation(subject, **given)


@overload
def contribution(
    subject: str | Sequence[str], *, of: str = "", basis: str = "", **asking: Unpack[Choosing]
) -> Answer: ...
@overload
def contribution(
    subject: F,
    *,
    by: Sequence[str],
    over: str,
    whole: Any,
    time: str = "time_period",
    value: str = "obs_value",
    decimals: int | None = None,
    small: float = ...,
) -> F: ...
def contribution(subject: Any, **given: Any) -> Any:
    """Return contributions to growth in points and per cent, or add them to a frame.

    With names of indicators: `of` the whole (else places to the benchmark). With a frame: see
    `calc.contribution.contribution`.

    >>> import pandas as pd
    >>> table = pd.DataFrame(
    ...     {"part": ["a", "b", "all"] * 2, "time_period": [2020] * 3 + [2021] * 3,
    ...      "obs_value": [30.0, 70.0, 100.0, 33.0, 72.0, 105.0]}
    ... )
    >>> made = contribution(table, by=["part"], over="part", whole="all")
    >>> made[["value", "rate"]].round(1).values.tolist()[3:]
    [[3.0, 60.0], [2.0, 40.0], [5.0, 100.0]]
    """
    if named(subject):
        return asked("contribution", given, indicators=subject)
    from cpstats.calc.contribution import contribution as calculation

    return calculation(subject, **given)
