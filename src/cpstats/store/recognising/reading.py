"""The figures of a sheet whose parts are known: each with its indicator, place, period and unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.gazetteer import china
from cpstats.message import Message
from cpstats.model.period import Period
from cpstats.store.cells import (
    STATUS_OF_FLAG,
    is_formula,
    is_missing,
    is_number,
    number,
    period_of,
    without_flag,
)
from cpstats.store.recognising import telling
from cpstats.store.recognising.alike import read_alike
from cpstats.store.recognising.dated import dated
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.doubts import look_at_rates, look_at_signs, oddities
from cpstats.store.recognising.footnotes import without_marks
from cpstats.store.recognising.headings import PLACE_END
from cpstats.store.recognising.labels import Label, figures_of, is_base, label_of, on_base
from cpstats.store.recognising.titles import NATIONAL, SEVERAL, is_unit, subject_of
from cpstats.store.recognising.when import When, cumulated, last_month
from cpstats.store.sheet import MARKS, chinese_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.recognise import Known
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

NATION = frozenset(["全国总计", "全国合计", "National Total"])
ONE_OF_SEVERAL = re.compile(r"(分省|分地区|主要城市|各省|各市|各区县?)[^\s:]*")
POINTED_CODE = re.compile(r"\d{2,12}\.0")  # a code that was a number somewhere on its way
LONG = 12  # signs: longer than names of places that end in 省, 市, 县
NAME_PLACE = Message(
    "Name it with --area, or write a title line “地区：河北省”; if the names beside the figures are "
    "places, name their indicator with --indicator.",
    "请用 --area 指定，或加一行标题“地区：河北省”；若各行名称是地区，用 --indicator 指定其指标。",
)
CARRIED = ("place", "indicator", "time")
# a place by its part in the table: the one around the others
WHOLE = frozenset(
    [
        "全省",
        "全区",
        "全市",
        "全县",
        "全州",
        "全盟",
        "全旗",
        "本省",
        "本市",
        "本区",
        "本县",
        "合计",
        "总计",
        "Total",
    ]
)


class Reading:
    """One sheet being read: every value with its indicator, place and period.

    `carried` holds what the lines before said of place, indicator and time; a large table hands
    it, with `above`, `dates` and `quarters`, from piece to piece.
    """

    def __init__(
        self,
        sheet: Sheet,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        titles: Titles,
        hints: Hints,
        *,
        known: Known | None = None,
    ) -> None:
        self.sheet, self.cells, self.outline = sheet, cells, outline
        self.titles, self.hints = titles, hints
        self.assumed: dict[Message, None] = {}  # a set in order
        self.when = When(
            sheet,
            cells,
            outline,
            titles,
            said=hints.period,
            assumed=self.assumed,
            dates=known.dates if known else None,
            quarters=known.quarters if known else None,
        )
        self.above = known.above if known else self._headers()
        self.carried = known.carried if known else {}
        self.width = max((*self.above, *outline.keys), default=0) + 1
        self.columns = {k: c for c, k in outline.keys.items() if k != "other"}
        self._codes: dict[tuple[int, str, str, bool | None], str] = {}  # of periods
        self.unmarked = known.unmarked if known else self._without_marks()
        self._across = self._places_across()
        self._down = self._places_down()
        self._signed: set[str] = set()  # indicators beside which a per cent sign was seen

    def _cell(self, i: int, column: int) -> str:
        return self.cells[i][column] if column < len(self.cells[i]) else ""

    def _headers(self) -> dict[int, tuple[Period | None, str]]:
        """Return, for each value column, its period and its label."""
        found: dict[int, tuple[Period | None, str]] = {}
        width = max(len(self.cells[i]) for i in (*self.outline.header, *self.outline.data))
        named = max((len(self.cells[i]) for i in self.outline.header), default=width)
        for column in range(width):
            if column in self.outline.keys:
                continue
            texts = self.texts_above(column)
            if found and not texts and column >= named:
                continue  # behind the header
            periods = [p for t in texts if (p := self.when.period_of(t)) is not None]
            labels = [t for t in texts if self.when.period_of(t) is None]
            if self._is_text(column):
                self._assume(telling.not_numbers(column + 1, " ".join(texts)))
                continue
            if labels and not periods and all(is_date(t) for t in labels):
                raise self.when.a_day(self.outline.header.stop - 1, column, labels[0])
            if not periods:
                periods, labels = self._dated(labels, found)
            found[column] = (periods[0] if periods else None, self._label(labels, found))
        return found

    def _dated(
        self, labels: list[str], before: dict[int, tuple[Period | None, str]]
    ) -> tuple[list[Period], list[str]]:
        """Return the period in a label, and the labels without it; 增速 alone has that before it."""
        if "time" in self.outline.keys.values():
            return [], labels
        parts = [dated(text) for text in labels]
        periods = [p for when, _ in parts if when and (p := self.when.period_of(when))]
        if periods:
            return periods[:1], [what for _, what in parts]
        last, text = next(reversed(before.values()), (None, ""))
        if last and text and labels and all(figures_of(t) for t in labels):
            return [last], labels
        return [], labels

    def _label(self, labels: list[str], before: dict[int, tuple[Period | None, str]]) -> str:
        """Return the label of a column; 增速 alone is that of the column before it."""
        labels = [chinese_of(t) for t in labels]
        units = [t for t in labels if is_unit(t)]
        if units and len(units) < len(labels):  # a line of units below the names
            first = next(t for t in labels if t not in units)
            labels = [f"{first}({units[0]})", *(t for t in labels if t not in (first, *units))]
        chinese = [t for t in labels if not t.isascii()]
        kinds = [t for t in chinese if figures_of(t)]
        names = [t for t in chinese if t not in kinds]
        if names and kinds:
            return label_of(names[0]).name + kinds[-1]  # 地区生产总值, 增速(%)
        label = (chinese or labels or [""])[0]
        kind = figures_of(label) if kinds else None
        last = next((text for _, text in reversed(before.values()) if text), "")
        if kind is None or kind.measure != "growth" or not last or figures_of(last):
            return label
        return label_of(last).name + label

    def texts_above(self, column: int) -> list[str]:
        """Return the header's texts of a column; a period takes the label to its left.

        A merged label stands in its first cell only once it was copied as text.
        """
        header = self.outline.header
        own = [t for i in header if (t := self._cell(i, column))]
        if own and all(self.when.period_of(t) is not None or figures_of(t) for t in own):
            left = (self._left(i, column) for i in header if not self._cell(i, column))
            own = [*(t for t in left if t), *own]
        return list(dict.fromkeys(own))

    def _left(self, i: int, column: int) -> str:
        for position in range(column - 1, -1, -1):
            if position in self.outline.keys:
                return ""
            if text := self._cell(i, position):
                return text
        return ""

    def _is_text(self, column: int) -> bool:
        """Whether a column has cells, and not one number or formula among them."""
        every = (self._cell(i, column) for i in self.outline.data)
        filled = [c for c in every if not is_missing(c)]
        figures = any(is_number(c) or is_formula(c) for c in filled)
        return bool(filled) and not figures and len(self.outline.data) > 1

    def observations(
        self, faults: list[DataError] | None
    ) -> tuple[list[list[str]], list[tuple[int, int]]]:
        """Return a row for each value, and where it stands."""
        self._look_for_lost_zeros()
        rows, origins = read_alike(self) or self._line_by_line(faults)
        shown = {n for n, (i, c) in enumerate(origins) if "%" in self.cells[i][c]}
        look_at_signs(self.sheet, rows, origins, shown)
        if not self.hints.unit:
            look_at_rates(self.sheet, rows, origins, self._signed)
        self.assumed |= dict.fromkeys(oddities(self.sheet, rows, origins))
        return rows, origins

    def _names_across(self) -> list[str]:
        return [text for _, text in self.above.values() if text and not figures_of(text)]

    def _places_across(self) -> bool:
        """Whether the labels over the columns are places: of one indicator, beside periods."""
        names = list(dict.fromkeys(self._names_across()))
        if len(names) < 2 or {"place", "indicator"} & self.columns.keys() or self.hints.place:
            return False
        if "time" not in self.columns and "part" not in self.columns:
            return False
        every = all(PLACE_END.search(name) and len(name) < LONG for name in names)
        return every or bool(self.hints.indicator)

    def _places_down(self) -> bool:
        """Whether names in a column are places: the user says the indicator, and no place."""
        column = self.columns.get("indicator")
        if column is None or "place" in self.columns or not self.hints.indicator:
            return False
        if self.hints.place or self.titles.said.get("place") or self._names_across():
            return False
        return len({self._cell(i, column) for i in self.outline.data} - {""}) > 1

    def _line_by_line(
        self, faults: list[DataError] | None
    ) -> tuple[list[list[str]], list[tuple[int, int]]]:
        rows: list[list[str]] = []
        origins: list[tuple[int, int]] = []
        seen: dict[tuple[str, ...], str] = {}
        for i in self.outline.data:
            cells = self.cells[i]
            values = [c for c in self.above if c < len(cells) and not is_missing(cells[c])]
            try:
                self._look_behind(i)
                keys = self.keys_of(i) if values else {}
            except DataError as fault:
                _put(fault, faults)
                continue
            for column in values:
                try:
                    row = self.row(i, column, keys)
                except DataError as fault:
                    _put(fault, faults)
                    continue
                key = tuple(row[:4])
                if seen.get(key) == row[4]:  # the first quarter stands twice, single and cumulated
                    continue
                seen.setdefault(key, row[4])
                rows.append(row)
                origins.append((i, column))
        if not rows and not faults:
            raise DataError(
                Message("there is no figure in the table", "表中没有数据"),
                where=self.sheet.name,
                mend=Message("Look at the file.", "请查看文件。"),
            )
        return rows, origins

    def _look_behind(self, i: int) -> None:
        """Refuse a line that has cells behind the last column of the header."""
        for column in range(self.width, len(self.cells[i])):
            if self.cells[i][column] and is_number(self.cells[i][column]):
                raise DataError(
                    Message(
                        "the line has more figures than the header has columns",
                        "该行的数据多于表头的列",
                    ),
                    where=self.sheet.where(i, column),
                    mend=Message(
                        "Look for a divider too many, or a number that was torn apart.",
                        "请检查是否多了分隔符，或数字被拆开。",
                    ),
                )

    def keys_of(self, i: int) -> dict[str, str]:
        """Return what a line says of its values; what is written once holds for the lines below."""
        cells = self.cells[i]
        keys = {
            k: chinese_of(t) for k, c in self.columns.items() if c < len(cells) and (t := cells[c])
        }
        for kind in {"place", "indicator"} & keys.keys():
            keys[kind] = self._unmarked(keys[kind])
        for kind in {"place", "indicator"} & keys.keys():
            if POINTED_CODE.fullmatch(keys[kind]):
                keys[kind] = keys[kind].removesuffix(".0")
        if len(keys) < len(self.columns):
            self._carry_on(i, keys)
        self.carried.update(keys)
        return keys

    def _without_marks(self) -> dict[str, str]:
        """Return the names beside the figures that carry the mark of a footnote, each without it."""
        columns = [self.columns[kind] for kind in ("place", "indicator") if kind in self.columns]
        names = dict.fromkeys(
            chinese_of(self._cell(i, c)) for c in columns for i in self.outline.data
        )
        rows = self.cells[self.outline.data.stop :]
        return without_marks(names, [" ".join(c for c in row if c) for row in rows])

    def _unmarked(self, name: str) -> str:
        alone = self.unmarked.get(name, name)
        if alone != name:
            self._assume(telling.behind_names(self.unmarked))
        return alone

    def _carry_on(self, i: int, keys: dict[str, str]) -> None:
        """Fill in what the lines above say."""
        said = [k for k in CARRIED if k in keys]
        for kind in CARRIED:
            if kind not in self.columns or kind in keys:
                continue
            if not said or kind not in self.carried:
                raise DataError(
                    Message("the line has figures and no {}", "该行有数据，但没有{}", kind),
                    where=self.sheet.where(i, self.columns[kind]),
                    mend=Message(
                        "Write it there; only beside another name does the one above hold on.",
                        "请补写；只有旁边另有名称时，上一行的名称才沿用。",
                    ),
                )
            keys[kind] = self.carried[kind]
            self._assume(telling.carried(kind))

    def row(self, i: int, column: int, keys: dict[str, str]) -> list[str]:
        """Return the observation of one value, as `recognise.HEADER` has it."""
        label = self.above[column][1]
        value, status = self._value(i, column)
        name, place = self._name_and_place(i, keys, label)
        said = _with_kind(label_of(name), figures_of(label))
        said = self._in_unit(i, column, keys, said)
        if (
            "%" in name + label
            or "%" in self.titles.said.get("title", "")
            or "%" in keys.get("unit", "")
        ):
            self._signed.add(self.hints.indicator or said.name)
        when = self._period(i, column, keys, said)
        if "status" in keys:
            status = self._status(i, column, keys["status"], keys["status"])
        return [
            self.hints.indicator or said.name,
            place,
            when,
            said.measure,
            value,
            said.unit,
            status,
            said.basis,
        ]

    def _in_unit(self, i: int, column: int, keys: dict[str, str], said: Label) -> Label:
        """Return what a name says with the measure and the unit of one figure."""
        said = replace(said, measure=self.hints.measure or said.measure)
        unit = said.unit or keys.get("unit", "") or self._unit(said)
        if said.measure == "level" and is_base(unit):
            return on_base(said, unit)
        unit = "元" if unit == "元/人" else unit  # 人均 says the rest
        if self.hints.unit and said.measure == "level":
            unit = self.hints.unit
        if "%" not in self._cell(i, column):
            return replace(said, unit=unit)
        if unit not in ("", "%"):
            raise DataError(
                Message(
                    "“{}” is a rate, and “{}” is in {}",
                    "“{}”是百分数，而“{}”的单位是{}",
                    self._cell(i, column)[:40],
                    said.name or self.hints.indicator,
                    unit,
                ),
                where=self.sheet.where(i, column),
                mend=Message(
                    "Say what it is, such as --measure growth, or write the figure without the sign.",
                    "请说明数值形式（如 --measure growth），或去掉百分号。",
                ),
            )
        self._signed.add(self.hints.indicator or said.name)
        return replace(said, unit="%")

    def _period(self, i: int, column: int, keys: dict[str, str], said: Label) -> str:
        """Return the code of a value's period, found once for all lines that say the same."""
        key = (column, keys.get("time", ""), keys.get("part", ""), said.cumulated)
        if key not in self._codes:
            own, label = self.above[column]
            when = own or self.when.of_line(i, keys, column, label)
            if said.cumulated is False and self.above[column][0] is None and "time" not in keys:
                when = last_month(when)  # 本月 in a table of 1-8月
            self._codes[key] = str(cumulated(when, said))
        return self._codes[key]

    def _value(self, i: int, column: int) -> tuple[str, str]:
        """Return the digits of a cell, and the status that a flag behind them stands for."""
        text = self._cell(i, column)
        value = number(text)
        if value is not None:
            return value, ""
        digits, flag = without_flag(text)
        value = number(digits) if flag else None
        if value is not None:
            return value, self._status(i, column, flag, text)
        if is_formula(text):
            raise DataError(
                Message(
                    "obs_value: “{}” is a formula without a value",
                    "obs_value：“{}”是未计算的公式",
                    text[:40],
                ),
                where=self.sheet.where(i, column),
                mend=Message(
                    "Open the file in a spreadsheet, let it compute, and save it again.",
                    "请在电子表格中打开文件，重新计算后另存。",
                ),
            )
        raise DataError(
            Message("obs_value: “{}” is not a number", "obs_value：“{}”不是数字", text[:40]),
            where=self.sheet.where(i, column),
            mend=Message(
                "Write digits with one decimal point; leave the cell empty where none is known.",
                "请写数字，最多一个小数点；没有数据时留空。",
            ),
        )

    def _status(self, i: int, column: int, flag: str, text: str) -> str:
        """Return the status of a flag: as the user says, else by its usual meaning."""
        if flag in self.hints.flags:
            return self.hints.flags[flag]
        status = STATUS_OF_FLAG.get(flag.casefold())
        if status is None:
            raise DataError(
                Message(
                    "“{}”: the flag “{}” is not known", "“{}”：不认识标记“{}”", text[:40], flag[:20]
                ),
                where=self.sheet.where(i, column),
                mend=Message(
                    "Say what it means: --flag {}=provisional, or --flag {}= for nothing.",
                    "请说明含义：--flag {}=provisional；无含义则写 --flag {}=。",
                    flag[:20],
                    flag[:20],
                ),
            )
        if flag.casefold() == "e":
            self._assume(telling.ESTIMATED)
        return status

    def _name_and_place(self, i: int, keys: dict[str, str], label: str) -> tuple[str, str]:
        """Return the label of the indicator and the name of the place of a value."""
        title = self.titles.said.get("indicator", "")
        row_name, row_place = keys.get("indicator", ""), keys.get("place", "").lstrip("#")
        if figures_of(label):
            label = ""  # it says what kind of figures these are, not of what or where
        if number(name := row_name or label) is not None and period_of(name) is None:
            raise DataError(
                Message(
                    "“{}” is a number where the name of an indicator belongs",
                    "“{}”是数字，此处应为指标名称",
                    name,
                ),
                where=self.sheet.where(i, 0),
                mend=Message(
                    "Say which line is the header (--header) or what a column holds (--column NAME=skip).",
                    "请用 --header 指明表头所在行，或用 --column 列名=skip 指明各列内容。",
                ),
            )
        if not row_place and title and label and not row_name:
            return title, self._place(i, label)  # one indicator, places in columns
        if self._across:
            row_place, label = label, ""
        elif self._down:
            row_place, row_name = row_name, ""
        name = row_name or label or title or subject_of(self.titles.said.get("title", ""))
        if row_name and label and not row_place:
            row_place = label  # indicators in rows, places in columns
        if not name and not self.hints.indicator:
            raise DataError(
                Message("the table does not name its indicator", "表格没有写明指标"),
                where=f"{self.sheet.name}:1:1",
                mend=Message(
                    "Name it with --indicator, or write a title line “指标：地区生产总值(亿元)”.",
                    "请用 --indicator 指定，或写标题行“指标：地区生产总值(亿元)”。",
                ),
            )
        return name, self._place(i, row_place)

    def _place(self, i: int, name: str) -> str:
        """Return a place by its name in the table, else by what title or user say."""
        if name in NATION:
            return china.NATION
        if name and name not in WHOLE:
            return name
        around = self.hints.place or self.titles.said.get("place", "")
        if not around and not name:
            self._look_for_several()
        if not around and self.titles.place:
            around = self.titles.place
            self._assume(telling.place_of_title(around))
        if name and not around:
            raise DataError(
                Message(
                    "“{}” stands for a place that the table does not name",
                    "“{}”所指的地区，表中没有写明",
                    name,
                ),
                where=self.sheet.where(i, 0),
                mend=Message(
                    "Name it with --area, or write a title line “地区：河北省”.",
                    "请用 --area 指定，或加一行标题“地区：河北省”。",
                ),
            )
        if not around and self.titles.said.get("database", "") in NATIONAL:
            around = china.NATION
            self._assume(telling.NATION)
        if not around:
            raise DataError(
                Message("the table does not name its place", "表中没有写明地区"),
                where=f"{self.sheet.name}:1:1",
                mend=NAME_PLACE,
            )
        return around

    def _look_for_several(self) -> None:
        """Refuse a table of one place out of several that does not say which."""
        said = f"{self.titles.said.get('database', '')} {self.titles.said.get('title', '')}"
        if found := ONE_OF_SEVERAL.search(said):
            raise DataError(
                Message(
                    "“{}” are tables of several places, and this one does not say of which",
                    "“{}”为多个地区的表，本表未写明是哪个地区",
                    found[1],
                ),
                where=f"{self.sheet.name}:1:1",
                mend=Message(
                    "Name the place with --area, or write a title line “地区：河北省”.",
                    "请用 --area 指定地区，或加一行标题“地区：河北省”。",
                ),
            )

    def _unit(self, said: Label) -> str:
        if said.measure != "level":
            return ""
        unit = (
            self.titles.said.get("unit", "") or label_of(self.titles.said.get("indicator", "")).unit
        )
        if unit and SEVERAL.search(unit) and not is_unit(unit) and not is_base(unit):
            self._assume(telling.several_units(unit))
            return ""
        return unit

    def _assume(self, text: Message) -> None:
        self.assumed[text] = None

    def _look_for_lost_zeros(self) -> None:
        """Refuse codes of which some begin with 0 and others are shorter; say it where none does."""
        for column, kind in self.outline.keys.items():
            first = self._cell(self.outline.data.start, column)
            if kind not in ("place", "indicator") or (first and not first.isdigit()):
                continue
            rows = self.cells[self.outline.data.start : self.outline.data.stop]
            codes = {row[column] for row in rows if column < len(row)} - {""}
            lengths = sorted({len(code) for code in codes})
            if len(lengths) != 2 or lengths[1] - lengths[0] != 1:
                continue
            if not all(code.isdigit() for code in codes):
                continue
            what = Message(
                "codes of {} and {} digits stand side by side",
                "同一列的代码有 {} 位和 {} 位",
                lengths[0],
                lengths[1],
            )
            if any(code.startswith("0") for code in codes):
                short = next(
                    i for i in self.outline.data if len(self._cell(i, column)) == lengths[0]
                )
                raise DataError(
                    Message(
                        "{}: “{}” may have lost its leading zero",
                        "{}：“{}”可能丢失了开头的0",
                        what,
                        self._cell(short, column),
                    ),
                    where=self.sheet.where(short, column),
                    mend=Message(
                        "Format the column as text, write the zeros again, and save the file.",
                        "请把该列设为文本格式，补上开头的0后保存。",
                    ),
                )
            self._assume(
                Message("{}: a leading zero may have been lost", "{}：可能丢失了开头的0", what)
            )

    def _look_below(self) -> None:
        """Say that there are figures among the notes."""
        for i in range(self.outline.data.stop, len(self.cells)):
            figures = [c for c in self.cells[i] if number(c) and self.when.period_of(c) is None]
            if len(figures) > 1:
                self._assume(telling.below_notes(self.sheet.lines[i]))
                return

    def said(self, rows: Sequence[Sequence[str]], notes: list[str]) -> list[Message]:
        """Return what was recognised, for who imports."""
        if not rows:
            return [self.sheet.said]
        header = self.outline.header
        periods = sorted(Period.parse(code) for code in {r[2] for r in rows})
        self._look_below()
        if any(MARKS.search(cell) for row in self.sheet.rows for cell in row if not cell.isascii()):
            self._assume(telling.FOOTNOTES)
        first = self.sheet.lines[header.start] if len(header) else None
        places, indicators = ({row[column] for row in rows} for column in (1, 0))
        when = telling.span(periods[0], periods[-1])
        return [
            telling.layout(self.sheet.said, header.start, first, self.outline.keys, len(notes)),
            telling.size(len(rows), len(places), len(indicators), when),
            *telling.unnamed_units(rows),
            *self.sheet.remarks,
            *self.assumed,
        ]


def _with_kind(said: Label, kind: Label | None) -> Label:
    """Return what a name says, with what the label over the column says of its figures."""
    if kind is None:
        return said
    since = said.cumulated if kind.cumulated is None else kind.cumulated
    if kind.measure == "growth":
        return replace(said, measure="growth", unit=kind.unit or "%", cumulated=since)
    return replace(said, unit=said.unit or kind.unit, cumulated=since)


def _put(fault: DataError, faults: list[DataError] | None) -> None:
    """Collect a fault; raise it where nobody collects."""
    if faults is None:
        raise fault
    faults.append(fault)
