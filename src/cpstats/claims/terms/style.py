"""The half width that a house style implies: 5% among 4.8% and 5.2% is 5.0%."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from cpstats.claims.terms.numerals import decimals
from cpstats.claims.terms.units import is_percent, is_points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.claims.terms.claim import Claim

_NEIGHBOURS = 4  # how many one-decimal rates a paragraph needs before the text's are asked


def with_style(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims, whole percentages among one-decimal ones with the narrower half width."""
    found = list(claims)
    lines: dict[int, Counter[int]] = defaultdict(Counter)
    for claim in found:
        if _is_rate(claim):
            lines[claim.line][decimals(claim.value_text)] += 1
    whole: Counter[int] = Counter()
    for counts in lines.values():
        whole.update(counts)
    return tuple(_styled(claim, lines, whole) for claim in found)


def _is_rate(claim: Claim) -> bool:
    return (is_percent(claim.unit) or is_points(claim.unit)) and claim.value_text[:1].isdigit()


def _styled(claim: Claim, lines: dict[int, Counter[int]], whole: Counter[int]) -> Claim:
    if not _is_rate(claim) or claim.half_width != 0.5 or claim.bound != "exact":
        return claim
    near = lines[claim.line]
    counts = near if near[1] >= _NEIGHBOURS or near[1] > near[0] else whole
    return claim._replace(half_width_style=0.05) if counts[1] >= max(2, counts[0]) else claim
