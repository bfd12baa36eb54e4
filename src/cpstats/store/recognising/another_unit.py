"""Whether a name counts something else as well than its unit says: Rate and its change (points)."""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.recognising.doubts import is_rate
from cpstats.store.recognising.growth_words import is_growth_of_something, says_only_growth
from cpstats.store.recognising.unit_words import is_in_two, is_scale_word, is_unit

STEM = 5  # letters
RATIO = pattern(r"[^\W\d][^/]+(?:/| per )[^/]{2,}")  # øre/kWh, births per woman
INSIDE = pattern(r"\(([^()]*)\)")
# between two that a title names
SUBJECTS = pattern(
    r" (?:and|und|et|y|e|ve|i|oraz|и|та|og|och|ja|dan|và|și|및|και|és|ir|un) |[、，；;/和及与&]|,(?! ?\d)"
)

AND = pattern(
    r" (?:and|und|et|y|e|ve|i|oraz|и|та|og|och|ja|dan|và|și|및|és) |[及与和&]"
)  # between two things that a name has
AND_PERHAPS = pattern(
    r"(?<=\S) (?:a|en|in|s|sekä|samt|con|com|avec|mit|with) (?=\S)"
)  # or in, to, with
# a rate of what stands before it, and no rural and urban one
OF_THE_FIRST = pattern(
    r"(?:(?:its|their|the|annual|yearly|natural|average|real) ){0,3}(?:growth|change|rate|share|increase|percentage|ratio)|.*[率比]$",
    re.IGNORECASE,
)
CONTRIBUTIONS = pattern(  # to what the title names, each by what a label says
    r"contributions? (?:to|of|à|a la)|contribuci[oó]n|contribu(?:ição|to)|(?:wachstums)?beitr[aä]ge?\b|вклад|拉动|贡献|貢獻|寄与度|기여도",
    re.IGNORECASE,
)
# a unit in two languages: (万吨 10000 tons)
IN_TWO = pattern(r"\(([\u4e00-\u9fff%‰/]{1,10})([ /,]{1,3})([A-Za-z0-9][^()\u4e00-\u9fff]*)\)$")

TERMS = pattern(r"\((?P<unit>[^()]+?)[ ,]+(?P<terms>f\.?o\.?b\.?|c\.?i\.?f\.?)\)$", re.IGNORECASE)


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
    >>> speaks_of_unit("Price (øre/kWh)"), speaks_of_unit("Births (m/f)")
    (True, False)
    """
    inside = INSIDE.findall(name)[-1:] if name.endswith(")") else []
    return any(is_unit(t) or is_scale_word(t) or RATIO.fullmatch(t) for t in inside)


def has_another_unit(name: str, unit: str) -> bool:
    """Whether the name of a level speaks of two things, or of a second unit, so that one unit is not of all of it.

    >>> has_another_unit("Jobs (thousands) by sector and share", "%")
    True
    >>> has_another_unit("Unemployment rate and its change", "points"), has_another_unit("Jobs and pay", "%")
    (True, False)
    >>> has_another_unit("Unemployment rate, Change", "points")
    False
    """
    several = SUBJECTS.search(INSIDE.sub("", name))  # not (% of people aged 15 and above)
    if several and Unit.of(unit).kind == "points":
        changed = says_only_growth(name.rpartition(", ")[2])  # Rate, Change (pp)
        return CONTRIBUTIONS.search(name) is None and not changed
    if unit in ("%", "‰") and ends_with_rate(name):
        return True
    return bool(several and unit) and any(
        (is_unit(text) or is_scale_word(text)) and not text.startswith(unit) and "=" not in text
        for text in INSIDE.findall(name)
    )


@lru_cache(maxsize=4096)
def ends_with_rate(name: str) -> bool:
    """Whether a name is of two things, of which only the second is a rate: the unit at its end is not of both.

    >>> [ends_with_rate(t) for t in ("Residents and growth rate (%), Peru", "Births and deaths", "Growth rate")]
    [True, False, False]
    >>> ends_with_rate("Employed persons, thousand, and employment rate, %")
    True
    >>> ends_with_rate("Rural and urban unemployment (%)")
    False
    >>> [ends_with_rate(t) for t in ("常住人口及自然增长率", "Unemployment and inflation")]
    [True, False]
    """
    two = [INSIDE.sub("", piece).partition(",")[0].strip() for piece in AND.split(name)]
    if len(two) != 2:
        return False
    rates = [is_rate(one, "level", "") or is_growth_of_something(f"{one} %") for one in two]
    if rates != [False, True]:
        return False
    of_first = OF_THE_FIRST.match(two[1]) or is_growth_of_something(f"{two[1]} %")
    return bool(of_first) or _have_one_stem(*two)


def _have_one_stem(first: str, second: str) -> bool:
    """Whether a word of the second begins as one of the first does: employed, employment rate.

    >>> _have_one_stem("Employed persons", "employment rate"), _have_one_stem("Fires", "unemployment")
    (True, False)
    """
    stems = {word[:STEM] for word in first.casefold().split() if len(word) >= STEM}
    return any(word[:STEM] in stems for word in second.casefold().split() if len(word) >= STEM)
