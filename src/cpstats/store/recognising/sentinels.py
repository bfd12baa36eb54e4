"""Numbers that programs write where there is none: -999, -9999."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

SENTINEL = re.compile(r"-(?:9{3,6})(?:\.0+)?")
BEGINS = "-999"
BELOW = re.compile(r"[-−(] ?[\d.,' ]{3,}")
MANY = 3  # such cells
FAR = 3  # times: no other figure is as far below nothing as a third of it


def without_sentinels(cells: Cells) -> tuple[Cells, Message | None]:
    """Return cells without a number of nines below nothing that comes again where no other is near it, and what is to be said.

    >>> rows = [["Ost", "-999", "12"], ["West", "-999", "-999"], ["Nord", "7", "-2"]]
    >>> without_sentinels(rows)[0]
    [['Ost', '', '12'], ['West', '', ''], ['Nord', '7', '-2']]
    >>> without_sentinels([*rows, ["Mitte", "-999", "-812"]])[0] == [*rows, ["Mitte", "-999", "-812"]]
    True
    """
    counted: Counter[str] = Counter()
    lowest = 0.0
    for row in cells:
        for text in row:
            if text[:1] not in ("-", "−", "("):
                continue
            if text.startswith(BEGINS) and SENTINEL.fullmatch(text):
                counted[text] += 1
            elif BELOW.match(text):
                lowest = max(lowest, _size(text))
    found = [t for t, many in counted.items() if many >= MANY and _size(t) > FAR * lowest]
    if len(found) != 1 or len(counted) > 1:
        return cells, None
    said = Message(
        "{} stands {} times where no other figure is near it: read as missing",
        "{} 出现{}次，且无其他数据与其相近：视为缺数",
        found[0],
        counted[found[0]],
    )
    return [["" if text == found[0] else text for text in row] for row in cells], said


def _size(text: str) -> float:
    """Return how far below nothing a text may say a number is: with a comma between thousands, or before decimals."""
    digits = re.sub(r"[^\d.,]", "", text).strip(".,")
    whole = digits if digits.count(".") < 2 else digits.replace(".", "")
    try:
        return float(whole.replace(",", ""))
    except ValueError:
        return 0.0
