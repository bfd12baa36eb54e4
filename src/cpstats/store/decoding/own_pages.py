"""Pages that this program wrote for the eye: what it computed or rounded stands in them like what was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.errors import DataError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

LAST_LINES = 400  # signs at the end of a text in which the line may stand
# the last line below its tables, or the first of a report
SIGNED = re.compile(
    r"Sources: \d+ \(--cite\)\.|来源\d+个（--cite 列出）。"
    r"|Figures known up to \d{4}-\d\d-\d\d\.$|数据截至\d{4}-\d\d-\d\d。$"
    r"|Every number stands as its source prints it, or is computed from such numbers as shown\.|各数均为来源公布数，或按所示方法由公布数计算。"
)


def look_who_wrote(name: str, lines: Iterable[str]) -> None:
    """Refuse a page that this program wrote: growth of its own is not told from that of a source.

    Raises
    ------
    DataError
        When one of the lines says so.
    """
    if any(map(SIGNED.search, lines)):
        raise DataError(
            Message(
                "cpstats wrote this page for the eye: what it computed or rounded is not told from what was published",
                "这是 cpstats 写给人看的页面：其中计算或舍入的数与公布的数没有区分",
            ),
            where=name,
            mend=Message(
                "Ask the same again with -F csv, json, xlsx or datapackage, and import that.",
                "请用同一命令加 -F csv、json、xlsx 或 datapackage 重新写出，再导入。",
            ),
        )
