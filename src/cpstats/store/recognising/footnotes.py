"""Marks of footnotes behind names, `3/`, `1)`, `*`: no part of the name where the table shows that."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARKED = re.compile(
    r"(?P<name>.*[^\W_][.)]?)(?P<mark>\s*(?:\d{1,2}[/)]|\*{1,3}|[†‡]|\[\d{1,2}\]|\(\d{1,2}\))"
    r"|\s(?:\d{1,2}|[a-z])/(?:, ?(?:\d{1,2}|[a-z])/){0,5})"
)


def without_marks(names: Iterable[str], notes: Sequence[str]) -> dict[str, str]:
    """Return the names that carry a mark, each with the name alone.

    Marks are footnotes where the notes begin with them, or several names carry such; never where
    only the mark tells two names apart.

    >>> without_marks(["Westmark 3/", "Ostmark", "Sudmark 1)"], [])
    {'Westmark 3/': 'Westmark', 'Sudmark 1)': 'Sudmark'}
    >>> without_marks(["Westmark 1/, b/", "Ostmark b/"], [])
    {'Westmark 1/, b/': 'Westmark', 'Ostmark b/': 'Ostmark'}
    >>> without_marks(["Zone 1)", "Zone 2)"], []), without_marks(["Ostmark*"], ["* provisional"])
    ({}, {'Ostmark*': 'Ostmark'})
    >>> without_marks(["Westmark (1)", "Ostmark (2)"], []), without_marks(["Westmark (1)", "Zone (2)"], ["(1) Revised."])
    ({}, {'Westmark (1)': 'Westmark'})
    """
    marked = {name: found for name in names if (found := _split(name))}
    same = defaultdict(list)
    for name, (plain, _) in marked.items():
        same[plain].append(name)
    alone = {name: plain for plain, those in same.items() if len(those) == 1 for name in those}
    explained = {n: p for n, p in alone.items() if _explains(marked[n][1], notes)}
    sure = {n: p for n, p in alone.items() if n in explained or not marked[n][1].startswith("(")}
    return sure if len(sure) > 1 else explained


def _split(name: str) -> tuple[str, str] | None:
    """Return a name and the mark behind it; None where it has none, or a bracket stays open."""
    found = MARKED.fullmatch(name)
    if found is None or found["name"].count("(") != found["name"].count(")"):
        return None
    return found["name"].rstrip(), found["mark"].strip()


def _explains(mark: str, notes: Sequence[str]) -> bool:
    return any(note.removeprefix("(").startswith(mark.removeprefix("(")) for note in notes)
