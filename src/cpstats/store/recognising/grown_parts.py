"""Growth, or an index of the year before, behind a whole and its parts: of which it is, the figures may tell."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, Period, annual
from cpstats.store.recognising.grown_by_figures import FEWEST, MOST, NEAR, grown, text_at, value_at
from cpstats.store.recognising.growth_words import says_only_growth
from cpstats.store.recognising.labels import Label, figures_of, label_of
from cpstats.store.recognising.of_which import is_part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.slots import Slots

ROUNDED = 0.5  # of the last digit
PER_HEAD = pattern(
    r"人均|每人(?:平均)?|(?:一|1)人当たりの?|1인당|(?:人口)?密度|\b(?:per (?:capita|head|person|inhabitant|resident|worker|employee|household|hectare|ha|sq\.? ?km|km2)|"
    r"(?:je|pro) (?:einwohner(?:in)?|kopf|haushalt)|par (?:habitant|tête|ménage)|por (?:habitante|persona|hogar)|per cápita|pro capite|per abitante|"
    r"na (?:mieszkańca|obyvatele|osobę)|на душу(?: населения)?|kişi başına|density|dichte|densité|densidad(?:e)?|densità)\b",
    re.IGNORECASE,
)
LARGE = 1000  # last digits: of fewer a sum may be chance


def told_by_figures(
    rows: Sequence[Sequence[str]],
    column: int,
    before: Mapping[int, Slots],
    of: tuple[str, Label | None],
    *,
    in_time: bool,
) -> tuple[list[str], list[str]]:
    """Return the labels of which a column of growth or an index may be, where nothing tells which, and those that it is of.

    Parameters
    ----------
    rows : sequence
        The lines of figures, `in_time` each of a period.
    column : int
        That which may be growth, or an index of 100 the year before.
    before : mapping
        What stands over the columns to its left.
    of : pair
        Its label, and the kind of figures that this announces.
    """
    label, kind = of
    open_ = kind is None and label_of(label).unit and says_only_growth(label_of(label).name)
    if kind is None and open_:  # growth per thousand
        kind = Label("", "growth")
    if kind is None or kind.measure == "level":
        return [], []
    parts, found = grown_part(rows, column, before, is_index=kind.measure == "index")
    parts = parts or whole_and_per_head([(c, s.label) for c, s in before.items()], column)
    if kind.measure == "growth" and len({s.label for s in before.values()}) > 1:
        told = grown(rows, column, {c: (s.label, s.period) for c, s in before.items()})
        found += [told] if told else []
        found += grown_in_time(rows, column, before) if in_time else []
    return ([] if found else parts), found


def whole_and_per_head(before: Sequence[tuple[int, str]], column: int) -> list[str]:
    """Return the labels of an amount and of the same per head or area directly before a column; nothing where others stand there.

    >>> whole_and_per_head([(1, "Output (kt)"), (2, "Output per head (kg)")], 3)
    ['Output (kt)', 'Output per head (kg)']
    >>> whole_and_per_head([(1, "Houses"), (2, "Output per head (kg)")], 3), whole_and_per_head([(1, "人口(万人)"), (2, "密度(人/km2)")], 3)
    ([], ['人口(万人)', '密度(人/km2)'])
    """
    if [c for c, _ in before[-2:]] != [column - 2, column - 1]:
        return []
    whole, divided = (label_of(label) for _, label in before[-2:])
    found = PER_HEAD.search(divided.name)
    if (
        found is None
        or {whole.measure, divided.measure} != {"level"}
        or PER_HEAD.search(whole.name)
    ):
        return []
    of = PER_HEAD.sub(" ", divided.name).strip(" ,()").casefold()
    alike = (
        of in whole.name.casefold()
        or whole.name.casefold() in of
        or bool(figures_of(before[-2][1]))
    )
    return [label for _, label in before[-2:]] if alike and whole.unit != "%" else []


def with_sign(rows: Sequence[Sequence[str]], column: int, label: str) -> str:
    """Return a label that says only growth with the per cent sign that all cells below it have.

    >>> with_sign([["5", "1.2%"], ["6", "-0.1%"]], 1, "Growth"), with_sign([["5", "1.2%"]], 0, "Growth")
    ('Growth (%)', 'Growth')
    """
    if not label or not says_only_growth(label):
        return label
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return f"{label} (%)" if cells and all(text.endswith("%") for text in cells) else label


def grown_part(
    rows: Sequence[Sequence[str]], column: int, before: Mapping[int, Slots], *, is_index: bool
) -> tuple[list[str], list[str]]:
    """Return the labels of a whole and its parts directly before a column, and the one that grows as it says.

    Both are empty where no whole and parts stand there, the second where the figures do not tell.
    """
    levels: list[int] = []
    for c, slots in before.items():
        own = slots.label and slots.period is None and figures_of(slots.label) is None
        levels = [*levels, c] if own and label_of(slots.label).measure == "level" else []
    whole = whole_before(rows, levels)
    if (
        whole is None and levels and _is_part(before[levels[-1]].label)
    ):  # Fish, of which cod, Growth
        whole = next((c for c in reversed(levels) if not _is_part(before[c].label)), None)
    if whole is None:
        return [], []
    of = levels[levels.index(whole) :]
    found = grown_down(rows, column, of, is_index=is_index)
    return [before[c].label for c in of], [] if found is None else [before[found].label]


def _is_part(label: str) -> bool:
    return is_part(label.rpartition(", ")[2])


def whole_before(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> int | None:
    """Return the one of some columns that is in all rows the sum of all behind it, two or more; None where there is none.

    >>> whole_before([["7", "100", "40", "60"], ["8", "110.5", "45", "65.5"]], [0, 1, 2, 3])
    1
    >>> whole_before([["7", "100", "40", "61"], ["8", "110.5", "45", "65.5"]], [0, 1, 2, 3]) is None
    True
    """
    for n, whole in enumerate(columns[:-FEWEST]):
        texts = [[text_at(row, c) for c in (whole, *columns[n + 1 :])] for row in rows]
        full = [[t for t in row if t] for row in texts if all(row)]
        if len(full) >= FEWEST and all(_is_sum(*row) for row in full):
            return whole
    return None


def _is_sum(whole: str, *parts: str) -> bool:
    places = max(len(t.partition(".")[2]) for t in (whole, *parts))
    off = abs(sum(map(float, parts)) - float(whole))
    last = 10.0**-places
    many = len(parts) + 1 if abs(float(whole)) >= LARGE * last else len(parts) - 1
    return off <= ROUNDED * many * last * 1.001


def grown_down(
    rows: Sequence[Sequence[str]],
    column: int,
    of: Sequence[int],
    *,
    is_index: bool,
    fewest: int = FEWEST,
) -> int | None:
    """Return the one of some columns that grows from row to row as a column says, growth or an index of 100 before.

    >>> rows = [["100", "40", ""], ["110", "50", "125"], ["121", "60", "120"]]
    >>> grown_down(rows, 2, [0, 1], is_index=True), grown_down(rows, 2, [0], is_index=True)
    (1, None)
    """
    made = [[value_at(row, c) for c in (column, *of)] for row in rows]
    if is_index:
        made = [[None if g is None else g - 100, *rest] for g, *rest in made]
    steps = [*pairwise(made)]
    fits = []
    for n, c in enumerate(of, 1):
        full = [
            (a, b, g)
            for old, new in steps
            for a, b, g in [(old[n], new[n], new[0])]
            if a and b is not None and g is not None
        ]
        near = sum(abs((b / a - 1) * 100 - g) <= NEAR for a, b, g in full)
        if len(full) >= fewest and near >= MOST * len(full):
            fits.append(c)
    return fits[0] if len(fits) == 1 else None


def grown_in_time(
    rows: Sequence[Sequence[str]], column: int, before: Mapping[int, Slots]
) -> list[str]:
    """Return the label of the one column before that grows from row to row, down or up, as a column says; else nothing.

    Parameters
    ----------
    rows : sequence
        The lines of figures, each of a period.
    column : int
        That of growth in per cent.
    before : mapping
        What stands over the columns to its left.
    """
    of = [c for c, slots in before.items() if label_of(slots.label).measure == "level"]
    ways = (rows, [*reversed(rows)]) if len(of) > 1 else ()
    found = {grown_down(way, column, of, is_index=False, fewest=1) for way in ways} - {None}
    return [before[c].label for c in found if c is not None and len(found) == 1]


def end_of_growth(period: Period, label: str, before: Sequence[Slots]) -> Period:
    """Return the later of two years that growth is between, beside names with calendar years; any other period as it is.

    >>> from cpstats.store.recognising.slots import Slots
    >>> str(end_of_growth(Period.parse("2021/22"), "Growth (%)", [Slots(annual(2022), "Tea")]))
    '2022'
    >>> str(end_of_growth(Period.parse("2021/22"), "Growth (%)", [Slots(Period.parse("2021/22"), "Tea")]))
    '2021/22'
    """
    kind = figures_of(label) if period.freq is Freq.FISCAL else None
    years = {s.period.freq for s in before if s.period}
    named = all(s.label for s in before)  # beside years alone it is left out
    grown = kind is not None and kind.measure == "growth" and years == {Freq.ANNUAL} and named
    return annual(period.year + 1) if grown else period
