"""What is said of one key that two lines have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.errors import Where

IN_TWO_LINES = Message(
    "Remove one of the two lines, or give the other release its own source.",
    "请删去其中一行，或为另一版本注明各自的来源。",
)
IN_ONE_LINE = Message(  # 2022p beside 2022r
    "Both stand in one line: remove one of the two columns, or leave it out on import: --column NAME=skip.",
    "两数在同一行：请删去其中一列，或导入时略去：--column NAME=skip。",
)


def repeated(
    key: Iterable[str], first: Where | str, second: Where | str, *, in_one_line: bool = False
) -> DataError:
    """Return the error of a key that occurs twice, at the second line that has it.

    >>> print(repeated(["tea", "", "2024"], "a.csv:2", "a.csv:5"))
    a.csv:5: the key (tea, 2024) occurs twice, first at a.csv:2. Remove one of the two lines, or give the other release its own source.
    """
    return DataError(
        Message(
            "the key ({}) occurs twice, first at {}",
            "键（{}）出现两次，首次在 {}",
            [text for text in key if text],
            first,
        ),
        where=second,
        mend=IN_ONE_LINE if in_one_line else IN_TWO_LINES,
    )
