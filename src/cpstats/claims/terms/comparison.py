"""What the words beside a number say of other years or of a place: the most since one, above the nation's."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Comparison(NamedTuple):
    """A comparison that a number carries, with earlier years or (`beside`) with another place.

    `since` is the year that is named, `years` how many there are; both None: ever. `same` is
    whether only the same part of each year is meant, `indicator` what a row of years is of; `than`
    is the other place as it is written, and its code where that is known. `pace` is whether the
    growth goes up or down in every year of a row, or is the record, not what grows; `even` that the number is no other
    than that of the other place, or without one than that of the year before.
    """

    kind: Literal["record", "first", "row", "beside"]
    up: bool = True
    since: int | None = None
    years: int | None = None
    same: bool = False
    indicator: str | None = None
    than: str | None = None
    pace: bool = False
    even: bool = False
