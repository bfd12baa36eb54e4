"""Cells of foreign tables: what is missing, what is a number, what is a period."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from cpstats.model.period import Period, PeriodError

MISSING = frozenset(
    [
        "",
        "…",
        "...",
        "....",
        "..",
        "—",
        "——",
        "–",
        "-",
        "--",
        "―",
        "空格",
        "NA",
        "N/A",
        "n/a",
        "null",
        "x",
    ]
)
GROUPED = re.compile(r"-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?")
LARGEST = 300  # power of ten of a number that has one
NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def number(text: str) -> str | None:
    """Return the digits of a cell, without what groups them; None where it is no number."""
    clean = text.removesuffix("%").strip()
    if GROUPED.fullmatch(clean):
        clean = re.sub(r"[, ]", "", clean)
    if not NUMBER.fullmatch(clean):
        return None
    clean = clean.removeprefix("+")
    if "e" in clean.casefold():
        if abs(int(clean.casefold().partition("e")[2])) > LARGEST:
            return None
        clean = f"{Decimal(clean):f}"  # exact: 1.2e-7 is 0.00000012
    return clean


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | None:
    """Return a period; a bare number is one only where it can be a year."""
    if text.isdigit() and not 1900 <= int(text) <= 2100:
        return None
    if not any(c.isdigit() for c in text):
        return None
    try:
        return Period.parse(text)
    except PeriodError:
        return None
