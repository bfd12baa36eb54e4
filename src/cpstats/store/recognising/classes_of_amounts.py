"""What is counted by classes of an amount, whose unit the title has: Households by income (EUR)."""

from __future__ import annotations

import re

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.recognising.doubts import NAME, UNIT
from cpstats.store.recognising.unit_words import in_english

BY_AMOUNT = pattern(
    r"(?:number of |anzahl der |nombre de |número de )?(?:households?|families|dwellings?|homes|tenants|taxpayers|pensioners|persons|people|population|workers|employees|employed persons|earners|students|"
    r"enterprises|companies|firms|businesses|farms|holdings|shops|loans|haushalte|personen|familien|wohnungen|beschäftigte|arbeitnehmer|unternehmen|betriebe|ménages|personnes|familles|logements|salariés|entreprises|"
    r"hogares|personas|familias|viviendas|asalariados|empresas|domicílios|pessoas|famílias|famiglie|persone|aziende|imprese|huishoudens|personen|bedrijven|gospodarstwa|osoby|домохозяйства|население|работники|предприятия|организации)"
    r",? (?:by|nach|par|por|per|según|naar|wg|po|по) (?:[^\W\d]{2,15} ){0,3}?(?:incomes?|wages?|salar(?:y|ies)|earnings|pay|pensions?|rents?|prices?|value|turnover|sales|revenues?|expenditure|assets|debt|"
    r"[^\W\d]{0,15}einkommens?(?:klassen|gruppen)?|umsatz(?:klassen|größenklassen)?|[^\W\d]{0,15}miete|[^\W\d]{0,15}lohn|revenus?|salaires?|loyer|chiffre d'affaires|ingresos?|rentas?|salarios?|renda|rendimento|reddito|fatturato|inkomen|omzet|dochodu|"
    r"доход(?:у|ам|ов)?|зарплат[еы]|выручк[еи])(?: (?:class|classes|groups?|bands?|brackets?|range))?",
    re.IGNORECASE,
)
CLASS = pattern(r"[^\d]{0,20}\d[\d .,'’]{0,12}(?:[^\d]{1,12}\d[\d .,'’]{0,12})?[^\d]{0,20}")


def counts_by_amounts(name: str, unit: str) -> bool:
    """Whether a name is of what is counted in a class of an amount, and a unit is money: that of the classes.

    >>> counts_by_amounts("Households by income, 500-1000", "EUR"), counts_by_amounts("Households by income, 500-1000", "thousand")
    (True, False)
    >>> counts_by_amounts("Sales by turnover, 0-10", "EUR"), counts_by_amounts("Households by region, 1 Nord", "EUR")
    (False, False)
    >>> counts_by_amounts("Households by income", "EUR"), counts_by_amounts("Households by income, all", "EUR")
    (True, False)
    """
    whole, _, last = name.rpartition(", ")
    of_class = unit and BY_AMOUNT.fullmatch(whole) and CLASS.fullmatch(last)
    if not of_class and not (unit and BY_AMOUNT.fullmatch(name)):
        return False
    return Unit.of(in_english(unit)).is_money


def without_units_of_classes(rows: list[list[str]], title: str) -> list[Message]:
    """Take the unit that a title has behind classes of an amount from what is counted in these; return what is to be said."""
    taken: dict[str, None] = {}
    for row in rows:
        if row[UNIT] in title and counts_by_amounts(row[NAME], row[UNIT]):
            taken[row[UNIT]] = None
            row[UNIT] = ""
    return [_told(unit) for unit in taken]


def _told(unit: str) -> Message:
    return Message(
        "the figures count what lies in each class; “{}” in the title is taken for the unit of the classes (--unit names that of the figures)",
        "数据为各组的数目；标题中的“{}”视为分组的单位（可用 --unit 指定数据的单位）",
        unit,
    )
