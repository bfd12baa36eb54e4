"""Official regional statistics at the command line, and from Python.

What `cpstats.api` offers is loaded when it is first used: the program itself needs little of it.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpstats.api import *  # noqa: F403 - what it offers is said there

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if not name.startswith("_") and find_spec(f"{__name__}.{name}") is None:  # no room of the house
        api = import_module(f"{__name__}.api")
        if name in api.__all__:
            return getattr(api, name)
    raise AttributeError(f"module “cpstats” has no attribute “{name}”")


def __dir__() -> list[str]:
    return sorted([*globals(), *import_module(f"{__name__}.api").__all__])
