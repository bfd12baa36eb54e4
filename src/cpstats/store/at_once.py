"""The observations of a question: as they were compiled, else read from the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpstats.store.package import Package


def columns(
    package: Package, indicators: Collection[str] | None, places: Collection[str] | None
) -> dict[str, list[Any]]:
    """Return what `loading.read` returns, which is loaded only where it has something to read."""
    if package.compiled:
        return package.compiled.columns(indicators, places)
    from cpstats.store import loading

    return loading.read(package, indicators=indicators, places=places)
