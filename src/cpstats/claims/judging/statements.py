"""Numbers of one statement: where one is about something else, the others are too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.telling import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.verdict import Judged


def without_strangers(found: Sequence[Judged]) -> list[Judged]:
    """Take back what a statement is accused of whose amount is so far off that it is of something else."""
    astray = {_statement(judged) for judged in found if judged.astray}
    return [
        judged._replace(verdict="unverifiable", why=wording.ASTRAY)
        if judged.verdict == "contradicted" and _statement(judged) in astray
        else judged
        for judged in found
    ]


def _statement(judged: Judged) -> tuple[int, str | None, str | None]:
    claim = judged.claim
    return claim.sentence_start, claim.group, claim.place
