"""Which figure answers, and what may be divided by what: rules S1 to S9 of docs/data.md.

A *cell* is one quantity, whoever published it. Preference among the figures of a cell is
one sort; a *tag* is what makes two levels comparable (a vintage, a source, `final`).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING, Any

from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sized

    from cpstats.model.question import Policy

Row = int  # its number among the admitted ones, which is its preference
STATUS_ORDER = {"final": 0, "revised": 1, "": 2, "provisional": 3, "forecast": 4}
UNLABELLED, FIRST = 500, 900  # behind every series vintage, whose rank is -order


@dataclass(frozen=True, slots=True)
class Admitted:
    """The observations a question may use, best first within each cell."""

    rows: Rows
    undated: int = 0  # left out by `--as-of` because their date is not known


Columns = Mapping[str, Sequence[Any]]
Tag = tuple[int, int, Hashable]  # rank (first is best), minus the order of the vintage, name


def admit(columns: Columns, policy: Policy, never_revised: Collection[str] = ()) -> Admitted:
    """Apply `--source`, `--vintage` and `--as-of` (S3) and sort by preference (S4).

    Of a figure with a date that is known only in part, the last possible day counts.
    """
    undated = 0
    order = preferred(columns)
    for column, word in (("source", policy.source), ("vintage", policy.vintage)):
        if word:
            order = [row for row in order if columns[column][row] == word]
    if policy.as_of:
        dates = map(_known, *(columns[name] for name in ("published", "known", "time_period")))
        known = list(dates)
        undated = sum(not known[row] for row in order)
        order = [row for row in order if known[row] and known[row] <= policy.as_of]
    lasting = [name in never_revised for name in columns["indicator"]]
    return Admitted(Rows.of({**columns, "lasting": lasting}, order), undated)


def _known(published: str, known: str, period: str) -> str:
    """Return when a figure was first known, empty where nothing says it.

    A release that came out before a period had ended was continued later: the day of the release
    is none of that figure's, and its source's date stands alone.
    """
    if known == published or str(Period.parse(period).last_day) <= known:
        return known
    return published


def preferred(columns: Columns) -> list[int]:
    """Return the rows so sorted that the first of each cell is its figure (S4).

    Before all else what has a place and a unit of its own; no forecast where anything else is left
    (S3); exact before bounded (S3); own data, of which a
    later part is newer; series vintages by order, then unlabelled, then `first`; final, revised, empty, provisional;
    official, then high quality; newest; source id.
    """
    count = len(columns["indicator"])
    varied = [name for name in _RANKED if len({*columns[name]}) > 1]
    if not varied:  # as in most own tables
        return list(range(count))
    same = {name: columns[name][0] for name in _RANKED}
    kinds = list(zip(*(columns[name] for name in varied), strict=True))
    every = {
        kind: _preference(**{**same, **dict(zip(varied, kind, strict=True))}) for kind in {*kinds}
    }
    places = {key: place for place, key in enumerate(sorted({*every.values()}))}
    ranks = {kind: places[key] for kind, key in every.items()}
    return sorted(range(count), key=[ranks[kind] for kind in kinds].__getitem__)


_RANKED = (
    "given", "obs_status", "bound", "series", "order", "vintage", "kind", "quality", "published",
    "source",
)  # fmt: skip


def _preference(  # the columns that it ranks by
    *,
    given: int,
    obs_status: str,
    bound: str,
    series: bool,
    order: int,
    vintage: str,
    kind: str,
    quality: str,
    published: str,
    source: str,
) -> tuple[Any, ...]:
    """Return what a row is sorted by, the smallest first."""
    return (
        given < 0,
        obs_status == "forecast",
        bound != "",
        -given,
        -order if series else UNLABELLED if not vintage else FIRST,
        STATUS_ORDER[obs_status],
        kind != "official",
        quality != "high",
        -int(published.replace("-", "") or 0),
        source,
    )


@dataclass(frozen=True)
class Rows:
    """The admitted observations as plain columns; rows are numbers, the preferred ones first.

    Whoever asks for a series finds its rows by its name: no question looks through all of them
    for each place.
    """

    columns: Columns

    @classmethod
    def of(cls, columns: Columns, order: Sequence[Row]) -> Rows:
        """Take some rows of columns in an order."""
        if order == list(range(len(columns["indicator"]))):
            return cls(columns)
        return cls({name: [cells[row] for row in order] for name, cells in columns.items()})

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.columns["indicator"])

    def row(self, number: Row, names: Iterable[str]) -> dict[str, Any]:
        """Return some cells of one observation."""
        columns = self.columns
        return {name: columns[name][number] for name in names}

    def where(self, column: str, fits: Callable[[Any], bool]) -> Rows:
        """Return the rows whose cell in a column is such."""
        kept = [i for i, cell in enumerate(self.columns[column]) if fits(cell)]
        return Rows({name: [cells[i] for i in kept] for name, cells in self.columns.items()})

    @cached_property
    def tags(self) -> dict[Hashable, dict[tuple[Any, ...], list[Tag]]]:
        """The tags of each kind of row, as they were first asked for: most rows are alike."""
        return {}

    @cached_property
    def levels(self) -> dict[tuple[str, str, str], list[Row]]:
        """The levels by indicator, place and price basis."""
        c = self.columns
        keys = zip(c["indicator"], c["ref_area"], c["price_basis"], strict=True)
        found: dict[tuple[str, str, str], list[Row]] = {}
        for number, (key, measure) in enumerate(zip(keys, c["measure"], strict=True)):
            if measure == "level":
                found.setdefault(key, []).append(number)
        return found

    def levels_of(
        self, indicators: Iterable[str], places: Iterable[str], bases: Iterable[str]
    ) -> list[Row]:
        """Return the levels of some indicators, places and bases, the preferred ones first."""
        keys = product(dict.fromkeys(indicators), dict.fromkeys(places), dict.fromkeys(bases))
        return sorted(chain.from_iterable(self.levels.get(key, ()) for key in keys))


def over_time(
    rows: Rows,
    levels: Sequence[Row],
    periods: Sequence[str],
    *,
    every: bool = True,
    ends: Sequence[str] = (),
) -> list[Row]:
    """Return the levels of each series that may be divided over time (S5).

    One tag for the whole span, the first of: own data, the newest; for what is never revised any
    sources; a series vintage, highest order; one source with unlabelled figures that is not a collection; all `final`. Never `first`.

    Parameters
    ----------
    rows : Rows
        What was admitted.
    levels : sequence of int
        The rows to choose from: levels of one price basis, the preferred ones first.
    periods : sequence of str
        The periods that are needed.
    every : bool
        Whether a series without one of them is left out; else it keeps the tag that has most.
    ends : sequence of str
        Periods without which no tag counts; then the first tag that has them is taken, as it is
        for these periods alone.
    """
    series = ("indicator", "ref_area")
    key = ("time_period",)
    return _one_tag(rows, levels, series, key, periods, _tags_of_time, every=every, ends=ends)


def with_base(
    rows: Rows, levels: Sequence[Row], periods: Sequence[str], base: str
) -> dict[str, tuple[Row, Row]]:
    """Return for each period of a series the levels of the base and of it, of one tag (S5).

    It is the tag that `over_time` takes for the two alone: an index and the growth since its base
    are one number.
    """
    tags = _by_tag(rows, levels, (), ("time_period",), {base, *periods}, _tags_of_time).get((), {})
    order = _order(rows)
    found: dict[str, tuple[Row, Row]] = {}
    for period in periods:
        pairs = [
            (order(tag, pair), pair)
            for tag, have in tags.items()
            if base in have and period in have
            for pair in [(have[base], have[period])]
        ]
        if pairs:
            found[period] = min(pairs)[1]
    return found


def within_period(
    rows: Rows, levels: Sequence[Row], places: Sequence[str], *, every: bool = True
) -> list[Row]:
    """Return the levels of each period that may be divided by one another (S6).

    One tag, the first of: own data; a series vintage; one source; `first`; `final`.
    """
    series = ("indicator", "time_period")
    return _one_tag(rows, levels, series, ("ref_area",), places, _tags_of_period, every=every)


def parts_within(rows: Rows, levels: Sequence[Row], indicators: Sequence[str]) -> list[Row]:
    """Return the levels of parts and whole of each place and period that have one tag (S6)."""
    series = ("ref_area", "time_period")
    return _one_tag(rows, levels, series, ("indicator",), indicators, _tags_of_period, every=True)


def all_of(rows: Rows, levels: Sequence[Row], cells: Sequence[tuple[str, str, str]]) -> list[Row]:
    """Return levels of several series that may be divided over time: one tag for all (S5).

    `cells` are (indicator, ref_area, time_period), every one of them needed.
    """
    key = ("indicator", "ref_area", "time_period")
    return _one_tag(rows, levels, (), key, cells, _tags_of_time, every=True)


_ASKED = ("lasting", "given", "series", "order", "vintage", "source", "release", "obs_status")


def _tags_of_time(asked: tuple[Any, ...]) -> Iterator[Tag]:
    lasting, given, series, order, vintage, source, release, status = asked
    if lasting:
        yield (-1, 0, "lasting")
    if series:
        yield (0, -order, vintage)
    elif not vintage and release != "collection":
        yield (1, 0, (given, source))
    if status == "final" and vintage != "first":
        yield (2, 0, "final")


def _tags_of_period(asked: tuple[Any, ...]) -> Iterator[Tag]:
    _, given, series, order, vintage, source, _, status = asked
    if series:
        yield (0, -order, vintage)
    yield (1, 0, (given, source))
    if vintage == "first":
        yield (2, 0, vintage)
    if status == "final":
        yield (3, 0, "final")


Tags = dict[Tag, dict[Hashable, Row]]  # of each tag the rows by key


def _by_tag(
    rows: Rows,
    chosen: Sequence[Row],
    series: tuple[str, ...],
    key: tuple[str, ...],
    wanted: Collection[Hashable],
    tags: Callable[[tuple[Any, ...]], Iterator[Tag]],
) -> dict[Hashable, Tags]:
    """Return the tags of each series; within one the first row of a key is its figure.

    One pass over the rows, which come by preference. Levels of one indicator have one unit, or
    are not divided.
    """
    alike = "indicator" in series
    found: dict[Hashable, Tags] = {}
    columns = [rows.columns[name] for name in ("bound", "obs_status", "unit", *_ASKED)]
    kinds = rows.tags.setdefault((tags, alike), {})
    idents, values = _labels(rows, chosen, series), _labels(rows, chosen, key)
    for row, ident, value in zip(chosen, idents, values, strict=True):
        if value not in wanted:
            continue
        kind = tuple([cells[row] for cells in columns])
        if kind not in kinds:
            kinds[kind] = _usable(kind, tags, alike=alike)
        for tag in kinds[kind]:
            found.setdefault(ident, {}).setdefault(tag, {}).setdefault(value, row)
    return found


def _usable(
    kind: tuple[Any, ...], tags: Callable[[tuple[Any, ...]], Iterator[Tag]], *, alike: bool
) -> list[Tag]:
    """Return the tags of a row by which it may be divided: none where it is bounded or a forecast."""
    bound, status, unit, *asked = kind
    if bound or status == "forecast":
        return []
    every = tags(tuple(asked))
    return [(rank, order, (name, unit) if alike else name) for rank, order, name in every]


def _order(rows: Rows) -> Callable[[Tag, Iterable[Row]], tuple[Any, ...]]:
    """Return what sorts the tags that have what is needed, the one to take first.

    A tag without figures whose place or unit was assumed; own data, the newest; then by rank; of
    one rank the tag whose best figure is preferred.
    """
    given = rows.columns["given"]

    def order(tag: Tag, have: Iterable[Row]) -> tuple[Any, ...]:
        parts = [given[row] for row in have]
        return (min(parts) < 0, -max(parts), tag[:2], min(have))

    return order


def _one_tag(
    rows: Rows,
    chosen: Sequence[Row],
    series: tuple[str, ...],
    key: tuple[str, ...],
    needed: Sequence[Hashable],
    tags: Callable[[tuple[Any, ...]], Iterator[Tag]],
    *,
    every: bool,
    ends: Sequence[Hashable] = (),
) -> list[Row]:
    """Keep of each series the rows of the first tag that has all the keys (or the most)."""
    wanted = set(needed)
    order = _order(rows)
    kept: list[Row] = []
    for every_tag in _by_tag(rows, chosen, series, key, wanted, tags).values():
        needs = wanted if every else set(ends)
        able = {tag: have for tag, have in every_tag.items() if needs <= have.keys()}
        if not able:
            continue
        if ends:
            best = min(able, key=lambda tag: order(tag, [able[tag][end] for end in ends]))
        elif every:
            best = min(able, key=lambda tag: order(tag, able[tag].values()))
        else:
            best = min(able, key=lambda tag: _most(order(tag, able[tag].values()), able[tag]))
        kept += able[best].values()
    return kept


def _most(order: tuple[Any, ...], have: Sized) -> tuple[Any, ...]:
    """Return an order by which the tag that has most is first, of those without assumed figures."""
    assumed, *rest = order
    return (assumed, -len(have), *rest)


def _cells(rows: Rows, chosen: Sequence[Row], name: str) -> list[Any]:
    cells = rows.columns[name]
    return [cells[number] for number in chosen]


def _labels(rows: Rows, chosen: Sequence[Row], names: tuple[str, ...]) -> list[Hashable]:
    """Return what tells the rows apart: the cells of one column, or tuples of several."""
    columns = [_cells(rows, chosen, name) for name in names]
    if len(columns) == 1:
        return columns[0]
    return list(zip(*columns, strict=True)) if columns else [()] * len(chosen)
