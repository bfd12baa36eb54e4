"""What an import found in each file, and how it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.message import Message, counted
from cpstats.model.indicator import in_chinese
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same
from cpstats.model.unit import unit_text
from cpstats.model.words import MEASURE
from cpstats.store.package import own_names
from cpstats.store.recognising.recognised import HEADER
from cpstats.store.recognising.telling import size
from cpstats.store.recognising.whence import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.store.recognising.recognised import First, Recognised


@dataclass(slots=True)
class Summary:
    """What was found in one file, or one sheet of it."""

    file: str
    sheet: str
    said: list[Message] = field(default_factory=list)
    figures: int = 0
    indicators: dict[str, None] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    periods: dict[str, None] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    first: tuple[First, ...] = ()
    row: tuple[str, ...] = ()  # the first figure, as `recognised.HEADER` has it

    def take(self, found: Recognised) -> None:
        """Count the observations of a sheet, or of a piece of one."""
        for names, column in (
            (self.indicators, "indicator"),
            (self.places, "ref_area"),
            (self.periods, "time_period"),
        ):
            names.update(dict.fromkeys(map(itemgetter(found.header.index(column)), found.rows)))
        if not self.said:
            self.said, self.first = list(found.said), found.first
        else:  # another piece of a large table
            self.said += [line for line in found.said[2:] if line not in self.said]
            self.said[1:2] = [self._counts(len(found.rows))]
        if found.rows and not self.row:
            one = dict(zip(found.header, found.rows[0], strict=True))
            self.row = tuple(one.get(name, "") for name in HEADER)
        self.figures += len(found.rows)
        self.titles |= found.titles
        self.notes += found.notes
        self.keys |= found.keys

    def recount(self, figures: int, periods: Iterable[str]) -> None:
        """Say how much there is, where figures were counted elsewhere."""
        self.figures, self.periods = 0, dict.fromkeys(periods)
        self.said[1:2] = [self._counts(figures)]
        self.figures = figures

    def _counts(self, more: int) -> Message:
        periods = counted(len(self.periods), "period", "时期{}个")
        return size(self.figures + more, len(self.places), len(self.indicators), periods)


def report_of(
    found: Sequence[Summary],
    announced: Sequence[Message],
    folder: Path | None,
    count: int,
) -> Report:
    """Return what was found in each file, and where it was written."""
    notes = []
    if folder is not None:
        notes += [same(f"{Path(s.sheet).name}: ") + _text(said) for s in found for said in s.said]
    notes += [_text(line) for line in own_names(announced)]
    if folder is not None:
        notes.append(
            Text(
                f"{counted(count, 'figure', '')} written to {folder}: --data {folder}",
                f"已写入{count}个数据：--data {folder}",
            )
        )
    return Report(
        Text("Import", "导入"),
        blocks=(_recognised(found), *_firsts(found)) if folder is None else (_counted(found),),
        records=tuple(_record(summary, folder) for summary in found),
        notes=tuple(notes),
    )


def _text(said: Message) -> Text:
    return Text(said.to("en"), said.to("zh"))


def _recognised(found: Sequence[Summary]) -> Block:
    """Return what was made of each sheet, in words."""
    columns = (
        Column(Text("file", "文件"), right=False),
        Column(Text("recognised", "识别结果"), right=False),
    )
    rows = []
    for summary in found:
        head = Path(summary.sheet).name
        for said in (*summary.said, *_units_of_title(summary)):
            rows.append((Cell(text=same(head)), Cell(text=_text(said))))
            head = ""
    return Block(columns, tuple(rows))


def _units_of_title(summary: Summary) -> list[Message]:
    """Return what is said of the units that lines above or below the table name."""
    units = dict.fromkeys(f.row[5] for f in summary.first if f.unit == TITLE and f.row[5])
    return [
        Message(
            "the unit is taken from the title: {} (--unit names another)",
            "单位取自标题：{}（可用 --unit 指定）",
            Message(text.en, text.zh),
        )
        for text in map(unit_text, units)
    ]


def _firsts(found: Sequence[Summary]) -> list[Block]:
    """Return the first figures of each sheet, with what each was taken from."""
    heads = (
        (Text("where", "位置"), False),
        (Text("indicator", "指标"), False),
        (Text("place", "地区"), False),
        (Text("period", "时期"), False),
        (Text("measure", "形式"), False),
        (Text("value", "数值"), True),
        (Text("unit", "单位"), False),
        (Text("taken from", "取自"), False),
    )
    columns = tuple(Column(head, right=right) for head, right in heads)
    rows = [
        (*(Cell(text=text) for text in _shown(f)), Cell(text=_text(_whence(f))))
        for summary in found
        for f in summary.first
    ]
    return (
        [Block(columns, tuple(rows), title=Text("The first figures", "最先的数据"))] if rows else []
    )


def _shown(f: First) -> tuple[Text, ...]:
    name, place, period, measure, value, unit, *_ = f.row
    return (
        same(Path(f.where).name),
        Text(name, in_chinese(name)),
        *map(same, (place, period)),
        MEASURE.get(measure or "level") or same(measure),
        same(value),
        unit_text(unit),
    )


def _whence(f: First) -> Message:
    return Message(
        "indicator: {}; place: {}; period: {}; unit: {}",
        "指标：{}；地区：{}；时期：{}；单位：{}",
        f.name,
        f.place,
        f.period,
        f.unit,
    )


def _counted(found: Sequence[Summary]) -> Block:
    """Return how much each sheet has."""
    heads = (
        Text("figures", "数据"),
        Text("indicators", "指标"),
        Text("places", "地区"),
        Text("periods", "时期"),
    )
    columns = (Column(Text("file", "文件"), right=False), *(Column(head) for head in heads))
    rows = []
    for s in found:
        counts = (s.figures, len(s.indicators), len(s.places), len(s.periods))
        cells = (Cell(text=same(f"{count:,}")) for count in counts)
        rows.append((Cell(text=same(Path(s.sheet).name)), *cells))
    return Block(columns, tuple(rows))


def _record(summary: Summary, folder: Path | None) -> dict[str, str | int | float | None]:
    return {
        "file": summary.file,
        "sheet": summary.sheet,
        "figures": summary.figures,
        "places": len(summary.places),
        "indicators": len(summary.indicators),
        "periods": len(summary.periods),
        "notes": len(summary.notes),
        "package": "" if folder is None else str(folder),
        "recognised": " | ".join(map(str, summary.said)),
    }
