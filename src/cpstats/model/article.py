"""A text with stretches of it marked, for formats that show it whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.model.text import Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text: of which kind it is (a word of a closed list), and what is said of it."""

    start: int
    end: int
    kind: str
    label: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its marks, in order and without overlap."""

    name: str
    text: str
    marks: tuple[Mark, ...] = ()
