"""Ids that databases give their series, where the id says of which country the figures are, and lines that describe them.

A database of many countries builds the code of the country into the id (`LRUNTTTTFIM156S` is of
Finland); what is no such form stands in `series_ids.csv`.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.store.recognising.unit_words import is_scaled, is_unit
from cpstats.store.recognising.units_said import unit_of_index

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.slots import Slots

TABLE = Path(__file__).with_name("series_ids.csv")
# the one group of each is the code of a country
FORMS = [
    re.compile(form)
    for form in (
        r"[A-Z][A-Z0-9]{7}([A-Z]{2})[AQM]\d{3}[NS]",  # LRUNTTTTFIM156S
        r"CP\d{4}([A-Z]{2})M\d{3}NEST",  # CP0000DEM086NEST
        r"CLVMN[A-Z]{5,8}1GQ([A-Z]{2})",  # CLVMNACSCAB1GQDE
        r"(?:FP|NY|SL|SP|SI|NE|DD)[A-Z0-9]{7,10}([A-Z]{3})",  # FPCPITOTLZGJPN
    )
]
PRICES = re.compile(r"(?<=of )(?:chained|constant|current) (?:\d{4} )?", re.IGNORECASE)
PAIR = 2  # cells of a line


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {i: row["place"] for row in csv.DictReader(file) for i in row["ids"].split("|")}


def place_of_ids(labels: Sequence[str]) -> str:
    """Return the one country that all labels name by being ids of its series; empty: there is none.

    >>> place_of_ids(["LRUNTTTTFIM156S"]), place_of_ids(["CP0000DEM086NEST", "LRUNTTTTFIM156S"])
    ('Finland', '')
    >>> place_of_ids(["UNRATE", "GDPC1"]), place_of_ids(["GDP"]), place_of_ids([])
    ('United States', '', '')
    """
    found = {_place_of(text) for text in labels}
    return found.pop() if len(found) == 1 else ""


def _place_of(text: str) -> str:
    if known := _table().get(text):
        return known
    for form in FORMS:
        if (made := form.fullmatch(text)) and (name := country_of(made[1])):
            return name
    return ""


def country_of(code: str) -> str:
    """Return the English name of the country of a code in two or three letters; empty where it is none."""
    places = [p for p in register.named(code) if p.level == "country"]
    return places[0].name_en if len(places) == 1 else ""


def with_described_units(
    above: Mapping[int, Slots], rows: Sequence[Sequence[str]]
) -> dict[int, Slots]:
    """Give columns the units that lines above the table say of their labels: TEAQ, Sales of Tea, Billions of Dollars, Monthly."""
    labels = {s.label for s in above.values() if not s.unit}
    lines = ([cell for cell in row if cell] for row in rows)
    said = {line[0]: line[1] for line in lines if len(line) == PAIR and line[0] in labels}
    units = {label: unit for label, text in said.items() if (unit := _unit_described(text))}
    return {c: replace(s, unit=s.unit or units.get(s.label, "")) for c, s in above.items()}


def _unit_described(text: str) -> str:
    """Return the one unit among the parts of a description, behind its name.

    >>> _unit_described("Sales of Tea, Billions of Chained 2012 Dollars, Monthly"), _unit_described("Tea, Index 2015=100, Monthly")
    ('Billions of Dollars', '2015=100')
    >>> _unit_described("Tea, Percent, Number, Monthly"), _unit_described("Percent")
    ('', '')
    """
    parts = [PRICES.sub("", part) for part in text.split(", ")[1:]]
    units = [u for p in parts if (u := p if is_unit(p) or is_scaled(p) else unit_of_index(p))]
    return units[0] if len(units) == 1 else ""
