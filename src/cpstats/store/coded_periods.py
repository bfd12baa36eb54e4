"""Periods as data banks code them: 2021JJ00, 2021KW01, 2021MM03, MO012020."""

from __future__ import annotations

import re

CODED = re.compile(
    r"(?P<year>\d{4})(?:JJ00|KW0(?P<quarter>[1-4])|HJ0(?P<half>[12])|MM(?P<month>0[1-9]|1[0-2]))"
    r"|MO(?P<before>0[1-9]|1[0-2])(?P<of>\d{4})"
)


def uncoded(text: str) -> str:
    """Return the period of a code as everybody writes it, other texts as they are.

    >>> [uncoded(t) for t in ("2021JJ00", "2021KW01", "2021HJ02", "2021MM03", "MO012020", "2021")]
    ['2021', '2021-Q1', '2021-H2', '2021-03', '2020-01', '2021']
    """
    found = CODED.fullmatch(text)
    if found is None:
        return text
    said = found.groupdict()
    year = said["year"] or said["of"]
    if said["quarter"]:
        return f"{year}-Q{said['quarter']}"
    if said["half"]:
        return f"{year}-H{said['half']}"
    month = said["month"] or said["before"]
    return f"{year}-{month}" if month else year
