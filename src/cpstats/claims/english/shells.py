"""Words around a name that only say how it is told: expenditure on imports, the inflation rate based on the CPI."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

_MONEY = (
    r"(?:expenditures?|spending|outlays?|earnings|receipts|proceeds|revenues?|payments|income|bill)"
)
_TRADE = r"(?:(?:total|merchandise|goods|overall|all) )*(?:imports|exports)"
_MONEY_FOR = pattern(
    rf"(?:the |its |total )*{_MONEY} (?:on|from|for|of) (?={_TRADE}\b)", re.IGNORECASE
)
_MONEY_BEHIND = pattern(
    r"(?P<what>(?:(?:the|its|total|merchandise|goods) )*(?:import|export))s? (?:expenditures?|earnings|receipts|proceeds|revenues?|sales|payments|bill)",
    re.IGNORECASE,
)
_DONE = pattern(
    r"(?:the |all |total |value of |the value of |the total value of )*(?P<what>ex|im)ported goods|(?:the |all |value of |total )*goods (?P<did>ex|im)ported",
    re.IGNORECASE,
)
_TOLD = pattern(
    r" (?:based on|as measured by|measured by|as per|calculated (?:on|from)|according to|as gauged by)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_BLANK = pattern(r" {4,}.*$", re.DOTALL)  # a time or a place, and what follows it


def unshelled(surface: str) -> str:
    """Return a phrase without the words that only say how it is told, empty where it has none.

    >>> unshelled("expenditure on merchandise imports"), unshelled("the export earnings")
    ('merchandise imports', 'the exports')
    >>> unshelled("The inflation rate based on the Consumer Price Index"), unshelled("spending on cars")
    ('The inflation rate', '')
    """
    bare = _BLANK.sub("", _TOLD.sub("", surface))
    if done := _DONE.fullmatch(bare):
        return f"{done['what'] or done['did']}ports"
    behind = _MONEY_BEHIND.fullmatch(bare)
    bare = f"{behind['what']}s" if behind else _MONEY_FOR.sub("", bare, count=1)
    return bare if bare != surface else ""
