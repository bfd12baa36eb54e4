"""The lines above a table, with what they say of the figures: in what they are, and that all of them are growth."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.cells import is_number, period_of
from cpstats.store.recognising.another_unit import (
    AND,
    AND_PERHAPS,
    INSIDE,
    SUBJECTS,
    ends_with_rate,
)
from cpstats.store.recognising.doubts import PER_HEAD, is_rate
from cpstats.store.recognising.growth_words import says_only_growth
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import (
    ADJUSTED,
    BEFORE_KIND,
    CHINESE,
    is_growth,
    label_of,
)
from cpstats.store.recognising.place_names import is_place
from cpstats.store.recognising.titles import titles_of
from cpstats.store.recognising.unit_words import (
    in_english,
    is_measure,
    is_scale_word,
    is_scaled,
    is_unit,
)
from cpstats.store.recognising.units_apart import units_apart, units_of_both
from cpstats.store.recognising.units_said import unit_of_index

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cpstats.store.recognising.labels import Label
    from cpstats.store.recognising.titles import Titles

# what may stand behind the unit of a title
END = pattern(r"[,،](?= )| ?\([^()]*\)$|(?<=\)) (?:by|nach|par|por|per|at|in|of) ")
BASE = pattern(r"\b((?:(?:[A-Z][a-z]{2}|Q[1-4]) )?(?:19|20)\d\d) ?= ?100\b")
INDEX = pattern(r"(?:index|\bindices|indexes|indeks|índice|indice|indexzahl)\b", re.IGNORECASE)
AND_GROWTH = pattern(  # 产值及增速(%)
    r"[及与和、]其?(?:同比(?=增)|[比较]上年(?:同期)?)?(?:(?:增长|增速|增幅|增减)(?:率|速度|情况)?|同比)(?:\(%\))?$"
)
YEAR_OF = pattern(r"^(?:19|20)\d\d年|[ ,]+(?:19|20)\d\d$")
GROWTH = "增速(%)"  # of all figures below 产量增长速度
IN_MONEY = pattern(  # of what is bought, earned and owed
    r"\b(?:exports?|imports?|trade|revenues?|expenditures?|incomes?|expenses|loans?|deposits?|debts?|sales|turnover|values?|wages?|"
    r"costs?|investments?|assets|liabilities|gdp|ausfuhr\w*|einfuhr\w*|umsatz|einnahmen|ausgaben|recettes|dépenses|exportations|"
    r"importations|exportaciones|importaciones|ingresos|gastos|exportações|importações|receitas|despesas|доход\w*|расход\w*|"
    r"экспорт\w*|импорт\w*|eksport\w*|dochody|wydatki|gelir\w*|gider\w*|ihracat\w*|ithalat\w*)\b|收入|支出|出口|进口|存款|贷款|輸出|輸入|수출|수입",
    re.IGNORECASE,
)
GROWTH_OF = pattern(  # on the year before
    r"(?:(?:annual|yearly|year-on-year|average|real) ){0,2}(?:percentage )?(?:growth|change)(?: rates?)? (?:of|in) |"
    r"(?:jährliches |reales )?wachstum (?:des|der|von) |croissance (?:annuelle |réelle )?(?:du|de) |crecimiento (?:anual |real )?(?:de|del) |"
    r"crescimento (?:anual |real )?(?:do|da|de) |crescita (?:annua |reale )?(?:del|della|di) ",
    re.IGNORECASE,
)
OF_WHERE = pattern(r" (?:of|in|for|von|in|de|en|du|des) ")
LONGEST = 120  # signs of a line that may name what is counted


def titled(rows: Sequence[Sequence[str]], labels: Iterable[str] = ()) -> Titles:
    """Return what the lines above a table say; a line that names the unit goes on with the title.

    Where one of the labels over the figures says that it is growth, a title that ends so is not that of all.

    >>> titled([["Tea by state"], ["Sales (million dollars)"], ["Office of Tea"]]).said["title"]
    'Tea by state, Sales (million dollars)'
    >>> titled([["Tea by state"], ["Annual change (%)"]]).said
    {'title': 'Tea by state', 'figures': 'Annual change (%)'}
    >>> "figures" in titled([["Tea (kt), annual change (%)"]], ["Tea", "Growth"]).said
    False
    >>> titled([["各市产值及增速(%)"]], ["总量(亿元)", "增速"]).said["title"]
    '各市产值'
    """
    titles = _titled(rows)
    kinds = (YEAR_OF.sub("", t) for t in labels)
    if any(says_only_growth(t) or is_growth(t) for t in kinds):
        titles.said.pop("figures", None)
        if title := AND_GROWTH.sub("", titles.said.get("title", "")):
            titles.said["title"] = title
    return titles


def _titled(rows: Sequence[Sequence[str]]) -> Titles:
    kinds = [row[0] for row in rows if len({*filter(None, row)}) == 1 and is_growth(row[0])]
    titles = titles_of([row for row in rows if "".join(row[:1]) not in kinds] if kinds else rows)
    title = titles.said.get("title", "")
    if kinds and not title:  # of what, the labels say
        titles = titles_of(rows)
    behind = (title[sign.end() :] for sign in BEFORE_KIND.finditer(title))
    kind = next(iter(kinds), "") or next(filter(is_growth, behind), "")  # Jobs, annual change (%)
    if kind and len(kinds) < 2:
        titles.said["figures"] = figures = ADJUSTED.sub("", kind)
        if kinds and title:
            titles.said["title"] = title + kind[len(figures) :]
    grown = label_of(title) if not kind else None
    grows = grown and (grown.measure == "growth" or GROWTH_OF.match(title.rpartition(": ")[2]))
    if grown and grows and "%" in (_label_of_head(title).unit, titles.said.get("unit")):
        titles.said["figures"] = GROWTH
    if kinds or not title or titles.said.keys() & {"indicator", "unit"} or label_of(title).unit:
        return titles
    alone = [{*filter(None, row)} for row in rows]
    lines = [line.pop() for line in alone if len(line) == 1]
    named = [t for t in lines if t != title and len(t) < LONGEST and label_of(t).unit]
    if len(named) == 1:
        titles.said["title"] = f"{title}, {named[0]}"
    return titles


def _without_end(title: str) -> str:
    """Return a title without its last words behind a comma, a bracket or by; empty where there are none.

    >>> _without_end("Rate in per cent, annual average"), _without_end("Rents, EUR (net)"), _without_end("Rents (EUR) by size")
    ('Rate in per cent', 'Rents, EUR', 'Rents (EUR)')
    """
    ends = (*END.finditer(title),)
    return title[: ends[-1].start()].rstrip() if ends and ends[-1].start() else ""


def _label_of_head(title: str) -> Label:
    """Return a title taken apart, or what is left of it without its ends where these hide the unit: growth (%), Norway."""
    label = label_of(title)
    head = title
    while not label.unit and (shorter := _without_end(head)):
        head, label = shorter, label_of(shorter)
    return label


@lru_cache(maxsize=4096)  # of the same title and names again and again
def unit_of_title(title: str, name: str = "") -> str:
    """Return the unit, or the scale, that a title ends with: nothing that was printed is dropped.

    It is not that of a name which the title has before another one: Population and area (km2).

    >>> unit_of_title("Jobs by branch (thousands)"), unit_of_title("Jobs (in thousand persons)"), unit_of_title("Jobs")
    ('thousands', 'thousand persons', '')
    >>> unit_of_title("Jobless rate in per cent, annual average"), unit_of_title("Homes with water (as a share of homes)")
    ('per cent', '%')
    >>> unit_of_title("Output, index 2015=100, seasonally adjusted"), unit_of_title("Rates (%) by sex"), unit_of_title("Sales, PLN (net)")
    ('2015=100', '%', 'PLN')
    >>> unit_of_title("Wages in EUR, gross and net, 2022", "Wages, Gross")
    'EUR'
    >>> [unit_of_title("Population and area (km2)", name) for name in ("Population", "Area")]
    ['', 'km2']
    >>> [unit_of_title("New ships (thousands) and boats (millions)", name) for name in ("Ships", "Boats", "Hips")]
    ['thousands', 'millions', '']
    >>> unit_of_title("Ships (thousands) and boats (thousands)", "Ships")
    'thousands'
    >>> [unit_of_title("Sales (EUR million; values per head in EUR)", name) for name in ("Sales", "Sales per head")]
    ['EUR million', 'EUR']
    """
    label = _label_of_head(title)
    unit, said = label.unit.removeprefix("in "), _small(label.name)
    of, _, last = name.rpartition(", ")  # of what the title names, and which part
    alone = (piece.strip(" ,") for piece in SUBJECTS.split(title))  # thousands, and rate, %
    part = of and of in title and AND.search(of) and any(map(is_scale_word, alone))
    own = _small(last if part else name)
    apart, both = units_apart(title), units_of_both(title)
    if apart or both:
        heads = PER_HEAD.search(own) is not None
        ends = {own, _small(last)}
        named = (
            n for n in apart if any(_is_of(n, t) for t in ends) or (heads and PER_HEAD.search(n))
        )
        fits = (apart[n] for n in named)
        return both or next(fits, apart.get("", ""))
    pieces = [label_of(piece) for piece in things_of(title)]
    units = {piece.unit for piece in pieces}
    printed = {text for text in INSIDE.findall(title) if is_unit(text) or is_scale_word(text)}
    whole = _small(label_of(title).name)
    told = _of_own_piece(title, pieces, own, whole) if len(pieces) > 1 else None
    if not told and (len(units - {""}) > 1 or (len(pieces) > 1 and len(printed) > 1)):
        # Jobs ('000) and jobless rate (%); Jobs (thousands) by sector and share (%)
        found = {piece.unit for piece in pieces if _is_of(_small(piece.name.strip()), own)}
        found -= {""}
        return found.pop() if len(found) == 1 else "" if found else _of_kind(units, own)
    if told is not None or (len(pieces) > 1 and "" not in units):
        return units.pop() if told is None else told  # Ships (thousands) and boats (thousands)
    if own and own in said and not said.endswith(own) and _names_several(label.name):
        of_each = _is_scale(unit) or _is_apart(title, unit) or _of_kind({unit}, own) != ""
        return unit if of_each else ""  # Ships and boats (thousands); Exports and imports (EUR)
    base = BASE.search(title) if not unit else None
    if base and INDEX.search(title):
        return f"{base[1]}=100"
    return _measured_inside(title, unit) or (unit if is_unit(unit) or is_scaled(unit) else "")


def _small(text: str) -> str:
    """Return a text in small letters, also the I with a point of Turkish.

    >>> _small("İhracat"), _small("Ships")
    ('ihracat', 'ships')
    """
    return text.replace("İ", "i").casefold()


def things_of(title: str) -> list[str]:
    """Return the things that a title names; at words for and that have other meanings only where each side has a unit.

    >>> things_of("Huizen (x 1 000) en huur (EUR)"), things_of("Ventas en millones de euros"), things_of("Osoby v tis. a ceny v EUR")
    (['Huizen (x 1 000)', 'huur (EUR)'], ['Ventas en millones de euros'], ['Osoby v tis.', 'ceny v EUR'])
    """
    found: list[str] = []
    for piece in SUBJECTS.split(title):
        first, sign, last = piece.partition(next(iter(AND_PERHAPS.findall(piece)), "\n"))
        both = sign and label_of(first).unit and label_of(last).unit
        found += [first, last] if both else [piece]
    return found


def _is_apart(title: str, unit: str) -> bool:
    """Whether money, or a unit with a scale, stands apart from the last of several things: behind a comma, or a place.

    >>> _is_apart("Tea and rice sold, kt", "kt"), _is_apart("Tea and rice sold, Peru (kt)", "kt"), _is_apart("Tea and rice sold (kt)", "kt")
    (True, True, False)
    """
    said = Unit.of(in_english(unit))
    rest = title[: title.rfind(unit)].rstrip(" ([")
    apart = rest.endswith(",") or is_place(rest.rpartition(",")[2].strip())
    return apart and (said.is_money or said.power != 0)


def _of_kind(units: Collection[str], name: str) -> str:
    """Return the one of some units that a name is in by its kind: money of what is paid, per cent of rates; else nothing.

    >>> _of_kind({"EUR", "%"}, "exports of tea"), _of_kind({"EUR", "%"}, "lending rate"), _of_kind({"EUR"}, "population")
    ('EUR', '%', '')
    """
    if "," in name:  # a part, or what a title names before it
        return ""
    money = [unit for unit in units if unit and Unit.of(in_english(unit)).is_money]
    if is_rate(name, "level", ""):
        return "%" if "%" in units else ""
    return money[0] if len(money) == 1 and IN_MONEY.search(name) else ""


def _of_own_piece(title: str, pieces: Sequence[Label], name: str, whole: str) -> str | None:
    """Return the unit of the piece of a title that is a name, or none where only its end is a rate of the whole; else None.

    >>> two = [label_of("Harvest (kt)"), label_of("yield of rye")]
    >>> _of_own_piece("", two, "harvest", ""), _of_own_piece("", two, "rye", "")
    ('kt', None)
    >>> _of_own_piece("Residents and growth of residents (‰), Peru", [], "all", "all")
    ''
    >>> _of_own_piece("Births and deaths (‰)", [], "all", "all")
    """
    own = [piece.unit for piece in pieces if _small(piece.name.strip()) == name]
    if len(own) == 1 and own[0]:
        return own[0]
    halves = AND.split(title)
    of_half = [_label_of_head(half).unit for half in halves if _begins_or_ends(half, name)]
    if len(halves) > 1 and len(of_half) == 1 and is_unit(of_half[0]):
        return of_half[0]
    return "" if name in ("", whole) and ends_with_rate(title) else None


def _begins_or_ends(half: str, name: str) -> bool:
    """Whether one of the things of a title begins or ends with a name, but for its prices and unit.

    >>> _begins_or_ends("GDP, current prices (bn EUR)", "gdp"), _begins_or_ends("Mortality, Peru: deaths (thousands)", "deaths")
    (True, True)
    >>> _begins_or_ends("各省粮食作物播种面积(千公顷)", "播种面积"), _begins_or_ends("growth (%)", "gdp, growth")
    (True, True)
    >>> _begins_or_ends("New huts of Peru (kt)", "huts"), _begins_or_ends("Share of huts (%)", "huts sold")
    (True, False)
    """
    said = _small(_label_of_head(half).name)
    names = {name, name.rpartition(", ")[2]} - {""}
    heads = (said, said.partition(",")[0], OF_WHERE.split(said)[0])  # real output of Kenya
    return any(_is_of(head, own) for own in names for head in heads)


def _measured_inside(title: str, unit: str) -> str:
    """Return the one unit between the commas of a title that measures, where its end only names what is counted.

    >>> _measured_inside("Price of salt, EUR, Peru, households", "households"), _measured_inside("Huts, households", "households")
    ('EUR', '')
    """
    said = Unit.of(in_english(unit)) if unit else None
    if said is None or said.kind != "count" or said.power:
        return ""
    found = [piece for piece in title.split(", ")[1:-1] if is_measure(piece)]
    return found[0] if len(found) == 1 else ""


def subject_over_periods(heads: Sequence[Sequence[str]], keys: Mapping[int, str]) -> str:
    """Return the words that stand alone in the last line over the periods of a table, and are of none: what is counted.

    >>> subject_over_periods([["", "North"], ["Balance of movers", ""]], {0: "time"})
    'Balance of movers'
    >>> subject_over_periods([["", "North"], ["Year of birth", ""]], {0: "time"})
    ''
    """
    last = [text for text in heads[-1] if text] if len(heads) > 1 else []
    column = next((c for c, kind in keys.items() if kind == "time"), None)
    if column is None or len(last) != 1 or heads[-1][column] != last[0]:
        return ""
    words = last[0].split()
    said = period_of(last[0]) or role_of(last[0]) or any(map(role_of, words)) or is_unit(last[0])
    return "" if said or len(words) < 2 else last[0]


def _names_several(subject: str) -> bool:
    """Whether a title names several things, and not a place beside one: Ships and boats; Peru, ships.

    >>> _names_several("Ships and boats"), _names_several("Peru, new ships")
    (True, False)
    """
    return sum(not is_place(piece.strip()) for piece in SUBJECTS.split(subject)) > 1


def unit_of_corner(corner: str, below: Iterable[str]) -> str:
    """Return the unit in brackets of a word over the names of a table, which is that of its figures.

    Of classes that count themselves, Farms (ha) over 0-5, it is theirs; so is one by which people are counted.

    >>> unit_of_corner("At current prices (ISK million)", ["Rents", "Wages"]), unit_of_corner("Farms (ha)", ["0-5", "5-10"])
    ('ISK million', '')
    >>> unit_of_corner("Emissions, kt", ["Mining"]), unit_of_corner("Jobs, thousands", ["Mining"])
    ('kt', 'thousands')
    >>> unit_of_corner("Branch (persons)", ["Mining"]), unit_of_corner("Branch", ["Mining"])
    ('', '')
    >>> unit_of_corner("Thousand", ["Employed"]), unit_of_corner("EUR million", ["Rents"]), unit_of_corner("1 000", ["Rents"])
    ('Thousand', 'EUR million', '')
    >>> unit_of_corner("Index 2015=100", ["Bread"])
    '2015=100'
    >>> unit_of_corner("Rates (%)", ["Employed"]), unit_of_corner("Rates (%)", ["0-5"])
    ('%', '')
    >>> unit_of_corner("(in thousands of EUR)", ["Rents"]), unit_of_corner("Rents (Zt million)", ["Rents"])
    ('thousands of EUR', 'Zt million')
    """
    if base := unit_of_index(corner):
        return base
    bare = corner[1:-1] if corner.startswith("(") and corner.endswith(")") else corner
    alone = bare.removeprefix("in ").removeprefix("In ")
    whole = is_measure(alone) or (is_scale_word(alone) and not is_number(alone))
    unit = alone if whole else label_of(corner).unit
    known = is_measure(unit) or is_scaled(unit) or unit == "%"
    ended = corner.endswith((")", f", {unit}")) and known
    if not (whole or ended):
        return ""
    return "" if any(c.isdigit() for name in below for c in name) else unit


def _is_scale(unit: str) -> bool:
    """Whether a unit says how many are one, and not of what."""
    said = Unit.of(in_english(unit))
    return bool(unit) and not said.root and said.power > 0


def _is_of(text: str, name: str) -> bool:
    """Whether a text begins or ends with a name, in whole words.

    >>> _is_of("粮食播种面积", "播种面积"), _is_of("粮食播种面积", "播种")
    (True, False)
    >>> _is_of("new ships", "ships"), _is_of("ships sold", "ships"), _is_of("new ships", "hips")
    (True, True, False)
    """
    whole = bool(name) and (text.startswith(name) or text.endswith(name))
    if not whole or CHINESE.search(name):
        return whole
    return re.search(rf"^{re.escape(name)}\b|\b{re.escape(name)}$", text) is not None
