"""Columns that are called by a currency below a title of exchange rates, or of what is divided by currency.

It is what the money is worth, or what the part of a debt is to be paid in; not in what the figures are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.recognising.unit_words import in_english, is_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[Sequence[str]]

RATES = pattern(
    r"\b(?:exchange rates?|currency rates?|taux de change|tipos? de cambio|taxas? de câmbio|tassi? di cambio|wechselkurse?|"
    r"devisenkurse?|wisselkoers\w*|курс\w* (?:валют\w*|рубля|тенге|гривны)|обменн\w+ курс\w*|kursy walut|döviz kur\w*)\b|汇率|匯率|為替|환율",
    re.IGNORECASE,
)
BY_CURRENCY = pattern(  # what is counted is divided by the money that it is in
    r"\bby (?:type of |original )?currenc(?:y|ies)\b|\bcurrency (?:composition|structure|breakdown)\b|\bnach währung\w*|\bpar devises?\b|"
    r"\bpor (?:tipo de )?monedas?\b|\bpor moedas?\b|\bper valuta\b|по валютам|按币种|分币种|按幣種",
    re.IGNORECASE,
)
INSIDE = pattern(r"\(([^()]*)\)")
CHINESE = pattern(r"[\u4e00-\u9fff]")


def with_names_of_currencies(cells: Cells, first: int) -> list[list[str]] | None:
    """Say of labels that are nothing but money, below a line that tells of exchange rates, that they are such; None where there are none.

    >>> with_names_of_currencies([["Exchange rates, rupees"], ["Month", "Euro", "Yen"], ["May", "5", "6"]], 2)[1]
    ['Month', 'Euro exchange rate', 'Yen exchange rate']
    >>> with_names_of_currencies([["Debt by currency (USD million)"], ["Year", "Euro", "Other"], ["2020", "5", "6"]], 2)[1]
    ['Year', 'Euro-denominated', 'Other']
    >>> with_names_of_currencies([["Sales of tea"], ["Month", "Euro", "Yen"], ["May", "5", "6"]], 2)
    """
    lines = [text for row in cells[:first] for text in row]
    amounts = any(
        Unit.of(in_english(t)).power for text in lines for t in INSIDE.findall(text) if is_unit(t)
    )
    divided = any(map(BY_CURRENCY.search, lines))
    if first < 1 or not (divided or (not amounts and any(map(RATES.search, lines)))):
        return None
    made = [list(row) for row in cells]
    words = ("计价", "-denominated") if divided else ("汇率", " exchange rate")
    made[first - 1] = [
        _named(text, *words) if c else text for c, text in enumerate(made[first - 1])
    ]
    return made if made[first - 1] != list(cells[first - 1]) else None


def _named(label: str, chinese: str, english: str) -> str:
    if not is_unit(label):
        return label
    unit = Unit.of(in_english(label))
    if not unit.is_money or unit.power:
        return label
    return f"{label}{chinese if CHINESE.search(label) else english}"
