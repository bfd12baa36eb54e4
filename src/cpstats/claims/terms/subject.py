"""What a number is about."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """A noun of the text and the indicator it names, if it names one."""

    surface: str
    indicator: str | None = None
