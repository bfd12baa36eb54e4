"""What the first lines of a large table say of the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.message import Message
    from cpstats.model.period import Period
    from cpstats.store.recognising.naming import Naming
    from cpstats.store.recognising.slots import Slots
    from cpstats.store.recognising.titles import Titles


@dataclass(frozen=True, slots=True)
class Known:
    """What the first lines of a large table say of the others.

    `carried` is written by who reads the pieces: names that stand once for several lines; so is
    `beside`: the name beside each code of the column `countries` (-1 where there is none).
    """

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    header: range
    keys: dict[int, str]
    titles: Titles
    dates: Mapping[str, Period]
    quarters: bool
    above: dict[int, Slots]
    naming: Naming
    assumed: tuple[Message, ...]
    described: bool = False
    mark: str = ""
    commas: frozenset[int] = (
        frozenset()
    )  # the columns with the decimal comma, where each has its own
    unmarked: Mapping[str, str] = field(default_factory=dict)
    carried: dict[str, str] = field(default_factory=dict)
    countries: int = -1
    beside: dict[str, str] = field(default_factory=dict)
    is_lettered: bool = False  # whether figures end with letters of scale
