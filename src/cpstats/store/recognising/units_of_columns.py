"""Units at the end of the names that programs give to columns: wind_power_gwh, loss_1000_chf, turnout_in_percent."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.unit import Unit
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.unit_words import is_scale_word

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, MEASURE, VALUE, UNIT = 0, 3, 4, 5
LONGEST = 4  # words of a unit
CODE = 3  # letters of a currency
GLUED = {"k": "thousand", "m": "million", "b": "billion"}  # before a currency: musd
GLUED_TO = frozenset(
    ["usd", "eur", "gbp", "chf", "nok", "sek", "dkk"]
)  # no others: bars are no ARS
# codes of currencies that are words or names too
WORDS = frozenset(
    [
        "all",
        "top",
        "try",
        "cup",
        "mad",
        "pen",
        "cop",
        "bam",
        "bob",
        "gel",
        "dop",
        "sos",
        "mop",
        "lak",
        "nad",
        "ang",
        "ron",
        "cad",
        "mur",
        "sar",
        "amd",
    ]
)
# what may be a scale before a unit, of which more than one is meant, or words of another language: gdp_m_usd, gdp_yi_cny
MAY_SCALE = frozenset(
    [
        "k",
        "m",
        "b",
        "t",
        "g",
        "tn",
        "tr",
        "mm",
        "mn",
        "mil",
        "miles",
        "mill",
        "mlj",
        "bil",
        "bill",
        "bln",
        "bio",
        "mld",
        "mlrd",
        "md",
        "mds",
        "mia",
        "tril",
        "trln",
        "tsd",
        "th",
        "thd",
        "thsd",
        "tho",
        "ths",
        "mii",
        "bin",
        "ten",
        "tens",
        "hundred",
        "hundreds",
        "wan",
        "yi",
        "qian",
        "baiwan",
        "lac",
        "cr",
    ]
)
# as they are written; letters that are words or names too stand for no unit: t, m, mt, mad, try
SIGNS = {
    "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "kw": "kW", "mw": "MW", "gw": "GW",
    "ha": "ha", "km2": "km2", "m2": "m2", "sqkm": "km2", "kg": "kg", "kt": "kt", "tonnes": "tonnes", "tons": "tons",
    "ktoe": "ktoe", "mtoe": "Mtoe", "km": "km", "litres": "litres", "liters": "liters",
    "percent": "%", "pct": "%", "prozent": "%", "perc": "%", "percentage": "%", "pourcentage": "%", "porcentaje": "%",
}  # fmt: skip
PER = frozenset(["per", "pro", "je", "por"])
IN = frozenset(["in", "en", "em", "im"])
POWERS = frozenset(["1000", "1000000"])
PER_CENT = "%"


def with_units_of_columns(rows: Sequence[list[str]], *, whole: bool) -> list[Message]:
    """Put the units that the names of columns end in where nothing else names one, and return what is said of it.

    What is called per cent has to be no share of 1, which only the `whole` table shows.
    """
    bare = {row[NAME] for row in rows if row[MEASURE] == "level" and not row[UNIT]}
    units = {name: unit for name in bare if (unit := unit_of_column(name))}
    shares = {name for name, unit in units.items() if unit == PER_CENT}
    more = {
        row[NAME] for row in rows if whole and row[NAME] in shares and abs(float(row[VALUE])) > 1
    }
    units = {name: unit for name, unit in units.items() if unit != PER_CENT or name in more}
    if not units:
        return []
    for row in rows:
        if row[MEASURE] == "level" and not row[UNIT]:
            row[UNIT] = units.get(row[NAME], "")
    found = [name for name in dict.fromkeys(row[NAME] for row in rows) if name in units]
    return [_told(tuple(f"“{n}” ({units[n]})" for n in found[:3]))]


@lru_cache(maxsize=4096)
def unit_of_column(name: str) -> str:
    """Return the unit at the end of the name of a column, or of what stands before a comma in it; empty where none is.

    >>> unit_of_column("wind_power_gwh"), unit_of_column("loss_1000_chf"), unit_of_column("turnout_in_percent, women")
    ('GWh', '1000 CHF', '%')
    >>> unit_of_column("price_chf_pro_m2"), unit_of_column("gdp_usd_bn"), unit_of_column("sales_million_eur"), unit_of_column("coal__twh")
    ('CHF per m2', 'USD bn', 'million EUR', 'TWh')
    >>> unit_of_column("price_per_kg"), unit_of_column("gdp_per_capita"), unit_of_column("wind gwh"), unit_of_column("eur_usd")
    ('', '', '', '')
    """
    column = name.split(", ", maxsplit=1)[0]
    words = [word for word in column.lower().split("_") if word]  # fuels__twh
    if not all(map(str.isalnum, words)):
        return ""
    for n in range(min(LONGEST, len(words) - 1), 0, -1):
        tail, before = words[-n:], words[-n - 1]
        odd = tail[0] in PER or tail[-1] in POWERS  # cost_per_1000_usd, sales_usd_1000
        if odd or before in PER or _is_money(before):  # a price without money, a rate of two
            continue
        if unit := _unit(tail[1:] if tail[0] in IN else tail):
            return unit if unit == PER_CENT or not _may_scale(before) else ""
    return ""


def _unit(words: list[str]) -> str:
    """Return words as one unit; empty where a word is no part of one."""
    said = [*map(_sign, words)]
    if not said or not all(said) or all(word in (*PER, *POWERS) for word in words):
        return ""
    text = " ".join(said)
    return text if text == PER_CENT or label_of(f"x ({text})").unit == text else ""


def _may_scale(word: str) -> bool:
    """Whether a word before a unit may count thousands or more of it; a year does not.

    >>> [_may_scale(word) for word in ("m", "10000", "100m", "mio", "2015", "gdp")]
    [True, True, True, True, False, False]
    """
    year = word.isdigit() and len(word) == len("2015") and word[:2] in ("19", "20")
    return word in MAY_SCALE or is_scale_word(word) or (not year and any(map(str.isdigit, word)))


def _sign(word: str) -> str:
    """Return a word as it stands in a unit; empty where it may be anything."""
    if word in MAY_SCALE:
        return ""
    if word in PER:
        return "per"
    if word in POWERS or (word.isalpha() and is_scale_word(word)):
        return word
    if word[1:] in GLUED_TO and word[:1] in GLUED:
        return f"{GLUED[word[:1]]} {word[1:].upper()}"
    return word.upper() if _is_money(word) else SIGNS.get(word, "")


def _is_money(word: str) -> bool:
    return len(word) == CODE and word not in WORDS and Unit.of(word.upper()).is_money


def _told(names: tuple[str, ...]) -> Message:
    return Message(
        "the unit is at the end of the name of the column: {} (--unit names another)",
        "单位取自列名末尾：{}（可用 --unit 指定）",
        names,
    )
