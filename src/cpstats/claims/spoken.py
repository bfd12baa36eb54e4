"""When and where a text speaks from, as whoever checks it says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cpstats.claims.terms.divisions import code_of
from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.model.catalogue import Catalogue


def day_of(text: str) -> date | None:
    """Return the day a text was published; None where nothing is said.

    Raises
    ------
    UsageError
        When it is no day.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            Message("“{}” is no day", "“{}”不是日期", text),
            mend=Message("Write --published 2025-12-22.", "请写作 --published 2025-12-22。"),
        ) from None


def place_of(names: Sequence[str], catalogue: Catalogue) -> str | None:
    """Return the code of the place a text speaks from: of the catalogue, or any official one.

    Raises
    ------
    UsageError
        When several are named, or one that is not known.
    """
    if len(names) > 1:
        raise UsageError(
            Message("a text speaks from one place", "一篇文章只能以一个地区为准"),
            mend=Message("Name one: --place PLACE.", "请指定一个：--place PLACE。"),
        )
    if not names:
        return None
    return catalogue.known_place(names[0]) or code_of(names[0]) or catalogue.find_place(names[0])
