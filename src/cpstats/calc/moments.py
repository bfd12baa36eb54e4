"""When a row of a panel is: codes of periods, years, dates and periods of pandas as numbers to count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from cpstats.calc.native import collected, distinct, named
from cpstats.errors import RowsError, UsageError
from cpstats.message import Message
from cpstats.model.period import Freq, Period, PeriodError, fiscal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TIME, FREQ, PER_YEAR = "__time", "__freq", "__per_year"
CODE = "__code"  # of a period of pandas
LONGEST = 7  # signs of a code that is no cumulation: 2024-08, 2008/09


def taken(frame: Any, time: str) -> Any:
    """Take a frame in; periods of pandas have their code in a column of its own.

    Raises
    ------
    UsageError
        When it is no frame, or its periods are weeks, days or others that statistics have no code for.
    """
    try:
        data = nw.from_native(frame)
    except TypeError:
        raise UsageError(
            Message("{} is no frame", "{} 不是数据框", type(frame).__name__),
            mend=Message(
                "Give a frame of pandas, Polars or DuckDB.",
                "请给出 pandas、Polars 或 DuckDB 的数据框。",
            ),
        ) from None
    kind = (
        str(getattr(getattr(frame, "dtypes", {}).get(time), "name", "")) if _of_pandas(data) else ""
    )
    if not kind.startswith("period["):
        return data
    return nw.from_native(frame.assign(**{CODE: [_code(p, time) for p in frame[time]]}))


def moment(period: Any) -> Period:
    """Return a period that was named: a code, a year, a period of pandas.

    Raises
    ------
    UsageError
        When it is none.
    """
    text = _code(period, "") if hasattr(period, "freqstr") else str(period)
    try:
        return Period.parse(str(text))
    except PeriodError as error:
        raise UsageError(_no_period(text, error)) from None


def _of_pandas(data: Any) -> bool:
    return isinstance(data, nw.DataFrame) and data.implementation.is_pandas()


def _code(period: Any, column: str) -> str | None:
    """Return the code of a period of pandas: a year that ends in another month spans two."""
    kind, _, last = str(getattr(period, "freqstr", "")).partition("-")
    if not kind:  # NaT
        return None
    december = last in ("", "DEC")
    if kind in ("A", "Y", "YE"):
        return f"{period.year:04d}" if december else str(fiscal(period.year - 1))
    if kind in ("Q", "QE") and december:
        return f"{period.year:04d}-Q{period.quarter}"
    if kind in ("M", "ME"):
        return f"{period.year:04d}-{period.month:02d}"
    raise UsageError(
        Message("“{}” is a period of kind {}", "“{}”是 {} 类时期", period, period.freqstr),
        mend=Message(
            "Years, quarters of the calendar and months are taken: {}.asfreq('M').",
            "可用年、日历季度与月：{}.asfreq('M')。",
            column or "period",
        ),
    )


def _no_period(text: object, error: PeriodError) -> Message:
    return Message("“{}” is no period ({})", "“{}”不是时期（{}）", text, error.why)


def _in_rows(what: Message, rows: Sequence[str]) -> Message:
    """Return what is said of some rows with the keys of the first of them."""
    return Message("{}, in: {}", "{}，见：{}", what, list(rows)) if rows else what


def time_of(data: Any, time: str, by: Sequence[str] = ()) -> tuple[Any, Any, Any]:
    """Return ordinal, frequency and periods per year as expressions.

    The distinct periods are read once, so that a bad one is an error with its text, and with the keys `by` of its rows.

    Raises
    ------
    RowsError
        When a row has none, or one that is no code of a period.
    """
    schema = data.collect_schema()
    time = CODE if CODE in schema.names() else time
    kind, column = schema[time], nw.col(time)
    if kind in (nw.Date, nw.Datetime):
        return _dates(data, time)
    if kind.is_integer():
        return column.cast(nw.Int64), nw.lit("annual"), nw.lit(1, dtype=nw.Int64)
    known: dict[str, Period] = {}

    def rows(which: Any) -> list[str]:
        return named(data.filter(which), by) if by else []

    for (text,) in sorted(collected(distinct(data, time)), key=str):
        if text is None or text != text:  # noqa: PLR0124 - NaN
            raise RowsError(
                _in_rows(Message("a row has no period", "有一行没有时期"), rows(column.is_null())),
                mend=Message("Fill the column “{}”.", "请填写“{}”列。", time),
            )
        try:
            period = Period.parse(str(text))
        except PeriodError as error:
            raise RowsError(
                _in_rows(_no_period(text, error), rows(column == text)),
                mend=Message(
                    "Write 2024, 2024-H1, 2024-Q1 or 2024-08 in the column “{}”, or leave such rows out.",
                    "“{}”列请写 2024、2024-H1、2024-Q1 或 2024-08，或去掉这些行。",
                    time,
                ),
            ) from None
        if str(period) != str(text) or period.freq in (Freq.SPAN, Freq.OPEN):
            mend = (
                Message("Write {}.", "请写 {}。", period)
                if str(period) != str(text)
                else Message("Leave spans out.", "请去掉时段。")
            )
            raise RowsError(
                _in_rows(
                    Message("“{}” cannot stand in a panel", "面板中不能有“{}”", text),
                    rows(column == text),
                ),
                mend=mend,
            )
        known[str(text)] = period
    if known and kind == nw.String and _of_pandas(data):  # where texts are slow to cut
        return _looked_up(column, known)
    year = column.str.slice(0, 4).cast(nw.Int64)
    freq = _freq(column)
    within = (
        nw.when(freq.is_in(["half", "quarter"]))
        .then(column.str.slice(6, 1))
        .when(freq == "ytd")
        .then(column.str.slice(13, 2))
        .when(freq == "month")
        .then(column.str.slice(5, 2))
        .otherwise(nw.lit("1"))
    ).cast(nw.Int64)
    return year * _per_year(freq) + within - 1, freq, _per_year(nw.col(FREQ))


_YEARLY = {Freq.HALF: 2, Freq.QUARTER: 4, Freq.ANNUAL: 1, Freq.FISCAL: 1}


def _looked_up(column: Any, known: Mapping[str, Period]) -> tuple[Any, Any, Any]:
    codes, periods = [*known], known.values()
    ordinals, freqs = [p.ordinal for p in periods], [p.freq.value for p in periods]
    per_year = [_YEARLY.get(p.freq, 12) for p in periods]
    return (
        column.replace_strict(codes, ordinals, return_dtype=nw.Int64),
        column.replace_strict(codes, freqs, return_dtype=nw.String),
        column.replace_strict(codes, per_year, return_dtype=nw.Int64),
    )


def _freq(code: Any) -> Any:
    """Return how long the periods are that codes name, which are known to be codes."""
    letter = code.str.slice(5, 1)
    return (
        nw.when(letter == "H")
        .then(nw.lit("half"))
        .when(letter == "Q")
        .then(nw.lit("quarter"))
        .when(code.str.len_chars() > LONGEST)
        .then(nw.lit("ytd"))
        .when(code.str.slice(4, 1) == "/")
        .then(nw.lit("fiscal"))
        .when(letter != "")
        .then(nw.lit("month"))
        .otherwise(nw.lit("annual"))
    )


def _per_year(freq: Any) -> Any:
    made = nw.when(freq == "half").then(nw.lit(2)).when(freq == "quarter").then(nw.lit(4))
    made = made.when(freq.is_in(["annual", "fiscal"])).then(nw.lit(1))
    return made.otherwise(nw.lit(12)).cast(nw.Int64)


def _dates(data: Any, time: str) -> tuple[Any, Any, Any]:
    """Return the same for dates: what they are is told by the months that occur."""
    column = nw.col(time)
    months = data.select(column.dt.month().alias("m"))
    months = [month for (month,) in collected(distinct(months, "m"))]
    per_year = 1 if len(months) == 1 else 4 if len({m % 3 for m in months}) == 1 else 12
    freq = {1: "annual", 4: "quarter", 12: "month"}[per_year]
    year, month = column.dt.year().cast(nw.Int64), column.dt.month().cast(nw.Int64)
    steps = 12 // per_year
    ordinal = year * per_year + ((month - 1) // steps if per_year > 1 else 0)
    return ordinal, nw.lit(freq), nw.lit(per_year, dtype=nw.Int64)
