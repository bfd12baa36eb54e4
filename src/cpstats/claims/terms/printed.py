"""What a printed number stands for, in the unit of the data: an interval, or one side of a bound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.letters import plain_part
from cpstats.claims.terms.numerals import last_digit
from cpstats.claims.terms.units import is_on_year, is_percent, is_points, shift_between, unit_of
from cpstats.model.pattern import pattern
from cpstats.model.unit import PERCENT, PLACE, POINTS, TIMES, Unit, UnitError

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim

SIGNED = frozenset(
    (
        "growth",
        "growth_on_period",
        "average_growth",
        "span_growth",
        "growth_gap",
        "average_growth_gap",
        "level_gap",
        "growth_change",
        "average_growth_change",
        "share_change",
        "contribution",
        "change",
    )
)
_RATES = {PERCENT: 1.0, "percent": 1.0, "per cent": 1.0, "成": 10.0, "fraction": 100.0, "‰": 0.1}
OVER, UNDER = ("more_than", "at_least"), ("less_than", "at_most")
_FALL = pattern(
    r"(?:[降跌减]幅|下降幅度|(?:decline|drop|fall|decrease|contraction) (?!(?:in [\w' ]{1,40} )?of [\w ]{0,20}$))(?:[^,;。.]|\.(?=\d))*$",
    re.IGNORECASE,
)
_SLOWED = pattern(
    r"(?:(?:回落|放缓|减缓|趋缓|收窄|滑落|回调)(?:到|至|为)?|(?:下降|下滑|降低|降|跌)(?:到|至)"
    r"|(?:slow|moderat|eas|cool)(?:s|ed|ing|es|ted|ting)* to )[^,;。.]{0,12}$|\bdown from (?:an? )?(?:average (?:rate )?of |about |around |nearly )?$",
    re.IGNORECASE,
)
_RATES_OF_GROWTH = ("growth", "growth_on_period", "average_growth")
_MINUS = pattern(
    r"(?:[-−－–]|minus |negative |负)\s?\d"
)  # a natural growth of -3.19 ‰: a rate that can be below zero
_LONGEST = 300  # signs: a sentence may be a whole book of numbers
_NEAR = 40  # signs in which such words stand
ADJUSTED = 0.1  # points: the parts of a:b:c are made to add up to 100
Ends = tuple[float | None, float | None]


class Printed(NamedTuple):
    """A claim's number in the unit of the data, with its sign.

    `narrow` is the interval by house style (5% among one-decimal rates is 5.0), `wide` by the
    digits alone; they are equal where the style says nothing. An open end is None. `loose` is what
    it may still be by a rarer convention (cut off instead of rounded; about; 余), else `wide`.
    """

    value: float
    narrow: Ends
    wide: Ends
    loose: Ends
    unit: str


def printed(claim: Claim, unit: str, *, adjusted: bool = False) -> Printed | None:
    """Return a claim's number in a unit; None where the two units measure different things.

    Parameters
    ----------
    claim : Claim
        What was read.
    unit : str
        The unit of the figures it is compared with: the indicator's for levels, `%`, `百分点`, `倍`
        or `位` for everything else.
    adjusted : bool
        Whether it is a share of a division: those are made to add up to 100.
    """
    factor = _factor(claim, unit)
    if factor is None:
        return None
    below = _is_down(claim) if claim.measure in SIGNED else _MINUS.match(claim.surface)
    sign = -1.0 if below else 1.0
    made = [_ends(claim, half) for half in _halves(claim, adjusted=adjusted)]
    narrow, wide, loose = (_scaled(ends, sign * factor) for ends in made)
    return Printed(claim.value * sign * factor, narrow, wide, loose, unit)


def _is_down(claim: Claim) -> bool:
    """Return whether the number is below zero.

    A fall that narrows by 3.4 points (降幅收窄) is 3.4 points up, one that narrows to 3.4 % is a fall;
    a rate that has slowed to 5.4 % (回落到) is above zero all the same.
    """
    down = claim.direction == "down"
    if not down and claim.measure != "growth_change":
        return False
    before = words_before(claim)[-_NEAR:]
    if claim.measure == "growth_change":
        return down is not bool(_FALL.search(before))
    slowed = claim.measure in _RATES_OF_GROWTH and _SLOWED.search(before) is not None
    return not slowed or _FALL.search(before) is not None


_LEFT_OUT_HERE = pattern(
    r"不(?:含|包括)(?!农户)|(?:剔除|扣除)(?!了?(?:价格|物价|通胀|季节))|按户籍人口"
)
_LATIN = pattern(r"[A-Za-z]{3}")
_LEFT_OUT = pattern(
    r"\bexcluding|\bwithout counting|\bexcept for\b|\bwithout (?:food|energy|fuel|housing|rents?|oil|perishables)\b|\bnet of\b",
    re.IGNORECASE,
)


_ON_SCOPE = pattern(r"同口径\)[^;。]*$|同口径[^,;。]*$")


def is_on_scope(claim: Claim) -> bool:
    """Return whether an amount is that of a comparable scope: 一般公共预算收入(同口径)完成3.0亿元."""
    amount = claim.measure in ("level", "change")
    return amount and _ON_SCOPE.search(words_before(claim)) is not None


def leaves_out(words: str) -> bool:
    """Return whether some words say that a part is not counted: 不含红塔集团."""
    if _LEFT_OUT_HERE.search(words):
        return True
    return _LATIN.search(words) is not None and _LEFT_OUT.search(words) is not None


def words_before(claim: Claim) -> str:
    """Return the words of the sentence before the number, in plain letters; the last few hundred."""
    begin = claim.start - claim.sentence_start
    return plain_part(claim.sentence, max(0, begin - _LONGEST), begin)


def _factor(claim: Claim, unit: str) -> float | None:
    of_index = claim.measure == "index" or (claim.measure == "change" and not claim.unit)
    if unit == PLACE or (of_index and is_on_year(unit)):
        return 1.0
    if is_percent(claim.unit) or (unit == PERCENT and claim.unit == TIMES):
        rate = 100.0 if claim.unit == TIMES else _RATES.get(claim.unit, 1.0)
        per = _RATES.get(unit, 1.0 if unit.startswith(PERCENT) else 0.0)  # % of GDP
        return rate / per if per else None
    if is_points(claim.unit):
        return 1.0 if unit == POINTS else None
    if claim.unit == unit or unit.startswith(f"{claim.unit}/"):  # 30微克 of 微克/立方米
        return 1.0
    try:
        figures = Unit.parse(unit)
        return float(10.0 ** unit_of(claim.unit, figures).shift_to(figures))
    except UnitError:
        shift = shift_between(claim.unit, unit)
        return None if shift is None else float(10.0**shift)


def _halves(claim: Claim, *, adjusted: bool) -> tuple[float, float, float]:
    """Return half widths: by house style, by the digits, and by the loosest convention."""
    style = claim.half_width if claim.half_width_style is None else claim.half_width_style
    loose = claim.half_width
    if claim.bound == "approx" or claim.measure in ("level", "change"):
        loose = 2 * claim.half_width  # cut off instead of rounded; about
    if claim.measure == "share" and (adjusted or claim.surface[-1:].isdigit()):  # one of a:b:c
        loose = claim.half_width + ADJUSTED
    if claim.measure == "share_change" and adjusted:
        loose = claim.half_width + 2 * ADJUSTED
    return style, claim.half_width, loose


def _ends(claim: Claim, half: float) -> Ends:
    """Return the ends in the claim's own unit, before its sign."""
    value = claim.value
    if claim.bound in OVER:
        return value, None
    if claim.bound in UNDER:
        return None, value
    return value - half, value + half


def _scaled(ends: Ends, factor: float) -> Ends:
    low, high = ((None if end is None else end * factor) for end in ends)
    return (low, high) if factor > 0 else (high, low)


def far_bound(claim: Claim) -> float | None:
    """Return how far beyond a bound the words still speak well of the number; None: no bound.

    近70万 is a little less than 700,000; 240余万 is less than 2.5 million; 突破1000亿 is not said of
    more than twice as much.

    >>> from cpstats.claims.terms.claim import Claim
    >>> say = dict(start=0, end=1, surface="240余万件", sentence="", line=1, column=1)
    >>> far_bound(Claim(**say, value=240, value_text="240", bound="more_than"))
    250.0
    """
    if claim.bound == "less_than":
        return claim.value * 0.9
    if claim.bound == "more_than" and ("余" in claim.surface or "多" in claim.surface):
        digits = claim.value_text if claim.value_text[:1].isdigit() else "1"
        return claim.value + float(f"1e{last_digit(digits)}")
    return 2 * claim.value if claim.bound in OVER and claim.measure == "level" else None
