"""The numbers that English writes as words."""

from __future__ import annotations

NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {name[:3]: n for n, name in enumerate(MONTHS, start=1)}


def counted(first: int, last: int) -> dict[str, int]:
    """Return the words of some numbers with what they count.

    >>> counted(2, 4)
    {'two': 2, 'three': 3, 'four': 4}
    """
    return {NUMBERS[n - 1]: n for n in range(first, last + 1)}


def month_of(name: str) -> int:
    """Return the number of a month: Jan., September."""
    return _SHORT[name[:3].lower()]
