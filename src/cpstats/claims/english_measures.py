"""English numbers: where they stand, how they are bounded, and what they measure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from cpstats.claims.english_subjects import nouns
from cpstats.claims.measures import GROWTHS, Measure
from cpstats.claims.numerals import arabic
from cpstats.claims.spans import Spot
from cpstats.claims.units import is_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALE = r"(?:trillion|billion|million|thousand)"
_THINGS = (
    "yuan|US dollars|U\\.S\\. dollars|USD|dollars|euros|RMB|people|persons|residents|tonnes|tons|metric tons|"
    "kilowatt-hours|kWh|hectares|mu|units|vehicles|households|square met(?:er|re)s|square kilomet(?:er|re)s|"
    "cubic met(?:er|re)s|kilomet(?:er|re)s|km|trips|visits|times"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,$])(?P<sign>-?)(?P<money>(?:US)?\$|RMB ?|CNY ?)?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    rf"(?: ?(?P<unit>%|percentage points?|per cent|percent|basis points)|(?:[ -](?P<scale>{_SCALE}))?(?: (?P<thing>{_THINGS}))?)(?![\w])",
    re.IGNORECASE | re.ASCII,
)
_INDEX_VALUE = re.compile(r"\b(?:was|stood at|came in at|reached|registered|at)\s+$", re.IGNORECASE)
_UP = r"increas\w*|grew|grow\w*|rose|ris(?:e|ing|en)|up|expand\w*|climb\w*|gain\w*|higher|jump\w*|surg\w*|accelerat\w*"
_DOWN = r"decreas\w*|declin\w*|fell|fall\w*|drop\w*|down|shrank|contract\w*|lower|slow\w*|narrow\w*|reduc\w*"
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:to|at|reached|reaching|was|were|is|stood at|accounted for|accounting for|accounts for)\s+(?:about |nearly |over |more than )?$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:increase|rise|gain|growth|decrease|decline|fall|drop) of (?:about |nearly |over |more than )?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:about |nearly |over |more than )?$", re.IGNORECASE)
_MONTH = re.compile(
    r"month[- ]on[- ]month|month[- ]over[- ]month|(?:over|from|than) the previous month|quarter[- ]on[- ]quarter|annual(?:i[sz]ed)? rate|on a (?:monthly|quarterly) basis|(?:over|from|than) the previous quarter",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"average annual|annual average|annually on average|(?:a|per) year on average|on average (?:a|per) year|two-year average|average growth|per year on average|compound annual",
    re.IGNORECASE,
)
_BOUNDS = (
    (
        re.compile(r"\b(?:more than|over|exceed\w*|surpass\w*|topp\w*|above)\s*$", re.IGNORECASE),
        "more_than",
    ),
    (re.compile(r"\b(?:at least|no less than)\s*$", re.IGNORECASE), "at_least"),
    (re.compile(r"\b(?:up to|at most|no more than)\s*$", re.IGNORECASE), "at_most"),
    (
        re.compile(r"\b(?:less than|under|nearly|almost|below|close to)\s*$", re.IGNORECASE),
        "less_than",
    ),
    (re.compile(r"\b(?:about|around|approximately|roughly|some)\s*$", re.IGNORECASE), "approx"),
)


_MONEY = {"$": "dollars", "US$": "US dollars", "RMB": "yuan", "CNY": "yuan"}


def spots(letters: str) -> Iterator[Spot]:
    """Yield the quantities of an English sentence."""
    for match in _QUANTITY.finditer(letters):
        value = arabic(match["digits"].rstrip(","))
        money = match["thing"] or _MONEY.get((match["money"] or "").strip().upper(), "")
        unit = match["unit"] or " ".join(filter(None, (match["scale"], money)))
        if value is None or match["digits"].endswith(","):
            continue
        kind = "quantity" if unit else "index"
        if not unit and not _is_index(letters[max(0, match.start() - 60) : match.start()], value):
            continue
        minus = -1 if match["sign"] else 1
        start = match.start() if match["sign"] or match["money"] else match.start("digits")
        yield Spot(start, match.end(), value * Decimal(minus), match["digits"], unit.strip(), kind)


def _is_index(head: str, value: Decimal) -> bool:
    named = "ndex" in head or "PMI" in head
    return named and bool(_INDEX_VALUE.search(head)) and value <= 1000


def bound_of(head: str) -> str:
    """Return the bound that the last words before a number say."""
    return next((bound for pattern, bound in _BOUNDS if pattern.search(head[-20:])), "exact")


def measure_of(spot: Spot, head: str, after: str, before: str | None) -> Measure:
    """Return the measure of a number.

    Parameters
    ----------
    spot : Spot
        The number.
    head, after : str
        The words before and behind it.
    before : str or None
        The measure of the last number about the same subject.
    """
    moved = None
    for match in _MOVED.finditer(head):
        moved = match
    up = "down" if spot.value < 0 or (moved and moved["down"]) else "up"
    unit = spot.unit.lower()
    if unit.startswith(("percentage point", "basis point")):
        return _points(after, before, up, _MOVED.search(after))
    if is_percent(unit):
        return _percent(head, after, before, up if moved else None)
    if spot.kind == "index":
        return Measure("index")
    changed = moved and (_BY.search(head) or _OF.search(head))
    return Measure("change", up) if changed else Measure("level")


def _percent(head: str, after: str, before: str | None, moved: str | None) -> Measure:
    reached = _TO.search(head)
    if moved and not (reached and not _BY.search(head)):
        return Measure(_growth(head, after), moved)
    if before in GROWTHS and not reached and not nouns(head):
        return Measure("growth_on_period" if _MONTH.search(after) else before, moved or "up")
    if "index" in head.lower() and "rate" not in head.lower():
        return Measure("index")
    if reached and re.search(r"growth (?:rate )?(?:was|of|reached|stood)", head):
        return Measure("average_growth" if _AVERAGE.search(head) else "growth", "up")
    return Measure("share", moved)


def _growth(head: str, after: str) -> str:
    """Return a growth by what it is on: a year on average, the period before, the year before."""
    if _AVERAGE.search(f"{head}|{after}"):
        return "average_growth"
    return "growth_on_period" if _MONTH.search(f"{head}|{after}") else "growth"


def _points(after: str, before: str | None, up: str, moved: re.Match[str] | None) -> Measure:
    of = "growth" if before in (*GROWTHS, "growth_gap") else "share"
    if before in ("average_growth", "average_growth_gap"):
        of = "average_growth"
    direction = ("down" if moved["down"] else "up") if moved else up
    beside = re.search(r"higher|lower|faster|slower|above|below", after)
    if beside and not re.search(r"previous|last|year|month|quarter", after):
        name = "level_gap" if of == "share" else f"{of}_gap"
        return Measure(name, direction, "vs_benchmark", of)
    name = f"{of}_change"
    return Measure(name, direction, "time_change", of)
