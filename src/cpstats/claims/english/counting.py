"""The numbers that English writes as words."""

from __future__ import annotations

from cpstats.model.pattern import pattern

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


_FRONTED = pattern(
    rf"(?:Over|In|Within|During|Across|Throughout) (?:the (?:course of )?)?(?:past |last |previous |preceding )?(?:(?:{'|'.join(counted(2, 20))}|\d\d?) years|(?:two )?decades?)(?=,)"
)


def fronted_years(letters: str) -> str:
    """Return the words that count years at the beginning of a sentence, which hold for all of it.

    >>> fronted_years("Over thirteen years, births fell by 12%, deaths by 9%."), fronted_years("Births fell over ten years.")
    ('Over thirteen years', '')
    """
    found = _FRONTED.match(letters)
    return found.group() if found else ""
