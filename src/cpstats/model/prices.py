"""At which prices an amount of money is, where the text of its unit says so as well."""

from __future__ import annotations

import re
from functools import lru_cache

from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit, UnitError

_YEAR = r"\(?(?:19|20)\d\d\)?"
_CHAIN = r"chain(?:ed|[- ]linked)?(?:\s*volumes?(?: measures?)?)?"
_WORDS = (  # how a price basis is written in a unit, with the year of constant prices
    (rf"(?:at|in)?\s*(?:constant|fixed)\s*{_YEAR}\s*prices", "constant"),
    (rf"(?:at|in)?\s*(?:(?:constant|fixed)\s*)?prices\s*of\s*{_YEAR}", "constant"),
    (rf"(?:at|in)?\s*{_YEAR}\s*(?:constant|fixed)?\s*prices", "constant"),
    (rf"(?:at|in)?\s*(?:constant|fixed)\s*prices\s*(?:{_YEAR})?", "constant"),
    (rf"(?:in)?\s*{_CHAIN}(?:,?\s*(?:reference\s*year\s*)?{_YEAR})?", "constant"),
    (rf"constant\s*(?:{_YEAR})?", "constant"),
    (rf"(?:按|以)?{_YEAR}年(?:不变|可比)?价格?(?:计算)?", "constant"),
    (r"(?:按|以)?(?:不变|可比)价格?(?:计算)?", "constant"),
    (r"(?:at|in)?\s*(?:current|nominal)(?:\s*(?:market\s*)?prices)?", "current"),
    (r"(?:按|以)?(?:现价|现行价格|当年价格?)(?:计算)?", "current"),
)
_FORMS = tuple(
    (pattern(rf"(?<![A-Za-z\d]){words}(?![A-Za-z\d])", re.IGNORECASE), basis)
    for words, basis in _WORDS
)
_HINT = pattern("price|chain|constant|current|nominal|价", re.IGNORECASE)
_DIGITS = pattern(r"\d{4}")
_OPEN = pattern(r"[(（]\s*[)）]|^[\s,，;；:：]+|[\s,，;；:：]+$")


@lru_cache(maxsize=1024)
def without_prices(text: str) -> tuple[str, str]:
    """Return a unit without the prices that its text names, and the price basis; else as it is.

    Only where an amount of money is left: an index at constant prices is no money.

    >>> without_prices("Current prices, million euro"), without_prices("constant 2015 US$")
    (('million euro', 'current'), ('US$', 'constant:2015'))
    >>> without_prices("Chain linked volumes (2010), million euro"), without_prices("亿元(当年价)")
    (('million euro', 'constant:2010'), ('亿元', 'current'))
    >>> without_prices("million euro"), without_prices("current account")
    (('million euro', ''), ('current account', ''))
    """
    if not _HINT.search(text):
        return text, ""
    for form, basis in _FORMS:
        if found := form.search(text):
            rest = _tidy(f"{text[: found.start()]} {text[found.end() :]}")
            year = _DIGITS.search(found.group())
            if _is_money(rest):
                return rest, f"{basis}:{year.group()}" if year and basis == "constant" else basis
    return text, ""


def _tidy(text: str) -> str:
    """Return what is left without empty brackets and commas at its ends."""
    while (less := _OPEN.sub("", text)) != text:
        text = less
    return re.sub(r"\s+", " ", text)


def _is_money(text: str) -> bool:
    try:
        return Unit.parse(text).is_money
    except UnitError:
        return False
