"""A report with a frame in it, as Python is given it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from cpstats.model.report import Report

if TYPE_CHECKING:
    import pandas as pd

    from cpstats.model.report import Style


class Answer(Report):
    """A report with a frame in it; a notebook shows its tables."""

    def to_frame(self) -> pd.DataFrame:
        """Return the rows with the machine columns; a missing value is NaN and says why."""
        from cpstats.selecting.frame import frame_of_rows

        return frame_of_rows(self.rows)

    def to_text(self, lang: str = "en") -> str:
        """Return the tables as a person reads them."""
        from cpstats.render.plain import write

        return write(self, _style(lang)).decode()

    def to_html(self, lang: str = "en") -> str:
        """Return a whole page: of a report the document, else the tables."""
        from cpstats.export.html import write

        return write(self, _style(lang)).decode()

    def to_docx(self, lang: str = "en") -> bytes:
        """Return a document for an office program."""
        from cpstats.export.docx import write

        return write(self, _style(lang))

    def to_markdown(self, lang: str = "en") -> str:
        """Return the document or the tables as Markdown."""
        from cpstats.export.md import write

        return write(self, _style(lang)).decode()

    def _repr_html_(self) -> str:
        from cpstats.export.html import fragment
        from cpstats.model.report import Style

        return fragment(self, Style())

    @classmethod
    def of(cls, report: Report) -> Answer:
        """Return a report as an answer."""
        return cls(**{f.name: getattr(report, f.name) for f in fields(report)})


def _style(lang: str) -> Style:
    from cpstats.model.report import Style

    return Style(lang="zh" if lang == "zh" else "en")
