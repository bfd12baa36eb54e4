"""Growth over more than a year: its measure, its period, what it starts from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import counted
from cpstats.claims.english.running_months import of_last_month, twelve_before
from cpstats.claims.terms.measure import GROWTHS
from cpstats.claims.terms.periods import months_of, year_before
from cpstats.model.pattern import pattern
from cpstats.model.period import annual

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.periods import When

_A_YEAR = pattern(r" (?:(?:a|per|each|every) (?:year|annum)|annually|yearly)\b")
_OVER = ("growth", "average_growth", "span_growth", "change", "growth_change", "share_change")
_A_MEAN = pattern(r"\b(?:on average|an average|averag\w+)\b", re.IGNORECASE)
_OVER_ALL = pattern(  # over the period, of no said length
    r"\b(?:over|during|across|throughout) the (?:whole |entire |full )?period\b(?! (?:from|between|to|of|in|since|(?-i:[A-Z])|\d))",
    re.IGNORECASE,
)
_OF_YEARS = pattern(  # the three-year average was
    r"\b(?:[a-z]+-(?:year|month|quarter)|long-term|long-run|historical|moving|rolling) (?:average|mean|median)\b[^;]*$",
    re.IGNORECASE,
)
_REACHED = pattern(r"\b(?:to|at|reach\w*|hit|peaked|stood|was|were|is|are)\b[^,;]{0,20}$")
_EACH = pattern(
    r"(?: [a-z-]+){0,4} (?:a|per|each|every) year\b(?! (?:ago|earlier|before|later|on|to))"
)
_ONE_YEAR, _DECEMBER = 1, 12
_COUNT = counted(2, 5)
_COUNTS = counted(2, 20) | {"decade": 10, "two decades": 20}
_MANY = rf"(?:(?P<n>{'|'.join(n for n in _COUNTS if n.isalpha())}|\d\d?)[- ]years?|(?P<decades>(?:two )?decades?))"
_LONG = rf"(?:over|in|within|during|across|throughout) (?:the (?:course of )?|a )?(?:past |last |previous |preceding |space of )?{_MANY}"
_VAGUE = r"(?:over|in|during|across|throughout|for) (?:the )?(?:past |last |previous |recent |several |few |many |some )*(?:years|decades)|(?:in|over) (?:the )?(?:long|medium|longer) (?:run|term)|(?:over|within) (?:that|this|these|those|the same) (?:time|period|span|years)(?! (?:of|in|last|a year))|since then"
_ENDS = r"(?! (?:up )?to (?:19|20)| (?:later|old|ahead)|'|-|,? (?:in a row|running))(?! (?:earlier|ago|before)\b)\b"
_OVER_SO_MANY = pattern(  # over the past five years jobs have grown by 9.7 percent
    rf"\b(?:{_LONG}|(?P<vague>{_VAGUE})){_ENDS}", re.IGNORECASE
)
_RECORD = pattern(
    r"\b(?:\w+est|first|worst|best|most|least|record|low|high|time|unmatched|unseen)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_A_TIME = pattern(
    r"\b(?:(?:19|20)\d\d|year|month|quarter)\b", re.ASCII
)  # of which a number is then
_CLAUSE_ENDS = pattern(
    r"[;:]|,(?= (?:the|a|an|its|their|after|but|while|having|which)\b)| (?:and|or|but|while|after) |\d"
)
_SO_MANY = pattern(rf"\b(?P<n>{'|'.join(_COUNT)})[- ]years?\b", re.IGNORECASE)


def spanned(
    measure: Measure, stretch: Stretch, *, flow: bool = False
) -> tuple[Measure, When, str | None]:
    """Return measure, period and base, where the words compare over more than a year.

    `flow` is whether the figures are of a flow, whose growth at the end of a year is that of its last part too.
    """
    if (found := _apart(measure, stretch)) is not None:
        return found
    when, base = stretch.when, stretch.base
    if flow and measure.name == "growth" and when.is_day and when.code:
        when = _at_its_end(when)
    if (
        base is not None
        and _is_far(when, base)
        and measure.name in ("growth", "growth_on_period", "average_growth", "multiple", "change")
    ):
        grown = measure.name in GROWTHS and measure.name != "average_growth"
        name = "span_growth" if grown else measure.name
        ended = _ended(when)
        if name == "span_growth" and when.span is not None and _is_since(when.span[0], stretch):
            ended = replace(ended, readings=(str(ended.code),))  # its base is said: since 2017
        return replace(measure, name=name), ended, base.code
    long = when.span is not None and when.span[0] < when.span[1]
    if measure.name == "growth" and long:
        mean = "averag" in stretch.said.lower() or _A_YEAR.match(stretch.after)
        name = "average_growth" if mean else "span_growth"
        measure = replace(measure, name=name)
    if (
        measure.name not in (*GROWTHS, "change", "multiple", "growth_change", "share_change")
        and long
    ):
        return measure, _ended(when), None
    if measure.name == "average_growth" and not long and base is None:
        return measure, *_over_years(when, stretch)
    return measure, *_from(when, measure.name, stretch)


def _is_far(when: When, base: When) -> bool:
    """Return whether a period is held against one more than a year before: 2023/24 against 2014/15."""
    if twelve_before(when) and twelve_before(base):
        return int(str(when.code)[:4]) - int(str(base.code)[:4]) > _ONE_YEAR
    return None not in (base.year, when.year) and (when.year or 0) - (base.year or 0) > _ONE_YEAR


def _is_since(first: int, stretch: Stretch) -> bool:
    """Return whether a span is said by the year that it is counted from: since 2017."""
    return stretch.base is not None and stretch.base.year == first


def _from(when: When, measure: str, stretch: Stretch) -> tuple[When, str | None]:
    """Return a period and what a growth or a change in it starts from; of a span from A to B a change is that from A."""
    if when.span is None or when.span[0] == when.span[1] or not when.opened:
        return when, base_of(when, measure)
    if measure != "change" and not _is_since(when.span[0], stretch):
        return when, None  # from 2020 to 2024: its base is looked for where it is held against
    first, last = map(annual, when.span)
    return replace(when, code=str(last), readings=(str(last),), span=None), str(first)


def _apart(measure: Measure, stretch: Stretch) -> tuple[Measure, When, str | None] | None:
    """Return the same of what is no figure of one year: over years that are counted, a mean of some, since a month."""
    when, base = stretch.when, stretch.base
    moves = measure.name in (*_OVER, "multiple", "growth_on_period")
    many = years_counted(stretch) if moves and base is None and when.span is None else None
    if many is not None:
        return _counted_back(measure, stretch, many)
    if measure.name == "level" and (_is_a_mean(stretch) or _is_a_total(stretch)):
        return measure, replace(when, code=None, readings=()), None
    since = measure.name in _SINCE_MONTHS or (
        measure.name == "growth" and _THAN_THEN.match(stretch.after)
    )
    if since and base is not None and _is_within_years(when, base):
        name = "span_growth" if measure.name == "growth" else measure.name
        return replace(measure, name=name), when, base.code
    return None


_SINCE_MONTHS = ("change", "share_change")
_THAN_THEN = pattern(r" (?:more|fewer|less|higher|lower|larger|smaller) than (?:in|at) ")


def _is_within_years(when: When, base: When) -> bool:
    """Return whether a month is held against another one than that a year before: 9,200 fewer than in March."""
    if when.months is None or base.months is None or (base.is_day and not when.is_day):
        return False
    if when.is_day and base.is_day:  # at the end of September, 3,900 more than a year ago
        return base.code != when.code
    if when.is_day:  # at the end of March, 2,200 fewer than in February
        return base.months[1] == base.months[2] and base.months[::2] != when.months[::2]
    alike = when.months[2] - when.months[1] == base.months[2] - base.months[1] < _QUARTER
    return alike and base.code not in (when.code, year_before(when))


_QUARTER = 3  # months


def years_counted(stretch: Stretch) -> int | None:
    """Return over how many years something is said to have moved: over the past five years; 0 where nobody says how many.

    None where no years are counted, or only those since which something is the most.
    """
    behind = _CLAUSE_ENDS.split(stretch.after)[0]
    for words in (stretch.said.rpartition(";")[2], behind):
        found = _OVER_SO_MANY.search(words)
        told = found and (
            _RECORD.search(words, 0, found.start()) or _A_TIME.search(words, found.end())
        )
        if found and not told:
            return 0 if found["vague"] else _count(found)
    return None


def _count(found: re.Match[str]) -> int:
    said = (found["n"] or found["decades"].removesuffix("s")).lower()
    return int(said) if said.isdigit() else _COUNTS.get(said) or 20


def _counted_back(
    measure: Measure, stretch: Stretch, many: int
) -> tuple[Measure, When, str | None]:
    """Return growth over so many years up to the period spoken of, that of no period where these are not known."""
    when = stretch.when
    if not many or when.months is None or when.code is None:
        return measure, replace(when, code=None, readings=()), None
    mean = "averag" in stretch.said.lower() or _A_YEAR.match(stretch.after)
    grown = "average_growth" if mean else "span_growth"
    name = grown if measure.name in GROWTHS else measure.name
    year, first, last = when.months
    return replace(measure, name=name), when, months_of(year - many, first, last).code


def _is_a_mean(stretch: Stretch) -> bool:
    """Return whether a number is what several years have on average: on average 492 fires a year."""
    if _OF_YEARS.search(stretch.said):
        return True
    mean = _A_MEAN.search(stretch.said) is not None
    return mean and (_EACH.match(stretch.after) is not None or _is_over_years(stretch))


def _is_over_years(stretch: Stretch) -> bool:
    """Return whether a mean is that of years or months that are only counted: over the five years it averaged 412."""
    none = stretch.when.span is None
    return none and (
        years_counted(stretch) is not None or _OVER_ALL.search(stretch.said) is not None
    )


def _is_a_total(stretch: Stretch) -> bool:
    """Return whether a number is what several years have together: between 2021 and 2023 1,735 fires broke out."""
    when = stretch.when
    long = when.span is not None and when.span[0] < when.span[1]
    counted = "there were" in stretch.said or not _REACHED.search(stretch.head)
    return long and when.opened and not stretch.against and counted


def _over_years(when: When, stretch: Stretch) -> tuple[When, str | None]:
    """Return the years of an average that only counts them: averaged 4.7 percent over two years.

    Where nobody says how many they are, the period is not known.
    """
    if when.months is None or not is_whole_year(when):
        return when, None
    count = _SO_MANY.search(f"{stretch.said}|{stretch.after}")
    if count is None:
        return replace(when, code=None, readings=()), None
    return when, str(annual(when.months[0] - _COUNT[count["n"].lower()]))


def _ended(when: When) -> When:
    """Return the last year of a span, with the span as another reading."""
    if when.span is None or when.span[0] == when.span[1]:
        return when
    end = str(annual(when.span[1]))
    return replace(when, code=end, readings=(end, *when.readings))


def _at_its_end(when: When) -> When:
    """Return a year with its last parts: growth at the end of the year was 4.5 percent."""
    year, _, last = when.months or (0, 0, 0)
    if last != _DECEMBER:
        return when
    code = str(annual(year))
    return replace(when, code=code, readings=(code, f"{code}-Q4", f"{code}-12"))


def of_one_year(measure: Measure, stretch: Stretch) -> tuple[Measure, Stretch]:
    """Return the rise of a price index in a year, whose level is the average of its months, or in the twelve to one."""
    if measure.name in ("growth", "share"):
        stretch = replace(stretch, when=of_last_month(stretch.when))
    if measure.name != "average_growth" or _SO_MANY.search(stretch.said):
        return measure, stretch
    one = is_whole_year(stretch.when) and stretch.when.span is None
    return (replace(measure, name="growth") if one and stretch.base is None else measure), stretch


def is_whole_year(when: When) -> bool:
    """Return whether a period is one whole year."""
    return when.months is not None and when.months[1:] == (1, 12)


def base_of(when: When, measure: str) -> str | None:
    """Return the period that a growth or a change starts from."""
    if when.span is not None and when.span[0] < when.span[1] and measure in _OVER:
        return str(annual(when.span[0] - 1))
    return year_before(when) if measure == "growth" else None
