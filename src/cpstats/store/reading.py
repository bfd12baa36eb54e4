"""The figures of a sheet whose parts are known: each with its indicator, place, period and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.period import Freq, Period, annual
from cpstats.store.cells import MISSING, number, period_of
from cpstats.store.dates import is_date, periods_of_dates
from cpstats.store.labels import Label, label_of

if TYPE_CHECKING:
    from cpstats.store.hints import Hints
    from cpstats.store.outline import Outline
    from cpstats.store.sheet import Sheet

COUNTRY = "100000"


class Reading:
    """One sheet being read: every value with its indicator, place and period."""

    def __init__(
        self,
        sheet: Sheet,
        cells: list[list[str]],
        outline: Outline,
        titles: dict[str, str],
        hints: Hints,
        *,
        dates: dict[str, Period] | None = None,
    ) -> None:
        self.sheet, self.cells, self.outline = sheet, cells, outline
        self.titles, self.hints = titles, hints
        self.assumed: list[str] = []
        self.dates = self._dates() if dates is None else dates
        self.above = self._headers()

    def _dates(self) -> dict[str, Period]:
        """Return the periods that dates beside or above the values stand for."""
        beside = {
            self.cells[i][column]
            for column, kind in self.outline.keys.items()
            for i in self.outline.data
            if kind == "time" and column < len(self.cells[i]) and self.cells[i][column]
        }
        above = {c for i in self.outline.header for c in self.cells[i] if is_date(c)}
        return periods_of_dates(beside) | periods_of_dates(above)

    def _period_of(self, text: str) -> Period | None:
        return self.dates.get(text) or period_of(text)

    def _headers(self) -> dict[int, tuple[Period | None, str]]:
        """Return, for each value column, its period and its label."""
        found: dict[int, tuple[Period | None, str]] = {}
        width = max(len(self.cells[i]) for i in (*self.outline.header, *self.outline.data))
        for column in range(width):
            if column in self.outline.keys:
                continue
            texts = []
            for i in self.outline.header:
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
                raise self._a_day(self.outline.header.stop - 1, column, labels[0])
            chinese = [t for t in labels if not t.isascii()]
            found[column] = (periods[0] if periods else None, (chinese or labels or [""])[0])
        return found

    def _is_text(self, column: int) -> bool:
        """Whether a column has cells, and not one number among them."""
        every = (self.cells[i][column] for i in self.outline.data if column < len(self.cells[i]))
        filled = [c for c in every if c not in MISSING]
        return (
            bool(filled) and all(number(c) is None for c in filled) and len(self.outline.data) > 1
        )

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
        for i in self.outline.data:
            keys = {
                kind: self.cells[i][column]
                for column, kind in self.outline.keys.items()
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
                column = next((c for c, kind in self.outline.keys.items() if kind == "time"), 0)
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
            for c, kind in self.outline.keys.items()
            for k in self.outline.data
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
        header = self.outline.header
        head = f"header in line {lines[header.start]}" if len(header) else "no header"
        periods = sorted({Period.parse(r[2]) for r in rows})
        self._look_for_lost_zeros({r[1] for r in rows})
        keys = ", ".join(
            f"column {c + 1} left out" if kind == "other" else f"{kind} in column {c + 1}"
            for c, kind in self.outline.keys.items()
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
