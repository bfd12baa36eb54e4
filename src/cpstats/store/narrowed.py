"""A question to large files reads the rows of its indicators and places only.

First a file is looked through for its names: the first lines and the first row of every indicator and
place make a small table, which is recognised as any table is. What the question names is looked for
among these names; then the rows that have them are read, beside those of the small table, so that every
name is taken as in the whole file. So is what the file proves of all its cells: the small table has also
the first row of every period and unit, of every column that is empty at first, and of every form of a number
that may show the decimal mark.
What is odd (title lines) is read whole.
The figures of a package stand under codes, and need no small table.

Parquet says what a column holds without the others: there the indicators are looked at alone first, and of
those that nobody asked for no row is looked for. Every place is, for an answer names those without a figure.
"""

from __future__ import annotations

import atexit
import csv
from contextlib import suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError, UsageError
from cpstats.message import Message, plain
from cpstats.store.cells import is_missing
from cpstats.store.drafts import aside
from cpstats.store.duck import Aside
from cpstats.store.names_of_large import (
    OURS,
    PERIOD,
    Begun,
    Names,
    are_levels,
    is_within,
    known_texts,
    periods_within,
)
from cpstats.store.paths import is_file
from cpstats.store.recognising.asking import NoFigureError
from cpstats.store.recognising.by_firsts import Before, before, by_firsts
from cpstats.store.recognising.inquiry import QuestionError
from cpstats.store.recognising.stream import as_file, ask_of_large, called
from cpstats.store.scanned import Row, Scan, scan_of
from cpstats.store.several import are_alike, files_of, said_once
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.needs import Needs
    from cpstats.store.opened import Part
    from cpstats.store.recognising.recognised import Recognised

    Opened = Callable[[tuple[Recognised, ...]], tuple[Catalogue, tuple[str, ...]]]

LARGE = 1 << 20  # bytes of a plain table: to look through more of it is faster than to read it
OF_CODES = 32 << 20  # bytes of a table in our columns, which are read at once
ONCE = 1 << 20  # bytes of text that are read once: names, places and figures are asked apart
PACKED = 128  # so many times fewer, where it is Parquet: figures that repeat take little there
READ = (".csv", ".tsv", ".txt", ".parquet", ".pq")
SAMPLE = 200  # lines that show how a table is laid out
SIGNS = 1 << 12  # of a header that is looked at
MANY = 500_000  # names that a table of names may have
OTHERS = ("other", "value")  # columns whose texts tell nothing of other lines
COLUMNS = {"indicator": "indicator", "place": "ref_area"}


def narrowed(name: str, needs: Needs, opened: Opened) -> tuple[Recognised, ...]:
    """Return the observations of large files that a question needs; nothing where they are read whole.

    `opened` returns the catalogue of tables of names, and its places.
    """
    files = [_unpacked(file) for file in files_of(name) or (name,)]
    paths = [Path(file) for file in files]
    if not any(needs) or not all(is_file(p) and p.suffix.lower() in READ for p in paths):
        return ()
    size = sum(map(_size, paths))
    if size < LARGE or (size < OF_CODES and all(map(_is_ours, paths))):
        return ()
    scans: list[Scan] = []
    with suppress(*_odd()):  # told by who reads them whole
        scans += [scan for file in files if (scan := scan_of(file))]
    for scan in scans:
        are_alike(
            *((called(Path(one.file)), [*map(str.strip, one.header)]) for one in (scans[0], scan))
        )
    try:
        if len(scans) == len(files) and len({frozenset(scan.header) for scan in scans}) == 1:
            found = _narrowed(name, scans, needs, opened)
            return said_once(found) if len(files) > 1 else found
    except _odd() as error:  # as above
        if len(files) == 1 and (isinstance(error, QuestionError) or _has_none(error, scans[0])):
            ask_of_large(paths[0])
    return ()


def _unpacked(file: str) -> str:
    """Return a large text that is packed in a gzip as a file that is there until the end; any other as it is."""
    if Path(file).suffix.lower() != ".gz":
        return file
    there = aside()
    atexit.register(there.cleanup)
    return as_file(file, Path(there.name))


def _has_none(error: BaseException, scan: Scan) -> bool:
    """Whether a table has no figure in its first lines, and no column in which one may come below what is missing."""
    if not isinstance(error, NoFigureError):
        return False
    columns = zip(*(cells for _, cells in scan.beginning(SAMPLE)), strict=False)
    return not any(all(map(is_missing, column)) for column in columns)


def narrowed_part(part: Part, needs: Needs, catalogue: Catalogue) -> Part:
    """Return a package with what a question needs of its large files, and with others read once.

    A file that cannot be read is left to who says what is wrong with it.
    """
    texts = {}
    for path in part.observations:
        with suppress(*_odd()):
            if _size(path) >= OF_CODES and path.suffix.lower() in READ:
                texts[path] = _of_codes(path, needs, catalogue)
            elif _size(path) >= ONCE:
                texts[path] = part.read(path)
    return replace(part, texts=(*part.texts, *texts.items()), narrowed=True) if texts else part


def _of_codes(path: Path, needs: Needs, catalogue: Catalogue) -> bytes:
    """Return the lines of a file that have the codes of what is asked, and the first one of each code."""
    whole = DataError(Message("it is read whole", "整体读取"))  # seen by nobody
    scan = scan_of(str(path))
    if scan is None or not {*COLUMNS.values()} <= {*scan.header}:
        raise whole
    at = {kind: scan.header.index(name) for kind, name in COLUMNS.items()}
    firsts = scan.firsts([*at.values()])
    asked = _asked(needs, catalogue, [*firsts[at["place"]]])
    wanted = {at[kind]: ids for kind, ids in asked.items() if ids}
    if not wanted:
        raise whole
    if needs.years is not None and PERIOD in scan.header:
        column = scan.header.index(PERIOD)
        wanted[column] = {t for t in scan.texts(column) if is_within(t, needs.years)}
    lines = {line for texts in firsts.values() for line in texts.values()}
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(scan.header)
    rows = dict(scan.lines(lines)) | dict(scan.rows(wanted))
    writer.writerows(rows[line] for line in sorted(rows))
    return text.getvalue().encode()


def _is_ours(path: Path) -> bool:
    """Return whether a text has our columns."""
    from cpstats.store.recognising.foreign import is_ours

    if path.suffix.lower() != ".csv":
        return False
    with path.open("rb") as file:
        return is_ours(file.readline(SIGNS))


def _size(path: Path) -> int:
    """Return how many bytes of text a file has, about."""
    packed = path.suffix.lower() in (".parquet", ".pq")
    return path.stat().st_size * (PACKED if packed else 1) if is_file(path) else 0


def _odd() -> tuple[type[BaseException], ...]:
    """Return what a file may raise that is not as it should be."""
    odd: tuple[type[BaseException], ...] = (DataError, OSError, UnicodeError)
    with suppress(ImportError):
        import duckdb

        odd = (*odd, duckdb.Error)
    return odd


def _narrowed(
    name: str, scans: Sequence[Scan], needs: Needs, opened: Opened
) -> tuple[Recognised, ...]:
    tables = [_names(_within(name, _begun(scan), needs, opened), needs) for scan in scans]
    if not all(table.small for table in tables):
        return ()
    every = tuple(sheet for table in tables for sheet in table.small)
    catalogue, near = opened(every)
    asked = _asked(needs, catalogue, near)
    del every
    found: list[Recognised] = []
    while tables:
        table = tables.pop(0)
        wanted = _wanted(name, table, asked, catalogue)
        if not wanted:
            return ()
        if needs.years is not None:
            levels = bool(needs.ends) and are_levels(table, wanted)
            wanted |= periods_within(table, needs.ends if levels else needs.years)
        said = Message("read of it: {}", "只读取：{}", [*needs.indicators, *needs.places])
        scan, rows = table.scan, dict((*table.rows, *table.others))
        kinds = table.small[0].keys if len(table.small) == 1 else {}
        told = before(scan.header, table.rows, table.small) if kinds else None
        del table  # of many places the names alone take much room
        rows |= dict(scan.rows(wanted))
        found += _figures(_sheet(scan, sorted(rows.items()), said), kinds, told)
    return tuple(found)


def _begun(scan: Scan) -> Begun:
    """Return what the first lines of a file say."""
    beginning = scan.beginning(SAMPLE)
    found = _recognised(scan, beginning)
    return Begun(scan, beginning, found, _columns(scan, found))


def _within(name: str, begun: Begun, needs: Needs, opened: Opened) -> Begun:
    """Return a file with the texts that may mean the indicators asked for, by a row in which each stands in for another.

    Without these where they are to be looked for among whole rows. The places are looked for beside.
    """
    scan, column, place = begun.scan, begun.at.get("indicator"), begun.at.get("place")
    if scan.divider or not needs.indicators or column is None:
        return begun
    with Aside(lambda: {} if place is None else scan.first_of_each(place)) as every:
        texts = scan.texts(column)
        _, like = begun.beginning[0]
        standing = [
            (line, (*like[:column], text, *like[column + 1 :]))
            for line, text in enumerate(texts, 1)
        ]
        with suppress(DataError, UsageError):  # as a whole row has it, it may be another
            table = Names(
                scan, {"indicator": column}, {column: dict.fromkeys(texts, 0)}, standing, (), []
            )
            table = table._replace(small=_recognised(scan, standing))
            catalogue, _ = opened(table.small)
            asked = {"indicator": _ids(needs.indicators, catalogue.find_indicators)}
            within = _wanted(name, table, asked, catalogue)
            return begun._replace(within=within, places=every.result())
    return begun


def _names(begun: Begun, needs: Needs) -> Names:
    """Return the names among the rows of some indicators; of places all, which are recognised where they are asked for."""
    scan, beginning, found, at, within, every_place = begun
    firsts = scan.firsts([*{**dict.fromkeys(at.values()), **_told(scan, found)}], within)
    if within and "place" in at:
        firsts[at["place"]] = _in_order(firsts[at["place"]], every_place)
    values = sorted({column for sheet in found for _, column in sheet.origins})
    empty = [
        c for c in range(len(scan.header)) if not any(_cell(cells, c) for _, cells in beginning)
    ]
    lines = {line for line, _ in beginning} | scan.divided(values) | scan.filled(empty)
    lines |= {n for c, texts in firsts.items() if c != at.get("place") for n in texts.values()}
    every = lines | {*firsts[at["place"]].values()} if "place" in at else lines
    if not at or len(every) > MANY:
        return Names(scan, {}, {}, [], (), [])
    rows = scan.lines(every)
    if len(values) > 1:
        rows = [row if row[0] in lines else _of_one_figure(row, values) for row in rows]
    told = rows if needs.places else [row for row in rows if row[0] in lines]
    others = [] if needs.places else [row for row in rows if row[0] not in lines]
    return Names(scan, at, firsts, told, _recognised(scan, told), others)


def _in_order(some: dict[str, int], every: Mapping[str, int]) -> dict[str, int]:
    """Return every text with a line that has it: one of `some`, but where these stand in another order than the first ones."""
    both = {**every, **some}
    alike = sorted(every, key=every.__getitem__) == sorted(both, key=both.__getitem__)
    return both if alike else {**every}


def _told(scan: Scan, found: Iterable[Recognised]) -> dict[int, None]:
    """Return the columns of periods, units and whatever else says how figures are read."""
    named = {n for sheet in found for n, kind in sheet.keys.items() if kind not in OTHERS}
    return {scan.header.index(n): None for n in sorted((named | OURS) & {*scan.header})}


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def _of_one_figure(row: Row, values: Sequence[int]) -> Row:
    """Return a row with only the first of its figures: it is read for the names in it."""
    line, cells = row
    first = next((c for c in values if c < len(cells) and any(map(str.isdigit, cells[c]))), -1)
    left = {*values} - {first}
    return line, tuple("" if c in left else cell for c, cell in enumerate(cells))


def _asked(needs: Needs, catalogue: Catalogue, near: Sequence[str]) -> dict[str, set[str]]:
    return {
        "indicator": _ids(needs.indicators, catalogue.find_indicators),
        "place": _ids(needs.places, lambda word: catalogue.find_places(word, near)),
    }


def _wanted(
    name: str, table: Names, asked: dict[str, set[str]], catalogue: Catalogue
) -> dict[int, set[str]]:
    """Return the texts of each column that may mean what is asked."""
    wanted: dict[int, set[str]] = {}
    for kind, ids in asked.items():
        if kind in table.at and ids:
            column = table.at[kind]
            means = _meaning(kind, ids, name, catalogue)
            known = known_texts(table.small, COLUMNS[kind], table.raw(column), means)
            wanted[column] = {text for text in table.firsts[column] if known.get(text, True)}
    return wanted


def _ids(words: Iterable[str], find: Callable[[str], tuple[str, ...]]) -> set[str]:
    return {ident for word in words for ident in find(word)}


def _sheet(scan: Scan, rows: list[Row], *remarks: Message) -> Sheet:
    cells = (scan.header, *(cells for _, cells in rows))
    lines = (scan.first, *(line for line, _ in rows))
    said = plain("CSV" if scan.divider else "Parquet")
    return Sheet(called(Path(scan.file)), cells, lines, said, remarks=remarks, divider=scan.divider)


def _recognised(scan: Scan, rows: list[Row]) -> tuple[Recognised, ...]:
    from cpstats.store.recognising.foreign import of_sheets

    return tuple(of_sheets(called(Path(scan.file)), [_sheet(scan, rows)]))


def _figures(sheet: Sheet, kinds: dict[str, str], names: Before | None) -> tuple[Recognised, ...]:
    """Return the observations of all lines that are asked for; as they are said to be in a few of them, where that is enough."""
    from cpstats.store.recognising.foreign import of_sheets

    one = by_firsts(sheet, kinds, names) if kinds else None
    return (one,) if one else tuple(of_sheets(sheet.name, [sheet]))


def _columns(scan: Scan, found: tuple[Recognised, ...]) -> dict[str, int]:
    """Return where the names of indicators and of places stand."""
    made: dict[str, int] = {}
    for sheet in found:
        for kind, ours in COLUMNS.items():
            named = [n for n, said in sheet.keys.items() if said == kind]
            named += [ours] if not named and ours in scan.header else []
            if len(named) == 1 and named[0] in scan.header:
                made[kind] = scan.header.index(named[0])
    return made


def _meaning(
    kind: str, ids: Collection[str], name: str, catalogue: Catalogue
) -> Callable[[str], bool]:
    """Return whether a name may mean what is asked."""
    if kind == "indicator":
        return lambda text: (catalogue.known_indicator(text) or text) in ids
    return lambda text: catalogue.spelled.get((name, text), "") in {*ids, ""}
