"""An answer: the figures for a machine, and the same figures laid out in tables for the eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from cpstats.model.catalogue import Catalogue
from cpstats.model.columns import MACHINE
from cpstats.model.figure import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpstats.model.article import Article
    from cpstats.model.chart import Panel
    from cpstats.model.figure import Figure
    from cpstats.model.source import Source
    from cpstats.model.text import Lang, Text


class Cell(NamedTuple):
    """One cell for the eye: a figure, or a text; `mark` is the letter of a footnote behind it.

    `named` are the footnotes that its text itself names.
    """

    figure: Figure | None = None
    text: Text | None = None
    mark: str = ""
    interval: bool = False  # print [low, high] behind the value
    count: bool = False  # type: ignore[assignment]  # print n= behind the value
    unit: str = ""  # the unit of the other cells of its row, where they have several
    grouped: bool = True  # thousands separators
    named: tuple[str, ...] = ()
    spelled: Text | None = None  # the whole of what `text` shortens, for documents


class Column(NamedTuple):
    """A column of a table; `decimals` None means as many as its most precise figure has.

    `name` is the word by which its numbers are sorted and chosen, in machine formats too; without
    one they are not. `unit` is said behind the header. Of a rank the lowest is the first. A text
    that stands `once` is not said again in the rows below it. `basis` are its prices, for a title
    where it stands alone.
    """

    header: Text
    right: bool = True
    decimals: int | None = None
    name: str = ""
    unit: str = ""
    low_first: bool = False
    once: bool = False
    basis: Text | None = None


class Key(NamedTuple):
    """What a row is about; `aside` is a row that is compared with: not sorted, chosen or counted.

    Where a period has a row for each release, `release` is the vintage (or the source) of its figures.
    """

    indicator: str
    area: str
    period: str
    aside: bool = False
    release: str = ""


class Block(NamedTuple):
    """A table of a report; `ruled` holds the rows that have a rule above them.

    `unit` is that of all levels, said behind the title. `keys` say what each row is about, where
    rows may be sorted, chosen and turned; `by` names the column that decides where none is named.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Text | None = None
    ruled: frozenset[int] = frozenset()
    keys: tuple[Key, ...] = ()
    by: str = ""
    unit: str = ""


T = TypeVar("T")


class Later(Sequence[T]):
    """What is made when somebody looks at it: tables for the eye, which no machine format needs."""

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[T]:
        return self._make()

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """Return one, or some."""
        return self._made[place]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)


@dataclass(frozen=True, slots=True)
class Report:
    """An answer; nothing is computed after it.

    `figures` are the rows of every machine format; a report about the catalogue has `records`
    instead. `blocks` are the tables for the eye, `marks` the footnotes by letter, `known` the
    date of the newest release that went in, `names` what a person calls the ids in the figures.
    `finding` is whether a check found something wrong (exit status 1); None where nothing was
    checked. `columns` names the machine columns where there may be no row to name them;
    `catalogue` is where what the figures refer to is described. `documents` have a schema of
    their own and are what JSON is, one object each; `articles` are texts with marks, for the
    formats that can show them. `text` are sentences that say what the
    figures are: they stand above the tables. `panels` are drawn instead of what the figures alone
    would give. A `dossier` is a report of many parts, for the documents that can lay it out.
    """

    title: Text
    figures: tuple[Figure, ...] = ()
    blocks: Sequence[Block] = ()
    records: Sequence[dict[str, str | int | float | None]] = ()
    subtitle: Text | None = None
    marks: tuple[tuple[str, Text], ...] = ()
    notes: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = field(default_factory=tuple)
    known: str = ""
    names: Mapping[str, Text] = field(default_factory=dict)
    finding: bool | None = None
    columns: tuple[str, ...] = ()
    documents: Sequence[Mapping[str, object]] = ()
    articles: Sequence[Article] = ()
    catalogue: Catalogue = field(default_factory=Catalogue)
    text: tuple[Text, ...] = ()
    panels: Sequence[Panel] = ()
    dossier: Dossier | None = None

    @property
    def answered(self) -> bool:
        """Whether at least one figure has a value (or a bound)."""
        if self.finding is not None:
            return True
        if self.figures:
            return any(f.value is not None for f in self.figures)
        return bool(self.records)

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns of `rows`."""
        return self.columns or (tuple(self.records[0]) if self.records else MACHINE)

    @property
    def rows(self) -> Sequence[dict[str, str | int | float | None]]:
        """What a machine is given."""
        return self.records or tuple(f.row() for f in self.figures)

    @property
    def cells(self) -> tuple[tuple[str | int | float | None, ...], ...]:
        """The same without the names of the columns."""
        if self.records:
            return tuple(tuple(record.values()) for record in self.records)
        return tuple(map(machine, self.figures))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a report is shown; nothing in it changes a number.

    `digits` overrides the decimals for the eye; `width` is the columns of the terminal (None:
    as wide as it needs); `ascii` draws with plain letters; `excel` writes what Excel opens without
    asking. A reader who types no commands is not told of options (`typed`).
    """

    lang: Lang = "en"
    digits: int | None = None
    explain: bool = False
    cite: bool = False
    excel: bool = False
    width: int | None = None
    color: bool = False
    ascii: bool = False
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """One line of the score card; a figure is None where there is none.

    `runs` are the newest levels of years, parted where another release begins. `good` is whether
    it moves the way that is better (None: nothing says which, or rounding leaves it open).
    """

    indicator: str
    name: Text
    level: Figure | None = None
    growth: Figure | None = None
    gap: Figure | None = None
    rank: Figure | None = None
    runs: tuple[tuple[Figure, ...], ...] = ()
    good: bool | None = None

    @property
    def told(self) -> bool:
        """Whether any of it has a figure."""
        return self.level is not None or self.beside

    @property
    def beside(self) -> bool:
        """Whether anything but a value is known: growth, a comparison, a rank, a course."""
        compared = any(f is not None for f in (self.growth, self.gap, self.rank))
        return compared or any(len(run) > 1 for run in self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """One indicator: its sentences, its answer with tables and pictures, and how it was revised."""

    card: Card
    sentences: tuple[Text, ...]
    answer: Report
    revisions: Report | None = None
    area: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All parts of a report; `gaps` are what is not known, `template` a text that lays it out.

    Of `singles` there is one value each, which a line of the table `others` says. An empty template
    is the program's own.
    """

    place: Text
    benchmark: Text
    cards: tuple[Card, ...]
    score: Block
    sections: tuple[Section, ...]
    singles: tuple[Section, ...]
    others: Block
    gaps: tuple[Text, ...] = ()
    template: str = ""

    @property
    def figures(self) -> Sequence[Figure]:
        """Every figure that stands in it."""
        return [f for s in (*self.sections, *self.singles) for f in s.answer.figures]
