"""What the number format of a cell shows beyond the value behind it: a word, a per cent sign, thousands.

`#,##0" t"` shows 5 t, `0.0"%"` shows 5.0%, and `#,##0,` shows 5 where 5000 is stored (ECMA-376 part 1, 18.8.31).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FIRST = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')  # the part for numbers above zero
TOKEN = re.compile(r'"(?P<said>[^"]*)"|\\(?P<sign>.)|[_*].|\[[^\]]*\]|(?P<code>.)')
DATES, DIGITS = frozenset("ymdhsgeEb@G"), frozenset("0#?")
SHOWN = re.compile(r"%|[^\W\d_][^\W\d_²³.]*(?:[ ./][^\W\d_²³.]+)*\.?")  # what says something
BIG = {  # words for a thousand, a million, a thousand millions, of which a title says one
    1: re.compile(
        r"\bthousand|[’'`]000\b|\b000s\b|千|tausend|\btsd\b|milliers|\bmiles de|milhares|migliaia|\bmii\b|\bтыс|"
        r"\bduizend|\btusen|\btis\b|tysi[ąę]c|\bezer\b|\bbin\b|\bribu",
        re.IGNORECASE,
    ),
    2: re.compile(
        r"\bmillion|\bmil\.|\bmio\b|\bmln\b|\bmn\b|百万|millones|milhões|milioni|\bмлн|\bmilj|\bmilyon|\bjuta\b",
        re.IGNORECASE,
    ),
    3: re.compile(
        r"\bbillion|\bbn\b|\bmrd\b|milliard|miliard|mil millones|十亿|\bмлрд|\bmilyar",
        re.IGNORECASE,
    ),
}


class Dress(NamedTuple):
    """What stands behind a number, and by how many thousands it is shown smaller."""

    behind: str
    thousands: int


def dress_of(code: str) -> Dress | None:
    """Return what a number format shows beyond the value; None where that is nothing.

    >>> dress_of('#,##0" t"'), dress_of('0.0"%"'), dress_of("#,##0,")
    (Dress(behind='t', thousands=0), Dress(behind='%', thousands=0), Dress(behind='', thousands=1))
    >>> dress_of('#,##0_);(#,##0)'), dress_of("0.0%"), dress_of("yyyy"), dress_of('0.0,,"m"')
    (None, None, None, Dress(behind='', thousands=2))
    """
    found = FIRST.match(code)
    behind, commas, begun = "", 0, False
    for token in TOKEN.finditer(found[0] if found else ""):
        sign, said = token["code"] or "", token["said"] or token["sign"] or ""
        if (sign and sign in DATES) or sign == "%":
            return None
        if sign and sign in DIGITS:
            behind, commas, begun = "", 0, True
        elif sign == "," and begun:
            commas += 1
        elif begun:
            behind += said or (sign if sign == " " else "")
    behind = behind.strip()
    behind = behind if SHOWN.fullmatch(behind) and not commas else ""
    return Dress(behind, commas) if behind or commas else None


def dressed(cells: list[list[str]], dress: Mapping[tuple[int, int], Dress]) -> list[Message]:
    """Put numbers into their dress, and return what is said of those that are shown in thousands.

    Where the sheet speaks of thousands the number that is shown is meant, else the one behind it.
    """
    there = {
        at: one
        for at, one in dress.items()
        if at[0] < len(cells) and at[1] < len(cells[at[0]]) and cells[at[0]][at[1]]
    }
    powers = {one.thousands for one in there.values()} - {0}
    meant = {power for power in powers if _speaks_of(power, cells)}
    first: dict[int, tuple[str, str]] = {}
    for (row, column), one in there.items():
        value = cells[row][column]
        shown = _smaller(value, one.thousands)
        if not shown:
            continue
        first.setdefault(one.thousands, (value, shown))
        if one.behind:
            cells[row][column] = f"{value}{'' if one.behind == '%' else ' '}{one.behind}"
        elif one.thousands in meant:
            cells[row][column] = shown
    return [_told(*first[power], taken=power in meant) for power in sorted(powers & {*first})]


def _smaller(text: str, thousands: int) -> str:
    """Return a number as it is shown; empty where it is none."""
    try:
        value = Decimal(text).scaleb(-3 * thousands)
    except InvalidOperation:
        return ""
    return f"{value.normalize():f}" if value.is_finite() else ""


def _speaks_of(power: int, cells: Iterable[Sequence[str]]) -> bool:
    said = BIG.get(power)
    return said is not None and any(said.search(text) for row in cells for text in row if text)


def _told(stored: str, shown: str, *, taken: bool) -> Message:
    if taken:
        return Message(
            "numbers are shown smaller than they are stored ({} as {}), and the sheet names that scale: what is shown is read",
            "数以缩小的形式显示（{} 显示为 {}），且表中注明了该倍数：按显示值读取",
            stored,
            shown,
        )
    return Message(
        "numbers are shown smaller than they are stored ({} as {}), and the sheet names no such scale: what is stored is read",
        "数以缩小的形式显示（{} 显示为 {}），而表中未注明该倍数：按存储值读取",
        stored,
        shown,
    )
