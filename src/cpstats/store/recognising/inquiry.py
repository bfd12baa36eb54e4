"""A question to the user, the flags that answer it, and what the table gives with each: tried before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.errors import CpstatsError, DataError
from cpstats.message import Message, sentences
from cpstats.store.hints import TEXTS, Hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpstats.store.recognising.recognised import Recognised

DEEPEST = 6  # questions behind one another
MOST = 4  # ways that are shown


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to a question: the flag as it is typed, and what it says."""

    flag: str
    texts: Mapping[str, str]  # of the hints
    pairs: Mapping[str, str]  # of their columns
    flags: Mapping[str, str]  # behind numbers

    def answered(self, hints: Hints) -> Hints:
        """Return the hints with this said."""
        said = {name: getattr(hints, name) for name in TEXTS} | {**self.texts}
        return Hints(
            **said,
            columns={**hints.columns, **self.pairs},
            expected=hints.expected,
            flags={**hints.flags, **self.flags},
        )


class QuestionError(DataError):
    """A table that can be read once something is said; `ways` are the answers there are."""

    def __init__(self, what: Message, *, where: str, mend: Message, ways: Sequence[Way]) -> None:
        super().__init__(what, where=where, mend=mend)
        self.ways = tuple(ways)


def says(flag: str, name: str, text: str) -> Way:
    """Return the answer that is a text of the hints."""
    return Way(f"--{flag} {text}", {name: text}, {}, {})


def holds(title: str, kind: str) -> Way:
    """Return the answer that says what a column holds."""
    quoted = f'"{title}"' if " " in title else title
    return Way(f"--column {quoted}={kind}", {}, {title: kind}, {})


def means(flags: Sequence[str]) -> Way:
    """Return the answer that flags mean nothing."""
    return Way(" ".join(f"--flag {f}=" for f in flags), {}, {}, dict.fromkeys(flags, ""))


def tried(asked: QuestionError, hints: Hints, read: Callable[[Hints], Recognised]) -> QuestionError:
    """Return a question with the flags that read the table, where it takes more than one word."""
    shown: list[Message] = []
    several = len(asked.ways) > 1
    for way in asked.ways[:MOST]:
        flags, found = _followed(way, hints, read)
        if found is not None and (several or len(flags) > 1):
            shown.append(_shown(flags, found))
    if not shown:
        return asked
    parts = Message("; ".join(["{}"] * len(shown)), "；".join(["{}"] * len(shown)), *shown)
    more = Message("Read so: {}.", "可读为：{}。", parts)
    return QuestionError(
        asked.what, where=asked.where, mend=sentences(asked.mend, more), ways=asked.ways
    )


def _followed(
    way: Way, hints: Hints, read: Callable[[Hints], Recognised]
) -> tuple[list[str], Recognised | None]:
    """Return the flags that it takes when one question leads to another, and what is read then."""
    flags = [way.flag]
    hints = way.answered(hints)
    for _ in range(DEEPEST):
        try:
            return flags, read(hints)
        except QuestionError as more:
            flags.append(more.ways[0].flag)
            hints = more.ways[0].answered(hints)
        except CpstatsError:
            break
    return flags, None


def _shown(flags: Sequence[str], found: Recognised) -> Message:
    name, place, period, _, value, unit, *_ = found.rows[0]
    return Message(
        "{} ({} figures, the first {}, {}, {}: {})",
        "{}（{}个数，首个为{}，{}，{}：{}）",
        " ".join(flags),
        len(found.rows),
        name,
        place,
        period,
        f"{value} {unit}".strip(),
    )
