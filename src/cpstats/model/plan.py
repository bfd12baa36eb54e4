"""The five-year plans: which years a name such as “十四五” covers."""

from __future__ import annotations

import re

# First and last year. Between the second and the third plan lay three years of readjustment.
PLANS = {
    1: (1953, 1957),
    2: (1958, 1962),
    **{n: (1966 + 5 * (n - 3), 1970 + 5 * (n - 3)) for n in range(3, 16)},
}
_DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
_NAMES = {n: ("十" if n >= 10 else "") + _DIGITS[n % 10] for n in PLANS}
_BY_NAME = {f"{name}五": n for n, name in _NAMES.items()}
_CHINESE = re.compile(
    r"[“\"'「]?(?P<name>十?[一二三四五六七八九]?五)[”\"'」]?(?:期间|时期|规划期?|计划)?"
)
_ENGLISH = r"(?i:(?:the )?(?P<n>\d{1,2})(?:st|nd|rd|th)? ?(?:five[- ]year plan|FYP)(?: period)?)"


def plan_years(text: str) -> tuple[int, int] | None:
    """Return first and last year of a plan, or None when the text names none.

    >>> plan_years("“十四五”期间"), plan_years("14th five-year plan"), plan_years("2024")
    ((2021, 2025), (2021, 2025), None)
    """
    if match := re.fullmatch(_CHINESE, text):
        number = _BY_NAME.get(match["name"])
    elif match := re.fullmatch(_ENGLISH, text):
        number = int(match["n"])
    else:
        return None
    return PLANS.get(number) if number is not None else None


def plan_of(year: int) -> tuple[int, int] | None:
    """Return the plan a year lies in."""
    for first, last in PLANS.values():
        if first <= year <= last:
            return first, last
    return None


def plan_name(years: tuple[int, int]) -> tuple[str, str] | None:
    """Return the English and the Chinese name of a plan, or None.

    >>> plan_name((2021, 2025))
    ('14th five-year plan', '“十四五”')
    """
    for number, covered in PLANS.items():
        if covered == years:
            suffix = {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
            return f"{number}{suffix} five-year plan", f"“{_NAMES[number]}五”"
    return None
