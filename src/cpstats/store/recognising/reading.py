"""The figures of a table whose parts are known: each with its indicator, place, period and unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.store.cells import (
    STATUS_OF_FLAG,
    USUAL,
    is_formula,
    is_missing,
    is_number,
    number,
    without_mark,
)
from cpstats.store.recognising import asking, asking_cells, doubts, telling
from cpstats.store.recognising.above import Above
from cpstats.store.recognising.another_unit import speaks_of_unit
from cpstats.store.recognising.asking_gaps import nothing_there
from cpstats.store.recognising.coded_places import form_of_codes, form_of_numbers
from cpstats.store.recognising.codes_beside import CodesBeside
from cpstats.store.recognising.country_codes import CountryCodes
from cpstats.store.recognising.footnotes import without_marks
from cpstats.store.recognising.header_in_two_languages import begin_of_header
from cpstats.store.recognising.labels import Label, label_of, on_base
from cpstats.store.recognising.name_parts import grown_in_unit
from cpstats.store.recognising.naming import Naming
from cpstats.store.recognising.odd_marks import odd_marks
from cpstats.store.recognising.parents_beside import ParentsBeside
from cpstats.store.recognising.part_of_title import PartOfTitle
from cpstats.store.recognising.parts_of_total import of_total
from cpstats.store.recognising.period_marks import status_behind, text_in
from cpstats.store.recognising.roles import OPEN
from cpstats.store.recognising.scales import is_scale, scaled
from cpstats.store.recognising.series_ids import with_described_units
from cpstats.store.recognising.so_far import cumulated, label_with_months, last_month, up_to_month
from cpstats.store.recognising.title_lines import unit_of_title
from cpstats.store.recognising.unit_words import in_english
from cpstats.store.recognising.units_said import says_several, unit_beside
from cpstats.store.recognising.when import When
from cpstats.store.recognising.which_unit import MayBeRates, of_amounts, of_money, scale_above
from cpstats.store.recognising.written_once import carry_part, in_every_line
from cpstats.store.sheet import MARKS, chinese_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpstats.message import Message
    from cpstats.store.hints import Hints
    from cpstats.store.recognising.beginning import Known
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

DOTS = re.compile(r"^(?:[.·]+ ?(?=[^\W\d_])|[.·]{2,} ?(?=\d))")  # that indent a name
POINTED_CODE = re.compile(r"\d{2,12}\.0")  # a code that was a number somewhere on its way
FLAG_WORDS = re.compile(r"(?:flag|status|symbol)s?[ _-]*(?:desc|label|name|meaning)", re.IGNORECASE)
CARRIED = ("place", "indicator", OPEN, "time")
NAMES = ("place", "indicator", OPEN)


class Reading:
    """One table being read: every value with its indicator, place and period.

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
        # not a method: in a circle, each piece of a large table would be held to the end
        self._assume: Callable[[Message], None] = self.assumed.setdefault
        self.when = When(
            sheet,
            cells,
            outline,
            titles,
            said=hints.period,
            assumed=self.assumed,
            fiscal=hints.fiscal,
            order=hints.dates,
            dates=known.dates if known else None,
            quarters=known.quarters if known else None,
        )
        self._labels = Above(cells, outline, self.when, self._assume, sheet.rows, said=hints.across)
        own = known.above if known else self._labels.slots()
        self.above = with_described_units(own, cells[: outline.header.start])
        self.whole, self.carried = known is None, known.carried if known else {}
        named = [c for i in outline.header for c, text in enumerate(cells[i]) if text]
        self.width = max([*self.above, *outline.keys, *named], default=0) + 1
        self.columns = {k: c for c, k in outline.keys.items() if k not in ("other", "name")}
        self.parts = [c for c, k in outline.keys.items() if k == "name"]
        self._part_of = PartOfTitle(sheet, cells, outline, titles, self._assume)
        self._codes: dict[tuple[object, ...], str] = {}  # of periods
        place, piece = self.columns.get("place"), (sheet, outline, self._assume)
        self.named = self.columns.get(OPEN) if place is None else place
        self.unmarked = known.unmarked if known else self._without_marks()
        names = (self.named, self.unmarked)
        self.codes = CodesBeside(cells, outline, names, self._labels.texts, whole=known is None)
        self.parents = ParentsBeside(cells, outline, self.named, self._labels.texts, hints.columns)
        told = (known.countries, known.beside) if known else None
        self.countries = CountryCodes(cells, outline, place, self._labels.texts, told)
        self.naming = known.naming.of_piece(*piece) if known else self._naming()
        if known is None:
            self.naming.coded = self._coded_places()
            self.naming.of_total = of_total(cells, outline.data, self.above, self.columns)
        down = self.naming.down == "indicator" or "indicator" in self.columns
        self._rates = MayBeRates(cells, outline, [*self.above], down=down)
        self._each = in_every_line(cells, outline.data, self.columns)
        self.signed: set[str] = set()  # indicators beside which a per cent sign was seen

    def _naming(self) -> Naming:
        column = self.columns.get(OPEN)
        data = () if column is None else self.outline.data
        names = dict.fromkeys(self._cell(i, column or 0) for i in data)
        return Naming(
            self.sheet,
            self.outline,
            self.titles,
            self.hints,
            above=self.above,
            names=[n for n in names if n],
            assume=self._assume,
            subject=self._labels.subject,
        )

    def _coded_places(self) -> re.Pattern[str] | None:
        """Return how the names of the places have a code in them."""
        if self.naming.across:
            return form_of_codes(slots.label for slots in self.above.values())
        column = self.named if "place" in self.columns or self.naming.down == "place" else None
        if (form := form_of_numbers(s.place for s in self.above.values())) or column is None:
            return form
        return form_of_codes(t for i in self.outline.data if (t := self._cell(i, column)))

    def _cell(self, i: int, column: int) -> str:
        return self.cells[i][column] if column < len(self.cells[i]) else ""

    def texts_above(self, column: int) -> list[str]:
        """Return the header's texts of a column."""
        return self._labels.texts(column)

    def keys_of(self, i: int) -> dict[str, str]:
        """Return what a line says of its values; what is written once holds for the lines below."""
        keys = {k: chinese_of(t) for k, c in self.columns.items() if (t := self._cell(i, c))}
        keys |= {"unit": ""} if keys.get("unit") in USUAL else {}  # .. is none
        for kind in keys.keys() & {*NAMES}:
            if is_formula(keys[kind]):
                where, text = self.sheet.where(i, self.columns[kind]), keys[kind]
                raise asking_cells.not_computed(where, kind_of(kind), text)
            keys[kind] = self._as_name(keys[kind])
        if (kind := OPEN if self.naming.down == "place" else "place") in keys:
            keys[kind] = self._place_by_code(i, keys[kind])
        if len(keys) < len(self.columns):
            self._carry_on(i, keys)
        self.carried.update(keys)
        return keys

    def place_of(self, i: int) -> str:
        """Return the place that a line names in the column of places, as `row` has it."""
        name = self._as_name(chinese_of(self.cells[i][self.columns["place"]]))
        return self.naming.place_of_line(i, self._place_by_code(i, name))

    def _as_name(self, text: str) -> str:
        name = self._unmarked(DOTS.sub("", text))
        return name.removesuffix(".0") if POINTED_CODE.fullmatch(name) else name

    def _place_by_code(self, i: int, name: str) -> str:
        named, told = self.countries.named(self.sheet, i, name)
        if named == name and name in self.codes.shared:
            named, told = self.codes.named(i, name)
        if named == name and name in self.parents.shared:
            named, told = self.parents.named(i, name)
        self.assumed |= {told: None} if told else {}
        return named

    def _without_marks(self) -> dict[str, str]:
        """Return the names beside the figures that carry the mark of a footnote, each without it."""
        columns = [self.columns[kind] for kind in NAMES if kind in self.columns]
        cells = (self._cell(i, c) for c in columns for i in self.outline.data)
        names = dict.fromkeys(DOTS.sub("", chinese_of(text)) for text in dict.fromkeys(cells))
        rows = self.cells[self.outline.data.stop :]
        return without_marks(names, [" ".join(c for c in row if c) for row in rows])

    def _unmarked(self, name: str) -> str:
        alone = self.unmarked.get(name, name)
        if alone != name:
            self._assume(telling.behind_names(self.unmarked))
        return alone

    def _carry_on(self, i: int, keys: dict[str, str]) -> None:
        """Fill in what the lines above say."""
        said = [k for k in (*CARRIED, "part") if k in keys]
        said += [self._cell(i, c) for c in self.parts if self._cell(i, c)]
        carry_part(keys, self.carried, said=bool(said and "part" in self.columns))
        for kind in CARRIED:
            if kind not in self.columns or kind in keys:
                continue
            if kind == "place" and (code := self.codes.of(i)):
                keys[kind] = code
                continue
            said_of_all = {"place": self.hints.place, "time": self.hints.period}.get(kind)
            held = kind in self.carried and kind not in self._each
            if said_of_all and not held:
                continue  # the whole, in front of its parts; a year for lines that have none
            if not said or not held:
                where, above = self.sheet.where(i, c := self.columns[kind]), self.texts_above(c)
                raise nothing_there(where, kind, above, first=not held)
            keys[kind] = self.carried[kind]
            self._assume(telling.carried(kind))

    def row(self, i: int, column: int, keys: dict[str, str]) -> list[str]:
        """Return the observation of one value, as `recognise.HEADER` has it."""
        slots = self.above[column]
        value, status = self._value(i, column)
        parts = [t for c in self.parts if (t := chinese_of(self._cell(i, c)))]
        said, place = self.naming.of(i, slots, keys, parts)
        said = self._in_unit(i, column, keys, said)
        shown = self._shown(column, keys)
        if doubts.per_cent(doubts.printed_unit(said.measure, said.unit, *shown), *shown):
            self.signed.add(said.name)
        if "status" in keys:
            status = self._status(i, column, keys["status"], keys["status"])
        when = self._period(i, column, keys, said)
        behind = status_behind(text_in(self.sheet.rows[i], self.columns.get("time")))
        status = status or slots.status or behind
        if not status and (last := keys.get("after", "").removesuffix(".0")).isdecimal():
            status = "forecast" if Period.parse(when).year > int(last) else ""
        return [said.name, place, when, said.measure, value, said.unit, status, said.basis]

    def _shown(self, column: int, keys: dict[str, str]) -> tuple[str | None, ...]:
        slots, words = self.above[column], map(keys.get, ("unit", "indicator"))
        return (slots.label, slots.unit, self.titles.said.get("title"), *words)

    def _in_unit(self, i: int, column: int, keys: dict[str, str], said: Label) -> Label:
        """Return what a name says with the measure and the unit of one figure."""
        slots = self.above[column]
        said = replace(said, measure=self.hints.measure or said.measure)
        beside = of_amounts(keys.get("unit", ""), rate=said.measure != "level")  # 亿元、%
        beside = unit_beside("" if self.naming.across else slots.label, beside)
        said, beside = grown_in_unit(said, beside)
        unit = (near := said.unit or slots.unit or beside) or self._unit(said, i, column)
        if beside not in ("", unit) and is_scale(unit):  # Value (millions), currencies in a column
            unit = scaled(beside, unit)
        if index := on_base(said, unit):
            return replace(index, name=index.name or said.name)  # 总指数
        unit = "元" if unit == "元/人" else unit  # 人均 says the rest
        unit = scaled(unit, keys.get("scale", "") or slots.scale or scale_above(self.titles, unit))
        fraction = doubts.is_fraction(self.hints.unit)
        own = doubts.printed_unit(said.measure, unit, *self._shown(column, keys))
        if fraction and doubts.is_rate(said.name, said.measure, own):
            unit = "小数"
        elif self.hints.unit and said.measure == "level" and not fraction:
            unit = self.hints.unit
        unit = in_english(unit)
        if "%" not in self._cell(i, column):
            return said if unit == said.unit else replace(said, unit=unit)
        if near and unit not in ("", "%") and not unit.startswith("%"):  # % of labour force
            raise asking.rate_in_unit(self.sheet, i, column, self._cell(i, column), said.name, unit)
        self.signed.add(said.name)
        return replace(said, unit=unit if unit.startswith("%") else "%")

    def _period(self, i: int, column: int, keys: dict[str, str], said: Label) -> str:
        """Return the code of a value's period, found once for all lines that say the same."""
        times = tuple(keys.get(kind, "") for kind in ("time", "part", "freq"))
        key = (column, *times, said.cumulated, said.measure)
        if key not in self._codes:
            slots = self.above[column]
            keys = {**keys, "part": slots.part} if slots.part else keys
            over = slots.period
            if over and "part" in keys and "time" not in keys:  # months down, years across
                keys, over = self.when.under_year(i, keys, over)
            when = over or self.when.of_line(i, keys, column, slots.label)
            if said.cumulated is False and slots.period is None and "time" not in keys:
                when = last_month(when)  # 本月 in a table of 1-8月
            when = self.when.at_frequency(when, keys.get("freq", ""), slots.freq)
            when = up_to_month(self._part_of(when), label_with_months(column, said, self.above))
            self._codes[key] = str(cumulated(when, said, self.above))
        return self._codes[key]

    def _value(self, i: int, column: int) -> tuple[str, str]:
        """Return the digits of a cell, and the status that a flag behind them stands for."""
        text = self._cell(i, column)
        if (value := number(text)) is not None:
            return value, ""
        digits, flag = without_mark(text)
        if flag and (value := number(digits)) is not None:
            return value, self._status(i, column, flag, text)
        title = next(iter(self.texts_above(column)), str(column + 1))
        widths = (len(self.cells[k]) for k in self.outline.header)
        if len(self.cells[i]) > max(widths, default=1000):  # moved from its column
            raise asking.too_many(self.sheet, i, column)
        raise asking_cells.not_a_number(self.sheet, (i, column), text, title, self._unread())

    def _status(self, i: int, column: int, flag: str, text: str) -> str:
        """Return the status of a flag: as the user says, else by its usual meaning."""
        if flag in self.hints.flags:
            return self.hints.flags[flag]
        status = STATUS_OF_FLAG.get(flag.casefold())
        if status is None and self._are_described():
            self._assume(telling.described_flag(flag))
            return ""
        if status is None:
            raise asking_cells.unknown_flag(self.sheet, i, column, text, self._unknown_flags(flag))
        asking_cells.look_for_scale(self.sheet, (i, column), (text, flag), self._printed())
        if told := telling.of_flag(flag.casefold()):
            self._assume(told)
        return status

    def are_times_marked(self) -> bool:
        """Whether a status stands behind the period of any line."""
        times = {text_in(row, self.columns.get("time")) for row in self.sheet.rows}
        return any(map(status_behind, times))

    def _are_described(self) -> bool:
        """Whether a column beside that of the flags says in words what each means."""
        others = (c for c, k in self.outline.keys.items() if k == "other")
        heads = (text for c in others for text in self.texts_above(c))
        return "status" in self.columns and any(FLAG_WORDS.search(text) for text in heads)

    def _unknown_flags(self, first: str) -> list[str]:
        """Return the flags of the table that are not known, this one first."""
        beside = self.columns.get("status")
        rows = [self.cells[i] for i in self.outline.data]
        if beside is not None:
            found = [row[beside] for row in rows if beside < len(row)]
        else:
            found = [without_mark(row[c])[1] for row in rows for c in self.above if c < len(row)]
        known = (*self.hints.flags, "")
        more = (f for f in found if f not in known and f.casefold() not in STATUS_OF_FLAG)
        return list(dict.fromkeys((first, *more)))

    def _printed(self) -> Iterator[str]:
        return (t for i in self.outline.data for c in self.above if (t := self._cell(i, c)))

    def _unread(self) -> list[str]:
        """Return the cells among the figures that are none, each once."""
        found = dict.fromkeys(self._printed())
        return [t for t in found if not (is_missing(t) or is_number(t) or is_formula(t))]

    def _unit(self, said: Label, i: int, column: int) -> str:
        if said.measure != "level" or "(%)" in said.name:  # which says its own: Change (%)(1)
            return "%" if "(%)" in said.name else ""
        rate = doubts.is_rate(said.name, said.measure, "")
        unit = self.titles.said.get("unit") or label_of(self.titles.said.get("indicator", "")).unit
        if not unit:
            unit = unit_of_title(self.titles.said.get("title", ""), said.name)
            unit = "" if rate and not doubts.is_of_rates(unit) else unit
        counted = speaks_of_unit(said.name) or self._rates.counts(said.name, unit)
        unit = "" if counted else of_money(unit, said.name)
        if rate or not self._rates.holds(unit, i, column):
            unit = of_amounts(unit, rate=rate)
        if says_several(unit):
            self._assume(telling.several_units(unit))
            return ""
        return doubts.unit_for(said.name, unit)

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
        self._look_below()
        if odd := odd_marks(self._printed()):
            self._assume(telling.missing_marks(odd))
        if any(MARKS.search(t) for t in set[str]().union(*self.sheet.rows) if not t.isascii()):
            self._assume(telling.FOOTNOTES)
        start, line = begin_of_header(self.cells, self.sheet, self.outline.header)
        return [
            telling.layout(self.sheet.said, start, line, self.kinds(), len(notes)),
            telling.size_of(rows),
            *telling.unnamed_units(rows),
            *self.sheet.remarks,
            *self.assumed,
        ]

    def kinds(self) -> dict[int, str]:
        """Return what columns hold, names of open kind as what they were found to be."""
        return {c: self.naming.down if k == OPEN else k for c, k in self.outline.keys.items()}
