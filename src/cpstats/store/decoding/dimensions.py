"""Which dimension of a cube is which of our columns: as the user says, by its name, by its codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.cells import MISSING, number, period_of
from cpstats.store.sheet import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.store.decoding.cube import Cube

AREAS = pattern(
    r"\b(?:regions?|count(?:y|ies|ry|ries)|states?|provinces?|municipalit(?:y|ies)|districts?|areas?"
    r"|territor(?:y|ies)|geograph\w*|land(?:er|kreis)?|kreis|gemeinde\w*|bundesland|l[aä]n|kommun\w*"
    r"|fylke|r[eé]gions?|d[eé]partements?|communes?|pays|municipio\w*|provincias?|comunidad\w*"
    r"|kanton(?:en?)?|cantons?|canton[ei]|bezirke?|områder?|gemeenten?|provincie\w*|regione[nr]?|regioni|regij[ae]"
    r"|województw[oa]|powiaty?|kraje?|okresy?|obec|obce|maakond|maakonnad|sveitarfélag\w*"
    r"|estados?(?! civil)|pa[ií]s(?:es)?|maakunta|kunta|alue)\b|地区|省|市|县|区|国家|都道府県|地域",
    re.IGNORECASE,
)
# The first of these that a file has, in letters of any size, is what we know by our word.
KNOWN = {
    "indicator": (
        "INDICATOR",
        "SERIES",
        "SUBJECT",
        "INDIC",
        "NA_ITEM",
        "STO",
        "MEASURE",
        "VARIABLE",
    ),
    "place": ("REF_AREA", "GEO", "LOCATION", "COUNTRY", "REGION", "AREA"),
    "time": ("TIME_PERIOD", "TIME", "YEAR"),
    "freq": ("FREQ", "FREQUENCY"),
    "value": ("OBS_VALUE",),
    "status": ("OBS_STATUS", "OBS_FLAG"),
    "unit": ("UNIT_MEASURE", "UNIT"),
    "power": ("UNIT_MULT", "UNIT_MULTIPLIER", "POWERCODE"),
    "decimals": ("DECIMALS",),
}
OF_OTHERS = pattern(  # by what else figures of a place are told apart: guests by nationality
    r"citizen|nationalit|nasjonalit|\bstatsborg|\bmedborg|staatsang|cittadin|nacionalid|kansalais|obywatel"
    r"|countr(?:y|ies) of (?:birth|origin|destination)|f[øö]delseland|fødeland|herkunft|pays d'origine|país de origen",
    re.IGNORECASE,
)
ITEM = pattern("INDIC_[A-Z0-9_]+").fullmatch  # INDIC_NA, INDIC_SB
WHOLE = ("", "_Z", "_T", "_X")  # not applicable, total, not allocated: nothing to be told apart by


def chosen_of(cube: Cube) -> tuple[dict[str, str], list[str]]:
    """Return the concept of each of our columns, and those that are left for the name.

    What the user says stands above the concept's name, and that above what its codes are.
    """
    upper = {c.upper(): c for c in reversed(cube.concepts) if c}
    told = {upper[c.upper()]: kind for c, kind in cube.columns.items() if c.upper() in upper}
    free = {c.upper(): c for c in upper.values() if c not in told}
    chosen = {kind: next((free[i] for i in ids if i in free), "") for kind, ids in KNOWN.items()}
    chosen["indicator"] = chosen["indicator"] or next((free[c] for c in free if ITEM(c)), "")
    chosen |= {kind: c for c, kind in told.items() if kind in KNOWN}
    rest = [c for c in cube.concepts if c and c not in chosen.values()]
    others = measures_of(cube) if "value" in told.values() else []  # of which one was chosen
    rest = [c for c in rest if told.get(c) != "skip" and (c in told or c not in others)]
    for kind, fits in (("time", _is_period), ("place", _is_place)):
        if not chosen[kind]:
            open_ = [
                c
                for c in rest
                if c not in told and not (kind == "place" and _is_of_others(cube, c))
            ]
            found = [c for c in open_ if _mostly(cube, c, fits)]
            if kind == "place":
                found = [c for c in found or open_ if _is_area(cube, c)] or found
            if len(found) > 1:  # a word alone may be a place by accident
                found = [c for c in found if len(_codes(cube, c)) > 1] or found
            if len(found) > 1:
                raise _either(cube, kind, found)
            chosen[kind] = found[0] if found else ""
            rest = [c for c in rest if c != chosen[kind]]
    return chosen, rest


def measures_of(cube: Cube) -> list[str]:
    """Return the concepts whose cells are numbers with a fraction: what may be figures."""
    return [c for c in numbers_of(cube) if any("." in text for text in _codes(cube, c))]


def numbers_of(cube: Cube) -> list[str]:
    """Return the concepts whose cells are numbers and no periods."""
    return [c for c in cube.concepts if c and _are_numbers(_codes(cube, c) - MISSING)]


def _are_numbers(texts: set[str]) -> bool:
    return bool(texts) and all(number(t) is not None and period_of(t) is None for t in texts)


def _either(cube: Cube, kind: str, found: Sequence[str]) -> DataError:
    """Return the error for dimensions of which each could be the place, or the period."""
    return DataError(
        Message("{} could each be the {}", "{}都可能是{}", list(found), kind_of(kind)),
        where=Where(cube.name, 1, 1),
        mend=Message("Say which it is: {}.", "请指明：{}。", f"--column {found[0]}={kind}"),
    )


def _mostly(cube: Cube, concept: str, fits: Callable[[str], bool]) -> bool:
    """Whether most codes of a dimension are something, by themselves or by their labels."""
    if cube.dimensions is not None and concept not in cube.dimensions:
        return False
    codes = _codes(cube, concept)
    true = sum(fits(c) or fits(cube.labels.get((concept, c), "")) for c in codes)
    return 2 * true > len(codes)


def _codes(cube: Cube, concept: str) -> set[str]:
    column = cube.concepts.index(concept)
    return {row[column] for row in cube.rows} - {*WHOLE}


def _is_area(cube: Cube, concept: str) -> bool:
    """Whether a dimension says by its name that it holds places."""
    made = cube.dimensions is None or concept in cube.dimensions
    return made and AREAS.search(cube.titles.get(concept, concept).replace("_", " ")) is not None


def _is_of_others(cube: Cube, concept: str) -> bool:
    """Whether a dimension says by its name that its countries are those of guests."""
    return OF_OTHERS.search(cube.titles.get(concept, concept).replace("_", " ")) is not None


def _is_period(text: str) -> bool:
    return period_of(text) is not None


def _is_place(text: str) -> bool:
    found = register.ranked(text) if len(text) > 1 else []
    return bool(found) and found[0][0] < register.SHORT_OF_COUNTY
