"""The lines above a table: database, indicator, place, unit, period, each where it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.model.pattern import pattern
from cpstats.model.traditional import simplified
from cpstats.store.cells import period_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.heading_pieces import without_pieces
from cpstats.store.recognising.more_of_title import with_more
from cpstats.store.recognising.nations import said_by
from cpstats.store.recognising.periods_of_titles import period_in
from cpstats.store.recognising.place_names import country_called, is_country, is_place
from cpstats.store.recognising.price_basis import unit_at_prices
from cpstats.store.recognising.said_places import OF_PLACES, is_called_so
from cpstats.store.recognising.scales import power_of, scale_in_lines, scaled
from cpstats.store.recognising.title_parts import (
    ABOUT,
    NUMBER_BEFORE,
    in_one_cell,
    is_counted,
    of_pairs,
    of_several,
    pairs_in,
    parts_of,
)
from cpstats.store.recognising.unit_words import is_unit, unit_alone
from cpstats.store.recognising.units_said import (
    BRACKETED,
    UNIT,
    all_units,
    bracketed,
    in_languages,
    unit_behind,
    unit_first,
    unit_of_all,
    unit_of_pair,
    units_in,
)
from cpstats.store.recognising.written_in_japan import is_japanese

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cpstats.model.period import Period

TITLES = {
    "database": ("数据库", "database", "统计名"),
    "indicator": (
        *("指标", "指标名称", "indicator", "indicator name", "series", "series name"),
        *("series title", "variable", "variable name", "metric", "指標", "지표"),
        *("indicateur", "indicador", "indicatore", "indikator", "wskaźnik", "показатель"),
        "gösterge",
    ),
    "place": ("地区", "区域", "地域", "region", "area"),
    "unit": (
        "单位",
        "计量单位",
        "単位",
        "unit",
        "units",
        "unit of measure",
        "einheit",
        "unité",
        "unidad",
    ),
    "time": ("时间", "time", "period"),
}
OF_KNOWN = (  # only of a place that is known: Country: Kenya
    *("territory", "geography", "geographic area", "location", "state", "geografía", "géographie"),
)
NAMES_OF_TITLES = (
    "title",
    "dataset",
    "titre",
    "titel",
    "título",
    "titolo",
    "标题",
    "表名",
    "表題",
    "統計表名",
    "통계표명",
    "통계명",
    "table",
)
TITLE = pattern(
    r"^(数据库|database|指标|地区|时间|单位|计量单位|単位|資料庫|指標|地區|時間|單位|計量單位|indicator|region|area|units?|time|period)\s*:",
    re.IGNORECASE,
)
NAVIGATION = pattern(
    r"\W*(?:(?:return|back|go) to |zurück|retour |volver |返回|к (?:содержанию|оглавлению)|înapoi|terug |tilbage |=|table of contents|contents$|index$|目录$)",
    re.IGNORECASE,
)
NOTE = "※"  # before a line that is a note wherever it stands
LAYOUT = pattern(  # how the sheet is laid out, for those who hear it read: no name of what is counted
    r".*\b(?:row|column) head(?:er|ing)s? (?:in|are|is|on)\b|(?:this|the) (?:work)?sheet (?:contains|has|includes|holds|shows) "
    r"|\W*(?:(?:last|data|date|of|file|table|this|was|ενημέρωση)\W+){0,3}updated?\b.{0,12}\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\W*$",
    re.IGNORECASE,
)
AN_INDEX = pattern(r"\b(?:index|indices|индекс\w*)\b|指数", re.IGNORECASE)
# the number of a table before its title, with a colon: no name of what it says
NUMBERED = pattern(
    r"^(?:table|tab\.|tabelle|tableau|tabla|tabela|tavola|figure|表|图) ?[\dA-Z][\w.-]{0,12} ?: ?",
    re.IGNORECASE,
)
NUMBER_ALONE = pattern(  # on a line of its own, above the title
    r"(?:table|tab\.|tabelle|tableau|tabla|tabela|tavola|cuadro|quadro|tabell|tabulka|tablica|表|таблица) ?[\dA-Z][\w.-]{0,8}\W?",
    re.IGNORECASE,
)
WORDS = pattern(r" ?[^\W\d]+ \S")
OFFICE = pattern(  # who says it, on a line of its own: no name of what is counted
    r"(?:[A-Z][\w.']* ){1,6}(?:Bureau|Office|Institute|Ministry|Agency|Authority|Bank|Bureau of Statistics|Statistics Office)"
    r"|(?:(?:National|Central|Federal|Reserve|State|Statistical) )?(?:Office|Bureau|Ministry|Department|Institute|Agency|Bank) (?:of|for) (?:the )?[A-Z][^:;,\d]{2,60}"
    r"|(?:Banco|Banque|Instituto|Institut|Ministerio|Ministère|Istituto|Banca) (?:de|del|du|di|d'|nacional|national|nazionale|central)[^:;,\d]{2,60}"
    r"|(?:Departamento|Dirección|Direção|Instituto|Institut|Direction) [^:;,\d]*(?:[Ee]stad[ií]stica|[Ee]statística|[Ss]tatistique)[^:;,\d]*"
)
FOOTNOTES = pattern(  # Jobs (x 1,000) 1 2; Jobs (x 1,000) c 1; Jobs by branch 1 2 3
    r"(?<=\)) (?:[a-z] )?\d[\d ]{0,30}$|(?<=[^\W\d]) 1 2[\d ]{0,20}$|(?<=[)\w]) [1-9a-c]\)$"
)
SERIES = pattern(
    r"[A-Z0-9_]+\.[A-Z0-9_]+\.[A-Z0-9_]+\.[A-Z0-9_.]+"
)  # the key of one in a data bank
OVER_YEARS = pattern(r"\b(?:change|growth|increase|decrease|average|between)\b", re.IGNORECASE)
YEAR_BEHIND = pattern(
    r"(?<!prices)(?:, (?:19|20)\d\d| ?\((?:19|20)\d\d年?\))(?P<unit> \([^()]*\))?$"
)  # Births by age, 2021 (thousands)
SPAN_BEHIND = pattern(
    r",? (?:from )?(?:19|20)\d\d ?(?:to|-|–|—) ?(?:19|20)?\d\d(?P<unit> \([^()]*\)|,? in [^(),\d]+|, [^(),\d]+)?$"
)
UNIT_BEHIND = pattern(  # behind what a title says, alone in brackets or after a comma in them
    r"(?<=\S)\s*\([单単]位\s*:[^()]*\)\s*$|[,;]\s*[单単]位\s*:[^(),;]*(?=\)\s*$)"
)
UNLESS = pattern(
    r",? unless (?:otherwise |else)?(?:stated|noted|indicated|specified)(?: otherwise)?",
    re.IGNORECASE,
)
# a title that ends with the word for its unit: Población. Unidades: miles de personas
UNIT_SAID = pattern(
    r"(?P<title>.*[^\s.,;(\[–-])[\s.,;(\[–-]+(?:units?(?: of measure(?:ment)?)?|einheit|unités?|unidad(?:es)?(?: de medida)?|unidade|unità(?: di misura)?|"
    r"jednostk[ai](?: miary)?|ед\. ?изм\.?|единиц[аы](?: измерения)?|단위|birimi?|đơn vị(?: tính)?|satuan|eenheid|enhet) ?: ?(?P<unit>[^()\[\]:;]{1,60}?)[)\].]{0,2}",
    re.IGNORECASE,
)
SHARE_OF = pattern(r"(?:share|proportion|percentage|per ?cent) of \w", re.IGNORECASE)
COUNTED = pattern(
    r"[^\W\d][^():]{2,40} \((?:in )?(?:thousands?|millions?|1[ ,.]?000|'?000s?)\)", re.IGNORECASE
)
NATIONWIDE = pattern(
    rf"^(?:\d{{4}}年(?:\d{{1,2}}(?:-\d{{1,2}})?月份?|[上下]半年|前三季度|[一二三四]季度)?)?(?P<nation>{'|'.join(said_by('title'))})(?!各|分|主要|\d|[^\s]{{0,3}}城市|百强)"
)
LEADING_PLACE = pattern(
    r"^(?:(?:附?表)?\s*\d[\d.\-—–]*(?![\d年])\s*)?"
    r"(?:(?:截[至止])?\d{4}年(?:[度末底]|全年|[上下]半年|前三季度|第?[一二三四]季度|\d{1,2}(?:-\d{1,2})?月(?:份|末|底)?)?)?"
    r"([\u4e00-\u9fff]{1,9}?(?:省|自治区|市|区|县|自治州|盟|旗))"
)
WHOSE = pattern(
    r"^(?:(?:附?表)?\s*\d[\d.\-—–]*(?![\d年])\s*)?(?:\d{4}年?(?:\d{1,2}(?:-\d{1,2})?月份?|上半年|前三季度|全年|年?[底末](?!价))?)?"
    r"(?:全[国省市](?=各|分))?(?:各(?:省市区|省区市|省市|县市|省|市州|州市|盟市|市|区县|区|县|地区|地|乡镇街道|镇街|街镇|乡镇|街道|旗县)|分(?:省|地区|市)|[各分][月季](?:份|度)?|历年)?的?(?:\d{4}年(?:\d{1,2}月份?)?(?=[\u4e00-\u9fff]))?"
)
# what may stand behind a name in 市, 区 or 州 that nobody knows: 技术市场 is no 技术市
NAME_ENDS = pattern(r"各|分|主|国民|经济|社会|统计|人口|地区|地方|\d|的|$|[\s,(]")
NO_PLACE = pattern(r"各|分|全国|全年|地区|城市|市区|城区|主要|郊区|大中|[一二三四五六七八九十]市")


@dataclass(frozen=True, slots=True)
class Titles:
    """What the lines above a table say in so many words, and what their wording lets guess."""

    said: dict[str, str]
    period: Period | None
    place: str


def titles_of(rows: Sequence[Sequence[str]]) -> Titles:
    """Return what the lines above the header say: database, indicator, place, unit, time, title."""
    rows, scale = scale_in_lines(rows)
    said = _said(rows)
    if parts := parts_of(rows):
        said["title"] = ", ".join(filter(None, (said.get("title", ""), *parts)))
        if named := said.get("indicator"):  # Transaction, Exports; Measure, Per head: both name it
            said["indicator"] = ", ".join(parts_of(rows, "indicator") or [named])
    if unit := next(
        filter(None, (map(_unit_of_pair, (p for row in rows for p in pairs_in(row))))), ""
    ):
        said.setdefault("unit", unit)
    if (more := in_one_cell(rows)) and (named := said.get("title", "")):
        unit = named[named.rindex(" (") :] if named.endswith(")") and " (" in named else ""
        said["title"] = ", ".join((named.removesuffix(unit), *more)) + unit
    if (several := of_pairs(rows)) and "indicator" not in said:
        units = [unit for text in several if (unit := unit_behind(text))]
        said |= {"unit": units[0]} if len(units) == 1 and "unit" not in said else {}
        said["indicator"] = ", ".join(several)
    said |= {"unit": unit} if (unit := scaled(said.get("unit", ""), scale)) else {}
    said |= {"scale": scale} if power_of(scale) else {}
    return Titles(said, period_in(rows), place_in(said.get("title", "")))


def _unit_of_pair(pair: tuple[str, str]) -> str:
    """Return the unit of a word and its value, where the word says that it is one: Unit:, Prices of 2015 (USD million)."""
    word, value = pair
    return (unit_behind(value) or is_unit(value) * value) if role_of(word) == "unit" else ""


def _said(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    titles: dict[int, list[str]] = {}  # by how much speaks for them
    lines = [line for row in rows for line in _lines(row)]
    index = any(AN_INDEX.search(text) for line in lines for text in line)
    units = [in_languages(line, index=index) for line in lines]
    if several := list(filter(None, units)):
        found["unit"] = several[0]
    for cells in (line for line, unit in zip(lines, units, strict=True) if not unit):
        word = cells[0].rstrip(":") if len(cells) == 2 else ""
        titled = word.casefold() in NAMES_OF_TITLES
        text = cells[1] if titled else _as_line(_at_dash(cells), word)
        if word and (said := unit_of_pair(word, cells[1])):
            found.setdefault("unit", said)
        text = _without_unit(text, found)
        counted = is_counted(text)
        text = FOOTNOTES.sub("", NUMBERED.sub("", text))
        whole, text = text, without_pieces(text, found) if len(cells) == 1 else text
        name, colon, value = text.partition(":")
        if name.strip().casefold() in NAMES_OF_TITLES and WORDS.match(value):  # Table: Tea output
            titled, text = True, value.strip()
            name, colon, value = text.partition(":")
        if (
            colon and value.strip() and (country := country_called(name.strip()))
        ):  # Peru: exports (kt)
            found.setdefault("place", country)
            text = value.strip()
            name, colon, value = text.partition(":")
        if kind := _kind_of(name, value) if colon else "":
            more = kind == "indicator" and word and kind in found
            said = unit_first(value) if kind == "unit" else value.strip()
            found[kind] = f"{found[kind]}, {said}" if more else found.get(kind, said)
        if len(cells) == 1 and "place" not in found and is_country(text.strip()):
            found["place"] = text.strip()
        elif unit := bracketed(text, index=index) or _alone(text.strip()):
            found.setdefault("unit", unit)
        elif text and (titled or counted or _is_title(text, word, found)):
            chosen = counted or text != whole
            plain = OFFICE.fullmatch(text) is None and SERIES.fullmatch(text) is None
            named = 3 if titled else 2 if chosen else int(plain)
            titles.setdefault(named, []).append(text)
    title = of_several(titles[max(titles)]) if titles else _share(found)
    title = with_more(title, titles.values()) if "indicator" not in found else title
    return found | ({"title": title} if title else {})


def _alone(text: str) -> str:
    """Return the unit of a line that says nothing else but the prices."""
    return unit_of_all(text) or unit_alone(text) or unit_at_prices(text)


def _share(found: dict[str, str]) -> str:
    """Return what was taken for a unit and is the title, where no other line is one: Share of adults, visitors (thousands)."""
    unit = found.get("unit", "")
    named = SHARE_OF.match(unit) or COUNTED.fullmatch(unit)
    return found.pop("unit") if named and "indicator" not in found else ""


def _without_unit(text: str, found: dict[str, str]) -> str:
    """Return a line without the unit that a word in it announces, which is put into what was found."""
    if inside := UNIT.search(simplified(text)):
        found.setdefault("unit", all_units(text, *inside.span(1)))
    text = UNLESS.sub("", text)
    ended = UNIT_SAID.fullmatch(text)
    if ended and (is_unit(ended["unit"]) or units_in(ended["unit"])):
        found.setdefault("unit", ended["unit"])
        text = ended["title"]
    behind = UNIT_BEHIND.search(simplified(text))
    return text[: behind.start()] + text[behind.end() :] if behind else text


def _at_dash(cells: Sequence[str]) -> Sequence[str]:
    """Return a line that a word for what is counted begins with a colon behind it: Variável - População (Pessoas).

    >>> _at_dash(["Variável - Huts (No)"]), _at_dash(["Table 5 - Huts"])
    (['指标:Huts (No)'], ['Table 5 - Huts'])
    """
    word, dash, rest = "".join(cells[:1]).partition(" - ")
    told = len(cells) == 1 and bool(dash) and role_of(word) == "indicator"
    return [f"{TITLES['indicator'][0]}:{rest}"] if told else cells


def _as_line(cells: Sequence[str], word: str) -> str:
    """Return the cells of a line as its text; a word that is known, and what it says, with a colon."""
    kind = role_of(word) if word else ""
    return f"{TITLES[kind][0]}:{cells[1]}" if kind in TITLES else " ".join(cells)


def _is_title(text: str, word: str, found: dict[str, str]) -> bool:
    """Whether a line may be a title: no way back, no number of a table alone, no frequency."""
    name, colon, value = text.partition(":")
    other = text.startswith(NOTE)  # ※ 매월 말일자 통계
    other = other or bool(
        NAVIGATION.match(text) or NUMBER_ALONE.fullmatch(text) or LAYOUT.match(text)
    )
    other = other or role_of(word) == "freq" or period_of(text.rstrip("底末")) is not None
    return not other and (not colon or _is_subject(name, value, found))


def _is_subject(name: str, value: str, found: dict[str, str]) -> bool:
    """Whether the words before the colon of the first line above a table are of its title: Regional accounts: output.

    One word is where a unit stands behind what follows: Power: output (GWh).
    """
    united = any(map(is_unit, BRACKETED.findall(value)[-1:])) and value.rstrip().endswith(
        (")", "]")
    )
    several = " " in name.strip() or united
    return not found and several and not (ABOUT.search(name) or role_of(name))


def _kind_of(name: str, value: str) -> str:
    """Return what a title line with a colon says: of what, where, when, in what; else nothing."""
    said = simplified(name.strip()).casefold()
    if said in OF_PLACES and is_called_so(value.strip()):
        return "place"
    if (said in OF_KNOWN or role_of(said) == "place") and is_place(value.strip()):
        return "place"
    if said == "index":  # of what: Index: retail sales (kt); a base is no name: Index: 2015 = 100
        return "indicator" if any(map(str.isalpha, value)) and "=" not in value else ""
    return next((kind for kind, words in TITLES.items() if said in words), "")


def _lines(row: Sequence[str]) -> list[list[str]]:
    """Return the cells of a row; each alone where several are titles: a place beside a unit."""
    cells = list(dict.fromkeys(c for c in row if c))  # a merged cell stands in each it covers
    many = sum(bool(TITLE.match(c)) for c in cells)
    if many < 1 + (TITLE.match(cells[0]) is not None if cells else 0):
        return [cells]
    return [[c] for c in cells if not c.endswith(":")]


def subject_of(title: str) -> str:
    """Return what a title is about, without its number, year and places.

    >>> subject_of("2024年各省GDP增速"), subject_of("1-5 2023年各市地区生产总值(亿元)")
    ('GDP增速', '地区生产总值(亿元)')
    >>> subject_of("2023年各月工业产值"), subject_of("历年粮食产量"), subject_of("2023年末各镇人口")
    ('工业产值', '粮食产量', '各镇人口')
    >>> subject_of("Table 2. Jobs by branch, 2019 to 2021 (thousands)")
    'Jobs by branch (thousands)'
    >>> subject_of("Births by age, 2021"), subject_of("Output at constant prices, 2015")
    ('Births by age', 'Output at constant prices, 2015')
    >>> subject_of("Births by age, 2021 (thousands)")
    'Births by age (thousands)'
    >>> subject_of("Change in jobs, 2019 to 2021")
    'Change in jobs, 2019 to 2021'
    """
    title = NUMBER_BEFORE.sub("", title)
    if not OVER_YEARS.search(title):
        title = SPAN_BEHIND.sub(r"\g<unit>", title) or title
        title = YEAR_BEHIND.sub(r"\g<unit>", title) or title
    begin = WHOSE.match(simplified(title))
    return title[begin.end() :] or title if begin else title


def without_year(title: str, years: Collection[int]) -> str:
    """Return a title without the one year that the columns below it say already; `years` are theirs.

    >>> without_year("Jobs. Months of 2021 (thousands)", {2021}), without_year("Output (2021 = 100)", {2021})
    ('Jobs. Months of (thousands)', 'Output (2021 = 100)')
    >>> without_year("Jobs, 2021", {2020, 2021}), without_year("Output at 2021 prices", {2021})
    ('Jobs, 2021', 'Output at 2021 prices')
    """
    if len(years) != 1:
        return title
    said = re.compile(
        rf",? ?(?<!\d){next(iter(years))}(?!\d| ?=|年?价|年?不变| (?:prices|USD|dollars))"
    )
    return said.sub("", title).strip() or title


def place_in(text: str) -> str:
    """Return the place whose name a title begins with; empty where there is none.

    >>> place_in("1-5 河北省各市地区生产总值"), place_in("主要城市年度数据"), place_in("技术市场成交额")
    ('河北省', '', '')
    >>> [place_in(f"2021年{part}河北省产值") for part in ("末", "度", "1-9月", "上半年", "前三季度", "第一季度")]
    ['河北省', '河北省', '河北省', '河北省', '河北省', '河北省']
    """
    if nation := NATIONWIDE.match(text):
        return "" if is_japanese(text) else nation["nation"]  # 全国 of Japan
    found = LEADING_PLACE.match(text)
    name = found[1] if found else ""
    if not found or not name or register.named(name):
        return name
    ends = name[-1] not in "市区州" or NAME_ENDS.match(text[found.end(1) :])
    return name if ends and not NO_PLACE.search(name) else ""
