"""Marks behind periods that a line below the table explains: 2022*, * Preliminary, * January to June; they become that."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.part_of_title import part_of_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.sheet import Sheet

WORDS = {
    "provisional": "provisional|preliminary|preliminar(?:es)?|vorläufige?|provisoires?|provis[oó]ri[oa]s?|provvisori[oa]|provisionales|voorlopige?|"
    "nader voorlopig|wstępne|dane wstępne|předběžn[áéý]|предварительные|предварительно|foreløpige?|foreløbige?|preliminära?|ennakkotieto|"
    "初步数?|初步核算数?|暂定|速報値?|暫定値?|잠정치?",
    "forecast": "forecasts?|projections?|projected|targets?|budget|plan(?:ned)?|prognosen?|prévisions?|previsión|previsões|previsione|prognoza|прогноз|план|"
    "raming|ennuste|预测数?|预计数?|计划数?|目标|予測値?|전망치?",
    "revised": "revised|revidiert|révisée?s?|revisad[oa]s?|rivist[oi]|herzien|уточненные|修订数?|改定値?",
}
BEHIND = "(?: (?:data|figures?|numbers?|results?|values?|estimates?|daten|werte|zahlen|ergebnisse?|données|datos|dados|dati|cijfers?|данные|tall|tal))?"
MEANT = {
    status: re.compile(rf"(?:{words}){BEHIND}", re.IGNORECASE) for status, words in WORDS.items()
}
ONLY = re.compile(  # * Data for January to September 2023 only
    r"(?:(?:data|figures?|results?|daten|zahlen|données|datos|dados) )?(?:for |of |in )?(?:the )?(?P<part>[^\d()]{3,30}?)(?: (?:of |de )?(?:19|20)\d\d)?(?: only)?",
    re.IGNORECASE,
)
MARK = r"\*{1,3}|[+†‡#]|\(?[1-9]\)|[¹²³]"
NOTE = re.compile(rf"(?<!\S)(?P<mark>{MARK})\s*[:=–-]?\s*(?P<words>[^\W\d_][^*+†‡#¹²³;:.()]*)")
MARKED = re.compile(rf"(?P<period>.*\d)\s*(?P<mark>{MARK})")
LONGEST = 30  # of a period


def with_marks_explained(sheet: Sheet) -> Sheet:
    """Return a sheet whose marked periods have behind them what a line below says of the mark.

    >>> from cpstats.store.sheet import Sheet
    >>> rows = (("", "2020", "2021*", "2022 +"), ("Tea", "5", "6", "7"), ("* Preliminary data; + target", "", "", ""))
    >>> with_marks_explained(Sheet("a.csv", rows, (1, 2, 3))).rows[0]
    ('', '2020', '2021 (provisional)', '2022 (forecast)')
    >>> rows = (("", "2021*"), ("Tea", "6"), ("* Without Ostland", ""))
    >>> with_marks_explained(Sheet("a.csv", rows, (1, 2, 3))).rows[0]
    ('', '2021*')
    """
    notes: dict[str, str] = {}
    for row in sheet.rows[1:]:
        own = {text for text in row if text.strip()}
        if len(own) == 1:  # a merged one stands in several cells
            notes |= _explained(own.pop())
    if not notes:
        return sheet
    rows = tuple(_written(row, notes) for row in sheet.rows)
    return sheet if rows == sheet.rows else replace(sheet, rows=rows)


def _explained(text: str) -> dict[str, str]:
    """Return what the marks of a line of notes say of the state of figures.

    >>> _explained("1) Vorläufige Werte."), _explained("* Provisional  + Target"), _explained("* Preliminary for towns")
    ({'1': 'provisional'}, {'*': 'provisional', '+': 'forecast'}, {})
    >>> _explained("* January to September"), _explained("* Data for the first half of 2023 only"), _explained("* Taken in March")
    ({'*': 'January to September'}, {'*': 'first half'}, {})
    """
    made = {}
    for found in NOTE.finditer(text):
        said = next((s for s, of in MEANT.items() if of.fullmatch(found["words"].strip(" ,"))), "")
        said = said or _part_of_year(found["words"])
        if said:
            made[_bare(found["mark"])] = said
    return made


def _part_of_year(words: str) -> str:
    """Return the part of a year that words say and nothing else."""
    found = ONLY.fullmatch(words.strip(" ,"))
    part = found["part"] if found else ""
    return part if part and part_of_title(part) == part else ""


def _bare(mark: str) -> str:
    """Return a mark without its brackets; a small number as it stands on the line."""
    return mark.strip("()").translate(str.maketrans("¹²³", "123"))


def _written(row: Sequence[str], notes: dict[str, str]) -> tuple[str, ...]:
    return tuple(_with_status(text, notes) for text in row)


def _with_status(text: str, notes: dict[str, str]) -> str:
    found = MARKED.fullmatch(text.strip()) if 4 < len(text) < LONGEST else None
    status = notes.get(_bare(found["mark"])) if found else None
    if found is None or status is None or period_of(found["period"].strip()) is None:
        return text
    return f"{found['period'].strip()} ({status})"
