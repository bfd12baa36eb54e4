"""What stands behind a period: a status (2021p, 2022 (forecast)), the mark of a note (2013*)."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.store.cells import STATUS_OF_FLAG
from cpstats.store.recognising import telling
from cpstats.store.recognising.beside_periods import is_mark

NOTED_YEAR = re.compile(r"(1[89]\d\d|20\d\d) \d{1,2}")
YEAR_IN_NOTES = re.compile(r"(?:\(\d{1,2}\) ?)?(1[89]\d\d|20\d\d)(?: ?\(\d{1,2}\))?")
FEW = 3
YEAR = 4  # digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.message import Message

    Cells = Sequence[Sequence[str]]

WORDS = {
    **dict.fromkeys(
        (
            *(
                "est",
                "estimate",
                "prelim",
                "prel",
                "pr",
                "preliminar",
                "prov",
                "初步",
                "初步数",
                "速报",
                "速報",
                "速報値",
            ),
            *(
                "sơ bộ",
                "ước",
                "ước tính",
                "sementara",
                "angka sementara",
                "잠정",
                "잠정치",
                "เบื้องต้น",
            ),
        ),
        "provisional",
    ),
    **dict.fromkeys(("rev", "re", "修订数", "改定", "改定値"), "revised"),
    **dict.fromkeys(("確報", "確報値", "確定値", "确报", "确报数", "终值"), "final"),
    **dict.fromkeys(
        ("fcst", "fcast", "f'cast", "proj", "be", "budget", "预计", "预计数", "预测数", "目标"),
        "forecast",
    ),
}
PERIOD = r"(?P<period>.*(?:年度|[\d年季月]))"
BEHIND = re.compile(
    PERIOD
    + r"\s*(?:\((?P<round>[^()]{1,24})\)|\[(?P<square>[^\[\]]{1,24})\]|[*#@$]{1,3}|\d[\d), ]{0,8}?\)|(?P<open>[preRPEfF])\)|(?P<letter>[preRPEfF]|(?<=\d{4})[bBΒ]))"
)
WORD_BEHIND = re.compile(PERIOD + r"\s*(?P<word>[^\W\d_](?:[^\W\d_]|'(?=c)){1,11})\.?")
WORD_BEFORE = re.compile(
    r"(?P<word>[^\W\d_]{2,12}(?: [^\W\d_]{1,9})?)\.? (?P<period>(?:19|20)\d\d(?:[-/年].*)?)"
)  # Sơ bộ 2022
IN_ANGLES = re.compile(r"(?P<period>.*[^\W_])\s*<[A-Za-z]{1,2}>")  # 2023|Enero<P>
NAME_AND_YEAR = re.compile(
    r"(?P<name>[^\d(]*(?:[^\W\d]|\([^()\d]{1,24}\)))[ ,_-]{1,3}(?:19|20)\d\d"
)
# behind years beside others that are budgeted or expected: 2021 Actual, 2022 Budget
ACTUAL = re.compile(
    r"(?P<period>(?:19|20)\d\d(?:[-/]\d\d)?年?度?) ?\(?(?:actuals?|outturn|ist|réalisé|réel|realizado|ejecutado|ejecución|consuntivo|wykonanie|skutečnost|факт|исполнение|实际数?|决算数?|実績|決算)\)?",
    re.IGNORECASE,
)
VALUES = (
    "value",
    "values",
    "wert",
    "valeur",
    "valor",
    "valore",
    "waarde",
    "wartość",
    "hodnota",
    "значение",
)
MARK = re.compile(r"[A-Za-z]{1,4}|\d{1,2}")
SAMPLE = re.compile(r"\s*\([nN] ?= ?\d[\d .,']{0,12}\)$")  # how many were asked


def unmarked(text: str) -> str:
    """Return a label without what stands behind its period: a mark of a note, a status; not a unit.

    >>> [unmarked(text) for text in ("2013-14 (P)", "2013*", "2021 [r]", "2021 (kt)", "2022 prelim.", "2020 (base)")]
    ['2013-14', '2013', '2021', '2021 (kt)', '2022', '2020']
    >>> unmarked("Sơ bộ 2022"), unmarked("Prel. 2022"), unmarked("Export 2022")
    ('2022', '2022', 'Export 2022')
    >>> unmarked("2021 p)"), unmarked("2021年度速報")
    ('2021', '2021年度')
    >>> unmarked("2010B"), unmarked("2010Β"), unmarked("2021 (n=5,120)")
    ('2010', '2010', '2021')
    >>> unmarked("2020 (whole country)"), unmarked("2020 Census"), unmarked("Zone 2")
    ('2020 (whole country)', '2020 Census', 'Zone 2')
    """
    period, behind = _parted(text)
    known = not behind or bool(_status(behind)) or behind.casefold() in VALUES
    return period if known or (MARK.fullmatch(behind) and is_mark(behind)) else text


def unmarked_years(row: Sequence[str]) -> dict[str, str]:
    """Return the labels of one name and its years without what stands behind these, where one has a mark: Jobs 2020p.

    >>> unmarked_years(["Region", "Jobs 2020p", "Jobs 2021e", "Jobs 2022", "Route 2020e"])
    {'Jobs 2020p': 'Jobs 2020', 'Jobs 2021e': 'Jobs 2021', 'Jobs 2022': 'Jobs 2022'}
    >>> unmarked_years(["Region", "Jobs (%) 2020", "Jobs (%) 2021p"])
    {'Jobs (%) 2020': 'Jobs (%) 2020', 'Jobs (%) 2021p': 'Jobs (%) 2021'}
    """
    found = {t: of for t in row if (of := NAME_AND_YEAR.fullmatch(unmarked(t)))}
    counts = Counter(of["name"] for of in found.values())
    made = {t: of[0] for t, of in found.items() if counts[of["name"]] > 1}
    if noted := years_with_notes(row):
        return noted
    apart = len({*made.values()}) == len(made)
    return made if apart and any(t != alone for t, alone in made.items()) else {}


def without_actual(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the word that figures are actual ones from years over columns that are of one year each.

    >>> without_actual([["Item", "2021 Actual", "2022 Actual", "2023 Budget"], ["Tea", "1", "2", "3"]], 1)[0]
    ['Item', '2021', '2022', '2023 Budget']
    >>> without_actual([["Item", "2021 Actual", "2022 Actual", "2022 Budget"], ["Tea", "1", "2", "3"]], 1)
    """
    for i, row in enumerate(cells[:first]):
        own = [ACTUAL.fullmatch(text) for text in row]
        years = [text[:YEAR] for text in row if text[:2] in ("19", "20")]
        if any(own) and len({*years}) == len(years):
            made = [of["period"] if of else text for of, text in zip(own, row, strict=True)]
            return [made if n == i else list(other) for n, other in enumerate(cells)]
    return None


def years_with_notes(row: Sequence[str]) -> dict[str, str]:
    """Return years with the number of a note behind them among years that follow one another: 2001, 2002 2, 2003.

    >>> years_with_notes(["", "2001", "2002 2", "2003", "2004"]), years_with_notes(["", "2001", "2002 2", "2002 3", "2003"])
    ({'2002 2': '2002'}, {})
    >>> years_with_notes(["2001 1", "2001 2", "2002 1"]), years_with_notes(["2001", "2002 2"])
    ({}, {})
    """
    own = list(dict.fromkeys(text for text in row if text[:1].isdecimal()))
    made = {text: found[1] for text in own if (found := NOTED_YEAR.fullmatch(text))}
    years = [made.get(text, text) for text in own]
    plain = len(own) - len(made)
    if (
        not made
        or plain <= len(made)
        or plain < FEW
        or not all(t.isdecimal() and len(t) == YEAR for t in years)
    ):
        return {}
    steps = {int(b) - int(a) for a, b in pairwise(years)}
    return made if steps in ({1}, {-1}) else {}


@lru_cache(maxsize=4096)  # the periods of a long table
def status_behind(text: str) -> str:
    """Return the status that stands behind a period, as `obs_status` has it; empty where none does.

    >>> [status_behind(text) for text in ("2021p", "2022 (Forecast)", "2021 est.", "2023年预计", "2021 [r]", "2021 (1)")]
    ['provisional', 'forecast', 'provisional', 'forecast', 'revised', '']
    """
    return _status(_parted(text)[1])


def told_of_mark(text: str) -> Message:
    """Return what is to be said of what stands behind a period."""
    status = status_behind(text)
    return telling.status_of_period(text, status) if status else telling.MARKED


def text_in(row: Sequence[str], column: int | None) -> str:
    """Return what stands in a column of a line; nothing where the line has none.

    >>> text_in(["Peru", " 2021p"], 1), text_in(["Peru"], 1), text_in(["Peru"], None)
    ('2021p', '', '')
    """
    return row[column].strip() if column is not None and column < len(row) else ""


def status_over(header: Sequence[Sequence[str]], column: int) -> str:
    """Return the status that stands behind the periods over a column.

    >>> status_over([["Crop", "2020"], ["", "2021e"]], 1), status_over([["Crop", "2020 (kt)"]], 1)
    ('provisional', '')
    """
    texts = (row[column].strip() for row in header if column < len(row))
    return next(filter(None, map(status_behind, texts)), "")


def _parted(text: str) -> tuple[str, str]:
    """Return the period, and what stands behind it without brackets; nothing for stars."""
    if text.endswith(")") and "=" in text and (alone := SAMPLE.sub("", text)) != text:
        return alone, ""
    if found := BEHIND.fullmatch(text):
        behind = found["round"] or found["square"] or found["open"] or found["letter"] or ""
        return found["period"], behind.strip().replace("Β", "B")  # the Greek letter: a break
    if (found := WORD_BEHIND.fullmatch(text)) and _status(found["word"]):
        return found["period"], found["word"]
    if (found := WORD_BEFORE.fullmatch(text)) and _status(found["word"]):
        return found["period"], found["word"]
    found = IN_ANGLES.fullmatch(text)
    return (found["period"] if found else text), ""


def _status(mark: str) -> str:
    word = mark.casefold().rstrip(".")
    return WORDS.get(word) or STATUS_OF_FLAG.get(word, "")


def without_notes_of_years(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the number of a note from years in the first column that stand between the year before and that after.

    >>> rows = [["", "Tea"], ["1999", "5"], ["2000 7", "6"], ["2001", "7"]]
    >>> [row[0] for row in without_notes_of_years(rows, 1)], without_notes_of_years([*rows[:2], ["2010 7", "6"], rows[3]], 1)
    (['', '1999', '2000', '2001'], None)
    >>> rows = [["", "Tea"], ["1999", "5"], ["(4)2000", "6"], ["2005(2)", "7"], ["2006", "7"], ["2007", "8"]]
    >>> [row[0] for row in without_notes_of_years(rows, 1)]
    ['', '1999', '2000', '2005', '2006', '2007']
    """
    made = _without_bracketed_notes(cells, first)
    for i in range(first + 1, len(cells) - 1):
        found = NOTED_YEAR.fullmatch(cells[i][0]) if cells[i] else None
        beside = [row[0] if row else "" for row in (cells[i - 1], cells[i + 1])]
        if found and beside == [str(int(found[1]) + k) for k in (-1, 1)]:
            made = made or [list(row) for row in cells]
            made[i][0] = found[1]
    return made


def _without_bracketed_notes(cells: Cells, first: int) -> list[list[str]] | None:
    """Take the number of a note in brackets from years below one another, most of which are bare: (4)1970, 1970(4)."""
    found: dict[int, str] = {}
    for i in range(first, len(cells)):
        year = YEAR_IN_NOTES.fullmatch(cells[i][0]) if cells[i] else None
        if year is None:
            break
        found[i] = year[1]
    noted = [i for i, year in found.items() if cells[i][0] != year]
    years = [*found.values()]
    rise = years in (sorted({*years}), sorted({*years}, reverse=True))
    if not noted or len(years) < FEW or not rise or len(noted) * 2 > len(years):
        return None
    made = [list(row) for row in cells]
    for i in noted:
        made[i][0] = found[i]
    return made
