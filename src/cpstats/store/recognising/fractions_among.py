"""A share that is printed as a fraction among others of its place that are per cent: read as it stands, and said."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 2  # others of the place, at least
LARGE = 5  # per cent: what is below may be a small share
NEAR = 1.25  # times
NAME, PLACE, VALUE = 0, 1, 4


def fractions_among(rows: Sequence[Sequence[str]]) -> list[Message]:
    """Say which figures of shares would be like the others of their place a hundred times as large.

    >>> values = ["61.3", "0.624", "63.1"]
    >>> [str(m) for m in fractions_among([["Share", "Olm", "2020", "level", v, ""] for v in values])]
    ['Share of Olm: 0.624 is read as it stands, beside 61.3 and others; if it is a fraction, write it as they are']
    >>> fractions_among([["Share", "Olm", "2020", "level", v, ""] for v in ("7.3", "0.6", "8.1")])
    []
    """
    series: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        series[row[NAME], row[PLACE]].append(row[VALUE])
    found = []
    for (name, place), texts in series.items():
        small = [t for t in texts if 0 < abs(float(t)) < 1]
        others = sorted(v for t in texts if (v := abs(float(t))) >= LARGE)
        if not small or len(others) < max(FEW, len(small)) or len(small) + len(others) < len(texts):
            continue
        near = [t for t in small if others[0] / NEAR <= 100 * abs(float(t)) <= others[-1] * NEAR]
        if near:
            found.append((name, place, near[0], next(t for t in texts if abs(float(t)) >= LARGE)))
    return [
        Message(
            "{} of {}: {} is read as it stands, beside {} and others; if it is a fraction, write it as they are",
            "{1}的{0}：{2} 按原样读入，同列还有 {3} 等；若为小数，请统一写法",
            *one,
        )
        for one in found
    ]
