"""What the process does that reads a file of a statistical package: its columns, and its cells as text.

Stata, SPSS and SAS keep dates as numbers with a format. Stata counts from 1 January 1960 (Stata
User's Guide, 25.2 “Inputting dates and times”), SAS too (SAS Language Reference, “About SAS date,
time, and datetime values”), SPSS in seconds from 14 October 1582 (IBM SPSS Statistics, “Date and
time in IBM SPSS Statistics”).
"""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any

from cpstats.store.decoding.typed_cells import is_doubtful, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Shown = Callable[[float], str]

STATA, SPSS, SAS = "Stata", "SPSS", "SAS"
MODERN = re.compile(
    rb"<stata_dta><header><release>(?:11[89]|1[2-9]\d)"
)  # texts are UTF-8 from 118 on
OLD_STATA = re.compile(rb"[\x69-\x73][\x01\x02]\x01\x00")  # 105 to 115, the order of bytes
PORTABLE, WITHIN = b"SPSSPORT", 1000  # bytes from the beginning
SAS_DATA = bytes(12) + b"\xc2\xea\x81\x60"
TRANSPORT = b"HEADER RECORD*******LIB"
BYTES = "ISO-8859-1"  # one sign for each byte: what they are is decided where the words are known
FIRST = date(1960, 1, 1)  # from which Stata and SAS count
DAY, GREGORIAN = 86_400, date(1582, 10, 14)  # seconds; from which SPSS counts
MONTHS, WEEKS = 12, 52
# the formats that show less than a day, and those that show a moment and are not read
MONTH = re.compile(r"(?:MOYR|MONYY|MMYY[CDNPS]?|YYMM[CDNPS]?|YYMON)\d*")
QUARTER = re.compile(r"(?:QYR|YYQR?[CDNPS]?)\d*")
YEAR = re.compile(r"YEAR\d*")
MOMENT = re.compile(
    r"%t|%-t|(?:[A-Z0-9]*(?:DATE|TIME|DAY|WEEK|MON|QTR|YY|JUL|DT|TOD|HH|WKYR|NENGO|MINGUO|EURDF))"
)


def package_of(content: bytes) -> str:
    """Return the package that wrote a file, by its first bytes; empty where it is none of them.

    >>> package_of(b"$FL2@(#) SPSS"), package_of(b"<stata_dta><header>"), package_of(b"Oak,2020")
    ('SPSS', 'Stata', '')
    """
    if content.startswith(b"<stata_dta>") or OLD_STATA.match(content):
        return STATA
    if content.startswith((b"$FL2@(#)", b"$FL3@(#)")) or PORTABLE in content[:WITHIN]:
        return SPSS
    return SAS if content.startswith((SAS_DATA, TRANSPORT)) else ""


def sheets(content: bytes) -> dict[str, Any]:
    """Return names, labels and cells of the columns, whether each sign of a text is a byte, and whether a text may be two numbers.

    Raises
    ------
    ValueError
        When the reader refuses it, with its words; when a column has a format that is not known.
    """
    import pyreadstat

    package = package_of(content)
    in_bytes = package == STATA and not MODERN.match(content)
    try:
        table, about = _reader(pyreadstat, package, content)(
            io.BytesIO(content),
            output_format="dict",
            **({"encoding": BYTES} if in_bytes else {}),
        )
    except pyreadstat.ReadstatError as error:
        raise ValueError(str(error)) from None
    return {
        "names": list(table),
        "labels": [label or "" for label in about.column_labels],
        "columns": [
            _texts(
                values,
                shown_as(package, about.original_variable_types.get(name) or "", name),
                {
                    float(k): v
                    for k, v in about.variable_value_labels.get(name, {}).items()
                    if isinstance(k, (int, float))
                },
                single=about.readstat_variable_types.get(name) == "float",
            )
            for name, values in table.items()
        ],
        "in_bytes": in_bytes,
        "doubtful": any(map(is_doubtful, chain.from_iterable(table.values()))),
    }


def _reader(library: Any, package: str, content: bytes) -> Any:
    if package == STATA:
        return library.read_dta
    if package == SPSS:
        return library.read_por if PORTABLE in content[:WITHIN] else library.read_sav
    return library.read_xport if content.startswith(TRANSPORT) else library.read_sas7bdat


def shown_as(package: str, form: str, name: str) -> Shown | None:
    """Return what shows a number of a column of dates as its format does; None for other columns.

    Raises
    ------
    ValueError
        When the format is one of dates or times that is not known.

    >>> shown_as("Stata", "%tq", "t")(240), shown_as("Stata", "%tm", "t")(722), shown_as("Stata", "%9.0g", "t")
    ('2020Q1', '2020-03', None)
    >>> shown_as("SAS", "YYQ6", "t")(21975), shown_as("SPSS", "MOYR8", "t")(13802400000.0)
    ('2020Q1', '2020-03')
    """
    if package == STATA:
        return _of_stata(form, name)
    found = [show for known, show in OF_DAYS.items() if known.fullmatch(form)]
    if found:
        first, length = (GREGORIAN, DAY) if package == SPSS else (FIRST, 1)
        return lambda number: found[0](first + timedelta(days=int(number // length)))
    if MOMENT.match(form):
        return _unknown(form, name)
    return None


def _of_stata(form: str, name: str) -> Shown | None:
    unit = form.removeprefix("%").removeprefix("-")[:2]
    if unit in COUNTED:
        return COUNTED[unit]
    return _unknown(form, name) if MOMENT.match(form) else None


def _unknown(form: str, name: str) -> Shown:
    """Return what refuses a number: dates that the reader knows are dates already."""

    def refuse(number: float) -> str:  # noqa: ARG001 - as the others
        raise ValueError(f"{name}: {form}")

    return refuse


def _quarter(day: date) -> str:
    return f"{day.year}Q{(day.month + 2) // 3}"


OF_DAYS: Mapping[re.Pattern[str], Callable[[date], str]] = {
    MONTH: lambda day: f"{day:%Y-%m}",
    QUARTER: _quarter,
    YEAR: lambda day: str(day.year),
}
COUNTED: Mapping[str, Shown] = {
    "ty": lambda n: f"{n:.0f}",
    "th": lambda n: f"{FIRST.year + n // 2:.0f}H{n % 2 + 1:.0f}",
    "tq": lambda n: f"{FIRST.year + n // 4:.0f}Q{n % 4 + 1:.0f}",
    "tm": lambda n: f"{FIRST.year + n // MONTHS:.0f}-{n % MONTHS + 1:02.0f}",
    "tw": lambda n: f"{FIRST.year + n // WEEKS:.0f}W{n % WEEKS + 1:02.0f}",
}


def _texts(
    values: list[Any], show: Shown | None, labels: Mapping[float, str], *, single: bool
) -> list[str]:
    """Return the cells of a column: its labels for values that have one; digits that the number has.

    A `single` number has seven digits: 0.1 is stored as 0.100000001490116.
    """
    return [_text(value, show, labels, single=single) for value in values]


def _text(value: Any, show: Shown | None, labels: Mapping[float, str], *, single: bool) -> str:
    if isinstance(value, (int, float)) and value == value:  # noqa: PLR0124 - a number
        if value in labels:
            return labels[value]
        if show:
            return show(value)
        if single:
            return _of_single(value)
    return text_of(value)


def _of_single(value: float) -> str:
    import numpy as np

    return np.format_float_positional(np.float32(value), unique=True, trim="-")
