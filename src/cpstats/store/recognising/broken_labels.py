"""Labels as they are printed: broken over two lines in a bracket, periods with a star behind, places with their word before."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.extent import filled, how_full
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

STARS = re.compile(r"\s*\*{1,3}$")
FEWEST = 3  # periods of a row
HIGHEST = 12  # lines above figures
STUBS = 4  # columns at the left that may hold names of places
TORN = re.compile(r"[^\W\d][\s(]+\d{1,3}$")  # per 1
WORD_FOR_TABLE = re.compile(
    r"(?:table|tab\.|tabelle|tableau|tabla|cuadro|tabela|quadro|tavola|tabell|tabel|taulukko|tabulka|таблица|表)[.:]?",
    re.IGNORECASE,
)
NUMBER_OF_TABLE = re.compile(r"[A-Z]?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?[.:]?")
THOUSANDS = re.compile(r"\d{3}[)\s]+[^\W\d]|\d{3}\)$|000$")  # 000 people
WORD_BEFORE = re.compile(r"(?P<word>[^\W\d][^:：]{1,24})[:：] ?(?P<name>[^\W\d].*)")


def with_titles_whole(cells: Cells) -> Cells:
    """Put a title that stands in three cells into one: Table, 1, Tea in Peru.

    >>> with_titles_whole([["Table", "1", "Tea in Peru", ""], ["", "2020", "2021", "2022"]])[0]
    ['Table 1: Tea in Peru', '', '', '']
    """
    found = {i: texts for i, row in enumerate(cells[:HIGHEST]) if _is_title(texts := filled(row))}
    if not found:
        return cells
    made = [list(row) for row in cells]
    for i, (word, number, title) in found.items():
        made[i] = [f"{word} {number.rstrip('.:')}: {title}", *[""] * (len(cells[i]) - 1)]
    return made


def _is_title(texts: Sequence[str]) -> bool:
    if len(texts) != len(("word", "number", "title")):
        return False
    words = texts[2][:1].isalpha() and len(texts[2].split()) > 1
    return words and bool(
        WORD_FOR_TABLE.fullmatch(texts[0]) and NUMBER_OF_TABLE.fullmatch(texts[1])
    )


def with_torn_titles(cells: Cells, raw: Cells) -> Cells:
    """Put a line above a header together that a comma without quotation marks tore apart: a blank stands behind the comma.

    `raw` are the cells as the file has them; where others begin with a blank too, it shows nothing.

    >>> raw = [["Tea in Peru", " 2021 (kt)"], ["", "Sold", "Kept"], ["Green", "5", "6"]]
    >>> with_torn_titles([["Tea in Peru", "2021 (kt)"], *raw[1:]], raw)[0]
    ['Tea in Peru, 2021 (kt)', '']
    """
    lines = [i for i, row in enumerate(raw[:HIGHEST]) if len([t for t in row if t.strip()]) > 1]
    torn = [*takewhile(lambda i: _is_torn(_with_thousands(raw[i])), lines)]
    below = [raw[i] for i in lines[len(torn) :]]
    widest = max((len(filled(row)) for row in below), default=0)
    spaced = any(text[:1] == " " for row in below for text in row[1:] if text.strip())
    headed = bool(below) and not any(
        map(_is_figure, cells[lines[len(torn)]])
    )  # else the line may be the header
    if (
        not torn
        or not below
        or spaced
        or not (headed or all(len(filled(raw[i])) != widest for i in torn))
    ):
        return cells
    made = [list(row) for row in cells]
    for i in torn:
        made[i] = [", ".join(filled(_with_thousands(cells[i]))), *[""] * (len(cells[i]) - 1)]
    return made


def _is_torn(row: Sequence[str]) -> bool:
    """Whether a line begins with words, and all that follows them behind a divider begins with a blank and has words too."""
    first, *others = (text for text in row if text.strip())
    words = row[0][:1].isalpha() and not is_number(first)
    return words and all(text[:1] == " " and text.strip()[:1].isalnum() for text in others)


def with_brackets_closed(cells: Cells, first: int) -> list[list[str]] | None:
    """Put a label whose bracket is closed in the cell below it there; None where there is none.

    >>> with_brackets_closed([["", "(millions of"], ["Land", "US dollars)"], ["Ost", "5"]], 2)
    [['', ''], ['Land', '(millions of US dollars)'], ['Ost', '5']]
    """
    made = [list(row) for row in cells[:first]]
    joined = False
    for upper, lower in pairwise(made):
        for c, text in enumerate(upper[: len(lower)]):
            if _open(text) > 0 > _open(lower[c]):
                upper[c], lower[c] = "", f"{text} {lower[c]}"
                joined = True
    longest = max(map(how_full, cells[first:]), default=0)
    for i, row in enumerate(made):
        closed = _closed(row)
        if (torn := len(filled(row)) - longest) > 0 and len(closed) == len(row) - torn:
            made[i], joined = closed, True
        elif len(filled(row)) > 1 and len([t for t in closed if t]) == 1:  # a title
            made[i], joined = closed + [""] * (len(row) - len(closed)), True
    return [*made, *map(list, cells[first:])] if joined else None


def _closed(row: Sequence[str]) -> list[str]:
    """Return a row whose cells that a comma inside a bracket tore apart are one each.

    >>> _closed(["Land", "Income (PPS", "EU=100)", "Year"])
    ['Land', 'Income (PPS, EU=100)', 'Year']
    """
    made: list[str] = []
    for text in row:
        if made and _open(made[-1]) > 0 > _open(text):
            made[-1] = f"{made[-1]}, {text}"
        else:
            made.append(text)
    return made


def with_thousands_closed(cells: Cells, first: int) -> list[list[str]] | None:
    """Put together words that a comma between thousands tore apart above the figures; None where there are none.

    >>> with_thousands_closed([["Births per 1", "000 people", ""], ["Ost", "5", "6"]], 1)
    [['Births per 1,000 people', '', ''], ['Ost', '5', '6']]
    """
    made = [_with_thousands(row) for row in cells[:first]]
    return [*made, *map(list, cells[first:])] if made != [[*r] for r in cells[:first]] else None


def _with_thousands(row: Sequence[str]) -> list[str]:
    made: list[str] = []
    for text in row:
        if made and TORN.search(made[-1]) and THOUSANDS.match(text):
            made[-1] = f"{made[-1]},{text}"
        else:
            made.append(text)
    return made + [""] * (len(row) - len(made))


def _open(text: str) -> int:
    """Return how many brackets are opened and not closed; below 0 where more are closed."""
    return text.count("(") - text.count(")") + text.count("（") - text.count("）")


def without_stars(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the stars of footnotes from periods and days of a row of them; None where there are none.

    >>> without_stars([["", "2019", "2020", "2021**"], ["Ost", "5", "6", "7*"]], 1)
    [['', '2019', '2020', '2021'], ['Ost', '5', '6', '7*']]
    """
    for i, row in enumerate(cells[: first + 1]):
        bare = [STARS.sub("", text) for text in row]
        when = [c for c, text in enumerate(bare) if text and (period_of(text) or is_date(text))]
        changed = [c for c in when if bare[c] != row[c]]
        if changed and len(when) >= max(FEWEST, len([t for t in row if t]) - 1):
            made = [bare[c] if c in changed else text for c, text in enumerate(row)]
            return [made if n == i else list(other) for n, other in enumerate(cells)]
    return None


def without_words_for_places(cells: Cells) -> Cells:
    """Take the word for what they are from names of places beside figures: País: Chile.

    >>> without_words_for_places([["Region: Ost"], ["Region: Ost", "5"], ["Jobs: all", "6"]])
    [['Region: Ost'], ['Ost', '5'], ['Jobs: all', '6']]
    """
    made = {}
    for i, row in enumerate(cells):
        for c, text in enumerate(row[:STUBS]):
            found = WORD_BEFORE.fullmatch(text) if ":" in text or "：" in text else None
            if found and role_of(found["word"]) == "place" and any(map(_is_figure, row[c + 1 :])):
                made[i, c] = found["name"]
    if not made:
        return cells
    lines = {i for i, _ in made}
    return [
        [made.get((i, c), text) for c, text in enumerate(row)] if i in lines else row
        for i, row in enumerate(cells)
    ]


def _is_figure(text: str) -> bool:
    return is_number(text) and period_of(text) is None
