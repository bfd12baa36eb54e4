"""At which prices the amounts of a table are: said by the user, a unit, a name, a line above or below.

A line that speaks of growth says nothing of levels: 增长速度按不变价格计算 leaves them at current prices.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.prices import without_prices
from cpstats.model.unit import Unit
from cpstats.store.recognising.unit_words import (
    in_english,
    is_unit,
    is_unit_behind,
    unit_alone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.recognised import Recognised

CONSTANT = (
    r"chain(?:ed|[- ]linked)[- ](?:volumes?(?: measures?)?|(?:\(?\d{4}\)? )?(?:dollars|euros?|pounds)|prices)"
    r"|chain volumes?(?: measures?)?"
    r"|(?:at |in )?constant(?: \(?\d{4}(?:[-/]\d{2,4})?\)?)? (?:basic |market )?(?:prices?|dollars|US\$|euros?)"
    r"|\bconstant(?:es?)? ?\((?:19|20)\d\d\)"
    r"|\breal (?:gross|gdp|gnp|gva|gni|output|value added|national|household|disposable|consumption|expenditure|wages?|earnings|incomes?)\b"
    r"|[(,] ?real(?=[,)])|in real terms"
    r"|(?:at |in )?\d{4} (?:basic |market )?prices|prix constants|precios constantes"
    r"|(?:at|in) prices of (?:19|20)\d\d|\b(?:precios|preços|prix|prezzi) d(?:e|el|o|u)(?: l'| el año | )(?:19|20)\d\d"
    r"|preços constantes|konstante[nr]? preise[n]?|preisbereinigt|verkettet|不变价格?|可比价格?|實質|実質|固定価格"
    r"|\b(?:CLV|CVM)\b|(?:volumes?|prix) chaînés|euros constants|encadenad\w{1,2}|encadead\w{1,2}|prezzi costanti|valori concatenati"
    r"|\b(?:pesos|soles|euros|reais|dólares|colones|quetzales|bolivianos)(?: constantes)? de (?:19|20)\d\d|in preisen von (?:19|20)\d\d"
    r"|(?:(?<=[·|,，(（])|(?<=[·|–—,] ))(?:19|20)\d\d年价格?(?=$|[)）])"
    r"|constante prijzen|fast[ae] priser|(?:постоянных|сопоставимых|неизменных|постійних) цен\w{0,3}|в ценах (?:19|20)\d\d|cenach (?:stałych|porównywalnych)|ceny stałe"
    r"|stál\w{1,3} cen\w{0,3}|sabit fiyat\w{0,6}|zincirlenmiş hacim|불변(?:시장)?가격|실질|giá so sánh|harga konstan|\bADHK\b|الأسعار الثابتة|بالأسعار الثابتة|स्थिर (?:मूल्य|कीमत)"
)
CURRENT = (
    r"(?:at |in )?current (?:basic |market )?(?:prices?|dollars)|prix courants|precios corrientes"
    r"|\b(?:pesos|soles|euros|reais|dólares|colones|quetzales|bolivianos|francs|dollars) (?:corrientes|courants|correntes)"
    r"|preços correntes|jeweilige[nr]? preise[n]?|当年价格?|现价|當年價格?|名目|prezzi correnti|lopende prijzen|l[öø]pende priser|løbende priser"
    r"|(?:текущих|действующих|поточних) (?:и\b|цен\w{0,3})|cenach bieżących|ceny bieżące|cari fiyat\w{0,6}|(?:당해년|경상|당해)가격|명목|giá (?:hiện hành|thực tế)"
    r"|harga berlaku|\bADHB\b|الأسعار الجارية|بالأسعار الجارية|वर्तमान (?:मूल्य|कीमत)"
)
WORDS = {
    basis: pattern(words, re.IGNORECASE)
    for basis, words in (("constant", CONSTANT), ("current", CURRENT))
}
LAST = pattern(  # behind a unit or growth: Change on the previous year in %, at constant prices
    r"(?P<rest>.+), (?P<prices>(?:at|in) (?:(?:current|constant|chained|market|basic|previous|preceding|\d{4})\b[^,()]*\bprices?|prices of )[^,()]*)",
    re.IGNORECASE,
)
# nothing but prices, and perhaps the unit behind them
PRICES_ALONE = pattern(
    rf"(?P<prices>(?:at |in )?(?:按)?(?:{CONSTANT}|{CURRENT}|(?:19|20)\d\d年(?:不变|可比)?价格?)(?: of (?:19|20)\d\d| \(?(?:19|20)\d\d\)?)?(?:计算)?)(?:[,，] ?(?P<unit>.+))?",
    re.IGNORECASE,
)
# how a series was adjusted, as a piece of a line
ADJUSTED = pattern(
    r"(?:data |figures )?(?:(?:not |non-?|un)?(?:seasonally|calendar|working[- ]day|trading[- ]day)[ -]?(?:and (?:calendar|working[- ]day) )?(?:un)?adjusted(?: (?:data|series|figures))?|unadjusted|sa|nsa|saar"
    r"|seasonally adjusted at annual rates?|saisonbereinigt|kalender- und saisonbereinigt|unbereinigt|cvs(?:-cjo)?|désaisonnalisée?s?|desestacionalizad[oa]s?|季节调整后?|季節調整値?)",
    re.IGNORECASE,
)
MONEY_OF_YEAR = pattern(  # (2015 USD), (millions of 2012 dollars)
    r"\((?:(?P<scale>(?:thousand|million|billion|trillion)s?)(?: of)? )?(?P<year>(?:19|20)\d\d) (?P<money>[^()\d][^()]*)\)$",
    re.IGNORECASE,
)
BRACKETED = pattern(r"[(\[]([^()\[\]]+)[)\]]")
APART = pattern(r" ?[;,，；·|](?!\d) ?")
YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MONEY = pattern(
    r"(?:pesos|soles|euros|reais|dólares|colones|quetzales|bolivianos|francs|dollars)\b",
    re.IGNORECASE,
)
SHORT = 3  # letters of a word between a unit and its prices: at, in, à
PAIR = 2  # cells of a line: a word and what it says
BEFORE, AFTER = 7, 22  # signs before and behind the words in which their year stands
BOTH = pattern(r"\bcurrent\b|现价|当年价|當年價", re.IGNORECASE)
GROWTH = pattern(r"增长|增速|增幅|growth|percentage change|croissance|crecimiento", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def basis_in(text: str) -> str:
    """Return the price basis that a text names; empty where it names none, or both.

    >>> basis_in("Chained volume measures, 2019 prices"), basis_in("按2020年不变价")
    ('constant:2019', 'constant:2020')
    >>> basis_in("2021年产值（按2020年不变价）"), basis_in("Chained (2017) dollars")
    ('constant:2020', 'constant:2017')
    >>> basis_in("Chained volume measures, reference year 2018")
    'constant:2018'
    >>> basis_in("Real GDP"), basis_in("Output (real, million)"), basis_in("Real estate"), basis_in("million Brazilian real")
    ('constant', 'constant', '', '')
    >>> basis_in("ВВП в ценах 2016 г."), basis_in("PIB (millones de pesos de 2013)"), basis_in("GDP (CLV 2015 EUR bn)")
    ('constant:2016', 'constant:2013', 'constant:2015')
    >>> basis_in("PIB a precios constantes (millones de pesos de 2013)")
    'constant:2013'
    >>> basis_in("ADHK 2010, miliar rupiah"), basis_in("지역내총생산(당해년가격)"), basis_in("国内総生産（実質）")
    ('constant:2010', 'current', 'constant')
    >>> basis_in("Constant (2015) EUR m"), basis_in("Constante (2014)"), basis_in("Constant (over 2 years)")
    ('constant:2015', 'constant:2014', '')
    >>> basis_in("at current and at constant prices"), basis_in("Output in 2019")
    ('', '')
    """
    constant = WORDS["constant"].search(text)
    if constant is None:
        return "current" if WORDS["current"].search(text) else ""
    if BOTH.search(text) or WORDS["current"].search(text):
        return ""
    near = [
        part
        for said in WORDS["constant"].finditer(text)
        for part in (said[0], text[: said.start()][-BEFORE:], text[said.end() :][:AFTER])
    ]
    years = (YEAR.findall(part) for part in near)
    year = next((found[-1] for found in years if len(found) == 1), "")
    return f"constant:{year}" if year else "constant"


def unit_at_prices(text: str) -> str:
    """Return the unit of a line that says nothing but that and at which prices; empty where it says more.

    >>> unit_at_prices("Millones de pesos a precios de 2013/ Valores constantes"), unit_at_prices("Million EUR, at 2015 prices")
    ('Millones de pesos', 'Million EUR')
    >>> unit_at_prices("millones de pesos de 2013"), unit_at_prices("millions d'euros courants")
    ('millones de pesos', "millions d'euros")
    >>> unit_at_prices("GDP at 2015 prices"), unit_at_prices("Million EUR")
    ('', '')
    >>> unit_at_prices("(Seasonally adjusted, EUR million, chain linked volumes)"), unit_at_prices("kt; unadjusted; by port")
    ('EUR million', '')
    """
    if alone := _unit_among(text):
        return alone
    text = text.lstrip("([")
    found = (WORDS[kind].search(text) for kind in WORDS if basis_in(text))
    said = next(filter(None, found), None)
    money = MONEY.match(said[0]) if said else None  # pesos de 2013
    head = text[: said.start() + (money.end() if money else 0)].rstrip(" ,;([–-") if said else ""
    before, _, last = head.rpartition(" ")
    return unit_alone(head) or (unit_alone(before) if len(last) <= SHORT else "")


def _unit_among(text: str) -> str:
    """Return the unit of a line of pieces of which each other one says the prices or how a series was adjusted."""
    inside = BRACKETED.fullmatch(text.strip())
    pieces = APART.split(inside[1] if inside else text.strip())
    units = [unit for piece in pieces if (unit := unit_alone(piece))]
    others = [piece for piece in pieces if not unit_alone(piece)]
    said = all(ADJUSTED.fullmatch(piece) or only_prices(piece) == "" for piece in others)
    return units[0] if len(units) == 1 and others and said else ""


def money_of_year(label: str) -> tuple[str, str]:
    """Return the money in the last brackets of a label, and the year whose prices it may be at; empty where it is none.

    >>> money_of_year("GDP (2015 USD)"), money_of_year("GDP (millions of 2012 dollars)"), money_of_year("GDP (2012 C$ billions)")
    (('USD', '2015'), ('millions of dollars', '2012'), ('C$ billions', '2012'))
    >>> money_of_year("GDP (USD)"), money_of_year("Jobs (2015 persons)"), money_of_year("Jobs (2015 census)")
    (('', ''), ('', ''), ('', ''))
    """
    found = MONEY_OF_YEAR.search(label)
    if found is None:
        return "", ""
    unit = f"{found['scale']} of {found['money']}" if found["scale"] else found["money"]
    known = Unit.of(in_english(unit)).kind == "money" if is_unit(unit) else is_unit_behind(unit)
    return (unit, found["year"]) if known else ("", "")


def only_prices(text: str) -> str | None:
    """Return the unit beside the prices of which a text speaks alone, which may be none; None where it says more.

    >>> only_prices("at prices of 2019"), only_prices("at current prices, million British pounds"), only_prices("Output at 2015 prices")
    ('', 'million British pounds', None)
    >>> only_prices("2015年不变价"), only_prices("现价，百万英镑"), only_prices("Prices of tea")
    ('', '百万英镑', None)
    >>> only_prices("2019年价格"), basis_in("产值 · 2019年价格"), basis_in("粮食2019年价格")
    ('', 'constant:2019', '')
    """
    said = PRICES_ALONE.fullmatch(text.strip())
    unit = (said["unit"] or "").strip() if said else ""
    if said is None or not basis_in(f"· {said['prices']}"):
        return None
    return unit if not unit or unit_alone(unit) else None


def without_last_prices(text: str) -> tuple[str, str]:
    """Return a label without the prices behind its last comma, and these; empty where there are none.

    >>> without_last_prices("Change in %, at constant 2015 prices"), without_last_prices("Output, in kt")
    (('Change in %', 'at constant 2015 prices'), ('Output, in kt', ''))
    """
    found = LAST.fullmatch(text)
    return (found["rest"], found["prices"]) if found else (text, "")


def priced(found: Recognised, hints: Hints | None) -> Recognised:
    """Return a table whose amounts have the price basis that is said of them."""
    said = {"real": "constant", "nominal": "current"}.get(
        hints.basis if hints else "", hints.basis if hints else ""
    )
    line = next((text for text in _lines(found) if basis_in(text)), "")
    whole = said or basis_in(line)
    header = list(found.header)
    if "unit" not in header:
        return found
    column = {name: header.index(name) for name in header}
    at = column.setdefault("price_basis", len(header))
    # a line over several names, some of them in units that nobody knows, is not that of each
    names, units = ({row[column[name]] for row in found.rows} for name in ("indicator", "unit"))
    alike = len(names) == 1 or (len(units) == 1 and units != {""})
    years = _of_money(found.rows, column["indicator"], column["time_period"])
    rows, bases = [], []
    for row in found.rows:
        cells = [*row, ""] if at == len(row) else list(row)
        measure = cells[column["measure"]] if "measure" in column else ""
        cells[column["unit"]], of_unit = without_prices(cells[column["unit"]])
        own = (
            of_unit
            or basis_in(cells[column["indicator"]])
            or years.get(cells[column["indicator"]], "")
        )
        # what grows beside amounts at current prices grows in real terms, as a rule
        basis = said or own or ("" if measure == "growth" and whole == "current" else whole)
        open_ = alike or bool(own)
        if not cells[at] and basis and _is_amount(measure, cells[column["unit"]], open_=open_):
            cells[at] = basis if measure in ("", "level") else basis.partition(":")[0]
            bases.append(basis)
        elif cells[at].startswith("constant") and measure in ("", "level"):
            bases.append(cells[at])
        rows.append(cells)
    if not bases:
        return found
    header = header if at < len(header) else [*header, "price_basis"]
    made = replace(found, rows=rows, header=header)
    if {*bases} == {"current"} and not said:
        return made  # what amounts are where nothing is said
    told = Message("prices: {}", "价格：{}", [*dict.fromkeys(bases)])
    if not said and basis_in(line) in bases:
        told = Message("{} (“{}”)", "{}（“{}”）", told, line)
    return replace(made, said=[*found.said, told])


def _of_money(rows: Sequence[Sequence[str]], name: int, time: int) -> dict[str, str]:
    """Return the prices of names that say a year before their money, where not all figures are of that year."""
    dated = {
        n: f"constant:{year}" for n in {row[name] for row in rows} if (year := money_of_year(n)[1])
    }
    others = {
        row[name]
        for row in rows
        if row[name] in dated and not dated[row[name]].endswith(row[time][:4])
    }
    return {n: basis for n, basis in dated.items() if n in others}


def _lines(found: Recognised) -> Iterator[str]:
    """Yield the lines above and below a table that do not speak of growth."""
    first = min((row for row, _ in found.origins), default=0)
    for row in found.sheet.rows[:first]:
        cells = [cell.strip() for cell in row if cell.strip()]
        line = " ".join(cells)  # Prices, Chained (2017) dollars
        if 0 < len(cells) <= PAIR and not GROWTH.search(line):
            yield line
    yield from (note for note in found.notes if not GROWTH.search(note))


def _is_amount(measure: str, unit: str, *, open_: bool) -> bool:
    """Whether a figure may be at some prices: growth, a level in money, and in no known unit where that is `open_`."""
    kind = Unit.of(unit).kind if unit else ""
    level = measure in ("", "level")
    return measure == "growth" or (level and (kind == "money" or (open_ and not kind)))
