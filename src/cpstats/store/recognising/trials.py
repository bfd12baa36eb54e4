"""Readings that are tried while an answer to a question is looked for: decoded once, on a sample first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.store import importers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.inquiry import QuestionError
    from cpstats.store.sheet import Sheet

ROWS = 400  # of each table, from its beginning
CELLS, FEWEST = 40_000, 15  # of a wide table fewer rows, but not fewer than header and some figures

NOTES = 60  # lines below a table
MOST = 3  # ways to decode that are kept
WHOLE = 100_000  # cells of tables that are read whole for a proposal
TWICE = 2  # that a file which is not held is read whole for a proposal
FEW_BYTES = 100_000  # of a file, which is read as fast as a sample of it


@dataclass(slots=True)
class Trials:
    """The tables of files as they were decoded last; with `rows`, so many of each from its beginning at most.

    A file that is read in pieces is not held: of it there is the beginning, and the lines that questions were about.
    """

    rows: int = 0
    _kept: dict[tuple[object, ...], list[Sheet]] = field(default_factory=dict)
    _asks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _begun: dict[tuple[str, ...], Sheet] = field(default_factory=dict)  # of files that are not held
    _open: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=dict)  # lines of them
    _wholes: list[Path] = field(default_factory=list)  # of them, each time that one was read

    def on_a_sample(self) -> Trials:
        """Return the same, cut."""
        return replace(self, rows=ROWS)

    def reads_whole(self, path: Path) -> None:
        """Take down that a file which is not held is read whole."""
        self._wholes.append(path)

    def keep(self, asked: QuestionError) -> None:
        """Take the line that a question was about into the sample of a file that is not held."""
        if asked.row and asked.where.line is not None:
            self._open.setdefault(asked.where.file, {})[asked.where.line] = asked.row

    def beginning(self, path: Path, hints: Hints, begin: Callable[[], Sheet]) -> Sheet:
        """Return the first lines of a file that is not held, and those that questions were about."""
        key = (str(path), hints.encoding, hints.divider)
        if key not in self._begun:
            self._begun[key] = begin()
        cut = self._cut(self._begun[key])
        more = {n: r for n, r in self._open.get(str(path), {}).items() if n > max(cut.lines)}
        return replace(cut, rows=(*cut.rows, *more.values()), lines=(*cut.lines, *more))

    def are_read_whole(self) -> bool:
        """Whether the tables that were read last are not too large to be read whole, or not again."""
        if len(self._wholes) >= TWICE:
            return False
        kept = [*self._kept.values()][-1:]
        cells = sum(len(s.rows) * max(map(len, s.rows), default=0) for every in kept for s in every)
        return cells <= WHOLE

    def sheets(self, name: str, content: bytes, hints: Hints) -> Sequence[Sheet]:
        """Return the tables of a file; decoded anew where what is said changes how that is done."""
        if len(content) < FEW_BYTES:
            return importers.sheets(name, content, hints)
        if name not in self._asks:
            self._asks[name] = importers.asks(name, content)
        asked = self._asks[name]
        key = (name, *(str(getattr(hints, word)) for word in asked))
        wanted = (
            "" if "sheet" in asked else hints.sheet
        )  # of the tables of a workbook, decoded once
        if key not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.clear()
            every = replace(hints, sheet="") if wanted else hints
            self._kept[key] = importers.sheets(name, content, every)
        return [self._cut(sheet) for sheet in importers.chosen(name, self._kept[key], wanted)]

    def _cut(self, sheet: Sheet) -> Sheet:
        rows = min(self.rows, max(CELLS // max(map(len, sheet.rows[:FEWEST]), default=1), FEWEST))
        if not rows or len(sheet.rows) <= rows:
            return sheet
        end = len(sheet.rows)
        while end > max(rows, len(sheet.rows) - NOTES) and _is_note(sheet.rows[end - 1]):
            end -= 1  # with the notes below, which may explain what stands in the figures
        return replace(
            sheet,
            rows=sheet.rows[:rows] + sheet.rows[end:],
            lines=sheet.lines[:rows] + sheet.lines[end:],
            starts=sheet.starts[:rows] + sheet.starts[end:],
        )


def _is_note(row: Sequence[str]) -> bool:
    """Whether a line is empty, or one text of several words, which may be merged over all columns."""
    texts = {*row} - {""}
    return not texts or (len(texts) == 1 and " " in texts.pop().strip())
