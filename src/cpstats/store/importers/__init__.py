"""One file for each foreign format; each is asked whether it can read the bytes, and says why not."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError

if TYPE_CHECKING:
    from cpstats.store.sheet import Sheet

ORDER = (  # what knows its files by their first bytes is asked first
    "world_bank",
    "spreadsheet",
    "sdmx_csv",
    "json_stat",
    "sdmx_json",
    "sdmx",
    "delimited",
)


def names() -> tuple[str, ...]:
    """Return the formats."""
    found = {f.stem for path in __path__ for f in Path(path).glob("[a-z]*.py")}
    return (*(n for n in ORDER if n in found), *sorted(found - set(ORDER)))


def reader_of(name: str, content: bytes, reasons: list[str] | None = None) -> str:
    """Return the first importer that can read a file; empty where each gives its reason why not."""
    for importer in names():
        reason = _module(importer).refuses(name, content)
        if not reason:
            return importer
        if reasons is not None:
            reasons.append(f"{importer}: {reason}")
    return ""


def _module(importer: str) -> Any:
    return importlib.import_module(f"{__name__}.{importer}")


def sheets(name: str, content: bytes) -> list[Sheet]:
    """Return the tables of a file, read by the first importer that can.

    Raises
    ------
    DataError
        When none can; each says why.
    """
    reasons: list[str] = []
    importer = reader_of(name, content, reasons)
    if importer:
        found: list[Sheet] = _module(importer).read(name, content)
        return found
    raise DataError(
        f"no importer can read it ({'; '.join(reasons)})",
        where=name,
        mend="Save it as CSV or xlsx.",
    )
