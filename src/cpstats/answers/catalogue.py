"""What is there: lists of indicators, places and sources, and a search; no pandas needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import NoAnswerError
from cpstats.model.catalogue import folded
from cpstats.model.report import Block, Cell, Column, Report
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator
    from cpstats.model.place import Place
    from cpstats.model.source import Source

Record = dict[str, str | int | float | None]


def indicators(catalogue: Catalogue) -> Report:
    """List every indicator with its unit."""
    return _indicators(Text("Indicators", "指标"), catalogue.indicators.values())


def places(catalogue: Catalogue) -> Report:
    """List every place with its code and parent."""
    return _places(Text("Places", "地区"), catalogue.places.values())


def sources(catalogue: Catalogue) -> Report:
    """List every source with its date."""
    found = tuple(catalogue.sources.values())
    columns = (
        Column(Text("source", "来源"), right=False),
        Column(Text("published", "日期"), right=False),
        Column(Text("title", "标题"), right=False),
        Column(Text("publisher", "发布者"), right=False),
    )
    rows = tuple(
        tuple(Cell(text=same(t)) for t in (s.source, s.published, s.title, s.publisher))
        for s in found
    )
    return Report(
        Text("Sources", "来源"),
        blocks=(Block(columns, rows),),
        records=tuple(_source_record(s) for s in found),
    )


def search(text: str, catalogue: Catalogue) -> Report:
    """Find indicators and places by any part of an id, name, alias or search word.

    Raises
    ------
    NoAnswerError
        When nothing has the text in a name.
    """
    wanted = folded(text)
    found = [
        i
        for i in catalogue.indicators.values()
        if any(wanted in folded(n) for n in (*i.names, *i.search_words, i.definition))
    ]
    exact = [i for i in found if wanted in {folded(n) for n in (*i.names, *i.search_words)}]
    found = exact + [i for i in found if i not in exact]
    areas = [p for p in catalogue.places.values() if any(wanted in folded(n) for n in p.names)]
    if not wanted or not (found or areas):
        raise NoAnswerError(f"nothing is called “{text}”", mend="`cpstats list` shows all.")
    head = Text(f"Found for “{text}”", f"“{text}”的查找结果")
    one, two = _indicators(head, found), _places(head, areas)
    records: list[Record] = [
        {"kind": kind, "id": ident, "name_zh": name_zh, "name_en": name_en}
        for kind, ident, name_zh, name_en in (
            *(("indicator", i.indicator, i.name_zh, i.name_en) for i in found),
            *(("place", p.ref_area, p.name_zh, p.name_en) for p in areas),
        )
    ]
    blocks = (*(one.blocks if found else ()), *(two.blocks if areas else ()))
    return Report(head, blocks=blocks, records=tuple(records))


def _indicators(title: Text, found: Iterable[Indicator]) -> Report:
    found = tuple(found)
    columns = (
        Column(Text("indicator", "指标"), right=False),
        Column(Text("name", "名称"), right=False),
        Column(Text("unit", "单位"), right=False),
        Column(Text("theme", "主题"), right=False),
    )
    rows = tuple(
        (
            Cell(text=same(i.indicator)),
            Cell(text=i.name),
            Cell(text=same(i.unit)),
            Cell(text=same(i.theme)),
        )
        for i in found
    )
    return Report(
        title, blocks=(Block(columns, rows),), records=tuple(_indicator_record(i) for i in found)
    )


def _places(title: Text, found: Iterable[Place]) -> Report:
    found = tuple(found)
    columns = (
        Column(Text("code", "代码"), right=False),
        Column(Text("name", "名称"), right=False),
        Column(Text("slug", "拼音"), right=False),
        Column(Text("parent", "上级"), right=False),
    )
    rows = tuple(
        (
            Cell(text=same(p.ref_area)),
            Cell(text=p.name),
            Cell(text=same(p.slug)),
            Cell(text=same(p.parent)),
        )
        for p in found
    )
    records = tuple(_place_record(p) for p in found)
    return Report(title, blocks=(Block(columns, rows),), records=records)


def _indicator_record(i: Indicator) -> Record:
    return {
        "indicator": i.indicator,
        "name_zh": i.name_zh,
        "name_en": i.name_en,
        "unit": i.unit,
        "theme": i.theme,
        "kind": i.kind,
        "compare": i.compare,
        "growth_basis": i.growth_basis,
        "aliases": "|".join(i.aliases),
    }


def _place_record(p: Place) -> Record:
    return {
        "ref_area": p.ref_area,
        "name_zh": p.name_zh,
        "name_en": p.name_en,
        "slug": p.slug,
        "parent": p.parent,
        "level": p.level,
        "aliases": "|".join(p.aliases),
    }


def _source_record(s: Source) -> Record:
    return {
        "source": s.source,
        "title": s.title,
        "publisher": s.publisher,
        "published": s.published,
        "release": s.release,
        "kind": s.kind,
        "quality": s.quality,
        "url": s.url,
        "locator": s.locator,
    }
