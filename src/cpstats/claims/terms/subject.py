"""What a number is about."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """A noun of the text and the indicator it names, if it names one."""

    surface: str
    indicator: str | None = None
    near: str = ""  # "wholly" where the words are those of a column, "partly" where only some are, "loosely" where there are others beside
