"""A question to a large file reads the rows of its indicators and places only.

First the file is looked through for its names: the first lines and the first row of every indicator and
place make a small table, which is recognised as any table is. What the question names is looked for
among these names; then the rows that have them are read, beside those of the small table, so that every
name is taken as in the whole file. What is odd (title lines, indicators in columns) is read whole.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.scanned import scan_of
from cpstats.store.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from cpstats.model.catalogue import Catalogue
    from cpstats.store.needs import Needs
    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.scanned import Row, Scan

    Opened = Callable[[tuple[Recognised, ...]], tuple[Catalogue, tuple[str, ...]]]

LARGE = 32 << 20  # bytes of a file that is held as it is
READ = (".csv", ".tsv", ".txt", ".parquet", ".pq")
SAMPLE = 200  # lines that show how a table is laid out
MANY = 500_000  # names that a table of names may have
COLUMNS = {"indicator": "indicator", "place": "ref_area"}


def narrowed(
    name: str,
    needs: Needs,
    opened: Opened,
) -> tuple[Recognised, ...]:
    """Return the observations of a large file that a question needs; nothing where it is read whole.

    `opened` returns the catalogue of a table of names, and its places.
    """
    path = Path(name)
    if not any(needs) or path.suffix.lower() not in READ or path.stat().st_size < LARGE:
        return ()
    odd: tuple[type[BaseException], ...] = (DataError, OSError, UnicodeError)
    with suppress(ImportError):
        import duckdb

        odd = (*odd, duckdb.Error)
    with suppress(*odd):  # told by who reads it whole
        if scan := scan_of(name):
            return _narrowed(name, scan, needs, opened)
    return ()


def _narrowed(
    name: str,
    scan: Scan,
    needs: Needs,
    opened: Opened,
) -> tuple[Recognised, ...]:
    beginning = scan.beginning(SAMPLE)
    at = _columns(scan, _recognised(name, scan, beginning))
    firsts = scan.firsts([*at.values()])
    lines = {line for texts in firsts.values() for line in texts.values()}
    lines |= {line for line, _ in beginning}
    if not at or len(lines) > MANY:
        return ()
    names = scan.rows({c: set() for c in at.values()}, lines)
    small = _recognised(name, scan, names)
    if not small:
        return ()
    catalogue, near = opened(small)
    asked = {
        "indicator": _ids(needs.indicators, catalogue.find_indicators),
        "place": _ids(needs.places, lambda word: catalogue.find_places(word, near)),
    }
    wanted: dict[int, set[str]] = {}
    for kind, ids in asked.items():
        if kind in at and ids:
            column = at[kind]
            raw = [cells[column] if column < len(cells) else "" for _, cells in names]
            means = _meaning(kind, ids, name, catalogue)
            known = _known(small, COLUMNS[kind], raw, means)
            wanted[column] = {text for text in firsts[column] if known.get(text, True)}
    if not wanted:
        return ()
    said = Message("read of it: {}", "只读取：{}", [*needs.indicators, *needs.places])
    return _recognised(name, scan, scan.rows(wanted, lines), said)


def _ids(words: Iterable[str], find: Callable[[str], tuple[str, ...]]) -> set[str]:
    return {ident for word in words for ident in find(word)}


def _recognised(
    name: str, scan: Scan, rows: list[Row], *remarks: Message
) -> tuple[Recognised, ...]:
    from cpstats.store.recognising.foreign import of_sheets

    cells = (scan.header, *(cells for _, cells in rows))
    lines = (scan.first, *(line for line, _ in rows))
    sheet = Sheet(name, cells, lines, remarks=remarks, divider=scan.divider)
    return tuple(of_sheets(name, [sheet]))


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


def _known(
    small: tuple[Recognised, ...], name: str, raw: list[str], means: Callable[[str], bool]
) -> dict[str, bool]:
    """Return of each text of a column whether it means what is asked; one without a figure is not there."""
    known: dict[str, bool] = {}
    for sheet in small:
        position = sheet.header.index(name)
        for row, (line, _) in zip(sheet.rows, sheet.origins, strict=True):
            text = raw[line - 1]  # behind the names of the columns
            known[text] = known.get(text, False) or means(row[position])
    return known
