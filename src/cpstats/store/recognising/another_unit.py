"""Whether a name counts something else as well than its unit says: Rate and its change (points)."""

from __future__ import annotations

import re

from cpstats.model.unit import Unit
from cpstats.store.recognising.unit_words import is_scale_word, is_unit

INSIDE = re.compile(r"\(([^()]*)\)")
# between two that a title names
SUBJECTS = re.compile(
    r" (?:and|und|et|y|e|ve|i|oraz|и|та|og|och|ja|dan|và|și|및|και|és|ir|un) |[、，；;/和及与&]|,(?! ?\d)"
)


def has_another_unit(name: str, unit: str) -> bool:
    """Whether the name of a level speaks of two things, or of a second unit, so that one unit is not of all of it.

    >>> has_another_unit("Jobs (thousands) by sector and share", "%")
    True
    >>> has_another_unit("Unemployment rate and its change", "points"), has_another_unit("Jobs and pay", "%")
    (True, False)
    """
    several = SUBJECTS.search(INSIDE.sub("", name))  # not (% of people aged 15 and above)
    if several and Unit.of(unit).kind == "points":
        return True
    return bool(several and unit) and any(
        (is_unit(text) or is_scale_word(text)) and not text.startswith(unit)
        for text in INSIDE.findall(name)
    )
