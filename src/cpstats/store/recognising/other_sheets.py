"""The place of a table by what the other sheets of its workbook say: contents, notes, metadata.

A sheet of series often names no country, and the sheet of contents beside it does. Taken is what is
said of the whole workbook, and told; what is only spoken of there is proposed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labelled_places import is_written_as_name
from cpstats.store.recognising.outside import OF_WHAT, names_of, places_in
from cpstats.store.recognising.parts_of_places import part_in
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from cpstats.store.sheet import Sheet

    Rows = Sequence[Sequence[str]]

RIGHTS = re.compile(r"©|\(c\) ?(?=[A-Z\d])|\bcopyright\b", re.IGNORECASE)  # no title
DIVIDER = re.compile(r"\s*[;|:]\s*>?\s*")
CODE_BEHIND = re.compile(r" ?\[[^\[\]]*\]$")  # of a table in its database
PARTS = re.compile(r", ")
PAIR, ABOUT = 2, 3  # cells of a line that says one thing; sheets that may be about the workbook
HEAD = 8  # texts among which the title of the table is
FEWEST = 3  # series of a list
TITLES = 3  # lines of a sheet that are its title


def place_on_other_sheets(sheet: Sheet, labels: Sequence[str]) -> tuple[str, Message] | None:
    """Return the one country that the other sheets say the workbook is of, and which sheet does.

    Not where the labels over the figures name another one, or a part of them may itself be places.

    Parameters
    ----------
    labels : sequence of str
        The names of the figures.
    """
    found = dict(_said(sheet))
    if len({place.casefold() for place in found}) != 1:
        return None
    place, title = next(iter(found.items()))
    beside = {other.casefold() for label in labels for other in places_in(label)}
    if beside - {place.casefold()} or any(parts_spoken_of(sheet)):
        return None  # a table of another country, or of one of its states
    if have_names_inside(labels) and not _all_name(place, labels):
        return None
    return place, Message("the sheet “{}”", "工作表“{}”", title)


def parts_spoken_of(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield each name in the titles of other sheets that may be of a part of the country, with that of the sheet."""
    countries = [place for place, _ in _said(sheet)]
    for title, rows in sheet.others:
        for text in _texts(rows)[:HEAD]:
            if countries and (part := part_in(text, countries[0])):
                yield part, title


def spoken_of(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield each country that the other sheets name, with the name of the sheet."""
    for title, rows in sheet.others:
        for text in _texts(rows):
            yield from ((place, title) for place in places_in(text))


def _texts(rows: Rows) -> list[str]:
    return list(dict.fromkeys(cell for row in rows for cell in row if cell))


def said_in_contents(sheet: Sheet) -> dict[str, str]:
    """Return the title and the unit that a sheet of contents says of this one, and which does (`where`).

    There a line begins with the name of this sheet, and the words above its cells say what each is.
    """
    name = names_of(sheet.name)[1]
    for title, rows in sheet.others:
        at = next((i for i, row in enumerate(rows) if [c for c in row if c][:1] == [name]), 0)
        head = (
            next((row for row in reversed(rows[:at]) if _is_over(row, rows[at])), ()) if at else ()
        )
        if not head or not name:
            continue
        pairs = [(role_of(word), cell) for word, cell in zip(head, rows[at], strict=False)]
        units = [cell for role, cell in pairs if role == "unit" and is_unit(cell)]
        parts = [cell for role, cell in pairs if cell and cell != name and role in ("", "name")]
        first = next((c for row in rows[:at] for c in row if " " in c), "")
        told = {"title": ", ".join([CODE_BEHIND.sub("", first), *parts]), "where": title}
        return told | ({"unit": units[0]} if units else {})
    return _unit_of_all(sheet)


def _unit_of_all(sheet: Sheet) -> dict[str, str]:
    """Return the unit that sheets of words say, after the word for it in a line of its own, and which sheet does (`where`).

    Only where they say one: of several each is that of a table that is not known.
    """
    pairs = [(title, [c for c in row if c]) for title, rows in sheet.others for row in rows]
    said = [
        (title, unit) for title, pair in pairs if len(pair) == PAIR and (unit := _unit_of(*pair))
    ]
    if len(sheet.others) > ABOUT or len({unit for _, unit in said}) != 1:
        return {}
    return {"unit": said[0][1], "where": said[0][0]}


def _unit_of(word: str, unit: str) -> str:
    return unit if role_of(word.rstrip(" :")) == "unit" and is_unit(unit) else ""


def with_units_of_series(sheet: Sheet) -> Sheet:
    """Return a sheet whose columns have the unit behind their names that a line of another sheet, which begins with one, says.

    >>> from cpstats.store.sheet import Sheet
    >>> about = ("About", (("ROOMS", "Rooms of inns, Thousands of Rooms, Quarterly"), ("PAY", "Pay, Billions of Dollars")))
    >>> rows = (("", "ROOMS", "PAY"), ("2021", "5", "6"))
    >>> with_units_of_series(Sheet("a.xlsx", rows, (1, 2), others=(about,))).rows[0]
    ('', 'ROOMS', 'PAY (Billions of Dollars)')
    """
    lines = [(title, [c for c in row if c]) for title, rows in sheet.others for row in rows]
    told = {
        line[0]: (title, line[1]) for title, line in reversed(lines) if len(line) > 1 and line[0]
    }
    found = {
        text: (told[text][0], unit)
        for row in sheet.rows[:HEAD]
        for text in row[1:]
        if text in told and not is_number(text) and (unit := _unit_in_parts(told[text][1]))
    }
    if not found:
        return sheet
    made = {text: f"{text} ({unit})" for text, (_, unit) in found.items()}
    rows = tuple(tuple(made.get(text, text) for text in row) for row in sheet.rows[:HEAD])
    where = next(iter(found.values()))[0]
    said = Message(
        "the unit of a column is that of its line on the sheet “{}”: {}",
        "各列的单位取自工作表“{}”中的对应行：{}",
        where,
        tuple(f"{text} ({unit})" for text, (_, unit) in found.items()),
    )
    return replace(sheet, rows=(*rows, *sheet.rows[HEAD:]), remarks=(*sheet.remarks, said))


def _unit_in_parts(text: str) -> str:
    """Return the one part of a description between commas that is a unit; empty where none or several are."""
    units = [part for part in PARTS.split(text)[1:] if is_unit(part)]
    return units[0] if len(units) == 1 else ""


def _is_over(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a word stands over each cell of a line that has several."""
    filled = [c for c, cell in enumerate(below) if cell]
    return len(filled) > 1 and all(c < len(row) and row[c] for c in filled)


def _said(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the countries that a title or a word for the place says, each with its sheet.

    Whose the rights are (© of a country) says who published it, not what it is of.
    """
    for title, rows in sheet.others:
        texts = _texts(rows)
        for n, text in enumerate(texts):
            word, colon, value = text.partition(":")
            named = (colon and role_of(word) == "place") or (n and role_of(texts[n - 1]) == "place")
            if named:
                yield from ((place, title) for place in places_in(value if colon else text))
            elif n < TITLES and not RIGHTS.search(text):
                yield from ((place, title) for place in places_in(text))


def _all_name(place: str, labels: Sequence[str]) -> bool:
    """Whether a place is one of the parts of every label: what else is a name is none then."""
    return all(place in DIVIDER.split(label) for label in labels)


def have_names_inside(labels: Iterable[str]) -> bool:
    """Whether one part of labels in parts is names only, which may be those of places.

    >>> have_names_inside(["Output: Volume index ;", "Taxes ;"]), have_names_inside(["Jobs ; Men ; Old Hill"])
    (False, True)
    """
    split = [[p for p in DIVIDER.split(label) if p] for label in labels]
    for at in range(1, max(map(len, split), default=0)):
        pieces = {pieces[at] for pieces in split if at < len(pieces)}
        if all(is_written_as_name(p) and not OF_WHAT.search(p) for p in pieces):
            return True
    return False


def lists_series(rows: Rows, of_others: Iterable[Rows]) -> bool:
    """Whether the lines of a sheet name, one by one, what stands over the columns of another one: where each is from.

    >>> series = [["Item", "Tea", "Rice", "Milk"], ["2020-01", "1", "2", "3"]]
    >>> lists_series([["Name", "From"], ["Tea", "1990"], ["Rice", "1991"], ["Milk", "1992"]], [series])
    True
    >>> lists_series([["Name", "2020"], ["Tea", "5"], ["Rice", "6"], ["Wine", "7"]], [series])
    False
    """
    names = [row[0].strip() for row in rows[1:] if row and row[0].strip()]
    every = {*names}
    cells = (text for row in rows[1:] for text in row)
    if len(every) < FEWEST or len(every) < len(names) or any(map(_is_figure, cells)):
        return False
    heads = ([t.strip() for t in other[0][1:] if t.strip()] for other in of_others if other)
    return any({*head} == every for head in heads)


def lists_sheets(rows: Rows, names: Collection[str]) -> bool:
    """Whether each line of a sheet that has figures is named as another sheet: the contents of a workbook.

    >>> contents = [["Worksheet", "Description", "Series"], ["Data 1", "Rents", "17"], ["Data 2", "Wages", "9"]]
    >>> lists_sheets(contents, ["Data 1", "Data 2"]), lists_sheets([*contents, ["Tea", "kt", "5"]], ["Data 1", "Data 2"])
    (True, False)
    """
    lines = ([text.strip() for text in row if text.strip()] for row in rows)
    full = [line for line in lines if len(line) > 1 and any(map(_is_figure, line[1:]))]
    return bool(full) and all(line[0] in names for line in full)


def _is_figure(text: str) -> bool:
    return is_number(text) and period_of(text) is None and not text.startswith("00")  # a code
