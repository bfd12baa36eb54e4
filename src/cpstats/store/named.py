"""What a plain table names and no catalogue knows, taken into one: indicators, places, releases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.gazetteer.codes_of_others import codes_of_no_country
from cpstats.gazetteer.settled_in_lists import by_neighbours, of_years
from cpstats.message import LONGEST, Message, shortened
from cpstats.model.catalogue import OWN, Catalogue
from cpstats.model.indicator import Indicator, in_chinese
from cpstats.model.place import Place
from cpstats.model.source import Source
from cpstats.model.text import Text
from cpstats.store.like_names import like_countries
from cpstats.store.recognising.header_words import bare
from cpstats.store.recognising.nations import said_by

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from cpstats.store.opened import Part
    from cpstats.store.recognising.recognised import Recognised

NAMED = 10  # names that neighbours settled and that are said; of more, how many
NAMING = ("indicator", "ref_area", "counterpart_area", "measure", "unit", "vintage")


def with_names(
    catalogue: Catalogue, part: Part, settled: Container[str] = ()
) -> tuple[Catalogue, list[Message], list[Message]]:
    """Take in the indicators and places of a plain table that no catalogue knows.

    Of the places those that are `settled` were taken in already. Returned are the catalogue, what is new
    in it, and what is said of names that their neighbours settled.
    """
    indicators = dict(catalogue.indicators)
    areas: dict[str, None] = {}
    known: dict[str, bool] = {}
    labels: dict[str, None] = {}
    new: list[Message] = []
    for row in naming(part, NAMING):
        labels[row["vintage"]] = None
        indicator = row["indicator"]
        if indicator and indicator not in known:
            known[indicator] = bool(catalogue.known_indicator(indicator))
            if not known[indicator]:
                indicators[indicator] = own_indicator(indicator, row)
                new.append(Message("indicator “{}”", "指标“{}”", shown_name(indicator)))
        elif indicator and not known[indicator] and not indicators[indicator].unit:
            indicators[indicator] = own_indicator(indicator, row)  # the first line was a rate
        areas |= dict.fromkeys((row["ref_area"], row["counterpart_area"]))
    areas.pop("", None)
    names = [area for area in areas if area not in settled]
    made, own, notes = with_places(replace(catalogue, indicators=indicators), part, names)
    return _with_releases(made, part, labels), [*new, *own], notes


def with_places(
    catalogue: Catalogue, part: Part, areas: Sequence[str]
) -> tuple[Catalogue, list[Message], list[Message]]:
    """Take in the places of a plain table, its names settled by title and neighbours.

    A name that stays open is left to the reader, who says where it stands. Returned are the catalogue,
    what is new in it, and what is said of names that their neighbours settled.
    """
    within = {catalogue.known_place(text) for text in filter(None, map(_title_place, part.sheets))}
    wholes = {whole for sheet in part.sheets for whole in sheet.wholes}
    nations = {*said_by("total").values()} & wholes
    more = {a: p for a in areas if a in nations and (p := register.place(a))}
    said = any(_says("header", sheet) for sheet in part.sheets)
    strange = {*_codes_of_others(part, areas, said=said)}
    codes = {a: a for a in areas if (a in catalogue.places or a in more) and a not in strange}
    others = {a: [] if a in strange else catalogue.meanings(a) for a in areas if a not in codes}
    new = []
    inside = within.pop() if len(within) == 1 else ""
    alone = register.settled(others, inside, countries=said, wholes=wholes)
    settled = by_neighbours(alone)
    before = alone if inside else {a: _as_likely(found) for a, found in others.items()}
    notes = _by_others(before, settled)
    settled |= _of_their_years(part, {a: found for a, found in settled.items() if len(found) > 1})
    like = like_countries(settled, said=said)
    for area, found in settled.items():
        own = _own_code(part, area) if area in strange else area
        if not found:
            aliases = _codes_beside(part, area, catalogue)
            more[own] = Place(own, name_zh=own, name_en=own, level=OWN, aliases=aliases)
            new.append(_own_place(own, like.get(area)))
        elif len(found) == 1 and found[0].ref_area not in catalogue.places:
            more[found[0].ref_area] = found[0]
        codes |= {area: found[0].ref_area} if len(found) == 1 else {} if found else {area: own}
    spelled = {(part.name, area): code for area, code in codes.items()}
    places = catalogue.places.with_more(more)
    return replace(catalogue, places=places, spelled={**catalogue.spelled, **spelled}), new, notes


def _as_likely(found: Sequence[tuple[int, Place]]) -> list[Place]:
    """Return the places that a name alone means as well as any other."""
    first = min((rank for rank, _ in found), default=0)
    return [place for rank, place in found if rank == first]


def _by_others(
    before: Mapping[str, Sequence[Place]], settled: Mapping[str, Sequence[Place]]
) -> list[Message]:
    """Return the line that says what the rows around them settled of names that several places have."""
    found = [(a, p[0]) for a, p in settled.items() if len(p) == 1 < len(before[a])]
    if not found:
        return []
    pairs = [Message("“{}” ({})", "“{}”（{}）", name, _whole_of(p)) for name, p in found]
    more = len(found) - NAMED
    return [
        Message(
            "several places have these names, and the rows around them say which is meant: {}{}",
            "这些名称不止一地使用，按前后各行所属的地区判定：{}{}",
            pairs[:NAMED],
            f" (+{more})" if more > 0 else "",
        )
    ]


def _whole_of(place: Place) -> Text | str:
    """Return the name of what a place lies in."""
    found = register.place(place.parent)
    return Text(found.name_en or found.name_zh, found.name_zh) if found else place.parent


def _of_their_years(
    part: Part, several: dict[str, tuple[Place, ...]]
) -> dict[str, tuple[Place, ...]]:
    """Return what names that may be several places mean in the years of their figures."""
    years: dict[str, list[str]] = {}
    for row in naming(part, ("ref_area", "time_period")) if several else ():
        if row["ref_area"] in several:
            years.setdefault(row["ref_area"], []).append(row["time_period"][:4])
    return {a: of_years(several[a], min(own), max(own)) for a, own in years.items()}


def _codes_beside(part: Part, area: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the code that stands beside the name of a place, where no other place is called so."""
    codes = (sheet.codes[area] for sheet in part.sheets if area in sheet.codes)
    return tuple(
        code for code in dict.fromkeys(codes) if "|" not in code and not catalogue.meanings(code)
    )


def _own_place(name: str, like: Place | None) -> Message:
    """Return what is said of a place that nobody knows, with the country whose name is `like` it."""
    if like is None:
        return Message("place “{}”", "地区“{}”", name)
    known = Text(like.name_en, like.name_zh)
    return Message("place “{}” (is it {}?)", "地区“{}”（是{}吗？）", name, known)


def _codes_of_others(part: Part, areas: Sequence[str], *, said: bool) -> list[str]:
    """Return the codes of two letters that are places of the file's own: of states, cantons."""
    heads = (sheet.sheet.rows[0] for sheet in part.sheets if sheet.sheet.rows)
    if said or part.content or any("ref_area" in head for head in heads):
        # as standards have them, and this program
        return []
    divisions = any(_says("division", sheet) for sheet in part.sheets)
    return codes_of_no_country(areas, divisions=divisions)


def _own_code(part: Part, area: str) -> str:
    """Return the code of a place of the file's own that a country has too: AL (state)."""
    if register.place(area) is None and not register.ranked(area):
        return area
    heads = (h for sheet in part.sheets for h, kind in sheet.keys.items() if kind == "place")
    return f"{area} ({next(heads, '') or part.name})"


def _says(what: str, sheet: Recognised) -> bool:
    """Whether the word over the places of a table is for countries, or for a division of one."""
    words = said_by(what)
    heads = (head for head, kind in sheet.keys.items() if kind == "place")
    return any(
        bare(part) in words or head.casefold() in words
        for head in heads
        for part in head.split("/")
    )


def _title_place(sheet: Recognised) -> str:
    """Return the place that the lines above a table name."""
    from cpstats.store.recognising.titles import place_in

    return sheet.titles.get("place", "") or place_in(sheet.titles.get("title", ""))


def _with_releases(catalogue: Catalogue, part: Part, labels: Iterable[str]) -> Catalogue:
    """Take in the file itself as a source, and the sources and vintages that it describes."""
    sources, vintages = dict(catalogue.sources), dict(catalogue.vintages)
    for sheet in part.sheets:
        for source in sheet.sources:
            sources.setdefault(source.source, source)
        for vintage in sheet.vintages:
            vintages.setdefault(vintage.vintage, vintage)
    from cpstats.store.releases import vintages_of

    vintages |= vintages_of(labels, vintages)
    sources[part.name] = Source(part.name, title=part.name, release="series", kind="own")
    return replace(catalogue, sources=sources, vintages=vintages)


def own_indicator(name: str, row: dict[str, str]) -> Indicator:
    """Return a user's own indicator, in the unit of its first level."""
    from cpstats.model.columns import LEVELS
    from cpstats.model.kinds import is_rate
    from cpstats.model.prices import without_prices

    unit, _ = without_prices(row.get("unit", ""))
    unit = unit if row.get("measure", "") in ("", *LEVELS) else ""

    compare = "points" if is_rate(unit) else "ratio"
    chinese = in_chinese(name)
    return Indicator(name, theme=OWN, name_zh=chinese, name_en=name, unit=unit, compare=compare)


def shown_name(name: str) -> Text:
    """Return the name of a file's own indicator as both languages show it."""
    return Text(*(shortened(said, LONGEST) for said in (name, in_chinese(name))))


def areas_of(part: Part) -> list[str]:
    """Return the places of a part as they are written, each once."""
    from cpstats.store.text_columns import combinations

    return list(dict.fromkeys(area for (area,) in combinations(part, ("ref_area",))))


def naming(part: Part, names: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield what the lines say in some columns, each combination where it first occurs."""
    from cpstats.store.text_columns import combinations

    for cells in combinations(part, names):
        yield dict(zip(names, cells, strict=True))
