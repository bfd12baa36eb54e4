"""Letters right behind numbers, 98.2p: pence, or a flag; the user says which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import STATUS_OF_FLAG

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

STUCK = re.compile(r"(?P<number>-?\d[\d.,]*)(?P<flag>[A-Za-z])")
MEANT = "pre"  # provisional, revised, estimated


def stuck_flags(cells: Collection[str]) -> dict[str, str]:
    """Return the letters that may be flags, each with its usual meaning; none where another letter stands there too.

    >>> stuck_flags(["98.2p", "1150r", "97.1"]), stuck_flags(["98.2p", "12q"]), stuck_flags(["98.2"])
    ({'p': 'provisional', 'r': 'revised'}, {}, {})
    """
    found = dict.fromkeys(m["flag"] for text in cells if (m := STUCK.fullmatch(text)))
    return {f: STATUS_OF_FLAG[f] for f in found} if all(f in MEANT for f in found) else {}


def with_flags_apart(
    cells: Sequence[Sequence[str]], flags: Collection[str]
) -> Sequence[Sequence[str]]:
    """Return cells with a blank between numbers and the flags that the user names.

    >>> with_flags_apart([["Tea", "98.2p", "5p"]], ["p"]), with_flags_apart([["2023r", "5"]], ["r"])
    ([['Tea', '98.2 p', '5 p']], [['2023r', '5']])
    """
    return [[*row[:1], *(_apart(text, flags) for text in row[1:])] for row in cells]


def _apart(text: str, flags: Collection[str]) -> str:
    found = STUCK.fullmatch(text) if text[-1:] in flags else None
    return f"{found['number']} {found['flag']}" if found else text
