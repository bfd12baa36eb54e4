"""A data package: published figures as printed, with everything they refer to, in a folder or a zip.

`cli.output` writes it with `store.writer`, as `import` does: whole or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.model.observation import PUBLISHED, observation

if TYPE_CHECKING:
    from cpstats.model.report import Report


def rows(report: Report) -> list[dict[str, str]]:
    """Return the observations of a report.

    Raises
    ------
    UsageError
        When the report has no figures, or computed ones.
    """
    if not report.figures:
        raise UsageError(
            "datapackage is for published figures, and this answer has none",
            mend="It is written by show; this one has csv and json.",
        )
    computed = sum(f.method != PUBLISHED or f.value is None for f in report.figures)
    if computed:
        raise UsageError(
            f"a data package holds published figures, and {computed} of this answer are computed",
            mend="Ask with show, or write csv, json, sdmx-csv or json-stat.",
        )
    return [observation(figure) for figure in report.figures]
