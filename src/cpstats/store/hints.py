"""What the user says of a foreign file where it does not say it, or is understood wrongly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.columns import MEASURES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KINDS = (
    "place",
    "indicator",
    "name",
    "time",
    "part",
    "unit",
    "scale",
    "freq",
    "status",
    "value",
    "parent",
    "skip",
)
TEXTS = (
    "indicator",
    "place",
    "unit",
    "period",
    "measure",
    "encoding",
    "divider",
    "sheet",
    "header",
    "decimal",
    "thousands",
    "missing",
    "basis",
    "total",
    "vintage",
    "released",
    "fiscal",
    "dates",
    "era",
    "brackets",
    "unread",
)
FLAGS = {
    "area": "place",
    "when": "period",
}  # what the flags of a text are called, where not the same
ANY = "{}"  # in a hint: what the names of several files do not share
SHEET = "{sheet}"  # what the names of the sheets of a file, or of those in an archive, do not share
HEADER = "header"  # stands in `columns` for the names over the columns
SECTION = "section"  # and this for the lines over groups of rows
COMMON = "common"  # years as all count them
MINGUO = "minguo"  # and those of the Republic of China, as Taiwan counts them
ERAS = ("bikram", "buddhist", "persian", "ethiopian", MINGUO, COMMON)
NEGATIVE = "negative"
BRACKETS = (NEGATIVE, "plain")
SKIP = "skip"  # of a column, and of sheets that cannot be read
ORDERS = ("day-first", "month-first", "same-day", "next-day")
MARK_BESIDE = {"": "", "comma": "point", "point": "comma", "space": "", "apostrophe": ""}
BASIS = re.compile(r"(?:real|nominal|current|scope|constant(?::\d{4})?|)", re.ASCII).fullmatch
FISCAL = re.compile(
    r"(?:begins|ends|calendar|(?:(?:begins|ends):)?(?:[2-9]|1[0-2])|)", re.ASCII
).fullmatch
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII).fullmatch
DIVIDERS = {"tab": "\t", "comma": ",", "semicolon": ";", "bar": "|"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is said of a file, or of all the files of one import.

    Attributes
    ----------
    indicator, place, period : str
        What is meant where the table does not name it; `{}` in it stands for what the names of files do
        not share (`of_file`).
    unit, measure : str
        Of the levels; of every figure.
    encoding, divider, sheet, header, decimal : str
        How the file is read; `header` is a line, or a span of lines such as `2-3`, `decimal` the
        mark before the fraction: `point`, `comma`, or of each column its own (`each`); `thousands` what groups the digits before it.
    missing : str
        Signs for missing figures beside the known ones, divided by blanks.
    basis, total : str
        The prices of the amounts: `constant:2019`, `current`; the place that is the sum of others.
    vintage, released : str
        The release that the figures are of, and its day, month or year.
    fiscal : str
        By which of its years FY2009 is named: `begins` or `ends`, or that it is the `calendar` year; with which
        month years of accounts begin: `4`; both: `ends:4`.
    dates : str
        What stands first in 01/02/2021: `day-first` or `month-first`; to which day 2020-12-31 23:00
        belongs: `same-day` or `next-day`.
    era : str
        From which beginning years are counted (one of `ERAS`): `bikram`, as in Nepal; `common`: as all do.
    brackets : str
        What a number in brackets is: `negative`, or `plain`, which is the number itself.
    unread : str
        What becomes of the sheets of a workbook that cannot be read beside others: `skip`.
    columns, expected : mapping of str to str
        What a column holds (one of `KINDS`), by its header or number; one that is `expected` may
        be absent. `header` stands for the names over the columns: `place` or `name`.
    flags : mapping of str to str
        What status a flag behind a number stands for; empty: none.
    """

    indicator: str = ""
    place: str = ""
    unit: str = ""
    period: str = ""
    measure: str = ""
    encoding: str = ""
    divider: str = ""
    sheet: str = ""
    header: str = ""
    decimal: str = ""
    thousands: str = ""
    missing: str = ""
    basis: str = ""
    total: str = ""
    vintage: str = ""
    released: str = ""
    fiscal: str = ""
    dates: str = ""
    era: str = ""
    brackets: str = ""
    unread: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    expected: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse words that mean nothing.

        Raises
        ------
        UsageError
            When a kind, a measure, a status or a line is unknown.
        """
        for name, kind in {**self.expected, **self.columns}.items():
            _one_of(f"column {name}", kind, KINDS)
        for name, status in self.flags.items():
            _one_of(f"flag {name}", status, STATUSES)
        _one_of("measure", self.measure, ("", *MEASURES))
        _one_of("decimal", self.decimal, ("", "point", "comma", "each"))
        if not FISCAL(self.fiscal):
            _one_of("fiscal", self.fiscal, ("begins", "ends", "calendar", "4", "ends:4"))
        _one_of("dates", self.dates, ("", *ORDERS))
        _one_of("era", self.era, ("", *ERAS))
        _one_of("brackets", self.brackets, ("", *BRACKETS))
        _one_of("unread", self.unread, ("", SKIP))
        _one_of("thousands", self.thousands, tuple(MARK_BESIDE))
        if self.decimal and self.decimal == self.thousands:
            raise UsageError(
                Message("one mark cannot do both", "同一符号不能兼作小数点和千分位"),
                mend=Message("Give --decimal or --thousands.", "请只写 --decimal 或 --thousands。"),
            )
        if not BASIS(self.basis):
            raise UsageError(
                Message("“{}” is no price basis", "“{}”不是价格口径", self.basis),
                mend=Message(
                    "Write constant:2019, constant, current or scope.",
                    "请写 constant:2019、constant、current 或 scope。",
                ),
            )
        if self.released and not is_day(self.released):
            raise UsageError(
                Message("“{}” is no date", "“{}”不是日期", self.released),
                mend=Message(
                    "Write 2024-03-05, 2024-03 or 2024.", "请写 2024-03-05、2024-03 或 2024。"
                ),
            )
        if len(DIVIDERS.get(self.divider, self.divider)) > 1 or self.divider in ("\n", "\r", '"'):
            raise UsageError(
                Message("“{}” is no divider", "“{}”不是分隔符", self.divider),
                mend=Message(
                    "Write one sign, or tab, comma, semicolon, bar.",
                    "请写一个符号，或 tab、comma、semicolon、bar。",
                ),
            )
        first, dash, last = self.header.partition("-")
        lines = [first, last] if dash else [first]
        if self.header and not all(
            line.isascii() and line.isdigit() and len(line) < 10 for line in lines
        ):
            raise UsageError(
                Message("“{}” is no line of a header", "“{}”不是表头的行号", self.header),
                mend=Message(
                    "Write --header 2 or --header 2-3.", "请写 --header 2 或 --header 2-3。"
                ),
            )

    def of_file(self, name: str) -> Hints:
        """Return the hints with what the name of a file stands for: `city_{}` is Graz for city_Graz.csv.

        Raises
        ------
        UsageError
            When the name is not of that form.
        """
        said = (self.indicator, self.place, self.period)
        if not any(ANY in text for text in said):
            return self
        indicator, place, period = (_standing_for(t, name) if ANY in t else t for t in said)
        return replace(self, indicator=indicator, place=place, period=period)

    def of_sheet(self, name: str) -> Hints:
        """Return the hints with what the name of a sheet stands for; of one that is not of the form nothing is said.

        >>> hints = Hints(place="{sheet}", period="wheat_{sheet}")
        >>> hints.of_sheet("wheat_2020.csv").period, hints.of_sheet("Graz").place, hints.of_sheet("Graz").period
        ('2020', 'Graz', '')
        """
        said = (self.indicator, self.place, self.period)
        if not any(SHEET in text for text in said):
            return self
        stem = Path(name).name.partition(".")[0]
        indicator, place, period = (_inside(t, stem, SHEET) if SHEET in t else t for t in said)
        return replace(self, indicator=indicator, place=place, period=period)

    @property
    def mark(self) -> str:
        """The decimal mark as it was said, or as what groups thousands leaves it."""
        return self.decimal or MARK_BESIDE[self.thousands]

    @property
    def accounts(self) -> tuple[int, str]:
        """With which month years of accounts begin (0: not said), and by which of their years they are named.

        >>> Hints(fiscal="ends:4").accounts, Hints(fiscal="7").accounts, Hints(fiscal="begins").accounts
        ((4, 'ends'), (7, ''), (0, 'begins'))
        """
        return accounts_of(self.fiscal)

    @property
    def across(self) -> str:
        """What the names over the columns are: `place`, `name`, or empty where it is not said."""
        return self.said_of_columns.get(HEADER, "")

    @property
    def said_of_columns(self) -> Mapping[str, str]:
        """What is said of columns, whether it must be there or may."""
        return {**self.expected, **self.columns}

    def header_lines(self) -> tuple[int, int] | None:
        """Return the first and last line of the header, if they were said."""
        if not self.header:
            return None
        first, _, last = self.header.partition("-")
        return int(first), int(last or first)


def _standing_for(form: str, name: str) -> str:
    """Return what stands where a form has `{}`, in the name of a file without its ending.

    >>> _standing_for("city_{}", "many/city_Graz.csv"), _standing_for("{}-gdp", "2021-gdp.xlsx")
    ('Graz', '2021')
    """
    stem = Path(name).name.partition(".")[0]
    inside = _inside(form, stem, ANY)
    if not inside:
        raise UsageError(
            Message("“{}” is not of the form “{}”", "“{}”不合“{}”的形式", stem, form),
            mend=Message(
                "{} stands for what the names of the files do not share: --area 'city_{}' for city_Graz.csv.",
                "{}表示各文件名不同之处：city_Graz.csv 写 --area 'city_{}'。",
                ANY,
                ANY,
            ),
        )
    return inside


def _inside(form: str, stem: str, sign: str) -> str:
    """Return what stands in a name where a form has a sign; empty where it is not of that form."""
    before, _, behind = form.partition(sign)
    inside = stem.removeprefix(before).removesuffix(behind).strip()
    return inside if f"{before}{inside}{behind}" == stem else ""


def is_day(text: str) -> bool:
    """Whether a text is a day, a month or a year.

    >>> is_day("2024-02-29"), is_day("2024-02"), is_day("2023-02-29"), is_day("2024-13")
    (True, True, False, False)
    """
    try:
        date.fromisoformat(text + "2024-01-01"[len(text) :])
    except ValueError:
        return False
    return DATE(text) is not None


def pairs(given: Sequence[str] | None, option: str) -> dict[str, str]:
    """Take `NAME=WORD` apart.

    Raises
    ------
    UsageError
        When there is no equals sign, or no name before it.

    Examples
    --------
    >>> pairs(["Geo=place", "b="], "--column")
    {'Geo': 'place', 'b': ''}
    """
    found = {}
    for text in given or ():
        name, equals, word = text.rpartition("=")
        if not equals or not name:
            raise UsageError(
                Message("“{}” is no pair", "“{}”不是“名称=内容”", text),
                mend=Message("Write {} NAME=WORD.", "请写 {} 名称=内容。", option),
            )
        found[name.strip()] = word.strip()
    return found


def accounts_of(said: str) -> tuple[int, str]:
    """Return the month that years of accounts begin with, and by which of their years they are named, of a word: see `Hints.accounts`.

    >>> accounts_of("begins:10"), accounts_of("calendar"), accounts_of("")
    ((10, 'begins'), (0, 'calendar'), (0, ''))
    """
    word, _, month = said.rpartition(":")
    return (int(month), word) if month.isdecimal() else (0, said)


def _one_of(what: str, word: str, words: Sequence[str]) -> None:
    if word not in words:
        known = ", ".join(w for w in words if w)
        raise UsageError(
            Message("{}: “{}” is unknown", "{}：“{}”不在允许的取值之内", what, word),
            mend=Message("Known: {}.", "可用：{}。", known),
        )
