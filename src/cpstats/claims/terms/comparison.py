"""What the words beside a number say of other years: the most since one, the first time, so many in a row."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Comparison(NamedTuple):
    """A comparison with earlier years that a number carries.

    `since` is the year that is named, `years` how many there are; both None: ever. `same` is
    whether only the same part of each year is meant, `indicator` what a row of years is of.
    """

    kind: Literal["record", "first", "row"]
    up: bool = True
    since: int | None = None
    years: int | None = None
    same: bool = False
    indicator: str | None = None
