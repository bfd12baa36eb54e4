"""What a check of the data found: which rule, where, which figures, why, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cpstats.errors import UsageError, Where
from cpstats.message import Message

if TYPE_CHECKING:
    from cpstats.model.figure import Figure
    from cpstats.model.report import Report
    from cpstats.model.text import Text

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault, or what looks like one.

    `where` is `file:line:column`; `figures` are the ones that contradict each other, the one at
    `where` first. An `info` is worth knowing and no fault. `silenced` is the reason that the
    package gives for leaving it.
    """

    rule: str
    severity: Severity
    where: Where
    why: Text
    mend: Text
    figures: tuple[Figure, ...] = ()
    silenced: str = ""


def finding_rows(report: Report, name: str) -> tuple[dict[str, str | int | float | None], ...]:
    """Return the rows of a report of findings.

    Raises
    ------
    UsageError
        When the report holds none of that kind; `name` is the format that asks.
    """
    if "rule" not in report.header or "severity" not in report.header:
        raise UsageError(
            Message(
                "{} is for findings, and this answer has none of that kind",
                "{} 格式用于检验结果，本回答没有此类内容",
                name,
            ),
            mend=Message(
                "It is written by validate and check; others have json.",
                "validate 与 check 可用此格式，其他命令请用 json。",
            ),
        )
    return tuple(report.rows)
