"""Signs for what is missing that not everybody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import USUAL, is_missing

if TYPE_CHECKING:
    from collections.abc import Iterable


def odd_marks(texts: Iterable[str]) -> list[str]:
    """Return the signs for what is missing that not everybody knows.

    >>> odd_marks(["5", "..", "~", "x"]), odd_marks(["5", "-"])
    (['x', '~'], [])
    """
    found = {text for text in {*texts} if is_missing(text)}
    return sorted(text for text in found - USUAL if not text.startswith(":"))
