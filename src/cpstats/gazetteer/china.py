"""The codes of GB/T 2260: the only place where the digits of a code are looked at."""

from __future__ import annotations

NATION = "100000"
_AUTONOMOUS = ("15", "45", "54", "64", "65")
_MUNICIPAL = ("11", "12", "31", "50")
_APART = ("71", "81", "82")  # not in the figures of the country


def is_code(code: str) -> bool:
    """Whether a text has the form of a code: six digits.

    >>> is_code("130723"), is_code("DE"), is_code("1307")
    (True, False, False)
    """
    return len(code) == 6 and code.isdecimal() and code.isascii()


def level_of(code: str) -> str:
    """Return nation, province, city (a prefecture) or county by the zeros of a code.

    >>> level_of("100000"), level_of("440000"), level_of("610100"), level_of("130723")
    ('nation', 'province', 'city', 'county')
    """
    if code == NATION:
        return "nation"
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def parent_of(code: str) -> str | None:
    """Return the place above: a county's prefecture (or municipality), a province's nation.

    >>> parent_of("130723"), parent_of("110114"), parent_of("610100"), parent_of("100000")
    ('130700', '110000', '610000', None)
    """
    match level_of(code):
        case "county" if not is_municipal(code) and code[2:4] != "90":
            return f"{code[:4]}00"
        case "county" | "city":
            return f"{code[:2]}0000"
        case "province":
            return NATION
    return None


def outer(code: str, what: str) -> str | None:
    """Return the city or the province that a county is in, the province of a city; None for what is in none.

    >>> outer("130723", "city"), outer("130723", "province"), outer("110114", "city"), outer("VN", "city")
    ('130700', '130000', '110000', None)
    >>> outer("130700", "province"), outer("130700", "city"), outer("130000", "province")
    ('130000', None, None)
    """
    level = level_of(code) if is_code(code) else ""
    if level != "county" and (level, what) != ("city", "province"):
        return None
    above = parent_of(code)
    while above and what == "province" and level_of(above) not in ("province", "nation"):
        above = parent_of(above)
    return above


def is_municipal(code: str) -> bool:
    """Whether a place is one of the municipalities under the nation, or lies in one."""
    return code[:2] in _MUNICIPAL


def is_autonomous(code: str) -> bool:
    """Whether a place is an autonomous region of province level, or lies in one."""
    return code[:2] in _AUTONOMOUS


def is_counted_apart(code: str) -> bool:
    """Whether the figures of the country leave a place out: its statistics are its own.

    >>> is_counted_apart("810000"), is_counted_apart("440000")
    (True, False)
    """
    return code[:2] in _APART


def is_city(code: str) -> bool:
    """Whether a county is called a city: its last digits are above 80, or few right under a province.

    >>> is_city("340281"), is_city("429004"), is_city("429021"), is_city("110114")
    (True, True, False, False)
    """
    direct = code[2:4] == "90" and code[4:] <= "20"
    return level_of(code) == "county" and (code[4:] > "80" or direct)


def same_prefecture(code: str, other: str) -> bool:
    """Whether two places lie in one prefecture, or in one municipality."""
    return code[:4] == other[:4] or (same_province(code, other) and is_municipal(code))


def same_province(code: str, other: str) -> bool:
    """Whether two places lie in one province.

    >>> same_province("130723", "130100"), same_province("130723", ""), same_province("", "")
    (True, False, False)
    """
    return code[:2] == other[:2] != ""
