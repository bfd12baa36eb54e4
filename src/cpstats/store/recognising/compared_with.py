"""Labels that say no more than what a figure is held against: к предыдущему месяцу, compared to the previous month.

Of what they are, the label before them that says the same of another time tells, or the title: they are no name alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import is_number
from cpstats.store.recognising.index_words import only_base, without_year_before
from cpstats.store.recognising.labels import figures_of, label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.labels import Label

    Cells = Sequence[Sequence[str]]

CHINESE = pattern(r"[\u4e00-\u9fff]")
STUBS = 3  # columns at the left that may hold names
_SLAVIC_UNIT = r"(?:(?:в|у) )?(?:(?:%|процентах|відсотках) )?"
_MONTHS_RU = r"(?:декабрю|январю|июню|грудня|січня)"
RUSSIAN = (
    rf"{_SLAVIC_UNIT}(?:к(?: концу)?|ко|по отношению к|по сравнению с|до) "
    r"(?:(?:предыдущ|прошл|соответств|аналогичн|попередн|минул|відповідн)\w{2,8}|соотв\.|пред\.|прошл\.) "
    r"(?:период\w|месяц\w|квартал\w|неделе|году|дню|період\w|місяц\w|року|тижня)"
    r"(?: (?:предыдущ|прошл|попередн|минул)\w{2,5} (?:года|року)| (?:пред|прошл)\. года)?"
    rf"|{_SLAVIC_UNIT}(?:к|до) {_MONTHS_RU} (?:(?:предыдущ|прошл|попередн|минул|отчетн)\w{{2,5}}|пред\.|прошл\.) (?:года|року)"
)
_BEFORE_EN = r"(?:previous|preceding|prior|last)"
ENGLISH = (
    r"(?:(?:in |as )?(?:an? )?(?:%|per ?cent(?:age)?) (?:to|of|on|over|against|compared (?:to|with))|(?:as )?compared (?:to|with)|relative to|in relation to|against) (?:the )?"
    rf"(?:{_BEFORE_EN} (?:month|quarter|week|period)|(?:same|corresponding) (?:period|month|quarter) (?:of|in) (?:the )?{_BEFORE_EN} year|december (?:of )?(?:the )?{_BEFORE_EN} year)"
)
FRENCH = r"(?:en % )?(?:par rapport (?:au?|à la)|comparé au) (?:mois|trimestre|même mois|même trimestre|période) (?:précédente?|de l['’]année précédente)"
SPANISH = r"(?:en % )?(?:respecto (?:al?|del)|con respecto al|frente al) (?:mes|trimestre|mismo mes|mismo trimestre|per[ií]odo) (?:anterior|del año anterior)"
GERMAN = r"(?:in % )?(?:gegenüber|im vergleich zu[mr]?) (?:dem |der )?(?:vormonat|vorquartal|vorjahresmonat|vorjahresquartal|vorperiode)"
SAID = f"{RUSSIAN}|{ENGLISH}|{FRENCH}|{SPANISH}|{GERMAN}"
PER_CENT = pattern(
    r"^\(?(?:(?:в|у|in|as|en) )?(?:an? )?(?:%|процентах|відсотках|per ?cent(?:age)?) (?=.{3})",
    re.IGNORECASE,
)
KIND = r"(?:current|accumulated|cumulative|monthly)(?: period)? (?:value|amount|growth(?: rate)?)(?: \(%\))?"
ONLY = pattern(rf"\(?(?:{SAID}|{KIND})(?:,? ?%)?\)?", re.IGNORECASE)
AT_END = pattern(rf"[ ,;:(–-]{{1,3}}(?:{SAID})(?:,? ?%)?\)?$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def says_only_comparison(text: str) -> bool:
    """Whether a label says no more than what its figures are held against.

    >>> [says_only_comparison(t) for t in ("к предыдущему месяцу", "в % к декабрю прошлого года", "compared to the previous month")]
    [True, True, True]
    >>> [says_only_comparison(t) for t in ("Цены, к предыдущему месяцу", "Previous month", "against", "")]
    [False, False, False, False]
    """
    return len(text) < 80 and ONLY.fullmatch(text.strip()) is not None


def of_subject(text: str) -> str:
    """Return what a label counts that ends with what it is held against; empty for others.

    >>> of_subject("Цены, к соответствующему месяцу прошлого года"), of_subject("Prices (compared to the previous month)"), of_subject("Prices")
    ('Цены', 'Prices', '')
    """
    found = AT_END.search(text)
    return text[: found.start()].rstrip(" ,;:(") if found else ""


def joined(subject: str, text: str) -> str:
    """Return the name of what is counted with what it is held against; its per cent sign is the unit, but of the year before 100.

    >>> joined("Цены", "в % к предыдущему месяцу"), joined("Цены", "в % к предыдущему году")
    ('Цены, к предыдущему месяцу (%)', 'Цены, в % к предыдущему году')
    """
    own = label_of(subject)
    subject = own.name if own.unit == "%" else subject  # its sign stands behind both
    bare = PER_CENT.sub("", text)
    if bare == text or without_year_before(text) is not None:
        return f"{subject}, {text}"
    return f"{subject}, {bare.removesuffix(')')} (%)"


def are_kinds(texts: Sequence[str]) -> bool:
    """Whether all names beside figures say only what kind of figures these are.

    >>> are_kinds(["当月", "累计", "当月"]), are_kinds(["产值", "累计"]), are_kinds([])
    (True, False, False)
    """
    return bool(texts) and all(figures_of(text) for text in {*texts})


def of_titled(titled: str, row: str, label: str, *, kinds: bool = False) -> tuple[str, str]:
    """Return the names beside and over a figure with what a title names, where they say only what is 100 or what it is held against.

    `kinds` is whether all names beside the figures say only what kind of figures these are.

    >>> of_titled("Prices", "", "compared to the previous month"), of_titled("Prices", "Tea", "Kent")
    (('', 'Prices, compared to the previous month'), ('Tea', 'Kent'))
    >>> of_titled("指数", "", "上年同月=100")
    ('', '指数(上年同月=100)')
    >>> of_titled("产值", "当月", "", kinds=True), of_titled("Output", "Growth (%)", "", kinds=True)
    (('产值当期值', ''), ('Output, Growth (%)', ''))
    """
    if titled and not row and (base := only_base(label)):  # 上年同月=100
        return row, f"{titled}({base})"
    if titled and kinds and row and not label:
        return _of_kind(label_of(titled), row), label
    if titled and says_only_comparison(row):
        return joined(titled, row), label
    if titled and not row and says_only_comparison(label):
        return row, joined(titled, label)
    return row, label


def _of_kind(own: Label, row: str) -> str:
    """Return the name of a title with a word for the kind of figure, and its unit where they are levels."""
    kind, chinese = figures_of(row), CHINESE.search(own.name[-1:]) is not None
    level = kind is not None and kind.measure == "level" and not kind.unit
    unit = f"({own.unit})" if own.unit and level else ""
    if chinese and kind and level and kind.cumulated is not None:
        row = "累计值" if kind.cumulated else "当期值"
    return f"{own.name}{'' if chinese else ', '}{row}{unit}"


def with_subjects(cells: Cells, first: int) -> list[list[str]] | None:
    """Give labels that say only a comparison the name of the label before them, to the left or above, that ends with one; None where none do.

    >>> with_subjects([["", "Prices, in % of the previous quarter", "compared to the previous month"], ["2020-01", "4", "5"]], 1)[0][2]
    'Prices, compared to the previous month'
    """
    said = {text for row in cells[:first] for text in row}
    said.update(text for row in cells[first:] for text in row[:STUBS])
    if not any(map(says_only_comparison, said)):
        return None
    made = [list(row) for row in cells]
    for row in made[:first]:
        subject = ""
        for c, text in enumerate(row):
            subject = _completed(row, c, text, subject) if text else subject
    for c in range(STUBS):
        subject = ""
        for row in made[first:]:
            text = row[c] if c < len(row) else ""
            if text and not is_number(text):
                subject = _completed(row, c, text, subject)
    return made if made != [[*row] for row in cells] else None


def _completed(row: list[str], column: int, text: str, subject: str) -> str:
    """Complete a label that is only a comparison, and return what the labels behind it are of."""
    if not says_only_comparison(text):
        return of_subject(text)
    if subject:
        row[column] = joined(subject, text)
    return subject
