"""PNG: the picture of an answer (extra `plot`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export.parts.drawing import png
from cpstats.export.parts.picture import specification

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style


BINARY = True


PICTURE = True


def write(report: Report, style: Style) -> bytes:
    """Return the picture as PNG, twice as fine as a screen.

    Raises
    ------
    UsageError
        When the extra `plot` is not installed, or no font has the signs of the language.
    NoAnswerError
        When nothing can be drawn.
    """
    return png(specification(report, style), style, 2)
