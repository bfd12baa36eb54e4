"""Units as the lines around a table say them: after a word for them, in brackets, several, in two languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.traditional import simplified
from cpstats.model.unit import Unit
from cpstats.store.recognising.header_words import is_rank, role_of
from cpstats.store.recognising.price_basis import only_prices
from cpstats.store.recognising.unit_words import in_english, is_scaled, is_unit, is_unit_behind
from cpstats.store.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

UNIT = pattern(r"(?:[单単]位\s*(?::|为|均为|是)|단위\s*:?)\s*([^\s()。,;]+)")
UNIT_OF_ALL = pattern(
    r"\(?(?:(?:all )?(?:figures?|values?|data|amounts?|numbers?|quantit(?:y|ies)|volumes?|prices)(?: (?:are|expressed|given|shown|are expressed|are given))?(?: in|:(?: in)?)|"
    r"(?:alle )?(?:angaben|werte|zahlen|beträge) in|(?:données|chiffres|valeurs|montants)(?: exprimée?s)? en|"
    r"(?:cifras|datos|valores)(?: expresad[ao]s)? en|(?:dados|valores)(?: expressos)? em|(?:dati|valori)(?: espressi)? in|"
    r"(?:dane|wartości) w|(?:cijfers|bedragen|waarden) in|данные в|unit(?:s|é|ad|à)?:?|in|en|em)\s+(?P<unit>[^,;:()]{1,40})\)?",
    re.IGNORECASE,
)
OF_NUMBERS = pattern(  # one of the sentences in long brackets
    r"(?:^|[.;] ?)(?:\d{1,2} )?(?:numbers|figures|estimates|amounts|values) (?:are )?in (?P<unit>thousands|millions|billions)(?=[,.;]|$)",
    re.IGNORECASE,
)
OF_NOTE = pattern(
    r"^(?:notes?|remarks?|anmerkung|hinweis|nota|note|uwaga) ?: ?|^\d\)? ", re.IGNORECASE
)
SENTENCE = pattern(r"[.;] +")
INDEX_OF = pattern(r"index,? ?\(?((?:19|20)\d\d) ?= ?100\)?", re.IGNORECASE)
YEAR_BEFORE = "上年=100"  # an index on the year before, which is said in words too
ON_YEAR_BEFORE = pattern(
    r"(?:in )?(?:per ?cent(?:age)?|%) (?:to|of) (?:the )?(?:previous|preceding|last) year|в (?:процентах|%) к предыдущему году",
    re.IGNORECASE,
)
IN_PER_CENT = pattern(r"^(?:en|in|em|i)%$")  # (en%)
WORD_OF_BASE = pattern(
    r"(?:index )?(?:base|reference) (?:period|year|date)|basisjahr|basiszeitraum|année de (?:base|référence)|año base|ano base|基期",
    re.IGNORECASE,
)
SHARES = pattern(r"\s*(?:in )?(?:%|per ?cent\b)", re.IGNORECASE)
LATIN = pattern(r"[A-Za-z]")
LONGEST = 8  # words of a unit
CLOSED = pattern(r"[\s()。]")  # what ends a line of units
ENDED = pattern(r"[()。]")
OF_MONEY = pattern(r"(?:金[额額]|[数數][额額]|[价價]值)\((?P<unit>[^()]+)\)")  # of amounts only
BRACKETED = pattern(r"[(\[]([^()\[\]]+)[)\]]")
SEVERAL = pattern(r"[、，,;；/和及与]")


def unit_in(notes: list[str]) -> str:
    """Return the unit that notes below a table name; empty where they name none, or several.

    >>> unit_in(["注:单位为万元。"]), unit_in(["注:产值单位为万元,人口单位为万人"])
    ('万元', '')
    """
    said = (unit for note in notes for unit in UNIT.findall(simplified(plain(note))))
    found = {unit for unit in said if is_unit(unit) or all(map(is_unit, SEVERAL.split(unit)))}
    found |= {unit for note in notes if (unit := _all_in(plain(note).strip()))}
    return found.pop() if len(found) == 1 else ""


def _all_in(note: str) -> str:
    """Return the unit of a note that says nothing else: (milliards d'euros), Figures in thousands.

    >>> _all_in("Angaben in Mio. EUR"), _all_in("(thousand tonnes)"), _all_in("Sales in million euro of all shops")
    ('Mio. EUR', 'thousand tonnes', '')
    >>> _all_in("Note: Figures are in lakh tonnes. (P) Provisional."), _all_in("2. Values are in kt, but for tea.")
    ('lakh tonnes', '')
    """
    sentences = SENTENCE.split(OF_NOTE.sub("", note, count=1).rstrip(". "))
    found = [said for text in (note.rstrip(". "), *sentences) if (said := _said_of_all(text))]
    return found[0] if found else bracketed(note, index=False)


def _said_of_all(text: str) -> str:
    said = UNIT_OF_ALL.fullmatch(text.strip())
    unit = said["unit"].strip() if said else ""
    return unit if is_unit(unit) else ""


def all_units(text: str, start: int, stop: int) -> str:
    """Return the unit that stands in a text, with those behind its comma where all are units; one of amounts only whole.

    >>> all_units("单位:亿元,比上年增长%", 3, 5)
    '亿元、%'
    >>> all_units("单位:金额(千元)", 3, 5), all_units("单位:万元,人", 3, 5), all_units("单位:万元(人民币)", 3, 5)
    ('金额(千元)', '万元,人', '万元')
    """
    if of_money := OF_MONEY.match(text, start):
        return of_money[0] if is_unit(of_money["unit"]) else text[start:stop]
    if several := _with_per_cent(ENDED.split(text[start:], maxsplit=1)[0]):
        return several
    behind = CLOSED.split(text[start:], maxsplit=1)[0]
    return behind if units_in(behind) else text[start:stop]


def unit_of_cell(value: str) -> str:
    """Return the unit that a cell beside the word for it says, whole: nothing of it is dropped but the prices.

    >>> unit_of_cell("Current prices, million euro"), unit_of_cell("Thousand hours worked"), unit_of_cell("万元 人")
    ('million euro', 'Thousand hours worked', '')
    """
    if not value[:1].isascii():
        return value if is_unit(value) else ""
    return unit_of_index(value) or only_prices(value) or value


def unit_of_pair(word: str, value: str) -> str:
    """Return the unit that a word and the cell beside it say: Unit:, or what is 100; empty where they say none.

    >>> unit_of_pair("Base Period", "2010-12=100"), unit_of_pair("Base Period", "2010"), unit_of_pair("Basisjahr", "2015 = 100")
    ('2010-12=100', '', '2015=100')
    >>> unit_of_pair("Unit", "Thousand hours worked"), unit_of_pair("Item", "Bread")
    ('Thousand hours worked', '')
    """
    if role_of(word) == "unit":
        return unit_of_cell(value)
    base = value.replace(" = ", "=") if WORD_OF_BASE.fullmatch(word) else ""
    return base if base.endswith("=100") and is_unit(base) else ""


def unit_of_all(text: str) -> str:
    """Return the unit that a line says of all figures, without brackets: Amount in USD million; empty where it says none.

    >>> unit_of_all("Amount in USD million"), unit_of_all("In million pesos"), unit_of_all("Jobs in kt"), unit_of_all("In Rome")
    ('USD million', 'million pesos', '', '')
    """
    said = UNIT_OF_ALL.fullmatch(text.strip())
    return said["unit"].strip() if said and is_unit(said["unit"].strip()) else ""


def unit_behind(text: str) -> str:
    """Return the unit in brackets at the end of a text: Current prices (USD millions); empty where none is."""
    found = BRACKETED.search(text) if text.endswith((")", "]")) else None
    return found[1] if found and is_unit(found[1]) else ""


def unit_of_index(value: str) -> str:
    """Return the unit of an index that says nothing but its base: Index 2015=100."""
    base = INDEX_OF.fullmatch(value)
    return f"{base[1]}=100" if base else ""


def unit_first(value: str) -> str:
    """Return a unit in words, several of them, or the first word of a text that begins with one."""
    value = value.strip()
    if index := unit_of_index(value):
        return index
    if several := _with_per_cent(value):
        return several
    whole = value[:1].isascii() and len(value.split()) <= LONGEST  # Percentage of employment
    return value if whole or is_unit(value) or units_in(value) else value.split(" ")[0]


def _with_per_cent(value: str) -> str:
    """Return units of which one is per cent, of whatever words say before it; empty where others are named, or one.

    >>> _with_per_cent("십억원, 전년동기비 %"), _with_per_cent("kt, growth in %"), _with_per_cent("kt, %"), _with_per_cent("kt, net")
    ('십억원、%', 'kt、%', '', '')
    """
    parts = [part.strip() for part in SEVERAL.split(value)]
    made = [part if is_unit(part) else "%" if part.endswith("%") else "" for part in parts]
    return "、".join(made) if made != parts and all(made) and len({*made}) == len(parts) > 1 else ""


def units_in(text: str) -> list[str]:
    """Return the units of a text that names several; empty where it names one, or none.

    >>> units_in("万元、人"), units_in("million USD, persons"), units_in("元/人"), units_in("t, net")
    (['万元', '人'], ['million USD', 'persons'], [], [])
    """
    parts = [] if is_unit(text) else [part.strip() for part in SEVERAL.split(text)]
    return parts if len(parts) > 1 and all(map(is_unit, parts)) else []


def says_several(text: str) -> bool:
    """Whether a text that is no unit says several; a rate that is not known is one: mt/ha.

    >>> says_several("万元、人"), says_several("千米/人和元"), says_several("mt/ha"), says_several("EUR/t")
    (True, True, False, False)
    """
    if is_unit(text):
        return False
    rate = text.isascii() and text.count("/") == 1 and not all(map(is_unit, text.split("/")))
    return SEVERAL.search(text.replace("/", "") if rate else text) is not None


def in_languages(cells: Sequence[str], *, index: bool) -> str:
    """Return the unit of a line that says it in brackets, in a language each cell: (в процентах), (in per cent).

    `index` is whether a line above the table speaks of one: of growth a base says no more than what it grew on.
    """
    inside = [found[1].strip() for c in cells if (found := BRACKETED.fullmatch(c.strip()))]
    if len(inside) < 2 or len(inside) < len(cells):
        return ""
    if index and any(map(ON_YEAR_BEFORE.fullmatch, inside)):
        return YEAR_BEFORE
    return next(filter(is_unit, inside), "")


def in_one_language(unit: str) -> str:
    """Return of a unit that is said in several languages the first that is known; any other text as it is.

    >>> in_one_language("млн.м³ /mln m³"), in_one_language("kg/millier"), in_one_language("km/h")
    ('mln m³', 'kg/millier', 'km/h')
    """
    pieces = [piece.strip() for piece in unit.split("/")]
    known = [piece for piece in pieces if is_unit(piece)]
    found = {Unit.of(in_english(piece)) for piece in known}
    same = {(u.root, u.power, u.code) for u in found}
    several = len(pieces) > 1 and not is_unit(unit) and len(same) == 1
    tongues = {LATIN.search(piece) is None for piece in pieces} == {True, False}
    return known[0] if several and (tongues or len(known) == len(pieces)) else unit


def bracketed(text: str, *, index: bool) -> str:
    """Return the unit of a line that says nothing else: (100 million yuan)."""
    found = BRACKETED.fullmatch(text.strip())
    inside = IN_PER_CENT.sub("%", found[1].strip()) if found else ""
    inside = in_one_language(inside)
    if sentence := OF_NUMBERS.search(inside):
        return sentence["unit"]
    if index and ON_YEAR_BEFORE.fullmatch(inside):
        return YEAR_BEFORE
    when, sign, behind = inside.rpartition(";")  # (на конец года; тысяч человек)
    if sign and SHARES.match(behind) and (is_unit(when) or is_scaled(when)):
        return f"{when}、%"  # (CLP billion; % of GDP in italics)
    if sign and when and (is_unit(behind.strip()) or is_scaled(behind.strip())):
        return behind.strip()
    said = UNIT_OF_ALL.fullmatch(inside)  # [Numbers in thousands]
    inside = said["unit"] if said and (is_unit(said["unit"]) or is_scaled(said["unit"])) else inside
    return inside if is_unit_behind(inside) or (said and is_scaled(inside)) else ""


def unit_beside(label: str, unit: str) -> str:
    """Return what a column of units says of the figures below a label, which may name a unit of its own.

    >>> unit_beside("Quantity", "kt"), unit_beside("Rupees", "kt"), unit_beside("% Quantity", "kt")
    ('kt', 'Rupees', '%')
    >>> unit_beside("rank", "USD"), unit_beside("人均排名", "元"), unit_beside("Median", "USD")
    ('', '', 'USD')
    """
    if unit and is_rank(label):
        return ""
    if unit and is_unit(label):
        return label
    return "%" if unit and "%" in label else unit
