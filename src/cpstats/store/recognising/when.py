"""The period of each line of a sheet: beside the values, above them, from the title, or as said."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message, sentences
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, Period, annual
from cpstats.store.brackets import without_code
from cpstats.store.cells import period_of
from cpstats.store.frequencies import WHOLE_YEAR, frequency_of, part_of_year
from cpstats.store.hints import accounts_of
from cpstats.store.recognising import telling, which_period
from cpstats.store.recognising.asking_days import by_day, one_day_of_all, which_day, which_order
from cpstats.store.recognising.beginning_of_accounts import months_in_words
from cpstats.store.recognising.beside_periods import run_beside
from cpstats.store.recognising.column_kinds import CODE_OF_PARTS, Column
from cpstats.store.recognising.dates import (
    SERIAL,
    is_date,
    open_day,
    periods_of_dates,
    periods_of_run,
)
from cpstats.store.recognising.decades import decade_of
from cpstats.store.recognising.fiscal import fiscal_year, look_for_open_years
from cpstats.store.recognising.inquiry import QuestionError, Way, any_year, holds, said_of, says
from cpstats.store.recognising.months_of_accounts import first_month
from cpstats.store.recognising.outside import country_in
from cpstats.store.recognising.parts_in_labels import speaks_of_part
from cpstats.store.recognising.parts_of_accounts import part_of_accounts
from cpstats.store.recognising.period_marks import told_of_mark, unmarked
from cpstats.store.recognising.period_of_sheet import period_of_sheet
from cpstats.store.recognising.republic import (
    FEWEST,
    FEWEST_SIGNED,
    counts_from_1911,
    years_of_republic,
)
from cpstats.store.recognising.republic import LABEL as REPUBLIC
from cpstats.store.recognising.roman_parts import look_for_open_numerals
from cpstats.store.recognising.row_of_periods import (
    are_old_years,
    are_periods,
    are_quarters,
    early_years,
    quarters_of,
    says_quarters,
)
from cpstats.store.recognising.second_times import days_alone
from cpstats.store.recognising.short_days import year_of_its_end
from cpstats.store.recognising.so_far import part_in
from cpstats.store.recognising.stamps import days_of, open_stamp
from cpstats.store.recognising.two_years import years_of_two
from cpstats.store.sheet import first_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

MONTHS_OF = {Freq.HALF: 6, Freq.QUARTER: 3, Freq.MONTH: 1}
IN_YEAR = pattern(
    r"(?:\d{1,2}|1-\d{1,2})月(?:份)?|第?[一二三四1-4]季度|1-[234]季度|[上下]半年|前三季度|全年"
)
# what stands for the year among its months or quarters, in one language or two
GLUED_YEAR = pattern(r"[^\W\d_]{2,}((?:19|20)\d\d)")  # pop2018
OF_YEAR = pattern(r"((?:19|20)\d\d)[ |_:/-]([^\W\d].*)")  # 2003|Anual, among 2003|Enero
YEAR_IN = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d年")
OF_PRICES = pattern(  # a year that is a base, or that of prices
    r"(?:19|20)\d\d ?= ?100|(?:CLV|CVM|constant|chained|prices|base|reference year)[^,;\d]{0,12}(?:19|20)\d\d|(?:19|20)\d\d (?:prices|US\$|USD)"
)
MANY_DAYS = 8  # labels
SAMPLE = 20  # rows whose letters tell the language


class When:
    """The periods of one sheet; `assumed` takes in what is taken from the title."""

    def __init__(
        self,
        sheet: Sheet,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        titles: Titles,
        *,
        said: str,
        assumed: dict[Message, None],
        fiscal: str = "",
        order: str = "",
        dates: Mapping[str, Period] | None = None,
        quarters: bool | None = None,
    ) -> None:
        self.sheet, self.cells, self.outline, self.titles = sheet, cells, outline, titles
        self.hint, self.assumed, self.order = said, assumed, order
        self.begins, self.fiscal = accounts_of(fiscal)
        self.dates = self._dates() if dates is None else dates
        self.quarters = self._are_quarters() if quarters is None else quarters

    def _cell(self, i: int, column: int) -> str:
        return self.cells[i][column] if column < len(self.cells[i]) else ""

    def _dates(self) -> dict[str, Period]:
        """Return the periods that dates beside or above the values stand for."""
        times = [c for c, kind in self.outline.keys.items() if kind == "time"]
        beside = {t for c in times for i in self.outline.data if (t := self._cell(i, c))}
        texts = [c for i in self.outline.header for c in self.cells[i]]
        above = {c for c in texts if is_date(c)}
        alone = {unmarked(text): text for text in sorted(beside)}
        head = " ".join(self._cell(i, c) for c in times for i in self.outline.header)
        quarterly = says_quarters(head)
        gaps = quarterly or len(alone) == 1
        run = {alone[t]: p for t, p in periods_of_run(alone, gaps=gaps).items()}
        if quarterly:
            run = quarters_of(run or {t: p for t in beside if (p := period_of(t))})
            which_period.look_for_odd_months(self.sheet, self.cells, self.outline, run)
        down = periods_of_dates(days_alone(beside), self.order) | run
        found = down or periods_of_dates(above, self.order)  # above days below, they are of series
        self._look_for_open_days(beside, above)
        look_for_open_numerals(self.sheet, self.cells, self.outline.data.start, {*beside, *texts})
        for text, day in days_of(sorted(found)).items() if found else ():
            if day[:10] > text[:10] and is_date(text):
                self.assumed[telling.another_zone(text, day)] = None
                break
        if counted := sorted(text for text in found if SERIAL.fullmatch(text)):
            self.assumed[telling.serial(counted[0], found[counted[0]])] = None
        for i in self.outline.header:
            own = [t for c, t in enumerate(self.cells[i]) if t and c not in self.outline.keys]
            found |= run_beside(own) or (periods_of_dates(own) if are_periods(own) else {})
            found |= {t: annual(int(t)) for t in own} if are_old_years(own) else {}
        found |= early_years(beside) | self._of_republic(beside, texts)
        plain = {unmarked(text): text for text in (*sorted(beside), *texts)}
        double = years_of_two(map(unmarked, sorted(beside))) | years_of_two(map(unmarked, texts))
        made = found | {plain[text]: period for text, period in double.items()}
        look_for_open_years(self.sheet, self.cells, self.outline, made, self.fiscal, self.assumed)
        return made

    def _look_for_open_days(self, beside: set[str], above: set[str]) -> None:
        """Ask whether 01/02 is February or January, or 23:00 the next day, where nobody says it.

        Raises
        ------
        QuestionError
            At such a day.
        """
        if self.order:
            return
        slashed = "" if self.sheet.divider == ";" else open_day(beside) or open_day(above)
        text = slashed or open_stamp([*sorted(beside), *sorted(above)])
        if not text:
            return
        raise (which_order if slashed else which_day)(self.sheet, *first_at(self.cells, text), text)

    def _of_republic(self, beside: set[str], texts: Sequence[str]) -> dict[str, Period]:
        """Return the periods of labels that count from 1911, and say so."""
        above = [t for t in texts if REPUBLIC.fullmatch(t)]
        near = self.cells[: self.outline.data.start + SAMPLE]
        tells = counts_from_1911([self.sheet.name, *(text for row in near for text in row)])
        few = FEWEST_SIGNED if tells else FEWEST
        made = (
            (years_of_republic(beside, bare=True) if tells else {})
            or years_of_republic(beside, bare=False, fewest=few, gaps=tells)
            or years_of_republic(above, bare=False, fewest=few)
        )
        if made:
            self.assumed[telling.of_republic(made)] = None
        return made

    @property
    def said(self) -> Period | None:
        """The period that the user, or else the title, names for all figures."""
        return period_of(self.hint) or self.titles.period or self._of_sheet()

    @property
    def year(self) -> int | None:
        """Its year."""
        return self.said.year if self.said else None

    def _of_sheet(self) -> Period | None:
        """Return the period that is the whole name of the sheet."""
        return period_of_sheet(self.sheet, self.fiscal, self.assumed)

    def period_of(self, text: str) -> Period | None:
        """Return the period that a text names, if any."""
        text = without_code(text)
        found = (
            self.dates.get(text)
            or fiscal_year(text, self.fiscal)
            or period_of(text)
            or self._in_year(text)
            or decade_of(text)
        )
        if found is None and (alone := unmarked(text)) != text:
            found = fiscal_year(alone, self.fiscal) or period_of(alone) or self._in_year(alone)
            self.assumed |= {told_of_mark(text): None} if found else {}
        return found

    def _in_year(self, text: str) -> Period | None:
        """Return the part of the title's year that a label names: 上半年 under 2024年."""
        whole = OF_YEAR.fullmatch(text)
        if whole and WHOLE_YEAR.fullmatch(whole[2]):
            return annual(int(whole[1]))
        if self.year is None or not IN_YEAR.fullmatch(text):
            return None
        return period_of(f"{self.year}年{text}")

    def at_frequency(self, period: Period, word: str, over: Freq | None) -> Period:
        """Return the period of a date at the frequency that the line or the column names."""
        freq = (frequency_of(word) if word else None) or over
        if freq is None or period.freq not in MONTHS_OF:
            return period
        last = period.sub * MONTHS_OF[period.freq]
        if freq is Freq.ANNUAL and last == 12:
            return annual(period.year)
        length = MONTHS_OF.get(freq, 0)
        if length <= MONTHS_OF[period.freq]:
            return Period(freq, period.year, last) if freq is Freq.MONTH else period
        if last % length and last % length != 1:
            return period
        return Period(freq, period.year, (last - 1) // length + 1)

    def a_day(self, row: int, column: int, text: str) -> DataError:
        """Return the error for a day where a period belongs."""
        times = [c for c, kind in self.outline.keys.items() if kind == "time"]
        beside = {t for i in self.outline.data for c in times if (t := self._cell(i, c))}
        above = {t for i in self.outline.header for t in self.cells[i][1:] if t}
        days = beside if text in beside else above
        if sum(map(is_date, days)) >= MANY_DAYS:
            return by_day(self.sheet, range(row, row + 1), Column(column, (), (text, *days)))
        if days == {text} == beside:
            title = next((t for i in self.outline.header if (t := self._cell(i, column))), "")
            return one_day_of_all(self.sheet, row, column, (text, title or str(column + 1)))
        return which_period.one_day(self.sheet, row, column, text)

    def of_line(self, i: int, keys: Mapping[str, str], column: int = 0, label: str = "") -> Period:
        """Return the period of a line; `label` stands over the column of the value.

        Raises
        ------
        DataError
            When it names none, and neither title nor user do.
        """
        if "part" in keys and "time" not in keys and self.year is not None:
            keys = {**keys, "time": str(self.year)}
        if "part" in keys and "time" in keys:
            return self._part_of_year(i, keys)
        if "time" not in keys and (part_in(label) or speaks_of_part(label)):
            raise self._unknown(i, keys, column, label)
        for text in (
            keys.get("time", keys.get("part", "")),
            self.hint,
            self.titles.said.get("time", ""),
        ):
            early = text.isdigit() and len(text) == 4 and text == keys.get("time")
            found = annual(int(text)) if early and int(text) else self.period_of(text)
            if found is not None:
                return found
            if is_date(text):
                column = next((c for c, kind in self.outline.keys.items() if kind == "time"), 0)
                raise self.a_day(i, column, text)
        if "time" not in keys and self.titles.period is not None:
            self.assumed[telling.period_of_title(self.titles.period)] = None
            return self.titles.period
        found = self._of_sheet() or self._of_corner() if "time" not in keys else None
        if found is not None:
            return found
        raise self._unknown(i, keys, column, label)

    def _of_corner(self) -> Period | None:
        """Return the one period over the names beside the figures, and say so."""
        keys = [c for c, kind in self.outline.keys.items() if kind not in ("time", "part")]
        found = {period_of(self._cell(i, c)) for i in self.outline.header for c in keys} - {None}
        only = found.pop() if len(found) == 1 else None
        if only:
            self.assumed[telling.period_of_corner(only)] = None
        return only

    def _unknown(self, i: int, keys: Mapping[str, str], column: int, label: str) -> DataError:
        """Return the error for a line without a period, with the text that could have named it."""
        mend = Message(
            "Name it with --when, or write it in a title line “Time: 2024”.",
            "请用 --when 指定，或加一行标题“时间：2024年”。",
        )
        text = keys.get("time", keys.get("part", ""))
        if text and "part" in keys and "time" not in keys and part_of_year(text):
            part = next(c for c, k in self.outline.keys.items() if k == "part")
            return which_period.no_year(self.sheet, i, part, text)
        if text:
            beside = next((c for c, kind in self.outline.keys.items() if kind == "time"), 0)
            return which_period.no_period(self.sheet, i, beside, text)
        said = Message("the period of the line is not known", "该行的时期未知")
        if not label:
            ways = [any_year()]
            return QuestionError(said, where=self.sheet.where(i, 0), mend=mend, ways=ways)
        return QuestionError(
            Message(
                "{}: “{}” over column {} names none",
                "{0}：第 {2} 列的“{1}”不是时期",
                said,
                label,
                column + 1,
            ),
            where=self.sheet.where(i, column),
            mend=sentences(
                mend,
                Message(
                    "If the column is not wanted: --column {}=skip.",
                    "若不需要该列：--column {}=skip。",
                    said_of(label),
                ),
            ),
            ways=self._ways_to_a_period(label, column),
        )

    def _ways_to_a_period(self, label: str, column: int) -> list[Way]:
        """Return what can be said of columns without a period: the period, where none names one."""
        rows = (enumerate(self.cells[i]) for i in self.outline.header)
        above = {text for row in rows for c, text in row if c not in self.outline.keys}
        glued = GLUED_YEAR.fullmatch(label)
        if glued and sum(bool(GLUED_YEAR.fullmatch(text)) for text in above) == 1:
            return [says("when", "period", glued[1])]
        above = {OF_PRICES.sub("", text) for text in above if not CODE_OF_PARTS.fullmatch(text)}
        dated = sum(self.period_of(t) is not None or bool(YEAR_IN.search(t)) for t in above)
        years = {found[0] for text in above for found in YEAR_IN.finditer(text)}
        if len(years) == 1 and dated > 1:  # that of other columns
            return [says("when", "period", years.pop()), holds(label, "skip")]
        period = which_period.any_period(above)
        kinds = ("place", "skip")[not self._may_be_codes(column) :] if dated else ()
        ways = [holds(label, kind) for kind in kinds]
        return ways if dated * 2 > len(above - {""}) else [period, *ways]

    def _may_be_codes(self, column: int) -> bool:
        """Whether whole numbers, each once, before all others may be codes of places."""
        texts = [self._cell(i, column) for i in self.outline.data]
        whole = all(t.isdecimal() for t in texts) and len({*texts}) == len(texts) > 1
        placed = "place" in self.outline.keys.values() or country_in(
            self.sheet.rows[: self.outline.header.start]
        )
        return whole and not column and not placed

    def under_year(
        self, i: int, keys: dict[str, str], over: Period
    ) -> tuple[dict[str, str], Period | None]:
        """Return what a line says of its part of a year that stands over its figures, and the period if that is settled.

        Raises
        ------
        DataError
            Of a year of accounts, where the months do not show which of them are of which year.
        """
        if over.freq is Freq.ANNUAL:
            return {**keys, "time": str(over.year)}, None
        if over.freq is not Freq.FISCAL:
            return keys, over
        if found := part_of_accounts(keys["part"], over, self._first_month):
            return keys, found
        part = next((c for c, kind in self.outline.keys.items() if kind == "part"), 0)
        raise which_period.of_which_year(self.sheet, i, part, (keys["part"], over))

    @cached_property
    def _first_month(self) -> int:
        columns = [c for c, kind in self.outline.keys.items() if kind == "part"]
        parts = (t for c in columns for i in self.outline.data if (t := self._cell(i, c)))
        return first_month(parts) or self.begins or months_in_words(self.sheet.rows)

    def _part_of_year(self, i: int, keys: Mapping[str, str]) -> Period:
        """Return the quarter or month that two columns name together."""
        year, part = (keys[kind].removesuffix(".0") for kind in ("time", "part"))
        year = year_of_its_end(year.removesuffix("年"))
        if WHOLE_YEAR.fullmatch(part) and (whole := period_of(year)) is not None:
            return whole
        code = f"{year}-Q{part}" if self.quarters and len(part) < 2 else f"{year}-{part:0>2}"
        named = part_of_year(part)
        forms = (
            (code,)
            if part.isdigit()
            else (f"{year}-{named}", f"{year} {part}", f"{part} {year}", f"{year}年{part}")
        )
        found = next((p for form in forms if (p := period_of(form)) is not None), None)
        if found is None:
            raise DataError(
                Message("“{}” and “{}” name no period", "“{}”与“{}”合起来不是时期", year, part),
                where=self.sheet.where(i, 0),
                mend=Message(
                    "Write years such as 2024, and quarters 1 to 4 or months 1 to 12.",
                    "年份写作2024，季度写1至4，月份写1至12。",
                ),
            )
        return found

    def _are_quarters(self) -> bool:
        """Whether the header says that the parts of years are quarters, or each of them is 1 to 4."""
        columns = [c for c, kind in self.outline.keys.items() if kind == "part"]
        above = " ".join(self._cell(i, c) for i in self.outline.header for c in columns)
        return are_quarters(above, {self._cell(i, c) for c in columns for i in self.outline.data})
