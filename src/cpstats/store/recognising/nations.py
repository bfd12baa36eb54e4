"""Words of a table that say that it is about a nation: its title, a total, a database of its bureau; or about several, over their names."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("nations.csv")


@lru_cache(maxsize=4)
def said_by(what: str) -> dict[str, str]:
    """Return the words of one kind (title, total, database, header), each with the code of its nation.

    >>> said_by("total")["全国总计"], said_by("database").get("主要城市年度数据")
    ('100000', None)
    """
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["says"] == what]
    return {word: row["nation"] for row in rows for word in row["words"].split("|")}
