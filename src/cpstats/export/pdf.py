"""PDF: the picture of an answer (extra `plot`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.export.parts.drawing import converter
from cpstats.export.parts.picture import specification

if TYPE_CHECKING:
    from cpstats.model.report import Report, Style


BINARY = True


PICTURE = True


def write(report: Report, style: Style) -> bytes:
    """Return the picture as PDF.

    Raises
    ------
    UsageError
        When the extra `plot` is not installed, or no font has the signs of the language.
    NoAnswerError
        When nothing can be drawn.
    """
    picture = specification(report, style)
    drawn: bytes = converter(style, picture).vegalite_to_pdf(picture)
    return drawn
