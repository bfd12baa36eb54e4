"""How exact a printed number is: half a unit of its last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.terms.numerals import decimals, last_digit
from cpstats.claims.terms.units import is_counted

if TYPE_CHECKING:
    from cpstats.claims.terms.spot import Spot


ABOUT = 0.1  # 翻一番 is said of 1.9 and of 2.2 times


def half_width(spot: Spot, bound: str) -> float:
    """Return half a unit of the last digit that counts; 0 for thresholds and things counted."""
    if bound not in ("exact", "approx") or spot.kind in ("rank", "multiple", "streak"):
        doubled = bound == "exact" and spot.kind == "multiple" and spot.value_text[:1] == "翻"
        return ABOUT * float(spot.value) if doubled else 0.0
    if spot.kind == "fraction":
        return 0.01 if bound == "approx" else 0.005
    text = spot.value_text
    if not text[:1].isdigit():
        return 0.5 if bound == "approx" or not is_counted(spot.unit) else 0.0
    if bound == "approx":
        return float(f"5e{last_digit(text) - 1}")
    if is_counted(spot.unit) and not decimals(text):
        return 0.0
    return float(f"5e{-decimals(text) - 1}")
