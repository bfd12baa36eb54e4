"""SVG: the picture of an answer (extra `plot`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export.parts.drawing import svg
from cpstats.export.parts.picture import specification

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style


PICTURE = True


def write(report: Report, style: Style) -> bytes:
    """Return the picture as SVG.

    Raises
    ------
    UsageError
        When the extra `plot` is not installed, or no font has the signs of the language.
    NoAnswerError
        When nothing can be drawn.
    """
    return svg(specification(report, style), style).encode()
