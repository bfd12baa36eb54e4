"""What an indicator is: definition, unit, coverage by place and period, sources; no pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.period import Period
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same
from cpstats.model.unit import unit_text
from cpstats.model.words import BASIS, COMPARE, MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cpstats.model.indicator import Indicator
    from cpstats.store.package import Package

Row = dict[str, str]
TOLD = ("indicator", "ref_area", "measure", "time_period", "source")


def info(indicators: Sequence[str], package: Package) -> Report:
    """Describe indicators: what they mean, and for which places and periods there are figures."""
    catalogue = package.catalogue
    blocks, records, used = [], [], []
    for ident in indicators:
        indicator = catalogue.indicators[ident]
        blocks.append(Block(TWO, tuple(_facts(indicator)), title=indicator.name))
        coverage: dict[tuple[str, str], list[Row]] = {}
        for _, row in observations(package, [indicator]):
            coverage.setdefault((row["ref_area"], row.get("measure") or "level"), []).append(row)
            used.append(row.get("source", ""))
        rows = []
        order = list(catalogue.places)
        for (area, measure), found in sorted(coverage.items(), key=lambda x: order.index(x[0][0])):
            record = _coverage(ident, area, measure, found)
            records.append(record)
            rows.append(
                (
                    Cell(text=catalogue.places[area].name),
                    Cell(text=MEASURE[measure]),
                    *(Cell(text=same(str(record[c]))) for c in ("figures", "first", "last")),
                    Cell(text=same(str(record["sources"]))),
                )
            )
        title = indicator.name + Text(" · coverage", " · 覆盖")
        blocks.append(Block(_COVERAGE, tuple(rows), title=title))
    sources = tuple(s for ident, s in catalogue.sources.items() if ident in set(used))
    names = joined([catalogue.indicators[i].name for i in indicators])
    blocks = [b for b in blocks if b.rows]
    if not records:
        records = [{"indicator": i, "ref_area": "", "figures": 0} for i in indicators]
    return Report(names, blocks=tuple(blocks), records=tuple(records), sources=sources)


TWO = (Column(Text("", ""), right=False), Column(Text("", ""), right=False))
_COVERAGE = (
    Column(Text("place", "地区"), right=False),
    Column(Text("measure", "内容"), right=False),
    Column(Text("figures", "数目")),
    Column(Text("first", "起"), right=False),
    Column(Text("last", "止"), right=False),
    Column(Text("sources", "来源数")),
)


def _definition(indicator: Indicator) -> Text:
    said, chinese = indicator.definition, indicator.definition_zh
    return Text(said or chinese, chinese or said)


def _facts(indicator: Indicator) -> Iterator[tuple[Cell, Cell]]:
    basis = BASIS.get(indicator.growth_basis)
    facts = (
        (Text("id", "标识"), same(indicator.indicator)),
        (Text("definition", "定义"), _definition(indicator)),
        (Text("unit", "单位"), unit_text(indicator.unit)),
        (Text("unmarked growth is", "未注明的增速为"), basis or same("")),
        (Text("places are compared by", "地区间比较"), COMPARE[indicator.compare]),
        (Text("also called", "别名"), same(", ".join(indicator.aliases))),
    )
    for name, value in facts:
        if value.en:
            yield Cell(text=name), Cell(text=value)


def observations(package: Package, of: Iterable[Indicator]) -> Iterator[tuple[str, Row]]:
    """Yield every observation of some indicators with the id of its indicator, its place by code."""
    names: dict[str, dict[str, None]] = {}
    for thing in of:
        for name in thing.names:
            names.setdefault(name, {})[thing.indicator] = None
    if package.compiled:
        found = package.compiled.columns(names, None, TOLD)
        for cells in zip(*(found[name] for name in TOLD), strict=True):
            yield cells[0], dict(zip(TOLD, cells, strict=True))
        return
    from cpstats.store import files

    for part in package.parts:
        pieces = [(part.named(p), files.read_bytes(p)) for p in part.observations]
        if part.content:
            pieces.append((part.name, part.content))
        for name, content in pieces:
            for row in files.rows(files.decode(content, name), name):
                for ident in names.get(row.get("indicator", ""), ()):
                    area = package.catalogue.place_in(part.name, row["ref_area"])
                    told = {**row, "ref_area": area, "source": row.get("source") or part.name}
                    yield ident, told


def _coverage(
    ident: str, area: str, measure: str, found: list[Row]
) -> dict[str, str | int | float | None]:
    return {"indicator": ident, "ref_area": area, "measure": measure, **reach(found)}


def reach(found: list[Row]) -> dict[str, str | int | float | None]:
    """Return how many figures there are, from when to when, of how many sources."""
    periods = [Period.parse(text) for text in {row["time_period"] for row in found}]
    return {
        "figures": len(found),
        "first": str(min(periods)),
        "last": str(max(periods)),
        "sources": len({row["source"] for row in found}),
    }
