"""Names as lines of an outline: 一、工业, 其中：出口, #女, and parts behind their whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.place import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpstats.model.indicator import Indicator, PartOf

# what stands before a name that is a line of an outline: 一、 （二） 1. # 其中：
_OUTLINE = pattern(
    r"(?:[一二三四五六七八九十]{1,3}、|[(（](?:[一二三四五六七八九十]{1,3}|\d\d?)[)）]|\d\d?[.、．](?!\d)|#|其中[:：])\s*"
)
_OF_WHICH = ("#", "其中")


def without_outline(text: str) -> str:
    """Return a name without what stands before it as a line of an outline.

    >>> without_outline("一、工业"), without_outline("其中：出口"), without_outline("3. Mining"), without_outline("2.5 people")
    ('工业', '出口', 'Mining', '2.5 people')
    """
    return _OUTLINE.sub("", text.strip(), 1) if _OUTLINE.match(text.strip()) else text


def ident_behind(
    text: str,
    named: Callable[[str], str],
    indicators: Mapping[str, Indicator],
    parts: Mapping[str, PartOf],
) -> str:
    """Return the id of the indicator that a line of an outline names, alone or behind its whole; empty if none.

    A part (`parts.csv`) behind another whole is not that of the catalogue: 从业人员, 第一产业 is no value added.
    """
    whole, _, part = text.rpartition(", ")
    marked = part.strip().startswith(_OF_WHICH)
    bare = without_outline(part) if marked or not whole else part
    ident = named(bare) if bare != text else ""
    if not ident or (whole and _is_of(named(whole), ident, parts)):
        return ident
    if not whole and (not marked or ident in parts):
        return ident
    thing = indicators[ident]  # 其中：数字经济 is that of what stands above
    full = marked and folded(bare) in {folded(thing.name_zh), folded(thing.name_en)}
    return ident if full else ""


def _is_of(above: str, part: str, parts: Mapping[str, PartOf]) -> bool:
    """Whether an indicator is a part of another one, or of what that is a part of."""
    whole = parts[above].whole if above in parts else above
    return part in parts and bool(whole) and parts[part].whole == whole
