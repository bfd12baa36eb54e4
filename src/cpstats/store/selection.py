"""Which figure answers, and what may be divided by what: rules S1 to S9 of docs/data.md.

A *cell* is one quantity, whoever published it. Preference among the figures of a cell is
one sort; a *tag* is what makes two levels comparable (a vintage, a source, `final`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING, Any

from cpstats.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sized

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
Rule = Callable[[tuple[Any, ...]], "Iterator[Tag]"]  # the tags of a row


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
    names = columns["indicator"]
    lasting = [name in never_revised for name in names] if never_revised else [False] * len(names)
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
    varied = [name for name in _RANKED if _varies(columns[name])]
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


def _varies(cells: Sequence[Any]) -> bool:
    return bool(cells) and cells.count(cells[0]) < len(cells)


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

    def where(self, column: str, fits: Callable[[Any], bool]) -> Rows:
        """Return the rows whose cell in a column is such."""
        kept = [i for i, cell in enumerate(self.columns[column]) if fits(cell)]
        return Rows({name: [cells[i] for i in kept] for name, cells in self.columns.items()})

    @cached_property
    def _tagging(self) -> dict[tuple[Rule, bool], Callable[[Row], list[Tag]]]:
        return {}

    def tagging(self, rule: Rule, *, alike: bool) -> Callable[[Row], list[Tag]]:
        """Return what names the tags of a row by a rule; it works them out once for rows that are alike.

        A tag holds for figures in one unit only, where they are `alike`: levels of one indicator.
        """
        if (rule, alike) not in self._tagging:
            self._tagging[rule, alike] = _tagging(self, rule, alike=alike)
        return self._tagging[rule, alike]

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


def together(
    rows: Rows, cells: Iterable[Sequence[Row]], rule: Rule, *, alike: bool = True
) -> tuple[Row, ...] | None:
    """Return one row of each cell, all of one tag: figures that may be divided (S5, S6); else None.

    Parameters
    ----------
    rows : Rows
        What was admitted.
    cells : iterable of sequences of int
        The rows of everything that is needed, the preferred ones first.
    rule : Rule
        `over_time` or `within_period`: which tags count, and which is taken first.
    alike : bool
        Whether all are levels of one indicator: then they must have one unit.
    """
    tags_of = rows.tagging(rule, alike=alike)
    cells = list(cells)
    if all(len(cell) == 1 for cell in cells):  # nearly always
        chosen = tuple([cell[0] for cell in cells])
        tags = tags_of(chosen[0]) if chosen else []
        if all(tags_of(row) is tags for row in chosen):  # they are alike: no tag tells them apart
            return chosen if tags else None
    found: dict[Tag, list[Row]] | None = None
    for cell in cells:
        here: dict[Tag, Row] = {}
        for row in cell:
            for tag in tags_of(row):
                here.setdefault(tag, row)
        if found is None:
            found = {tag: [row] for tag, row in here.items()}
            continue
        for tag in [*found]:
            if tag in here:
                found[tag].append(here[tag])
            else:
                del found[tag]
    if not found:
        return None
    order = _order(rows)
    best = min(found, key=lambda tag: order(tag, found[tag])) if len(found) > 1 else min(found)
    return tuple(found[best])


def most_over_time(
    rows: Rows, levels: Sequence[Row], periods: Sequence[str], ends: Sequence[str] = ()
) -> list[Row]:
    """Return as many levels of a series as one tag has (S5).

    Without the `ends` no tag counts; then the first tag that has them is taken, as it is for these
    periods alone. `levels` are of one price basis, the preferred ones first.
    """
    series = ("indicator", "ref_area", "time_period")
    return _most_of_a_tag(rows, levels, series, periods, over_time, ends)


def most_within(rows: Rows, levels: Sequence[Row], places: Sequence[str]) -> list[Row]:
    """Return for each period the levels of as many of the places as one tag has (S6)."""
    series = ("indicator", "time_period", "ref_area")
    return _most_of_a_tag(rows, levels, series, places, within_period)


_ASKED = ("lasting", "given", "series", "order", "vintage", "source", "release", "obs_status")


def over_time(asked: tuple[Any, ...]) -> Iterator[Tag]:
    """Yield the tags by which a level may be divided by one of another period (S5).

    The first is taken: what is never revised goes across sources; own data; a series vintage, the
    highest order; one source with unlabelled figures that is not a collection; all `final`. Never
    `first`.
    """
    lasting, given, series, order, vintage, source, release, status = asked
    if lasting:
        yield (-1, 0, "lasting")
    if series:
        yield (0, -order, vintage)
    elif not vintage and release != "collection":
        yield (1, 0, (given, source))
    if status == "final" and vintage != "first":
        yield (2, 0, "final")


def within_period(asked: tuple[Any, ...]) -> Iterator[Tag]:
    """Yield the tags by which levels of one period may be divided by one another (S6).

    The first is taken: own data; a series vintage; one source; `first`; `final`.
    """
    _, given, series, order, vintage, source, _, status = asked
    if series:
        yield (0, -order, vintage)
    yield (1, 0, (given, source))
    if vintage == "first":
        yield (2, 0, vintage)
    if status == "final":
        yield (3, 0, "final")


def _tagging(rows: Rows, rule: Rule, *, alike: bool) -> Callable[[Row], list[Tag]]:
    columns = [rows.columns[name] for name in ("bound", "obs_status", "unit", *_ASKED)]
    varied = [cells for cells in columns if _varies(cells)]
    kinds: dict[tuple[Any, ...], list[Tag]] = {}

    def tags_of(row: Row) -> list[Tag]:
        kind = tuple([cells[row] for cells in varied])
        if kind not in kinds:
            every = tuple([cells[row] for cells in columns])
            kinds[kind] = _usable(every, rule, alike=alike)
        return kinds[kind]

    return tags_of


def _usable(kind: tuple[Any, ...], rule: Rule, *, alike: bool) -> list[Tag]:
    """Return the tags of a row by which it may be divided: none where it is bounded or a forecast."""
    bound, status, unit, *asked = kind
    if bound or status == "forecast":
        return []
    every = rule(tuple(asked))
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


def _most_of_a_tag(
    rows: Rows,
    levels: Sequence[Row],
    series: tuple[str, str, str],
    wanted: Sequence[str],
    rule: Rule,
    ends: Sequence[str] = (),
) -> list[Row]:
    """Keep of each series the rows of the tag that has most of the keys, or first has the ends.

    The last column of `series` is the key, the others tell the series apart.
    """
    asked, needed = set(wanted), set(ends)
    tags_of = rows.tagging(rule, alike=True)
    one, two, keys = (rows.columns[name] for name in series)
    found: dict[Hashable, dict[Tag, dict[str, Row]]] = {}  # by series, then by tag
    for row in levels:
        if keys[row] in asked:
            tags = found.setdefault((one[row], two[row]), {})
            for tag in tags_of(row):
                tags.setdefault(tag, {}).setdefault(keys[row], row)
    order = _order(rows)
    kept: list[Row] = []
    for tags in found.values():
        able = {tag: have for tag, have in tags.items() if needed <= have.keys()}
        if not able:
            continue
        if ends:
            best = min(able, key=lambda tag: order(tag, [able[tag][end] for end in ends]))
        else:
            best = min(able, key=lambda tag: _most(order(tag, able[tag].values()), able[tag]))
        kept += able[best].values()
    return kept


def _most(order: tuple[Any, ...], have: Sized) -> tuple[Any, ...]:
    """Return an order by which the tag that has most is first, of those without assumed figures."""
    assumed, *rest = order
    return (assumed, -len(have), *rest)
