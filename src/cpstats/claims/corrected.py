"""Readings that a person corrects: --as 3:14=period:2021 says what the number there means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.model.period import Period, PeriodError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.texts import Document
    from cpstats.model.catalogue import Catalogue

_WRITTEN = pattern(
    r"(?:(?P<file>.+):)?(?P<line>\d{1,7}):(?P<column>\d{1,7})=(?P<rest>.+)", re.DOTALL
)
FIELDS = ("period", "place", "indicator", "basis", "status")
_BASES = {"real": "constant", "nominal": "current", "constant": "constant", "current": "current"}
_STATUS = ("claim", "target", "not_claim")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is changed in the reading of the number at a line and column; `file` may be empty."""

    line: int
    column: int
    changes: tuple[tuple[str, Any], ...]
    file: str = ""
    written: str = ""


def correction(text: str, catalogue: Catalogue) -> Correction:
    """Return what `3:14=period:2021,place:beijing` says.

    Raises
    ------
    UsageError
        When it is not written so, or names what is not known.
    """
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise _unreadable(text)
    changes: list[tuple[str, Any]] = []
    for part in match["rest"].split(","):
        name, colon, value = part.partition(":")
        if not colon or name.strip() not in FIELDS:
            raise _unreadable(text)
        changes += _changes(name.strip(), value.strip(), catalogue)
    line, column = int(match["line"]), int(match["column"])
    return Correction(line, column, tuple(changes), match["file"] or "", text)


def _unreadable(text: str) -> UsageError:
    return UsageError(
        Message("--as cannot be read: {}", "无法理解 --as：{}", text),
        mend=Message(
            "Write LINE:COLUMN=FIELD:VALUE, as --as 3:14=period:2021. Fields: {}.",
            "请写作 行:列=字段:值，如 --as 3:14=period:2021。字段：{}。",
            FIELDS,
        ),
    )


def _changes(name: str, value: str, catalogue: Catalogue) -> list[tuple[str, Any]]:
    if name == "period":
        try:
            code = str(Period.parse(value))
        except PeriodError:
            raise _unreadable(f"{name}:{value}") from None
        return [
            ("period", code),
            ("period_readings", (code,)),
            ("period_from", "given"),
            ("base_period", None),
        ]
    if name == "place":
        return [("place", catalogue.known_place(value) or catalogue.find_place(value))]
    if name == "indicator":
        return [
            ("indicator", catalogue.find_indicator(value)),
            ("ambiguous", None),
            ("unexplained", None),
        ]
    if name == "basis" and value in _BASES:
        return [("price_basis", _BASES[value]), ("price_basis_from", "text")]
    if name == "status" and value in _STATUS:
        return [("status", value)]
    raise _unreadable(f"{name}:{value}")


def corrected(
    document: Document, claims: Sequence[Claim], corrections: Sequence[Correction]
) -> tuple[Claim, ...]:
    """Return the claims of a text as they are to be read.

    Raises
    ------
    UsageError
        When there is no number where a correction says.
    """
    found = list(claims)
    for one in corrections:
        if one.file and one.file != document.name:
            continue
        n = next((n for n, claim in enumerate(found) if _is_at(document, claim, one)), None)
        if n is None:
            raise UsageError(
                Message(
                    "no number was read at {}",
                    "{}处没有读到数字",
                    f"{document.name}:{one.line}:{one.column}",
                ),
                mend=Message(
                    "The first column of the table says where each number stands.",
                    "表中第一列是每个数字的位置。",
                ),
            )
        found[n] = found[n]._replace(**dict(one.changes))
    return tuple(found)


def _is_at(document: Document, claim: Claim, one: Correction) -> bool:
    start, end, line, column = document.place(claim)
    return line == one.line and column <= one.column < column + max(1, end - start)
