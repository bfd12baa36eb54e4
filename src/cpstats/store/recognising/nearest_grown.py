"""Growth behind several columns that says not of which it is: of the nearest, which is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.store.recognising.labels import figures_of, label_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.store.recognising.slots import Slots


def say_of_nearest(
    assume: Callable[[Message], object], label: str, before: Sequence[Slots], grown: str
) -> None:
    """Say of a label that says growth alone of which column it is taken, where that is open."""
    if told := told_of_nearest(label, before, grown):
        assume(told)


def told_of_nearest(label: str, before: Sequence[Slots], grown: str) -> Message | None:
    """Return what is said of a label that says growth alone behind two levels of one period, where it is `grown` from the nearer.

    Nothing where growth stands between the two: each then has its own.

    >>> from cpstats.store.recognising.slots import Slots
    >>> str(told_of_nearest("增长(%)", [Slots(None, "产值(亿元)"), Slots(None, "税收(亿元)")], "税收增长(%)"))
    '“增长(%)” behind “产值” and “税收” is taken for that of “税收”'
    >>> told_of_nearest("增长(%)", [Slots(None, "产值(亿元)"), Slots(None, "产值增长(%)"), Slots(None, "税收(亿元)")], "税收增长(%)")
    >>> told_of_nearest("增长(%)", [Slots(None, "税收(亿元)"), Slots(None, "产值(亿元)")], "税收增长(%)")
    """
    kind = figures_of(label)
    if kind is None or kind.measure != "growth" or len(before) < 2:
        return None
    nearer, farther = before[-1], before[-2]
    one, other = label_of(nearer.label), label_of(farther.label)
    both = {one.measure, other.measure} == {"level"} and nearer.period == farther.period
    named = one.name and other.name and one.name != other.name
    if not both or not named or label_of(grown).name != one.name:
        return None
    return Message(
        "“{}” behind “{}” and “{}” is taken for that of “{}”",
        "“{}”列在“{}”和“{}”之后，视为“{}”的增长",
        label,
        other.name,
        one.name,
        one.name,
    )
