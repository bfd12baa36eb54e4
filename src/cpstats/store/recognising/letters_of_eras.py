"""Years of Japan by the letter of their era: S63, H1; H30, R1, R2; H25年."""

from __future__ import annotations

import re

from cpstats.model.period import Period, annual
from cpstats.store.recognising.roman_parts import NUMBERED, month_in_roman

LETTERED = re.compile(r"(?P<era>[MTSHR])\.? ?(?P<year>\d{1,2}|元)(?P<word>年)?")
FLOAT = re.compile(r"(?P<year>(?:19|20)\d\d)\.0")
SINCE = {"M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}
LAST = {"M": 45, "T": 15, "S": 64, "H": 31}


def year_of_letter(found: re.Match[str], labels: list[str]) -> Period | None:
    """Return the year of a letter and a number, where all the labels together are years of more than one era.

    Of one era alone R1, R2 may be regions and H1, H2 halves: there the word for a year has to stand behind each.

    >>> labels = ["H30", "R1", "R2"]
    >>> [str(year_of_letter(LETTERED.fullmatch(t), labels)) for t in labels]
    ['2018', '2019', '2020']
    >>> year_of_letter(LETTERED.fullmatch("R1"), ["R1", "R2", "R3"])
    >>> year_of_letter(LETTERED.fullmatch("M01"), ["M01", "M02", "S01"])  # months and halves: no era T between
    """
    every = [of for text in labels if (of := LETTERED.fullmatch(text))]
    worded = all(of["word"] for of in every)
    eras = {of["era"] for of in every}
    if not worded and (
        len(eras) < 2 or "".join(e for e in SINCE if e in eras) not in "".join(SINCE)
    ):
        return None
    number = 1 if found["year"] == "元" else int(found["year"])
    if not 1 <= number <= LAST.get(found["era"], 99):
        return None
    return annual(SINCE[found["era"]] + number)


def year_of_float(found: re.Match[str], labels: list[str]) -> Period | None:  # noqa: ARG001 - as the others
    """Return the year that a program wrote as a number with a point, as it does where one of a column is missing: 2015.0.

    >>> str(year_of_float(FLOAT.fullmatch("2015.0"), [])), FLOAT.fullmatch("2015.1")
    ('2015', None)
    """
    return annual(int(found["year"]))


# what is told by all labels of a run: the months and years of numerals and of letters, years with a point
FORMS = ((NUMBERED, month_in_roman), (LETTERED, year_of_letter), (FLOAT, year_of_float))
