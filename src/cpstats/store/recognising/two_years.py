"""A year by the two calendar years that it lies in: 2008-09 beside 2007-08."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.period import fiscal, span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.period import Period

SPAN = re.compile(r"((?:19|20)\d\d) ?[-–] ?(\d\d|(?:19|20)\d\d)")
YEAR = re.compile(r"(?:19|20)\d\d").fullmatch
TWO_YEARS = re.compile(
    r"(?:FY ?)?((?:19|20)\d\d)(?:[-–/]| to )(\d\d|(?:19|20)\d\d|2[Kk])年?度?"
)  # 1999-2K


def double_years(texts: Iterable[str]) -> list[str]:
    """Return labels that are years of two calendar years: a run of them, each ending in the next.

    `2008-09` alone may be a month; beside `2007-08` it is a year of its own kind.

    >>> double_years(["2007-08", "2008-09"]), double_years(["2008-09", "2008-10"])
    (['2007-08', '2008-09'], [])
    >>> double_years(["2007 to 2008", "2008 to 2009"]), double_years(["2001 to 2005", "2006 to 2010"])
    (['2007 to 2008', '2008 to 2009'], [])
    >>> double_years(["2007 to 2008"]), double_years(["2007", "2007 to 2008", "2008 to 2009"])
    ([], [])
    """
    labels = [text for text in dict.fromkeys(texts) if text]
    found = [TWO_YEARS.fullmatch(text) for text in labels]
    pairs = [(int(f[1]), last_of_two(f)) for f in found if f]
    following = all(last in (first + 1, (first + 1) % 100) for first, last in pairs)
    run = len(pairs) > 1 or any(last > 12 for _, last in pairs)
    named = [text for text, f in zip(labels, found, strict=True) if f]
    if any(" to " in text for text in named) and (len(pairs) < 2 or any(map(YEAR, labels))):
        return []  # 2021, 2022 and 2021 to 2022: a change
    return named if pairs and run and following else []


def last_of_two(found: re.Match[str]) -> int:
    """Return the year, or its last two digits, behind the first: 2000 for 1999-2K."""
    return int(found[2].upper().replace("2K", "2000"))


def years_of_two(labels: Iterable[str]) -> dict[str, Period]:
    """Return the years that span two of a run of them, and longer spans of a run.

    >>> [str(year) for year in years_of_two(["2008-09", "FY 2009/2010"]).values()]
    ['2008/09', '2009/10']
    """
    every = [*labels]
    if spans := spans_of_run(every):
        return spans
    found = ((text, TWO_YEARS.fullmatch(text)) for text in double_years(every))
    return {text: fiscal(int(years[1])) for text, years in found if years}


def spans_of_run(texts: Iterable[str]) -> dict[str, Period]:
    """Return the spans that end with two digits which a month has too, where all of a run are spans: 2001-05 behind 1996-2000.

    Each begins with the year behind the last of the one before it, or with that.

    >>> {t: str(p) for t, p in spans_of_run(["1991-1995", "1996-2000", "2001-05"]).items()}
    {'2001-05': '2001/2005'}
    >>> spans_of_run(["2001-05", "2001-06"]), spans_of_run(["1991-1995", "2001-05"])
    ({}, {})
    """
    labels = list(dict.fromkeys(filter(None, texts)))
    found = [SPAN.fullmatch(text) for text in labels]
    pairs = [(int(f[1]), int(f[1][:2] + f[2] if len(f[2]) < 4 else f[2])) for f in found if f]
    joined = all(b[0] in (a[1], a[1] + 1) for a, b in pairwise(pairs))
    sure = any(
        last - first > 1 and len(f[2]) > 2
        for (first, last), f in zip(pairs, found, strict=False)
        if f
    )
    if len(pairs) < 2 or len(pairs) < len(labels) or not (joined and sure):
        return {}
    return {
        t: span(*pair)
        for t, pair in zip(labels, pairs, strict=True)
        if len(t) < len("2001-2005") and pair[0] < pair[1]
    }
