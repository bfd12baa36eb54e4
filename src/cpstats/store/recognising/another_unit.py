"""Whether a name counts something else as well than its unit says: Rate and its change (points)."""

from __future__ import annotations

import re

from cpstats.model.unit import Unit
from cpstats.store.recognising.unit_words import is_in_two, is_scale_word, is_unit

INSIDE = re.compile(r"\(([^()]*)\)")
# between two that a title names
SUBJECTS = re.compile(
    r" (?:and|und|et|y|e|ve|i|oraz|и|та|og|och|ja|dan|và|și|및|και|és|ir|un) |[、，；;/和及与&]|,(?! ?\d)"
)

CONTRIBUTIONS = re.compile(  # to what the title names, each by what a label says
    r"contributions? (?:to|of|à|a la)|contribuci[oó]n|contribu(?:ição|to)|(?:wachstums)?beitr[aä]ge?\b|вклад|拉动|贡献|貢獻|寄与度|기여도",
    re.IGNORECASE,
)
# a unit in two languages: (万吨 10000 tons)
IN_TWO = re.compile(r"\(([\u4e00-\u9fff%‰/]{1,10})([ /,]{1,3})([A-Za-z0-9][^()\u4e00-\u9fff]*)\)$")

TERMS = re.compile(
    r"\((?P<unit>[^()]+?)[ ,]+(?P<terms>f\.?o\.?b\.?|c\.?i\.?f\.?)\)$", re.IGNORECASE
)


def in_one_of_two(label: str) -> str:
    """Return a label with the first of one unit in two languages: (万吨 10000 tons), not (% of output), (% yoy).

    Terms of trade stand before the unit then.

    >>> in_one_of_two("钢 (万吨 10000 tons)"), in_one_of_two("税 (% of output)"), in_one_of_two("密度 (人/km2)")
    ('钢 (万吨)', '税 (% of output)', '密度 (人/km2)')
    """
    return IN_TWO.sub(
        lambda m: f"({m[1]})" if is_in_two(*m.groups()) else m[0], with_terms_before(label)
    )


def with_terms_before(label: str) -> str:
    """Return a label with the terms of trade that stand behind the unit in its brackets before them.

    >>> with_terms_before("Exports (US$ thousands f.o.b.)"), with_terms_before("Imports (c.i.f.)")
    ('Exports, f.o.b. (US$ thousands)', 'Imports (c.i.f.)')
    """
    found = TERMS.search(label)
    unit = found["unit"].rstrip(", ") if found else ""
    told = found is not None and is_unit(unit)
    return (
        f"{label[: found.start()].rstrip()}, {found['terms']} ({unit})" if found and told else label
    )


def speaks_of_unit(name: str) -> bool:
    """Whether a name ends in brackets with a unit, so that the unit of a title is not its own.

    >>> speaks_of_unit("Hacim Volume (Bin TL)"), speaks_of_unit("Volume (chained)"), speaks_of_unit("(km2) Area")
    (True, False, False)
    """
    inside = INSIDE.findall(name) if name.endswith(")") else []
    return bool(inside) and (is_unit(inside[-1]) or is_scale_word(inside[-1]))


def has_another_unit(name: str, unit: str) -> bool:
    """Whether the name of a level speaks of two things, or of a second unit, so that one unit is not of all of it.

    >>> has_another_unit("Jobs (thousands) by sector and share", "%")
    True
    >>> has_another_unit("Unemployment rate and its change", "points"), has_another_unit("Jobs and pay", "%")
    (True, False)
    """
    several = SUBJECTS.search(INSIDE.sub("", name))  # not (% of people aged 15 and above)
    if several and Unit.of(unit).kind == "points":
        return CONTRIBUTIONS.search(name) is None
    return bool(several and unit) and any(
        (is_unit(text) or is_scale_word(text)) and not text.startswith(unit)
        for text in INSIDE.findall(name)
    )
