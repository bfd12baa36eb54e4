"""Cells of foreign tables: what is missing, a number, a number with a flag, a period."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from cpstats.message import Message
from cpstats.model.iso_interval import period_of_interval
from cpstats.model.pattern import pattern
from cpstats.model.period import Period, PeriodError, annual, fiscal, span
from cpstats.model.unit import Unit, UnitError
from cpstats.store.coded_periods import uncoded
from cpstats.store.frequencies import NUMBER_OF
from cpstats.store.named_parts import period_in_words

MISSING = frozenset(
    [
        *("", "…", "...", "....", "..", ". .", ". . ."),
        "—",
        "——",
        "–",
        "-",
        "--",
        "---",
        "[x]",
        "[c]",
        "[z]",
        "[w]",
        "[low]",
        "----",
        "―",
        ":",
        ".",
        "空格",
        "x",
        "NA",
        "na",
        "N/A",
        "#N/A",
        "n/a",
        "n.a.",
        "null",
        "NULL",
        "NaN",
        "nan",
        "None",
        "N.A.",
        *("n/d", "n.d.", "s/d", "s.d."),
        "k.A.",
        "k. A.",
        "nd",
        "X",
        "*",
        "**",
        "***",
        "~",
        "c",
        "C",
        "(D)",
        "(L)",
        "(NA)",
        "(NM)",
        "(X)",
        "(S)",
        "(x)",
        "(c)",
        "///",
        "S",
        "s",
        "#",
        "—-",
        "···",
        *("not available", "Not available", "Not Available", "no data", "No data", "нет данных"),
        *("Нет данных", "keine Angabe", "sin datos", "Sin datos", "sem dados", "nessun dato"),
        *("brak danych", "无数据", "暂无数据", "데이터 없음"),
    ]
)
EXPLAINED = pattern(
    r"(?:N/A|n/a|N\.A\.|n\.a\.) ?(?:[-–—:] ?|\()[^\W\d].{0,60}"
)  # N/A - confidential
MARKED_DASH = pattern(r"\((?:\*|(?:[-–—]+|\.{2,}|…)\*?)\)\*?")  # (-*): too small, with a note
FAILED = frozenset(["#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"])
GROUPED = pattern(r"[-+]?(?:\d{1,3}(?:[, '’]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?")
# signs for a missing figure that everybody knows; others are said when they are met
USUAL = frozenset(
    ["", "…", "...", "..", "—", "——", "–", "-", "--", ":", ".", "空格", "NA", "N/A", "n/a"]
)
SIGNS, LARGEST = ("+", "-", "."), 300  # power of ten of a number that has one
NUMBER = pattern(r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?")
BARE_POINT = pattern(r"(?<!\d)\.")  # .3, -.5
PLAIN = pattern(r"-?\d+(?:\.\d+)?", re.ASCII).fullmatch
FRACTION = pattern(r"-?\d+\.\d+", re.ASCII).fullmatch
QUARTERS = pattern(r"(?<!\d)1-([234])季度")
SINCE_JANUARY = {"2": "上半年", "3": "前三季度", "4": ""}
FLAGGED = pattern(
    r"(?P<value>:|.*[\d%])(?:\s+(?P<bare>[a-zA-Z]{1,4})|\s*\((?P<flag>[a-zA-Z]{1,4}|final)\))"
)
GLUED = pattern(  # a flag right behind a number: 60,251,049r, 12.5e; 98.2p may be pence
    r"(-?(?:\d{1,3}(?:,\d{3})+(?=[per]$)|\d+[.,]\d{1,2}(?=[er]$)))([per])"
)
# the number of a note behind such a number: 123.4 1/, 1,234 (2)
NOTED = pattern(r"(-?\d[\d,. ]*[.,]\d+)\s+(\d{1,2}/|\(\d{1,2}\)|\d{1,2}\))")
# Eurostat's flags and those of SDMX (CL_OBS_STATUS) that have a word here
STATUS_OF_FLAG = {
    "": "",
    "a": "",
    "p": "provisional",
    "e": "provisional",
    "r": "revised",
    "f": "forecast",
    "b": "",
    "d": "",
    "i": "",
    "u": "",
    "provisional": "provisional",
    "preliminary": "provisional",
    "projected": "forecast",
    "projection": "forecast",
    "estimated": "provisional",
    "revised": "revised",
    "final": "final",
    "forecast": "forecast",
    "初步核算": "provisional",
    "初步核算数": "provisional",
    "修订": "revised",
    "最终核实": "final",
    "最终核实数": "final",
    "预测": "forecast",
}


# flags of the standard that have no word here: said where they are met
WITHOUT_WORD = {
    "b": Message("b (a break in the series)", "b（序列中断）"),
    "d": Message("d (another definition)", "d（口径不同）"),
    "i": Message("i (imputed)", "i（推算）"),
    "u": Message("u (of low reliability)", "u（可靠性低）"),
}


def number(text: str) -> str | None:
    """Return the digits of a cell, without what groups them; None where it is no number."""
    return text if PLAIN(text) else _number(text)


@lru_cache(maxsize=20_000)  # the labels of the widest line
def _number(text: str) -> str | None:
    """Return the digits of a number that is not plain; most texts are none, and come again and again."""
    clean = text.removesuffix("%").strip()
    if not (clean[:1].isdecimal() or clean[:1] in SIGNS):  # as most texts
        return None
    if GROUPED.fullmatch(clean):
        clean = re.sub(r"[, '’]", "", clean)
    if not NUMBER.fullmatch(clean):
        return None
    clean = BARE_POINT.sub("0.", clean.removeprefix("+"))
    if "e" in clean.casefold():
        exponent = clean.casefold().partition("e")[2]
        if len(exponent) > 9 or abs(int(exponent)) > LARGEST:
            return None
        clean = f"{Decimal(clean):f}"  # exact: 1.2e-7 is 0.00000012
    return clean


def without_flag(text: str) -> tuple[str, str]:
    """Return a cell without the flag behind it, and the flag.

    >>> without_flag("123.4 p"), without_flag("5.1 (r)"), without_flag(": c"), without_flag("1 234")
    (('123.4', 'p'), ('5.1', 'r'), (':', 'c'), ('1 234', ''))
    """
    if text[-1:] in ("/", ")") and (noted := NOTED.fullmatch(text)):
        return noted[1], noted[2]
    letter = text[-1:].isalpha() or text[-1:] == ")"  # as few texts end
    if letter and (glued := GLUED.fullmatch(text)):
        return glued[1], glued[2]
    found = FLAGGED.fullmatch(text) if letter else None
    if found is None:
        return text, ""
    return found["value"], found["bare"] or found["flag"]


def without_mark(text: str) -> tuple[str, str]:
    """Return a cell without the flag or the star behind it, and that.

    >>> without_mark("12.5**"), without_mark("12.5 p"), without_mark("12.5")
    (('12.5', '**'), ('12.5', 'p'), ('12.5', ''))
    """
    digits = text.rstrip("*†‡")
    if digits != text and digits[-1:].isdigit():
        return digits, text[len(digits) :]
    return without_flag(text)


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure, with a flag or without."""
    if text in MISSING:
        return True
    first = text[0]
    if first == ".":  # leaders instead of a figure
        return len(text) > 2 and not text.strip(".")
    if first == ":":
        return without_flag(text)[0] in MISSING
    if first in "Nn":
        return bool(EXPLAINED.fullmatch(text))
    return first == "(" and bool(MARKED_DASH.fullmatch(text))


def is_number(text: str) -> bool:
    """Whether a cell is a number, with a flag or without; 0301 Oslo and 2020 Jan are none."""
    return number(text) is not None or _is_flagged(text)


@lru_cache(maxsize=4096)
def _is_flagged(text: str) -> bool:
    """Whether a cell is a number with a flag."""
    digits, flag = without_flag(text)
    if not flag:
        return False
    if period_of(digits) is not None and _is_unit(flag):
        return False  # 2021 (kt) is a year and its unit
    short = len(flag) < 3 or flag.casefold() in STATUS_OF_FLAG
    return short and number(digits) is not None and period_of(text) is None


def _is_unit(text: str) -> bool:
    try:
        return bool(Unit.parse(text))
    except UnitError:
        return False


def has_failed(text: str) -> bool:
    """Whether a cell is what a spreadsheet writes where a formula failed: #REF!."""
    return text in FAILED


def is_formula(text: str) -> bool:
    """Whether a cell is a formula that nobody computed, or one that failed."""
    return text.startswith("=") or text in FAILED


COLON = pattern(r"^(\d{4}):(\d{2})$")  # 2021:08; 2021:3 may be a quarter
YEAR_FIRST = pattern(r"^(\d{4})[ :/.-]*([A-Za-zÀ-ÿ]{3,10})\.?$")  # 2021 Aug
MONTH_FIRST = pattern(r"^([^\W\d_]{3,12})\.?[-/\s,]+(?:de |del )?(\d{4})$")  # Aug-2021, AUG. 2021
QUARTER = pattern(
    r"^(?P<a>\d{4})[ :/.-]*(?:Q|T|K|Qtr|Quarter|TRIM) ?(?P<b>[1-4])$|^(?P<c>[1-4]) ?(?:Q|T)[ -]?(?P<d>\d{4})$"
    r"|^(?:Q|T|K|Qtr|Quarter) ?(?P<e>[1-4])[ :/,.-]*(?P<f>\d{4})$|^(?P<g>[1-4])\.? ?(?:Quartal|Vierteljahr|кв|квартал|kwartał|čtvrtletí|çeyrek|kvartal|kvartál|kvt)\.? ?(?P<h>\d{4})(?: ?г\.?)?$",
    re.IGNORECASE,
)
ROMAN = pattern(
    r"^(\d{4}) ?[-:/.]? ?(?:[QT] ?[-.]?)?(I{1,3}|IV)(?:\. (?:negyedév|n\. ?év))?$|^(?:trim\w*|quarter|kwarta\w+|кв\w*) ?(I{1,3}|IV)[ ./-]+(\d{4})$|^(I{1,3}|IV)[ ./-]*(?:(?:трим|кв|kw|kv|quarter|trim)\w*\.? )?(\d{4})$",
    re.IGNORECASE,
)
NUMERAL = {"I": 1, "II": 2, "III": 3, "IV": 4}
HALF = pattern(
    r"^(?P<a>\d{4})[ :/.-]*(?:S|H) ?(?P<b>[12])$|^(?:S|H) ?(?P<c>[12])[ :/.-]+(?P<d>\d{4})$"
    r"|^(?P<e>[12])\.? ?(?:S|H|Halbjahr|half|semestre)[ :/.-]*(?P<f>\d{4})$",
    re.IGNORECASE,
)
# a year of accounts by one number; which months it covers is asked where it is read
FISCAL = pattern(
    r"(?:FY|(?:fiscal|financial) year) ?(?:'?(?P<short>\d\d)|(?P<year>(?:19|20)\d\d))",
    re.IGNORECASE,
)
YEARS = pattern(r"((?:19|20)\d\d)[-–—](\d\d)")  # 2018–23, never 2018-09
FROM_TO = pattern(r"((?:1[5-9]|20)\d\d)(?: ?-- ?| to | bis )((?:1[5-9]|20)\d\d)")
# a year, or its end, with the word for it in another language
YEAR_END = pattern(
    r"(?:(?:end(?: of)?|year[- ]end|ende|fin(?: de)?) |(?:years?|yr|jahr|année|an|año|ano|anno|jaar|år|rok|rik|год|рік|god|yıl|năm|tahun|anul|ปี|census|zensus|censo|recensement|popis|sensus|folketelling|folketælling|volkszählung|népszámlálás|перепись|rgph|godina)[ _-]|cy)?((?:19|20)\d\d)(?:\. év|\.(?: god(?:ina|ine)?\.?)?| census| ?(?:г\.?|год[ау]?|р\.|рік|рок[ау]?|y\.|-?yil(?:da)?|-ci il|il|ж\.|жыл|god(?:ina|ine)?\.?|rok|m\.|év|thn|th\.|م)|年(?:年|度)?[末底])?",
    re.IGNORECASE,
)
YEAR_TO = pattern(  # a year of accounts by its last month
    r"(?:(?:fiscal |financial )?years?|12 months) (?:ended|ending|to)(?: \d\d?)? (?P<month>[A-Za-z]{3,9})(?: \d\d?,)? (?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911}
# a year of an era, the end of it, a month or a quarter of it: 平成30年, 中華民國113年底, 民國112年1月
ERA = pattern(
    r"^(?:中華|中华)?(?P<era>明治|大正|昭和|平成|令和|民[國国]) ?(?P<year>\d{1,3}|元) ?(?:年 ?(?:年?[度底]|(?P<part>\d{1,2}(?:[-~～]\d{1,2})?月|第?[一二三四1-4]季度?)(?:份|底)?)?)?$"
)
# the same year by both: 平成27(2015)年, 2015年(平成27年)
BOTH = pattern(
    r"(?P<era>[^\d()]{2,4}(?:\d{1,3}|元))年? ?\((?P<year>(?:1[89]|20)\d\d)年?\)年?"
    r"|(?P<common>(?:1[89]|20)\d\d)年? ?\((?P<inside>[^\d()]{2,4}(?:\d{1,3}|元))年?\)年?"
)
MONTHS = 12
# the day at the end of a month or a quarter, of which a stock is: 2015年3月末; lipanj 2015.
END_OF_PART = pattern(r"(?<=\d月|季度)[末底]$|^[Mm]id[- ](?=\d{4}$)|(?<=[a-z] \d{4})\.$")
FOUR = pattern(r"\d{4}", re.ASCII).search
UNDERSCORE = pattern(r"(?<=[^\W_])[_|](?=[^\W_])")  # 2019_Q3; 2019_09 is no month by that alone
NEWEST = 29  # 29 is 2029, 30 is 1930, as spreadsheets write and read them


def century(digits: str) -> int:
    """Return the year of two digits."""
    return int(digits) + (2000 if int(digits) <= NEWEST else 1900)


KOREAN = pattern(
    r"((?:19|20)\d\d)(?:[. ]?(?=[1-4]/4)| ?년도?)"  # 2016.1/4, 20161/4
    r"(?: ?((?:0[1-9]|1[0-2]|[1-9])) ?월|(?: ?제)? ?([1-4])(?:/4(?: ?분기)?| ?분기)| ?([상하])반기)?"
)


@lru_cache(maxsize=65_536)  # the labels of the widest line, whole and in pieces
def period_of(text: str) -> Period | None:
    """Return a period; a bare number is one only where it can be a year.

    >>> str(period_of("2024년 01월")), str(period_of("2024년 2/4분기")), period_of("2024년산")
    ('2024-01', '2024-Q2', None)
    >>> str(period_of("2024")), period_of("2024.1"), period_of("1.2024")
    ('2024', None, None)
    >>> str(period_of("2015年3月末")), str(period_of("2015年一季度末"))
    ('2015-03', '2015-Q1')
    >>> [str(period_of(t)) for t in ("1869--1878", "2021年末", "2021 г.", "year ending June 2021", "mid-2021")]
    ['1869/1878', '2021', '2021', '2020/21', '2021']
    """
    if korean := KOREAN.fullmatch(text):
        part = f"Q{korean[3]}" if korean[3] else {"상": "H1", "하": "H2"}.get(korean[4], korean[2])
        text = f"{korean[1]}-{part}" if part else korean[1]
    if _is_no_period(text):
        return None
    text = END_OF_PART.sub("", uncoded(text))
    if years := _of_years(text):
        return years
    text = UNDERSCORE.sub(" ", text)
    if "/" in text and (interval := period_of_interval(text)):
        return interval
    if roman := ROMAN.match(text):
        year, part = roman[1] or roman[4] or roman[6], roman[2] or roman[3] or roman[5]
        text = f"{year}-Q{NUMERAL[part.upper().replace('İ', 'I')]}"
    text = QUARTERS.sub(lambda m: SINCE_JANUARY[m[1]], text)
    text = _named_month(YEAR_FIRST.sub(r"\2 \1", COLON.sub(r"\1-\2", text)))
    if quarter := QUARTER.match(text):
        parts = [g for g in quarter.groups() if g]
        text = "{}-Q{}".format(*sorted(parts, key=len, reverse=True))
    if half := HALF.match(text):
        parts = [g for g in half.groups() if g]
        text = "{}-H{}".format(*sorted(parts, key=len, reverse=True))
    try:
        return Period.parse(text)
    except PeriodError:
        return period_in_words(text)


def _is_no_period(text: str) -> bool:
    """Whether a text can be seen at a glance to name no period, as most of a table."""
    if text.isdecimal():
        return not (len(text) == 4 and 1900 <= int(text) <= 2100)
    if text.isascii():
        return not (FOUR(text) or FISCAL.fullmatch(text)) or bool(FRACTION(text))
    return not any(c.isdigit() or c == "元" for c in text)


def _of_years(text: str) -> Period | None:
    """Return a year of an era or of accounts, or a span that ends with two digits."""
    if (both := BOTH.fullmatch(text)) and (era := ERA.match(both["era"] or both["inside"])):
        both_say = _of_era(era)
        return both_say if str(both_say) == (both["year"] or both["common"]) else None
    if era := ERA.match(text):
        return _of_era(era)
    if year := FISCAL.fullmatch(text):
        return annual(century(year["short"]) if year["short"] else int(year["year"]))
    if len(text) > len("2021") and (year := YEAR_END.fullmatch(text)):
        return annual(int(year[1]))
    if (year := YEAR_TO.fullmatch(text)) and (last := NUMBER_OF.get(year["month"].casefold())):
        return annual(int(year["year"])) if last == MONTHS else fiscal(int(year["year"]) - 1)
    return _of_span(text)


def _of_span(text: str) -> Period | None:
    """Return the years from one to another; 2018–23 ends with two digits, 2018-09 is no span."""
    if (years := FROM_TO.fullmatch(text)) and int(years[1]) < int(years[2]):
        return span(int(years[1]), int(years[2]))
    if (years := YEARS.fullmatch(text)) and int(years[1][2:]) + 1 < int(years[2]) > MONTHS:
        return span(int(years[1]), int(years[1][:2] + years[2]))
    return None


def _of_era(era: re.Match[str]) -> Period | None:
    """Return the year of an era in the calendar of all, or the month or quarter of it."""
    since = ERAS[era["era"].replace("國", "国")]
    year = since + (1 if era["year"] == "元" else int(era["year"]))
    part = (era["part"] or "").removesuffix("度")
    if part.endswith("季"):
        part = f"{part}度" if part[0] == "第" else f"第{part}度"
    try:
        return Period.parse(f"{year}年{part}")
    except PeriodError:
        return None


def _named_month(text: str) -> str:
    """Return a month with its name, in any of the languages, as its number."""
    found = MONTH_FIRST.match(text)
    month = NUMBER_OF.get(found[1].casefold()) if found else None
    return f"{found[2]}-{month:02d}" if found and month else text
