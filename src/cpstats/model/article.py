"""A text with stretches of it marked, for formats that show it whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    """A text and its marks, in order and without overlap.

    `commented` writes comments (start, end, words) into the document that the text was read from;
    None comes back where it is of no such format.
    """

    name: str
    text: str
    marks: tuple[Mark, ...] = ()
    commented: Callable[[Sequence[tuple[int, int, str]]], bytes | None] | None = None
