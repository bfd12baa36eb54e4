"""The observations of a question: as they were compiled, as they were read before, else read from the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpstats.errors import DataError
from cpstats.store.indexed import Indexed

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpstats.store.package import Package

    Columns = dict[str, list[Any]]


def columns(
    package: Package, indicators: Collection[str] | None, places: Collection[str] | None
) -> Columns:
    """Return what `loading.read` returns, which is loaded only where it has something to read."""
    if package.compiled:
        return package.compiled.columns(indicators, places)
    if package.rows:
        return package.rows.columns(indicators, places)
    from cpstats.store import loading

    return loading.read(package, indicators=indicators, places=places)


def read_once(package: Package) -> Package:
    """Return a package whose tables are read now, for who puts many questions to it.

    Where a table has a fault it is left to the questions, which say it.
    """
    if package.compiled or package.rows:
        return package
    from cpstats.store import loading

    try:
        return replace(package, rows=Indexed(loading.read(package)))
    except DataError:
        return package
