"""What a derivation may be told beside the question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.answers.group import Group

if TYPE_CHECKING:
    from cpstats.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a derivation may be told beside the question.

    `of` is a second indicator (the whole, the denominator, the deflator), `others` all that were
    named in its place, `group` places under a parent (or a list of them), `base` the year of the
    prices, `ends` base and last period, `on` what growth is measured on (`year`, `period`,
    `annualised`), `n` how many periods or years are averaged, `unadjusted` whether a series that is
    not said to be adjusted for the season may be annualised.
    """

    of: str = ""
    others: tuple[str, ...] = ()
    base: Period | None = None
    group: Group = field(default_factory=Group)
    ends: tuple[Period, Period] | None = None
    on: str = "year"
    n: int | None = None
    unadjusted: bool = False

    @property
    def among(self) -> tuple[str, ...]:
        """The places of the group."""
        return self.group.places
