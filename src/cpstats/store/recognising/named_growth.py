"""Names that end in growth without a unit, whose figures are no amounts: GDP growth 2.4, 0.2."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.store.recognising.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable

GROWTH = re.compile(r"[^\s,][^,]{0,60} growth(?: rate)?", re.IGNORECASE)
# whose difference is mostly per thousand
NATURAL = re.compile(r"\b(?:natural|net|absolute|intrinsic)\b", re.IGNORECASE)
MOST, FEW = 60, 20  # per cent, in which what is named so grows; of whole numbers


def names_of_growth(figures: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the names that say growth of something in English, each with that of what grows, where the figures are no amounts.

    Parameters
    ----------
    figures : iterable
        A name and a value of each.

    >>> names_of_growth([("GDP growth", "2.4"), ("GDP growth", "3"), ("Herd growth", "2403"), ("Tea", "1.5")])
    {'GDP growth': 'GDP'}
    """
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in figures:
        if name.endswith(("growth", "rate")):
            values[name].append(value)
    found = {}
    for name, texts in values.items():
        said = label_of(f"{name} (%)")
        most = MOST if any("." in t for t in texts) else FEW
        small = all(abs(float(t)) <= most for t in texts)
        if (
            GROWTH.fullmatch(name)
            and small
            and said.measure == "growth"
            and not NATURAL.search(name)
        ):
            found[name] = said.name
    return found
