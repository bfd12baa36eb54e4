"""What is counted, where the names over the columns say only which part of it: men, urban, total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.hints import HEADER
from cpstats.store.recognising import asking, telling
from cpstats.store.recognising.classes import is_age, is_class
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.outside import subject_around
from cpstats.store.recognising.perhaps_places import texts_of
from cpstats.store.recognising.place_names import is_country
from cpstats.store.recognising.roles import OPEN
from cpstats.store.recognising.seen import as_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.message import Message
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.sheet import Sheet

FEWEST = 2  # countries
# what may be the name of the only figures that are meant: Rate, Index, Mean, Number
HOW = pattern(
    r"numbers?|rates?|index|indices|indeks|índice|indice|per ?cent(?:ages?)?|shares?|anzahl|anteil|quote|nombre|taux|effectifs?|número|tasa|"
    r"porcentaje|gross|net|brutto|netto|bruto|neto|mean|median",
    re.IGNORECASE,
)


def subject_of_classes(
    sheet: Sheet, outline: Outline, labels: Sequence[str], assume: Callable[[Message], None]
) -> str:
    """Return what sheet or file say is counted, where all labels of a table without a title are classes; else empty.

    `labels` stand over the columns; where none does, those of the one column of names are looked at.

    Raises
    ------
    QuestionError
        Where they say nothing of it.
    """
    beside = [c for c, kind in outline.keys.items() if kind in ("indicator", OPEN)]
    where = HEADER
    if len(beside) == 1 and not labels:
        labels = texts_of(sheet, outline, beside[0])
        where = asking.over(sheet, outline.header, beside[0])
    elif beside:
        return ""
    names = {label_of(text).name for text in labels}
    if "place" in outline.keys.values():
        _look_for_countries(sheet, outline, labels)
    if len(names) < 2 or not all(map(_says_who, names)):
        return ""
    found = subject_around(sheet.name)
    if found is None:
        raise asking.no_subject(sheet, as_seen(sheet, outline), labels[0], where)
    assume(telling.indicator_around(*found))
    return found[0]


def _look_for_countries(sheet: Sheet, outline: Outline, labels: Sequence[str]) -> None:
    """Raise the question of what is counted where names over the columns are countries, beside a column of places."""
    countries = [text for text in labels if is_country(text)]
    if len(countries) < FEWEST and not any(" " in text for text in countries):
        return  # Chicken, Turkey
    if len(countries) == len(labels):
        raise asking.no_subject(sheet, as_seen(sheet, outline), countries[0])
    column = next(
        c for i in outline.header for c, t in enumerate(sheet.rows[i]) if t.strip() == countries[0]
    )
    raise asking.countries_among(sheet, outline.header, column, countries)


def _says_who(name: str) -> bool:
    """Whether a name says only which of them are counted: men, the urban, those of an age."""
    return is_age(name) or (is_class(name) and not HOW.fullmatch(name))
