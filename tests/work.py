"""How much is done, counted: the same number on every machine and at every hour."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def calls(deed: Callable[[], object]) -> int:
    """Return how many functions are called, those that are written in C among them."""
    count = 0

    def one(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        deed()
    finally:
        sys.setprofile(before)
    return count
