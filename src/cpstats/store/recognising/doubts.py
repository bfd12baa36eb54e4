"""What is odd about the figures of a table once they are read: asked about, or said."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit
from cpstats.store.cells import is_number
from cpstats.store.recognising import telling
from cpstats.store.recognising.beside_numbers import unit_beside_numbers
from cpstats.store.recognising.fractions_among import fractions_among
from cpstats.store.recognising.grown_by_levels import hundredth_of_growth, levels_give
from cpstats.store.recognising.growth_words import growth_in_words, is_growth_of_something
from cpstats.store.recognising.header_words import CAMEL
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.scales import is_scale
from cpstats.store.recognising.unit_words import in_english

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cpstats.store.sheet import Sheet

    Rows = Sequence[Sequence[str]]
    Origins = Sequence[tuple[int, int]]

# names of what is a rate, whatever of
RATE = pattern(
    r"(?:率|比重|占比|份额|比例|構成比|构成比|구성비|增速|增长|涨幅|降幅)(?=$|, )|"
    r"\b(?:rates?|growth|percent(?:age)?|unemployment|inflation|shares?|proportion|"
    r"urbani[sz]ation|participation|taux|croissance|ch[oô]mage|anteil|wachstum|"
    r"arbeitslosigkeit|tasa|taxa|porcentaje|crecimiento|crescimento|desempleo|desemprego|"
    r"\w{3,}quote|\w{3,}percentage|\w{3,}sgrad(?:en)?|\w{3,}prosent|tasso|tassi|persentase|percentuale|percentagem|porcentagem|stopa|odsetek|udział|míra|podíl|ráta|ráták|aránya?|oranı|yüzdesi|доля|"
    r"удельный вес|уровень безработицы|рівень безробіття|частка|tỷ lệ|tỷ trọng|osuus|\w{3,}aste|andel|aandeel|ποσοστό|نسبة)\b|^grad$|割合$|^[^및()]{1,40}(?<!환)[률율]$",
    re.IGNORECASE,
)
PER_CENT = pattern(
    r"%|per ?cent|(?<![^\W_])pct(?![^\W_])|prozent|pour ?cent|por ?c[ei]n|procent|процент",
    re.IGNORECASE,
)
PER_MANY = pattern(  # no share: per 1000; nor what one money is worth in another
    r"\b(?:per|pro|je|por|par|pour|cada|na) \d|\b(?:exchange|conversion) rates?\b|[汇匯]率|\btaux de change\b|\btasas? de cambio\b|"
    r"\btaxas? de câmbio\b|\btass[oi] di cambio\b",
    re.IGNORECASE,
)
EXCEPT = pattern(
    r"\((?:except|excluding|other than|unless|ohne|außer|sauf|salvo|excepto|除)[^()]*\)",
    re.IGNORECASE,
)
RATES = ("growth", "share")
FRACTION = "fraction"
MANY = 5  # times that a last number is smaller than its series
FEW = 3  # figures that are a series
NO_INDEX = 50  # on 100
NAME, PLACE, MEASURE, VALUE, UNIT = 0, 1, 3, 4, 5
LONGEST_WORD = 24  # letters of a name that was cut behind them
RATIO = pattern(
    r"(?<![同环])比$|比例$|比重$|占比$|系数$|(?<![汇费])率$|倍数$|[률율率][^,]{0,12}(?:차|差)$|(?<!환)[률율]$|비중$|구성비$|\b(?:ratio|share|coefficient)$",
    re.IGNORECASE,
)
PER_SO_MANY = pattern(
    r"\b(?:per|pro|je|por|par|pour|cada|na|на) 1(?:[ .,]?000|00\b)|每[十百千万]", re.IGNORECASE
)
PER_HEAD = pattern(
    r"\b(?:per|par|por|pro|je|pr\.?|na|egy|på|pe) (?:1 |one )?(?:head|capita|c[aá]pita|person\w?|inhabitant|employee|worker|household|hour|kopf|einwohner\w?|"
    r"erwerbstätige\w?|haushalt|habitant\w?|tête|capite|abitante|osob[ęuy]|mieszkańca|obyvatele|obyvateľa|főre|inwoner|invånare|innbygger|indbygger|locuitor)\b|"
    r"\bper kapita\b|\bkişi başı|\bна (?:душу|одного|одну особу|1 жителя|человека)|henkeä kohti|asukasta kohti|đầu người|κατά κεφαλή|للفرد|"
    r"[1１一]人当たり|[人户]均|1인당",
    re.IGNORECASE,
)
PER_AREA = pattern(
    r"(?:/|\b(?:per|pro|je|par|por|op|na|на)) ?(?:km ?[2²]|sq\.? ?km|square|кв\.? ?км|qkm|ha\b|hectares?|acres?)|密度|\b\w*(?:density|dichte|densité|densidad|densidade|densità|dichtheid|"
    r"плотность|gęstość|hustota|täthet|tæthed|tetthet|yoğunluğu)\b|밀도",
    re.IGNORECASE,
)
LARGE = 6  # power of ten of no amount per head
INDEX = pattern(
    r"\b(?:index|indices|indeks\w*|indice|índice|indekss|індекс\w*|индекс\w*)\b|指数|指數|지수",
    re.IGNORECASE,
)
OF_NAME = pattern(r"\((?:per |/ ?)(?P<what>[^()]{1,20})\)$")
PER = pattern(r"(?P<of>[^/]{1,30}?)(?: per |/)[^/]{1,20}")
ON_BASE = pattern(r"= ?100(?:[.,]0)?\)?$")  # Accounts (country = 100)
OF_RATIOS = pattern(r"[%‰/=倍点]|\bper\b|^(?:次|名|位|人|个)$|percent", re.IGNORECASE)


def _whole(name: str) -> str:
    """Return a name without its parts: of one rate by age, all ages have one scale."""
    return name.partition(", ")[0]


def look_at_rates(sheet: Sheet, rows: Rows, origins: Origins, signed: Collection[str]) -> None:
    """Refuse rates without a per cent sign that all lie within ±1: 0.052 may be 5.2 %.

    Parameters
    ----------
    signed : collection of str
        Names of the indicators beside which, or beside whose figures, a sign was seen.

    Raises
    ------
    DataError
        At the first such figure.
    """
    _look_at_levels(sheet, rows, origins)
    _look_at_indices(sheet, rows, origins)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    own = (row for row in rows if row[MEASURE] in RATES or is_rate(*_at(row)) or row[UNIT])
    above = {(_whole(row[NAME]), row[MEASURE]) for row in own if abs(float(row[VALUE])) > 1}
    for n, row in enumerate(rows):
        if row[NAME] not in signed and (row[MEASURE] in RATES or is_rate(*_at(row))):
            groups[row[NAME], row[MEASURE]].append(n)
    for (name, measure), members in groups.items():
        values = [float(rows[n][VALUE]) for n in members]
        if (_whole(name), measure) in above or all(v.is_integer() for v in values):
            continue
        if measure == "growth" and levels_give(rows, name):
            continue
        first = next(n for n, v in zip(members, values, strict=True) if not v.is_integer())
        alone = all(row[MEASURE] in RATES or is_rate(*_at(row)) for row in rows)
        raise QuestionError(
            Message(
                "the rates of “{}” all lie between -1 and 1 and have no per cent sign: {} may be {} %",
                "“{}”各数都在-1与1之间且没有百分号：{} 可能是 {}%",
                name,
                rows[first][VALUE],
                f"{100 * float(rows[first][VALUE]):.6g}",
            ),
            where=sheet.where(*origins[first]),
            mend=Message(
                "If they are fractions, say --unit fraction, which holds for rates only; if they are "
                "per cent, say --unit %, or write the sign in the file.",
                "若是小数，用 --unit 小数（仅用于比率）；若单位就是百分数，用 --unit % 指定，或在文件中写明百分号。",
            ),
            ways=[says("unit", "unit", u) for u in (FRACTION, "%") if alone or u == FRACTION],
        )


def _look_at_levels(sheet: Sheet, rows: Rows, origins: Origins) -> None:
    """Ask about growth in per cent that is a hundredth of what the amounts beside it give."""
    for name in dict.fromkeys(row[NAME] for row in rows if row[MEASURE] == "growth"):
        row = hundredth_of_growth(rows, name)
        if row is not None:
            raise QuestionError(
                Message(
                    "the growth of “{}” is a hundredth of what its amounts in the table give: {} is {} %",
                    "“{}”的增速是表中水平值所算增速的百分之一：{} 即 {}%",
                    name,
                    row[VALUE],
                    f"{100 * float(row[VALUE]):.6g}",
                ),
                where=sheet.where(*origins[next(n for n, r in enumerate(rows) if r is row)]),
                mend=Message(
                    "If it is printed as fractions, say --unit fraction, which holds for rates only.",
                    "若是小数，用 --unit 小数（仅用于比率）。",
                ),
                ways=[says("unit", "unit", FRACTION)],
            )


def _look_at_indices(sheet: Sheet, rows: Rows, origins: Origins) -> None:
    """Refuse an index on 100 with figures that none has: all near nought, and some below it."""
    series: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        if row[MEASURE] == "index" and row[UNIT].endswith("=100"):
            series[row[NAME]].append(n)
    for name, members in series.items():
        values = [float(rows[n][VALUE]) for n in members]
        if len(values) < FEW or min(values) >= 0 or max(map(abs, values)) >= NO_INDEX:
            continue
        first = members[values.index(min(values))]
        raise DataError(
            Message(
                "“{}” says an index ({}), and no index is {}: its figures seem to be what it is above 100",
                "“{}”标明为指数（{}），但指数不会是 {}：各数似为指数减100",
                name,
                rows[first][UNIT],
                rows[first][VALUE],
            ),
            where=sheet.where(*origins[first]),
            mend=Message(
                "If they are growth, write so over the column, with a per cent sign and without “=100”.",
                "若为增速，请在列名中写明（带 %，去掉“=100”）。",
            ),
        )


@lru_cache(maxsize=65_536)
def is_rate(name: str, measure: str, unit: str) -> bool:
    """Whether a figure is a rate by its name or measure, and has no unit.

    >>> is_rate("Jobless rate", "level", ""), is_rate("Jobs (except rates), Men", "level", "")
    (True, False)
    >>> is_rate("jobless_rate", "level", ""), is_rate("joblessRate", "level", ""), is_rate("birth_rate_per_1000", "level", "")
    (True, True, False)
    """
    name = CAMEL.sub(" ", EXCEPT.sub("", name).replace("_", " "))  # as programs write it
    named = bool(RATE.search(name) and not PER_MANY.search(name)) or is_growth_of_something(name)
    alone = bool(growth_in_words(f"{name.rpartition(', ')[2]} %"))  # Tăng trưởng, Wzrost
    return not unit and (measure in RATES or (measure == "level" and (named or alone)))


def is_of_rates(unit: str) -> bool:
    """Whether a unit is one of rates: per cent, or points of them.

    >>> is_of_rates("in %"), is_of_rates("p.p."), is_of_rates("EUR")
    (True, True, False)
    """
    return PER_CENT.search(unit) is not None or Unit.of(in_english(unit)).kind == "points"


@lru_cache(maxsize=4096)  # asked of every figure
def is_without_dimension(name: str, unit: str) -> bool:
    """Whether a name is that of a ratio, and a unit that of amounts, which a title may have for those beside it.

    >>> is_without_dimension("城乡收入比", "元"), is_without_dimension("自给率", "%"), is_without_dimension("汇率", "元")
    (True, False, False)
    >>> is_without_dimension("Dependency ratio", "thousand"), is_without_dimension("Births ratio", "per thousand")
    (True, False)
    >>> is_without_dimension("Price index", "EUR"), is_without_dimension("Indexed wages", "EUR")
    (True, False)
    >>> is_without_dimension("Sales (EU = 100)", "EUR"), is_without_dimension("Sales per 100", "EUR")
    (True, False)
    >>> is_without_dimension("Cars per 1000 persons", "1000"), is_without_dimension("每百户汽车拥有量", "辆")
    (True, False)
    >>> is_without_dimension("Herders (per km2)", "thousand"), is_without_dimension("Bevölkerungsdichte", "thousand")
    (True, True)
    >>> is_without_dimension("Sales per head", "EUR million"), is_without_dimension("Sales per head", "EUR")
    (True, False)
    """
    of = Unit.of(in_english(unit))
    if PER_HEAD.search(name) and (of.power >= LARGE or of.is_people):
        return True
    if (PER_SO_MANY.search(name) or PER_AREA.search(name)) and is_scale(in_english(unit)):
        return True
    if ON_BASE.search(name):
        return True
    if INDEX.search(name) and Unit.of(unit).is_money:
        return True
    return bool(RATIO.search(name)) and not OF_RATIOS.search(unit)


def unit_for(name: str, unit: str) -> str:
    """Return the unit of a title for a name: none for a ratio; with what the name in brackets says that it is for.

    >>> unit_for("Gas (per kg)", "EUR per litre"), unit_for("Petrol", "EUR/l"), unit_for("Jobs (per km2)", "%")
    ('EUR per kg', 'EUR/l', '%')
    """
    unit = unit_beside_numbers(name, unit)
    if is_without_dimension(name, unit):
        return ""
    own, other = OF_NAME.search(name), PER.fullmatch(unit)
    return f"{other['of']} per {own['what']}" if own and other else unit


def is_fraction(unit: str) -> bool:
    """Whether a user calls the rates of a table fractions: 0.052 for 5.2 %."""
    return unit.casefold() in (FRACTION, "fractions", "小数")


def _at(row: Sequence[str]) -> tuple[str, str, str]:
    return row[NAME], row[MEASURE], row[UNIT]


def look_at_signs(sheet: Sheet, rows: Rows, origins: Origins, shown: Collection[int]) -> None:
    """Refuse a figure without a per cent sign among others of its series that have one.

    Raises
    ------
    DataError
        At the first figure without.
    """
    signed = {(rows[n][NAME], rows[n][MEASURE]): n for n in shown}
    for n, row in enumerate(rows):
        other = signed.get((row[NAME], row[MEASURE]))
        if other is not None and n not in shown and not row[UNIT]:
            raise DataError(
                Message(
                    "“{}” has no per cent sign, {}% beside it has one",
                    "“{}”没有百分号，旁边的 {}% 有",
                    row[VALUE],
                    rows[other][VALUE],
                ),
                where=sheet.where(*origins[n]),
                mend=Message("Write all of them alike.", "请统一写法。"),
            )


def oddities(sheet: Sheet, rows: Rows, origins: Origins) -> list[Message]:
    """Return what is said of figures that may be no figures."""
    shares = [row for row in rows if is_rate(*_at(row))]
    return [*_codes(rows), *fractions_among(shares), *_cut_off(sheet, rows, origins)]


def _codes(rows: Rows) -> list[Message]:
    """Say of which indicators every place has one whole number, the same in all periods."""
    by_place: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row[MEASURE] == "level" and not row[UNIT]:
            by_place[row[NAME]][row[PLACE]].append(row[VALUE])
    said = []
    for name, places in by_place.items():
        whole = all(value.isdecimal() for values in places.values() for value in values)
        same = all(len(set(values)) == 1 < len(values) for values in places.values())
        firsts = {values[0] for values in places.values()}
        if whole and same and len(firsts) > 1 and len(by_place) > 1:
            said.append(telling.like_codes(name))
    return said


def _cut_off(sheet: Sheet, rows: Rows, origins: Origins) -> list[Message]:
    """Say that a text may be cut off whose last line has no end and whose last number is small."""
    if sheet.unfinished and (lacking := _lacking(sheet)):
        return [lacking]
    if not sheet.unfinished or len(rows) < FEW:
        return []
    last = max(range(len(rows)), key=lambda n: origins[n])
    row, column = origins[last]
    if row != len(sheet.rows) - 1 or any(c.strip() for c in sheet.rows[row][column + 1 :]):
        return []
    key = (rows[last][NAME], rows[last][MEASURE])
    same = [n for n, r in enumerate(rows) if (r[NAME], r[MEASURE]) == key and n != last]
    series = [n for n in same if rows[n][PLACE] == rows[last][PLACE]] or same
    values = [abs(float(rows[n][VALUE])) for n in series]
    if not values or abs(float(rows[last][VALUE])) * MANY > median(values):
        return []
    where = sheet.where(row, column)
    return [telling.cut_off(f"{where.line}:{where.column}", rows[last][VALUE])]


def _lacking(sheet: Sheet) -> Message | None:
    """Say that the last line of a text has fewer cells than all before it, each the same number; nothing of a note."""
    *rows, last = sheet.rows
    widths = {len(row) for row in rows[-FEW:] if any(map(is_number, row))}
    width = max(widths, default=0)
    word = len(last) == 1 and last[0].isalpha() and len(last[0]) < LONGEST_WORD
    if len(widths) != 1 or not sheet.divider or len(last) >= width or not (len(last) > 1 or word):
        return None
    return Message(
        "the last line, {}, has {} of {} cells and no end: it is cut, and what it lacks is not read",
        "末行（第 {} 行）在 {} 格处中断（其他行为 {} 格）：文件不完整，所缺部分未读取",
        sheet.where(len(rows), 0).line,
        len(last),
        width,
    )


def printed_unit(measure: str, unit: str, *texts: str | None) -> str:
    """Return a unit; of growth none where it is per cent by words for growth only, and none of the texts has the sign.

    >>> printed_unit("growth", "%", "Growth rate", None), printed_unit("growth", "%", "Growth (%)"), printed_unit("level", "%", "Jobs")
    ('', '%', '%')
    """
    return "" if measure == "growth" and unit == "%" and not per_cent(*texts) else unit


@lru_cache(maxsize=4096)  # asked of every figure
def per_cent(*texts: str | None) -> bool:
    """Whether any of some texts speaks of per cent.

    >>> per_cent("Jobs", None, "% of output"), per_cent("Jobs", "kt")
    (True, False)
    """
    return any(PER_CENT.search(text or "") for text in texts)
