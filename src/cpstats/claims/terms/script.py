"""Which letters a text is written in: what is Latin throughout is asked of no Chinese word, and the other way."""

from __future__ import annotations

from cpstats.model.pattern import pattern

_HAN = pattern(r"[\u3400-\u9fff]")
_LATIN = pattern(r"[A-Za-z]{2}")


def is_latin(letters: str) -> bool:
    """Return whether a text is written in Latin letters.

    >>> is_latin("GDP grew"), is_latin("GDP增长"), is_latin("5.2")
    (True, False, False)
    """
    return _HAN.search(letters) is None and _LATIN.search(letters) is not None
