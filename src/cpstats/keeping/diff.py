"""Two packages, or two releases, beside each other: what is new, gone and revised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.calc.revision import revision_of
from cpstats.errors import UsageError
from cpstats.keeping.compared import Ranks, Side
from cpstats.message import Message, sentences
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.model.columns import CELL, LEVELS
from cpstats.model.figure import plain
from cpstats.model.kinds import is_rate
from cpstats.model.observation import as_printed, shifted
from cpstats.model.period import Period
from cpstats.model.question import Policy
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same, spaced
from cpstats.model.typeset import number_text
from cpstats.model.unit import Unit, UnitError
from cpstats.model.words import BASIS, MEASURE
from cpstats.selecting.computed import interval
from cpstats.store.package import open_package, parts_of, with_parts
from cpstats.store.paths import exists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.keeping.compared import Ident
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.store.opened import Part
    from cpstats.store.package import Package

COLUMNS = (
    "change",
    *CELL,
    "old",
    "new",
    "unit",
    "difference",
    "percent",
    "within_rounding",
    "growth_old",
    "growth_new",
    "rank_old",
    "rank_new",
    "source_old",
    "source_new",
    "unit_old",
)
KINDS = {
    "revised": Text("Revised", "修订"),
    "new": Text("New", "新增"),
    "gone": Text("Gone", "消失"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that is not the same on both sides."""

    kind: str
    key: tuple[str, ...]  # as `columns.CELL` has it
    old: Figure | None
    new: Figure | None
    growth: tuple[float | None, float | None] = (None, None)
    rank: tuple[int | None, int | None] = (None, None)

    @property
    def difference(self) -> float | None:
        """New minus old, in the unit of the figure."""
        if self.old is None or self.new is None or self.old.unit != self.new.unit:
            return None
        assert self.old.value is not None
        assert self.new.value is not None
        return plain(self.new.value - self.old.value)

    @property
    def percent(self) -> float | None:
        """The revision in per cent of the old level; rates have a difference only."""
        if self.old is None or self.new is None or self.old.measure not in LEVELS:
            return None
        if is_rate(self.new.unit) or self.difference is None:
            return None
        if not self.old.value or self.old.value < 0:
            return None
        return plain(revision_of(interval(self.new), interval(self.old)).value)

    def record(self) -> dict[str, str | int | float | None]:
        """Return the machine columns."""
        some = self.new or self.old
        assert some is not None
        meets = None
        if self.old is not None and self.new is not None and self.old.unit == self.new.unit:
            meets = self.old.meets(self.new)
        values: tuple[str | int | float | None, ...] = (
            self.kind,
            *self.key,
            self.old.value if self.old else None,
            self.new.value if self.new else None,
            some.unit,
            self.difference,
            self.percent,
            None if meets is None else "yes" if meets else "no",
            *self.growth,
            *self.rank,
            self.old.source if self.old else None,
            self.new.source if self.new else None,
            self.old.unit if self.old else None,
        )
        return dict(zip(COLUMNS, values, strict=True))


def sides(old: str, new: str, package: Package) -> tuple[Side, Side]:
    """Return what two names mean: a folder or a file, `builtin`, a vintage, or a source.

    Both are read with one catalogue: what only one of them has is known beside the other, and
    one indicator has one unit.

    Raises
    ------
    UsageError
        When a name is none of these.
    """
    parts = {name: _parts(name) for name in (old, new)}
    there = {part.name for part in package.parts}
    added = [p for found in parts.values() for p in found if p.name not in there]
    both = with_parts(package, added)
    return _side(old, both, package, parts[old]), _side(new, both, package, parts[new])


def _parts(name: str) -> list[Part]:
    if name == "builtin":
        return list(open_package().parts)
    return parts_of(name) if exists(Path(name)) else []


def _side(name: str, both: Package, package: Package, parts: Sequence[Part]) -> Side:
    if parts:
        return Side(name, replace(both, parts=tuple(parts)), Policy())
    catalogue = package.catalogue
    released = replace(both, parts=package.parts)
    if name in catalogue.vintages:
        return Side(name, released, Policy(vintage=name))
    if name in catalogue.sources:
        return Side(name, released, Policy(source=name))
    known = ("builtin", *catalogue.vintages, *catalogue.sources)
    near = nearest(name, ((word, word) for word in known))
    raise UsageError(
        Message(
            "“{}” is no folder, file, vintage or source", "“{}”不是文件夹、文件、版本或来源", name
        ),
        mend=sentences(
            nearest_are(near),
            Message(
                "`cpstats list vintages` and `cpstats list sources` show the releases.",
                "`cpstats list vintages` 与 `cpstats list sources` 列出各版本。",
            ),
        ),
    )


def diff(old: Side, new: Side) -> Report:
    """Compare two sides cell by cell.

    A figure is revised when its value differs; that rounding alone explains it is said. Growth
    is computed inside the release of the figure on either side; the rank is among the places with
    the same parent that both sides have.
    """
    catalogue = new.package.catalogue
    order = {name: number for number, name in enumerate(catalogue.indicators)}
    every = sorted({*old.series, *new.series}, key=lambda one: (order.get(one[0], 0), one))
    ranks = Ranks(old, new)
    changes: list[Change] = []
    unchanged = 0
    for series in every:
        was, now = old.of(series), new.of(series)
        for period in sorted({*was, *now}, key=str):
            change = _change(series, period, old, new, ranks)
            changes += [change] if change else []
            unchanged += change is None
    return Report(
        Text(f"From {old.name} to {new.name}", f"{old.name} → {new.name}"),
        blocks=tuple(_block(kind, changes, catalogue) for kind in KINDS if _of(kind, changes)),
        records=tuple(c.record() for c in changes),
        notes=(_count(changes, unchanged),),
        finding=False,
        columns=COLUMNS,
    )


def _change(series: Ident, period: Period, old: Side, new: Side, ranks: Ranks) -> Change | None:
    if (said := old.said(series, period)) and said == new.said(series, period):
        return None
    key = (*series[:2], str(period), *series[2:])
    before, after = old.of(series).get(period), new.of(series).get(period)
    if before is None or after is None:
        return Change("new" if before is None else "gone", key, before, after)
    before = converted(before, after.unit)
    if _said(before) == _said(after):
        return None
    if before.measure != "level":
        return Change("revised", key, before, after)
    return Change(
        "revised",
        key,
        before,
        after,
        growth=(old.growth(series, period), new.growth(series, period)),
        rank=ranks.of(series, period),
    )


def _said(figure: Figure) -> tuple[float | None, str, str]:
    return figure.value, figure.bound, figure.unit


def converted(figure: Figure, unit: str) -> Figure:
    """Return a figure in a unit of the same root, exactly; as it is where there is no way."""
    if figure.unit == unit or figure.value is None:
        return figure
    try:
        shift = Unit.of(figure.unit).shift_to(Unit.of(unit))
    except UnitError:
        return figure
    value, low, high = (
        None if end is None else float(shifted(repr(end), shift))
        for end in (figure.value, figure.low, figure.high)
    )
    decimals = max(figure.decimals - shift, 0)
    return replace(figure, value=value, low=low, high=high, unit=unit, decimals=decimals)


def _of(kind: str, changes: Sequence[Change]) -> list[Change]:
    return [c for c in changes if c.kind == kind]


def _count(changes: Sequence[Change], unchanged: int) -> Text:
    counts = [
        Text(
            f"{len(_of(kind, changes))} {name.en.lower()}", f"{name.zh}{len(_of(kind, changes))}个"
        )
        for kind, name in KINDS.items()
    ]
    return joined([*counts, Text(f"{unchanged} unchanged", f"未变{unchanged}个")]) + Text(".", "。")


def _block(kind: str, changes: Sequence[Change], catalogue: Catalogue) -> Block:
    head = (
        Column(Text("figure", "数据"), right=False),
        Column(Text("period", "时期"), right=False),
    )
    rows = []
    last = ""
    for change in _of(kind, changes):
        name = _name(change, catalogue)
        first = Cell(text=name if name.en != last else same(""))
        last = name.en
        period = Period.parse(change.key[2])
        when = Cell(text=Text(period.label("en"), period.label("zh")))
        rows.append((first, when, *_cells(kind, change)))
    return Block((*head, *_columns(kind)), tuple(rows), title=KINDS[kind])


def _columns(kind: str) -> tuple[Column, ...]:
    if kind != "revised":
        return (Column(Text("value", "数值")), Column(Text("source", "来源"), right=False))
    return (
        Column(Text("old", "原数")),
        Column(Text("new", "新数")),
        Column(Text("change", "变动")),
        Column(Text("%", "%")),
        Column(Text("growth of the level, %", "水平值增速，%")),
        Column(Text("rank", "位次")),
    )


def _cells(kind: str, change: Change) -> tuple[Cell, ...]:
    some = change.new or change.old
    assert some is not None
    if kind != "revised":
        return Cell(text=as_printed(some)), Cell(text=same(some.source))
    assert change.old is not None
    assert change.new is not None
    decimals = max(change.old.decimals, change.new.decimals)
    texts = (
        _number(change.difference, decimals),
        _number(change.percent, 2),
        _pair(*(_number(g, 2) for g in change.growth)),
        _pair(*("" if r is None else str(r) for r in change.rank)),
    )
    both = (as_printed(change.old), as_printed(change.new))
    return tuple(Cell(text=t) for t in (*both, *map(same, texts)))


def _number(value: float | None, decimals: int) -> str:
    if value is None:
        return ""
    text = number_text(value, decimals)
    return text if text.startswith(("-", "−")) or value == 0 else f"+{text}"


def _pair(old: str, new: str) -> str:
    if not old and not new:
        return ""
    return new if old == new else f"{old or '…'} → {new or '…'}"


def _name(change: Change, catalogue: Catalogue) -> Text:
    """Return indicator, place, and what it is where it is no level."""
    indicator = catalogue.indicators[change.key[0]].name
    place = catalogue.places[change.key[1]].name
    name = Text(f"{indicator.en}, {place.en}", spaced(place.zh, indicator.zh))
    if change.key[3] == "level":
        return name
    word, basis = MEASURE[change.key[3]], BASIS.get(change.key[4], same(""))
    return name + Text(f", {word.en} {basis.en}".rstrip(), f"·{basis.zh}{word.zh}")
