"""What a derived figure cannot do without, asked for in one wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from cpstats.answers.derivation import Settings
    from cpstats.model.period import Period


def other(of: str, example: str) -> str:
    """Return the second indicator."""
    if not of:
        raise UsageError(
            Message("a second indicator is needed: --of", "需要第二个指标：--of"),
            mend=Message("For example: `{}`.", "例如：`{}`。", example),
        )
    return of


def members(settings: Settings, example: str) -> tuple[str, ...]:
    """Return the places under a parent."""
    if not settings.among:
        raise UsageError(
            Message("a parent is needed: --among", "需要指定上级地区：--among"),
            mend=Message(
                "For example: `{}`. What own places belong to says the column parent of places.csv.",
                "例如：`{}`。自有地区的上级由 places.csv 的 parent 列说明。",
                example,
            ),
        )
    return settings.among


def both_ends(settings: Settings, example: str) -> tuple[Period, Period]:
    """Return the base and the last period."""
    if settings.ends is None:
        raise UsageError(
            Message(
                "a base and a last period are needed: --from, --to", "需要基期和末期：--from、--to"
            ),
            mend=Message("For example: `{}`.", "例如：`{}`。", example),
        )
    return settings.ends
