"""Codes that stand for names where there are none: of countries, of what comes first, of series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.store.recognising.header_words import CODE_END, bare, role_of, speaks_of_places
from cpstats.store.recognising.place_names import are_codes_of_places, are_countries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cpstats.store.recognising.column_kinds import Column, Together
FEWEST = 3  # codes that go with names not by chance
OPEN = "open"  # names of which it is not known yet whether they are places or indicators


def _of(keys: Mapping[int, str], *roles: str) -> list[int]:
    return sorted(c for c, role in keys.items() if role in roles)


def countries(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    said: Collection[int],
) -> dict[int, str]:
    """Return codes of countries as the places where no column of names is; the names that go with them else."""
    free = [c for c in _of(keys, "other", OPEN) if c not in said]
    kept = [c for c in free if keys[c] == "other"]  # what their header calls codes
    own = {c: (" ".join(map(bare, columns[c].above)), columns[c].said) for c in free}
    codes = [c for c, (above, texts) in own.items() if are_countries(above, texts, coded=c in kept)]
    beside = codes or [c for c in free if are_codes_of_places(columns[c].said)]
    names = [c for c in _of(keys, OPEN) if any(together.alike(c, k) for k in beside)]
    names = [c for c in names if not columns[c].is_codes and c not in said]
    if len(names) == 1 and len(columns[names[0]].said) > 1:
        return dict.fromkeys(beside, "other") | {names[0]: "place"}
    if codes and {*_of(keys, OPEN, "name")} <= {*codes}:
        return dict.fromkeys(codes, "other") | {codes[0]: "place"}
    return {}


def names_of_codes(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    said: Collection[int],
) -> dict[int, str]:
    """Return the one column of words that goes with numbers below a word for places as these: STATE 01, NAME Alabama."""
    coded = [c for c in _of(keys, "place") if c not in said and columns[c].is_codes]
    coded = [c for c in coded if all(t.isdecimal() for t in columns[c].said)]
    if len(coded) != 1 or len(columns[coded[0]].said) < FEWEST:
        return {}
    names = [c for c in _of(keys, OPEN) if c not in said and not columns[c].is_codes]
    names = [c for c in names if together.alike(coded[0], c)]
    return {coded[0]: "other", names[0]: "place"} if len(names) == 1 else {}


def first_codes(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    coded: Collection[int],
    said: Collection[int],
) -> dict[int, str]:
    """Return what codes stand for without names beside them; `coded` are those that their header calls codes.

    Codes of places stand for them also behind the figures and beside names that do not go with them.
    """
    names = [k for k in _of(keys, OPEN, "name") if k not in coded]
    named = _of(keys, "indicator")
    places = [c for c in coded if c not in said and _are_places_alone(columns[c])]
    if len(places) == 1 and not any(together.follows(places[0], k) for k in (*names, *named)):
        return {places[0]: "place"}
    for c in sorted(coded):
        column = columns[c]
        above = " ".join(column.above)
        of_places = speaks_of_places(above)
        fits = column.is_whole or (column.is_codes and of_places)
        before = all(k in keys for k in range(c))
        if names or c in said or column.is_counted or not (fits and before):
            continue
        if not named or (of_places and not any(together.alike(c, k) for k in named)):
            return {c: "place" if of_places else "indicator"}
    return {}


def series(
    keys: Mapping[int, str], columns: Sequence[Column], together: Together, said: Collection[int]
) -> dict[int, str]:
    """Return the column of codes of indicators, where nothing else names what the figures are of.

    `indicator_code` NY.GDP.MKTP.CD beside `country`, `year` and `value`. The places again, in another language, are none,
    though Items stands above them.
    """
    if _of(keys, "indicator", "name", OPEN):
        return {}
    places = _of(keys, "place")
    free = [c for c in _of(keys, "other", "code") if c not in said and _names_series(columns[c])]
    codes = [c for c in free if not any(_say_places(together, p, c) for p in places)]
    return {codes[0]: "indicator"} if len(codes) == 1 else {}


def of_codes(before: Sequence[int], keys: Mapping[int, str], together: Together) -> dict[int, str]:
    """Return the names right behind codes of indicators, which are left out, as the indicator where none is left.

    `before` are the columns that were indicators; TIPO_DATO, then Data type: EMP_R, employment rate.
    """
    if _of(keys, "indicator", OPEN):
        return {}
    coded = [c for c in before if keys[c] == "other" and keys.get(c + 1) == "name"]
    found = [c + 1 for c in coded if together.alike(c, c + 1)]
    return {found[0]: "indicator"} if len(found) == 1 else {}


def _are_places_alone(column: Column) -> bool:
    above = " ".join(column.above)
    return column.is_codes and not column.is_counted and speaks_of_places(above)


def _say_places(together: Together, places: int, column: int) -> bool:
    return len(together.pairs(places, column)) > 1 and together.alike(places, column)


def _names_series(column: Column) -> bool:
    """Whether letters stand below a word for indicators and one for codes."""
    words = (CODE_END.sub("", bare(text)).strip() for text in column.above)
    letters = any(c.isalpha() for text in column.said for c in text)
    return letters and any(role_of(word) == "indicator" for word in words)
