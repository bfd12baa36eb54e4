"""Vega-Lite: the picture of an answer as a specification, for any viewer of such."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cpstats.export.parts.picture import specification

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style

SUFFIXES = (".vl.json", ".json")  # of a picture; a report has its own
CALLED = ("vega",)


PICTURE = True


def write(report: Report, style: Style) -> bytes:
    """Return the specification as JSON.

    Raises
    ------
    NoAnswerError
        When nothing can be drawn.
    """
    return (json.dumps(specification(report, style), ensure_ascii=False, indent=1) + "\n").encode()
