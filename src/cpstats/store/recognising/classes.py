"""Names that say only which part of something is counted, or how: men, total, number. Of what, a title says."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import number, period_of
from cpstats.store.recognising.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Collection

CHINESE = pattern(r"[\u4e00-\u9fff]")
WORDS = pattern(
    r"(?:both sexes|overall|gesamt|(?:fe)?males?|(?:wo)?men|boys|girls|totals?|all (?:ages|persons)|total population|"
    r"m[aä]nner|frauen|m[aä]nnlich|weiblich|insgesamt|zusammen|hommes?|femmes?|ensemble|hombres?|mujeres?|"
    r"ambos sexos|varones|homens|mulheres|ambos os sexos|maschi|femmine|uomini|donne|totale|mannen|vrouwen|totaal|"
    r"m[aä]n|kvinnor|totalt|mænd|kvinder|i alt|menn|kvinner|begge kjønn|miehet|naiset|yhteensä|mehed|naised|"
    r"mehed ja naised|m[eę]żczyźni|kobiety|ogółem|muži|ženy|celkem|spolu|férfiak|nők|összesen|bărbați|femei|"
    r"мужчины|женщины|всего|итого|чоловіки|жінки|усього|мъже|жени|общо|erkek|kadın|toplam|laki-laki|perempuan|jumlah|"
    r"numbers?|rates?|index|indices|indeks|índice|indice|per ?cent(?:ages?)?|shares?|anzahl|anteil|quote|nombre|taux|effectifs?|número|tasa|porcentaje|"
    r"gross|net|brutto|netto|bruto|neto|urban|rural|perkotaan|perdesaan|pedesaan|urbana|urbano|urbain|ländlich|städtisch|means?|medians?|averages?|avg|durchschnitt|moyennes?|promedio|mediana?|média|mediane|médiane|среднее|średnia|gemiddelde?|城镇|农村|"
    r"(?:rates? )?(?:per|pro|pour|por|par|na|на|je|à) \d{1,3}(?:[ .,\u00a0]?000){1,3}(?: [^\W\d]{1,20})?|"
    r"nam|nữ|男性?|女性?|男子|女子|总计|總計|合计|合計|男女計|[计計]|남자?|여자?|계)",
    re.IGNORECASE,
)

LANGUAGES = pattern(r"\s*[-–/\n]\s*|\s+")  # between a word and its translation
GROUPS = pattern(  # names too, but below a title that counts one thing in one unit
    r"(?:non-?)?residents?|n[ãa]o[ -]residentes|no[ -]residentes|non[ -]résidents?|résidents?|nicht-?gebietsansässige|gebietsansässige|nerezidenti|rezidenti|nierezydenci|rezydenci|non residenti|residenti|нерезиденты|резиденты|foreigners?|nationals?|natives?|public|private|domestic|foreign|local|international|employed|"
    r"ausländer|inländer|öffentlich|privat|étrangers?|nationaux|publics?|privés?|extranjeros?|residentes|públic[oa]s?|privad[oa]s?|国内|国外|境内|境外|(?:全体|全部|城镇|农村|城市|乡村)常?住?居民",
    re.IGNORECASE,
)

# how a series was made, perhaps with what its figures are behind it: Original series (annual change)
SERIES = pattern(
    r"(?:original|unadjusted|bruts?|brutes|(?:not |non-?)?seasonally adjusted|seasonally unadjusted|trend(?:[- ]cycle)?|série brute|données brutes|"
    r"(?:first|second|third|advance|flash|preliminary|provisional|revised|final|latest|previous) (?:estimates?|releases?|data|figures?)|(?:première|deuxième|dernière) estimation|(?:erste|zweite) schätzung|"
    r"(?:série )?(?:désaisonnalisée?s?|cvs)|desestacionalizad[oa]s?|sin desestacionalizar|tendencia(?:[- ]ciclo)?|dessazonalizad[oa]s?|"
    r"com ajuste sazonal|sem ajuste sazonal|saisonbereinigt|unbereinigt|originalwerte?|trendwerte?|originale?|destagionalizzat[oaie]|"
    r"原系列|季節調整(?:済|値|系列)?|原数列|初步核算数|最终核实数|初步数|初步统计数|快报数|核实数|修订数|年报数|季调后?|未季调|원계열|계절조정)"
    r"(?: (?:series|data))?(?: ?\([^()]*\))?"
    r"|series? (?:original(?:es)?|desestacionalizadas?)(?: ?\([^()]*\))?",
    re.IGNORECASE,
)

# at which prices, and not of what: Current prices, 実質(2015年連鎖価格)
PRICES = pattern(
    r"(?:at |in |à |a |en |zu |aux )?(?:(?:current|constant|chained|(?:constant |chained )?(?:19|20)\d\d|previous year) prices|nominal(?:e[ns]?|es)?|real(?:e[ns]?|es)?|"
    r"réel(?:le)?|chain(?:ed|[- ]linked) volumes?(?: measures?)?|prix (?:courants|constants|chaînés)|precios (?:corrientes|constantes)|"
    r"preços (?:correntes|constantes)|jeweilige[nr]? preisen?|preisbereinigt|prezzi (?:correnti|costanti)|valori concatenati|"
    r"(?:lopende|constante) prijzen|(?:constant|current)(?: \((?:19|20)\d\d\))?|(?:constante|corriente|corrente|courant)s?(?: \((?:19|20)\d\d\))?|в (?:текущих|постоянных|сопоставимых) ценах|名目|実質|名义|名義|实际|實質|现价|現價|不变价格?|不變價格?|可比价格?|当年价格?|명목|실질)"
    r"(?: of (?:19|20)\d\d)?(?: ?\([^()]*\))?",
    re.IGNORECASE,
)

CLASS = pattern(r"^(\d{1,3}) ?[-–~] ?(\d{1,3})$")
YEARS = r"(?:years?(?: old| of age)?|yrs?\.?|jahren?|j\.|ans|años|anos|anni|jaar|år|lat|let|év|лет|років|岁|歲|歳|세)"
AGES = pattern(  # 20-64 years, bis 20 Jahre, zw. 20 und 64 Jahren, 65 ans et plus, 65岁及以上
    rf"(?:(?:aged?|from|between|von|zw\.|zwischen|de|da|van|od|от) )?\d{{1,3}} ?(?:[-–—~]|to|and|bis(?: unter)?|und|unter|à|a|y|e|ai|tot|til|till|do|до|至) ?\d{{1,3}} ?{YEARS}"
    rf"|(?:under|below|over|above|up to|unter|bis(?: unter)?|über|ab|moins de|plus de|menos de|más de|mais de|até|onder|boven|under|över|over|do|до|от|старше|младше) \d{{1,3}} ?{YEARS}"
    rf"|\d{{1,3}} ?{YEARS} ?(?:(?:and|or) (?:over|older|more|above)|und (?:älter|mehr|darüber)|et plus|y más|ou mais|e più|en ouder|och äldre|og over|i więcej|и старше|及以上|以上|及以下|以下|이상|미만|이하)",
    re.IGNORECASE,
)


def is_age(name: str) -> bool:
    """Whether a name says only of which age those are who are counted.

    >>> [is_age(text) for text in ("bis 20 Jahre", "zw. 20 und 64 Jahren", "65 ans et plus", "0-14岁", "aged 15-64 years")]
    [True, True, True, True, True]
    >>> [is_age(text) for text in ("10 years", "2010-2020", "Bonds, 5 to 10 years", "20-64")]
    [False, False, False, False]
    """
    return AGES.fullmatch(name.strip()) is not None


def is_group(name: str) -> bool:
    """Whether a name may say which part of what a title counts is meant: residents, of nights in hotels.

    >>> is_group("Foreigners"), is_group("Foreign trade")
    (True, False)
    """
    return GROUPS.fullmatch(name.strip()) is not None


@lru_cache(maxsize=65_536)
def is_class(name: str) -> bool:
    """Whether a name says only which part is counted, or that all are.

    >>> is_class("Women"), is_class("männlich"), is_class("Mehed ja naised"), is_class("Women employed"), is_class("Gross")
    (True, True, True, False, True)
    >>> is_class("Kadın-Female"), is_class("Toplam Total"), is_class("Kadın-Tea")
    (True, True, False)
    >>> is_class("Serie original (variación anual)"), is_class("Seasonally adjusted"), is_class("Seasonally adjusted jobs")
    (True, True, False)
    >>> is_class("Per 100 000"), is_class("per 1,000 births"), is_class("Per 1000 or so of men")
    (True, True, False)
    >>> is_class("Flash estimate"), is_class("Previous estimates of sales")
    (True, False)
    >>> is_class("Current prices"), is_class("実質(2015年連鎖価格)"), is_class("2015 prices"), is_class("Real estate")
    (True, True, True, False)
    >>> is_class("Urban + Rural"), is_class("Urban + Kent")
    (True, False)
    >>> is_class("Constant (2015)"), is_class("Corriente"), is_class("Constant huts")
    (True, True, False)
    """
    if " + " in name:
        return all(map(is_class, name.split(" + ")))
    both = LANGUAGES.split(name.strip())
    if len(both) == 2 and all(map(WORDS.fullmatch, both)):
        return True
    return any(form.fullmatch(name.strip()) for form in (WORDS, SERIES, PRICES))


@lru_cache(maxsize=4096)  # asked of the label of every figure
def has_class(label: str) -> bool:
    """Whether a label has a word for a class, and is not a Chinese one that says of what.

    >>> has_class("Total, Women"), has_class("男(人)"), has_class("人口, 男(人)")
    (True, True, False)
    """
    pieces = [label_of(piece).name for piece in label.split(", ")]
    if len(pieces) > 1 and CHINESE.search(label) and not is_class(pieces[0]):
        return False
    return any(map(is_class, pieces))


def is_only_number(name: str, labels: Collection[str]) -> bool:
    """Whether a name is a number, which names nothing; an age among classes of age, which goes on with one, is a name.

    >>> is_only_number("0", ["0", "1-4", "5-9"]), is_only_number("100", ["90-94", "95-99", "100"])
    (False, False)
    >>> is_only_number("0", ["0", "1", "2"]), is_only_number("7", ["1-4", "5-9"]), is_only_number("2021", [])
    (True, True, False)
    """
    if number(name) is None or period_of(name) is not None:
        return False
    if not name.isdecimal() or len(name) > 3:
        return True
    ends = {end for label in labels for end in CLASS.findall(label)}
    lower, upper = {int(a) for a, _ in ends}, {int(b) for _, b in ends}
    return not (len(ends) > 1 and (int(name) + 1 in lower or int(name) - 1 in upper))
