"""The document `cpstats/check/1`: one table from our words to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cpstats.claims.claim import Claim

SCHEMA = "cpstats/check/1"
# Measure here (model/words.py, and the changes in time that only texts speak of) → check/1.
CHECK = {
    "level": "level",
    "growth": "growth_yoy",
    "growth_on_period": "growth_mom",
    "average_growth": "growth_average",
    "span_growth": "growth_span",
    "growth_gap": "gap_pp",
    "average_growth_gap": "gap_pp",
    "level_gap": "gap_pp",
    "growth_change": "gap_pp",
    "average_growth_change": "gap_pp",
    "share_change": "gap_pp",
    "contribution": "contribution_pp",
    "change": "change_abs",
    "share": "share",
    "rank": "rank",
    "growth_rank": "rank",
    "multiple": "multiple",
    "index": "index",
}


def as_check(
    claims: Iterable[Claim], document: str, published: date | None, place: str | None
) -> dict[str, object]:
    """Return the document of some claims; no claim has been checked yet."""
    return {
        "schema": SCHEMA,
        "document": document,
        "published": published.isoformat() if published else None,
        "place": place,
        "claims": [claim_record(claim) for claim in claims],
    }


def claim_record(claim: Claim) -> dict[str, object]:
    """Return one claim in the words of check/1, its verdict still open."""
    return {
        "start": claim.start,
        "end": claim.end,
        "surface": claim.surface,
        "sentence": claim.sentence,
        "line": claim.line,
        "column": claim.column,
        "place": claim.place,
        "indicator": claim.indicator,
        "indicator_surface": claim.indicator_surface,
        "period": claim.period,
        "period_readings": list(claim.period_readings),
        "measure": CHECK[claim.measure],
        "price_basis": claim.price_basis,
        "price_basis_from": claim.price_basis_from,
        "value": claim.value,
        "unit": claim.unit,
        "bound": claim.bound,
        "direction": claim.direction,
        "benchmark": claim.benchmark,
        "status": claim.status,
        "group": claim.group,
        "verdict": "not_checked",
        "reason": None,
        "computed": None,
        "evidence": [],
    }
