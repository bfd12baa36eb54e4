"""English fractions: two-thirds of exports, one in five residents; and parts of a percentage point."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from cpstats.claims.english.counting import NUMBERS
from cpstats.claims.terms.spot import Spot
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_RUN = r"(?:growth|expansion|contraction|decline|declines|increase|increases|gains|losses|falls|similar|positive|negative|consecutive)\b"
_FRACTION = pattern(
    rf"\b(?<!last )(?<!first )(?<!past )(?<!next )(?<!previous )(?<!latest )(?<!final )(?P<above>a|one|two|three|four|nine)[- ](?P<below>{'|'.join(_PARTS)})s?\b(?= of (?!a (?:percent|point)|the (?:year|century)|(?:19|20)\d\d|{_RUN}))"
    r"|\b(?P<some>one) in (?P<every>three|four|five|six|eight|ten|\d{1,3})\b(?! (?:years|months))",
    re.IGNORECASE,
)
_OF_A_POINT = pattern(  # two tenths of a percentage point; half a point is no number
    r"\b(?P<above>a|one|two|three|four|nine)[- ](?P<below>fifth|tenth)s? of an? (?:full )?(?:percentage )?point\b",
    re.IGNORECASE,
)


def fractions(letters: str) -> Iterator[Spot]:
    """Yield the fractions of a sentence: two-thirds of exports, one in five residents, a tenth of a point."""
    for m in _FRACTION.finditer(letters):
        below = _PARTS.get((m["below"] or "").lower()) or _count(m["every"])
        value = round(Decimal(_count("one" if m["some"] else _above(m))) / Decimal(below), 4)
        yield Spot(m.start(), m.end(), value, m.group(), "fraction", "fraction")
    for m in _OF_A_POINT.finditer(letters):
        said = str((Decimal(_count(_above(m))) / _PARTS[m["below"].lower()]).normalize())
        yield Spot(m.start(), m.end(), Decimal(said), said, "percentage points")


def _above(match: re.Match[str]) -> str:
    said = (match["above"] or "a").lower()
    return "one" if said in ("a", "an") else said


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.index(word.lower()) + 1
