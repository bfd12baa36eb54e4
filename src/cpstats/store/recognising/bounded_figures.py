"""An estimate with the bounds within which it lies behind it, `396 [253 - 620]`: the bounds are no part of the figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

NUMBER = r"-?\d[\d.,' ]*"
BOUNDED = re.compile(
    rf"(?P<figure>{NUMBER}%?)\s*(?P<open>[\[(])\s*(?P<low>{NUMBER})%?(?:[-–—;]|to\b)\s*(?P<high>{NUMBER})%?[\])]"
)
ENDS = "])"


def without_bounds(cells: Cells) -> tuple[Cells, Message | None]:
    """Return cells without the bounds of estimates, and what is to be said of that.

    Only where every such cell of the table lies within its bounds, and there is more than one.

    >>> without_bounds([["Ost", "1 340 [ 745 - 1 570]"], ["West", "4.9 [4.7-5.0]"]])[0]
    [['Ost', '1 340'], ['West', '4.9']]
    >>> without_bounds([["Ost", "9 (20-24)"], ["West", "4.9 (4.7-5.0)"]])[0][0]
    ['Ost', '9 (20-24)']
    """
    made: dict[tuple[int, int], str] = {}
    for i, row in enumerate(cells):
        for c, text in enumerate(row[1:], 1):
            found = (
                BOUNDED.fullmatch(text) if text[-1:] in ENDS and text[:1] in "-0123456789" else None
            )
            if found is None or (text[-1] == "]") != (found["open"] == "["):
                continue
            if not _is_within(found):
                return cells, None
            made[i, c] = found["figure"].strip()
    if len(made) < 2:
        return cells, None
    (i, c), _ = next(iter(made.items()))
    said = Message(
        "bounds behind the figures are no part of them and left out: {}",
        "数据后的上下界不计入数据，未读入：{}",
        cells[i][c],
    )
    rows = [[made.get((i, c), t) for c, t in enumerate(row)] for i, row in enumerate(cells)]
    return rows, said


def _is_within(found: re.Match[str]) -> bool:
    """Whether a figure lies between its bounds, with a decimal point or with a decimal comma."""
    texts = [re.sub(r"[ '%]", "", found[part]) for part in ("low", "figure", "high")]
    for decimal, thousands in (".,", ",."):
        try:
            low, figure, high = (
                float(text.replace(thousands, "").replace(decimal, ".")) for text in texts
            )
        except ValueError:
            continue
        if low <= figure <= high:
            return True
    return False
