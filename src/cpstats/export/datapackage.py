"""A data package: published figures as printed, with everything they refer to, in a folder or a zip.

`cli.output` writes it with `store.writer`, as `import` does: whole or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.observation import PUBLISHED, observation

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report

FOLDER = True  # several files: a folder, or one zip
SUFFIXES = (".zip",)


def rows(report: Report) -> list[dict[str, str]]:
    """Return the observations of a report; for growth of levels, the levels it is of.

    Raises
    ------
    UsageError
        When the report has no figures, or other computed ones.
    """
    if not report.figures:
        raise UsageError(
            Message(
                "datapackage is for published figures, and this answer has none",
                "datapackage 用于公布的数据，本回答没有此类数据",
            ),
            mend=Message(
                "It is written by show; this one has csv and json.",
                "show 可用；本命令可用 csv 和 json。",
            ),
        )
    stated = [_stated(figure) for figure in report.figures]
    computed = sum(not found for found in stated)
    if computed:
        raise UsageError(
            Message(
                "a data package holds published figures, and {} of this answer are computed",
                "数据包存放公布的数据，而本回答有{}个是计算得出的",
                computed,
            ),
            mend=Message(
                "Ask with show, or write csv, json, sdmx-csv or json-stat.",
                "请用 show，或写成 csv、json、sdmx-csv、json-stat。",
            ),
        )
    every = {id(figure): figure for found in stated for figure in found}
    return [
        dict(row) for row in dict.fromkeys(tuple(observation(f).items()) for f in every.values())
    ]


def assumed(report: Report) -> set[tuple[str, str]]:
    """Return of which figures a table named no place (source, "") or no unit (source, indicator)."""
    return {
        (f.source, f.indicator if f.supposed == "unit" else "")
        for figure in report.figures
        for f in _stated(figure)
        if f.supposed
    }


def _stated(figure: Figure) -> tuple[Figure, ...]:
    """Return the published figures that say this one; none where it is computed of others."""
    if figure.method == PUBLISHED:
        return () if figure.value is None else (figure,)
    own = (figure.indicator, figure.ref_area, "level")
    alike = all(
        (f.method, f.indicator, f.ref_area, f.measure) == (PUBLISHED, *own) for f in figure.inputs
    )
    return figure.inputs if figure.measure == "growth" and alike else ()
