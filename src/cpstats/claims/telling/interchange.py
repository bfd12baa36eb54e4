"""The document `cpstats/check/1`: one table from our words to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Evidence, Judged
    from cpstats.claims.texts import Document
    from cpstats.model.figure import Figure

SCHEMA = "cpstats/check/1"
LONGEST = 2000  # signs of a sentence
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

# What one figure says of a claim → a verdict of check/1.
VERDICT = {
    "confirmed": "confirmed",
    "contradicted": "contradicted",
    "near": "depends",
    "far": "unverifiable",
    "silent": "unverifiable",
    "compared": "compared",
}


def as_check(
    found: Iterable[Judged], document: Document, *, published: date | None, place: str | None
) -> dict[str, object]:
    """Return the document of some claims with their verdicts."""
    return {
        "schema": SCHEMA,
        "document": document.name,
        "published": published.isoformat() if published else None,
        "place": place,
        "claims": [claim_record(judged, document) for judged in found],
    }


def claim_record(judged: Judged, document: Document) -> dict[str, object]:
    """Return one claim in the words of check/1."""
    claim = judged.claim
    start, end, line, column = document.place(claim)
    return {
        "start": start,
        "end": end,
        "surface": claim.surface,
        "sentence": _sentence(claim),
        "line": line,
        "column": column,
        "place": claim.place,
        "indicator": claim.indicator,
        "indicator_surface": claim.indicator_surface,
        "period": claim.period,
        "period_readings": list(claim.period_readings),
        "measure": CHECK[claim.measure],
        "price_basis": claim.price_basis,
        "price_basis_from": claim.price_basis_from,
        "value": None if claim.is_unnumbered else claim.value,
        "unit": claim.unit,
        "bound": claim.bound,
        "direction": claim.direction,
        "benchmark": claim.benchmark,
        "status": claim.status,
        "group": claim.group,
        "verdict": judged.verdict,
        "reason": reason_of(judged),
        "computed": computed_of(judged),
        "evidence": [_evidence(e) for e in judged.evidence],
        **_held_against(claim),
    }


def _held_against(claim: Claim) -> dict[str, str]:
    """Return what a gap, a rank, a share or a multiple is of, and since when, where the text says so."""
    base = claim.base_period if claim.measure != "growth" else None  # that is a year before
    said = {"of": claim.of, "over": claim.over, "base_period": base}
    return {key: word for key, word in said.items() if word}


def _sentence(claim: Claim) -> str:
    """Return the sentence; of one that is as long as a book what stands around the claim."""
    if len(claim.sentence) <= LONGEST:
        return claim.sentence
    middle = claim.start - claim.sentence_start
    first = max(0, middle - LONGEST // 2)
    return claim.sentence[first : first + LONGEST]


def reason_of(judged: Judged) -> str | None:
    """Return why, in English whatever the reader's language: a machine reads it."""
    return judged.why.en or None


def computed_of(judged: Judged) -> dict[str, float | None] | None:
    """Return the figure that decided, with its interval."""
    if judged.best is None:
        return None
    return {name: getattr(judged.best, name) for name in ("value", "low", "high")}


def _evidence(evidence: Evidence) -> dict[str, object]:
    figure = evidence.figure
    inputs = [
        {**_number(f), "indicator": f.indicator, "ref_area": f.ref_area, "measure": f.measure,
         "time_period": f.time_period, "price_basis": f.price_basis or None, "unit": f.unit,
         "vintage": f.vintage or None, "printed": str(f.printed or "") or None, "source": f.source or None}
        for f in (figure.inputs or (figure,))
    ]  # fmt: skip
    return {
        "reading": evidence.reading,
        "vintage": figure.vintage or None,
        "verdict": VERDICT[evidence.outcome],
        "computed": _number(figure),
        "formula": figure.formula.en if figure.formula else None,
        "inputs": inputs,
        "sources": list(figure.sources),
    }


def _number(figure: Figure) -> dict[str, float | None]:
    return {"value": figure.value, "low": figure.low, "high": figure.high}
