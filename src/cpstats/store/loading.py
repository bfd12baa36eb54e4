"""Observations become checked columns in canonical units, with rounding intervals.

Every file is read whole and checked whole before a row of it is used: nothing is half-read.
The checks walk columns of text (each distinct text once where that is enough). A large part is
read by `bulk`, and here only where something in it is odd.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import isinf, nan
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError, SeveralError, UsageError
from cpstats.message import Message
from cpstats.model.columns import (
    BASES,
    BOUNDS,
    MEASURES,
    OBSERVATION,
    STATUSES,
)
from cpstats.model.figure import behind
from cpstats.model.period import Period, PeriodError
from cpstats.store import faults
from cpstats.store.intervals import CERTAIN, DECIMALS, LONGEST, NUMBER, Number, with_interval
from cpstats.store.measured import Held, Measures
from cpstats.store.supposed import supposed
from cpstats.store.text_columns import Table, is_large
from cpstats.store.understood import OF_RELEASE, basis_of, is_basis, release_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.spans import Spans
    from cpstats.store.opened import Part
    from cpstats.store.package import Package

NONE = (nan, nan, nan, 0)  # of a cell that was refused
KINDS = (
    "decimals",
    "bound",
    "unit",
    "measure",
    "indicator",
    "ref_area",
)  # what a number is converted by
# What the frame has beside the columns of an observation; everybody downstream relies on it.
DERIVED = (
    "value",  # canonical unit
    "low",
    "high",
    "printed_unit",  # as it stood in the file
    "assumed",  # the price basis was not said
    "given",  # its part: 0 is built in, of own ones a later is newer, below 0 they stand behind
    "order",  # of the vintage
    "series",  # the vintage is comparable over time
    "release",  # series, document, collection
    "published",  # last possible day, ISO
    "known",  # the earlier of the source's date and the vintage's release
    "kind",
    "quality",
)


def read(
    package: Package,
    *,
    indicators: Collection[str] | None = None,
    places: Collection[str] | None = None,
) -> dict[str, list[Any]]:
    """Return the observations of every part, by column.

    Parameters
    ----------
    package : Package
        The files and the catalogue.
    indicators, places : collection of str, optional
        Only rows of these; everything is checked all the same.

    Returns
    -------
    dict
        The cells of `columns.OBSERVATION` (codes resolved, periods in canonical form, `unit` the
        canonical one, `decimals` the digits after the point in that unit) and of `DERIVED`, one
        for each observation. Open ends of an interval are NaN.

    Raises
    ------
    DataError
        At the first fault, as `file:line:column`.
    """
    columns: dict[str, list[Any]] = {name: [] for name in (*OBSERVATION, *DERIVED)}
    units = Measures(package.catalogue)
    for part in package.parts:
        found = None
        if is_large(part):
            from cpstats.store import bulk

            found = bulk.columns(part, units, indicators, places)
        if found is None:
            found = _checked(part, units, indicators, places)
        for name, cells in found.items():
            columns[name] = columns[name] + cells if columns[name] else cells
    return columns


def _checked(
    part: Part,
    units: Measures,
    indicators: Collection[str] | None,
    places: Collection[str] | None,
) -> dict[str, list[Any]]:
    try:
        return checked(Table(part), part, units, indicators, places)
    except DataError:
        if not part.narrowed:
            raise
    whole = replace(part, texts=(), narrowed=False)  # where it stands in the file is seen there
    return checked(Table(whole), whole, units, indicators, places)


def checked(
    table: Table,
    part: Part,
    units: Measures,
    indicators: Collection[str] | None = None,
    places: Collection[str] | None = None,
) -> dict[str, list[Any]]:
    """Check a part and return the columns of the rows that are wanted, as `read` has them.

    The table is left as the rows were checked; a row that was refused is not among the columns.
    """
    assumed = _check_names(table, part, units.catalogue)
    numbers, held, printed = _numbers(table, part, units)
    columns = table.columns
    wanted = [
        i
        for i, (indicator, area) in enumerate(
            zip(columns["indicator"], columns["ref_area"], strict=True)
        )
        if (indicators is None or indicator in indicators)
        and (places is None or area in places)
        and i not in table.refused
    ]
    whole = len(wanted) == len(table.rows)

    def kept(cells: list[Any]) -> list[Any]:
        return cells if whole else [cells[i] for i in wanted]

    made: dict[str, list[Any]] = {name: kept(cells) for name, cells in columns.items()}
    made["unit"], made["printed_unit"], made["assumed"] = kept(held), kept(printed), kept(assumed)
    open_ = supposed(table, part, units.catalogue)
    made["given"] = [part.given] * len(wanted)
    if open_:
        made["given"] = [behind(part.given, open_[i]) if i in open_ else part.given for i in wanted]
    for place, name in enumerate(("value", "low", "high", "decimals")):
        made[name] = kept([number[place] for number in numbers])
    return made | _releases(made, units.catalogue)


def check_only(table: Table, part: Part, units: Measures) -> None:
    """Check a part as `checked` does, and convert no number that is certain to be one.

    Raises
    ------
    DataError
        At the first fault.
    """
    _check_names(table, part, units.catalogue)
    areas = table.columns["ref_area"]
    kinds = list(zip(*(table.columns[c] for c in KINDS if c != "ref_area"), strict=True))
    hanging = {kind for kind in {*kinds} if units.hang_on_place(*kind[2:])}
    kinds = [
        (*kind, area) if kind in hanging else kind for kind, area in zip(kinds, areas, strict=True)
    ]
    firsts = dict(zip(reversed(kinds), reversed(range(len(kinds))), strict=True))
    texts = table.columns["obs_value"]
    odd = [i for i, text in enumerate(texts) if len(text) > CERTAIN or not NUMBER(text)]
    _numbers(table, part, units, sorted({*firsts.values(), *odd}))


def _check_names(table: Table, part: Part, catalogue: Catalogue) -> list[bool]:
    """Check all columns but the numbers, and resolve names; return which bases were assumed."""
    columns = table.columns
    if not part.strict:
        # an empty cell is a missing figure, never 0
        table.keep([i for i, text in enumerate(columns["obs_value"]) if text.strip()])
        columns = table.columns
        columns["source"] = [text or part.name for text in columns["source"]]
        _of_release(table, part, part.name)
    table.write("measure", {text: text or "level" for text in {*columns["measure"]}})
    faults.one_of(table, "measure", MEASURES)
    faults.one_of(table, "bound", BOUNDS)
    faults.one_of(table, "obs_status", STATUSES)
    faults.known(table, "source", catalogue.sources, "sources.csv", package=part.strict)
    vintages = {"", *catalogue.vintages}
    faults.known(table, "vintage", vintages, "vintages.csv", package=part.strict)
    table.drop_refused()
    if part.strict and part.release:
        _of_one_source(table, part, catalogue)
    _resolve(table, "indicator", catalogue.find_indicator, catalogue.indicators, part)
    place = partial(catalogue.place_in, part.name)
    places = catalogue.places if part.strict else ()
    _resolve(table, "ref_area", place, places, part)
    _resolve(table, "counterpart_area", place, {"", *places}, part)
    _periods(table, catalogue.spans)
    table.drop_refused()
    assumed = _bases(table, catalogue)
    faults.unique(table)
    return assumed


def _of_release(table: Table, part: Part, source: str) -> None:
    """Give the unlabelled figures of a source the name of the part's release, if it has one."""
    columns = table.columns
    columns["vintage"] = [
        text or (part.release if found == source else "")
        for text, found in zip(columns["vintage"], columns["source"], strict=True)
    ]


def _of_one_source(table: Table, part: Part, catalogue: Catalogue) -> None:
    """Name the release of a package whose unlabelled figures are of one source, no collection."""
    pairs = zip(table.columns["vintage"], table.columns["source"], strict=True)
    sources = {source for text, source in pairs if not text}
    if len(sources) == 1 and catalogue.sources[min(sources)].release != "collection":
        _of_release(table, part, min(sources))


def _resolve(
    table: Table,
    column: str,
    find: Callable[[str], str],
    idents: Collection[str],
    part: Part,
) -> None:
    """Turn names into codes; in a package only a code counts."""
    codes: dict[str, str] = {}
    for text in dict.fromkeys(table.columns[column]):
        if text in idents:
            codes[text] = text
            continue
        codes[text] = text
        try:
            code = find(text)
        except UsageError as error:
            unknown = Message("“{}” is not in the catalogue", "“{}”不在目录中", text)
            what = error.what if isinstance(error, SeveralError) else unknown
            table.refuse(column, text, what, error.mend)
            continue
        if part.strict:
            mend = Message("A package writes the code: {}.", "数据包中须写代码：{}。", code)
            table.refuse(
                column,
                text,
                Message("“{}” is a name, not a code", "“{}”是名称，不是代码", text),
                mend,
            )
        codes[text] = code
    table.write(column, codes)


def _periods(table: Table, spans: Spans) -> None:
    """Write every period in its canonical form, a named span as its years."""
    codes: dict[str, str] = {}
    for text in dict.fromkeys(table.columns["time_period"]):
        try:
            codes[text] = str(Period.parse(text))
        except PeriodError as error:
            codes[text] = text
            if named := spans.period(text):
                codes[text] = str(named)
                continue
            table.refuse(
                "time_period",
                text,
                Message("“{}” is no period ({})", "“{}”不是时期（{}）", text, error.why),
                Message(
                    "Write 2024, 2024-H1, 2024-Q1, 2024-08, 2024-01/2024-08 or 2021/2024.",
                    "请写 2024、2024-H1、2024-Q1、2024-08、2024-01/2024-08 或 2021/2024。",
                ),
            )
    table.write("time_period", codes)


def _bases(table: Table, catalogue: Catalogue) -> list[bool]:
    """Fill an empty price basis by the indicator's default (S1); return which were assumed."""
    given = table.columns["price_basis"]
    for text in dict.fromkeys(given):
        if not is_basis(text, BASES):
            mend = Message(
                "Known: {}, constant:2015, or empty.",
                "可用：{}、constant:2015，或留空。",
                [w for w in BASES if w],
            )
            table.refuse(
                "price_basis",
                text,
                Message("“{}” is no price basis", "“{}”不是价格口径", text),
                mend,
            )
    table.drop_refused()
    columns = table.columns
    basis, measure = columns["price_basis"], columns["measure"]
    asked = (basis, measure, columns["indicator"], columns["unit"])
    found = {kind: basis_of(*kind, catalogue=catalogue) for kind in {*zip(*asked, strict=True)}}
    columns["price_basis"] = [found[kind][0] for kind in zip(*asked, strict=True)]
    return [found[kind][1] for kind in zip(*asked, strict=True)]


def _numbers(
    table: Table, part: Part, measures: Measures, rows: Iterable[int] | None = None
) -> tuple[list[Number], list[str], list[str]]:
    """Convert to canonical units, exactly; return numbers, and their units canonical and as printed.

    With `rows`, only of those.
    """
    columns = table.columns
    units: dict[tuple[str, ...], Held] = {}
    made: dict[tuple[str, str, int], dict[str, Number]] = {}
    numbers, canonical, printed = [], [], []
    every = [columns[c] for c in ("obs_value", *KINDS)]
    cells: Iterable[tuple[int, Sequence[str]]] = enumerate(zip(*every, strict=True))
    if rows is not None:
        cells = ((row, [column[row] for column in every]) for row in rows)
    for row, (text, decimals, bound, *asked) in cells:
        number, unit, shown = NONE, "", ""
        try:
            _look_at(table, row, text, decimals)
            key = tuple(asked)
            if key not in units:
                units[key] = measures.held(table, row, part, key)
            shown, unit, shift = units[key]
            alike = made.setdefault((decimals, bound, shift), {})
            number = alike.get(text, NONE)
            if number is NONE:
                number = alike[text] = with_interval(text, decimals, bound, shift)
            if isinf(number[0]):
                raise table.fault(
                    "obs_value",
                    row,
                    Message("the number is too large", "数值过大"),
                    Message("Use a larger unit.", "请用更大的单位。"),
                )
        except DataError as fault:
            table.refuse_row(row, fault)
        numbers.append(number)
        canonical.append(unit)
        printed.append(shown)
    return numbers, canonical, printed


def _look_at(table: Table, row: int, text: str, decimals: str) -> None:
    """Check the digits of one cell."""
    if not NUMBER(text):
        mend = Message(
            "Write digits with one decimal point; leave the row out where none is known.",
            "请写数字，最多一个小数点；没有数据时删去该行。",
        )
        raise table.fault(
            "obs_value", row, Message("“{}” is not a number", "“{}”不是数字", text), mend
        )
    if len(text) > LONGEST:
        what = Message("the number has more than {} signs", "数值超过{}个字符", LONGEST)
        raise table.fault(
            "obs_value",
            row,
            what,
            Message("Write the digits that were printed.", "请写原文刊印的数字。"),
        )
    if not DECIMALS(decimals):
        what = Message("“{}” is no number of decimals", "“{}”不是小数位数", decimals)
        raise table.fault(
            "decimals",
            row,
            what,
            Message("Write 1, 0 or -3, or leave it empty.", "请写 1、0 或 -3，或留空。"),
        )


def _releases(made: dict[str, list[Any]], catalogue: Catalogue) -> dict[str, list[Any]]:
    """Return what the selection asks of a source and a vintage."""
    pairs = (made["source"], made["vintage"])
    said = {pair: release_of(*pair, catalogue=catalogue) for pair in {*zip(*pairs, strict=True)}}
    cells = [said[pair] for pair in zip(*pairs, strict=True)]
    return {name: [one[place] for one in cells] for place, name in enumerate(OF_RELEASE)}
