"""Months of six digits that stand alone: 202412, under a word for times."""

from __future__ import annotations

import re

from cpstats.model.period import Freq, Period

DIGITS = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")


def month_of_digits(text: str) -> dict[str, Period]:
    """Return the month of six digits, by what stands there; empty where they may be two years: 201112 is 2011-12 too.

    >>> [str(period) for period in month_of_digits("202412").values()], month_of_digits("201112"), month_of_digits("202413")
    (['2024-12'], {}, {})
    """
    found = DIGITS.fullmatch(text)
    if found is None or int(found[2]) == int(found[1]) % 100 + 1:
        return {}
    return {text: Period(Freq.MONTH, int(found[1]), int(found[2]))}
