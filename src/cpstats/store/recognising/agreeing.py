"""Whether the cells of a column are of the kind that its header names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cpstats.model.period import Freq
from cpstats.model.traditional import simplified
from cpstats.store.cells import STATUS_OF_FLAG, is_number, period_of
from cpstats.store.frequencies import WHOLE_YEAR, part_of_year
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.header_words import CODE_END, bare, role_of
from cpstats.store.recognising.place_names import LOOKED_AT, ends_like_place, is_country, is_place
from cpstats.store.recognising.scales import is_scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.column_kinds import Column

CLASS = re.compile(r"\d+(?:\.0)?(?:[,;-]\d+)*")  # codes of a classification
KIND = frozenset(  # words beside those for places in the names of kinds of places
    (
        *(
            "of",
            "or",
            "and",
            "non",
            "united",
            "special",
            "upper",
            "lower",
            "tier",
            "level",
            "group",
        ),
        *("local", "unitary", "combined", "authority", "authorities", "metropolitan", "capital"),
        *(
            "area",
            "region",
            "world",
            "union",
            "admin",
            "administrative",
            "statistical",
            "aggregate",
        ),
        *("rural", "urban", "development", "income", "sdg", "geographic"),
    )
)
ALSO_KINDS = frozenset(
    ("group", "subregion", "continent")
)  # of places, where no word says it alone
# behind the header of the column whose figures it is about
BESIDE = re.compile(
    r"(.+?)[\s_:-]+\(?(?:foot ?notes?|notes?|flags?|status|symbols?|missing values?|remarks?|备注|注释|脚注|注)\)?",
    re.IGNORECASE,
)
ANYTHING = frozenset(("entity", "entities", "entity name"))
MANY = 30  # more kinds of places than there are
NUMBERS = frozenset(("index", "no", "nr"))  # words that number the rows, or say what figures are of

# of a series, where they stand in a row above it; of the figures, where they stand over a column
SUMMARIES = frozenset(
    [
        "mean",
        "median",
        "variance",
        "min",
        "max",
        "平均",
        "均值",
        "方差",
        "标准差",
        "偏度",
        "峰度",
        "变异系数",
        "最小",
        "最小值",
        "最大",
        "最大值",
        "中位数",
        "总和",
    ]
) | {"standard deviation", "coefficient variation"}


def are_kinds_of_places(column: Column) -> bool:
    """Whether the cells say what kind of place each is: country, region, unitary authority."""
    known = sum(_is_kind_of_place(text) for text in column.said[:MANY])
    return len(column.said) < MANY and known * 2 > len(column.said)


def _is_kind_of_place(text: str) -> bool:
    if is_country(text):  # the United States
        return False
    if role_of(text) == "place":  # thị xã
        return True
    words = bare(re.sub(r"[()/]", " ", text)).split()
    kinds = [
        "place" in (role_of(word.removesuffix("s")), role_of(word)) or word in ALSO_KINDS
        for word in words
    ]
    return any(kinds) and all(k or w in KIND for k, w in zip(kinds, words, strict=True))


def is_concept(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column is a dimension of a cube: words in capitals stand over it, and those of SDMX over places and times.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> made = [Column(n, (word,), ()) for n, word in enumerate(("TIME", "GEO", "NA_ITEM", "Remark"))]
    >>> is_concept(made[2], made), is_concept(made[3], made), is_concept(made[2], made[1:])
    (True, False, False)
    """
    heads = {text for other in columns for text in other.above if text.isupper()}
    cube = heads & {"GEO", "REF_AREA"} and heads & {"TIME", "TIME_PERIOD"}
    return bool(cube) and bool(column.above) and {*column.above} <= heads


def notes_of_others(columns: Sequence[Column]) -> set[int]:
    """Return the columns whose header is that of another with the word for its notes behind: 2020 Footnote."""
    heads = Counter(text for column in columns for text in column.above)
    return {column.number for column in columns if _is_beside(column, heads)}


def _is_beside(column: Column, heads: Mapping[str, int]) -> bool:
    if column.content not in ("words", "empty"):
        return False
    found = [BESIDE.fullmatch(text) for text in column.above[-1:]]
    return any(f and heads.get(f[1], 0) > (f[1] in column.above) for f in found)


def is_within_year(text: str) -> bool:
    """Whether a text is a day, a month or a quarter of a year that it names."""
    found = period_of(text)
    return is_date(text) or (found is not None and found.freq in (Freq.QUARTER, Freq.MONTH))


def agreed(role: str, column: Column, hints: Hints) -> str:
    """Return the role that a header gives, if the cells are of that kind; else what they are, or none."""
    if role == "place" and len(column.said) > 1 and all(map(is_class, column.said[:LOOKED_AT])):
        role = "name"  # Region: urban, rural
    if role in ("code", "other") and (_are_dates_under_an_id(column) or _is_index(column)):
        return "time"
    if role == "database" and column.content == "period" and len(column.said) > 1:
        role = "time"  # Survey over the years in which it was made
    if role == "level" and column.is_codes:
        role = "code"  # UF: what kind of places the rows are of
    if role in ("decimals", "database", "code"):
        return "other"
    if (
        role in ("time", "part", "place") and column.is_frequencies
    ):  # Okresy are spells, or districts
        return "freq"
    if role in ("status", "after"):
        fits = _are_flags(column, hints) if role == "status" else column.content != "words"
        return role if fits else "other"
    if role == "other" and column.content == "figure" and _are_figures(column):
        return ""
    return role if _fits(role, column) else ""


def _are_dates_under_an_id(column: Column) -> bool:
    """Whether a download that puts the ids of its series first has days below that word."""
    ids = any(CODE_END.search(bare(text)) for text in column.above)
    return ids and len(column.said) > 1 and all(map(is_date, column.said[:MANY]))


def _is_index(column: Column) -> bool:
    """Whether periods stand below the word that programs put over what they number rows by."""
    named = {bare(text) for text in column.above} == {"index"}
    return named and column.content == "period" and len(column.said) > 1


def _are_figures(column: Column) -> bool:
    """Whether a word that may number the rows, or sum up a series, stands over figures: an index, NO, median."""
    words = {simplified(bare(text)) for text in column.above}
    if words <= SUMMARIES:
        return True
    return (
        not (column.is_counted or column.is_numbering)
        and ("index" in words or not column.is_whole)
        and words <= NUMBERS
    )


def _fits(role: str, column: Column) -> bool:
    """Whether the cells of a column are of the kind that its header names."""
    content = column.content
    figures = content == "figure"
    if role in ("time", "part"):
        exact = any(role_of(text) in ("time", "part") for text in column.above)
        if content == "words" and not exact and not any(map(_may_be_a_time, column.said)):
            return False
        parts = [t for t in column.said if not WHOLE_YEAR.fullmatch(t)]  # 1, 2 … 12, Total
        short = all(t.removesuffix(".0").isdigit() and len(t) < 7 for t in parts)
        return short or not figures or column.is_time
    fits = {
        "place": content != "period"
        and (not figures or _codes_of_places(column))
        and not _may_be_anything(column),
        "indicator": content != "period" and (not figures or not column.number),
        "name": not figures or all(CLASS.fullmatch(t) or not is_number(t) for t in column.said),
        "unit": not figures,
        "freq": not figures,
        "scale": all(is_scale(t) for t in column.said),
        "value": content not in ("words", "period") and not column.is_time,
        "level": False,  # words below it are of schools, or of anything
    }
    return fits.get(role, True)


def _may_be_anything(column: Column) -> bool:
    """Whether a word that stands over places and over much else has no place below it: Entity, 1-4 years."""
    general = {bare(text) for text in column.above} <= ANYTHING
    looked = column.said[:LOOKED_AT]
    return general and not any(is_place(t) or ends_like_place(t) for t in looked)


def _may_be_a_time(text: str) -> bool:
    return bool(part_of_year(text)) or any(c.isdigit() for c in text)


def _are_flags(column: Column, hints: Hints) -> bool:
    known = any(t.casefold() in STATUS_OF_FLAG or t in hints.flags for t in column.texts)
    return known or all(len(t) < 4 for t in column.texts)


def _codes_of_places(column: Column) -> bool:
    extent = any(bare(text) == "area" for text in column.above)  # of land, not a place
    return column.is_whole and bool(column.above) and not extent
