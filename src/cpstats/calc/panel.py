"""The structural steps of a panel: an earlier period, a period, a benchmark, a total, a rank.

Everything else in this folder is element-wise arithmetic over these steps, so it runs unchanged
on pandas, Polars and DuckDB. A step finds its row by the label of the period, never by position:
where a year is missing there is nothing, not the year before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

import narwhals as nw

from cpstats.calc.keyed import Keyed, infinite_in, of_years, picked
from cpstats.calc.moments import FREQ, PER_YEAR, TIME, moment, taken, time_of
from cpstats.calc.native import RESULT, check_numbers, collected, is_from_files, is_looked_at, named
from cpstats.calc.reasons import Why, growth_why, ratio_why
from cpstats.calc.repeats import looked_through, repeats
from cpstats.calc.streamed import Order, before, order_of
from cpstats.errors import RepeatedError, RowsError, UsageError
from cpstats.message import Message
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROW = "__row"
VALUE, LOW, HIGH = "__value", "__low", "__high"
OWN = (TIME, FREQ, PER_YEAR, VALUE, LOW, HIGH)
OUTWARD = 2.0**-50  # relative: four steps of a float, more than the formulas here can lose
NOTHING = nw.lit(None, dtype=nw.Float64)
_MADE = ("__a", "__b", "__c", "__d")


class Layout(TypedDict, total=False):
    """How a frame is laid out beside its keys; every calculation takes it: see `Panel.of`."""

    time: str
    value: str
    decimals: int | None


class Column(NamedTuple):
    """Numbers of a panel with their intervals, as expressions; without intervals the ends are None."""

    value: Any
    low: Any
    high: Any


@dataclass(frozen=True)
class Panel:
    """A frame in long form with its series, time and value recognised.

    `by` are the columns that identify a series; the frame has further columns of its own
    (`OWN`), which `finish` removes.
    """

    frame: Any
    by: tuple[str, ...]
    time: str
    value: str
    ends: bool = True  # whether the numbers have intervals
    yearly: bool = False  # whether all periods are years that are told by whole numbers
    rows: Keyed | None = None  # the fast way, on pandas
    order: Order | None = None  # the fast way, on DuckDB: the rows stand by the keys, none twice

    @classmethod
    def of(
        cls,
        frame: Any,
        *,
        by: Sequence[str],
        time: str = "time_period",
        value: str = "obs_value",
        decimals: int | None = None,
        needs: Sequence[str] = (),
    ) -> Panel:
        """Take a frame in.

        Parameters
        ----------
        frame : pandas, Polars, DuckDB or other frame that narwhals knows
            One row per series and period.
        by : sequence of str
            The columns that identify a series.
        time : str
            Periods as codes (`2024`, `2024-Q1`, `2024-08`, `2024-01/2024-08`, `2023/24`), integer
            years, dates, or periods of pandas.
        value : str
            Numbers; NaN counts as missing. Columns `low` and `high`, if there are any, are
            their rounding intervals.
        decimals : int, optional
            How many digits the numbers were printed with; without it, and without `low` and
            `high`, a result has no interval.
        needs : sequence of str
            Further columns that must be there.

        Raises
        ------
        UsageError
            When a column is missing or holds no numbers, or a period cannot be read.
        RowsError
            When a number is infinite, a key is empty, or a series has a period twice.
        """
        data = taken(frame, time)
        names = data.collect_schema().names()
        for column in (*by, time, value, *needs):
            if column not in names:
                raise UsageError(
                    Message("the frame has no column “{}”", "表中没有“{}”列", column),
                    mend=Message("It has {}.", "现有：{}。", names),
                )
        pandas = data.implementation.is_pandas()
        if isinstance(data, nw.DataFrame) and not pandas:  # pandas keeps the order of its rows
            data = data.with_row_index(ROW)
        check_numbers(data, value)
        ends = decimals is not None or {"low", "high"} <= set(names)
        plain = None if ends or not pandas else of_years(data.to_native(), time, value, OWN)
        data = _opened(data, by, time, value, decimals) if plain is None else nw.from_native(plain)
        yearly = bool(data.collect_schema()[time].is_integer())
        made = cls(data, tuple(by), time, value, ends, yearly)
        if yearly and pandas:
            native = data.to_native()
            made = replace(made, rows=Keyed.of(native, by, native[TIME]))
        if yearly and is_from_files() and (order := order_of(data, by, value)):
            return replace(made, order=order)
        if not is_looked_at():
            made._look()  # noqa: SLF001 - its own
        return made

    def number(self, prefix: str = "") -> Column:
        """Return the value column (or one that a step added under a prefix) as a number with ends."""
        if not self.ends:
            return Column(nw.col(_under(prefix, VALUE)), None, None)
        return Column(*(nw.col(_under(prefix, name)) for name in (VALUE, LOW, HIGH)))

    def with_number(self, prefix: str, number: Column) -> Panel:
        """Add a computed number under a prefix."""
        names = (_under(prefix, name) for name in self._parts)
        return self.with_columns(**dict(zip(names, number, strict=False)))

    def earlier(self, prefix: str, *, years: int = 0, periods: int = 0, of: str = "") -> Panel:
        """Add, under a prefix, the numbers (`of` a prefix) of an earlier period of the series."""
        if self.rows and (rows := self.rows.earlier(years + periods)) is not None:
            return self._taken(prefix, rows, of)
        if self.yearly and years + periods == 1 and isinstance(self.frame, nw.LazyFrame):
            return self._before(prefix, of)
        back = nw.col(PER_YEAR) * years + periods
        time = (nw.col(TIME) + back).alias(TIME)
        then = self._numbers(prefix, time, FREQ, *self.by, of=of)
        if periods:  # cumulated months have no previous period of their kind
            then = then.filter(nw.col(FREQ) != Freq.YTD.value)
        return self._joined(then, (*self.by, FREQ, TIME))

    def at(self, prefix: str, period: str | int, *, of: str = "") -> Panel:
        """Add, under a prefix, the numbers (`of` a prefix) of one period to every row of its series."""
        wanted = moment(period)
        if self.rows and wanted.freq is Freq.ANNUAL:
            return self._taken(prefix, self.rows.at(wanted.ordinal), of)
        here = (nw.col(TIME) == wanted.ordinal) & (nw.col(FREQ) == wanted.freq.value)
        return self._joined(self._numbers(prefix, *self.by, where=here, of=of), self.by)

    def benchmark(self, prefix: str, column: str, name: Any, *, of: str = "") -> Panel:
        """Add the numbers of another member of `column` for the same period and other keys."""
        if self.rows and column in self.by:
            here = (self.frame.to_native()[column] == name).to_numpy()
            return self._taken(prefix, self.rows.member(column, here), of)
        others = tuple(c for c in self.by if c != column)
        keys = (*others, *self.when)
        there = self._numbers(prefix, *keys, where=nw.col(column) == name, of=of)
        return self._joined(there, keys)

    def total(self, prefix: str, over: str) -> Panel:
        """Add the sum over one of the keys, null where a part is missing."""
        keys = (*(c for c in self.by if c != over), *self.when)
        parts = self._parts
        gaps = {f"{c}?": nw.col(c).is_null().cast(nw.Int64) for c in parts}
        sums = self.frame.with_columns(**gaps).group_by(*keys)
        sums = sums.agg(*(nw.col(c).sum() for c in [*parts, *gaps]))
        whole = {_under(prefix, c): nw.when(nw.col(f"{c}?") == 0).then(nw.col(c)) for c in parts}
        sums = sums.with_columns(**whole).select(*keys, *whole)
        return self._joined(sums, keys)

    def whole(self, prefix: str, over: str, member: Any = None) -> Panel:
        """Add the numbers of the member of one of the keys that is the whole, else their sum."""
        if member is None:
            return self.total(prefix, over)
        return self.benchmark(prefix, over, member)

    def crossed(self, branches: tuple[str, Any], places: tuple[str, Any], *, of: str = "") -> Panel:
        """Add the numbers (`of` a prefix) of all branches, of the branch there, and of all there.

        Each of the two is a key column with the member that is all branches, and the benchmark.
        """
        made = self.benchmark(f"all{of}", *branches, of=of).benchmark(f"there{of}", *places, of=of)
        return made.benchmark(f"allthere{of}", *places, of=f"all{of}")

    def with_columns(self, **columns: Any) -> Panel:
        """Add columns."""
        return replace(self, frame=self.frame.with_columns(**columns))

    def finish(self, result: Column, reason: Any, *, outward: float = OUTWARD) -> Any:
        """Return the native frame with `value, low, high, reason` and without own columns.

        `reason` (reasons, or one expression) is null where there is a value; ends are rounded outward. A value column that
        was itself called `value` stays as `obs_value`.
        """
        why = isinstance(reason, Why)
        data = reason.added(self.frame, "__d") if why else self.frame.with_columns(__d=reason)
        given = nw.when(nw.col("__d").is_null())
        data = data.with_columns(__a=given.then(result.value))
        held = not self.ends and not isinstance(data, nw.LazyFrame)  # a column of them is there
        no_low, no_high = (nw.col(LOW), nw.col(HIGH)) if held else (NOTHING, NOTHING)
        data = data.with_columns(
            __a=nw.when(nw.col("__a").is_finite()).then(nw.col("__a")),
            __b=no_low if result.low is None else result.low,
            __c=no_high if result.high is None else result.high,
        )
        if result.low is not None:
            there = nw.when(~nw.col("__a").is_null())
            data = data.with_columns(
                __b=there.then(nw.col("__b") - nw.col("__b").abs() * outward),
                __c=there.then(nw.col("__c") + nw.col("__c").abs() * outward),
            )
        if self.value == "value":
            data = data.rename({"value": "obs_value"})
        names = data.collect_schema().names()
        kept = [c for c in names if not c.startswith("__") and c not in RESULT]
        results = (nw.col(c).alias(r) for c, r in zip(_MADE, RESULT, strict=True))
        if ROW in names:
            data = data.sort(ROW)
        return data.select(*kept, *results).to_native()

    @property
    def when(self) -> tuple[str, ...]:
        """The columns that tell a period; where all are years, one."""
        return (TIME,) if self.yearly else (FREQ, TIME)

    @property
    def _parts(self) -> tuple[str, ...]:
        return (VALUE, LOW, HIGH) if self.ends else (VALUE,)

    def _taken(self, prefix: str, rows: Any, of: str = "") -> Panel:
        """Add the numbers of the rows that were looked up, one for each row."""
        native = self.frame.to_native()
        columns = {_under(prefix, c): picked(native[_under(of, c)], rows) for c in self._parts}
        return replace(self, frame=nw.from_native(native.assign(**columns)))

    def _before(self, prefix: str, of: str) -> Panel:
        """Add the numbers of the year before, which no other row of the series can stand between."""
        wanted = {_under(prefix, c): _under(of, c) for c in self._parts}
        if self.order:
            return replace(self, frame=before(self.frame, self.order, wanted))
        one = {"order_by": TIME}
        there = nw.col(TIME).shift(1).over(*self.by, **one) == nw.col(TIME) - 1
        columns = {
            made: nw.when(there).then(nw.col(c).shift(1).over(*self.by, **one))
            for made, c in wanted.items()
        }
        return self.with_columns(**columns)

    def _numbers(self, prefix: str, *keys: Any, where: Any = None, of: str = "") -> Any:
        frame = self.frame if where is None else self.frame.filter(where)
        numbers = (nw.col(_under(of, c)).alias(_under(prefix, c)) for c in self._parts)
        return frame.select(*keys, *numbers)

    def _joined(self, other: Any, keys: Sequence[str]) -> Panel:
        return replace(self, frame=self.frame.join(other, on=list(keys), how="left"))

    def _look(self) -> None:
        """Refuse rows that no engine could calculate with, the first ten by name."""
        if self.rows and not self.rows.twice and not infinite_in(self.frame.to_native()[VALUE]):
            return  # no key is empty where every row has a number for its key
        keys, number = [*self.by, self.time], nw.col(VALUE)
        infinite = ~number.is_null() & ~number.is_finite()
        empty = nw.any_horizontal(*(nw.col(c).is_null() for c in keys), ignore_nulls=True)
        flags = {
            name: nw.when(wrong).then(1).otherwise(0)
            for name, wrong in (("__infinite", infinite), ("__empty", empty))
        }
        if spark := self.yearly and self.frame.implementation.is_pyspark():
            looked = looked_through(self.frame, self.by, **flags)
        else:
            most = [flag.max().alias(name) for name, flag in flags.items()]
            years = nw.col(TIME).min().alias("__first"), nw.col(TIME).max().alias("__last")
            looked = collected(self.frame.select(*most, *years))
        for row in looked:  # without a row pandas has no number in them, which is not nought
            if row[0] == 1:
                raise RowsError(
                    Message(
                        "a number is infinite ({})", "有数为无穷大（{}）", self._rows(infinite)
                    ),
                    mend=Message("Leave it empty where there is none.", "没有数据时请留空。"),
                )
            if row[1] == 1:
                raise RowsError(
                    Message("a key is empty ({})", "有键为空（{}）", self._rows(empty)),
                    mend=Message(
                        "Fill it, or leave out such rows, or that key.",
                        "请填写，或去掉这些行，或不以该列为键。",
                    ),
                )
            if row[2] is None or row[2] != row[2]:
                return
            twice = row[4] if spark else self.yearly and repeats(self.frame, self.by, *row[2:])
            if twice is False and self.yearly:
                return
        if self.rows and not self.rows.twice:
            return
        count = self.frame.group_by(*keys).agg(nw.len().alias("__n"))
        if rows := named(count.filter(nw.col("__n") > 1), keys):
            raise RepeatedError(
                Message(
                    "a series has one period twice ({})", "同一序列的一个时期出现两次（{}）", rows
                ),
                mend=Message(
                    "Name every column that tells the rows apart in `by`.",
                    "请在 by 中列出区分各行的全部列。",
                ),
            )

    def _rows(self, which: Any) -> list[str]:
        return named(self.frame.filter(which), [*self.by, self.time])


def _under(prefix: str, name: str) -> str:
    return f"__{prefix}{name}" if prefix else name


def at_corners(
    formula: Callable[..., Any], *numbers: Column, divisors: Sequence[int] = ()
) -> Column:
    """Apply a formula to columns and to the corners of their intervals.

    A formula that rises or falls in each of its numbers has its extremes at the corners. Where
    one of the `divisors` (positions of numbers) may be 0 or negative the ends are null.
    """
    value = formula(*(n.value for n in numbers))
    if any(n.low is None for n in numbers):
        return Column(value, None, None)
    ends = [formula(*corner) for corner in product(*((n.low, n.high) for n in numbers))]
    known = ~(
        sum((n.low + n.high for n in numbers[1:]), numbers[0].low + numbers[0].high)
    ).is_null()
    for position in divisors:
        known = known & (numbers[position].low > 0)
    return Column(
        value,
        nw.when(known).then(nw.min_horizontal(*ends)),
        nw.when(known).then(nw.max_horizontal(*ends)),
    )


def growth_reason(now: Column, base: Column) -> Any:
    """Return why a growth is empty, as one expression."""
    return growth_why(now, base).text


def ratio_reason(part: Column, *divisors: Column) -> Any:
    """Return why a quotient within one period is empty, as one expression."""
    return ratio_why(part, divisors).text


def _opened(data: Any, by: Sequence[str], time: str, value: str, decimals: int | None) -> Any:
    """Return a frame with the columns of its own."""
    number = nw.col(value).cast(nw.Float64).fill_nan(None)
    low, high = _ends(number, data.collect_schema().names(), decimals)
    ordinal, freq, per_year = time_of(data, time, by)
    columns = {VALUE: number, LOW: low, HIGH: high, TIME: ordinal, FREQ: freq}
    return data.with_columns(**columns).with_columns(**{PER_YEAR: per_year})


def _ends(number: Any, names: list[str], decimals: int | None) -> tuple[Any, Any]:
    if decimals is not None:
        half = 0.5 * 10.0**-decimals
        return number - half, number + half
    if "low" in names and "high" in names:
        return (nw.col(c).cast(nw.Float64).fill_nan(None) for c in ("low", "high"))  # type: ignore[return-value]
    return NOTHING, NOTHING
