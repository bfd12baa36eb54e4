"""What stands raised in a document: the mark of a footnote, or the power of a unit."""

from __future__ import annotations

from cpstats.model.pattern import pattern

_ONE = r"(?:\d{1,2}|[a-z]|[*†‡§①-⒇])"
_NOTE = pattern(rf"\s*[\[(（〔]?{_ONE}(?:[,，、 ]{{1,2}}{_ONE})*[\])）〕]?\s*")
_UNIT = pattern(r"(?:(?<![A-Za-z])(?:[kcdm]?m|hm|ft|mi)|米|10)$")


def is_note(raised: str, before: str) -> bool:
    """Return whether raised words are a mark and no part of what stands before them.

    >>> is_note("3", "失业率"), is_note("[12]", "GDP"), is_note("2", "16000 km"), is_note("st", "1")
    (True, True, False, False)
    """
    if _NOTE.fullmatch(raised) is None:
        return False
    return not (raised.strip() in ("2", "3") and _UNIT.search(before)) and not before.endswith("10")
