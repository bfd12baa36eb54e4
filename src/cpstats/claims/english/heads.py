"""What the head of an English text says: its place, its day of publication, its period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import month_of
from cpstats.claims.english.earlier import is_past
from cpstats.claims.english.places import Gazetteer
from cpstats.claims.english.running_months import is_of_release
from cpstats.claims.english.times import english_times
from cpstats.claims.terms.datelines import day_of, printed_day
from cpstats.claims.terms.own_places import short_names
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from datetime import date

    from cpstats.claims.terms.periods import Clock, When
    from cpstats.model.catalogue import Catalogue

_FAR = 400  # characters in which a dateline stands
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DAY = pattern(
    rf"(?<!as of )(?<!until )(?<!by )(?<!ended )(?<!ending )(?<!at )(?<!to )(?<!on )"
    rf"\b(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>20\d\d|19\d\d)|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}),? (?P<y2>20\d\d|19\d\d))\b",
    re.IGNORECASE,
)
_NUMBERED = pattern(
    r"\b(?:released?|updated?|posted|published|date)\b[^\d\n]{0,20}(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)",
    re.IGNORECASE,
)
_DATELINE = pattern(
    r"^(?:[A-Z][A-Z'. ,]{2,40}|[A-Z][a-z]+)(?:, ?[A-Z][^-\n]{0,40})? ?-{1,2} ", re.MULTILINE
)
_SHORTER_THAN_A_YEAR = 11


def home(top: str, title: str, catalogue: Catalogue) -> str | None:
    """Return the place that a text is about, None where none is named or it is abroad.

    The town of a dateline is where the report was written.
    """
    gazetteer = Gazetteer(short_names(catalogue))
    if title and not gazetteer.places_in(title):
        title = _second_title(top, gazetteer) or title
    return gazetteer.home(title, _DATELINE.sub("", top)) or None


def _second_title(top: str, gazetteer: Gazetteer) -> str:
    """Return a line below the title that only says place and time: Ashdale, school year 2023/24; empty where none does."""
    lines = [line.strip(" #*") for line in top.split("\n") if line.strip(" #*")]
    for line in lines[1:_LINES]:
        name = _NAME.match(line)
        alone = len(line) <= _SHORT and not line.endswith((".", "!", "?")) and not _DAY.search(line)
        if name and alone and len({*gazetteer.places_in(name["name"])}) == 1:
            return line
    return ""


_LINES, _SHORT = 3, 60  # lines at the top; signs of one that is no sentence
_NAME = pattern(
    r"(?P<name>[A-Z][\w'-]*(?: [\w'-]+){0,3})(?:, (?:(?:school|financial|fiscal|academic) )?(?:year )?[^,;.]{0,30}\d{4}[\w/-]*)?$"
)


def names_place(text: str, catalogue: Catalogue) -> bool:
    """Return whether a text names any place, one abroad as well; the town of a dateline is none."""
    return bool(Gazetteer(short_names(catalogue)).places_in(_DATELINE.sub("", text)))


def dateline(top: str) -> date | None:
    """Return the day of publication, with the name of its month or in digits.

    >>> dateline("WASHINGTON, Jan. 25, 2024 -- Real GDP"), dateline("as of 30 June 2020")
    (datetime.date(2024, 1, 25), None)
    """
    return _labelled(top) or printed_day(top)


def _labelled(top: str) -> date | None:
    if numbered := _NUMBERED.search(top):
        return day_of(numbered["y"], numbered["m"], numbered["d"])
    match = _DAY.search(top[:_FAR])
    if match is None:
        return None
    month = month_of(match["m1"] or match["m2"])
    return day_of(match["y1"] or match["y2"], month, match["d1"] or match["d2"])


def period(title: str, top: str, clock: Clock) -> When | None:
    """Return the period of a heading; of one with numbers only, that of the sentence below it."""
    spoken = english_times(title, clock, clock.default)
    own = (
        t
        for t in spoken
        if not t.compared
        and not is_past(title, t.start)
        and not (title[: t.start].endswith("(") and title.startswith(":", t.end))  # (2022: 3.0%)
    )
    numbered = re.search(r"\d\.?\d*(?:%| per ?cent| pct)", title)
    if spoken:
        when = next((time.when for time in own), None)
        return None if when and not numbered and is_of_release(when, clock) else when
    if not numbered:
        return None
    below = top[top.find(title) + len(title) :][:_FAR] if title else ""
    for time in english_times(below, clock, clock.default):
        when = time.when
        part = when.months is not None and when.months[2] - when.months[1] < _SHORTER_THAN_A_YEAR
        if when.code and not when.is_day and part and not time.compared:
            return None if _alone(below, time.start, time.end) else when
    return None


def _alone(text: str, start: int, end: int) -> bool:
    """Return whether words of time stand in a line of their own: the month of publication."""
    before = text[:start].rpartition("\n")[2]
    after = text[end:].partition("\n")[0]
    return not (before + after).strip(" .,:|")
