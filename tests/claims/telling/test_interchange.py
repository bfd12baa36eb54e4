"""`check/1`: the words of the document, and its JSON Schema."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from cpstats.claims.telling.interchange import CHECK, VERDICT, as_check
from cpstats.claims.terms.verdict import Evidence, Judged
from cpstats.claims.texts import of_sentence, read
from cpstats.model.figure import Figure, Quote
from cpstats.model.text import same
from cpstats.model.words import MEASURE

if TYPE_CHECKING:
    from tests.claims.conftest import Read

ROOT = Path(__file__).parents[3]
OWN = {
    "growth_change",
    "average_growth_change",
    "span_growth",
    "change",
}  # only texts speak of them
TEXT = "2023年，全市出口同比增长7.5%左右。"
EXPORTS = Figure(
    indicator="exports",
    ref_area="360100",
    time_period="2023",
    measure="growth",
    price_basis="current",
    value=7.4,
    low=7.35,
    high=7.45,
    unit="%",
    vintage="first",
    source="bulletin",
    printed=Quote("7.4", "%"),
)


def test_measures_are_the_words_of_the_model() -> None:
    assert set(CHECK) - OWN - set(MEASURE) == {"level_gap"} - set(MEASURE)


def test_a_claim_is_written_in_the_words_of_the_schema(read: Read) -> None:
    judged = Judged(
        read(TEXT)[0],
        "confirmed",
        same("7.4 % in 2023"),
        (Evidence("2023", EXPORTS, "confirmed"),),
        EXPORTS,
    )
    number = {"value": 7.4, "low": 7.35, "high": 7.45}
    found = as_check([judged], of_sentence(TEXT), published=date(2024, 4, 15), place="360100")
    assert found == {
        "schema": "cpstats/check/1",
        "document": "text",
        "published": "2024-04-15",
        "place": "360100",
        "claims": [
            {
                "start": 14,
                "end": 18,
                "surface": "7.5%",
                "sentence": TEXT,
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
                "verdict": "confirmed",
                "reason": "7.4 % in 2023",
                "computed": number,
                "evidence": [
                    {
                        "reading": "2023",
                        "vintage": "first",
                        "verdict": "confirmed",
                        "computed": number,
                        "formula": None,
                        "inputs": [
                            {
                                **number,
                                "indicator": "exports",
                                "ref_area": "360100",
                                "measure": "growth",
                                "time_period": "2023",
                                "price_basis": "current",
                                "unit": "%",
                                "vintage": "first",
                                "printed": "7.4 %",
                                "source": "bulletin",
                            }
                        ],
                        "sources": ["bulletin"],
                    }
                ],
            }
        ],
    }
    assert errors(found) == []


def test_nothing_known_is_null(read: Read) -> None:
    judged = Judged(read("增长5%", published="", place=None)[0], "unverifiable", same(""))
    found: Any = as_check([judged], of_sentence("增长5%"), published=None, place=None)
    assert (found["published"], found["place"]) == (None, None)
    claim = found["claims"][0]
    empty = ("place", "indicator", "period", "reason", "computed", "price_basis", "benchmark")
    assert {name: claim[name] for name in empty} == dict.fromkeys(empty)
    assert (claim["period_readings"], claim["evidence"]) == ([], [])
    assert errors(found) == []


@pytest.mark.parametrize("outcome", VERDICT)
def test_every_outcome_of_a_comparison_is_a_verdict_of_the_schema(outcome: Any, read: Read) -> None:
    judged = Judged(read(TEXT)[0], "depends", same("why"), (Evidence("2023", EXPORTS, outcome),))
    assert errors(as_check([judged], of_sentence(TEXT), published=None, place="360100")) == []


def test_positions_are_those_of_the_file_that_was_read(read: Read) -> None:
    printed = f"# 标题\n\n{TEXT.replace('7.5%', '**7.5%**')}\n"
    document = read_markdown(printed)
    judged = Judged(read(document.text)[0], "unverifiable", same("why"))
    claim: Any = as_check([judged], document, published=None, place=None)["claims"]
    claim = claim[0]
    assert printed[claim["start"] : claim["end"]] == claim["surface"] == "7.5%"
    assert (claim["line"], claim["column"]) == (3, 17)


def read_markdown(text: str) -> Any:
    return read("article.md", text.encode())


def errors(document: Any) -> list[str]:
    schema = json.loads((ROOT / "docs/cpstats-check-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return [e.message for e in Draft202012Validator(schema).iter_errors(document)]
