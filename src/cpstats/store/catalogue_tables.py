"""The tables of a catalogue, line by line: indicators, places, sources, vintages, parts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.model.indicator import Indicator, PartOf
from cpstats.model.pattern import pattern
from cpstats.model.place import Place
from cpstats.model.source import Source, Vintage
from cpstats.model.spans import NamedSpan, Spans
from cpstats.store import files
from cpstats.store.locate import at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.opened import Part

_DATE = pattern(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?", re.ASCII)
_DAY = Message(
    "Write a date such as 2024-03-20, 2024-03 or 2024, or leave it empty.",
    "请写日期，如 2024-03-20、2024-03 或 2024，或留空。",
)
_ORDER = Message("Write a whole number; the highest is newest.", "请写整数；最大者为最新。")
_YEAR = pattern(r"(?:[0-9]{4})?")
_A_YEAR = Message("Write a year of four digits.", "请写四位数的年份。")
_FORMS = {  # of what is more than text in a table of the catalogue
    "published": (_DATE, _DAY),
    "released": (_DATE, _DAY),
    "first": (_YEAR, _A_YEAR),
    "last": (_YEAR, _A_YEAR),
    "order": (pattern(r"[0-9]{0,9}"), _ORDER),
}
TABLES = ("indicators", "places", "sources", "vintages", "parts", "spans")


def with_tables(catalogue: Catalogue, part: Part, faults: list[DataError] | None) -> Catalogue:
    """Return the catalogue with what the tables of a part say.

    Raises
    ------
    DataError
        At the first line that is wrong, where nobody collects `faults`.
    """
    own: dict[str, set[str]] = {}
    for table, path in part.tables:
        if table not in TABLES:
            continue
        name = part.named(path)
        text = files.decode(files.read_bytes(path), name)
        key = table[:-1] if table != "places" else "ref_area"
        known = getattr(catalogue, table)
        merged = dict(known)
        seen: set[str] = set()
        header, lines = files.parsed(text, name, faults)
        for number, line in enumerate(lines):
            row = dict(zip(header, line, strict=False))
            fault = _fault(text, number, row, key, seen, name) if row else None
            if fault is not None and faults is None:
                raise fault
            if fault is not None and faults is not None:
                faults.append(fault)
            elif row:
                seen.add(row[key])
                merged[row[key]] = _kept(_MAKE[table](row), known.get(row[key]), header)
        whole: Any = merged
        if table == "places":
            whole = known.with_more(merged)
        elif table == "spans":
            whole = Spans(merged)
        catalogue = replace(catalogue, **{table: whole})
        own[table] = seen
    country = _country(catalogue, own)
    fresh = own.get("spans", ())
    spans = {
        i: replace(s, country=country) if i in fresh else s for i, s in catalogue.spans.items()
    }
    homes = dict.fromkeys(own.get("indicators", ()), country) | dict(catalogue.homes)
    return replace(catalogue, homes=homes, spans=Spans(spans))


def with_known(catalogue: Catalogue, names: Sequence[str], builtin: Part) -> Catalogue:
    """Take in what the built-in catalogue says of indicators that own data name.

    It names them, as the register names places, also where its figures are left out.
    """
    from cpstats.model.catalogue import Catalogue

    tables = tuple(t for t in builtin.tables if t[0] in ("indicators", "places", "parts"))
    ours = with_tables(Catalogue(), replace(builtin, tables=tables), None)
    taken = {ident: ours.indicators[ident] for ident in map(ours.known_indicator, names) if ident}
    indicators = {**taken, **catalogue.indicators}
    divided = {
        ident: of
        for ident, of in ours.parts.items()
        if ident in indicators and of.whole in indicators
    }
    return replace(
        catalogue,
        indicators=indicators,
        parts={**divided, **catalogue.parts},
        homes={**{ident: ours.homes[ident] for ident in taken}, **catalogue.homes},
    )


def _kept(made: Any, before: Any, header: Sequence[str]) -> Any:
    """Return a line; an indicator that was known keeps the facts for which a table has no column."""
    if not isinstance(before, Indicator):
        return made
    facts = {c: getattr(before, c) for c in ("revised", "scope", "role") if c not in header}
    return replace(made, **facts)


def _country(catalogue: Catalogue, own: Mapping[str, set[str]]) -> str:
    """Return the country that a package is about: the first of its places that is one."""
    places = (catalogue.places[area] for area in own.get("places", ()))
    return next((p.ref_area for p in places if p.level == "country"), "")


def _fault(
    text: str, number: int, row: dict[str, str], key: str, seen: set[str], name: str
) -> DataError | None:
    """Return what is wrong with a line of a table, if anything is."""
    ident = row.get(key, "")
    if not ident or ident in seen:
        return _bad_key(text, number, list(row), key, ident, name)
    wrong = [c for c in row.keys() & _FORMS.keys() if not _FORMS[c][0].fullmatch(row[c])]
    return _bad_form(text, number, row, min(wrong, key=[*_FORMS].index), name) if wrong else None


def _bad_key(
    text: str, number: int, header: list[str], key: str, ident: str, name: str
) -> DataError:
    column = header.index(key) if key in header else 0
    what = (
        Message("“{}” stands in two lines", "“{}”出现在两行", ident)
        if ident
        else Message("a line has no {}", "有一行缺少 {}", key)
    )
    return DataError(
        what,
        where=at(text, number, column, name),
        mend=Message("Each {} has one line of its own.", "每个 {} 只占一行。", key),
    )


def _bad_form(text: str, number: int, row: dict[str, str], column: str, name: str) -> DataError:
    what = Message("{}: “{}” is not understood", "{}：无法理解“{}”", column, row[column])
    where = at(text, number, list(row).index(column), name)
    return DataError(what, where=where, mend=_FORMS[column][1])


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _indicator(row: dict[str, str]) -> Indicator:
    fields = {k: v for k, v in row.items() if k in Indicator.__slots__}
    split = {k: _split(row.get(k, "")) for k in ("aliases", "search_words")}
    return Indicator(**{**fields, **split})  # type: ignore[arg-type]


def _place(row: dict[str, str]) -> Place:
    fields = {k: v for k, v in row.items() if k in Place.__slots__}
    return Place(**{**fields, "aliases": _split(row.get("aliases", ""))})  # type: ignore[arg-type]


def _source(row: dict[str, str]) -> Source:
    return Source(**{k: v for k, v in row.items() if k in Source.__slots__})


def _vintage(row: dict[str, str]) -> Vintage:
    fields = {k: v for k, v in row.items() if k in Vintage.__slots__}
    order = int(row.get("order") or 0)
    series = row.get("series") == "yes"
    return Vintage(**{**fields, "order": order, "series": series})  # type: ignore[arg-type]


def _part_of(row: dict[str, str]) -> PartOf:
    return PartOf(**{k: v for k, v in row.items() if k in PartOf.__slots__})


def _span(row: dict[str, str]) -> NamedSpan:
    fields = {k: v for k, v in row.items() if k in NamedSpan.__slots__}
    years = {k: int(row.get(k) or 0) for k in ("first", "last")}
    return NamedSpan(**{**fields, **years, "aliases": _split(row.get("aliases", ""))})  # type: ignore[arg-type]


_MAKE: dict[str, Callable[[dict[str, str]], object]] = {
    "parts": _part_of,
    "spans": _span,
    "indicators": _indicator,
    "places": _place,
    "sources": _source,
    "vintages": _vintage,
}
