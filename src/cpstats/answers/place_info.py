"""What a place is: code, names, where it lies, what became of it, and the indicators it has figures of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.answers.info import TWO, observations, reach
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.place import Place
    from cpstats.store.package import Package

Row = dict[str, str]
_COLUMNS = (
    Column(Text("indicator", "指标"), right=False),
    Column(Text("name", "名称"), right=False),
    Column(Text("figures", "数目")),
    Column(Text("first", "起"), right=False),
    Column(Text("last", "止"), right=False),
    Column(Text("sources", "来源数")),
)


def place_info(places: Sequence[str], package: Package) -> Report:
    """Describe places: what they are, and for which indicators and periods there are figures."""
    catalogue = package.catalogue
    found: dict[str, dict[str, list[Row]]] = {area: {} for area in places}
    order = {ident: number for number, ident in enumerate(catalogue.indicators)}
    every = observations(package, catalogue.indicators.values())
    for ident, row in sorted(every, key=lambda told: order[told[0]]):
        if row["ref_area"] in found:
            found[row["ref_area"]].setdefault(ident, []).append(row)
    blocks, records = [], []
    for area, coverage in found.items():
        place = catalogue.places[area]
        blocks.append(Block(TWO, tuple(_facts(place, catalogue)), title=place.name))
        made = [
            {"indicator": ident, "ref_area": area, **reach(rows)}
            for ident, rows in coverage.items()
        ]
        records += made or [{"indicator": "", "ref_area": area, "figures": 0}]
        if made:
            title = place.name + Text(" · figures", " · 数据")
            blocks.append(Block(_COLUMNS, tuple(_row(r, catalogue) for r in made), title=title))
    used = {row.get("source", "") for c in found.values() for rows in c.values() for row in rows}
    sources = tuple(s for ident, s in catalogue.sources.items() if ident in used)
    names = joined([catalogue.places[area].name for area in places])
    return Report(names, blocks=tuple(blocks), records=tuple(records), sources=sources)


def _row(record: dict[str, str | int | float | None], catalogue: Catalogue) -> tuple[Cell, ...]:
    ident = str(record["indicator"])
    counts = (Cell(text=same(str(record[c]))) for c in ("figures", "first", "last", "sources"))
    return (Cell(text=same(ident)), Cell(text=catalogue.indicators[ident].name), *counts)


def _facts(place: Place, catalogue: Catalogue) -> Iterator[tuple[Cell, Cell]]:
    register = catalogue.places.register
    known = (register.place(place.ref_area) if register else None) or place
    lies_in = list(_above(known.parent or place.parent, catalogue))
    below = [catalogue.places[code].name for code in catalogue.places.below(place.ref_area)]
    former = [same(w.replace("@", " ")) for w in known.was]
    facts = (
        (Text("code", "代码"), same(place.ref_area)),
        (Text("names", "名称"), same(", ".join(dict.fromkeys(n for n in place.names[2:] if n)))),
        (Text("lies in", "所属"), joined(lies_in) if lies_in else same("")),
        (
            Text("places in it, with figures", "下辖（有数据）"),
            joined(below) if below else same(""),
        ),
        (Text("was, until", "曾为（截至）"), joined(former) if former else same("")),
        (Text("other territory since", "地域变动"), _changes(place.ref_area, catalogue)),
    )
    for name, value in facts:
        if value.en:
            yield Cell(text=name), Cell(text=value)


def _above(code: str, catalogue: Catalogue) -> Iterator[Text]:
    """Yield the names of what a place lies in, the nearest first."""
    seen: set[str] = set()  # own places may lie in one another by mistake
    while code and code not in seen:
        seen.add(code)
        yield catalogue.places[code].name
        code = catalogue.places[code].parent


def _changes(area: str, catalogue: Catalogue) -> Text:
    """Return the years in which the territory became another one, and with what."""
    changes = [
        Text(
            f"{year} ({'with' if united else 'without'} {other.en})",
            f"{year}年（{other.zh}{'并入' if united else '析出'}）",
        )
        for year, other, united in catalogue.places.breaks(area, 0, 9999)
    ]
    return joined(changes) if changes else same("")
