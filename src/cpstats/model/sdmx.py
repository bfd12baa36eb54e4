"""The words of SDMX for ours: codes of statuses, units and frequencies, forms of time.

Statuses are those of the cross-domain code list CL_OBS_STATUS. It has no code for a revised and
none for a final value: both are normal values (A), and the program's own word stands in a column
of its own. Units are ISO 4217 for money, PS, PT and IX of the code lists of the IMF.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from cpstats.message import Message
from cpstats.model.iso_interval import period_of_interval
from cpstats.model.period import Freq, Period, PeriodError, annual, fiscal
from cpstats.model.unit import Unit, written

STRUCTURE = "CPSTATS:FIGURES(1.0)"
NONE = "_Z"  # not applicable: a dimension always has a value
# Our column for each dimension and attribute of the structure, in the order in which they stand.
DIMENSIONS = {
    "FREQ": "",
    "INDICATOR": "indicator",
    "MEASURE": "measure",
    "METHOD": "method",
    "PRICE_BASIS": "price_basis",
    "REF_AREA": "ref_area",
    "COUNTERPART_AREA": "counterpart_area",
    "BASE_PERIOD": "base_period",
    "SOURCE": "source",
    "TIME_PERIOD": "time_period",
}
ATTRIBUTES = {
    "UNIT_MEASURE": "",
    "UNIT_MULT": "",
    "UNIT": "unit",
    "DECIMALS": "",
    "OBS_STATUS": "",
    "RELEASE_STATUS": "obs_status",
    "BOUND": "bound",
    "LOW": "low",
    "HIGH": "high",
    "N": "n",
    "VINTAGE": "vintage",
    "REASON": "reason",
}
STATUS = {"": "A", "provisional": "P", "revised": "A", "final": "A", "forecast": "F"}
MISSING = "O"  # missing value
# R is no code of the list, but Eurostat and others write it.
STATUS_READ = {"": "", "A": "", "P": "provisional", "F": "forecast", "R": "revised"}
STATUS_READ["E"] = "provisional"  # estimated: what a flag e means in tables too

# IX is left out: the index of somebody else has another base than the previous year.
# what stands before the code of a unit: MIO_EUR, THS_PER
SCALES = {"THS": 3, "TH": 3, "MIO": 6, "BIO": 9, "MRD": 9, "TRIO": 12}
UNITS_READ = {"PC": "%", "PCT": "%", "PERCENT": "%", "PERS": "人", "PER": "人"}
ISO = 3  # letters of the code of a currency

FREQ = {Freq.ANNUAL: "A", Freq.HALF: "S", Freq.QUARTER: "Q", Freq.MONTH: "M"}
OTHER, UNSPECIFIED = "_O", "_U"  # several years or cumulated months; a start that is not stated
FREQ_READ = {code: freq for freq, code in FREQ.items()} | {"H": Freq.HALF}
_PRICED = re.compile(r"(?:CP|CLV(?P<year>\d\d))_(?P<unit>M?(?:EUR|NAC|USD|PPS))", re.ASCII)
CENTURY = 50  # 15 is 2015, 95 is 1995
_REPORTED = re.compile(r"(\d{4})-(?:A1|S([12])|M(0[1-9]|1[0-2]))", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T00:00:00)?", re.ASCII)


def unit_codes(unit: str) -> tuple[str, str]:
    """Return UNIT_MEASURE and UNIT_MULT; a unit without a code stands for itself.

    >>> unit_codes("亿元"), unit_codes("%"), unit_codes("吨标准煤/万元")
    (('CNY', '8'), ('PT', '0'), ('吨标准煤/万元', '0'))
    """
    found = Unit.of(unit)
    return (unit, "0") if found.per else (found.code or found.base, str(found.power))


def unit_of(measure: str, power: int) -> str:
    """Return our unit for a code or its name, and a power of ten; empty where the two name none.

    >>> unit_of("CNY", 8), unit_of("PT", 0), unit_of("GWH", 3), unit_of("yuan", 8), unit_of("T", 0)
    ('亿元', '%', '', '亿元', '')
    """
    name = UNITS_READ.get(measure.upper(), measure)
    found = Unit.of(name.upper() if len(name) == ISO else name)
    if (
        not found.kind
        or found.kind == "index"
        or name.upper() not in (found.code, found.base.upper(), found.many.upper())
    ):
        return ""
    return written(found.base, power) if found.counted or not power else ""


def priced(measure: str) -> tuple[str, str]:
    """Return the code of a unit without its prices, and these in words.

    >>> priced("CLV15_MEUR"), priced("CP_MNAC"), priced("MIO_EUR")
    (('MIO_EUR', 'constant 2015 prices'), ('MIO_NAC', 'current prices'), ('MIO_EUR', ''))
    """
    found = _PRICED.fullmatch(measure)
    if found is None:
        return measure, ""
    code = f"MIO_{found['unit'][1:]}" if found["unit"].startswith("M") else found["unit"]
    if not found["year"]:
        return code, "current prices"
    century = 20 if int(found["year"]) < CENTURY else 19
    return code, f"constant {century}{found['year']} prices"


def scaled(measure: str) -> tuple[str, int]:
    """Return the code of a unit without the scale before it, and its power of ten.

    >>> scaled("MIO_EUR"), scaled("THS_PER"), scaled("EUR")
    (('EUR', 6), ('PER', 3), ('EUR', 0))
    """
    head, _, rest = measure.partition("_")
    power = SCALES.get(head.upper(), 0)
    return (rest, power) if power and rest else (measure, 0)


def time_codes(period: Period) -> tuple[str, str]:
    """Return FREQ and TIME_PERIOD.

    >>> time_codes(Period.parse("2024-H1")), time_codes(Period.parse("2021/2025"))
    (('S', '2024-S1'), ('_O', '2021-01-01/P5Y'))
    """
    if period.freq is Freq.HALF:
        return "S", f"{period.year:04d}-S{period.sub}"
    if period.freq is Freq.FISCAL:
        return OTHER, f"{period.year:04d}-A1"  # the reporting year; FREQ A would make it 2008
    if period.freq is Freq.YTD:
        return OTHER, f"{period.year:04d}-01-01/P{period.sub}M"
    if period.freq is Freq.SPAN:
        return OTHER, f"{period.first_year:04d}-01-01/P{len(period.years)}Y"
    if period.freq is Freq.OPEN:
        return UNSPECIFIED, f"{period.year:04d}"
    return FREQ[period.freq], str(period)


def period_of(freq: str, time: str) -> Period:
    """Return the period of FREQ (may be empty) and TIME_PERIOD.

    Raises
    ------
    PeriodError
        When the text is no period, or not one of that frequency.
    """
    if freq == UNSPECIFIED and len(time) == 4:
        return Period.parse(f"../{time}")
    if freq == OTHER and (year := _REPORTED.fullmatch(time)) and time.endswith("-A1"):
        return fiscal(int(year[1]))
    found = _time(freq, time)
    expected = FREQ_READ.get(freq)
    accounts = freq == "A" and found.freq is Freq.FISCAL
    if expected is not None and found.freq is not expected and not accounts:
        raise PeriodError(Message("it is no period of FREQ {}", "不是 FREQ {} 的时期", freq))
    return found


def is_day(time: str) -> bool:
    """Whether a time is a day of the calendar, which is no period.

    >>> is_day("2013-01-18"), is_day("2013-01")
    (True, False)
    """
    return _DAY.fullmatch(time) is not None


def _time(freq: str, time: str) -> Period:
    if "/" in time and (ranged := period_of_interval(time)):
        return ranged
    if "P" in time:
        raise PeriodError(
            Message(
                "no year, no part of one and no years of the calendar last from there so long",
                "自该处起的这段时间不是一年、一年的一部分或若干日历年",
            )
        )
    if reported := _REPORTED.fullmatch(time):
        year, half, month = reported.groups()
        if half:
            return Period.parse(f"{year}-H{half}")
        return Period.parse(f"{year}-{month}" if month else year)
    if day := _DAY.fullmatch(time):
        return _around(freq, *(int(part) for part in day.groups()))
    return Period.parse(time)


def _around(freq: str, year: int, month: int, day: int) -> Period:
    """Return the period that begins or ends on a day."""
    length = {"A": 12, "S": 6, "H": 6, "Q": 3, "M": 1}.get(freq)
    if length is None or not year or not 1 <= month <= 12:
        raise PeriodError(Message("it is a day", "是日期"))
    part = (month - 1) // length + 1
    kind = FREQ_READ[freq]
    found = annual(year) if kind is Freq.ANNUAL else Period(kind, year, part)
    there = 1 <= day <= monthrange(year, month)[1]
    if not there or date(year, month, day) not in (found.first_day, found.last_day):
        raise PeriodError(
            Message(
                "it is neither the first nor the last day of a period of FREQ {}",
                "既不是 FREQ {} 时期的首日，也不是末日",
                freq,
            )
        )
    return found
