"""Labels of a header that were merged over several columns and stand, once they were copied as text, over the first only."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    Cells = Sequence[Sequence[str]]

HIGHEST = 12  # rows of a header


def labels_of_groups(cells: Cells, header: Sequence[int]) -> dict[int, str]:
    """Return the label of the last line but one of a header for the columns of its group behind the first.

    A blank beside such a label is of its group where the names of the first column stand in the upper line, as all labels
    do that are over one column; where they stand in the lower one, all groups have to be as wide.

    >>> labels_of_groups([["Year", "Sales", "", "Area"], ["", "Tea", "Rice", ""]], range(2))
    {2: 'Sales'}
    >>> labels_of_groups([["", "Sold", "", "Kept", ""], ["Year", "Tea", "Rice", "Hens", "Cows"]], range(2))
    {2: 'Sold', 4: 'Kept'}
    >>> labels_of_groups([["", "Sold", "", "Kept", ""], ["Year", "Tea", "Rice", "Rice", "Cows"]], range(2))
    {2: 'Sold', 4: 'Kept'}
    >>> labels_of_groups([["", "Sold", "", ""], ["Year", "Tea", "Rice", "Area"]], range(2))
    {}
    >>> labels_of_groups([["Year", "2020", "", ""], ["", "Sales", "Of these", ""], ["", "", "Tea", "Rice"]], range(3))
    {3: 'Of these'}
    """
    header = [i for i in header if any(cells[i])]
    if len(header) < 2:
        return {}
    upper, lower = cells[header[-2]], cells[header[-1]]
    width = max((c + 1 for c, text in enumerate(lower) if text), default=0)
    above = [*upper[:width], *("" for _ in range(width - len(upper)))]
    starts = [c for c, text in enumerate(above) if text and c]
    groups = [range(a, b) for a, b in pairwise([*starts, width])]
    found = [_filled(group, lower) for group in groups]
    wide = [group for group in found if len(group) > 1]
    below = [tuple(lower[c] for c in group) for group in wide]
    again = len({*below}) < len(below) or any(len({*own}) < len(own) for own in below)
    if again or not wide:  # the same below each: Above puts them in groups
        return {}
    higher = [cells[i] for i in header[:-2]]
    stub = lower[0] or next((row[0] for row in higher if row[:1] and row[0]), "")
    if stub and lower[0] == above[0]:
        wide = _until_others(
            higher, wide
        )  # the names of the first column stand higher still, or are merged
    elif lower[0] or not above[0]:  # of one column only are those at the end, perhaps
        even = len({len(g) for g in groups}) == 1 and groups == found and starts[0] == 1
        if above[0] or not even or len(groups) < 2:
            return {}
    elif [c for c in wide[0] if lower[c][:1].islower()] == [wide[0].start] and len(wide) == 1:
        return {}  # a label broken over two lines
    return {c: above[group.start] for group in wide for c in group[1:]}


def _until_others(higher: Cells, groups: Sequence[range]) -> list[range]:
    """Return groups up to the column where a label higher up begins, under which the next ones stand.

    >>> _until_others([["Year", "2020", "", "", "Change"]], [range(2, 5)])
    [range(2, 4)]
    """
    starts = {
        c for row in higher for c, text in enumerate(row) if text and text not in row[:c][-1:]
    }
    ends = [next((c for c in group[1:] if c in starts), group.stop) for group in groups]
    return [range(group.start, end) for group, end in zip(groups, ends, strict=True)]


def _filled(group: range, lower: Sequence[str]) -> range:
    """Return the columns from the first of a group on that have a label below it."""
    end = next((c for c in group if not lower[c]), group.stop)
    return range(group.start, end)


def line_of_periods(
    cells: Cells, header: range, keys: Container[int], is_period: Callable[[str], bool]
) -> int | None:
    """Return the line of a header whose periods stand over the first of as many columns each; None where none is."""
    below = cells[header.stop - 1] if header else ()
    ends = max((c for c, text in enumerate(below) if text), default=0) + 1
    for i in header:
        at = [c for c, text in enumerate(cells[i]) if text and c not in keys]
        wide = {b - a for a, b in pairwise([*at, ends])}
        if (
            len(at) > 1
            and len(wide) == 1
            and wide != {1}
            and all(is_period(cells[i][c]) for c in at)
        ):
            return i
    return None


def without_ends_of_merged(cells: Cells, first: int) -> list[list[str]] | None:
    """Blank a line above the figures that has nothing but the ends of cells merged downwards; None where there is none.

    >>> without_ends_of_merged([["", "Tea", "Rice"], ["", "", "Rice"], ["2019", "5", "6"]], 2)[1]
    ['', '', '']
    """
    made = [list(row) for row in cells]
    for i in range(first - 1, 0, -1):
        row, above = made[i], made[i - 1]
        own = [c for c, text in enumerate(row) if text]
        ends = bool(own) and all(c < len(above) and above[c] == row[c] for c in own)
        if not ends or own[0] == 0 or sum(map(bool, above)) <= len(own):
            break
        made[i] = [""] * len(row)
    return made if made != [list(row) for row in cells] else None


def with_centred_labels(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return rows whose labels stand over the first column of their group, where each stood over another of it.

    Only where the names below come round again as often as there are labels: then it is sure which group each is of.

    >>> with_centred_labels((("", "", "2019", "", "2020"), ("Region", "Men", "All", "Men", "All"), ("Ost", "1", "2", "3", "4")))[0]
    ('', '2019', '', '2020', '')
    >>> with_centred_labels((("", "2019", "", "2020"), ("Region", "Men", "Men", "All")))[0]
    ('', '2019', '', '2020')
    >>> with_centred_labels((("", "Births", "Natural", "Births", "Natural"), ("", "", "growth", "", "growth"), ("", "B", "N", "B", "N")))[1]
    ('', '', 'growth', '', 'growth')
    """
    made = list(rows)
    for i, (upper, lower) in enumerate(pairwise(rows[:HIGHEST])):
        at = [c for c, text in enumerate(upper) if text]
        starts = _starts(lower, len(at))
        finer = i > 0 and sum(map(bool, rows[i - 1])) > len(at) + 1  # these go on with those
        if (
            starts
            and at != starts
            and not finer
            and all(s <= c < s + starts[1] - starts[0] for c, s in zip(at, starts, strict=True))
        ):
            moved = {s: upper[c] for c, s in zip(at, starts, strict=True)}
            made[i] = tuple(moved.get(c, "") for c in range(len(upper)))
    return tuple(made)


def _starts(lower: Sequence[str], groups: int) -> list[int]:
    """Return the columns where as many equal groups of names begin; none where they are not equal."""
    end = max((c + 1 for c, text in enumerate(lower) if text), default=0)
    wide = max(
        (
            n
            for n in range(2, end)
            if groups > 1 and n * groups <= end and _comes_round(lower[end - n * groups : end], n)
        ),
        default=0,
    )
    return [end - wide * (groups - k) for k in range(groups)] if wide else []


def _comes_round(names: Sequence[str], wide: int) -> bool:
    """Whether names are the same after so many columns, and differ within them."""
    first = names[:wide]
    return all(first) and len({*first}) == wide and [*names] == [*first] * (len(names) // wide)


def without_counts_of_copies(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return rows whose first labels have no number that a program put behind each copy of one: 2020, 2020.1 over Men, Women.

    Only where the same names stand below each label and its copies: 2020.1 may be a month.

    >>> without_counts_of_copies((("Land", "2020", "2020.1", "2021", "2021.1"), ("Land", "Men", "All", "Men", "All")))[0]
    ('Land', '2020', '2020', '2021', '2021')
    >>> without_counts_of_copies((("Land", "2020", "2020.1", "2021"), ("Ost", "1", "2", "3")))[0]
    ('Land', '2020', '2020.1', '2021')
    """
    if len(rows) < 2 or not any("." in text for text in rows[0]):
        return rows
    upper, lower = rows[0], rows[1]
    groups: dict[str, list[int]] = {}
    for c, text in enumerate(upper):
        label, dot, count = text.rpartition(".")
        copies = groups.get(label, ())
        copied = dot and count.isdecimal() and len(copies) == int(count)
        groups.setdefault(label if copied else text, []).append(c)
    several = [at for at in groups.values() if len(at) > 1]
    below = {tuple(lower[c] if c < len(lower) else "" for c in at) for at in several}
    names = next(iter(below), ())
    if (
        len(several) < 2
        or len(below) > 1
        or len({*names}) < len(names)
        or any(map(is_number, names))
    ):
        return rows
    of = {c: label for label, at in groups.items() for c in at if len(at) > 1}
    return (tuple(of.get(c, text) for c, text in enumerate(upper)), *rows[1:])
