"""Places within the labels over columns: `Inflation_Norway`, `Peru - PER`, `Exports, goods; Chile`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.store.recognising.place_names import is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE = re.compile(r"[A-Z]{2,3}")
# what may divide a label: the one that divides them alike is taken
DIVIDERS = [
    re.compile(form)
    for form in (r"\s+[-–—]\s+", r"\s*[;|]\s*", r"\s*:\s*", r"_+", r"\s*,\s+", r"\s*[()]\s*")
]
FEWEST = 2  # places in the labels
MOST = 0.6  # of the labels


def parted(labels: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return place and rest of each label, where the pieces at one position are places.

    >>> parted(["Inflation_Norway", "Inflation_Chile"])["Inflation_Chile"]
    ('Chile', 'Inflation')
    >>> parted(["Peru - PER", "Far Isles (Kingdom of) - FAR", "Chile - CHL"])["Peru - PER"]
    ('Peru', '')
    >>> parted(["Norway", "Peru"]), parted(["To Peru", "To Chile"])
    ({}, {})
    """
    for divider in DIVIDERS:
        split = {label: [p for p in divider.split(label) if p] for label in labels}
        many = max(map(len, split.values()), default=0)
        alike = {label: pieces for label, pieces in split.items() if len(pieces) == many}
        if many < 2 or len(alike) < MOST * len(labels):
            continue
        for at in range(many):
            names = [pieces[at] for pieces in alike.values()]
            known = {n for n in names if is_place(n)}
            if len(known) >= FEWEST and sum(n in known for n in names) >= MOST * len(names):
                return {label: _apart(pieces, at) for label, pieces in alike.items()}
    return {}


def _apart(pieces: Sequence[str], at: int) -> tuple[str, str]:
    codes = {code for known in register.named(pieces[at]) for code in known.names}
    rest = [p for n, p in enumerate(pieces) if n != at and p not in codes and not CODE.fullmatch(p)]
    return pieces[at], ", ".join(rest)
