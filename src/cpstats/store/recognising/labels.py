"""What a bureau writes over a column: name, measure, unit and cumulation in one label.

`国内生产总值累计值(亿元)` is the indicator 国内生产总值, a level, cumulated from January, in 亿元;
`居民消费价格指数(上年同月=100)` is an index on the same month of the year before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cpstats.model.pattern import pattern
from cpstats.store.brackets import unit_of, without_code
from cpstats.store.recognising.another_unit import has_another_unit, in_one_of_two
from cpstats.store.recognising.bases_in_words import with_base
from cpstats.store.recognising.behind_signs import with_unit_in_brackets
from cpstats.store.recognising.english_growth import (
    BEFORE_ALONE,
    ENGLISH,
    GROWTH,
    ON_THE_PREVIOUS,
    REAL_GROWTH,
    YEAR_BEHIND,
)
from cpstats.store.recognising.growth_words import growth_in_words, without_signs
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.index_words import (
    BASE,
    FROM_JANUARY,
    INDEX,
    MONTH_BEFORE,
    compared,
    is_base,
    unit_of_base,
    without_year_before,
)
from cpstats.store.recognising.measure_endings import endings_of, is_amount, is_ending, named_growth
from cpstats.store.recognising.price_basis import basis_in, money_of_year, without_last_prices
from cpstats.store.recognising.thousands_in_words import with_thousands
from cpstats.store.recognising.to_date import so_far, without_to_date
from cpstats.store.recognising.unit_words import (
    LENGTH,
    is_classifier,
    is_measure,
    is_of_whom,
    is_scaled,
    is_thing,
    is_unit,
    is_unit_behind,
    scaled_at_an_end,
    without_power,
)
from cpstats.store.sheet import plain


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart; `cumulated` from January, None where it does not say."""

    name: str
    measure: str = "level"
    unit: str = ""
    cumulated: bool | None = None
    basis: str = ""  # of prices


CHINESE = pattern(r"[\u4e00-\u9fff]")
BRACKETS = pattern(r"^(?P<name>.*?)\s*\((?P<inside>[^()]*)\)$")
# Wert in Mio. EUR, Output [km2], Area - hectares; no unit of one letter, and no word that counts
IN_UNIT = pattern(
    r"^(?P<name>[^\u4e00-\u9fff]+?)(?: in | en | em | w | ve? | в | у | i (?=pct|proc|pros|%)| [-–] |\s*\[)(?!number\b|index\b|\S+ (?:in|en|em|w|ve?|в|у) %)(?P<unit>[^\[\]]{2,30}|[%‰])\]?$"
)
BEFORE_SIGN = tuple(f" {word} %" for word in ("in", "en", "em", "w", "v", "ve", "в", "у", "i"))
LETTER = pattern(r"[A-Z]|M[0-4]")
IN = pattern(r"^in ", re.IGNORECASE)
LIST = pattern(r"[,;] |[，；、]|,(?!\d)")  # in brackets, not the comma of 1,000
IN_SQUARE = pattern(r"[\[【]([^\[\]【】]+)[\]】]$")
PERCENT_OF = pattern(  # % of total, % with water, debt as % of output
    r"(?i)^(?:(?:in|en|em|w|as) )?% [^\W\d_]|^(?:per ?cent(?:age)?|pct\.?) (?:of|share|with|without)\b| % of (?:gdp|gnp|gni|output|total)\b|(?<=\S) (?:en|in) % (?:du|of|des|del) (?:pib|bip|gdp)\b| as (?:a )?(?:%|per ?cent(?:age)?|share) of "
)
AT_PRICES = pattern(r"(?:\((?:按)?(?:当年价格?|现价|现行价格)(?:计算)?\)|_(?:当年价|现价))$")
TIMES = pattern(r"(?:(?:x|×|\*|in) ?)?1[ ,.'’]?000(?P<more>[ ,.'’]?000)?s?")
TOTAL_INDEX = pattern(r"(?:(?:指数)?, )?总?指数$")
# of growth that is no growth of the default price basis, or on the period before: a name of its own
OTHER_GROWTH = pattern(
    r"(?:(?P<kind>名义|实际|环比|[比较]上[月季期](?:度|末)?|[比较](?:年初|上年末|年末))[±+-]*(?:增长率?|增速|增幅|增减)|(?P<alone>环比))$"
)
ONE_PERIOD = pattern(r"(?:当[期月季]|单[月季])同比$")
OF_ITSELF = pattern(r"自然增长率?$")  # the difference of birth and death rate is a level
# A label that says only what kind of figure stands below it, not of what.
FIGURES = pattern(
    r"(?:(?:(?P<cum>(?:自年初|年初|本年|(?:截?止?至?)本月[止末]?)?累计[数额值]?|1-\d{1,2}月(?:份)?(?:累计)?)|(?P<single>本月|当月|當月|单月|單月|単月|당월|당분기|当季|本季|当期|\d{1,2}月份?(?:[当单]月值?)?|[一二三四]季度[当单]季值?)"
    r"|本期|(?P<whole>全年|本年))(?:实际)?)?"
    r"(?:(?P<growth>[±+-]*(?:(?:比|较)?(?:上年度?|去年|同比)(?:同期|同月)?[±+-]*)?(?:增长|增速|增幅|增减)率?|(?:同比|[比较](?:上年|去年)(?:同期)?)?(?P<sign>±|\+/?-)|同比)"
    r"|(?P<level>绝对[额量数值]|[年期][末底]数|总量|总额|数值|数量|值|(?:实际)?完成[额值数]?|实绩|金额|指标值))?"
)
LEVEL = re.compile(r"(?P<name>levels?|水平)(?:[,，] ?(?P<unit>[^,，]+))?", re.IGNORECASE)
GROWN = {"year": "", "before": ON_THE_PREVIOUS, "real": " (real growth)"}
ADJUSTED = pattern(
    r"(?i)[,;] (?:not |non-?)?(?:seasonally|calendar)[^,;]*adjusted(?: data)?$|,? (?:com|con) ajuste (?:sazonal|estacional)$"
)
BEFORE_KIND = pattern(r", |: | [-–—·|] ")
# a heading ends in it, or has a sign behind it: Rent growth, %
LEFT_COMMA = pattern(r"(?<=[\w)])[,;，；、] ?(%?)$")


@lru_cache(maxsize=1 << 15)  # the labels of the widest line, the places of a large table
def label_of(text: str) -> Label:
    """Take a label apart; what is not recognised stays in the name.

    >>> label_of("国内生产总值累计值(亿元)")
    Label(name='国内生产总值', measure='level', unit='亿元', cumulated=True, basis='')
    >>> label_of("工业增加值同比增长（%）")
    Label(name='工业增加值', measure='growth', unit='%', cumulated=None, basis='')
    >>> label_of("地区生产总值指数(上年=100)_当季值")
    Label(name='地区生产总值', measure='index', unit='上年=100', cumulated=False, basis='')
    >>> label_of("人口自然增长率(‰)")
    Label(name='人口自然增长率', measure='level', unit='‰', cumulated=None, basis='')
    """
    rest = without_to_date(text)
    return _taken_apart(text) if rest in (text, "") else _so_far(_taken_apart(rest), text)


def _so_far(made: Label, text: str) -> Label:
    """Return a label as of the months since January, or as growth on the beginning of the year."""
    name, since = so_far(made.name, made.measure, text)
    return replace(made, name=name, cumulated=since)


def _taken_apart(text: str) -> Label:
    """Take a label apart that says nothing of the months so far in words."""
    rest, prices = without_last_prices(text)
    if prices and (own := label_of(rest)).unit:
        return replace(own, name=f"{own.name}, {prices}")
    text = with_base(without_signs(with_thousands(plain(text))))
    printed = LEFT_COMMA.sub(lambda m: f" ({m[1]})" if m[1] else "", text)
    printed = IN_SQUARE.sub(lambda m: f"({m[1]})" if is_unit(m[1]) else m[0], printed)
    made = Label(with_unit_in_brackets(without_code(in_one_of_two(printed))))
    if grown := _growth_of(made.name):
        return grown
    if index := without_year_before(made.name):
        return Label(index, "index", INDEX[0])
    ended = "%" if CHINESE.search(made.name) else " %"  # 增长%; World share %
    if made.name.endswith(ended) and not made.name.casefold().endswith(BEFORE_SIGN):
        made = replace(made, name=made.name[:-1].rstrip(), unit="%")
    made = _behind_signs(_in_brackets(made))
    if OF_ITSELF.search(made.name):
        return replace(made, unit="") if has_another_unit(made.name, made.unit) else made
    other = OTHER_GROWTH.search(made.name)
    if other and not is_amount(made.name, made.unit):
        name = made.name.removesuffix(other.group()).strip("_- ")
        since = name.removesuffix("累计同比").strip("_- ")
        made = replace(made, measure="growth", cumulated=True if since != name else None)
        if single := ONE_PERIOD.search(since):
            since = since[: single.start()].strip("_- ")
            made = replace(made, cumulated=False)
        return replace(made, name=since + named_growth(other)) if since else made
    for ending, measure, cumulated in endings_of(made.name):
        name = made.name.removesuffix(ending)
        if (
            name not in ("", made.name)
            and is_ending(ending, name, made.unit)
            and (measure == "level" or made.unit in ("", "%", "‰"))
        ):
            made = replace(made, name=name.strip("_- "), measure=measure, cumulated=cumulated)
            break
    percent = "%" if PERCENT_OF.search(made.name) else ""
    made = replace(made, unit=made.unit or percent or scaled_at_an_end(made.name))
    alone = made.measure != "level" or not has_another_unit(made.name, made.unit)
    return _index(made) if alone else replace(made, unit="")


def _behind_signs(made: Label) -> Label:
    """Return a label with the unit behind its last comma, or behind in: Jobs, thousands; Output in kt."""
    name, comma, last = made.name.rpartition(", ")
    closed = last.endswith(")") and name.count("(") > name.count(")")  # Jobs (16+, millions)
    last = last.removesuffix(")") if closed else last
    unit = next(filter(is_unit_behind, (IN.sub("", last), last)), "") if comma else ""
    several = closed and is_unit(name.rpartition("(")[2])  # (million USD, %)
    own = unit and not (several or is_thing(unit))  # Industry, Building
    if own and not made.unit and not CHINESE.search(made.name):
        made = replace(made, name=f"{name})" if closed else name, unit=unit)
    found = IN_UNIT.match(made.name) if not made.unit else None
    if found and is_unit_behind(said := found["unit"]) and said.count("(") == said.count(")"):
        made = replace(made, name=found["name"], unit=without_power(said))
    return made


def _growth_of(name: str) -> Label | None:
    """Return the growth that English words say of what stands before them, behind a sign or not.

    >>> _growth_of("Retail sales, % change on previous month")
    Label(name='Retail sales (previous-period growth)', measure='growth', unit='%', cumulated=None, basis='')
    >>> _growth_of("Output real growth (%)").name, _growth_of("Retail sales, change")
    ('Output (real growth)', None)
    >>> _growth_of("Preise (Veränderung zum Vorjahr in %)"), _growth_of("Sales (% of output)")
    (Label(name='Preise', measure='growth', unit='%', cumulated=None, basis=''), None)
    """
    inside = BRACKETS.match(name)
    if inside and _is_grown(name) and (kind := figures_of(inside["inside"])):
        return replace(kind, name=inside["name"] + kind.name)
    for sign in BEFORE_KIND.finditer(name):
        kind = figures_of(name[sign.end() :])
        if kind and kind.measure == "growth" and sign.start():
            return replace(kind, name=name[: sign.start()] + kind.name)
    if behind := YEAR_BEHIND.fullmatch(name):  # CPI y/y %
        return Label(behind["name"] + ON_THE_PREVIOUS * bool(behind["before"]), "growth", "%")
    found = ENGLISH.match(name)
    kind_of = f" ({found['kind'].lower()} growth)" if found and found["kind"] else ""
    return Label(found["name"] + kind_of, "growth", "%") if found else None


def _is_grown(name: str) -> bool:
    """Whether the brackets behind a name say that its figures are growth: Prices (% yoy)."""
    inside = BRACKETS.match(name)
    return inside is not None and bool(inside["name"]) and is_growth(inside["inside"])


def _in_brackets(made: Label) -> Label:
    """Return a label with the unit, and the prices, that its last brackets say."""
    inside = BRACKETS.match(made.name)
    inside = None if inside and is_of_whom(*inside.groups()) else inside
    unit, basis = (of, "") if (of := money_of_year(made.name)[0]) else unit_of(made.name)
    if inside and (times := TIMES.fullmatch(inside["inside"])):
        return replace(made, name=inside["name"], unit="million" if times["more"] else "thousand")
    if inside and unit and " " in IN.sub("", inside["inside"]):
        return replace(made, unit=unit, basis=basis)  # % of GDP: the name needs what is said there
    if inside and _is_printed_unit(inside["name"], inside["inside"]):
        bare = IN.sub("", inside["inside"])  # (in thousand tonnes)
        printed = bare if is_unit(bare) else inside["inside"]
        return _at_prices(replace(made, name=inside["name"], unit=printed))
    if (
        inside
        and not unit
        and basis_in(inside["inside"])
        and (own := label_of(inside["name"])).unit
    ):
        return replace(own, name=f"{own.name} ({inside['inside']})")  # Output, £m (2019 prices)
    if inside and unit:
        whole = not (basis and CHINESE.search(made.name))  # (亿元,现价)
        return replace(made, name=made.name if whole else inside["name"], unit=unit, basis=basis)
    return _first_in_list(made, inside["name"], LIST.split(inside["inside"])) if inside else made


def _first_in_list(made: Label, name: str, parts: list[str]) -> Label:
    """Return a label with the unit that a list in its brackets begins with: Jobs (thousand, aged 15 to 64).

    >>> _first_in_list(Label("Jobs (thousand, all)"), "Jobs", ["thousand", "all"]).name
    'Jobs (all)'
    """
    first, *others = parts
    said_again = any(is_unit(other) or is_growth(other) or "=" in other for other in others)
    if not others or said_again or not (_is_printed_unit(name, first) or is_base(first)):
        return made
    own = label_of(f"{name} ({first})")
    said = ", ".join(others) + " growth" * (
        own.measure == "growth" and others[-1] in ("real", "nominal")
    )
    space = "" if CHINESE.search(own.name) else " "
    return replace(own, name=f"{own.name}{space}({said})") if own.unit else made


def _at_prices(made: Label) -> Label:
    """Return a label without the bracket that says current prices: 产值(当年价格)(亿元)."""
    prices = AT_PRICES.search(made.name)
    return replace(made, name=made.name[: prices.start()], basis="current") if prices else made


def _is_printed_unit(name: str, inside: str) -> bool:
    """Return whether a bracket holds a unit, and not the base of an index that has its own label."""
    monthly = inside == MONTH_BEFORE and "居民消费" in name
    own = inside in INDEX or BASE.fullmatch(inside) or monthly
    own = own or inside == "M" or (inside == "m" and not LENGTH.search(name))  # millions; men
    return (is_unit(inside) or is_scaled(inside) or is_classifier(inside)) and not own


def _index(made: Label) -> Label:
    """Return a label as an index where a bracket says what is 100."""
    inside = BRACKETS.match(made.name)
    base = inside["inside"] if inside else ""
    if inside and base in INDEX:
        since = True if base == FROM_JANUARY and made.cumulated is None else made.cumulated
        return Label(TOTAL_INDEX.sub("", inside["name"]), "index", "上年=100", since)
    if inside and BASE.fullmatch(base):
        of = base if CHINESE.search(inside["name"]) else base.replace("年", "")
        name = inside["name"].replace(f"({base})", "")  # Prices(2020=100), Food
        unit = unit_of_base(base, name, made.unit)
        return Label(f"{name}({of})", "level", unit, made.cumulated)
    return made


def on_base(label: Label, unit: str) -> Label | None:
    """Return the label of a level as the index that the words in its unit's place make of it; None where they are a unit.

    >>> on_base(Label("居民消费价格指数"), "上年=100")
    Label(name='居民消费价格', measure='index', unit='上年=100', cumulated=None, basis='')
    """
    if label.measure != "level" or not is_base(unit) or label.name.endswith("=100)"):
        return None
    return _index(replace(label, name=f"{label.name}({unit})", unit=""))


@lru_cache(maxsize=20_000)
def figures_of(text: str) -> Label | None:
    """Return what kind of figures a label announces, None where it says of what they are.

    Growth that is not of the default price basis, or on the period before, has a name to be put
    behind that of what grows: 名义增速.

    >>> figures_of("1-8月累计"), figures_of("本月增长(%)"), figures_of("地区生产总值")
    (Label(name='', measure='level', unit='', cumulated=True, basis=''), Label(name='', measure='growth', unit='%', cumulated=False, basis=''), None)
    """
    rest = without_to_date(text)
    if rest != text:
        kind = _kind_of(rest) if rest else Label("")
        return kind and _so_far(kind, text)
    return _kind_of(text)


def _kind_of(text: str) -> Label | None:
    """Return the kind of figures of a label that says nothing of the months so far in words."""
    name = without_signs(plain(text))
    name = name.replace("_", " ") if name.isascii() else name  # change_yoy_pct
    if (grown := _english_growth(name)) or LETTER.fullmatch(name):
        return grown  # C, G, I, X, M are names, and M2 is money
    inside = BRACKETS.match(name)
    if inside and (on := compared(inside["name"], inside["inside"])):
        return Label(*on)
    unit = inside["inside"] if inside and is_unit(inside["inside"]) else ""
    # Value (millions), Value in million EUR; Level; Level, kt
    for said in (inside, IN_UNIT.match(name), LEVEL.fullmatch(name)):
        if said and (said.re is LEVEL or role_of(said["name"]) == "value"):
            own = said[2] or ""
            if is_unit(own) or (said.re is LEVEL and not own):
                return Label("", "level", own)
    alone = inside["name"] if inside and unit else name
    if not unit and alone.endswith("%"):
        alone, unit = alone[:-1].rstrip(), "%"  # 增速%
    other = OTHER_GROWTH.fullmatch(alone)
    if other and not is_amount(alone, unit):
        return Label(named_growth(other), "growth", unit)
    found = FIGURES.fullmatch(alone)
    if found is None or not (found.group() or unit) or (found["sign"] and unit != "%"):
        return _in_words(name)
    since = True if found["cum"] else False if found["single"] else None
    kind = Label("", "growth" if found["growth"] else "level", unit, since)
    grows = found["growth"] or ""
    amount = (
        unit != "%" if grows.endswith("增减") else grows and unit not in ("", "%")
    )  # 同比增减(万人)
    return None if amount else kind


def _in_words(name: str) -> Label | None:
    """Return the kind that a label in any language says, growth, or a unit that a title has to say the rest of."""
    if on := growth_in_words(name):
        return Label(GROWN[on], "growth", "%")
    if without_year_before(name) == "":
        return Label("", "index", INDEX[0])
    scaled = (
        is_scaled(name) and name[-1].islower() and not name.istitle()
    )  # thousand b/d; no Thousand Oaks
    return Label("", "level", name) if is_measure(name) or scaled else None


def is_growth(text: str) -> bool:
    """Whether a text says no more than that figures are growth, and perhaps that they are adjusted.

    >>> is_growth("Percentage change on previous year, seasonally adjusted"), is_growth("Jobs")
    (True, False)
    """
    kind = figures_of(ADJUSTED.sub("", text)) if text else None
    return kind is not None and kind.measure == "growth"


def _english_growth(name: str) -> Label | None:
    """Return what English words that say only how a figure grows make of it."""
    if other := REAL_GROWTH.fullmatch(name):
        return Label(f" ({other['kind'].lower()} growth)", "growth", "%")
    if BEFORE_ALONE.fullmatch(name):
        return Label(ON_THE_PREVIOUS, "growth", "%")
    if name.isascii() and (grown := GROWTH.fullmatch(name.strip("() "))):
        before = any(grown.group("before", "previous", "behind"))
        return Label(ON_THE_PREVIOUS if before else "", "growth", "%")
    return None
