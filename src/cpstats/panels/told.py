"""What is told of a panel: the first rows, how many there are, how many have no value and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.message import counted
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.model.words import REASON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.panels.engines import Outcome
    from cpstats.panels.request import Request

    Value = str | int | float | None


def report_of(request: Request, engine: str, outcome: Outcome) -> Report:
    """Return the report; a machine is given the rows, or what was written where."""
    shown = outcome.rows[: request.head]
    return Report(
        Text(f"{request.calculation} by {engine}", f"{request.calculation}（{engine}）"),
        blocks=(_block(outcome.columns, shown),),
        records=tuple(_records(request, engine, outcome)),
        notes=tuple(_notes(request, outcome, 0 if request.all_rows else len(shown))),
        columns=() if request.output else outcome.columns,
        finding=False,  # an empty panel is an answer
    )


def _records(request: Request, engine: str, outcome: Outcome) -> Iterator[dict[str, Value]]:
    if not request.output:
        for row in outcome.rows:
            yield dict(zip(outcome.columns, map(_plain, row), strict=True))
        return
    counts = {reason or "value": number for reason, number in outcome.reasons.items()}
    yield {"file": request.output, "engine": engine, "rows": outcome.total, **counts}


def _notes(request: Request, outcome: Outcome, shown: int) -> list[Text]:
    total = counted(outcome.total, "row", "共{}行")
    notes = [Text(f"{total}", total.to("zh"))]
    if outcome.total > shown > 0:
        notes = [Text(f"{total}, the first {shown} shown", f"{total.to('zh')}，显示前{shown}行")]
    for reason, number in outcome.reasons.items():
        if reason:
            word = REASON[reason] if reason in REASON else same(reason)
            rows = counted(number, "row has", "{}行", many="rows have")
            notes.append(Text(f"{rows} no value: {word.en}", f"{rows.to('zh')}无数值：{word.zh}"))
    if request.output:
        notes.append(Text(f"written to {request.output}", f"已写入 {request.output}"))
    return notes


def _block(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Block:
    numbers = [any(isinstance(row[i], float) for row in rows) for i in range(len(columns))]
    return Block(
        tuple(
            Column(same(name), right=number) for name, number in zip(columns, numbers, strict=True)
        ),
        tuple(tuple(Cell(text=same(_shown(cell))) for cell in row) for row in rows),
    )


def _plain(cell: Any) -> Value:
    return cell if cell is None or isinstance(cell, int | float) else str(cell)


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)
