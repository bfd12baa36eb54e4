"""Own files are releases: which is newer, and what each is called.

Of several `--data` a later one is newer, whatever the files are called; a column `vintage` tells
the releases of one file apart.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.source import Vintage, last_day
from cpstats.store.cells import PLAIN
from cpstats.store.hints import DATE
from cpstats.store.paths import exists

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cpstats.store.opened import Part

CELL = (
    "indicator",
    "ref_area",
    "counterpart_area",
    "time_period",
    "measure",
    "price_basis",
    "unit",
    "vintage",
)
_DIGITS = re.compile(r"\d+")


def told(given: str) -> tuple[str, str]:
    """Take `NAME=FILE` apart; a file of that whole name has no other.

    >>> told("first=tables/a.csv"), told("tables/a.csv")
    (('first', 'tables/a.csv'), ('', 'tables/a.csv'))
    """
    name, equals, file = given.partition("=")
    if not equals or not name or not file or set(name) & set("/\\*?[") or exists(Path(given)):
        return "", given
    return name, file


def names_itself(label: str, name: str) -> UsageError:
    """Return the error for a package that is given the name of a release."""
    return UsageError(
        Message(
            "{} is a package, which names its releases itself", "{} 是数据包，自带版本名", name
        ),
        mend=Message(
            "Give it as --data {}; {}= stands before a file only.",
            "请写 --data {}；{}= 只用于文件。",
            name,
            label,
        ),
    )


def named(parts: Sequence[Part], taken: Collection[str]) -> tuple[Part, ...]:
    """Return the parts, each own one with the name of its release where there are several.

    One that the user gave stays. Else it is the file's or the folder's name, with its path where
    two have the same; a name that a catalogue already has for a vintage is given a number.
    """
    own = {part.given: part.name for part in parts if part.own}
    names = {part.given: part.release for part in parts if part.own and part.release}
    if len(own) < 2 or len(names) == len(own):
        return tuple(parts)
    short = {given: Path(name).resolve().name for given, name in own.items()}
    for given, name in own.items():
        if given in names:
            continue
        label = short[given] if [*short.values()].count(short[given]) == 1 else name
        while label in (*taken, *names.values()):
            label = f"{label} ({given})"
        names[given] = label
    return tuple(replace(p, release=names[p.given]) if p.own else p for p in parts)


def look_for_contradictions(parts: Sequence[Part]) -> None:
    """Refuse files that the user calls one release and of which one has another figure for a cell.

    Raises
    ------
    UsageError
        With the cell, and what stands in each file.
    """
    from cpstats.store.text_columns import combinations

    for label in {part.release for part in parts if part.own and part.release}:
        own = [part for part in parts if part.own and part.release == label]
        if len({part.given for part in own}) < 2:
            continue
        seen: dict[tuple[str, ...], tuple[str, str]] = {}
        for part in own:
            for *cell, text in combinations(part, (*CELL, "obs_value")):
                value, name = seen.setdefault(tuple(cell), (text, part.name))
                if name != part.name and _differ(value, text):
                    raise _contradicted(label, cell, (name, value), (part.name, text))


def _differ(one: str, other: str) -> bool:
    """Whether two cells hold different numbers; one that is empty, or none, differs from nothing."""
    if not (PLAIN(one) and PLAIN(other)):
        return False
    return Decimal(one) != Decimal(other)


def _contradicted(
    label: str, cell: Sequence[str], one: tuple[str, str], other: tuple[str, str]
) -> UsageError:
    what = ", ".join(filter(None, cell))
    return UsageError(
        Message(
            "{} and {} are called one release, {}, and say {} and {} of the same: {}",
            "{} 与 {} 同称版本 {}，但对同一数据分别为 {} 与 {}：{}",
            one[0],
            other[0],
            label,
            one[1],
            other[1],
            what,
        ),
        mend=Message(
            "Give each a name of its own: --data {}1={} --data {}2={}; the last is the newest.",
            "请各用一个名称：--data {}1={} --data {}2={}；后者为新。",
            label,
            quote(one[0]),
            label,
            quote(other[0]),
        ),
    )


def vintages_of(labels: Iterable[str], known: Mapping[str, Vintage]) -> dict[str, Vintage]:
    """Return a vintage for every label of a plain table that no catalogue has, the last is newest.

    Dates are ordered by time, labels that differ in their numbers by these (v9, v10), others as
    they follow one another in the table.
    """
    every = [label for label in dict.fromkeys(labels) if label]
    start = max((known[label].order for label in every if label in known), default=0)
    new = [label for label in in_order(every) if label not in known]
    return {
        label: Vintage(label, order, series=True, released=label if DATE(label) else "")
        for order, label in enumerate(new, start + 1)
    }


def in_order(labels: Sequence[str]) -> list[str]:
    """Return labels of releases, the oldest first.

    >>> in_order(["v10", "v9"]), in_order(["2024", "2023-11"]), in_order(["prelim", "final"])
    (['v9', 'v10'], ['2023-11', '2024'], ['prelim', 'final'])
    """
    if all(DATE(label) for label in labels):
        return sorted(labels, key=last_day)
    if len({_DIGITS.sub("#", label) for label in labels}) == 1:
        return sorted(labels, key=lambda label: [int(n[:99]) for n in _DIGITS.findall(label)])
    return list(labels)
