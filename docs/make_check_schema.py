"""Write the JSON Schema of what `check --format json` writes: `python docs/make_check_schema.py`.

The words are read from the program, so that none can be missing or left over.
"""
# ruff: noqa: INP001 - a program on its own

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.claims.telling.interchange import CHECK, SCHEMA, VERDICT
from cpstats.claims.terms.verdict import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_name("cpstats-check-1.schema.json")
NUMBERS = ("value", "low", "high")
BOUNDS = ["exact", "at_least", "more_than", "at_most", "less_than", "approx"]
DESCRIPTION = (
    "One text that was checked, its claims and their verdicts, as `cpstats check --format json` "
    "writes it; several texts are one object a line."
)
CLAIM: dict[str, Any] = {
    "start": int, "end": int, "surface": str, "sentence": str, "line": int, "column": int,
    "place": None, "indicator": None, "indicator_surface": None, "period": None,
    "period_readings": [str], "measure": sorted(set(CHECK.values())),
    "price_basis": ["constant", "current", "scope", None],
    "price_basis_from": ["text", "indicator", None],
    "value": "end", "unit": str, "bound": BOUNDS, "direction": ["up", "down", None],
    "benchmark": None, "status": ["claim", "target", "not_claim"], "group": None,
    "verdict": list(VERDICTS), "reason": None, "computed": "optional number", "evidence": "evidence",
}  # fmt: skip
WHERE_SAID: dict[str, Any] = {"of": str, "over": str, "base_period": str}
EVIDENCE: dict[str, Any] = {
    "reading": str, "vintage": None, "verdict": sorted(set(VERDICT.values())), "computed": "number",
    "formula": None, "inputs": "input", "sources": [str],
}  # fmt: skip
INPUT: dict[str, Any] = {
    "value": "end", "low": "end", "high": "end", "indicator": str, "ref_area": str, "measure": str,
    "time_period": str, "price_basis": None, "unit": str, "vintage": None, "printed": None,
    "source": None,
}  # fmt: skip


def schema() -> str:
    """Return the JSON Schema of what `check --format json` writes for one text."""
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": DESCRIPTION,
        **record({"schema": [SCHEMA], "document": str, "published": None, "place": None}),
        "$defs": {
            "claim": record(CLAIM, WHERE_SAID),
            "evidence": record(EVIDENCE),
            "input": record(INPUT),
            "number": record(dict.fromkeys(NUMBERS, "end")),
        },
    }
    document["required"].append("claims")
    document["properties"]["claims"] = listed("claim")
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def record(members: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of an object with exactly these members, and with `more` where there are any."""
    properties = {name: member(kind) for name, kind in {**members, **(more or {})}.items()}
    return {
        "type": "object",
        "required": list(members),
        "properties": properties,
        "additionalProperties": False,
    }


SIMPLE: dict[Any, dict[str, Any]] = {
    int: {"type": "integer"},
    str: {"type": "string"},
    None: {"type": ["string", "null"]},
    "end": {"type": ["number", "null"]},
    "number": {"$ref": "#/$defs/number"},
    "optional number": {"oneOf": [{"$ref": "#/$defs/number"}, {"type": "null"}]},
}


def member(kind: Any) -> dict[str, Any]:
    """Return the schema of a member: a type, a list of words, or a name; None is text or null."""
    if kind == [str]:
        return {"type": "array", "items": SIMPLE[str]}
    if isinstance(kind, list):
        return {"enum": kind}
    return SIMPLE[kind] if kind in SIMPLE else listed(kind)


def listed(name: str) -> dict[str, Any]:
    """Return the schema of a list of such objects."""
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


if __name__ == "__main__":
    FILE.write_bytes(schema().encode())
