"""A large part, read by column: the same rows as `reader.checked` returns, where all is sound.

Whatever is odd is left to the reader, who goes line by line and says where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cpstats.errors import CpstatsError, DataError, FormError
from cpstats.model.columns import BASES, BOUNDS, KEY, MEASURES, OBSERVATION, STATUSES
from cpstats.model.figure import behind
from cpstats.model.period import Period
from cpstats.model.prices import without_prices
from cpstats.store.coded import Coded, alike, coded, columns_of, combined, stacked, taken
from cpstats.store.intervals import CERTAIN, DECIMALS, NUMBERS, with_interval
from cpstats.store.measured import SOMEWHERE, Measures, Nowhere
from cpstats.store.supposed import NEEDED, supposed_kinds
from cpstats.store.understood import OF_RELEASE, basis_of, is_basis, release_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.opened import Part

    Array = np.ndarray[Any, Any]
    Columns = dict[str, Coded]

EXACT = 15  # digits that a float holds; powers of ten it holds up to 22
POWERS = 10.0 ** np.arange(23)


def columns(
    part: Part,
    units: Measures,
    indicators: Collection[str] | None = None,
    places: Collection[str] | None = None,
) -> dict[str, list[Any]] | None:
    """Return the columns of the rows that are wanted, as `reader.checked` does; None where one is odd."""
    held = Measures(units.catalogue, dict(units.kept))
    try:
        found = _columns(part, held, indicators, places)
    except (CpstatsError, FormError):
        return None
    units.kept.update(held.kept)
    return found


def _columns(
    part: Part,
    units: Measures,
    indicators: Collection[str] | None,
    places: Collection[str] | None,
) -> dict[str, list[Any]]:
    catalogue = units.catalogue
    table = _named(_table(part), part, catalogue)
    basis = combined(*(table[c] for c in ("price_basis", "measure", "indicator", "unit")))
    based = [basis_of(*kind, catalogue=catalogue) for kind in basis.kinds]
    wanted = _wanted(table["indicator"], indicators) & _wanted(table["ref_area"], places)
    assumed = np.array([told for _, told in based], dtype=bool)[basis.codes]
    table["price_basis"] = basis.column(lambda *kind: basis_of(*kind, catalogue=catalogue)[0])
    _require(not alike(*(table[c] for c in KEY)))
    asked = combined(*(table[c] for c in ("unit", "measure", "indicator", "ref_area")))
    held = [units.held(Nowhere(), 0, part, kind) for kind in asked.kinds]
    shift = np.array([power for _, _, power in held], dtype=np.int64)[asked.codes]
    rows = np.flatnonzero(wanted)
    texts, decimals, bound = (
        Coded(c.texts, c.codes[rows])
        for c in (table["obs_value"], table["decimals"], table["bound"])
    )
    numbers = intervals(texts, decimals, bound, shift[rows])
    kinds = combined(*(table[c] for c in NEEDED))
    open_ = supposed_kinds(kinds.kinds, part, catalogue)
    given = [
        behind(part.given, open_[kind]) if kind in open_ else part.given for kind in kinds.kinds
    ]
    made: dict[str, list[Any]] = {
        c: taken(table[c].texts, table[c].codes[rows]) for c in OBSERVATION
    }
    made["unit"] = taken([unit for _, unit, _ in held], asked.codes[rows])
    made["printed_unit"] = taken([unit for unit, _, _ in held], asked.codes[rows])
    made["assumed"] = assumed[rows].tolist()
    made["given"] = taken(given, kinds.codes[rows])
    for name, cells in zip(("value", "low", "high", "decimals"), numbers, strict=True):
        made[name] = cells.tolist()
    releases = combined(table["source"], table["vintage"])
    said = zip(*(release_of(*kind, catalogue=catalogue) for kind in releases.kinds), strict=True)
    codes = releases.codes[rows]
    return made | {c: taken(cells, codes) for c, cells in zip(OF_RELEASE, said, strict=True)}


def _table(part: Part) -> Columns:
    """Return all files and sheets of a part as one table."""
    tables = [coded(content, name, not part.strict) for content, name in part.contents()]
    whole = stacked([*tables, *(columns_of(sheet.header, sheet.rows) for sheet in part.sheets)])
    if any(without_prices(text)[1] for text in whole["unit"].texts):
        both = combined(whole["unit"], whole["price_basis"])
        whole["unit"] = both.column(lambda unit, _: without_prices(unit)[0])
        whole["price_basis"] = both.column(lambda unit, basis: basis or without_prices(unit)[1])
    return whole


def _named(table: Columns, part: Part, catalogue: Catalogue) -> Columns:
    """Check all columns but the numbers, and resolve names; the price basis is still as written."""
    if not part.strict:
        filled = np.flatnonzero(table["obs_value"].which(lambda text: bool(text.strip())))
        table = {name: column.kept(filled) for name, column in table.items()}
        table["source"] = table["source"].mapped(lambda text: text or part.name)
    table["measure"] = table["measure"].mapped(lambda text: text or "level")
    for column, words in (("measure", MEASURES), ("bound", BOUNDS), ("obs_status", STATUSES)):
        _require({*table[column].texts} <= {*words})
    _require({*table["source"].texts} <= catalogue.sources.keys())
    if part.release and not part.strict:
        _of_release(table, part, part.name)
    _require({*table["vintage"].texts} <= {"", *catalogue.vintages})
    if part.release and part.strict:
        pairs = combined(table["vintage"], table["source"])
        sources = {source for text, source in pairs.kinds if not text}
        if len(sources) == 1 and catalogue.sources[min(sources)].release != "collection":
            _of_release(table, part, min(sources))
    places = catalogue.places if part.strict else ()
    finds: tuple[tuple[str, Callable[[str], str], Collection[str]], ...] = (
        ("indicator", catalogue.find_indicator, catalogue.indicators),
        ("ref_area", lambda text: catalogue.place_in(part.name, text), places),
        ("counterpart_area", lambda text: catalogue.place_in(part.name, text), ("", *places)),
    )
    for column, find, idents in finds:
        _require(not part.strict or {*table[column].texts} <= {*idents})
        codes = {text: text if text in idents else find(text) for text in table[column].texts}
        table[column] = table[column].mapped(codes.__getitem__)
    table["time_period"] = table["time_period"].mapped(lambda text: str(Period.parse(text)))
    _require(all(is_basis(text, BASES) for text in table["price_basis"].texts))
    return table


def _of_release(table: Columns, part: Part, source: str) -> None:
    """Give the unlabelled figures of a source the name of the part's release."""
    pairs = combined(table["vintage"], table["source"])
    table["vintage"] = pairs.column(lambda text, of: text or (part.release if of == source else ""))


def _wanted(column: Coded, names: Collection[str] | None) -> Array:
    return column.which(lambda text: names is None or text in names)


def intervals(texts: Coded, decimals: Coded, bound: Coded, shift: Array) -> tuple[Array, ...]:
    """Return value, low, high and decimals of every row, as `numbers.with_interval` does.

    Where all integers of the calculation are floats too, one division of floats is rounded as
    that of integers is; the other rows are left to it.

    Raises
    ------
    DataError
        When a cell holds no number, or one that may be too large.
    """
    whole = "\n".join(texts.texts)
    digits = whole.replace(".", "").split("\n")
    _require(NUMBERS(whole) and len(digits) == len(texts.texts))
    _require(max(map(len, texts.texts)) <= CERTAIN and all(map(DECIMALS, decimals.texts)))
    small = np.fromiter(map(len, digits), dtype=np.int64)[texts.codes] <= EXACT
    first = digits if small.all() else [text[:EXACT] for text in digits]
    number = np.fromiter(map(float, first), dtype=np.float64)[texts.codes] + 0.0  # there is no -0
    behind = [len(text) - text.find(".") - 1 if "." in text else 0 for text in texts.texts]
    printed = np.array(behind, dtype=np.int64)[texts.codes]
    said = decimals.which(bool)
    places = np.array([int(text or 0) for text in decimals.texts])[decimals.codes]
    places = np.where(said, places, printed)
    finest = np.maximum(printed, places + 1)
    power = finest - shift
    more, half = finest - printed, finest - places - 1
    plain = small & (bound.which(lambda text: not text)) & (np.maximum(more, half) <= EXACT)
    plain &= (power >= -EXACT) & (power <= len(POWERS) - 1)
    scale = POWERS[np.where(plain, np.maximum(-power, 0), 0)]
    number = number * POWERS[np.where(plain, more, 0)] * scale
    width = 5.0 * POWERS[np.where(plain, half, 0)] * scale
    plain &= np.abs(number) + width < 2.0**53
    down = POWERS[np.where(plain, np.maximum(power, 0), 0)]
    found = [number / down, (number - width) / down, (number + width) / down, places - shift]
    for row in np.flatnonzero(~plain).tolist():
        cells = (column.texts[column.codes[row]] for column in (texts, decimals, bound))
        exact = with_interval(*cells, int(shift[row]))
        for column, end in zip(found, exact, strict=True):
            column[row] = end
    return tuple(found)


def _require(sound: object) -> None:
    if not sound:
        raise DataError(SOMEWHERE)
