"""Checks of a table of observations; the place of a fault is looked up only when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.model.columns import KEY

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from cpstats.store.table import Table


def one_of(table: Table, column: str, words: Collection[str]) -> None:
    """Check that a column holds only words of a closed list."""
    for text in dict.fromkeys(table.columns[column]):
        if text not in words:
            known = ", ".join(w for w in words if w)
            empty = ", or empty" if "" in words else ""
            table.refuse(column, text, f"“{text}” is unknown", f"Known: {known}{empty}.")


def known(
    table: Table, column: str, idents: Container[str], where: str, *, package: bool = True
) -> None:
    """Check that a column holds only ids of another table of the package."""
    for text in dict.fromkeys(table.columns[column]):
        if text not in idents:
            what = f"“{text}” is not in {where}"
            mend = f"Add it to {where}, or mend the name."
            if not package:
                mend = f"Leave it empty, or make a package with its own {where}."
            table.refuse(column, text, what, mend)


def unique(table: Table) -> None:
    """Check that no key occurs twice, and name both lines if one does."""
    keys = list(zip(*(table.columns[c] for c in KEY), strict=True))
    if len(set(keys)) == len(keys):
        return
    seen: dict[tuple[str, ...], int] = {}
    for row, key in enumerate(keys):
        if key in seen:
            places = [table.where(number, KEY[0]) for number in (seen[key], row)]
            if len(set(places)) == 1:  # one line of a wide table
                places = [table.where(number, "obs_value") for number in (seen[key], row)]
            fault = DataError(
                f"the key ({', '.join(v for v in key if v)}) occurs twice, first at {places[0]}",
                where=places[1],
                mend="Remove one of the two lines, or give the other release its own source.",
            )
            table.refuse_row(row, fault)
        seen.setdefault(key, row)
