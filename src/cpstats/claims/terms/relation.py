"""What numbers of one text say about one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.text import Text


@dataclass(frozen=True, slots=True)
class Relation:
    """Numbers that say something of one another, what it is, and whether it holds."""

    claims: tuple[Claim, ...]
    what: Text
    holds: bool
