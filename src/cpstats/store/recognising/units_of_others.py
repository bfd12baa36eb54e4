"""Columns of units that are not those of all figures beside them: the money of a country, and Qty Unit beside Qty."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising.header_words import bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.column_kinds import Column

SEVERAL = 2  # names over figures
OF_ONE = re.compile(r"(.+) units?(?: of measure| description)?")
MONEY = re.compile(
    r"\b(?:currenc(?:y|ies)|währung|monnaie|devise|moneda|divisa|moeda|valuta|валюта)\b|货币|貨幣|通貨|통화",
    re.IGNORECASE,
)


def of_others(keys: Mapping[int, str], columns: Sequence[Column]) -> dict[int, str]:
    """Return the columns of units that are left out, since figures of other names stand beside them.

    `keys` has what each column holds that holds no figures.
    """
    heads = {
        c.number: {bare(text) for text in c.above if period_of(text) is None}
        for c in columns
        if c.content in ("figure", "empty")
    }
    figures = (c.number for c in columns if c.content == "figure")
    free = [n for n in figures if keys.get(n, "value") == "value"]
    names = {*chain.from_iterable(heads[n] for n in free)}
    if len(names) < SEVERAL:
        return {}
    every = {*chain.from_iterable(heads.values())}
    return {
        c.number: "other" for c in columns if keys.get(c.number) == "unit" and _is_of_one(c, every)
    }


def _is_of_one(column: Column, names: set[str]) -> bool:
    """Whether the words over a column of units say money, or name one of several columns of figures."""
    for text in column.above:
        found = OF_ONE.fullmatch(bare(text))
        if MONEY.search(bare(text)) or (found and found[1] in names):
            return True
    return False
