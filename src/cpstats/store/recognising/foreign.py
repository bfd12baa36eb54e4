"""Tables in the layout of somebody else: files, and the resources of other people's packages."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError
from cpstats.message import Message
from cpstats.model.columns import OBSERVATION
from cpstats.store import files
from cpstats.store.decoding.concepts import OpenColumnError
from cpstats.store.descriptor import DESCRIPTOR, resources
from cpstats.store.hints import Hints
from cpstats.store.paths import is_file
from cpstats.store.recognising.colliding import told_apart
from cpstats.store.recognising.file_names import from_sheets
from cpstats.store.recognising.inquiry import QuestionError, Shown, holds, says, tried
from cpstats.store.recognising.listed_series import lists_columns
from cpstats.store.recognising.other_sheets import lists_series, lists_sheets
from cpstats.store.recognising.outside import names_of
from cpstats.store.recognising.own_output import MARKS
from cpstats.store.recognising.recognised import HEADER
from cpstats.store.recognising.trials import FEW_BYTES, Trials
from cpstats.store.recognising.twins import look_for_repeated
from cpstats.store.recognising.unread_sheets import Unread, left_out, ways_of_all
from cpstats.store.sheet import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cpstats.store.recognising.inquiry import Way
    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.sheet import Sheet

READ = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".xml")  # suffixes of tables
SHEETS = 3  # of a workbook that are tried alone, where another of it cannot be read
OF_OURS = ("indicators", "places", "sources", "vintages", "parts", "spans", "accepted")


def is_ours(content: bytes) -> bool:
    """Return whether it is UTF-8 text whose first line has names of our columns, by commas.

    One of them is a name that nobody else gives: indicator, unit and source stand in many tables.
    """
    try:
        first = content[:4096].decode("utf-8-sig", "ignore").lstrip("\r\n").partition("\n")[0]
        if not content.isascii():
            content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    names = {cell.strip(' "\r') for cell in first.split(",")}
    ours = names & {*OBSERVATION}
    return len(ours) > 1 and any("_" in name for name in ours) and not names >= MARKS


def foreign(
    name: str,
    content: bytes,
    hints: Hints | None = None,
    *,
    faults: list[DataError] | None = None,
    trying: bool = True,
    trials: Trials | None = None,
) -> list[Recognised]:
    """Return the observations of every sheet of a file that has not our columns.

    Where it leaves something open, the error says what reads it, unless nobody is `trying`; who
    does that gives its `trials`.

    Raises
    ------
    DataError
        When no importer can read it, or no table is found in any sheet.
    """
    trials = trials or Trials()
    try:
        found = _sheets(trials, name, content, hints or Hints())
        return of_sheets(name, found, hints, faults=faults)
    except QuestionError as asked:
        if not trying:
            raise

        def sample(said: Hints) -> Shown | None:
            return shown_of(
                of_sheets(name, _sheets(trials.on_a_sample(), name, content, said), said)
            )

        def read(said: Hints) -> Shown | None:
            found = of_sheets(name, _sheets(trials, name, content, said), said)
            for one in found:  # a line that is proposed is one that reads the file
                look_for_repeated(one)
            return shown_of(found)

        large = len(content) >= FEW_BYTES
        cut = sample if large else None
        raise tried(asked, hints or Hints(), read, cut, trials.are_read_whole) from None


def _sheets(trials: Trials, name: str, content: bytes, hints: Hints) -> Sequence[Sheet]:
    """Return the tables of a file; what a message of a standard leaves open is a question."""
    try:
        return trials.sheets(name, content, hints)
    except OpenColumnError as error:
        ways = [holds(column, error.kind) for column in error.columns]
        mend = error.mend or NOTHING
        raise QuestionError(error.what, where=error.where, mend=mend, ways=ways) from None


def shown_of(found: Sequence[Recognised]) -> Shown | None:
    """Return how much was read, and the first figure."""
    full = [one for one in found if one.rows]
    if not full:
        return None
    first = dict(zip(full[0].header, full[0].rows[0], strict=True))
    left = tuple(fault for one in found for fault in one.left)
    return Shown(sum(len(one.rows) for one in full), [first.get(n, "") for n in HEADER], left)


def of_sheets(
    name: str,
    sheets: Iterable[Sheet],
    hints: Hints | None = None,
    *,
    faults: list[DataError] | None = None,
) -> list[Recognised]:
    """Return the observations of the sheets of a file.

    Raises
    ------
    DataError
        When no table is found in any sheet.
    """
    found: list[Recognised] = []
    unread: list[DataError] = []
    listing: list[str] = []
    failed: list[Unread] = []
    every = list(sheets)
    rest = _without_contents(every, unread)
    for sheet in rest:
        if len(every) > 1 and lists_columns(sheet.rows, [other.rows for other in every]):
            listing.append(sheet.name)
            continue
        try:
            one = _read(sheet, hints, faults)
            if hints is not None and hints.unread:
                look_for_repeated(one)
            found.append(one)
        except DataError as error:
            fault = _inside(sheet, error)
            listed = lists_series(sheet.rows, (one.sheet.rows for one in found))
            if fault.where.line is not None and not listed:  # a cell is wrong, not the sheet
                failed.append(Unread(sheet, fault))
                if hints is not None and hints.unread:
                    continue
                raise _or_a_sheet(failed, found, [*rest], hints or Hints()) from None
            unread.append(fault)
    if not found:
        first = [*(one.fault for one in failed), *unread]
        raise first[0] if first else _nothing(name)
    left = [left_out(fault, name) for fault in (*unread, *(one.fault for one in failed))]
    left += [
        Message(
            "{}: it lists the series of another sheet: left out", "{}：为另一表的序列清单，略去", at
        )
        for at in (where.removeprefix(name) for where in listing)
    ]
    found = told_apart(found, [names_of(one.sheet.name)[1] for one in found])
    out = tuple(one.fault for one in failed)
    return [replace(found[0], said=[*found[0].said, *left], left=out), *found[1:]]


def _read(sheet: Sheet, hints: Hints | None, faults: list[DataError] | None = None) -> Recognised:
    """Return the observations of one sheet."""
    from cpstats.store.recognising.canonical import canonical
    from cpstats.store.recognising.price_basis import priced
    from cpstats.store.recognising.recognise import recognise

    own = hints and hints.of_sheet(names_of(sheet.name)[1])
    return priced(canonical(sheet, own) or recognise(sheet, own, faults), own)


def _without_contents(sheets: Sequence[Sheet], left: list[DataError]) -> Iterator[Sheet]:
    """Yield the sheets of a file without those that list the others, which are `left` out."""
    names = {names_of(sheet.name)[1] for sheet in sheets}
    for sheet in sheets:
        own = names_of(sheet.name)[1]
        if len(names) > 1 and lists_sheets(sheet.rows, names - {own}):
            what = Message("it lists the other sheets", "它列出其他工作表")
            left.append(DataError(what, where=sheet.name))
        else:
            yield sheet


def _or_a_sheet(
    failed: Sequence[Unread], read: Sequence[Recognised], rest: Sequence[Sheet], hints: Hints
) -> DataError:
    """Return the fault of a sheet with the answers that read others, or that another is meant: those that were read first."""
    fault = failed[0].fault
    every = [names_of(sheet.name)[1] for sheet in (*(one.sheet for one in read), *rest)]
    if every and isinstance(fault, QuestionError):
        every.insert(0, names_of(fault.where.file)[1])
    ways = [says("sheet", "sheet", name) for name in every if name][:SHEETS]
    if not ways or fault.mend is None:
        return fault
    asked = from_sheets(fault.ways, every) if isinstance(fault, QuestionError) else ()
    found = QuestionError(fault.what, where=fault.where, mend=fault.mend, ways=[*asked, *ways])
    found.of_all = partial(_of_all, failed, len(read), rest, hints)
    return found


def _of_all(
    first: Sequence[Unread], count: int, rest: Sequence[Sheet], hints: Hints
) -> Sequence[Way]:
    """Return the answers that read the most sheets, once the rest of them has been looked at."""
    failed = [*first]
    for sheet in rest:
        try:
            _read(sheet, hints)
        except DataError as fault:
            failed += [Unread(sheet, _inside(sheet, fault))] if fault.where.line is not None else []
        else:
            count += 1
    names = [names_of(one.sheet.name)[1] for one in failed]
    for one in failed:
        if isinstance(one.fault, QuestionError):
            one.fault.ways = tuple(from_sheets(one.fault.ways, names))
    return ways_of_all(failed, count, hints, _read)


def _nothing(name: str) -> DataError:
    """Return the error for what looked like a table and is none."""
    return DataError(
        Message("no table is recognised in it", "未识别出表格"),
        where=name,
        mend=Message("Save it as CSV or xlsx.", "请另存为 CSV 或 xlsx。"),
    )


def _inside(sheet: Sheet, fault: DataError) -> DataError:
    """Return a fault that says in what kind of file the table lies."""
    if sheet.inside is NOTHING:
        return fault
    what = Message("{} ({})", "{}（{}）", fault.what, sheet.inside)
    if isinstance(fault, QuestionError) and fault.mend is not None:
        return QuestionError(what, where=fault.where, mend=fault.mend, ways=fault.ways)
    return DataError(what, where=fault.where, mend=fault.mend)


def is_foreign(path: Path) -> bool:
    """Whether a file of a package is a table in a layout that is not ours."""
    if path.suffix.lower() not in READ or not is_file(path):
        return False
    return path.suffix.lower() != ".csv" or not is_ours(files.read_bytes(path))


def foreign_tables(
    folder: Path, hints: Hints | None = None, *, faults: list[DataError] | None = None
) -> Iterator[Recognised]:
    """Yield the observations of the tables of a package that have not our columns.

    Raises
    ------
    DataError
        When one of them cannot be read.
    """
    for name, path in resources(folder):
        if name not in OF_OURS and is_foreign(path):
            yield from foreign(str(path), files.read_bytes(path), hints, faults=faults)


def tables_to_import(folder: Path, hints: Hints | None = None) -> list[Recognised]:
    """Return the observations of somebody else's package.

    Raises
    ------
    UsageError
        When its tables have our layout already.
    DataError
        When a table cannot be read, or there is none.
    """
    found = list(foreign_tables(folder, hints))
    if not found and any(path.suffix == ".csv" for _, path in resources(folder)):
        raise UsageError(
            Message("{} has the layout of this program already", "{} 已是本程序的格式", folder),
            mend=Message("Read it with --data {}.", "请用 --data {} 读取。", folder),
        )
    if not found:
        raise DataError(
            Message("the package lists no table of figures", "数据包没有列出数据表"),
            where=str(folder / DESCRIPTOR),
            mend=Message(
                "A table is a resource whose path ends in one of {}.",
                "数据表是路径以 {} 结尾的资源。",
                READ,
            ),
        )
    return found
