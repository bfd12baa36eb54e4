"""How a table stands in a terminal: without the columns that say nothing, in panels, in blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.model.report import Cell
from cpstats.model.text import Text, same
from cpstats.model.typeset import MISSING, headers, texts
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import Laid, distinct, fits, heads, laid, narrowed, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.report import Block, Style

HEADER = 2  # lines above the rows of a panel: its header and the rule
MANY = 3  # rows: of fewer nothing is “the same in every row”
FEWEST, SHORT = 4, 12  # texts that are said by number, where all are longer than so many columns
EMPTY = Text("Empty, left out: ", "空列未列：")
SAME = Text("In every row: ", "各行均为：")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table in the room there is: panels of columns below one another, or a block for each row.

    `said` are the lines below it: which columns are not there, and what stood in them.
    """

    panels: list[Laid] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        between = max(len(self.panels) - 1, 0)
        return len(self.blocks) + sum(p.lines + HEADER for p in self.panels) + between


def fitted(block: Block, style: Style) -> Fitted:
    """Return the table whole where it has room.

    Else columns that are empty or the same in every row are left out, from the right, until it
    has; then a few long texts that stand in many rows are said below, by number; then texts are
    folded, where that is shorter than a block for each row, but not the names of rows of numbers
    that are shorter in panels; then the columns stand in panels. Blocks are last, and for a few rows.
    """
    if style.width is None or fits(block, style):
        return Fitted([laid(block, style)])
    lean, said = _lean(block, style)
    lean, said = (lean, said) if fits(lean, style) else _numbered(lean, style, said)
    if fits(lean, style):
        return Fitted([laid(lean, style)], said=said)
    blocks = Fitted(blocks=stacked(block, style))
    folded = narrowed(lean, style, style.width)
    panels = Fitted(_panels(lean, style, style.width), said=said)
    long = _of_numbers(lean, style) and 0 < panels.lines < (folded.lines if folded else 0)
    if folded and folded.lines < blocks.lines and not long:
        return Fitted([folded], said=said)
    few = len(block.rows) <= MANY and blocks.lines <= panels.lines
    return blocks if few or not panels.panels else panels


def _lean(block: Block, style: Style) -> tuple[Block, list[str]]:
    """Leave out what says nothing until the rest has room; and say what was left out."""
    rows = texts(block, style.lang, style.digits)
    names = distinct(headers(block, style.lang), style.lang)
    values = [{row[i].strip() for row in rows} for i in range(len(names))]
    first = heads(block, rows)
    empty = [i for i in range(first, len(names)) if values[i] <= {"", MISSING}]
    equal = [i for i in range(first, len(names)) if _alike(block, rows, i)]
    gone: list[int] = []
    lean = block
    for i in (*reversed(empty), *(i for i in reversed(equal) if i not in empty)):
        gone.append(i)
        lean = part_of(block, [j for j in range(len(names)) if j not in gone])
        if fits(lean, style):
            break
    comma, end = ("、", "。") if style.lang == "zh" else (", ", ".")
    left = [names[i] for i in sorted(gone) if i in empty and names[i]]
    told = [f"{names[i]} {rows[0][i].strip()}".strip() for i in sorted(gone) if i not in empty]
    said = [EMPTY.to(style.lang) + comma.join(left) + end] if left else []
    return lean, said + ([SAME.to(style.lang) + comma.join(told) + end] if told else [])


def _alike(block: Block, rows: list[list[str]], column: int) -> bool:
    """Return whether a column says the same in every row, and nothing in those of a summary."""
    count = len(block.keys) or len(rows)
    own = {row[column].strip() for row in rows[:count]}
    below = {row[column].strip() for row in rows[count:]}
    return count >= MANY and len(own) == 1 and below <= {""}


def _of_numbers(block: Block, style: Style) -> bool:
    """Return whether numbers alone stand behind what names the rows."""
    first = heads(block, texts(block, style.lang, style.digits))
    columns = range(first, len(block.columns))
    return all(any(row[i].figure for row in block.rows) for i in columns)


def _numbered(block: Block, style: Style, said: list[str]) -> tuple[Block, list[str]]:
    """Put numbers for the few long texts that stand in many rows of a column, and say them below."""
    rows = texts(block, style.lang, style.digits)
    names = distinct(headers(block, style.lang), style.lang)
    comma, colon = ("；", "：") if style.lang == "zh" else ("; ", ": ")
    for i in range(heads(block, rows), len(names)):
        values = list(dict.fromkeys(row[i].strip() for row in rows if row[i].strip()))
        few = 0 < len(values) <= FEWEST and len(rows) >= MANY * max(len(values), 2)
        if not few or min(map(width, values)) <= SHORT or any(row[i].figure for row in block.rows):
            continue
        signs = {value: f"({number})" for number, value in enumerate(values, 1)} | {"": ""}
        cells = [Cell(text=same(signs[row[i].strip()])) for row in rows]
        block = block._replace(
            rows=tuple(
                (*row[:i], cell, *row[i + 1 :]) for row, cell in zip(block.rows, cells, strict=True)
            )
        )
        told = comma.join(f"{signs[value]} {value}" for value in values)
        said = [*said, names[i] + colon + told]
    return block, said


def part_of(block: Block, kept: Sequence[int]) -> Block:
    """Return some columns of a table."""
    return block._replace(
        columns=tuple(block.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in block.rows),
    )


def _panels(block: Block, style: Style, columns: int) -> list[Laid]:
    """Return the columns in panels, each behind what names the rows; none where one has no room."""
    first = list(range(heads(block, texts(block, style.lang, style.digits))))
    panels: list[list[int]] = []
    for i in range(len(first), len(block.columns)):
        if panels and fits(part_of(block, [*first, *panels[-1], i]), style):
            panels[-1].append(i)
        else:
            panels.append([i])
    made = []
    for panel in panels:
        part = part_of(block, [*first, *panel])
        one = laid(part, style) if fits(part, style) else narrowed(part, style, columns)
        if one is None:
            return []
        made.append(one)
    return made
