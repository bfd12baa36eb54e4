"""Dimensions and attributes of SDMX (or a cube like it) become our columns; the rest is said.

A dimension that is not known becomes part of the indicator's name, so that two series are never
taken for one. An attribute that is not known is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.gazetteer import register
from cpstats.gazetteer.china import is_code
from cpstats.message import Message, about, counted, joined
from cpstats.model import sdmx
from cpstats.model.observation import shifted
from cpstats.model.period import Period, PeriodError
from cpstats.model.prices import without_prices
from cpstats.model.unit import Unit, UnitError
from cpstats.store.cells import MISSING, number, period_of
from cpstats.store.decoding.dimensions import KNOWN, WHOLE, chosen_of, measures_of, numbers_of
from cpstats.store.sheet import Sheet, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.decoding.cube import Cube

POWER = re.compile(r"-?[0-9]{1,3}")
HEADER = (
    "indicator",
    "ref_area",
    "time_period",
    "obs_value",
    "unit",
    "decimals",
    "obs_status",
)
NUMBERS = {"indicator": 0, "place": 1, "time": 2, "value": 3, "unit": 4, "decimals": 5, "status": 6}


QUARTERS = re.compile(r"quarter|quartal|trimest|kvartal|季", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{4}) ?- ?([1-4])", re.ASCII)
WRITE = Message(
    "Write 2024, 2024-S1, 2024-Q1, 2024-08 or 2021-01-01/P5Y.",
    "请写 2024、2024-S1、2024-Q1、2024-08 或 2021-01-01/P5Y。",
)
BY_DAY = Message(
    "Figures by the day are not read; ask for months, quarters or years (FREQ M, Q, A).",
    "不读取逐日数据，请下载月度、季度或年度数据（FREQ 为 M、Q、A）。",
)


def long_table(cube: Cube) -> Sheet:
    """Return the observations as a table with our columns; missing values are left out.

    Raises
    ------
    DataError
        When there is no value, or a cell is wrong.
    """
    chosen, rest = chosen_of(cube)
    if not chosen["value"]:
        raise _no_value(cube)
    named = [c for c in rest if cube.dimensions is None or c in cube.dimensions]
    reading = _Reading(cube, chosen, named)
    rows, at = reading.rows()
    remarks = _remarks(chosen, named, [c for c in rest if c not in named], reading.unknown)
    columns = tuple(cube.concepts.index(chosen[k]) if chosen[k] else 0 for k in NUMBERS)
    return Sheet(
        cube.name,
        (HEADER, *rows),
        (1, *(cube.lines[n] for n in at)),
        cube.said,
        columns=columns,
        remarks=remarks,
        starts=(1, *(cube.starts[n] for n in at)) if cube.starts else (),
    )


def _no_value(cube: Cube) -> DataError:
    """Return the error for a message whose figures, if it has any, have another name."""
    where, name = Where(cube.name, 1, 1), KNOWN["value"][0]
    found = measures_of(cube) or numbers_of(cube)
    if not found:
        return DataError(
            Message(
                "there is no column {} and none of numbers: the message holds attributes, and no figures",
                "没有 {} 列，也没有数字列：该消息只有属性，没有数据",
                name,
            ),
            where=where,
            mend=Message("Ask the service for the data themselves.", "请向服务请求数据本身。"),
        )
    return OpenColumnError(
        Message(
            "there is no column {}, and numbers in {}", "没有 {} 列，数字在 {} 列", name, found
        ),
        where=where,
        mend=Message(
            "Say which holds the figures: --column {}=value; the others are left out.",
            "请指明数值列：--column {}=value；其余略去。",
            found[0],
        ),
        columns=found,
        kind="value",
    )


class OpenColumnError(DataError):
    """A message of which it must be said which of its `columns` is of a `kind`."""

    def __init__(
        self, what: Message, *, where: str, mend: Message, columns: Sequence[str], kind: str
    ) -> None:
        super().__init__(what, where=where, mend=mend)
        self.columns, self.kind = columns, kind


class _Reading:
    """One cube being read, cell by cell."""

    def __init__(self, cube: Cube, chosen: dict[str, str], named: list[str]) -> None:
        self.cube, self.chosen, self.named = cube, chosen, named
        self.unknown: Counter[str] = Counter()

    def rows(self) -> tuple[list[tuple[str, ...]], list[int]]:
        """Return a line for each value, and which row of the cube it is."""
        rows, at = [], []
        for row, cells in enumerate(self.cube.rows):
            codes = dict(zip(self.cube.concepts, cells, strict=True))
            text = self._of(codes, "value").strip()
            if text in MISSING or text.casefold() == "nan":
                continue
            rows.append(self._row(row, codes, text))
            at.append(row)
        return _told_apart(rows), at

    def _of(self, codes: dict[str, str], kind: str) -> str:
        concept = self.chosen[kind]
        return codes[concept].strip() if concept else ""

    def _row(self, row: int, codes: dict[str, str], text: str) -> tuple[str, ...]:
        value = number(text)
        if value is None or text.endswith("%"):
            mend = Message(
                "Write digits with one decimal point; leave the cell empty where none is known.",
                "请写数字，最多一个小数点；没有数据时留空。",
            )
            raise self._fault(
                row, "value", Message("“{}” is not a number", "“{}”不是数字", text), mend
            )
        value, unit, decimals = self._measured(row, codes, value)
        return (
            self._indicator(codes),
            self._place(codes),
            self._period(row, codes),
            value,
            unit,
            decimals,
            self._status(codes),
        )

    def _indicator(self, codes: dict[str, str]) -> str:
        concept, code = self.chosen["indicator"], self._of(codes, "indicator")
        name = self.cube.labels.get((concept, code), code) or self.cube.title
        parts = [
            f"{self.cube.titles.get(c, c)} {self.cube.labels.get((c, codes[c]), codes[c])}"
            for c in self.named
            if codes[c] not in WHOLE
        ]
        return ", ".join(p for p in (name, *parts) if p)

    def _place(self, codes: dict[str, str]) -> str:
        concept, code = self.chosen["place"], self._of(codes, "place")
        if is_code(code):
            return code
        return register.national(code) or without_code(
            code, self.cube.labels.get((concept, code), code)
        )

    def _period(self, row: int, codes: dict[str, str]) -> str:
        """Return the period of a code, else of its label; nothing where the file has no time."""
        time = self._of(codes, "time")
        if not self.chosen["time"]:
            return ""
        try:
            return str(sdmx.period_of(self._of(codes, "freq"), time))
        except PeriodError as error:
            label = self.cube.labels.get((self.chosen["time"], time), "")
            alone = "" if self.chosen["freq"] else time  # 2005TII, where no frequency is said
            if found := period_of(label or alone) or self._quarter(label or time):
                return str(found)
            raise self._fault(
                row,
                "time",
                Message("“{}” is no period ({})", "“{}”不是时期（{}）", label or time, error.why),
                BY_DAY if sdmx.is_day(time) else WRITE,
            ) from None

    def _quarter(self, text: str) -> Period | None:
        """Return the quarter of `2021 - 2` where the dimension says that it holds quarters."""
        title = self.cube.titles.get(self.chosen["time"], self.chosen["time"])
        found = NUMBERED.fullmatch(text.strip()) if QUARTERS.search(title) else None
        return Period.parse(f"{found[1]}-Q{found[2]}") if found else None

    def _measured(self, row: int, codes: dict[str, str], value: str) -> tuple[str, str, str]:
        """Return value, unit and decimals: exactly multiplied where the unit takes no power."""
        measure = self._of(codes, "unit")
        measure = "" if measure in WHOLE else measure
        power = self._whole(row, codes, "power") or 0
        decimals = self._whole(row, codes, "decimals")
        bare, prices = sdmx.priced(measure)
        base, scale = sdmx.scaled(bare)
        if (scale or prices) and (unit := sdmx.unit_of(base, power + scale)):
            unit = f"{unit}, {prices}" if prices else unit
            return value, unit, "" if decimals is None else str(decimals)
        code = measure.upper()  # a word of another language stays what it is
        known = power or code in sdmx.UNITS_READ or (code and Unit.of(measure).code == code)
        if known and (unit := sdmx.unit_of(measure, power)):
            return value, unit, "" if decimals is None else str(decimals)
        if power and decimals is None:
            decimals = len(value.partition(".")[2])
        unit = self.cube.labels.get((self.chosen["unit"], measure), measure)
        said = "" if decimals is None else str(decimals - power)
        return shifted(value, power), unit, said

    def _whole(self, row: int, codes: dict[str, str], kind: str) -> int | None:
        text = self._of(codes, kind)
        if text in WHOLE:
            return None
        if not POWER.fullmatch(text) or abs(int(text)) > 30:
            mend = Message("Write a whole number such as 0, 1 or 6.", "请写整数，如 0、1 或 6。")
            raise self._fault(
                row, kind, Message("“{}” is not understood", "无法理解“{}”", text), mend
            )
        return int(text)

    def _status(self, codes: dict[str, str]) -> str:
        """Return the status of a code, or of several letters of which each is one."""
        said = self._of(codes, "status")
        if said in self.cube.flags:
            return self.cube.flags[said]
        letters = [said] if said.upper() in sdmx.STATUS_READ else list(said)
        found = [
            self.cube.flags.get(letter, sdmx.STATUS_READ.get(letter.upper())) for letter in letters
        ]
        if None in found:
            self.unknown[said] += 1
        return next((status for status in found if status), "")

    def _fault(self, row: int, kind: str, what: Message, mend: Message) -> DataError:
        concept = self.chosen[kind]
        return DataError(about(concept, what), where=self.cube.where(row, concept), mend=mend)


def without_code(code: str, label: str) -> str:
    """Return the name of a place without its code before it, as PxWeb writes it.

    >>> without_code("25", "25 Norrbottens län"), without_code("FR", "France")
    ('Norrbottens län', 'France')
    """
    return label.removeprefix(f"{code} ").strip() or label


def _told_apart(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put the unit into the name of an indicator that has units of several kinds; one without a name is asked for."""
    kinds: dict[str, set[str]] = {}
    for row in rows:
        kinds.setdefault(row[0], set()).add(_kind(row[4]))
    several = {name for name, own in kinds.items() if name and len(own) > 1}
    shown = {row[4]: _in_language(row[4], row[0]) for row in rows if row[0] in several}
    return [(f"{r[0]}, {shown[r[4]]}" if r[0] in several else r[0], *r[1:]) for r in rows]


def _in_language(unit: str, name: str) -> str:
    """Return a unit in English behind a name in Latin letters.

    >>> _in_language("百万欧元", "B1G"), _in_language("百万欧元", "产值"), _in_language("PC_GDP", "B1G")
    ('million euros', '百万欧元', 'PC_GDP')
    """
    return Unit.of(unit).label("en") if name.isascii() else unit


def _kind(unit: str) -> str:
    """Return what a unit measures, whatever its power of ten."""
    try:
        return Unit.parse(without_prices(unit)[0]).base
    except UnitError:
        return unit


def _remarks(
    chosen: dict[str, str], named: list[str], left: list[str], unknown: Counter[str]
) -> tuple[Message, ...]:
    """Return what was made of the concepts, for who imports."""
    made = [
        joined(
            [
                Message("{} from {}", "{}取自 {}", kind_of(kind), concept)
                for kind, concept in chosen.items()
                if concept and kind != "value"
            ]
        )
    ]
    if named:
        made.append(Message("part of the indicator's name: {}", "并入指标名称：{}", tuple(named)))
    if left:
        made.append(Message("left out: {}", "略去：{}", tuple(left)))
    for code, count in unknown.items():
        figures = counted(count, "figure", "数据{}个")
        made.append(
            Message(
                "status {} is not known here: {} without it",
                "不认识状态 {}：{}未标状态",
                code,
                figures,
            )
        )
    return tuple(made)
