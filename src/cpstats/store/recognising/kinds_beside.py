"""Names beside the figures that say only their unit or kind, of what the title names: billion pesos, change on year (%)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.growth_below import DIVIDED
from cpstats.store.recognising.labels import figures_of
from cpstats.store.recognising.perhaps_places import texts_of
from cpstats.store.recognising.roles import OPEN
from cpstats.store.recognising.unit_words import is_measure

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet


def kinds_beside(sheet: Sheet, outline: Outline) -> Collection[str]:
    """Return the names of a column that are units or kinds of figures, where all others divide what the title names.

    So it is in a table of one thing in several units; one unit alone may be a name.
    """
    columns = [c for c, kind in outline.keys.items() if kind in ("indicator", OPEN)]
    if len(columns) != 1:
        return ()
    names = [name for name in texts_of(sheet, outline, columns[0]) if name]
    kinds = [name for name in names if is_measure(name) or figures_of(name)]
    others = [name for name in names if name not in kinds and not DIVIDED.fullmatch(name)]
    united = any(map(is_measure, kinds))
    return () if others or not united or len(names) < 2 else frozenset(kinds)
