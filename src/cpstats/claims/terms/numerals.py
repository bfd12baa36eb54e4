"""Numbers as a bulletin prints them: Arabic, grouped by thousands, or in Chinese numerals."""

from __future__ import annotations

import re
from decimal import Decimal

from cpstats.model.pattern import pattern

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "○": 0, "俩": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 4, "亿": 8}
POWERS = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
CHINESE = "".join((*DIGITS, *SMALL, *LARGE))
_MOST_DIGITS = 30  # nobody counts further; a longer string is no number of a bulletin
_COUNTING = pattern(  # what any number of a text has, in digits or words
    rf"\d|[{CHINESE}半翻倍首末]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|twenty|first|second|third|fifth|sixth|\w+th|half|quarter|doubl|tripl|quadrupl|halv)",
    re.IGNORECASE,
)
_PLAIN = pattern(r"\d+(?:\.\d+)?", re.ASCII)
_GROUPED = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)


def has_numbers(text: str) -> bool:
    """Return whether a text may hold a number; most prose that holds none is told at once.

    >>> has_numbers("全市经济运行总体平稳"), has_numbers("比上年翻番"), has_numbers("exports doubled")
    (False, True, True)
    """
    return _COUNTING.search(text) is not None


def arabic(text: str) -> Decimal | None:
    """Return the number that digits stand for, None where they are none.

    >>> arabic("26,032.8"), arabic("3.50"), arabic("2021,100")
    (Decimal('26032.8'), Decimal('3.50'), None)
    """
    if "," in text and not _GROUPED.fullmatch(text):
        return None
    digits = text.replace(",", "")
    if len(digits) > _MOST_DIGITS or not _PLAIN.fullmatch(digits):
        return None
    return Decimal(digits)


def chinese(text: str) -> int | None:
    """Return the whole number that Chinese numerals stand for, None where they are none.

    >>> chinese("二十"), chinese("一百零五"), chinese("十亿"), chinese("百"), chinese("一亿二千万")
    (20, 105, 1000000000, 100, 120000000)
    """
    if not text or len(text) > _MOST_DIGITS or any(c not in CHINESE for c in text):
        return None
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, section, digit = 0, 0, 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in SMALL:
            section += (digit or 1) * SMALL[sign]
            digit = 0
        elif sign == "万":
            total += (section + digit or 1) * 10 ** LARGE[sign]
            section, digit = 0, 0
        else:
            total = (total + section + digit or 1) * 10 ** LARGE[sign]
            section, digit = 0, 0
    return total + section + digit


def number(text: str) -> Decimal | None:
    """Return the number of a text in either kind of numerals.

    >>> number("15"), number("十五"), number("第")
    (Decimal('15'), Decimal('15'), None)
    """
    if text[:1].isascii():
        return arabic(text) if text[:1].isdigit() else None
    whole = chinese(text)
    return None if whole is None else Decimal(whole)


def decimals(text: str) -> int:
    """Return how many digits stand behind the point.

    >>> decimals("26,032.80"), decimals("5")
    (2, 0)
    """
    return len(text.partition(".")[2])


def last_digit(text: str) -> int:
    """Return the power of ten of the last digit that is not 0.

    >>> last_digit("1200"), last_digit("5.5"), last_digit("2.10")
    (2, -1, -1)
    """
    whole, _, rest = text.replace(",", "").partition(".")
    if rest.strip("0"):
        return -len(rest.rstrip("0"))
    return len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
