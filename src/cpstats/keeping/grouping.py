"""Which place of an import lies in which: a column of parents, a total, and what looks like one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.catalogue import OWN
from cpstats.model.columns import OBSERVATION
from cpstats.model.place import Place
from cpstats.model.unit import Unit
from cpstats.selecting.whole import subtotals_of, whole_of
from cpstats.store.intervals import with_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.selecting.whole import Subtotal, Whole
    from cpstats.store.recognising.recognised import Recognised

COLUMNS = ("indicator", "ref_area", "time_period", "measure", "unit", "obs_value", "decimals")
AT = tuple(map(OBSERVATION.index, COLUMNS))
MOST = 200_000  # figures that are looked at for sums; of more, which are held nowhere, none is
FEW = 2_000  # places among which sums of some are looked for
NAMED = 5


@dataclass(frozen=True, slots=True)
class Level:
    """A number with the ends of its rounding."""

    value: float
    low: float
    high: float


@dataclass(slots=True)
class _Table:
    """The places of one sheet, and those that stand as the whole of them."""

    areas: dict[str, None] = field(default_factory=dict)
    wholes: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Groups:
    """What the files of an import say of places, file by file."""

    total: str
    parents: dict[str, str] = field(default_factory=dict)
    areas: dict[str, None] = field(default_factory=dict)
    levels: dict[tuple[str, str], dict[str, dict[str, Level]]] = field(default_factory=dict)
    left: int = MOST
    _tables: dict[str, _Table] = field(default_factory=dict)

    def take(
        self,
        sheet: Recognised,
        rows: Sequence[tuple[str, ...]],
        told: Mapping[str, str],
        catalogue: Catalogue,
    ) -> None:
        """Take in the figures of a sheet, and the parents that a column of it names."""
        columns = _columns(sheet, told)
        for (origin, _), row in zip(sheet.origins if columns else (), rows, strict=False):
            for parent in _cells(sheet, columns, origin):
                self.parents.setdefault(row[AT[1]], catalogue.known_place(parent) or parent)
        self.take_places(sheet, (row[AT[1]] for row in rows), catalogue)
        self.left -= len(rows)
        if self.left <= 0:
            self.levels.clear()  # a sum of the places that were seen so far is no total
        for row in rows if self.left > 0 else ():
            indicator, area, period, measure, unit, value, decimals = (row[i] for i in AT)
            if measure == "level":
                number = with_interval(value, decimals, "", 0)[:3]
                of_thing = self.levels.setdefault((indicator, unit), {})
                of_thing.setdefault(period, {})[area] = Level(*number)

    def take_places(self, sheet: Recognised, areas: Iterable[str], catalogue: Catalogue) -> None:
        """Take in the places of a sheet, or of a piece of one: those that stand as its whole hold the others."""
        table = self._tables.setdefault(sheet.sheet.name, _Table())
        new = [area for area in dict.fromkeys(areas) if area not in table.areas]
        self.areas |= dict.fromkeys(new)
        table.areas |= dict.fromkeys(new)
        for whole in map(catalogue.place_as_spelled, sheet.wholes):
            for area in new if whole in table.wholes else table.areas:
                place = catalogue.places[area]
                if area != whole and place.level == OWN and not place.parent:
                    self.parents.setdefault(area, whole)
            table.wholes.add(whole)

    def placed(self, catalogue: Catalogue) -> Catalogue:
        """Return the catalogue in which places lie in what was said.

        Raises
        ------
        UsageError
            When the total is none of the places, or a place would lie in itself.
        """
        said = dict(self.parents)
        if self.total:
            whole = self._whole(catalogue)
            said |= {a: whole for a in self._others(whole, catalogue) if a not in said}
        new: dict[str, Place] = {}
        for area, parent in said.items():
            if parent not in catalogue.places and parent not in new:
                new[parent] = Place(parent, name_zh=parent, name_en=parent, level=OWN)
            if area != parent:
                new[area] = replace(new.get(area) or catalogue.places[area], parent=parent)
        made = replace(catalogue, places=catalogue.places.with_more(new))
        for area in said:
            if area in made.above(area):
                raise UsageError(
                    Message("“{}” would lie in itself", "“{}”的上级是其自身", made.name_of(area)),
                    mend=Message("Look at the column of parents.", "请检查上级列。"),
                )
        return made

    def _whole(self, catalogue: Catalogue) -> str:
        named = (a for a in self.areas if self.total in catalogue.places[a].names)
        whole = next(named, "") or catalogue.known_place(self.total)
        if whole not in self.areas:
            raise UsageError(
                Message(
                    "“{}” is none of the places of the files", "文件中没有地区“{}”", self.total
                ),
                mend=Message(
                    "Places are: {}.",
                    "地区有：{}。",
                    [catalogue.name_of(a) for a in self.areas][:NAMED],
                ),
            )
        return whole

    def _others(self, whole: str, catalogue: Catalogue) -> Iterator[str]:
        """Yield the places that lie nowhere yet."""
        return (a for a in self.areas if a != whole and not catalogue.places[a].parent)

    def said(self, catalogue: Catalogue) -> Iterator[Message]:
        """Say which place is the sum of the others, and which are aggregates."""
        if self.total:
            yield from self._larger(self._whole(catalogue), catalogue)
            return
        yield from next(filter(None, (self._sums(*key, catalogue) for key in self.levels)), ())
        if self.parents:
            lie_in = [catalogue.name_of(p) for p in dict.fromkeys(self.parents.values())]
            yield Message("places lie in {}", "上级地区：{}", lie_in[:NAMED])
        aggregates = [a for a in self.areas if catalogue.places[a].is_aggregate]
        if aggregates and len(aggregates) < len(self.areas):
            more = len(aggregates) - NAMED
            yield Message(
                "aggregates, not ranked with the others: {}{}",
                "汇总地区，不与其他地区排位：{}{}",
                [catalogue.name_of(a) for a in aggregates[:NAMED]],
                f" (+{more})" if more > 0 else "",
            )

    def _larger(self, whole: str, catalogue: Catalogue) -> Iterator[Message]:
        """Say the first place with more of an amount than what is called the whole of them."""
        for (indicator, unit), periods in self.levels.items():
            for period, figures in periods.items() if Unit.of(unit).is_amount else ():
                if whole not in figures:
                    continue
                top = max(figures, key=lambda area: figures[area].low)
                if figures[top].low > figures[whole].high:
                    yield Message(
                        "{} is more than {}, which --total calls the whole of the others ({}, {})",
                        "{}大于 --total 所指的整体{}（{}，{}）",
                        catalogue.name_of(top),
                        catalogue.name_of(whole),
                        catalogue.name_of(indicator),
                        period,
                    )
                    return

    def _sums(self, indicator: str, unit: str, catalogue: Catalogue) -> list[Message]:
        """Say what the levels of an indicator show of sums that nobody told."""
        periods = self.levels[indicator, unit]
        name = catalogue.name_of(indicator)
        whole = whole_of(periods)
        if whole is not None and whole.sure and not _contains(whole.area, periods, catalogue):
            return [_of_whole(whole, name, catalogue)]
        found = subtotals_of(periods, [*self.areas]) if len(self.areas) <= FEW else []
        untold = [s for s in found if not _contains(s.area, periods, catalogue)]
        return [_of_part(s, name, catalogue) for s in untold[:NAMED]]


def _of_whole(whole: Whole, name: object, catalogue: Catalogue) -> Message:
    return Message(
        "{} is the sum of the others ({}, {}): --total {} makes it their parent",
        "{}等于其余地区之和（{}，{}）：--total {} 使其成为它们的上级",
        catalogue.places[whole.area].name,
        name,
        _span(whole.periods),
        _quoted(catalogue.places[whole.area]),
    )


def _of_part(sum_: Subtotal, name: object, catalogue: Catalogue) -> Message:
    parts = [catalogue.places[a] for a in sum_.parts]
    return Message(
        "{} is the sum of {} ({}, {}): after the import, cpstats place {} --parent {} --data DIR says so",
        "{}等于{}之和（{}，{}）：导入后可用 cpstats place {} --parent {} --data 目录 说明",
        catalogue.places[sum_.area].name,
        [part.name for part in parts],
        name,
        _span(sum_.periods),
        " ".join(map(_quoted, parts)),
        _quoted(catalogue.places[sum_.area]),
    )


def _contains(area: str, periods: Mapping[str, Mapping[str, Level]], catalogue: Catalogue) -> bool:
    """Whether places of the table lie in a place already."""
    beside = {a for found in periods.values() for a in found}
    return any(area in catalogue.above(other) for other in beside)


def _span(periods: Iterable[str]) -> str:
    every = list(periods)
    return every[0] if len(every) == 1 else f"{every[0]}–{every[-1]}"


def _quoted(place: Place) -> str:
    name = place.name_en or place.name_zh or place.ref_area
    return f"'{name}'" if " " in name else name


def _columns(sheet: Recognised, told: Mapping[str, str]) -> list[int]:
    """Return the columns of parents, found once by what stands above the first row of figures."""
    first = min((origin for origin, _ in sheet.origins), default=0)
    header = sheet.sheet.rows[:first]
    return [
        int(name) - 1 if name.isdecimal() else _column(header, name)
        for name, kind in told.items()
        if kind == "parent"
    ]


def _cells(sheet: Recognised, columns: Iterable[int], origin: int) -> Iterator[str]:
    """Yield what the columns of parents say in a row of a sheet."""
    row = sheet.sheet.rows[origin]
    for column in columns:
        if 0 <= column < len(row) and (cell := row[column].strip()):
            yield cell


def _column(rows: Sequence[Sequence[str]], name: str) -> int:
    """Return where a header stands; -1 for nowhere."""
    found = defaultdict(lambda: -1, {c.strip(): i for r in rows for i, c in enumerate(r)})
    return found[name]
