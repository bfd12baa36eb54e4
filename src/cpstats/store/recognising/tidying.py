"""Cells that say twice, or beside, what others say, put where they belong before a table is looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.store.cells import is_missing, is_number, number, period_of
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising import broken_labels, sections
from cpstats.store.recognising.adding_up import with_parts_marked
from cpstats.store.recognising.classes_of_wholes import with_classes_of_wholes
from cpstats.store.recognising.codes_and_names import with_names_of_codes
from cpstats.store.recognising.codes_before_words import with_words_behind_codes
from cpstats.store.recognising.codes_under_places import with_codes_under_places
from cpstats.store.recognising.compared_with import with_subjects
from cpstats.store.recognising.corner_of_places import with_corner_across
from cpstats.store.recognising.corners_above import with_corner_above_title
from cpstats.store.recognising.currencies import with_names_of_currencies
from cpstats.store.recognising.eras_carried import with_eras_carried
from cpstats.store.recognising.extent import filled, first_row_of_figures, how_full
from cpstats.store.recognising.filled_stubs import with_filled_stubs, with_names_over_times
from cpstats.store.recognising.flag_lines import FLAGS
from cpstats.store.recognising.growth_below import with_levels_above
from cpstats.store.recognising.header_in_two_languages import IN_TWO
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.hyphens import with_words_whole
from cpstats.store.recognising.lines_in_two_languages import without_second_language
from cpstats.store.recognising.named_dimensions import with_dimensions_over
from cpstats.store.recognising.names_above import ABOVE
from cpstats.store.recognising.names_below_heads import with_heads_of_names
from cpstats.store.recognising.names_over_rows import with_names_over_rows
from cpstats.store.recognising.numbered_months import with_numbered_months
from cpstats.store.recognising.numbers_of_columns import without_numbers_of_columns
from cpstats.store.recognising.of_which import with_wholes
from cpstats.store.recognising.parts_below_places import with_parts_below_places
from cpstats.store.recognising.period_marks import (
    told_of_mark,
    unmarked,
    unmarked_years,
    without_actual,
    without_notes_of_years,
)
from cpstats.store.recognising.periods_over_rows import with_periods_of_rows
from cpstats.store.recognising.places_in_lines import with_places_in_words
from cpstats.store.recognising.places_over_rows import PARTS, with_lines_as, with_parts_of_places
from cpstats.store.recognising.stacked_heads import with_stacked_heads, with_unit_above
from cpstats.store.recognising.thousands_in_words import with_thousands_above
from cpstats.store.recognising.unit_words import is_unit
from cpstats.store.recognising.units_at_edge import with_unit_of_edge
from cpstats.store.recognising.units_below_labels import LINES_BELOW
from cpstats.store.recognising.units_of_sections import OF_SECTIONS, with_units_of_sections
from cpstats.store.recognising.units_of_years import with_unit_of_years
from cpstats.store.recognising.wholes_in_their_parts import with_wholes_in_their_parts
from cpstats.store.recognising.years_carried import with_years_carried
from cpstats.store.recognising.years_in_headers import IN_HEADERS
from cpstats.store.recognising.years_of_accounts import with_years_of_accounts
from cpstats.store.recognising.years_over_parts import with_years_over_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.message import Message

    Cells = Sequence[Sequence[str]]

FLAG = re.compile(r"\(?[A-Za-z]{1,2}\)?|[|*†‡¹²³]")
HEADED = re.compile(r"\(?[A-Za-z]{1,4}\)?|:|\W")  # in a column that is called so
LETTERS = {
    **dict.fromkeys(("provisional", "preliminary"), "p"),
    **dict.fromkeys(("estimated", "estimate"), "e"),
    **dict.fromkeys(("forecast", "projected", "projection"), "f"),
    "revised": "r",
    "final": "final",
}
YEAR = re.compile(r"(?:19|20)\d\d年?")
ALL = ("indicator", "unit", "freq", "name")  # what a row may say of every column at once
DESCRIPTIONS = ("unit", "freq", "other", "code", "scale")
FEWEST = 3


def tidied(cells: Cells, raw: Cells, *, over_rows: str = "") -> tuple[Cells, list[Message]]:
    """Return cells that a table can be read from, and what is to be said of that.

    `raw` is indented; `over_rows` is what the user says that the lines over groups of rows are.
    """
    first = first_row_of_figures(cells)
    if first is None or first > 60:
        return cells, []
    made: list[list[str]] | None = None
    said: list[Message] = []
    for change in (
        sections.without_words_of_pages,
        broken_labels.with_thousands_closed,
        broken_labels.with_brackets_closed,
        broken_labels.without_stars,
        with_thousands_above,
        with_corner_above_title,
        *IN_TWO,
        with_unit_above,
        with_unit_of_edge,
        *LINES_BELOW,
        with_dimensions_over,
        without_notes_of_years,
        with_words_whole,
        with_words_behind_codes,
        with_codes_under_places,
        with_filled_stubs,
        with_wholes_in_their_parts,
        with_names_over_times,
        with_places_in_words,
        with_years_carried,
        with_eras_carried,
        with_years_over_parts,
        with_names_of_currencies,
        with_stacked_heads,
        with_corner_across,
        with_unit_of_years,
        *IN_HEADERS,
        without_actual,
        _without_marks_of_years,
        with_names_over_rows,
        with_years_of_accounts,
        with_periods_of_rows,
        without_numbers_of_columns,
        _with_one_for_all,
        with_names_of_codes,
        _with_one_column_of_names,
        with_numbered_months,
        with_subjects,
        _with_headers_again,
        without_second_language,
        sections.with_merged_lines,
        sections.without_pages,
        sections.with_years_of_groups,
        sections.with_years_between,
        with_lines_as(over_rows),
        sections.with_sections,
        with_units_of_sections,
        with_parts_marked,
        with_parts_below_places,
        with_classes_of_wholes,
        with_wholes,
        with_levels_above,
    ):
        rows = change(made or cells, first)
        if rows is not None:
            stars = change is broken_labels.without_stars
            if stars or change in (_without_marks_of_years, without_notes_of_years):
                said += _told_of(made or cells, rows)
            if change is with_units_of_sections:
                said.append(OF_SECTIONS)
            made, first = rows, first_row_of_figures(rows) or first
    parts = with_parts_of_places(made or cells, first, raw, said=over_rows == "place")
    above = parts or with_heads_of_names(made or cells, first, raw)
    if above is not None:
        made = above
        said.append(PARTS if parts else ABOVE)
    flagged = _with_flags(made or cells, first)
    if flagged is not None:
        made = flagged
        said.append(FLAGS)
    return made or cells, said


def _told_of(before: Cells, after: Cells) -> list[Message]:
    """Say what becomes of what stood behind years."""
    pairs = (pair for rows in zip(before, after, strict=True) for pair in zip(*rows, strict=True))
    return list(dict.fromkeys(told_of_mark(old) for old, new in pairs if old != new))


def _without_marks_of_years(cells: Cells, first: int) -> list[list[str]] | None:
    """Take what stands behind them from a row of years: 2018(r), 2019 (p), 2020; and from a column of them."""
    for i in range(min(first + 1, len(cells))):
        own = [text for text in cells[i][1:] if text[:1].isdecimal()]
        years = [year for text in own if YEAR.fullmatch(year := unmarked(text))]
        each = [*dict.fromkeys(years)]  # a merged one stands over all of its columns
        in_order = each in (sorted(each), sorted(each, reverse=True))
        if len(years) < 2 or len(years) < len(own) or years == own or not in_order:
            continue
        rows = [_only_years(row) if n == i else list(row) for n, row in enumerate(cells)]
        return [_only_parts(row) if n < first else row for n, row in enumerate(rows)]
    for i, row in enumerate(cells[:first]):
        if alone := unmarked_years(row):
            own = [alone.get(text, text) for text in row]
            return [own if n == i else list(other) for n, other in enumerate(cells)]
    over = {c for row in cells[:first] for c, text in enumerate(row) if role_of(text) == "time"}
    marked = {c for c in over if any(_is_marked(row[c]) for row in cells[first:] if c < len(row))}
    if not marked:
        return None
    return [
        list(row)
        if n < first
        else [_only_years([t])[0] if c in marked else t for c, t in enumerate(row)]
        for n, row in enumerate(cells)
    ]


def _is_marked(text: str) -> bool:
    return not text.isdecimal() and text[:2] in ("19", "20") and _only_years([text]) != [text]


def _only_years(row: Sequence[str]) -> list[str]:
    """Return years without what stands behind them, and all else as it is."""
    return [year if YEAR.fullmatch(year := unmarked(text)) else text for text in row]


def _only_parts(row: Sequence[str]) -> list[str]:
    """Return parts of a year without what stands behind them, where those of other years have nothing there: Q1, Q1R."""
    own = {text: unmarked(text) for text in row}
    return [own[t] if own[t] in row and part_of_year(own[t]) else t for t in row]


def _with_one_for_all(cells: Cells, first: int) -> list[list[str]] | None:
    """Make a row of the header that says one thing of all columns a line of its word and that."""
    rows = {}
    stubs = [role_of(next((c for c in row if c), "")) for row in cells[:first]]
    if sum(role in DESCRIPTIONS for role in stubs) > 1:
        return None  # a block of series, where each row says something
    for i in range(first):
        texts = list(dict.fromkeys(filled(cells[i])))
        below = (
            i == first - 1 and i > 0 and how_full(cells[i - 1]) == how_full(cells[i])
        )  # the labels
        many = how_full(cells[i]) > FEWEST and not below
        if many and len(texts) == 2 and cells[i][0] == texts[0] and role_of(texts[0]) in ALL:
            rows[i] = [f"{texts[0]}:", texts[1]]
    return [rows.get(i) or list(row) for i, row in enumerate(cells)] if rows else None


def _with_one_column_of_names(cells: Cells, first: int) -> list[list[str]] | None:
    """Put names that are indented over several columns into the first of them."""
    body = [i for i in range(first, len(cells)) if how_full(cells[i]) > 1]
    if all("" not in cells[i] for i in body) and len({len(cells[i]) for i in body}) < 2:
        return None  # nothing is indented
    width = 0
    while _are_names([cells[i][width] for i in body if width < len(cells[i])]):
        width += 1
    level = [c for c in range(width) if not all(c < len(cells[i]) and cells[i][c] for i in body)]
    at = {i: [c for c in level if c < len(cells[i]) and cells[i][c]] for i in body}
    used = {c for found in at.values() for c in found}
    if len(used) < 2 or any(len(found) > 1 for found in at.values()) or len(body) < FEWEST:
        return None
    names = {i: cells[i][found[0]] for i, found in at.items() if found}
    if len({*names.values()}) < len(names):
        names = _with_parents(names, {i: at[i][0] for i in names})
    made = [list(row) for row in cells]
    for i, name in names.items():
        made[i][at[i][0]] = ""
        made[i][level[0]] = name
    return made


def _with_parents(names: dict[int, str], depth: dict[int, int]) -> dict[int, str]:
    """Return names that are indented with those that they stand under."""
    made: dict[int, str] = {}
    above: dict[int, str] = {}
    for i, name in names.items():
        above = {d: text for d, text in above.items() if d < depth[i]} | {depth[i]: name}
        made[i] = ", ".join(reversed([*above.values()]))
    return made


def _with_headers_again(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the word before a row of periods that comes again behind the names below it.

    `Wheat, 2020, 2021` over rows of area and yield, then `Rice, 2020, 2021` over the same.
    """
    top = next((i for i in range(first) if _is_row_of_periods(cells[i])), None)
    if top is None:
        return None
    head = list(cells[top])
    alike = (i for i in range(top + 1, len(cells)) if _bare(cells[i][-1:]) == _bare(head[-1:]))
    again = [
        i for i in alike if _bare(cells[i][1:]) == _bare(head[1:]) and not is_number(cells[i][0])
    ]
    stubs = [head[0], *(cells[i][0] for i in again)]
    if not again or not all(stubs) or len({*stubs}) < len(stubs):
        return None
    made = [list(row) for row in cells]
    section = head[0]
    for i in range(top + 1, len(made)):
        if i in again:
            section, made[i] = made[i][0], []
        elif made[i] and made[i][0] and how_full(made[i]) > 1:
            made[i][0] = f"{made[i][0]}, {section}"
    made[top][0] = ""
    return made


def _is_row_of_periods(row: Sequence[str]) -> bool:
    """Whether a word and nothing but periods stand in a row."""
    behind = filled(row[1:])
    periods = len(behind) >= FEWEST and all(period_of(text) is not None for text in _bare(behind))
    return periods and not is_number(row[0])


def _bare(row: Sequence[str]) -> list[str]:
    """Return cells with years without the fraction that a program gave them: 2017.0."""
    return [text.removesuffix(".0") for text in row]


def _are_names(texts: Sequence[str]) -> bool:
    words = dict.fromkeys(filter(None, texts))
    return bool(texts) and not any(is_number(t) or is_missing(t) for t in words)


def _with_flags(cells: Cells, first: int) -> list[list[str]] | None:
    """Put the flags of a column without a header of its own behind the figures beside them."""
    width = max((len(row) for row in cells[first:]), default=0)
    body = [row for row in cells[first:] if how_full(row) > 1]
    head = [row for row in cells[:first] if how_full(row) > 1]
    beside = _headed_flags(head, body)
    for c in range(1, width):
        if c in beside:
            continue
        texts = {row[c] for row in body if c < len(row) and row[c]}
        if all(map(is_missing, texts)) or not all(FLAG.fullmatch(t) for t in texts):
            continue
        if all(map(is_unit, texts)):
            continue
        if (figures := _figures_beside(head, body, c)) is not None:
            beside[c] = figures
    if not beside:
        return None
    made = [list(row) for row in cells]
    for row in made[first:]:
        for c, figures in beside.items():
            if c < len(row) and row[c]:
                _put_behind(row, c, figures)
    return made


def _put_behind(row: list[str], column: int, figures: int) -> None:
    """Put a flag of a row behind a figure of it, in brackets; where that is none, leave it out."""
    flag, row[column] = LETTERS.get(row[column].casefold(), row[column].strip("()")), ""
    shown = flag.isalpha() and not is_missing(flag)
    if shown and 0 <= figures < len(row) and number(row[figures]) is not None:
        row[figures] = f"{row[figures]} ({flag})"


def _headed_flags(head: Cells, body: Cells) -> dict[int, int]:
    """Return the columns that their header calls flags, one behind each column of figures, with those.

    One alone behind all others is of the whole line.
    """
    found = {}
    width = max(map(len, body), default=0)
    for c in range(2, width):
        own = [text for text in _labels(head, c) if text]
        texts = {row[c] for row in body if c < len(row) and row[c]}
        short = all(HEADED.fullmatch(t) or t.casefold() in LETTERS for t in texts)
        left = [text for text in _labels(head, c - 1) if text]
        called = bool(own) and _is_called_flag(own[-1], left[-1] if left else "")
        if called and short and _has_figures(body, c - 1):
            found[c] = c - 1
    more = len(found) > 1 or any(_has_figures(body, c + 1) for c in found)
    labels = [t for f in found.values() for t in _labels(head, f)]
    dated = sum(period_of(t) is not None or YEAR.search(t) is not None for t in labels)
    return found if more and dated >= len(found) else {}


def _is_called_flag(label: str, left: str) -> bool:
    """Whether a column is called flags, also with the label of the figures before it, or its year: 2021 status, Y2021F."""
    rest = label.removeprefix(left).strip(" _-") if left else label
    years = [found[0] for text in (label, left) if (found := YEAR.search(text))]
    if len(years) == 2 and years[0] == years[1]:
        alone = YEAR.sub("", label).strip(" _-()")
        rest = "status" if alone in ("F", "YF") else alone
    return role_of(rest) == "status" or role_of(label) == "status"


def _figures_beside(head: Cells, body: Cells, column: int) -> int | None:
    """Return the column whose figures a column of flags is of; -1: none, it is left out; None: it is no such column."""
    own = _labels(head, column)
    left, right = column - 1, column + 1
    if _has_figures(body, right) and own and own == _labels(head, right):
        return right  # one merged label over both
    if any(own) and own != _labels(head, left) and own[-1]:
        return None
    if _has_figures(body, left):
        return left
    return -1 if not own or not own[-1] else None


def _labels(head: Cells, column: int) -> tuple[str, ...]:
    return tuple(row[column] if column < len(row) else "" for row in head)


def _has_figures(body: Cells, column: int) -> bool:
    texts = [row[column] for row in body if column < len(row) and not is_missing(row[column])]
    return bool(texts) and sum(map(is_number, texts)) * 2 > len(texts)
