"""Rows that belong to what stands above them: a line over a group, a page that begins again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.outlines import without_outline
from cpstats.model.period import Freq
from cpstats.store.cells import is_missing, is_number, period_of
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import CONTINUED, NOTE, filled, how_full
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.names_above import at, is_of_periods, under
from cpstats.store.recognising.period_marks import status_behind, unmarked
from cpstats.store.recognising.place_names import are_places
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Cells = Sequence[Sequence[str]]

SHORTEST = 4  # signs of a word that is no code
FEWEST = 3  # cells of a merged line, periods of a header


def with_merged_lines(cells: Cells, first: int) -> list[list[str]] | None:
    """Leave of a line that is one text over all columns the text once, in its first column."""
    start = first - 1 if first > 1 and is_of_periods(cells[first - 2]) else first
    rows = [i for i in range(start, len(cells)) if _is_merged(cells[i], lower=i > first)]
    if not rows:
        return None
    return [_once(row) if i in rows else list(row) for i, row in enumerate(cells)]


def _once(row: Sequence[str]) -> list[str]:
    """Return a line of one text without its copies: behind a rank it stands in the second column."""
    first = next(c for c, text in enumerate(row) if text)
    return [*row[: first + 1]]


def _is_merged(row: Sequence[str], *, lower: bool) -> bool:
    """Whether one text stands in all columns; behind the first only if it is no unit or flag over the figures."""
    texts = [*filled(row)]
    if len(texts) <= FEWEST or len({*texts}) > 1 or len(row) > len(texts) + 1:
        return False
    alone = row[0] == texts[0] or (not row[0] and (lower or " " in texts[0]))
    return alone and not is_number(texts[0]) and not is_missing(texts[0])


def without_pages(cells: Cells, first: int) -> list[list[str]] | None:
    """Blank title and header where they come again, line by line, on the next page of a table."""
    top = [_distinct(row) for row in cells[:first] if _says_something(row)]
    if (
        len(top) < 2 or len(top[0]) > 1 or len(top[-1]) < 2
    ):  # without a title it may be another table
        return None
    lines = [i for i in range(first, len(cells)) if _says_something(cells[i])]
    body = [_distinct(cells[i]) for i in lines]
    again: set[int] = set()
    for n, line in enumerate(body):
        if line == top[0] and body[n : n + len(top)] == top:
            again |= {*range(lines[n], lines[n + len(top) - 1] + 1)}
    if not again:
        return None
    again |= {i for i in range(first, len(cells)) if _continues(cells[i])}
    return [[] if i in again else list(row) for i, row in enumerate(cells)]


def without_words_of_pages(cells: Cells, first: int) -> list[list[str]] | None:
    """Leave of a line that says that a wide table goes on the unit beside that.

    >>> without_words_of_pages([["", "in percent", "continuation"], ["", "2001", "2002"], ["Oslo", "5", "6"]], 2)[0]
    ['(percent)']
    """
    made = {}
    for i, row in enumerate(cells[:first]):
        texts = {*filled(row)}
        goes_on = {text for text in texts if len(text) > SHORTEST and CONTINUED.match(text)}
        if goes_on and all(map(is_unit, map(_bare, texts - goes_on))):
            made[i] = [f"({_bare(text)})" for text in sorted(texts - goes_on)]
    return [made[i] if i in made else list(row) for i, row in enumerate(cells)] if made else None


def _bare(text: str) -> str:
    return text.strip("()").removeprefix("in ")


def _distinct(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filled(row)))


def _says_something(row: Sequence[str]) -> bool:
    return bool(filled(row)) and not _continues(row)


def _continues(row: Sequence[str]) -> bool:
    found = {*filled(row)}
    return len(found) == 1 and bool(CONTINUED.match(found.pop()))


def with_sections(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the line over a group of rows behind their names, where the names alone occur twice.

    Where the rows are years or months, what stands over them is a column of its own; a year over
    its months is part of their names. Months below years need not come twice: no name is a month.
    """
    column = next((c for c, text in enumerate(cells[first]) if text), 0)
    sections = sections_of(cells, first, column)
    names = [cells[i][column] for i in sections]
    over_some = any(sections.values())  # else no pair tells more than its name
    pairs = {(cells[i][column], section) for i, section in sections.items()} if over_some else set()
    twice = len({*names}) < len(names) == len(pairs)
    parted = over_some and _are_parts_below_years(names, cells[:first])
    again = parted or (twice and _begins_with_all(sections, cells, column))
    if not again or any(_is_bare_number(name) for name in names):
        return None
    made = [list(row) for row in cells]
    times = sum(period_of(n) is not None or bool(part_of_year(n)) for n in names)
    over = [role_of(at(row, column)) for row in cells[:first]]
    if (
        not times
        and "place" in over
        and (_are_measures(sections) or _are_alike(sections, cells, column))
    ):
        return with_a_column(made, first, sections, "group")
    if not times:
        for i, section in sections.items():
            made[i][column] = under(made[i][column], section) if section else made[i][column]
        return made
    if (
        times < len(names)
        or not (parted or all(sections.values()))
        or are_places([*dict.fromkeys(sections.values())])
    ):
        return None
    within = {i: _within(section, cells[i][column]) for i, section in sections.items()}
    if all(within.values()):
        for i in range(first, len(made)):
            made[i][column : column + 1] = [within.get(i, "")] if column < len(made[i]) else []
        return made
    return with_a_column(made, first, sections)


def _are_parts_below_years(names: Sequence[str], heads: Cells) -> bool:
    """Whether all names are months or quarters, and the years to which they belong stand across."""
    periods = [period for row in heads for text in row if (period := period_of(text)) is not None]
    years = len(periods) > 1 and all(period.freq is Freq.ANNUAL for period in periods)
    return years and all(part_of_year(name) for name in names)


def _are_measures(sections: dict[int, str]) -> bool:
    """Whether what stands over groups of places says of them what is counted, as an index or a unit does: no place."""
    lines = [text for text in dict.fromkeys(sections.values()) if text]
    kinds = (figures_of(text) or label_of(text) for text in lines)
    return any(kind.unit or kind.measure != "level" for kind in kinds)


def _are_alike(sections: dict[int, str], cells: Cells, column: int) -> bool:
    """Whether the groups are of the same places: what stands over them is no place that these lie in."""
    groups: dict[str, set[str]] = {}
    for i, section in sections.items():
        groups.setdefault(section, set()).add(cells[i][column])
    rows = {name for group in groups.values() for name in group}
    places = are_places([section for section in groups if section]) or any(map(is_class, rows))
    shared = set.intersection(*groups.values())
    return not places and len(shared) * 2 > max(map(len, groups.values()))


def _begins_with_all(sections: dict[int, str], cells: Cells, column: int) -> bool:
    """Whether a line stands over every group, or over all but the first, whose names those of each other are."""
    groups: dict[str, list[str]] = {}
    for i, section in sections.items():
        groups.setdefault(section, []).append(cells[i][column])
    first = groups.pop("", None)
    whole = first is None or next(iter(sections.values())) == ""
    return whole and (first is None or (bool(groups) and all(g == first for g in groups.values())))


def _within(year: str, part: str) -> str:
    """Return a month or quarter with the year that stands over it; empty where it is none."""
    found = period_of(year)
    if found is None or found.freq is not Freq.ANNUAL or not part_of_year(part):
        return ""
    text = f"{year}{part}" if part[-1:] >= "\u3040" else f"{year} {part}"
    return text if period_of(text) is not None else ""


def _is_bare_number(name: str) -> bool:
    return is_number(name) and period_of(name) is None


def sections_of(cells: Cells, first: int, column: int) -> dict[int, str]:
    """Return the rows of figures, each with the line that stands over its group."""
    found: dict[int, str] = {}
    section = ""
    for i in range(max(first - 1, 0), len(cells)):
        many = how_full(cells[i])
        name = at(cells[i], column)
        if many > 1 and name and i >= first:
            found[i] = section
        elif many == 1 and name and not _is_bare_number(name) and not _leads_on(name):
            section = name
    return found


def _leads_on(text: str) -> bool:
    """Whether a line alone is a note, or says that the table goes on: no name of a group."""
    return bool(NOTE.match(text) or CONTINUED.match(text))


def with_a_column(
    made: list[list[str]],
    first: int,
    sections: dict[int, str],
    word: str = "indicator",
    names: Mapping[str, str] | None = None,
) -> list[list[str]]:
    """Put what stands over groups of rows into a column behind all others, as `names` call it."""
    width = max(map(len, made))
    head = next((i for i in range(first - 1, -1, -1) if how_full(made[i]) > 1), first - 1)
    lines = {*sections.values()}
    for i, row in enumerate(made):
        if i > head and how_full(row) == 1 and row[0] in lines:
            row[0] = ""
        row.extend([""] * (width - len(row)))
        line = sections.get(i, "")
        row.append(word if i == head else (names or {}).get(line, line).rstrip(":"))
    return _closed_up(made, first)


def _closed_up(made: list[list[str]], first: int) -> list[list[str]]:
    """Move the rows of the header down over lines that were taken from between it and the figures."""
    head = next((i for i in range(first - 1, -1, -1) if how_full(made[i]) > 1), first - 1)
    if 0 <= head < first - 1 and not any(made[first - 1]):
        top = next((i + 1 for i in range(head, -1, -1) if not any(made[i])), 0)
        made[top:first] = [*made[head + 1 : first], *made[top : head + 1]]
    return made


def with_years_between(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the periods that stand alone between groups of rows, also merged over all columns, beside each.

    Only where the groups are of the same names, or one is directly below the header, and nothing above the
    figures is a period.
    """
    start = max(first - 1, 0)
    lines = {i: _alone(cells[i]) for i in range(start, len(cells))}
    periods = {i: p for i, text in lines.items() if text and (p := _period(text))}
    head = [row for row in cells[:start] if len(filled(row)) > 1]
    one = len(periods) == 1 and [*periods] == [start] and bool(head)
    one = one and not _is_over_figures(cells[start], cells[first:])
    many = len({*periods.values()}) > 1
    if not (one or many) or any(period_of(t) for row in head for t in row):
        return None
    groups: dict[str, list[str]] = {}
    within: dict[int, str] = {}
    period = ""
    for i in range(min(periods), len(cells)):
        period = periods.get(i, period)
        if len({*filled(cells[i])}) > 1 and not NOTE.match(cells[i][0]):
            within[i] = period
            groups.setdefault(period, []).append(filled(cells[i])[0])
    if not within:
        return None  # periods, and nothing below them
    names = [{*group} for group in groups.values()]
    dated = any(period_of(name) or part_of_year(name) for group in names for name in group)
    if dated or not (one or set.intersection(*names)):
        return None
    if one and any(period_of(t) for i in within for t in filled(cells[i])):
        return None
    if any(len(filled(cells[i])) > 1 for i in range(first, min(periods))):
        return None  # figures above the first of them
    made = [[] if i in periods else list(row) for i, row in enumerate(cells)]
    return with_a_column(made, min(within), within, "year")


def _period(text: str) -> str:
    """Return a text that is a period, without a mark behind it that is no status; empty where it is none.

    >>> _period("2010B"), _period("Stichtag: 31.12.2021"), _period("Year: 2020"), _period("Tea: 2020")
    ('2010', '31.12.2021', '2020', '')
    """
    word, colon, said = text.partition(":")
    if colon and role_of(word) == "time":
        text = said.strip()
        return text if is_date(text) or period_of(text) is not None else ""
    alone = text if status_behind(text) else unmarked(text)
    return "" if period_of(alone) is None else alone


def _is_over_figures(row: Sequence[str], below: Cells) -> bool:
    """Whether the one cell of a row stands over the only column of figures: a label of it."""
    found = [c for c, text in enumerate(row) if text]
    figures = {c for line in below for c, text in enumerate(line) if c and is_number(text)}
    return len(found) == 1 and figures == {*found}


def _alone(row: Sequence[str]) -> str:
    """Return the one text of a row, which may stand in several of its cells; else nothing.

    >>> _alone(["(1)2015年", ""]), _alone(["", "Men"]), _alone(["2", "3"])
    ('2015年', 'Men', '')
    """
    found = {*row} - {""}
    return without_outline(found.pop()) if len(found) == 1 else ""


def with_years_of_groups(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the year that stands alone over a group of rows, in a column that they leave empty, beside each."""
    if all(how_full(row) != 1 for row in cells[max(first - 1, 0) :]):
        return None
    made = [list(row) for row in cells]
    year, column, filled_in = "", 0, 0
    for row in made[max(first - 1, 0) :]:
        found = [c for c, text in enumerate(row) if text]
        if len(found) == 1 and (period := _period(row[found[0]])):
            year, column = period, found[0]
            row[column] = ""
        elif year and len(found) > 1 and found[0] > column:
            row[column] = year
            filled_in += 1
        elif len(found) > 1:
            year = ""
    return _closed_up(made, first) if filled_in >= FEWEST else None
