"""Labels that say in words that their figures are of the months since January: YTD, Exports, year to date."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

# the months from January on, as labels say it; of a fiscal year they begin elsewhere
TO_DATE = pattern(
    r"(?<!fiscal )(?<!financial )(?:\b(?:year[- ]to[- ]date|ytd|jan(?:uary)?\.?[-–—](?:month|date)|(?:cumulative |total )?(?:since|from) january"
    r"|acumulad[oa]s? (?:en el año|no ano|do ano|del año)|cumul(?:é|ée)?s? (?:depuis janvier|de l'année)|seit (?:jahresbeginn|januar)"
    r"|od początku roku|от начала года|с начала года|з початку року|sedan årsskiftet|hittil i år|since (?:the )?(?:beginning|start) of (?:the )?year|desde (?:el )?(?:inicio|comienzo|principio)s? del? año|en lo que va del año|yılbaşından (?:beri|itibaren)|fra årets begyndelse)\b|1月からの累計|年初来(?:の?累計)?|年初からの累計|연초\s?(?:이후|부터) 누계|1월부터 누계)",
    re.IGNORECASE,
)
SINCE = pattern(  # growth on it is no growth on the year before
    r"\b(?:seit (?:jahresbeginn|januar)|od początku roku|от начала года|с начала года|з початку року|sedan årsskiftet|yılbaşından (?:beri|itibaren)"
    r"|fra årets begyndelse|since (?:the )?(?:beginning|start|end) of (?:the |last )?year|since december|depuis (?:janvier|le début de l['’]année)"
    r"|desde (?:el )?(?:inicio|comienzo|principio)s? del? año|en lo que va del año)\b",
    re.IGNORECASE,
)
ON_THE_BEGINNING = " (growth since the beginning of the year)"
AROUND = " ,;:()[]-–"


def so_far(name: str, measure: str, text: str) -> tuple[str, bool | None]:
    """Return the name of figures of the months since January, and that they are; growth on the beginning of the year has a name of its own.

    >>> so_far("Loans", "growth", "Loans, growth since December"), so_far("Loans", "level", "Loans YTD")
    (('Loans (growth since the beginning of the year)', None), ('Loans', True))
    """
    if measure == "growth" and SINCE.search(text):
        return f"{name}{ON_THE_BEGINNING}", None
    return name, True


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
    if before.count("(") > before.count(")") and text[len(before) :].startswith(")"):
        before += ")"  # Exports (kt), YTD
    return (
        f"{before}{behind}"
        if behind[:1] in (",", ";") and before
        else f"{before} {behind.lstrip(' ,;')}".strip()
    )
