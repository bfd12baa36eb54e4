from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cpstats.claims.schema import CHECK, as_check
from cpstats.model.words import MEASURE

if TYPE_CHECKING:
    from tests.claims.conftest import Read

OWN = {
    "growth_change",
    "average_growth_change",
    "span_growth",
    "change",
}  # only texts speak of them


def test_measures_are_the_words_of_the_model() -> None:
    assert set(CHECK) - OWN - set(MEASURE) == {"level_gap"} - set(MEASURE)


def test_a_claim_is_written_in_the_words_of_the_schema(read: Read) -> None:
    claims = read("2023年，全市出口同比增长7.5%左右。")
    assert as_check(claims, "a.txt", date(2024, 4, 15), "360100") == {
        "schema": "cpstats/check/1",
        "document": "a.txt",
        "published": "2024-04-15",
        "place": "360100",
        "claims": [
            {
                "start": 14,
                "end": 18,
                "surface": "7.5%",
                "sentence": "2023年，全市出口同比增长7.5%左右。",
                "line": 1,
                "column": 15,
                "place": "360100",
                "indicator": "exports",
                "indicator_surface": "出口",
                "period": "2023",
                "period_readings": ["2023"],
                "measure": "growth_yoy",
                "price_basis": "current",
                "price_basis_from": "indicator",
                "value": 7.5,
                "unit": "%",
                "bound": "approx",
                "direction": "up",
                "benchmark": None,
                "status": "claim",
                "group": "g1",
                "verdict": "not_checked",
                "reason": None,
                "computed": None,
                "evidence": [],
            }
        ],
    }
