"""An answer arranged as was asked: scaled, chosen, sorted, cut, summed up, turned, in this order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.arranging.called import FEW, head_of
from cpstats.arranging.column_names import find, known, label_column, value_of
from cpstats.arranging.condition import Condition, condition
from cpstats.arranging.rows import Sort, competing, cut, meeting, mixed_order, ordered, with_rows
from cpstats.arranging.scale import scaled
from cpstats.arranging.summary import summed_up
from cpstats.arranging.turn import turned
from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.period import Period
from cpstats.model.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cpstats.arranging.summary import Weights
    from cpstats.model.figure import Figure
    from cpstats.model.report import Block, Key, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """How an answer is laid out; the words are those of the command line."""

    sort: str = ""
    top: int | None = None
    bottom: int | None = None
    where: str = ""
    rows: str = ""
    wide: bool = False
    scale: str = ""
    summary: bool = False
    weight: str = ""

    @property
    def cuts(self) -> bool:
        """Whether rows may go."""
        return bool(self.where or self.top or self.bottom)

    @property
    def turns(self) -> bool:
        """Whether the table is turned."""
        return bool(self.rows or self.wide)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rows of a table that are left, in groups with a rule between, and what went into them."""

    groups: list[list[int]]
    every: list[int]  # before it was cut: what a summary is of
    notes: list[Text] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        """The rows that are left, in order."""
        return [i for group in self.groups for i in group]


def arranged(
    report: Report, how: Arrangement, weights: Weights | None = None, *, eye: str = ""
) -> Report:
    """Return an answer arranged.

    A table that has not the columns that are named follows those that have: it keeps their places,
    in their order. Where periods are to stand side by side, the newest that most places have
    decides; `eye` is what then stands in rows for the eye alone.

    Raises
    ------
    UsageError
        When a column is not known, a condition cannot be read, or a number is none.
    """
    if how == Arrangement():
        return report
    _check(how)
    blocks = [scaled(block, how.scale) for block in report.blocks] if how.scale else report.blocks
    asked = condition(how.where) if how.where else None
    keyed = [block for block in blocks if block.keys]
    sorts = Sort.all_of(how.sort, keyed)
    if asked is not None:
        known(keyed, {n.word: n.at for n in asked.names if not n.loose}, "--where")
    known(keyed, {sort.word: 0 for sort in sorts}, "--sort")
    if not keyed and (how.cuts or how.turns or how.summary):
        known(keyed, {"": 0}, "--rows")
    heads = [head_of(report.catalogue, b) if b.keys else same("") for b in blocks]
    made = _chosen(blocks, how, asked, sorts, heads, beside=bool(eye) or how.turns)
    left = [_cut(block, chosen) for block, chosen in zip(blocks, made, strict=True)]
    notes = [note for chosen in made if chosen is not None for note in chosen.notes]
    found = _figures(report, blocks, left, sort=bool(sorts or how.top or how.bottom))
    whole = [
        with_rows(block, chosen.every) if chosen is not None else block
        for block, chosen in zip(blocks, made, strict=True)
    ]
    report = replace(report, notes=(*report.notes, *notes))
    return _finished(report, how, (left, whole), found, weights, eye)


def _finished(
    report: Report,
    how: Arrangement,
    tables: tuple[list[Block], list[Block]],
    found: list[Figure],
    weights: Weights | None,
    eye: str,
) -> Report:
    """Sum up and turn what is left of the tables; a summary is of what they were before the cut."""
    left, whole = tables
    notes: list[Text] = []
    if how.summary:
        summed, more, notes = summed_up(left, whole, weights)
        found = [*found, *more]
        left = left if how.turns or eye else summed
    report = replace(
        report,
        blocks=tuple(block for block in left if block.rows),
        figures=tuple(found),
        notes=(*report.notes, *notes),
    )
    report = replace(report, marks=_used(report))
    if not (how.turns or eye):
        return report
    rows = how.rows if how.turns else eye
    report = turned(report, rows, machine=how.turns, whole=whole)
    report = replace(report, marks=_used(report))
    if not how.summary:
        return report
    every: Sequence[Block] = turned(
        replace(report, blocks=tuple(b for b in whole if b.rows)), rows
    ).blocks
    every = _like(report.blocks, every)
    return replace(report, blocks=tuple(summed_up(report.blocks, every, weights)[0]))


def _like(blocks: Sequence[Block], wholes: Sequence[Block]) -> list[Block]:
    """Return of each table the one of its title before it was cut, with its columns alone."""
    titled = {whole.title: whole for whole in wholes}
    found = []
    for block in blocks:
        whole = titled.get(block.title, block)
        places = {column.header: i for i, column in enumerate(whole.columns)}
        kept = [places[column.header] for column in block.columns]
        found.append(
            whole._replace(
                columns=block.columns,
                rows=tuple(tuple(row[i] for i in kept) for row in whole.rows),
            )
        )
    return found


def _used(report: Report) -> tuple[tuple[str, Text], ...]:
    """Return the footnotes that a cell still names."""
    cells = [cell for block in report.blocks for row in block.rows for cell in row]
    named = {mark for c in cells for mark in (c.mark, *c.named)}
    return tuple(mark for mark in report.marks if mark[0] in named)


def _check(how: Arrangement) -> None:
    for option, count in (("--top", how.top), ("--bottom", how.bottom)):
        if count is not None and count < 1:
            raise UsageError(
                Message("{} {} is no number of rows", "{} {} 不是行数", option, count),
                mend=Message("Write {} 5.", "请写 {} 5。", option),
            )
    if how.weight and not how.summary:
        raise UsageError(
            Message("--weight is of the means of --summary", "--weight 用于 --summary 的均值"),
            mend=Message("Add --summary.", "请加 --summary。"),
        )


def _chosen(
    blocks: Sequence[Block],
    how: Arrangement,
    asked: Condition | None,
    sorts: tuple[Sort, ...],
    heads: Sequence[Text],
    *,
    beside: bool,
) -> list[_Chosen | None]:
    """Return the rows of each table; None for a table whose rows stand as they are."""
    words = [name.word for name in asked.names if not name.loose] if asked else []
    words += [sort.word for sort in sorts]
    first = {i for i, b in enumerate(blocks) if b.keys and _has(b, words)}
    said: dict[int, list[Text]] = {}
    if beside:
        said = _deciding(blocks, first, words, told=bool(how.cuts or sorts))
        first = set(said)
    nothing = same("")
    made: dict[int, _Chosen] = {
        i: _of_block(
            blocks[i],
            how,
            asked,
            sorts or (Sort(blocks[i].by),),
            head=heads[i] + Text(": ", "：") if len(first) > 1 else nothing,
            said=said.get(i, ()),
        )
        for i in sorted(first)
    }
    if how.cuts or sorts:
        for i, block in enumerate(blocks):
            if block.keys and i not in made:
                leaders = [j for j in first if _indicator(blocks[j]) == _indicator(block)]
                made[i] = _following(block, [(blocks[j], made[j]) for j in leaders])
    every = {i: _Chosen([competing(b)], competing(b)) for i, b in enumerate(blocks) if b.keys}
    return [made.get(i, every.get(i)) for i in range(len(blocks))]


def _has(block: Block, words: Sequence[str]) -> bool:
    return all(find(block, word) is not None for word in words or (block.by,))


def _indicator(block: Block) -> str:
    return block.keys[0].indicator if block.keys else ""


def _deciding(
    blocks: Sequence[Block], among: set[int], words: Sequence[str], *, told: bool
) -> dict[int, list[Text]]:
    """Return the table of each indicator that decides for its others, and what is said of it.

    It is of the newest period of which half as many places have a value as of any.
    """
    found: dict[int, list[Text]] = {}
    for indicator in dict.fromkeys(_indicator(blocks[i]) for i in sorted(among)):
        own = [i for i in sorted(among) if _indicator(blocks[i]) == indicator]
        have = {i: _values(blocks[i], words) for i in own}
        ready = [i for i in own if 2 * have[i] >= max(have.values())]
        one = max(ready, key=lambda i: (_when(blocks[i]), i))
        when = _when(blocks[one])[1]
        older = told and _when(blocks[one]) < max(_when(blocks[i]) for i in own)
        said = Text(
            f"Chosen and sorted by {when.label('en')}, the newest period that most have.",
            f"按{when.label('zh')}取舍与排序，即多数地区有数据的最近一期。",
        )
        found[one] = [said] if older else []
    return found


def _values(block: Block, words: Sequence[str]) -> int:
    """Count the rows that have a value in the columns that decide."""
    columns = [c for word in words or (block.by,) if (c := find(block, word)) is not None]
    return sum(
        all(value_of(block.rows[i][c]) is not None for c in columns) for i in competing(block)
    )


def _when(block: Block) -> tuple[bool, Period]:
    period = block.keys[0].period
    return (bool(period), Period.parse(period or "0001"))


def _of_block(
    block: Block,
    how: Arrangement,
    asked: Condition | None,
    sorts: tuple[Sort, ...],
    *,
    head: Text,
    said: Sequence[Text] = (),
) -> _Chosen:
    """Choose, sort and cut the rows of one table, and say how many went."""
    rows = competing(block)
    notes = list(said)
    if asked is not None:
        met, unknown = meeting(block, asked)
        notes.append(head + _kept(how.where, len(met), len(rows), _names(block, unknown)))
        rows = met
    if how.sort or how.top or how.bottom:
        notes += [head + said for said in mixed_order(block, rows, sorts)]
    if how.sort:
        rows = ordered(block, rows, sorts)
    if not (how.top or how.bottom):
        return _Chosen([rows], rows, notes)
    parts = cut(block, rows, sorts, top=how.top or 0, bottom=how.bottom or 0)
    if parts.without:
        lacking = [i for i in rows if i not in cut(block, rows, sorts, top=len(rows), bottom=0).top]
        notes.append(head + _names(block, lacking))
    return _Chosen([parts.top, parts.bottom], rows, notes)


def _kept(text: str, met: int, every: int, without: Text) -> Text:
    said = Text(f"“{text}”: {met} of {every} rows", f"“{text}”：{every}行中的{met}行")
    return said + Text("; ", "；") + without if without.en else said


def _names(block: Block, rows: Sequence[int]) -> Text:
    """Say how many rows have no value, and which where they are few."""
    if not rows:
        return same("")
    count = len(rows)
    said = Text(f"{count} without a value", f"{count}行无数值")
    if count > FEW:
        return said
    column = label_column(block)
    names = [text for i in rows if (text := block.rows[i][column].text) is not None]
    return said + Text(": ", "：") + joined(names)


def _following(block: Block, leaders: Sequence[tuple[Block, _Chosen]]) -> _Chosen:
    """Return the rows of the places that are left in other tables, in their order."""
    every = competing(block)
    if not leaders:
        return _Chosen([every], every)
    order: dict[str, int] = {}
    kept: set[str] = set()
    for leader, chosen in leaders:
        kept |= {leader.keys[i].area for i in chosen.every}
        for i in chosen.rows:
            order.setdefault(leader.keys[i].area, len(order))
    rows = [i for i in every if block.keys[i].area in order]
    rows.sort(key=lambda i: order[block.keys[i].area])
    return _Chosen([rows], [i for i in every if block.keys[i].area in kept])


def _cut(block: Block, chosen: _Chosen | None) -> Block:
    if chosen is None or chosen.groups == [competing(block)]:
        return block
    made = with_rows(block, *chosen.groups)
    return made if chosen.rows else made._replace(rows=(), keys=())


def _figures(
    report: Report, before: Sequence[Block], after: Sequence[Block], *, sort: bool
) -> list[Figure]:
    """Return the figures of the rows that are left, in their order, and of what stands aside."""
    had = {_ident(k) for block in before for k in block.keys}
    keys = [k for block in after for k in block.keys]
    left = {_ident(k) for k in keys}
    places = {(k.indicator, k.area) for k in keys}
    gone = {(i, a) for i, a, *_ in had} - places
    aside = {k.area for block in before for k in block.keys if k.aside}

    def kept(figure: Figure) -> bool:
        ident = _of(figure, had)
        if figure.ref_area in aside:
            return True
        return ident[:2] not in gone and (ident not in had or ident in left)

    found = [f for f in report.figures if kept(f)]
    if not sort:
        return found
    order = {ident: number for number, ident in reversed(list(enumerate(map(_ident, keys))))}
    place = {ident[:2]: number for ident, number in sorted(order.items(), key=lambda o: -o[1])}
    last = len(keys)
    return sorted(
        found,
        key=lambda f: order.get(_of(f, had), place.get((f.indicator, f.ref_area), last)),
    )


Ident = tuple[str, str, str, str]  # indicator, place, period, release


def _ident(key: Key) -> Ident:
    return (key.indicator, key.area, key.period, key.release)


def _of(figure: Figure, had: Collection[Ident]) -> Ident:
    """Return the row that a figure is of: of its newest release, where releases have rows."""
    ident = (figure.indicator, figure.ref_area, figure.time_period)
    one = figure.inputs[0] if figure.inputs else figure
    own = (one.vintage or one.source).partition("|")[0]
    return (*ident, own) if (*ident, own) in had else (*ident, "")
