"""Columns of one label and period: told apart by all that stands over them, or by the one before each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.store.recognising.beside_periods import is_beside, is_change
from cpstats.store.recognising.classes import CHINESE, is_class
from cpstats.store.recognising.growth_below import DIVIDED, SHARE
from cpstats.store.recognising.header_rows import with_parts_of
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.name_parts import SHARES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpstats.store.recognising.slots import Slots

FOR_SO_MANY = re.compile(
    r"(?:per|je|pro|auf|pour|por|par|a cada|na|на|sur|op|pr\.?) (?:je )?(?:10{0,2}(?:[ .,]?000){0,2}|mille|tausend)\b|每(?:百|千|万|[\d ]+)",
    re.IGNORECASE,
)
CHINESE_SHARE = re.compile(r"占[^,，]{0,8}(?:比|比重|比例)|比重|份额|构成比?")
# what is said of each name before it: per 1 000 inhabitants, na 1000 mieszkańców
OF_EACH = re.compile(
    rf"(?:{FOR_SO_MANY.pattern}).*|占比|比重|份额|构成比?|(?:in )?%|per ?cent|percentage|in prozent",
    re.IGNORECASE,
)


def told_apart(found: dict[int, Slots], texts: Callable[[int], Sequence[str]]) -> dict[int, Slots]:
    """Return columns of one name and period with all that stands over them, where that differs, or with the name before each.

    `texts` are those over a column that are no periods.
    """
    for columns in _groups(found):
        own = {c: texts(c) for c in columns}
        if len({", ".join(t) for t in own.values()}) == len(columns) > 1:
            found |= {c: replace(found[c], label=with_parts_of([*t])) for c, t in own.items()}
    return found | with_the_one_before(found)


def _groups(found: Mapping[int, Slots]) -> list[list[int]]:
    groups: dict[tuple[object, ...], list[int]] = {}
    for column, s in found.items():
        groups.setdefault((s.label, s.period, s.part, s.place, s.unit), []).append(column)
    return [*groups.values()]


def with_the_one_before(found: Mapping[int, Slots]) -> dict[int, Slots]:
    """Return the columns of one label that say a share or rate of what stands before each, with its name: Men, %, Women, %.

    >>> from cpstats.store.recognising.slots import Slots
    >>> labels = ["Births", "per 1 000", "Deaths", "per 1 000"]
    >>> [s.label for s in with_the_one_before({c: Slots(None, t) for c, t in enumerate(labels)}).values()]
    ['Births, per 1 000', 'Deaths, per 1 000']
    >>> with_the_one_before({c: Slots(None, t) for c, t in enumerate(["Men", "Total", "Women", "Total"])})
    {}
    """
    made: dict[int, Slots] = {}
    for columns in _groups(found):
        label = found[columns[0]].label
        before = [_before(found, c) for c in columns]
        named = [label_of(text) for text in before]
        classes = len(columns) > 1  # men, women; of one the title says more
        levels = all(b.name and (classes or not is_class(b.name)) for b in named)
        names = {b.name for b in named}
        of_each = _is_of_each(label) if classes else _is_of_one(label)
        if levels and of_each and len(names) == len(columns):
            apart = "" if CHINESE.search(label) else ", "
            said = {c: f"{own.name}{apart}{label}" for c, own in zip(columns, named, strict=True)}
            made |= {c: replace(found[c], label=text) for c, text in said.items()}
    return made


def _before(found: Mapping[int, Slots], column: int) -> str:
    """Return the label of the nearest level to the left of a column, of its period, that a share may be of."""
    for c in range(column - 1, min(found) - 1, -1):
        if c not in found or found[c].period != found[column].period:
            return ""
        label = found[c].label
        own = label_of(label)
        kinds = figures_of(label) is not None or role_of(label) == "value" or _is_of_each(label)
        if (
            own.measure == "level"
            and "/" not in f"{label}{own.unit}"
            and not (kinds or is_beside(own.name) or is_change(own.name))
        ):
            return label
    return ""


def _is_of_one(label: str) -> bool:
    """Whether a label that stands alone says only a share or a rate of what stands before it, and none of the title.

    >>> [_is_of_one(t) for t in ("Share (%)", "per 1 000 farms", "占GDP比重", "% of GDP", "%")]
    [True, True, True, False, False]
    """
    bare = label_of(label).name
    return bool(FOR_SO_MANY.match(label) or SHARES.fullmatch(bare) or CHINESE_SHARE.fullmatch(bare))


def _is_of_each(label: str) -> bool:
    """Whether a label says only a share or a rate of what stands before it.

    >>> [_is_of_each(t) for t in ("% of total", "per 100 000 residents", "%", "Share (%)", "占比(%)", "Total")]
    [True, True, True, True, True, False]
    """
    bare = label_of(label).name
    forms = (OF_EACH, SHARE, DIVIDED)
    return (
        any(form.fullmatch(t) for form in forms for t in (label, bare))
        or SHARES.fullmatch(bare) is not None
    )
