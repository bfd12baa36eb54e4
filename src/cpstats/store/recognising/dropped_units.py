"""A unit that a title says, and that no figure got: nothing that was printed is dropped in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message, sentences
from cpstats.model.unit import Unit
from cpstats.store.recognising.another_unit import INSIDE
from cpstats.store.recognising.classes_of_amounts import counts_by_amounts
from cpstats.store.recognising.doubts import (
    MEASURE,
    NAME,
    PER_SO_MANY,
    UNIT,
    is_rate,
    is_without_dimension,
)
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.inquiry import QuestionError, says
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.title_lines import things_of
from cpstats.store.recognising.unit_words import in_english, is_measure, is_scale_word
from cpstats.store.recognising.units_apart import IN, LIST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.reading import Reading

YEAR = 4  # digits
SEVERAL = re.compile(
    r"%|、|，|[,;] (?=[^()]*\))"
)  # of which another may be a unit that is not known
SIGNS = re.compile(r"[,;:()（），、。.]")


def look_for_dropped_units(made: Reading, rows: Sequence[Sequence[str]]) -> None:
    """Ask whose a unit is that a title says, where no figure has it and levels have none.

    Raises
    ------
    QuestionError
        At the title.
    """
    if made.hints.unit or made.hints.indicator:
        return
    bare = list(dict.fromkeys(row[NAME] for row in rows if _is_bare(row)))
    if not bare:
        return
    given = {_kind_of(unit) for unit in {row[UNIT] for row in rows} if unit}
    for i in range(made.outline.header.start):
        for text in dict.fromkeys(filter(None, made.cells[i])):
            if role_of(text.partition(":")[0]) == "unit":  # several of them: that is said
                continue
            _look_for_so_many(made, i, text, bare)
            printed = units_printed(text)
            for unit in (u for u in printed if _kind_of(u) not in given):
                names = [n for n in bare if not (unit in n or is_without_dimension(n, unit))]
                names = [n for n in names if not counts_by_amounts(n, unit)]
                if names:
                    alone = (
                        all(map(_is_bare, rows)) and len(printed) == 1 and not SEVERAL.search(text)
                    )
                    raise _whose(made, i, unit, names, alone=alone)


def _look_for_so_many(made: Reading, i: int, title: str, bare: Sequence[str]) -> None:
    """Ask of which names it is that a title says per 1 000 of something, where a name without a unit does not say it.

    Raises
    ------
    QuestionError
        At the title.
    """
    found = PER_SO_MANY.search(title)
    names = [name for name in bare if not PER_SO_MANY.search(name)]
    if found and names:
        raise _whose(made, i, SIGNS.split(title[found.start() :])[0].strip(), names, alone=False)


def units_printed(title: str) -> list[str]:
    """Return the units of amounts that a title says in brackets, or behind one of the things that it names.

    >>> units_printed("Tea sold (million EUR) and share (%)"), units_printed("Jobs (thousands; per cent)"), units_printed("Tea (all, 2020)")
    (['million EUR'], ['thousands'], [])
    >>> units_printed("Osoby v tis. a ceny v EUR"), units_printed("Tea by state")
    (['tis.', 'EUR'], [])
    """
    inside = (IN.sub("", p.strip()) for text in INSIDE.findall(title) for p in LIST.split(text))
    behind = (unit for t in things_of(title) if (unit := label_of(t).unit) in title)
    return list(dict.fromkeys(text for text in (*inside, *behind) if _is_of_amounts(text)))


def _is_of_amounts(text: str) -> bool:
    number = text.isdecimal() and len(text) == YEAR
    return bool(text) and not number and (is_measure(text) or is_scale_word(text))


def _kind_of(unit: str) -> tuple[str, int]:
    said = Unit.of(in_english(unit))
    return said.root, said.power


def _is_bare(row: Sequence[str]) -> bool:
    return row[MEASURE] == "level" and not row[UNIT] and not is_rate(row[NAME], "level", "")


def _whose(made: Reading, i: int, unit: str, names: Sequence[str], *, alone: bool) -> QuestionError:
    """Return the question whose the unit of a title is, which may be that of all where there are no others."""
    column = next(c for c, text in enumerate(made.cells[i]) if unit in text)
    mend = Message(
        "Write the unit behind each name that it is of, such as {0} ({1}).",
        "请在用该单位的各名称后注明单位，如{0}({1})。",
        names[0].rpartition(", ")[2],
        unit,
    )
    of_all = Message("Or name it for all with --unit.", "或用 --unit 统一指定。")
    return QuestionError(
        Message(
            "the title says “{}”, and it is not known which figures are in it",
            "标题写有“{}”，不知道哪些数据用这个单位",
            unit,
        ),
        where=made.sheet.where(i, column),
        mend=sentences(mend, of_all) if alone else mend,
        ways=[says("unit", "unit", unit)] if alone else [],
    )
