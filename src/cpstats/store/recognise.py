"""A sheet becomes observations: title lines, header, keys, values and notes are told apart.

What is recognised is said; what is missing is an empty cell, never 0; what is neither number nor
missing is an error with its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.period import Freq, Period, annual
from cpstats.store.cells import MISSING, number, period_of
from cpstats.store.dates import is_date, periods_of_dates
from cpstats.store.labels import Label, label_of
from cpstats.store.sheet import Sheet, plain

if TYPE_CHECKING:
    from cpstats.model.source import Source, Vintage

HEADER = ["indicator", "ref_area", "time_period", "measure", "obs_value", "unit"]
COUNTRY = "100000"
KEYS = {
    "place": (
        "地区",
        "省份",
        "省市",
        "省级",
        "城市",
        "区县",
        "区域",
        "省",
        "市",
        "region",
        "area",
        "place",
        "province",
        "country",
        "economy",
        "state",
        "country name",
        "region name",
    ),
    "indicator": ("指标", "项目", "指标名称", "indicator", "item"),
    "time": (
        "时间",
        "年份",
        "年度",
        "月份",
        "季度",
        "日期",
        "年",
        "time",
        "year",
        "period",
        "date",
    ),
    "part": ("quarter", "qtr", "month"),
    "unit": ("单位", "计量单位", "unit"),
    "other": (
        "vintage",
        "version",
        "source",
        "note",
        "notes",
        "status",
        "flag",
        "fips",
        "代码",
        "编码",
        "行政区划代码",
        "版本",
        "来源",
        "备注",
        "序号",
    ),
}
TITLES = {
    "database": ("数据库",),
    "indicator": ("指标", "指标名称"),
    "place": ("地区", "区域", "地域"),
    "unit": ("单位", "计量单位"),
    "time": ("时间",),
}
NOTE = re.compile(
    r"^\s*(注|数据来源|资料来源|来源|说明|备注|Notes?|Sources?)\s*[:：.]?", re.IGNORECASE
)
TITLE = re.compile(r"^(数据库|指标|地区|时间|单位|计量单位)\s*:")
PLACE_END = re.compile(r"(省|市|区|县|州|盟|旗|全国|地区|中国)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the user says where the file does not, or says it wrongly."""

    indicator: str = ""
    place: str = ""
    unit: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Observations of one sheet, able to say where a cell stands."""

    sheet: Sheet
    rows: list[list[str]]
    origins: list[tuple[int, int]]  # row and column of each value in the sheet
    titles: dict[str, str]
    notes: list[str]
    said: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=lambda: list(HEADER))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that the file itself describes."""
        return self.sheet.sources

    @property
    def vintages(self) -> tuple[Vintage, ...]:
        """The vintages that the file itself describes."""
        return self.sheet.vintages

    def where(self, number: int, column: str) -> str:
        """Return `file:line:column` of a value; of anything else the line."""
        row, position = self.origins[number]
        return self.sheet.where(row, position if column in ("obs_value", "") else 0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the parts of a sheet lie: rows of the header, first row of data, kinds of the keys."""

    header: range
    data: range
    keys: dict[int, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the first lines of a large table say of the others: header, keys, titles, dates."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    header: range
    keys: dict[int, str]
    titles: dict[str, str]
    dates: dict[str, Period]


def known_of(sheet: Sheet, hints: Hints | None) -> Known:
    """Return what the beginning of a table says of the rest.

    Raises
    ------
    DataError
        When no table is found.
    """
    cells = [[plain(cell) for cell in row] for row in sheet.rows]
    frame = _frame_of(sheet, cells)
    titles = _titles(cells[: frame.header.start])
    made = _Reading(sheet, cells, frame, titles, hints or Hints())
    first = frame.data.start
    return Known(
        sheet.rows[:first], sheet.lines[:first], frame.header, frame.keys, titles, made.dates
    )


def recognise_more(known: Known, sheet: Sheet, hints: Hints | None) -> Recognised:
    """Return the observations of a piece of a large table.

    Raises
    ------
    DataError
        When a value is no number, or a line names no period.
    """
    first = len(known.rows)
    if sheet.rows[:first] != known.rows:
        sheet = replace(sheet, rows=known.rows + sheet.rows, lines=known.lines + sheet.lines)
    cells = [[plain(cell) for cell in row] for row in sheet.rows]
    stop = _end_of_data(cells, first)
    frame = _Frame(known.header, range(first, stop), known.keys)
    made = _Reading(sheet, cells, frame, known.titles, hints or Hints(), dates=known.dates)
    notes = [" ".join(row).strip() for row in sheet.rows[stop:] if any(row)]
    if first == stop:
        return Recognised(sheet, [], [], known.titles, notes)
    rows, origins = made.observations(None)
    return Recognised(sheet, rows, origins, known.titles, notes, made.said(rows, notes))


def recognise(
    sheet: Sheet, hints: Hints | None = None, faults: list[DataError] | None = None
) -> Recognised:
    """Return the observations of a sheet; where `faults` are collected, without the bad cells.

    Raises
    ------
    DataError
        When no table is found, or a value is no number.
    """
    hints = hints or Hints()
    cells = [[plain(cell) for cell in row] for row in sheet.rows]
    frame = _frame_of(sheet, cells)
    titles = _titles(cells[: frame.header.start])
    notes = [
        " ".join(c for c in sheet.rows[i] if c.strip()).strip()
        for i in range(frame.data.stop, len(cells))
        if any(cells[i])
    ]
    made = _Reading(sheet, cells, frame, titles, hints)
    rows, origins = made.observations(faults)
    return Recognised(sheet, rows, origins, titles, notes, made.said(rows, notes))


def _first_data_row(cells: list[list[str]]) -> int | None:
    """Return the first row with a key and numbers behind it, not all of them periods."""
    for position, row in enumerate(cells):
        behind = [c for c in row[1:] if c]
        values = [c for c in behind if number(c) is not None]
        if (
            row
            and row[0]
            and any(period_of(c) is None for c in values)
            and len(values) * 2 >= len(behind)
        ):
            return position
    return None


def _frame_of(sheet: Sheet, cells: list[list[str]]) -> _Frame:
    start = _first_data_row(cells)
    if start is None:
        raise DataError(
            "no table is recognised in it",
            where=sheet.name,
            mend="A table has a header with periods or indicators, and numbers below it.",
        )
    first = start
    while first > 0 and sum(bool(c) for c in cells[first - 1]) > 1:
        if TITLE.match(cells[first - 1][0]):
            break
        first -= 1
    header, data = range(first, start), range(start, _end_of_data(cells, start))
    return _Frame(header, data, _keys(cells, header, data))


def _end_of_data(cells: list[list[str]], start: int) -> int:
    stop = start
    while stop < len(cells) and not (cells[stop] and NOTE.match(cells[stop][0])):
        stop += 1
    return stop


def _keys(cells: list[list[str]], header: range, data: range) -> dict[int, str]:
    """Return what columns hold: `place`, `indicator`, `time`, `part` of a year, `unit`, `other`.

    Leading columns are looked at by header and content, those behind by their header.
    """
    found: dict[int, str] = {}
    width = max(len(cells[i]) for i in data)
    named = {c: k for c in range(width) if (k := _named(cells, header, data, c))}
    for column in range(width):
        texts = _texts(cells, data, column)
        kind = named.get(column, "")
        numbers = sum(any(c.isdigit() for c in t) or t in MISSING for t in texts)
        if not kind and column and (numbers * 2 >= len(texts) or not texts):
            break
        if not kind:
            kind = _kind_by_content(texts) if not column else "other"
            if kind in named.values() or ("place" in named.values() and _codes(texts)):
                kind = "other"  # a code beside the name
        if column and kind == "other" and not all(t.isascii() for t in texts):
            kind = "indicator" if "indicator" not in found.values() else "other"
        found[column] = kind
    found |= {
        c: k
        for c, k in named.items()
        if c not in found and (k == "other" or k not in found.values())
    }
    if "time" in found.values() and "place" not in found.values():
        # names beside periods, with labels above the numbers, are those of places
        return {c: "place" if kind == "indicator" and not c else kind for c, kind in found.items()}
    return found


def _codes(texts: list[str]) -> bool:
    return all(t.isdigit() for t in texts)


def _texts(cells: list[list[str]], rows: range, column: int) -> list[str]:
    return [cells[i][column] for i in rows if column < len(cells[i]) and cells[i][column]]


def _named(cells: list[list[str]], header: range, data: range, column: int) -> str:
    """Return what the header says a column holds, if the cells below it are of that kind."""
    kind = _kind_by_header(_texts(cells, header, column))
    if not kind or not column:
        return kind
    texts = [t for t in _texts(cells, data, column) if t not in MISSING]
    numbers = sum(number(t) is not None for t in texts) * 2 > len(texts)
    if kind == "other":
        return kind
    if kind in ("time", "part"):
        short = all(t.removesuffix(".0").isdigit() and len(t) < 7 for t in texts)
        return kind if short or not numbers else ""
    return "" if numbers or not texts else kind


def _kind_by_header(above: list[str]) -> str:
    for text in above:
        for word in re.split(r"[\s/()]+", text.casefold()):
            for kind, words in KEYS.items():
                if word in words or text.casefold() in words:
                    return kind
    return ""


def _kind_by_content(texts: list[str]) -> str:
    if sum(period_of(t) is not None for t in texts) * 2 > len(texts):
        return "time"
    if sum(bool(PLACE_END.search(t)) for t in texts) * 2 > len(texts):
        return "place"
    return "indicator"


def _titles(rows: list[list[str]]) -> dict[str, str]:
    """Return what the lines above the header say: database, indicator, place, unit, time."""
    found: dict[str, str] = {}
    for row in rows:
        text = " ".join(c for c in row if c)
        name, colon, value = text.partition(":")
        for kind, words in TITLES.items():
            if colon and name.strip() in words:
                found.setdefault(
                    kind, value.strip().split(" ")[0] if kind == "unit" else value.strip()
                )
        if text and not colon:
            found.setdefault("title", text)
        if unit := re.search(r"单位\s*:\s*([^\s()]+)", text):
            found.setdefault("unit", unit[1])
    return found


class _Reading:
    """One sheet being read: every value with its indicator, place and period."""

    def __init__(
        self,
        sheet: Sheet,
        cells: list[list[str]],
        frame: _Frame,
        titles: dict[str, str],
        hints: Hints,
        *,
        dates: dict[str, Period] | None = None,
    ) -> None:
        self.sheet, self.cells, self.frame = sheet, cells, frame
        self.titles, self.hints = titles, hints
        self.assumed: list[str] = []
        self.dates = self._dates() if dates is None else dates
        self.above = self._headers()

    def _dates(self) -> dict[str, Period]:
        """Return the periods that dates beside or above the values stand for."""
        beside = {
            self.cells[i][column]
            for column, kind in self.frame.keys.items()
            for i in self.frame.data
            if kind == "time" and column < len(self.cells[i]) and self.cells[i][column]
        }
        above = {c for i in self.frame.header for c in self.cells[i] if is_date(c)}
        return periods_of_dates(beside) | periods_of_dates(above)

    def _period_of(self, text: str) -> Period | None:
        return self.dates.get(text) or period_of(text)

    def _headers(self) -> dict[int, tuple[Period | None, str]]:
        """Return, for each value column, its period and its label."""
        found: dict[int, tuple[Period | None, str]] = {}
        width = max(len(self.cells[i]) for i in (*self.frame.header, *self.frame.data))
        for column in range(width):
            if column in self.frame.keys:
                continue
            texts = []
            for i in self.frame.header:
                text = self.cells[i][column] if column < len(self.cells[i]) else ""
                if text and text not in texts:
                    texts.append(text)
            periods = [p for t in texts if (p := self._period_of(t)) is not None]
            labels = [t for t in texts if self._period_of(t) is None]
            if self._is_text(column):
                self._assume(
                    f"column {column + 1} (“{' '.join(texts)}”) holds no numbers: left out"
                )
                continue
            if labels and not periods and all(is_date(t) for t in labels):
                raise self._a_day(self.frame.header.stop - 1, column, labels[0])
            chinese = [t for t in labels if not t.isascii()]
            found[column] = (periods[0] if periods else None, (chinese or labels or [""])[0])
        return found

    def _is_text(self, column: int) -> bool:
        """Whether a column has cells, and not one number among them."""
        every = (self.cells[i][column] for i in self.frame.data if column < len(self.cells[i]))
        filled = [c for c in every if c not in MISSING]
        return bool(filled) and all(number(c) is None for c in filled) and len(self.frame.data) > 1

    def _a_day(self, row: int, column: int, text: str) -> DataError:
        return DataError(
            f"“{text}” is a day, not a period; a spreadsheet may have made it of “1-2”",
            where=self.sheet.where(row, column),
            mend="Write 2024-01/2024-02 or 2024-01, in a column of text.",
        )

    def observations(
        self, faults: list[DataError] | None
    ) -> tuple[list[list[str]], list[tuple[int, int]]]:
        """Return a row for each value, and where it stands."""
        rows: list[list[str]] = []
        origins: list[tuple[int, int]] = []
        seen: dict[tuple[str, ...], str] = {}
        for i in self.frame.data:
            keys = {
                kind: self.cells[i][column]
                for column, kind in self.frame.keys.items()
                if column < len(self.cells[i]) and self.cells[i][column]
            }
            for column, (period, label) in self.above.items():
                text = self.cells[i][column] if column < len(self.cells[i]) else ""
                if text in MISSING or not keys:
                    continue
                try:
                    row = self._row(i, column, keys, period, label, text)
                except DataError as fault:
                    if faults is None:
                        raise
                    faults.append(fault)
                    continue
                key = tuple(row[:4])
                if seen.get(key) == row[4]:  # the first quarter stands twice, single and cumulated
                    continue
                seen.setdefault(key, row[4])
                rows.append(row)
                origins.append((i, column))
        if not rows and not faults:
            raise DataError(
                "there is no figure in the table", where=self.sheet.name, mend="Look at the file."
            )
        return rows, origins

    def _row(
        self,
        i: int,
        column: int,
        keys: dict[str, str],
        period: Period | None,
        label: str,
        text: str,
    ) -> list[str]:
        value = number(text)
        if value is None:
            raise DataError(
                f"obs_value: “{text}” is not a number",
                where=self.sheet.where(i, column),
                mend="Write digits with one decimal point; leave the cell empty where none is known.",
            )
        name, place = self._name_and_place(keys, label)
        said = label_of(name)
        unit = self.hints.unit or said.unit or keys.get("unit", "") or self._unit(said)
        when = period or self._time(i, keys)
        return [
            self.hints.indicator or said.name,
            self.hints.place or place,
            str(_cumulated(when, said)),
            said.measure,
            value,
            unit,
        ]

    def _name_and_place(self, keys: dict[str, str], label: str) -> tuple[str, str]:
        """Return the label of the indicator and the name of the place of a value."""
        title = self.titles.get("indicator", "")
        row_name, row_place = keys.get("indicator", ""), keys.get("place", "")
        if not row_place and title and label and not row_name:
            return title, label  # one indicator, places in columns
        name = row_name or label or title or self.titles.get("title", "")
        place = row_place or self.titles.get("place", "")
        if row_name and label and not row_place:
            place = label  # indicators in rows, places in columns
        if not name and not self.hints.indicator:
            raise DataError(
                "the table does not name its indicator",
                where=f"{self.sheet.name}:1:1",
                mend="Name it with --indicator, or write a title line “指标：地区生产总值(亿元)”.",
            )
        if not place:
            place = COUNTRY
            self._assume("no place is named: China is meant (--area names another)")
        return name, place

    def _unit(self, said: Label) -> str:
        if said.measure != "level":
            return ""
        return self.titles.get("unit", "") or label_of(self.titles.get("indicator", "")).unit

    def _time(self, i: int, keys: dict[str, str]) -> Period:
        if "part" in keys and "time" in keys:
            return self._part_of_year(i, keys)
        for text in (
            keys.get("time", keys.get("part", "")),
            self.hints.period,
            self.titles.get("time", ""),
        ):
            early = text.isdigit() and len(text) == 4 and text == keys.get("time")
            found = annual(int(text)) if early and int(text) else self._period_of(text)
            if found is not None:
                return found
            if is_date(text):
                column = next((c for c, kind in self.frame.keys.items() if kind == "time"), 0)
                raise self._a_day(i, column, text)
        raise DataError(
            "the period of the line is not known",
            where=self.sheet.where(i, 0),
            mend="Name it with --when, or write it in a title line “时间：2024年”.",
        )

    def _part_of_year(self, i: int, keys: dict[str, str]) -> Period:
        """Return the quarter or month that two columns name together."""
        year, part = (keys[kind].removesuffix(".0") for kind in ("time", "part"))
        parts = {
            self.cells[k][c].removesuffix(".0")
            for c, kind in self.frame.keys.items()
            for k in self.frame.data
            if kind == "part" and c < len(self.cells[k])
        }
        quarters = all(p in ("1", "2", "3", "4") for p in parts)
        code = f"{year}-Q{part}" if quarters else f"{year}-{part:0>2}"
        found = period_of(code if part.isdigit() else f"{year} {part}") or period_of(
            f"{part} {year}"
        )
        if found is None:
            raise DataError(
                f"“{year}” and “{part}” name no period",
                where=self.sheet.where(i, 0),
                mend="Write years such as 2024, and quarters 1 to 4 or months 1 to 12.",
            )
        return found

    def _assume(self, text: str) -> None:
        if text not in self.assumed:
            self.assumed.append(text)

    def _look_for_lost_zeros(self, places: set[str]) -> None:
        lengths = {len(p) for p in places}
        if (
            all(p.isdigit() for p in places)
            and len(lengths) == 2
            and max(lengths) - min(lengths) == 1
        ):
            self._assume(
                f"codes of {min(lengths)} and {max(lengths)} digits stand side by side: "
                "a leading zero may have been lost"
            )

    def said(self, rows: list[list[str]], notes: list[str]) -> list[str]:
        """Return what was recognised, for who imports."""
        lines = self.sheet.lines
        header = self.frame.header
        head = f"header in line {lines[header.start]}" if len(header) else "no header"
        periods = sorted({Period.parse(r[2]) for r in rows})
        self._look_for_lost_zeros({r[1] for r in rows})
        keys = ", ".join(
            f"column {c + 1} left out" if kind == "other" else f"{kind} in column {c + 1}"
            for c, kind in self.frame.keys.items()
        )
        if not rows:
            return [self.sheet.said]
        return [
            f"{self.sheet.said}; {header.start} title lines, {head}; {keys}; {len(notes)} notes",
            (
                f"{len(rows)} figures, {len({r[1] for r in rows})} places, "
                f"{len({r[0] for r in rows})} indicators, {periods[0]} to {periods[-1]}"
            ),
            *self.assumed,
        ]


def _cumulated(period: Period, said: Label) -> Period:
    """Return the period from January on where the label says that it is cumulated."""
    if not said.cumulated or period.freq not in (Freq.QUARTER, Freq.MONTH):
        return period
    months = period.sub * (3 if period.freq is Freq.QUARTER else 1)
    return Period.parse(f"{period.year}-01/{period.year}-{months:02d}")
