"""One `--data` that is several files: a pattern (`figures_*.csv`), or a folder of parts (`year=2020/…`).

Their tables are of one release. All that begin with the names of their columns have the same ones;
what the names of folders say is a column of the files in them.
"""

from __future__ import annotations

import glob
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.paths import exists, is_file, is_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.recognised import Recognised
    from cpstats.store.sheet import Sheet

SIGNS = "*?["
NULL = "__HIVE_DEFAULT_PARTITION__"  # how the name of a folder says that a cell is empty


def files_of(name: str) -> tuple[str, ...] | None:
    """Return the files behind a pattern or a folder of parts, in order; None for any other name.

    Raises
    ------
    DataError
        When nothing matches a pattern.
    """
    path = Path(name)
    if is_folder(path):
        from cpstats.store.recognising.foreign import READ

        parts = (f for f in path.glob("*=*/**/*") if f.suffix.lower() in (*READ, ".parquet"))
        shown = (f for f in parts if not _hidden(f.relative_to(path)) and is_file(f))
        return tuple(sorted(map(str, shown))) or None
    if exists(path) or not any(sign in name for sign in SIGNS):
        return None
    found = sorted(f for f in glob.glob(name, recursive=True) if is_file(Path(f)))  # noqa: PTH207
    if not found:
        raise no_match(name)
    return tuple(found)


def no_match(pattern: str) -> DataError:
    """Return the error for a pattern that fits no file."""
    return DataError(
        Message("no file matches", "没有匹配的文件"),
        where=pattern,
        mend=Message("Check the pattern and the folder.", "请检查通配符和文件夹。"),
    )


def recognised(
    files: Sequence[str], faults: list[DataError] | None = None
) -> tuple[Recognised, ...]:
    """Return the observations of all files.

    Raises
    ------
    DataError
        When one cannot be read, or two do not fit together.
    """
    from cpstats.store.files import filled, read_bytes
    from cpstats.store.importers import sheets
    from cpstats.store.recognising.foreign import of_sheets

    found: list[Recognised] = []
    first: tuple[str, ...] = ()
    for file in files:
        content = read_bytes(Path(file))
        filled(content, file)
        tables = [_with_folders(sheet, file) for sheet in sheets(file, content)]
        for sheet in tables:
            names = sheet.rows[0] if sheet.rows and all(sheet.rows[0]) else ()
            first = first or names
            are_alike((files[0], first), (file, names or first))
        found += of_sheets(file, tables, faults=faults)
    return said_once(found)


def said_once(found: Sequence[Recognised]) -> tuple[Recognised, ...]:
    """Return the tables of several files: what is said of each is said once, with how much all of them hold."""
    from cpstats.store.recognising.telling import size_of, unnamed_units

    full = [one for one in found if one.rows]
    if len(full) < 2 or not all(one.keys for one in full):  # who has our columns counts lines
        return tuple(found)
    rows = [row for one in full for row in one.rows]
    bare = {id(one): unnamed_units(one.rows) for one in full}
    more = (line for one in full for line in one.said[2:] if line not in bare[id(one)])
    said = [*(one.said[0] for one in full), size_of(rows), *unnamed_units(rows), *more]
    once = [*{line.to("en"): line for line in said}.values()]
    return (replace(full[0], said=once), *(replace(one, said=[]) for one in full[1:]))


def are_alike(one: tuple[str, Sequence[str]], other: tuple[str, Sequence[str]]) -> None:
    """Raise where two files, each with the names of its columns, have not the same ones.

    Raises
    ------
    DataError
        With the columns that only one of them has.
    """
    differ = sorted({*one[1]} ^ {*other[1]})
    if differ:
        said = Message(
            "its columns are not those of {} ({})", "列与 {} 不一致（{}）", one[0], differ
        )
        mend = Message("Name files of one form.", "请指定同一格式的文件。")
        raise DataError(said, where=other[0], mend=mend)


def said_by_folders(file: str, header: Sequence[str]) -> dict[str, str]:
    """Return what the names of the folders of a file say that its columns do not.

    >>> said_by_folders("parts/year=2020/area=Ulm%20S%C3%BCd/a.csv", ["year", "value"])
    {'area': 'Ulm Süd'}
    """
    pairs = (part.split("=", 1) for part in Path(file).parts[:-1] if "=" in part)
    told = {unquote(name): unquote(value) for name, value in pairs}
    return {
        name: "" if value == NULL else value for name, value in told.items() if name not in header
    }


def _with_folders(sheet: Sheet, file: str) -> Sheet:
    """Return a table with what the names of its folders say."""
    told = said_by_folders(file, sheet.rows[0]) if sheet.rows else {}
    if not told:
        return sheet
    rows = ((*sheet.rows[0], *told), *((*row, *told.values()) for row in sheet.rows[1:]))
    return replace(sheet, rows=rows)


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "_")) for part in path.parts)
