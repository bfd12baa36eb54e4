"""What a table looks like that leaves something open: what stands beside its figures and over them, quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message, joined
from cpstats.store.recognising.asking import over
from cpstats.store.recognising.perhaps_places import texts_of
from cpstats.store.sheet import kind_of

if TYPE_CHECKING:
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

LABELS = 3  # over the figures that are quoted
LONGEST = 30  # signs of a cell


def as_seen(sheet: Sheet, outline: Outline) -> Message | None:
    """Return what a table looks like; None where nothing stands beside its figures or over them."""
    beside = [_column(sheet, outline, c) for c, k in outline.keys.items() if k != "other"]
    labels = [
        text.strip()
        for i in outline.header
        for c, text in enumerate(sheet.rows[i])
        if text.strip() and c not in outline.keys
    ]
    some = [f"“{text[:LONGEST]}”" for text in dict.fromkeys(labels)]
    shown = [*some[:LABELS], *(["…"] if len(some) > LABELS else [])]
    above = [Message("{} over the figures", "数据上方为{}", shown)] if shown else []
    parts = [*beside, *above]
    return (
        Message("It is read as: {}.", "读作：{}。", joined(parts, en="; ", zh="；"))
        if parts
        else None
    )


def _column(sheet: Sheet, outline: Outline, column: int) -> Message:
    """Return what a column beside the figures is taken for, with what stands over it and first in it."""
    title = over(sheet, outline.header, column)
    cells = [t for t in texts_of(sheet, outline, column) if t][:1]
    quoted = [t for t in (title, *cells) if t != str(column + 1)]
    words = [f"“{text[:LONGEST]}”" for text in quoted]
    kind = kind_of(outline.keys[column])
    if not words:  # put there from what stands over groups of rows
        return Message("{} over groups of rows", "各组行的上方为{}", kind)
    return Message("{} in column {} ({})", "第{1}列为{0}（{2}）", kind, column + 1, words)
