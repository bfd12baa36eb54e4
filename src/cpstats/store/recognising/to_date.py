"""Labels that say in words that their figures are of the months since January: YTD, Exports, year to date."""

from __future__ import annotations

import re

# the months from January on, as labels say it; of a fiscal year they begin elsewhere
TO_DATE = re.compile(
    r"(?<!fiscal )(?<!financial )(?:\b(?:year[- ]to[- ]date|ytd|jan(?:uary)?\.?[-–—](?:month|date)|(?:cumulative |total )?(?:since|from) january"
    r"|acumulad[oa]s? (?:en el año|no ano|do ano|del año)|cumul(?:é|ée)?s? (?:depuis janvier|de l'année)|seit (?:jahresbeginn|januar)"
    r"|od początku roku|от начала года|с начала года)\b)",
    re.IGNORECASE,
)
AROUND = " ,;:()[]-–"


def without_to_date(text: str) -> str:
    """Return a label without the words that its figures are of the months since January.

    >>> without_to_date("Exports YTD (kt)"), without_to_date("Exports, year to date"), without_to_date("YTD")
    ('Exports (kt)', 'Exports', '')
    >>> without_to_date("Exports, YTD, y/y %")
    'Exports, y/y %'
    >>> without_to_date("Fiscal year to date"), without_to_date("Exports")
    ('Fiscal year to date', 'Exports')
    """
    found = TO_DATE.search(text)
    if found is None:
        return text
    before, behind = text[: found.start()].rstrip(AROUND), text[found.end() :].lstrip(" :)]")
    return (
        f"{before}{behind}"
        if behind[:1] in (",", ";") and before
        else f"{before} {behind.lstrip(' ,;')}".strip()
    )
