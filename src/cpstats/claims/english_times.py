"""The words of time in an English release: In July 2026, From January to July, In the first half."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cpstats.claims.periods import Clock, When, end_of, months_of, years_of
from cpstats.model.plan import PLANS

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {name[:3]: n for n, name in enumerate(_NAMES, start=1)}
_MONTH = r"(?:" + "|".join(f"{n[:3]}(?:{n[3:]})?" for n in _NAMES) + r")\.?"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNT |= {"nine": 9, "ten": 10, "eleven": 11}
_TIMES = re.compile(
    rf"\b(?:from |between )?(?P<m1>{_MONTH})(?: to | through | and |-)(?P<m2>{_MONTH})(?:,? (?:of )?(?P<y1>{_YEAR}))?"
    rf"|\b(?P<order>first|second|third|fourth) quarter(?:s)?(?: of)?(?: (?P<y2>{_YEAR}))?"
    rf"|\b(?P<half>first|second) half(?: of)?(?: the year)?(?: (?P<y3>{_YEAR}))?"
    rf"|\bfirst (?P<quarters>two|three) quarters(?: of)?(?: (?P<y4>{_YEAR}))?"
    rf"|\bfirst (?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven) months(?: of)?(?: (?P<y5>{_YEAR}))?"
    rf"|\b(?P<end>(?:by|at|as of) the end of )(?:(?P<m3>{_MONTH}),? )?(?P<y6>{_YEAR})"
    rf"|\b(?P<plan>\d\d)th five-year plan(?: period)?"
    rf"|\bq(?P<q>[1-4])(?:,? (?P<y9>{_YEAR}))?\b"
    rf"|\b(?P<a>{_YEAR})-(?P<b>{_YEAR})\b|\bfrom (?P<a2>{_YEAR}) to (?P<b2>{_YEAR})"
    rf"|\b(?P<m4>{_MONTH})(?:,? (?P<y7>{_YEAR}))?(?![\w])(?! \d)"
    rf"|(?<![\d,.])(?P<y8>{_YEAR})(?![\d,.]\d)(?! ?(?:yuan|%|percent))",
    re.IGNORECASE | re.ASCII,
)
_CAPITAL = ("may", "mar", "march")


@dataclass(frozen=True, slots=True)
class Found:
    """Words of time with the period they mean."""

    start: int
    end: int
    when: When


def english_times(text: str, clock: Clock, frame: When) -> list[Found]:
    """Return the periods that an English sentence names, in order.

    A month or quarter without a year has that of the frame, else the last one that was over.
    """
    found: list[Found] = []
    for match in _TIMES.finditer(text):
        if match["m4"] and match["m4"].lower() in _CAPITAL and not match["m4"][0].isupper():
            continue
        when = _when(match, clock, frame)
        if when is not None:
            frame = when
            found.append(Found(match.start(), match.end(), when))
    return found


def _when(match: re.Match[str], clock: Clock, frame: When) -> When | None:
    if match["plan"]:
        years = PLANS.get(int(match["plan"]))
        return years_of(*years, clock) if years else None
    if match["a"] or match["a2"]:
        first, last = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
        return years_of(first, last, clock) if first <= last else None
    if match["y8"]:
        return months_of(int(match["y8"]), 1, 12)
    months = _months(match)
    if months is None or months[0] > months[1]:
        return None
    said = next((match[f"y{n}"] for n in (1, 2, 3, 4, 5, 6, 7, 9) if match[f"y{n}"]), None)
    framed = frame.year if frame.source != "docdate" else None
    year = int(said) if said else framed if framed is not None else clock.latest(months[1])
    if year is None:
        return None
    return end_of(year, months[1]) if match["end"] else months_of(year, *months)


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    """Return first and last month, None where only a year is named."""
    months: tuple[int, int] | None = None
    if match["m1"]:
        months = _month(match["m1"]), _month(match["m2"])
    elif match["order"] or match["q"]:
        quarter = _ORDINAL[match["order"].lower()] if match["order"] else int(match["q"])
        months = 3 * quarter - 2, 3 * quarter
    elif match["half"]:
        months = (1, 6) if match["half"].lower() == "first" else (7, 12)
    elif match["quarters"]:
        months = 1, 3 * _COUNT[match["quarters"].lower()]
    elif match["months"]:
        months = 1, _COUNT[match["months"].lower()]
    elif match["end"]:
        months = 1, _month(match["m3"]) if match["m3"] else 12
    elif match["m4"]:
        months = _month(match["m4"]), _month(match["m4"])
    return months


def _month(name: str) -> int:
    return _SHORT[name[:3].lower()]
