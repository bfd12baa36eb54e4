"""The answer of `validate`: every finding, with where it stands and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.checks.rules import findings, rules
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same
from cpstats.selecting.facts import SCHEMA, read_facts
from cpstats.store.text_columns import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cpstats.model.finding import Finding
    from cpstats.selecting.facts import Facts

COLUMNS = (
    "rule",
    "severity",
    "file",
    "line",
    "column",
    "indicator",
    "ref_area",
    "time_period",
    "figures",
    "message",
    "mend",
    "silenced",
)
SEVERITY = {
    "error": Text("error", "错误"),
    "warning": Text("warning", "警告"),
    "info": Text("info", "提示"),
}
SHOWN = 200  # findings of one rule in the table for the eye; a machine gets all
SILENCE = Text(
    "To leave a finding, add a line to accepted.csv of the package: "
    "rule,indicator,ref_area,time_period,reason.",
    "若要保留某项发现，请在数据包的 accepted.csv 中加一行：rule,indicator,ref_area,time_period,reason。",
)


def validate(
    names: Sequence[str], *, today: date, builtin: bool = True, stdin: bytes = b""
) -> Report:
    """Look for every fault in packages and tables; without a name, in the built-in package.

    Parameters
    ----------
    names : sequence of str
        Folders with a data package, and tables in any form that `--data` reads.
    today : date
        What a provisional figure is older than.

    Raises
    ------
    DataError
        When a file is absent or cannot be read at all.
    """
    with uncollected():
        facts = read_facts(names, today=today, builtin=builtin, stdin=stdin)
        found = list(findings(facts))
    wrong = [f for f in found if f.severity != "info" and not f.silenced]
    return Report(
        Text("Validation", "数据检验"),
        subtitle=_looked_at(facts),
        blocks=tuple(_blocks(found)),
        records=tuple(_record(f) for f in found),
        notes=tuple(_notes(found, wrong)),
        finding=bool(wrong),
        columns=COLUMNS,
    )


def _looked_at(facts: Facts) -> Text:
    count = len(facts.facts)
    return Text(
        f"{count:,} figures, {len(rules()) + 1} rules", f"{count:,}个数据，{len(rules()) + 1}条规则"
    )


def _blocks(found: list[Finding]) -> list[Block]:
    """Return a table of the findings that count or inform, and one of those that are accepted."""
    columns = (
        Column(Text("where", "位置"), right=False),
        Column(Text("severity", "级别"), right=False),
        Column(Text("rule", "规则"), right=False),
        Column(Text("finding", "发现"), right=False),
    )
    blocks = []
    for title, some in (
        (None, [f for f in found if not f.silenced]),
        (Text("Accepted by the package", "数据包已说明"), [f for f in found if f.silenced]),
    ):
        rows = []
        shown: dict[str, int] = {}
        for f in some:
            shown[f.rule] = shown.get(f.rule, 0) + 1
            if shown[f.rule] <= SHOWN:
                why = Text(f"{f.silenced}", f"{f.silenced}") if f.silenced else f.why
                cells = (same(f.where), SEVERITY[f.severity], same(f.rule), why)
                rows.append(tuple(Cell(text=text) for text in cells))
        if rows:
            blocks.append(Block(columns, tuple(rows), title=title))
    return blocks


def _notes(found: list[Finding], wrong: list[Finding]) -> list[Text]:
    """Return the count, and how to mend what each rule found, each once."""
    counts = {
        severity: sum(f.severity == severity and not f.silenced for f in found)
        for severity in SEVERITY
    }
    accepted = sum(bool(f.silenced) for f in found)
    parts = [
        Text(
            f"{count} {word.en}{'s' if count != 1 and severity != 'info' else ''}",
            f"{word.zh}{count}项",
        )
        for (severity, word), count in zip(SEVERITY.items(), counts.values(), strict=True)
    ]
    parts += [Text(f"{accepted} accepted", f"已说明{accepted}项")] if accepted else []
    notes = [joined(parts) + Text(".", "。")]
    for rule in dict.fromkeys(f.rule for f in wrong):
        mends = {f.mend: None for f in wrong if f.rule == rule and (f.mend.en or f.mend.zh)}
        if rule == SCHEMA and len(mends) > 3:
            continue  # each cell has its own; --json has them
        notes += [same(f"{rule}: ") + mend for mend in list(mends)[:3]]
    if any(f.rule != SCHEMA for f in wrong):
        notes.append(SILENCE)
    return notes


def _record(found: Finding) -> dict[str, str | int | float | None]:
    first = found.figures[0] if found.figures else None
    printed = " | ".join(f"{f.time_period} {f.measure} {f.printed}" for f in found.figures)
    return {
        "rule": found.rule,
        "severity": found.severity,
        "file": found.where.file,
        "line": found.where.line,
        "column": found.where.column,
        "indicator": first.indicator if first else "",
        "ref_area": first.ref_area if first else "",
        "time_period": first.time_period if first else "",
        "figures": printed,
        "message": found.why.en,
        "mend": found.mend.en,
        "silenced": found.silenced,
    }
