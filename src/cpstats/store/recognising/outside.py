"""What stands around a table that says of what or of where it is: title, name of the sheet, name of the file.

Used where the table itself does not say it, and told: `gdp_norway.csv` is of Norway.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.traditional import simplified
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.place_names import (
    is_country_code,
    is_country_in_words,
    look_like_places,
)
from cpstats.store.recognising.titles import subject_of
from cpstats.store.recognising.written_in_japan import is_japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

CHINESE = pattern(r"[\u4e00-\u9fff]")
WORDS = pattern(r"[^\W\d_]+(?:['’.&][^\W\d_]+)*\.?|\d+", re.UNICODE)
LONGEST = 4  # words of the name of a country
# before a name it is not of that place that the figures are: imports from Norway
SIDE = pattern(  # a part of the country, or another place: Western Australia, New Mexico
    r"(?:north|south|east|west)(?:ern)?|central|inner|upper|lower|new", re.IGNORECASE
)
ELSEWHERE = pattern(
    r"from|to|with|by|vs|versus|against|born|excluding|except|without|aus|nach|von|depuis|vers|desde|hacia|para",
    re.IGNORECASE,
)
SOURCE = pattern(
    r"\W*(?:sources?|quellen?|fuentes?|fontes?|fonti|источники?|źródł\w+|kaynak|kilde|källa|bron)\b|\W*(?:资料|数据)?来源",
    re.IGNORECASE,
)
DOLLARS = pattern(r"\bUS ?\$|\bUS dollars?\b")  # tables of any country are in them
# words that say that a file holds a table, or which copy of it
GENERAL = pattern(
    r"(?:data|datasets?|database|sheet|tables?|tab|tabelle|blatt|feuil|feuille|hoja|foglio|planilha|plan|лист|"
    r"таблица|arkusz|аркуш|ark|taul|graph|chart|figure|file|raw|copy|new|old|final|latest|export|downloads?|"
    r"downloaded|untitled|csv|xlsx?|all|full|total|main|default|series|annual|monthly|quarterly|yearly|historical|"
    r"history|years?|test|sample|values?|results?|report|ts|wide|long|en|eng|english|page|book|workbook|query|view|"
    r"list|info|statistics|stats|histor\w*|datos|dados|données|donnees|daten|dati|данные|дані|dane|adatok|andmed|veri|veriler|serie|série|séries|cleaned?|wb|fred|source|part|v)\d*",
    re.IGNORECASE,
)
OF_NAMES = frozenset(("year", "total", "new", "old", "main", "full", "part"))  # between others
DATABASE = pattern(r"(?:分省|分地区|主要城市)?(?:年度|季度|月度)?数据$")
GENERAL_CHINESE = pattern(r"数据|工作表|表格?\d*$|副本|新建|未命名")
CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])|(?<=\w)_(?=\w)")
CODE = pattern(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]+")
LETTERS = 3  # of the code of a country
SHORT = 5  # letters of a code for a sheet
# words that stand in names of what is counted and in no name of a place
COUNTED = (
    r"\b(?:total|rates?|ratio|index|indices|population|persons?|people|births?|deaths?|gdp|gnp|gni|gva|gsdp|gdppc|"
    r"cpi|ppi|hicp|ipca|employ\w*|unemploy\w*|labou?r|workers?|wages?|earnings|incomes?|prices?|inflation|exports?|"
    r"imports?|trade|production|output|values?|volumes?|numbers?|consumption|investments?|expenditures?|revenues?|"
    r"deficit|debt|turnover|sales|households?|males?|females?|men|women|area|yield|shares?|growth|balance|emissions?|"
    r"energy|electricity|agriculture|industry|manufacturing|construction|services|housing|rents?|migra\w*|mortality|"
    r"fertility|expectancy|education|enrol\w*|literacy|crimes?|tourism|tourists?|poverty|gini|hdi|accidents|vehicles|"
    r"density|taxes|tax|reserves|loans|deposits|credit|poblaci[oó]n|popula[cç][aã]o|hombres|mujeres|homens|mulheres|"
    r"insgesamt|m[aä]nner|frauen|bev(?:oe|[oö])lkerung|hommes|femmes|ensemble|tasa|taxa|taux|[ií]ndice|pib|pil|bip|toplam|"
    r"jumlah|laju|liczba|ogółem|inflaci[oó]n|infla[cç][aã]o|inflazione|arbeitslos\w*|desempleo|ch[oô]mage|"
    r"geburten|lebendgeborene|sterbefälle|todesfälle|eheschließungen|haushalte|erwerbstätige|naissances|décès|mariages|marriages|divorces|ménages|"
    r"nacimientos|defunciones|matrimonios|hogares|nascimentos|óbitos|casamentos|nascite|decessi|urodzenia|zgony|födda|"
    r"всего|индекс|население)\b|(?:[值率额量数价]|工资|薪酬|报酬|支出|存款|贷款|消费|利润|成本|费用|里程|排放|占比|比重|密度|增速)$|人口|收入|指数|产值|面积|価格|总计|合計"
)
SUBJECT = pattern(rf"[\d%_]|\([^)]+\)|{COUNTED}", re.IGNORECASE)
OF_WHAT = pattern(COUNTED, re.IGNORECASE)
INTO_LATIN = pattern(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])")
BETWEEN = pattern(r"[\s_.-]+")
OF_BRACKETS = pattern(r"^(?P<file>.*?)(?:\[(?P<sheet>[^\[\]]*)\])?$", re.DOTALL)

TABLE_IN_ARCHIVE = pattern(r"(?<=.)\.(?:csv|tsv|txt|xlsx?|ods)$", re.IGNORECASE)
FILE = Message("the file", "文件")
SHEET = Message("the sheet", "工作表")
TITLE = Message("the title", "标题")


OF_MONEY = pattern(  # a country before or behind a sign or word for money: US$, $US, UK pounds
    r"\$ ?(?:US|CA|AU|NZ|HK)\b|\b(?:U\.?S\.?|UK|[A-Z][a-z]+) ?(?:[$£€¥]|(?:dollars?|pounds?|pesos?|francs?|rupees?|dinars?|riyals?|"
    r"shillings?|rands?|yen|yuan|won|lira|krona|kroner?|liras?)\b)"
)
IN_TWO = pattern(r"\s*[-–/\n]\s*|\s+")  # between a word and its translation
TOTALS = frozenset(
    (
        "total",
        "totals",
        "insgesamt",
        "ogółem",
        "celkem",
        "totalt",
        "totale",
        "totaal",
        "toplam",
        "i alt",
        "összesen",
        "spolu",
        "razem",
        "總計",
        "yhteensä",
        "всего",
        "รวมยอด",
        "รวม",
        "المجموع",
        "الإجمالي",
        "الجملة",
        "جمع",
        "합계",
        "tổng số",
        "итого",
        "jumlah",
        "合计",
        "总计",
        "合計",
        "总数",
        "總數",
        "総数",
        "総計",
        "합계",
        "총계",
        "tổng",
        "tổng số",
        "tổng cộng",
        "genel toplam",
        "усього",
        "разом",
        "общо",
        "ukupno",
        "skupaj",
        "iš viso",
        "kopā",
        "kokku",
        "σύνολο",
        "المجموع",
        "الإجمالي",
        "รวม",
        *("gesamt", "ensemble", "всього", "계", "計"),
    )
)

CHINA = "100000"
FEWEST_PLACES = 5  # names, one of them the country
WORDS_OF_PLACE = 4


@lru_cache(maxsize=20_000)  # asked of the place of every figure
def is_total(label: str) -> bool:
    """Whether a label says no more than that all of them are counted.

    >>> is_total("Ogółem"), is_total("Toplam-Total"), is_total("Tổng số"), is_total("Total area")
    (True, True, True, False)
    """
    said = label.casefold()
    return said in TOTALS or all(word in TOTALS for word in IN_TWO.split(said))


@lru_cache(maxsize=64)
def names_of(name: str) -> tuple[str, str]:
    """Return the name of a file without folder and suffix, and that of its sheet.

    >>> names_of("a/gdp_norway.xlsx[Data]"), names_of("crops.csv")
    (('gdp_norway', 'Data'), ('crops', ''))
    >>> names_of("births.zip[peru.csv]")
    ('births', 'peru')
    """
    found = OF_BRACKETS.match(name)
    file, sheet = (found["file"], found["sheet"] or "") if found else (name, "")
    path = PurePath(file.replace("\\", "/"))
    sheet = TABLE_IN_ARCHIVE.sub("", sheet)
    return path.name[: -len(path.suffix)] if path.suffix else "", sheet


@lru_cache(maxsize=64)  # asked of every figure
def database_in(name: str, heads: tuple[tuple[str, ...], ...]) -> str:
    """Return the database whose name an export of the bureau bears: its sheet, or the file as it is saved.

    Its `heads` are Chinese.

    >>> head = (("指标", "2023年"),)
    >>> database_in("人口.xls[年度数据]", head), database_in("月度数据 (2).csv", head), database_in("销售年度数据.csv", head)
    ('年度数据', '月度数据', '')
    >>> database_in("月度数据.csv", (("keyword", "date"),))
    ''
    """
    if not any(map(CHINESE.search, (text for row in heads for text in row))):
        return ""
    file, sheet = names_of(name)
    stems = (re.sub(r"\s*\(\d+\)$", "", text) for text in (sheet, file))
    return next((text for text in stems if DATABASE.fullmatch(text)), "")


@lru_cache(maxsize=64)
def place_around(name: str, title: str, *, cities: bool = False) -> tuple[str, Message] | None:
    """Return the one country, or division of China, that sheet, title or file name, and which does.

    `cities` is whether a place of any level may begin a Chinese name, where 全市 asks for one.

    >>> (place_around("x/gdp_norway.csv", "") or "")[0]
    'norway'
    >>> place_around("x.csv", "Imports of Chile from Norway"), place_around("x.csv", "Trade with Peru")
    (None, None)
    >>> (place_around("x/youth_jobs_PER.csv", "") or "")[0], place_around("x/JOBS_PER.csv", "")
    ('PER', None)
    """
    file, sheet = names_of(name)
    for text, where in ((sheet, SHEET), (title, TITLE), (file, FILE)):
        found = places_in(text, cities=cities) or (_code_in(text) if where is FILE else [])
        if len(found) == 1:
            return found[0], where
        if found:
            return None
    return None


def _code_in(text: str) -> list[str]:
    """Return the code of a country in capitals at one end of the name of a file whose other words are not: jobs_PER."""
    words = BETWEEN.split(text)
    codes = [w for w in {words[0], words[-1]} if len(w) == LETTERS and is_country_code(w)]
    return codes if len(codes) == 1 and any(map(str.islower, words)) and codes[0].isupper() else []


def country_in(lines: Sequence[Sequence[str]]) -> str:
    """Return the one country that the lines above a table name; empty where they name none, or several.

    >>> country_in([["Sales of tea by buyer, Kenya (million US dollars)"]]), country_in([["Trade of Peru with Chile"]])
    ('Kenya', '')
    >>> country_in([["PERU", "Peru, all series"]])
    'Peru'
    """
    texts = (t for row in lines for t in dict.fromkeys(row) if t and not SOURCE.match(t))
    found = {n.casefold(): n for text in texts for n in places_in(DOLLARS.sub(" ", text))}
    return next(iter(found.values())) if len(found) == 1 else ""


def places_in(text: str, *, cities: bool = False) -> list[str]:
    """Return the countries that a text names, as it has them; one that stands for elsewhere makes it none.

    >>> places_in("gdp_georgia"), places_in("Population in Jordan"), places_in("ChileTeaPrices")
    ([], [], ['Chile'])
    >>> places_in("Population of South Korea and Japan"), places_in("uk-births"), places_in("imports from Peru")
    (['South Korea', 'Japan'], ['uk'], [])
    >>> places_in("Accounts of Mexico. Output"), places_in("Output of the U.S.")
    (['Mexico'], ['U.S.'])
    >>> [places_in(t) for t in ("Exports (US$ thousand)", "Exports of Peru, UK pounds", "GDP in $US", "Jobs in the US")]
    [[], ['Peru'], [], ['US']]
    >>> [places_in(t) for t in ("Jobs in Western Australia", "northern_ireland", "Jobs in New Mexico", "Jobs in South Korea")]
    [[], [], [], ['South Korea']]
    >>> places_in("Grain Output of Hebei Province"), places_in("Huts of Inner Mongolia"), places_in("Goods from Hebei")
    (['Hebei'], ['Inner Mongolia'], [])
    """
    if CHINESE.search(text):
        named = _chinese(text, cities=cities)
        return [name for name in named if name != "全国" or not is_japanese(text)]
    text = OF_MONEY.sub(" ", text)
    words = [
        w.strip("'’")
        for w in WORDS.findall(CAMEL.sub(" ", text).replace("+", " ").replace("_", " "))
    ]
    found: list[str] = []
    i = 0
    while i < len(words):
        n = next((n for n in range(LONGEST, 0, -1) if _is_large(" ".join(words[i : i + n]))), 0)
        if words[i] == "us" and " " in text:
            n = 0  # cpi_us.csv, but not: tell us
        if n and i and (ELSEWHERE.fullmatch(words[i - 1]) or SIDE.fullmatch(words[i - 1])):
            return []
        if n:
            name = " ".join(words[i : i + n])
            found.append(name[:-1] if name.find(".") == len(name) - 1 else name)  # not of U.S.
        i += n or 1
    return found


def _is_large(name: str) -> bool:
    """Whether words name a country, or a province of China by its own name."""
    if is_country_in_words(name):
        return True
    found = register.named(name) if name[:1].isupper() and not name.isupper() else ()
    return len(found) == 1 and found[0].level == "province" and found[0].parent == CHINA


def _chinese(text: str, *, cities: bool = False) -> list[str]:
    """Return the place with which a Chinese text begins, if it is known."""
    stem = re.sub(r"^[\d\W_]+", "", text)
    if stem.startswith("全國"):  # as Taiwan writes it: not said of which nation
        return []
    for end in range(min(len(stem), 12), 1, -1):
        if stem[end - 1 : end + 1].isascii() and stem[end : end + 1].isalpha():
            continue  # GD of GDP指数
        found = register.named(stem[:end])
        large = len(found) == 1 and (cities or found[0].level in ("country", "province", "city"))
        if large or (len(found) == 1 and end == len(stem)):
            return [stem[:end]]
    return []


@lru_cache(maxsize=64)
def subject_around(name: str) -> tuple[str, Message] | None:
    """Return what sheet or file are about by their names, and which says it; None where neither does.

    >>> (subject_around("x/unemployment-rate_2020.csv") or "")[0]
    'unemployment rate'
    >>> subject_around("data.xlsx[Sheet1]"), subject_around("t7.csv"), subject_around("分省年度数据.csv")
    (None, None, None)
    """
    file, sheet = names_of(name)
    own = "" if sheet.isupper() and len(sheet) < SHORT else sheet
    for text, where in ((own, SHEET), (file, FILE)):
        if subject := subject_in(text):
            return subject, where
    return None


def are_subjects(labels: Sequence[str]) -> bool:
    """Whether labels are what figures are of, not where: one of them has a word that no place bears.

    >>> are_subjects(["Births", "Deaths"]), are_subjects(["Hesse", "Saxony"]), are_subjects(["per100k", "x"])
    (True, False, True)
    """
    return any(SUBJECT.search(text) or text[:1].islower() for text in labels)


def are_mostly_subjects(labels: Sequence[str]) -> bool:
    """Whether more than half of the labels have such a word: a total among places is no reason.

    >>> are_mostly_subjects(["Hesse", "Saxony", "Total"]), are_mostly_subjects(["Births", "Deaths", "Hesse"])
    (False, True)
    """
    return sum(are_subjects([text]) for text in labels) * 2 > len(labels)


def may_be_places(names: Sequence[str]) -> bool:
    """Whether most names look like places, or one country stands first or last among several of which nothing speaks of subjects.

    >>> may_be_places(["OST", "WEST", "HILL", "DALE", "NORWAY"]), may_be_places(["Tea", "Rice", "Norway"])
    (True, False)
    >>> may_be_places(["Norway", "Births", "Deaths", "Men", "Women"])
    False
    """
    if look_like_places(names):
        return True
    countries = [n for n, name in enumerate(names) if is_country_in_words(name)]
    ends = len(names) >= FEWEST_PLACES and countries in ([0], [len(names) - 1])
    words = all(len(name.split()) <= WORDS_OF_PLACE for name in names)
    plain = all(name[:1].isupper() and not any(map(str.isdigit, name)) for name in names)
    return ends and words and plain and not are_subjects(names)


def subject_in(text: str) -> str:
    """Return what the name of a file or a sheet says that figures are of.

    >>> subject_in("GDP per capita (2)"), subject_in("births_norway"), subject_in("3a8f09bc")
    ('GDP per capita', 'births', '')
    >>> subject_in("GDP指数"), subject_in("人均GDP"), subject_in("广东GDP")
    ('GDP指数', '人均GDP', 'GDP')
    >>> subject_in("mid_year_total_births_2020"), subject_in("total_births_of_all_years")
    ('mid year total births', 'births of')
    """
    if CHINESE.search(text):
        stem = re.sub(r"[\d\W_]+$", "", re.sub(r"^[\d\W_]+", "", text))
        places = _chinese(text)
        stem = stem.removeprefix(places[0]) if places else stem
        stem = DATABASE.sub("", stem)
        stem = subject_of(stem)
        read = INTO_LATIN.sub(" ", simplified(stem))
        return stem if OF_WHAT.search(read) and not GENERAL_CHINESE.search(read) else ""
    for place in places_in(text) or _code_in(text):
        form = r"[\W_]+".join(map(re.escape, place.split()))
        text = re.sub(rf"(?<![^\W_]){form}(?![^\W_])", " ", text)
    spaced = re.sub(r"^[\d\W]+", "", re.sub(r"[\s_]+", " ", text)).strip()
    if label_of(spaced).unit:
        return spaced  # what stands in brackets is the unit
    words = [w for w in re.split(r"[\s_+.,;()\-–]+", text) if w]
    known = [n for n, w in enumerate(words) if not w.isdigit() and not GENERAL.fullmatch(w)]
    inside = range(known[0], known[-1]) if known else range(0)  # mid-year total births
    named = {n for n in inside if words[n].casefold() in OF_NAMES}
    kept = [w for n, w in enumerate(words) if n in {*known, *named} and len(w) > 1]
    told = [w for w in kept if not CODE.fullmatch(w) and len(w) > 2]
    name = " ".join(kept)
    whole = len(told) * 2 >= len(kept)
    return name if told and whole and OF_WHAT.search(CAMEL.sub(" ", name)) else ""
