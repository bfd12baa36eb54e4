"""Numbers under a word for places or classes: codes where they tell rows apart, else figures.

`State` among `Federal` and `Local`, `Age` beside `Income` say what is counted; `State` 06 and `Age` 15 say
of whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.gazetteer import register
from cpstats.store.cells import period_of
from cpstats.store.recognising.column_kinds import counts_rows
from cpstats.store.recognising.header_words import bare, loose_role_of, speaks_of_places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.store.recognising.column_kinds import Column, Together

FEWEST = 2  # codes of a class
LONGEST = 3  # digits of the code of a group
KEYS = ("place", "indicator", "name", "time", "part", "open")
ALIKE = 4  # letters


def settled(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    said: Mapping[int, str],
) -> dict[int, str]:
    """Return what columns hold, numbers among them as codes or as figures; what the user `said` stays."""
    found = {**keys, **codes_before_places(keys, columns, together, said)}
    found |= codes_of_groups(found, columns, together)
    found |= codes_beside_classes(found, columns, together, said)
    figures = are_figures(found, columns, together)
    found = {c: role for c, role in found.items() if c in said or c not in figures}
    found |= letters_that_tell(found, columns, together, said)
    return found | codes_beside_values(found, columns, together)


def letters_that_tell(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    said: Mapping[int, str],
) -> dict[int, str]:
    """Return the columns of letters that may be flags but tell lines apart, under a header that does not say flags: U, R."""
    named = [k for k, role in keys.items() if role in KEYS]
    figures = [c.number for c in columns if keys.get(c.number, "value") == "value"]
    flags = [c for c, role in keys.items() if role == "status" and c not in said]
    unsaid = [c for c in flags if "status" not in map(loose_role_of, columns[c].above)]
    return {c: "open" for c in unsaid if together.tells(named, c, figures)}


def is_explained(column: Column, columns: Sequence[Column], together: Together) -> bool:
    """Whether words behind letters say what each of them means, several or under a like header: F, free to publish."""
    behind = columns[column.number + 1 : column.number + 2]
    return any(
        c.content == "words"
        and together.alike(column.number, c.number)
        and (len(column.said) > 1 or _are_like(column, c))
        for c in behind
    )


def _are_like(one: Column, other: Column) -> bool:
    """Whether the words over two columns begin or end alike: Conf and Confidentiality."""
    first, second = ("".join(c.above).casefold() for c in (one, other))
    if min(len(first), len(second)) < ALIKE:
        return False
    return first[:ALIKE] == second[:ALIKE] or first[-ALIKE:] == second[-ALIKE:]


def codes_beside_classes(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    said: Mapping[int, str],
) -> dict[int, str]:
    """Return the columns of numbers under a word for classes beside the words for the same: AGE 1524, Age Group 15-24."""
    numbered = [c for c, k in keys.items() if k == "name" and columns[c].content == "figure"]
    worded = {c for c, k in keys.items() if k == "name" and columns[c].content == "words"}
    return {
        c: "other"
        for c in numbered
        if c not in said and any(together.alike(c, n) for n in (c + 1, c - 1) if n in worded)
    }


def codes_beside_values(
    keys: Mapping[int, str], columns: Sequence[Column], together: Together
) -> dict[int, str]:
    """Return the columns of whole numbers that are codes, where one column is called values.

    `Valor` beside `SEXE` and `GRUPO` of 1 and 2: what alone tells lines apart is part of the name, what
    the words of another column settle is a code of theirs. No code stands under a period, nor behind the values
    where each of those words comes once: it would settle any number.
    """
    values = [c for c, role in keys.items() if role == "value"]
    found: dict[int, str] = {}
    if len(values) != 1:
        return found
    named = [k for k, role in keys.items() if role in KEYS]
    for column in columns:
        c = column.number
        free = c not in keys and column.content == "figure" and column.is_whole
        if not free or _is_dated(column) or "value" in map(loose_role_of, column.above):
            continue  # Export value is a figure of its own
        if len(column.said) < FEWEST:
            found |= {c: "other"} if _has_a_name(c, columns, together) else {}
            continue
        if together.tells([*named, *found], c, values):
            found[c] = "name"
        elif any(
            together.follows(k, c) and (c < values[0] or together.repeats(k))
            for k in named
            if columns[k].content == "words"
        ):
            found[c] = "other"
    return found


def _has_a_name(code: int, columns: Sequence[Column], together: Together) -> bool:
    """Whether words stand beside the one code of a column: 9 beside total, for both sexes."""
    near = [c for c in (code + 1, code - 1) if 0 <= c < len(columns)]
    return any(columns[c].content == "words" and together.alike(code, c) for c in near)


def codes_before_places(
    keys: Mapping[int, str],
    columns: Sequence[Column],
    together: Together,
    said: Mapping[int, str],
) -> dict[int, str]:
    """Return the columns of whole numbers before names of places that are codes: under words for places, or of their groups.

    `STATE` and `COUNTY` of 1 and 3 before `CTYNAME`, and `DIVISION` 6 of several states; what the user `said` stays.
    """
    names = [c for c, role in keys.items() if role == "place" and columns[c].content == "words"]
    before = [c for c in range(min(names, default=0)) if columns[c].content == "figure"]
    codes = [c for c in before if keys.get(c) == "place" and c not in said]
    groups = [
        c
        for c in before
        if c not in keys and columns[c].is_whole and _are_groups(columns, together, codes, c)
    ]
    return dict.fromkeys((*codes, *groups), "other")


def codes_of_groups(
    keys: Mapping[int, str], columns: Sequence[Column], together: Together
) -> dict[int, str]:
    """Return the whole numbers beside codes with zeros before them that settle these: REG 84 of DEP 01 and 03, before figures.

    >>> from cpstats.store.recognising.column_kinds import Together, column_of
    >>> rows = [("Au", "84", "01", "5"), ("Ried", "84", "01", "6"), ("Egg", "84", "03", "7"), ("Zell", "32", "02", "8")]
    >>> columns = [column_of([("", "REG", "DEP", "Huts"), *rows], (0,), range(1, 5), c) for c in range(4)]
    >>> codes_of_groups({0: "place", 2: "other"}, columns, Together(rows, range(4)))
    {1: 'other'}
    >>> codes_of_groups({0: "place"}, columns, Together(rows, range(4)))
    {}
    """
    if "place" not in keys.values():
        return {}
    coded = [c for c, role in keys.items() if role == "other" and columns[c].is_padded]
    alone = [c.number for c in columns if c.number not in keys and _is_one_padded(c)]
    found = dict.fromkeys(alone, "other")
    for k in (*coded, *alone):
        for c in (k - 1, k + 1):
            free = 0 <= c < len(columns) and c not in {*keys, *found} and columns[c].is_whole
            if not free or _is_dated(columns[c]) or max(map(len, columns[c].said)) > LONGEST:
                continue
            few, many = len(columns[c].said), len(columns[k].said)
            if (few < many or few == many == 1) and together.follows(k, c):
                found[c] = "other"
    return found


def _is_one_padded(column: Column) -> bool:
    """Whether all cells are one number with a zero before it: 01, of all the communes of a department."""
    (text, *more) = column.said or ("",)
    return not more and text.isdecimal() and len(text) > 1 and text[0] == "0" and bool(column.above)


def _are_groups(
    columns: Sequence[Column], together: Together, codes: Sequence[int], c: int
) -> bool:
    """Whether numbers stand among codes, and each code of one of them has one and the same of fewer numbers."""
    among = any(k < c for k in codes) and any(k > c for k in codes)
    fewer = (k for k in codes if len(columns[c].said) < len(columns[k].said))
    return among and any(together.follows(k, c) for k in fewer)


def role_of_classes(
    column: Column, role: str, columns: Sequence[Column], together: Together
) -> str:
    """Return what the codes of branches or goods are: those of names beside them, of which several may have one, else a part of the name.

    Codes with letters keep the `role` that their header gives, but for that of a code: what stands beside them tells.
    """
    if column.content == "words":
        return "" if role == "code" else role
    words = [c for c in columns if c.content == "words"]
    if any(together.alike(column.number, c.number) for c in words):
        return "code"
    names = [c.number for c in words if "place" not in map(loose_role_of, c.above)]
    several = any(together.follows(c, column.number) and together.repeats(c) for c in names)
    return "code" if several else "name"


def are_figures(
    keys: Mapping[int, str], columns: Sequence[Column], together: Together
) -> list[int]:
    """Return the columns of numbers that are called places or classes and tell no two rows apart."""
    values = [c.number for c in columns if keys.get(c.number, "value") == "value"]
    plain = [c for c in values if c not in keys and columns[c].content == "figure"]
    across = bool(plain) and all(_is_dated(columns[c]) for c in plain)
    found = []
    for column in columns:
        c = column.number
        if keys.get(c) not in ("place", "name") or column.content != "figure":
            continue
        others = [k for k, role in keys.items() if role in KEYS and k != c]
        if keys[c] == "place" and all(map(register.named, column.said)):
            continue  # codes of places, though each has a period of its own
        if across and not _is_dated(column):
            continue  # no figure where every other one stands below its period
        named = "value" in keys.values()
        behind = keys[c] == "name" and not named and any(k < c for k in plain)
        if len(column.said) > 1 and (behind or not together.tells(others, c, values)):
            found.append(c)
    return found


def _is_dated(column: Column) -> bool:
    return any(period_of(text) is not None for text in column.above)


def role_of_phrases(role: str, column: Column, labels: Sequence[str]) -> str:
    """Return the role of a column; words that tell rows apart are no codes, whatever their header says."""
    phrases = role == "code" and column.is_phrases
    return "name" if phrases and not any(map(speaks_of_places, labels)) else role


def beside_figures(column: Column, columns: Sequence[Column], keys: Mapping[int, str]) -> str:
    """Return that a column of numbers is none of figures where it numbers the rows, or holds the codes of names; else nothing."""
    bare_numbers = not column.above and column.is_counted  # behind periods that were put first
    before = {*map(keys.get, range(column.number))}
    first = before <= {"other", *(("time",) if bare_numbers else ())}
    numbers = first and counts_rows(column, columns[column.number + 1 :])
    return "other" if numbers or is_code_of_names(column, columns) else ""


def is_code_of_names(column: Column, columns: Sequence[Column]) -> bool:
    """Whether whole numbers stand under the header of a column of names but for the word code: code_home, name_home."""
    if not column.is_whole:
        return False
    words = [bare(text).split() for text in column.above]
    twins = {" ".join("name" if w == "code" else w for w in ws) for ws in words if "code" in ws}
    return bool(twins) and any(
        c.content == "words" and not twins.isdisjoint(map(bare, c.above)) for c in columns
    )
