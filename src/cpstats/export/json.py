"""JSON: one object that carries rows, notes and sources (docs/cpstats-1.schema.json)."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.figure import Figure
    from cpstats.model.report import Report, Style

SCHEMA = "cpstats/1"


def write(report: Report, style: Style) -> bytes:
    """Return the report as JSON; a missing value is null.

    Documents with a schema of their own stand for it; several are one object a line.
    """
    if report.documents:
        return _documents(report.documents)
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "title": report.title.to(style.lang),
        "known": report.known or None,
        "rows": report.rows,
        "notes": [n.to(style.lang) for n in report.notes],
        "sources": [asdict(s) for s in report.sources],
    }
    if report.text:
        document["text"] = [t.to(style.lang) for t in report.text]
    if style.explain:
        document["derivations"] = [_derivation(f, style) for f in report.figures]
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _documents(documents: Sequence[Mapping[str, object]]) -> bytes:
    """Return documents piece by piece: one of 100,000 claims is never held as one list of words."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=1 if len(documents) == 1 else None)
    written = io.BytesIO()
    with io.TextIOWrapper(written, "utf-8", newline="\n") as text:
        for document in documents:
            text.writelines(encoder.iterencode(document))
            text.write("\n")
        text.flush()
        return written.getvalue()


def _derivation(figure: Figure, style: Style) -> dict[str, Any]:
    return {
        "formula": figure.formula.to(style.lang) if figure.formula else None,
        "printed": str(figure.printed or "") or None,
        "assumed_basis": figure.assumed,
        "inputs": [{**f.row(), "printed": str(f.printed or "") or None} for f in figure.inputs],
        "others": [{**f.row(), "printed": str(f.printed or "") or None} for f in figure.others],
    }
