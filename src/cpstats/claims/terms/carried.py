"""What a sentence hands to its next number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.claims.terms.measure import Measure
    from cpstats.claims.terms.subject import Subject


@dataclass(slots=True)
class Carried:
    """Subject and measure of the number before."""

    subject: Subject | None = None
    heads: list[Subject] = field(default_factory=list)
    measure: str | None = None
    group: int = 0
    vague: str | None = None  # why the subject is not known
    last: Measure | None = None
    behind: bool = False  # whether its subject stood behind it
