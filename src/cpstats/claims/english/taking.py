"""What an English number takes of the one before it: grew 5 percent to 30 billion, up from 4 percent."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.english.measures import moves
from cpstats.claims.english.stretches import TO_LEVEL
from cpstats.claims.terms.measure import GROWTHS, Measure
from cpstats.claims.terms.units import is_percent
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.stretches import Stretch
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.memory import Memory

SHARE = pattern(
    r"share|weight of|ratio of|account|proportion|making up|ma[dk]es? up|constitut|represent|equivalent|equal to|contribut"
)
MOVED_TO = ("level", "share", "index")
_OR = pattern(
    r"(?: at an? (?:[a-z]+ ){0,2}annual(?:ized)? rate)?\s*,? ?or (?:about |nearly |some )?",
    re.IGNORECASE,
)

_SIGN_BEHIND = pattern(
    r"[- ](?:\w+ )?(?:(?P<down>declin|decreas|drop|fall|contract|slump|plung|dip|slide|shrink)|(?P<up>increas|ris|gain|growth|expan|jump|surg|climb))\w*",
    re.IGNORECASE,
)

_OWN_SIGN = pattern(
    r"\b(?:(?P<down>declin|decreas|drop|fall|fell|contract|shrink|shrank|slump|dip|plung)|(?P<up>increas|ris|rose|gain|grow|grew|expan|climb|advanc|jump|surg))\w*\b[^,;]*$",
    re.IGNORECASE,
)

AND_BY = pattern(r"\s*(?:,|,? ?and) by (?:about |around |nearly |some )?")
_TO_GROWTH = pattern(r" to [\w' ]{0,30}growth(?:,|,? and) [\w ]{2,40} ")
_RESTATED = pattern(r"[ ,]*(?:\(|or )[-+]?")


def taken_up(
    measure: Measure, stretch: Stretch, memory: Memory, *, amount: bool = False
) -> Measure:
    """Return a measure with what the number before says of it; a printed sign is kept."""
    made = _taken_up(measure, stretch, memory, amount=amount)
    below = stretch.spot.value < 0 and made.name in GROWTHS
    if made.name in GROWTHS:
        memory.sentence.growth = made
    return replace(made, direction="down") if below else made


def _taken_up(measure: Measure, stretch: Stretch, memory: Memory, *, amount: bool) -> Measure:
    """Return a measure with what the number before says of it: grew 5 percent to 30 billion."""
    last = memory.carried.last or (memory.prior if stretch.against else None)
    memory.sentence.moved = moves(stretch.head) or memory.sentence.moved
    if last is None:
        return _started(measure, stretch)
    if last.subtype == "vs_benchmark" and AND_BY.fullmatch(stretch.head):
        measure = last  # lagged the nation's by 1 point in 2020 and by 2.3 points in 2022
    measure = _beside(stretch, last, memory) or measure
    if last.name == "share" and _TO_GROWTH.fullmatch(stretch.head):
        measure = last  # consumption contributed 50 percent to growth, exports 20 percent
    rates = is_percent(stretch.spot.unit) and last.name in (*GROWTHS, "share", "index")
    bare = measure.name in ("share", "index") and is_percent(stretch.spot.unit)
    if bare and last.name in GROWTHS and _ELIDED.fullmatch(stretch.head):
        return last if amount and not SHARE.search(stretch.head) else measure
    if stretch.against and (rates or (measure.name, last.name) == ("level", "level")):
        return replace(last, direction=_sign(stretch, last) if last.name in GROWTHS else None)
    if rates and _FROM_BEFORE.fullmatch(stretch.head):
        return replace(last, direction="up" if last.name in GROWTHS else memory.sentence.moved)
    if (
        rates
        and measure.name in GROWTHS
        and not moves(stretch.head, stretch.after)
        and not _STANDS.search(stretch.head)
        and not stretch.head.endswith("+")
        and stretch.spot.value > 0
    ):
        measure = replace(measure, direction=last.direction)
    if measure.name in GROWTHS and last.name == "level" and last.direction:
        said = moves(stretch.head, stretch.after) or stretch.head.endswith(("+", "-"))
        measure = measure if said else replace(measure, direction=last.direction)
    amount = measure.name == "level" and last.name in (*GROWTHS, "change")
    if amount and last.name in GROWTHS and _OR.fullmatch(stretch.head):
        return Measure("change", last.direction)
    return _reached(measure, last, stretch, memory)


def _beside(stretch: Stretch, last: Measure, memory: Memory) -> Measure | None:
    """Return the rate that one has moved from by points, and the points that another part adds to growth."""
    if stretch.against and is_percent(stretch.spot.unit) and last.subtype == "time_change":
        rate = memory.sentence.growth  # shedding 0.3 points on the May rate of 2.4 percent
        return replace(rate, direction=_sign(stretch, rate)) if rate else None
    points = stretch.spot.unit.endswith(("point", "points"))
    return (
        last
        if last.name == "contribution" and points and _AND_PART.fullmatch(stretch.head)
        else None
    )


def _reached(measure: Measure, last: Measure, stretch: Stretch, memory: Memory) -> Measure:
    """Return a level with the direction in which it was reached: fell 5 percent to 30 billion."""
    amount = measure.name == "level" and last.name in (*GROWTHS, "change")
    if amount and last.name == "change" and _ELIDED.fullmatch(stretch.head):
        return last if measure.direction is None else measure  # and outlays 69.5 billion
    if amount and measure.direction is None and TO_LEVEL.fullmatch(stretch.head):
        return replace(measure, direction=last.direction)
    if (measure.name, last.name) == ("share", "share_change") and TO_LEVEL.fullmatch(stretch.head):
        return replace(measure, direction=measure.direction or last.direction)
    if (measure.name, last.name) == ("level", "level") and TO_LEVEL.fullmatch(stretch.head):
        return replace(measure, direction=measure.direction or memory.sentence.moved)
    return measure


_ELIDED = pattern(  # climbed 6.5 percent, retail sales 5.1 percent and foreign trade 9.6 percent
    r"\s*(?:(?:for|in|over|from) [^,\d]{2,24})?(?:,|,? ?\band|,? ?\bwhile)(?: (?!is\b|was\b|were\b|are\b|at\b|to\b|stood\b|reached\b)[A-Za-z'-]+){1,6} "
)
_AND_PART = pattern(r"[^,;]{0,60}(?:,|,? ?\band) (?!by\b)[A-Za-z' -]{3,40} ")
_STANDS = pattern(r"\b(?:was|were|is|stood|came in)\b")
_FROM_BEFORE = pattern(r"[^,;]{0,30}\bto (?:about |nearly |just )?")


def _started(measure: Measure, stretch: Stretch) -> Measure:
    """Return a level or share that another is reached from without its direction: from 14 percent."""
    if stretch.against and measure.name in MOVED_TO:
        return replace(measure, direction=None)
    return measure


def _sign(stretch: Stretch, last: Measure) -> str | None:
    """Return the direction that a growth that is compared with has by its own words or sign."""
    head = stretch.head[-40:].rstrip()
    if stretch.spot.value < 0:
        return "down"
    own = _SIGN_BEHIND.match(stretch.after) or _OWN_SIGN.search(head)
    if own and not re.search(r"\bfrom\b", own.group()):
        return "down" if own["down"] else "up"
    return "up" if head.endswith("+") else last.direction


def is_rate_of_people(stretch: Stretch, memory: Memory, names: Lexicon, ident: str | None) -> bool:
    """Return whether a bracket says by how much people changed: unemployment fell by 26,100 (12 percent)."""
    found = names.indicators.get(ident or "")
    if found is None or memory.named != ("change", None) or not is_rate(found.unit):
        return False
    return _RESTATED.fullmatch(stretch.head) is not None
