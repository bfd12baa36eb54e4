"""What is asked: indicators, places, window, benchmark, and which releases may answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.model.window import Window

if TYPE_CHECKING:
    from cpstats.model.exchange import Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Which releases are admitted (S3 of docs/data.md); `as_of` is an ISO date.

    `allow_mixed` lifts the rule that a ratio has one vintage (S9); `rates` are those by which levels
    of money are converted.
    """

    vintage: str = ""
    as_of: str = ""
    source: str = ""
    allow_mixed: bool = False
    rates: Rates | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A resolved question: ids only, no names.

    `freq` is `annual`, `half`, `quarter`, `month`, `ytd` or `all`; `basis` is `real`,
    `nominal` or empty (real where published rates cover the span, else nominal).
    """

    indicators: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    benchmark: str = ""
    window: Window = field(default_factory=Window)
    freq: str = "annual"
    basis: str = ""
    policy: Policy = field(default_factory=Policy)
