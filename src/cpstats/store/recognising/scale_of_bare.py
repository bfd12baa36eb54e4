"""The scale that a title ends with is that of figures without a unit of their own, where some have one: Length of stay (days)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.cells import number, period_of
from cpstats.store.recognising.doubts import is_rate
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.titles import Titles

OF_NAMES = ("indicator", "name", "open")
BARE = "bare"  # said of a title whose scale some figures have for their only unit


def with_bare(titles: Titles, cells: Sequence[Sequence[str]], outline: Outline) -> Titles:
    """Put into what is said above a table that some of its figures have no unit but the scale of the title."""
    names = [c for c, kind in outline.keys.items() if kind in OF_NAMES]
    beside = (cells[i][c] for c in names[:1] for i in outline.data if c < len(cells[i]))
    over = (t for i in outline.header for c, t in enumerate(cells[i]) if c not in outline.keys)
    if has_bare(dict.fromkeys(beside)) if names else has_bare(dict.fromkeys(over)):
        titles.said[BARE] = BARE
    return titles


def has_bare(labels: Iterable[str]) -> bool:
    """Whether some labels name amounts and no unit, and others have one.

    >>> has_bare(["Guests", "Stay (days)"]), has_bare(["Men (persons)", "Women (persons)"]), has_bare(["2021", "2022 (ha)"])
    (True, False, False)
    """
    named = [t for t in labels if t and not (period_of(t) or number(t) or role_of(t))]
    found = [label_of(t) for t in named]
    amounts = [x for x in found if x.measure == "level" and not is_rate(x.name, "level", "")]
    return 0 < sum(not x.unit for x in amounts) < len(amounts)
