"""A label that begins with its period: `2021年工坊产值(亿元)`, `2023年增速(%)`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.brackets import unit_of
from cpstats.store.cells import FISCAL
from cpstats.store.frequencies import NUMBER_OF, part_of_year
from cpstats.store.recognising.parts_in_labels import ROMAN, part_in, speaks_of_part
from cpstats.store.recognising.price_basis import unit_at_prices
from cpstats.store.recognising.unit_words import is_scaled, is_unit

OF_MONTH = re.compile(
    r"((?:1[0-2]|0?[1-9])月份?)((?:同比|环比|比上年同[月期]|比上月)(?:增长|涨跌幅?|涨幅|增速|指数)?(?: ?\((?:%|上[年月]=100|上年同[月期]=100)\)|%)?)"
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# a year of an era of Japan, or a year of accounts; 年度 is no 年 before 度假 or 度过
ERA_YEAR = r"(?:明治|大正|昭和|平成|令和) ?(?:\d{1,2}|元)年(?:度(?![末假過])|(?!度))"
ACCOUNTS_YEAR = r"(?:19|20)\d\d年度(?![末底假过])"
DATED = pattern(
    r"(?P<when>(?:19|20)\d\d(?=年[末底])|"
    + ERA_YEAR
    + "|"
    + ACCOUNTS_YEAR
    + r"|(?:19|20)\d\d年(?!度(?!假|过))(?:1-\d{1,2}月份?|\d{1,2}月份?|[上下]半年|第?[一二三四]季度|前三季度)?)"
    r"(?:(?<=[月度])[末底])?(?P<what>(?![末底]$)(?:年[末底])?[\u4e00-\u9fffA-Z].*)"
)
# 2022年比2021年增长(%), 2022年为2021年%
OVER = pattern(
    r"(?P<when>(?:19|20)\d\d)年?(?P<how>[比较为])(?P<base>(?:19|20)\d\d)年?(?P<what>\D+)"
)
# a period alone before its unit: 2021年8月(吨)
ALONE = pattern(
    r"(?P<when>"
    + ERA_YEAR
    + "|"
    + ACCOUNTS_YEAR
    + r"|(?:19|20)\d\d年?(?:1-\d{1,2}月份?|\d{1,2}月份?|[上下]半年|第?[一二三四]季度|前三季度)?) ?\((?P<unit>[^()]*)\)"
)
# a year behind a Chinese or Japanese label: 人口(人)2020, 常住人口2021年
LAST_OF_CHINESE = pattern(r"(?P<what>[^\d]*[\u4e00-\u9fff)\]])[ _-]?(?P<when>(?:19|20)\d\d年?)")
NO_PERIOD_BEFORE = pattern(r"(?:至|到|以|比|较|自|从|截至|截止|基期|价|按|不变价|为)$")
# years that are a base, a beginning or an end: 2020年不变价, 2010年=100, 2015年以来, 2015年至2020年
NO_PERIOD = pattern(r"不变价|可比价|价|基期|为|以|至|到|及|和|与|起|初|前|后|的|比(?![重例率])")


# a year behind an English label: Population, 2021; Population (2021); Population in 2021
CHINESE = pattern(r"[\u4e00-\u9fff]")
BEHIND = pattern(
    r"(?P<what>[^\d(].*?[^\s,(_-])(?:, ?| \(| in | - |[ _-])(?P<when>(?:19|20)\d\d(?:[-–/](?:\d\d){1,2})?)\)?"
)
BEFORE = pattern(r"(?P<when>(?:19|20)\d\d)[ _](?P<what>[^\W\d_].*)")  # 2021 Število, 2021_pop
KOREAN = pattern(
    r"(?P<when>(?:19|20)\d\d)년(?!\s*(?:기준|가격|불변|이후|이전|부터|까지|대비)|=)(?=$|[\s(])"
)
FEWEST = 3  # months or quarters behind one name
YEAR = pattern(r"(?:19|20)\d\d")
# a year before its unit: 2021, %; 2021 in kt; 2021 [t]
YEAR_UNIT = pattern(r"(?P<when>(?:19|20)\d\d)(?:, ?| in | ?\[| )(?P<unit>[^\d\[\]()][^\[\]()]*)\]?")
TWO = 2  # years
TWO_YEARS = pattern(r"((?:19|20)\d\d)[-–/]((?:(?:19|20)\d\d)|\d\d)")
PER = pattern(r"(?:per|pro|je|par|por|na|на) [^\W\d]", re.IGNORECASE)  # inhabitant, km2
# the year of the prices: constant 2015 US$, 2015 prices, prices of 2015
PRICES = pattern(
    r"(?:constant|chained)[^()]*(?:19|20)\d\d|(?:19|20)\d\d prices|prices of (?:19|20)\d\d",
    re.IGNORECASE,
)
THOUSANDS = pattern(r"1[ .,]?000(?:[ .,]?000){0,2}")
WITH_UNIT = pattern(
    r"(?P<label>.*\d)(?: ?\((?P<unit>[^()]*)\)| in (?P<words>[^\d()]+)| ?(?P<sign>%))"
)
# the first or last day of a year behind a label, with the word before a day: Einwohner am 31.12.2021
YEARS_DAY = pattern(
    r"(?P<what>[^\d(][^(]*?(?:[^\s,(]|\([^()]*\)))(?:, ?| ?\(| )(?:(?:as of|as at|at|on|am|zum|au|al?|per|pr|на|w dniu|dnia|k|em) )?"
    r"(?:(?:31[./]12[./]|0?1[./]0?1[./])(?P<plain>(?:19|20)\d\d)"
    r"|(?P<day>31|1)(?:st|er|\.)? (?:de )?(?P<month>[^\W\d]{3,10})\.?,? (?:de )?(?P<year>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d)[-.](?:12[-.]31|01[-.]01))\)?",
    re.IGNORECASE,
)
# 2021年比2020年增长(%)
ON_YEAR = pattern(
    r"(?:(?P<year>(?:19|20)\d\d)年?)?[比较](?P<base>(?:19|20)\d\d)年?(?P<grown>(?:±|增长|增减|增速|增幅).*)"
)
# a month in numbers behind a label: Rate 12/2021
MONTH_BEHIND = pattern(
    r"(?P<what>.*[^\W\d](?: ?\([^()]*\))?),? (?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)"
)
DAYS = {("31", 12), ("1", 1)}
# a day before its month: no month is meant
A_DAY = pattern(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de )?(?P<month>[^\W\d]{3,})\.?,? (?:de )?(?:19|20)\d\d"
)
# words beside which a year is a base, an edition or an end
OTHER_YEAR = pattern(
    r"\b(?:prices?|base|based|constant|chained|index|since|from|to|until|before|after|census|ppp|dollars?|"
    r"us\$|euros?|by|of|revision|edition|version|nace|isic|sitc|icd|and|vs)\W*$|=",
    re.IGNORECASE,
)

# a price is what is counted: Price ($/t) 2020, Coal price 2020; of prices at which something is counted the year is no period
OF_PRICE = pattern(
    r"(?!.*\b(?:at|in|of|current|constant|basic|market|fixed|chained|factor|purchasers?|real|previous)\b)(?:[^\W\d]+ ){0,2}prices?(?: \([^()]*\))?,? ?",
    re.IGNORECASE,
)


def _english(label: str) -> tuple[str, str]:
    """Return the year before or behind an English label, and the rest; empty where there is none."""
    for form in (BEHIND, BEFORE):
        found = form.fullmatch(label)
        if found is None or re.search(r"(?:19|20)\d\d", label.replace(found["when"], "", 1)):
            continue
        words = found["what"] if form is BEHIND else ""
        if words and (part := _part_behind(words)) is not None:
            open_ = not part[0] or ROMAN.fullmatch(part[1])  # Zone I, or a quarter
            return ("", label) if open_ else (f"{part[1]} {found['when']}", part[0])
        price = re.search(r"\b(?:prices?|constant|chained|base)\b", label, re.IGNORECASE)
        if OF_PRICE.fullmatch(words) or (not OTHER_YEAR.search(words) and not price):
            first, *last = re.split(r"[-–/]", found["when"])
            what = found["what"]
            what += ")" * (what.count("(") - what.count(")"))  # Density (persons/km2, 2019)
            return f"{first}/{last[0][-2:]}" if last else first, what
    return "", label


def _part_behind(words: str) -> tuple[str, str] | None:
    """Return what stands before a month or a quarter behind some words, and that; None where there is none.

    Nothing stands before it where a day does: that is no period.

    >>> _part_behind("Arbeitslose Januar"), _part_behind("Jobs, Q3"), _part_behind("Jobs, 31 March"), _part_behind("Jobs")
    (('Arbeitslose', 'Januar'), ('Jobs', 'Q3'), ('', ''), None)
    """
    before, blank, last = words.rpartition(" ")
    if not blank or not part_of_year(last):
        return None
    before = before.rstrip(" ,-–")
    return ("", "") if before[-1:].isdigit() or before.endswith(".") else (before, last)


def with_parts_behind(labels: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return the labels that end with a month or a quarter, three of one name at least, each with name and part.

    >>> with_parts_behind(["Rain (mm) Jan", "Rain (mm) Feb", "Rain (mm) Mar", "Rain in May"])
    {'Rain (mm) Jan': ('Rain (mm)', 'Jan'), 'Rain (mm) Feb': ('Rain (mm)', 'Feb'), 'Rain (mm) Mar': ('Rain (mm)', 'Mar')}
    >>> with_parts_behind(["1月环比", "上月环比"])
    {'1月环比': ('环比', '1月')}
    """
    parted = {t: part for t in labels if (part := _part_behind(t)) and part[0]}
    counts = Counter(name for name, _ in {*parted.values()})
    kinds = {t: (found[2], found[1]) for t in labels if (found := OF_MONTH.fullmatch(t))}
    return {t: part for t, part in parted.items() if counts[part[0]] >= FEWEST} | kinds


def in_several_years(labels: Sequence[str]) -> frozenset[str]:
    """Return what is left of labels without their year, where it stands beside two years or more.

    >>> sorted(in_several_years(["Density", "Growth 2020", "Growth 2021", "Rent 2021"]))
    ['Growth']
    """
    years: dict[str, set[str]] = {}
    for label in labels:
        when, what = dated(label) if YEAR.search(label) else ("", "")
        if when:
            years.setdefault(what, set()).add(when)
    return frozenset(what for what, of in years.items() if len(of) > 1)


def _beside_prices(label: str) -> tuple[str, str] | None:
    """Return the year before or behind a label that names the year of its prices too, and the rest."""
    years = YEAR.findall(label)
    if len(years) != TWO or not PRICES.search(label):
        return None
    if label.startswith(years[0]) and label[len(years[0]) :][:1] in " ,":
        return years[0], label[len(years[0]) :].strip(" ,")
    behind = label.endswith(years[1]) and label[: -len(years[1])][-1:] in " ,"
    rest = label[: -len(years[1])].rstrip(" ,")
    return (years[1], rest) if behind and rest[-1:] in ")]" else None


def _on_a_day(label: str) -> tuple[str, str] | None:
    """Return the year at whose beginning or end figures are, and the rest; None where a label names neither."""
    found = YEARS_DAY.fullmatch(label)
    if found is None:
        return None
    if found["day"] and (found["day"], NUMBER_OF.get(found["month"].casefold())) not in DAYS:
        return None
    return found["plain"] or found["year"] or found["iso"], found["what"]


def grown_on(label: str) -> tuple[int, str, bool] | None:
    """Return the year behind the one that a growth is on, the growth, and whether a label names both; else None.

    >>> grown_on("2021年比2020年增长(%)"), grown_on("比2020年±%"), grown_on("2021年比2015年增长(%)")
    ((2021, '增长(%)', True), (2021, '±%', False), None)
    """
    found = ON_YEAR.fullmatch(label)
    year = int(found["base"]) + 1 if found else 0
    alike = found is not None and found["year"] in (None, str(year))
    return (year, found["grown"], bool(found["year"])) if found and alike else None


def _before_a_unit(label: str) -> tuple[str, str] | None:
    """Return the year that stands before a unit in brackets, and the rest; None where it does not."""
    if (bare := YEAR_UNIT.fullmatch(label)) and is_unit(bare["unit"]):
        return bare["when"], f"({bare['unit']})"
    found = WITH_UNIT.fullmatch(label)
    unit = found["unit"] or found["words"] or found["sign"] if found else ""
    known = (
        is_unit(unit)
        or unit_at_prices(unit)
        or any(unit_of(f"({unit})"))
        or is_scaled(unit)
        or THOUSANDS.fullmatch(unit)
        or PER.match(unit)
    )
    if found is None or not known:
        return None
    if YEAR.fullmatch(found["label"]) or FISCAL.fullmatch(found["label"]):
        return found["label"], f"({unit})"
    two = TWO_YEARS.fullmatch(found["label"])
    if two and (int(two[1]) + 1) % 100 == int(two[2][-2:]):
        return f"{two[1]}/{two[2][-2:]}", f"({unit})"
    when, what = _on_a_day(found["label"]) or _english(found["label"])
    return (when, f"{what} ({unit})") if when else None


def _of_pieces(label: str) -> tuple[str, str] | None:
    """Return the year among the pieces of a label, and the rest with its unit in brackets: all;2021;[kg]."""
    pieces = [piece.strip() for piece in label.split(";")]
    years = [piece for piece in pieces if YEAR.fullmatch(piece)]
    units = [p[1:-1] for p in pieces if p.startswith("[") and p.endswith("]") and is_unit(p[1:-1])]
    if len(years) != 1 or len(units) > 1:
        return None
    rest = [p for p in pieces if p and p not in years and p.strip("[]") not in units]
    unit = f" ({units[0]})" if units else ""
    return years[0], f"{', '.join(rest)}{unit}".strip()


def dated(label: str) -> tuple[str, str]:
    """Return the period that a label begins with, and the rest; empty where it does not.

    >>> dated("2021年工坊产值(亿元)"), dated("2023年末常住人口"), dated("2020年不变价产值")
    (('2021年', '工坊产值(亿元)'), ('2023', '年末常住人口'), ('', '2020年不变价产值'))
    >>> dated("Income 2020 (EUR)"), dated("2020 (million)"), dated("2020年GDP(亿元)")
    (('2020', 'Income (EUR)'), ('2020', '(million)'), ('2020年', 'GDP(亿元)'))
    >>> dated("Quote 2022 in %"), dated("Jobless rate, 2022 %"), dated("Output 2020 in cities")
    (('2022', 'Quote (%)'), ('2022', 'Jobless rate (%)'), ('', 'Output 2020 in cities'))
    >>> dated("Output 2020 (current US$ bn)"), dated("Output 2020 (constant 2015 US$)"), dated("Output 2020 (est.)")
    (('2020', 'Output (current US$ bn)'), ('2020', 'Output (constant 2015 US$)'), ('', 'Output 2020 (est.)'))
    >>> dated("令和3年度(億円)"), dated("平成30年人口(人)"), dated("2021年度产值(亿元)"), dated("2021年度假人数")
    (('令和3年度', '(億円)'), ('平成30年', '人口(人)'), ('2021年度', '产值(亿元)'), ('2021年', '度假人数'))
    >>> dated("2020-21 (lakh boxes)"), dated("FY21 (kt)"), dated("2020-22 (kt)")
    (('2020/21', '(lakh boxes)'), ('FY21', '(kt)'), ('', '2020-22 (kt)'))
    >>> dated("Density 2020 (per km2)"), dated("Cars 2020 (per household)"), dated("Hens 2020 (1 000)"), dated("Hens 2020 (1)")
    (('2020', 'Density (per km2)'), ('2020', 'Cars (per household)'), ('2020', 'Hens (1 000)'), ('', 'Hens 2020 (1)'))
    >>> dated("2010年比重(%)"), dated("2010年比例"), dated("2010年比上年")
    (('2010年', '比重(%)'), ('2010年', '比例'), ('', '2010年比上年'))
    >>> dated("2021년 가구수(호)"), dated("2021年产量 Output in 2021 (吨)")
    (('2021', '가구수(호)'), ('2021年', '产量 Output (吨)'))
    >>> dated("2021_pop"), dated("Density (persons/km2, 2019)"), dated("2021 Živina"), dated("2021 Доход")
    (('2021', 'pop'), ('2019', 'Density (persons/km2)'), ('2021', 'Živina'), ('2021', 'Доход'))
    >>> dated("2022年比2021年增长(%)"), dated("2022年为2021年%"), dated("2022年比2015年增长(%)")
    (('2022年', '增长(%)'), ('2022', '为上年%'), ('', '2022年比2015年增长(%)'))
    >>> dated("Houses, %, 2020"), dated("Output, prices of 2015"), dated("2020 Census houses")
    (('2020', 'Houses, %'), ('', 'Output, prices of 2015'), ('2020', 'Census houses'))
    >>> dated("Einwohner am 31.12.2021"), dated("Houses (31 December 2021)"), dated("Debt at 31 December 2021 (million)")
    (('2021', 'Einwohner'), ('2021', 'Houses'), ('2021', 'Debt (million)'))
    >>> dated("Quote (%) k 31.12.2022"), dated("Население (тыс. чел.) на 1 января 2023")
    (('2022', 'Quote (%)'), ('2023', 'Население (тыс. чел.)'))
    >>> dated("Rate (%) 12/2021"), dated("Births on 1.12.2021")[0] == "2021-12"
    (('2021-12', 'Rate (%)'), False)
    >>> dated("Houses (30 June 2021)")
    ('', 'Houses (30 June 2021)')
    """
    if ";" in label and (pieces := _of_pieces(label)):
        return pieces
    day = A_DAY.search(label)
    part = None if day and day["month"].casefold() in NUMBER_OF else part_in(label)
    if part:
        return part
    if (on := grown_on(label)) and on[2]:
        return f"{on[0]}年", on[1]
    if behind := MONTH_BEHIND.fullmatch(label):
        return f"{behind['year']}-{int(behind['month']):02d}", behind["what"]
    when, what = _of_year(label)
    return ("", label) if when and speaks_of_part(what) else (when, what)


def _of_year(label: str) -> tuple[str, str]:
    """Return the period that a label has before or behind its name, or on a day, and the name."""
    if not CHINESE.search(label):
        label = KOREAN.sub(r"\g<when>", label)
        return _on_a_day(label) or _before_a_unit(label) or _beside_prices(label) or _english(label)
    alone = ALONE.fullmatch(label)
    if alone and is_unit(alone["unit"]):
        return alone["when"], f"({alone['unit']})"
    over = OVER.fullmatch(label)
    if over and int(over["when"]) - int(over["base"]) == 1:
        return over["when"], f"{over['how']}上年{over['what']}"
    behind = LAST_OF_CHINESE.fullmatch(label)
    if behind and not NO_PERIOD_BEFORE.search(behind["what"]):
        return behind["when"], behind["what"]
    found = DATED.fullmatch(label)
    if found is None or NO_PERIOD.match(found["what"]):
        return "", label
    year = found["when"][:4]  # said again in another language: 产量 Output in 2021
    return found["when"], re.sub(
        rf"(?<=[A-Za-z]),?(?: in| of| for)? {year}(?![\d年])", "", found["what"]
    )
