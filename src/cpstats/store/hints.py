"""What the user says of a foreign file where it does not say it, or says it wrongly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the user says where the file does not, or says it wrongly."""

    indicator: str = ""
    place: str = ""
    unit: str = ""
    period: str = ""
