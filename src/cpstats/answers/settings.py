"""What a derivation may be told beside the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a derivation may be told beside the question.

    `of` is a second indicator (the whole, the denominator, the deflator), `among` places under a
    parent, `ends` base and last period, `on` what growth is measured on (`year`, `period`,
    `annualised`), `n` how many periods or years are averaged, `unadjusted` whether a series that is
    not said to be adjusted for the season may be annualised.
    """

    of: str = ""
    among: tuple[str, ...] = ()
    ends: tuple[Period, Period] | None = None
    on: str = "year"
    n: int | None = None
    unadjusted: bool = False
