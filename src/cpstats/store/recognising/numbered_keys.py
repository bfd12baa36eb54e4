"""Numbers under a word for places or classes: codes where they tell rows apart, else figures.

`State` among `Federal` and `Local`, `Age` beside `Income` say what is counted; `State` 06 and `Age` 15 say
of whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.column_kinds import Column, Together

KEYS = ("place", "indicator", "name", "time", "part", "open")


def are_figures(
    keys: Mapping[int, str], columns: Sequence[Column], together: Together
) -> list[int]:
    """Return the columns of numbers that are called places or classes and tell no two rows apart."""
    values = [c.number for c in columns if keys.get(c.number, "value") == "value"]
    plain = [c for c in values if c not in keys and columns[c].content == "figure"]
    found = []
    for column in columns:
        c = column.number
        if keys.get(c) not in ("place", "name") or column.content != "figure":
            continue
        others = [k for k, role in keys.items() if role in KEYS and k != c]
        if keys[c] == "place" and all(map(register.named, column.said)):
            continue  # codes of places, though each has a period of its own
        behind = keys[c] == "name" and any(k < c for k in plain)
        if len(column.said) > 1 and (behind or not together.tells(others, c, values)):
            found.append(c)
    return found
