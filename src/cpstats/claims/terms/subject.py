"""What a number is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun of the text and the indicator it names, if it names one."""

    surface: str
    indicator: str | None = None
