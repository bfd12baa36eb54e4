"""docx: a report; or the document that was checked, with a comment at each number that needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from cpstats.model.article import Mark
    from cpstats.model.report import Report, Style

BINARY = True
_QUIET = ("confirmed", "unverifiable", "not_checked")  # no comment, unless asked for with --only


def write(report: Report, style: Style) -> bytes:
    """Return the report, or the one docx that was checked, with its comments.

    Raises
    ------
    UsageError
        When what was checked is not one docx.
    """
    if report.dossier is not None:
        from cpstats.export.parts.report.docx import write as laid_out

        return laid_out(report, style)
    if len(report.articles) == 1 and (commented := report.articles[0].commented) is not None:
        marks = report.articles[0].marks
        loud = [mark for mark in marks if mark.kind not in _QUIET]
        wanted = loud if report.finding or loud else marks if _only_quiet(marks) else []
        written = commented([(m.start, m.end, _words(m, style)) for m in wanted])
        if written is not None:
            return written
    raise UsageError(
        Message(
            "only a docx that was checked can be written as docx", "只有核对过的 docx 才能写成 docx"
        ),
        mend=Message(
            "cpstats check bulletin.docx -o reviewed.docx",
            "cpstats check bulletin.docx -o reviewed.docx",
        ),
    )


def _only_quiet(marks: tuple[Mark, ...]) -> bool:
    """Return whether one verdict alone was asked for: --only confirmed."""
    return len({mark.kind for mark in marks}) == 1


def _words(mark: Mark, style: Style) -> str:
    label, note = mark.label.to(style.lang), mark.note.to(style.lang)
    return f"{label}：{note}" if style.lang == "zh" else f"{label}: {note}"
