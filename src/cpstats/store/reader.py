"""Observations become one checked pandas frame in canonical units, with rounding intervals.

Every file is read whole and checked whole before a row of it is used: nothing is half-read.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pandas as pd

from cpstats.errors import DataError
from cpstats.model.columns import (
    BASES,
    BOUNDS,
    KEY,
    LEVELS,
    MEASURES,
    OBSERVATION,
    REQUIRED,
    STATUSES,
    UNIT_OF_MEASURE,
)
from cpstats.model.period import Period, PeriodError
from cpstats.model.source import last_day
from cpstats.model.unit import Unit, UnitError
from cpstats.store import check, files
from cpstats.store.numbers import with_interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.package import Package, Part

# What the frame has beside the columns of an observation; everybody downstream relies on it.
DERIVED = (
    "value",  # canonical unit
    "low",
    "high",
    "printed",  # the cell as it stood in the file, with its unit
    "assumed",  # the price basis was not said
    "own",
    "freq",
    "order",  # of the vintage
    "series",  # the vintage is comparable over time
    "release",  # series, document, collection
    "published",  # last possible day, ISO
    "known",  # the earlier of the source's date and the vintage's release
    "kind",
    "quality",
)


def read(package: Package) -> pd.DataFrame:
    """Return every observation of every part.

    Returns
    -------
    pandas.DataFrame
        One row per observation: `columns.OBSERVATION` (codes resolved, periods in canonical
        form, `unit` the indicator's, `decimals` the digits after the point in that unit)
        and `DERIVED`. Open ends of an interval are NaN.

    Raises
    ------
    DataError
        At the first fault, as `file:line:column`.
    """
    frames = [_checked(*_table(part), part, package.catalogue) for part in package.parts]
    frame = frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)
    return _with_release(frame, package.catalogue)


def _table(part: Part) -> tuple[pd.DataFrame, check.Cells]:
    """Read the files of a part as text, one below the other."""
    pieces = [(part.named(path), files.read_bytes(path)) for path in part.observations]
    if part.content:
        pieces.append((part.name, part.content))
    tables = [_file(content, name) for name, content in pieces]
    cells = check.Cells(pieces, [list(t.columns) for t in tables], [len(t) for t in tables])
    table = tables[0] if len(tables) == 1 else pd.concat(tables, ignore_index=True)
    return table, cells


def _file(content: bytes, name: str) -> pd.DataFrame:
    """Read a CSV as text; a ragged line is an error, not a missing value."""
    try:
        table = pd.read_csv(
            BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig", header=None
        )
    except (pd.errors.ParserError, UnicodeDecodeError, pd.errors.EmptyDataError) as error:
        list(files.rows(files.decode(content, name), name))  # raises with the place
        raise DataError(f"this is not CSV ({error})", where=name) from None
    if b"\0" in content or table.iloc[:, -1].isna().any():
        list(files.rows(files.decode(content, name), name))  # raises with the place
    table.columns = pd.Index([str(c).strip() for c in table.iloc[0]])
    table = table.iloc[1:].reset_index(drop=True)
    missing = [c for c in REQUIRED if c not in table.columns]
    twice = table.columns[table.columns.duplicated()]
    if missing or len(twice):
        what = f"column {', '.join(missing)} is missing"
        raise DataError(
            what if missing else f"column {twice[0]} occurs twice",
            where=f"{name}:1:1",
            mend=f"The header needs {', '.join(REQUIRED)}.",
        )
    return table


def _checked(
    table: pd.DataFrame, cells: check.Cells, part: Part, catalogue: Catalogue
) -> pd.DataFrame:
    columns = {c: table[c] if c in table.columns else "" for c in OBSERVATION}
    frame = pd.DataFrame(columns, index=table.index, dtype=str)
    if not part.strict:
        frame = frame[frame["obs_value"] != ""]  # an empty cell is a missing figure, never 0
        frame["source"] = frame["source"].where(frame["source"] != "", part.name)
    frame["measure"] = frame["measure"].where(frame["measure"] != "", "level")
    cells.one_of(frame["measure"], MEASURES)
    cells.one_of(frame["bound"], BOUNDS)
    cells.one_of(frame["obs_status"], STATUSES)
    frame["indicator"] = _resolved(frame["indicator"], catalogue.find_indicator, cells, part)
    frame["ref_area"] = _resolved(frame["ref_area"], catalogue.find_place, cells, part)
    frame["counterpart_area"] = _resolved(
        frame["counterpart_area"], catalogue.find_place, cells, part, empty=True
    )
    cells.known(frame["source"], catalogue.sources, "sources.csv")
    cells.known(frame["vintage"], {"": None, **catalogue.vintages}, "vintages.csv")
    frame = _with_period(frame, cells)
    frame = _with_basis(frame, catalogue, cells)
    frame = _with_number(frame, catalogue, cells)
    cells.unique(frame)
    return frame.assign(own=part.own).reset_index(drop=True)


def _resolved(
    column: pd.Series[str],
    find: Callable[[str], str],
    cells: check.Cells,
    part: Part,
    *,
    empty: bool = False,
) -> pd.Series[str]:
    """Turn names into codes; in a package only a code counts."""
    codes: dict[str, str] = {}
    for text in column.unique():
        if not text and empty:
            codes[text] = ""
            continue
        try:
            codes[text] = find(text)
        except Exception as error:
            raise cells.fault(column, text, f"“{text}” is not in the catalogue") from error
        if part.strict and codes[text] != text:
            mend = f"A package writes the code: {codes[text]}."
            raise cells.fault(column, text, f"“{text}” is a name, not a code", mend)
    return column.map(codes)


def _with_period(frame: pd.DataFrame, cells: check.Cells) -> pd.DataFrame:
    periods: dict[str, Period] = {}
    for text in frame["time_period"].unique():
        try:
            periods[text] = Period.parse(text)
        except PeriodError as error:
            raise cells.fault(
                frame["time_period"],
                text,
                f"“{text}” is no period ({error})",
                "Write 2024, 2024-H1, 2024-Q1, 2024-08, 2024-01/2024-08 or 2021/2024.",
            ) from None
    text = frame["time_period"]
    return frame.assign(
        time_period=text.map({t: str(p) for t, p in periods.items()}),
        freq=text.map({t: p.freq.value for t, p in periods.items()}),
    )


def _with_basis(frame: pd.DataFrame, catalogue: Catalogue, cells: check.Cells) -> pd.DataFrame:
    """Fill an empty price basis by the indicator's default, and mark it assumed (S1)."""
    given = frame["price_basis"]
    for text in given.unique():
        if text not in BASES and not (text.startswith("constant:") and text[9:].isdigit()):
            raise cells.fault(given, text, f"“{text}” is no price basis", _listed(BASES))
    growth = {i: ind.growth_basis for i, ind in catalogue.indicators.items()}
    money = {i: "current" if _is_money(ind.unit) else "" for i, ind in catalogue.indicators.items()}
    is_level = frame["measure"].isin(LEVELS)
    is_growth = frame["measure"].isin(
        ("growth", "average_growth", "growth_gap", "average_growth_gap", "index")
    )
    default = (
        frame["indicator"]
        .map(money)
        .where(is_level, frame["indicator"].map(growth).where(is_growth, ""))
    )
    assumed = (given == "") & (default != "")
    return frame.assign(price_basis=given.where(~assumed, default), assumed=assumed & is_growth)


def _is_money(unit: str) -> bool:
    return unit.endswith("元")


def _with_number(frame: pd.DataFrame, catalogue: Catalogue, cells: check.Cells) -> pd.DataFrame:
    """Convert to the indicator's unit, exactly, and attach the rounding interval."""
    is_level = frame["measure"].isin(LEVELS)
    own_unit = frame["indicator"].map({i: x.unit for i, x in catalogue.indicators.items()})
    wanted = own_unit.where(is_level, frame["measure"].map(UNIT_OF_MEASURE))
    given = frame["unit"].where(frame["unit"] != "", wanted)
    shifts: dict[tuple[str, str], int] = {}
    pairs = pd.DataFrame({"given": given, "wanted": wanted}).drop_duplicates()
    for text, canonical in pairs.itertuples(index=False):
        shifts[text, canonical] = _shift(text, canonical, frame["unit"], given, wanted, cells)
    by_pair = pd.Series(
        [shifts[pair] for pair in zip(given, wanted, strict=True)], index=frame.index, dtype="int64"
    )
    numbers = with_interval(frame["obs_value"], frame["decimals"], frame["bound"], by_pair, cells)
    printed = frame["obs_value"] + " " + given
    return frame.assign(unit=wanted, printed=printed, **numbers)


def _shift(
    text: str,
    canonical: str,
    column: pd.Series[str],
    given: pd.Series[str],
    wanted: pd.Series[str],
    cells: check.Cells,
) -> int:
    if text == canonical:
        return 0
    row = column[(given == text) & (wanted == canonical)].index[0]
    try:
        unit = Unit.parse(text)
    except UnitError:
        mend = "Write a unit such as 亿元, 万元, 万人 or %."
        raise cells.fault_at(column, row, f"“{text}” is no known unit", mend) from None
    try:
        return unit.shift_to(Unit.parse(canonical))
    except UnitError:
        what = f"“{text}” cannot be converted to {canonical or 'a number without unit'}"
        mend = "The unit must fit the indicator and the measure."
        raise cells.fault_at(column, row, what, mend) from None


def _with_release(frame: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Attach what the selection asks of a source and a vintage."""
    sources, vintages = catalogue.sources, catalogue.vintages
    published = {s: last_day(x.published) for s, x in sources.items()}
    released = {v: last_day(x.released) for v, x in vintages.items()}
    source, vintage = frame["source"], frame["vintage"]
    pub = source.map(published)
    rel = vintage.map({"": "", **released})
    earlier = pub.where((rel == "") | ((pub != "") & (pub < rel)), rel)
    return frame.assign(
        order=vintage.map({"": 0, **{v: x.order for v, x in vintages.items()}}),
        series=vintage.map({"": False, **{v: x.series for v, x in vintages.items()}}),
        release=source.map({s: x.release for s, x in sources.items()}),
        kind=source.map({s: x.kind for s, x in sources.items()}),
        quality=source.map({s: x.quality for s, x in sources.items()}),
        published=pub,
        known=earlier,
    )


def _listed(words: tuple[str, ...]) -> str:
    return f"Known: {', '.join(w for w in words if w)}, or empty."


__all__ = ["DERIVED", "KEY", "read"]
