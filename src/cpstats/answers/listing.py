"""What is there: lists of indicators, places and sources, and a search; no pandas needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cpstats.errors import NoAnswerError
from cpstats.message import Message, sentences
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.model.place import folded
from cpstats.model.report import Block, Cell, Column, Later, Report
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator
    from cpstats.model.place import Place
    from cpstats.model.source import Source
    from cpstats.store.package import Package

Thing = TypeVar("Thing")
Record = dict[str, str | int | float | None]


def indicators(package: Package) -> Report:
    """List every indicator with its unit; those of own data first."""
    found = package.catalogue.indicators
    own = package.own_indicators
    return _indicators(
        Text("Indicators", "指标"), [found[i] for i in dict.fromkeys((*own, *found))]
    )


def places(package: Package) -> Report:
    """List every place with its code and parent; those of own data first."""
    found = package.catalogue.places
    own = package.own_places
    return _places(Text("Places", "地区"), [found[p] for p in dict.fromkeys((*own, *found))])


def sources(package: Package) -> Report:
    """List every source with its date."""
    found = tuple(package.catalogue.sources.values())
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


def search(text: str, package: Package) -> Report:
    """Find indicators and places by any part of an id, name, alias or search word.

    Whole names come first, and of two like ones that of own data.

    Raises
    ------
    NoAnswerError
        When nothing has the text in a name.
    """
    catalogue = package.catalogue
    things, everywhere = catalogue.indicators, catalogue.places
    first = [things[i] for i in dict.fromkeys((*package.own_indicators, *things))]
    near = [everywhere[p] for p in dict.fromkeys((*package.own_places, *everywhere))]
    found = _best(text, {i: (*i.names, *i.search_words, i.definition) for i in first})
    areas = _best(text, {p: p.names for p in near})
    if not (found or areas):
        raise NoAnswerError(
            Message("nothing is called “{}”", "没有名为“{}”的内容", text),
            mend=sentences(
                nearest_are(_near(text, catalogue)),
                Message("`{}` shows all.", "`{}` 列出全部。", "cpstats list"),
            ),
        )
    head = Text(f"Found for “{text}”", f"“{text}”的查找结果")
    one, two = _indicators(head, found), _places(head, areas)
    records: list[Record] = [
        {"kind": kind, "id": ident, "name_zh": name_zh, "name_en": name_en}
        for kind, ident, name_zh, name_en in (
            *(("indicator", i.indicator, i.name_zh, i.name_en) for i in found),
            *(("place", p.ref_area, p.name_zh, p.name_en) for p in areas),
        )
    ]

    def blocks() -> tuple[Block, ...]:
        return (*(one.blocks if found else ()), *(two.blocks if areas else ()))

    return Report(head, blocks=Later(blocks), records=tuple(records))


def _near(text: str, catalogue: Catalogue) -> list[str]:
    names = [name for i in catalogue.indicators.values() for name in i.names]
    names += [name for place in catalogue.places.values() for name in place.names]
    return nearest(folded(text), ((name, name) for name in names))


def _best(text: str, things: Mapping[Thing, Iterable[str]]) -> list[Thing]:
    """Return what has the text in a name, whole names first; else all its words, in any order."""
    wanted = folded(text)
    names = {thing: [folded(name) for name in names] for thing, names in things.items()}
    found = [t for t in names if wanted and any(wanted in name for name in names[t])]
    if found:
        return sorted(found, key=lambda t: wanted not in names[t])
    words = wanted.split()
    whole = [t for t in names if any(all(word in name for word in words) for name in names[t])]
    spread = [t for t in names if all(any(word in name for name in names[t]) for word in words)]
    return (whole or spread) if len(words) > 1 else []


def _indicators(title: Text, found: Iterable[Indicator]) -> Report:
    found = tuple(found)
    return Report(
        title,
        blocks=Later(lambda: (_table(found),)),
        records=tuple(_indicator_record(i) for i in found),
    )


def _table(found: Iterable[Indicator]) -> Block:
    from cpstats.model.unit import unit_text  # its table is read only where units are told
    from cpstats.model.words import THEME

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
            Cell(text=unit_text(i.unit)),
            Cell(text=THEME.get(i.theme) or same(i.theme)),
        )
        for i in found
    )
    return Block(columns, rows)


def _places(title: Text, found: Iterable[Place]) -> Report:
    found = tuple(found)
    columns = (
        Column(Text("code", "代码"), right=False),
        Column(Text("name", "名称"), right=False),
        Column(Text("slug", "短名"), right=False),
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
