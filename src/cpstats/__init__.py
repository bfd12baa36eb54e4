"""Official regional statistics at the command line, and from Python.

The names below are loaded when they are first used: the program itself needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpstats.api import Answer as Answer
    from cpstats.api import average_growth as average_growth
    from cpstats.api import check as check
    from cpstats.api import compare as compare
    from cpstats.api import contribution as contribution
    from cpstats.api import derive as derive
    from cpstats.api import figures as figures
    from cpstats.api import gap as gap
    from cpstats.api import growth as growth
    from cpstats.api import growth_at_constant_prices as growth_at_constant_prices
    from cpstats.api import index as index
    from cpstats.api import location_quotient as location_quotient
    from cpstats.api import narrate as narrate
    from cpstats.api import rank as rank
    from cpstats.api import rebase as rebase
    from cpstats.api import revisions as revisions
    from cpstats.api import share as share
    from cpstats.api import share_change as share_change
    from cpstats.api import show as show
    from cpstats.api import target as target

__version__ = "0.1.0"
_OFFERED = (
    "Answer",
    "average_growth",
    "check",
    "compare",
    "contribution",
    "derive",
    "figures",
    "gap",
    "growth",
    "growth_at_constant_prices",
    "index",
    "location_quotient",
    "narrate",
    "rank",
    "rebase",
    "revisions",
    "share",
    "share_change",
    "show",
    "target",
)


def __getattr__(name: str) -> Any:
    if name in _OFFERED:
        return getattr(import_module("cpstats.api"), name)
    raise AttributeError(f"module “cpstats” has no attribute “{name}”")


def __dir__() -> list[str]:
    return sorted([*globals(), *_OFFERED])
