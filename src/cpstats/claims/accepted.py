"""Findings that were accepted: a file remembers them, and they are no findings any more."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from cpstats.claims.terms.verdict import FAULTS
from cpstats.errors import DataError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.claims.terms.verdict import Judged

SCHEMA = "cpstats/baseline/1"
Key = tuple[str, str, str]  # sentence, number, verdict: not the line, which moves


def read(name: str, content: str) -> Counter[Key]:
    """Return the accepted findings of a file.

    Raises
    ------
    DataError
        When it is no such file.
    """
    try:
        loaded = json.loads(content)
        if loaded["schema"] != SCHEMA:
            raise ValueError(loaded["schema"])  # noqa: TRY301 - told like any other mistake in it
        return Counter((r["sentence"], r["surface"], r["verdict"]) for r in loaded["accepted"])
    except (ValueError, KeyError, TypeError):
        raise DataError(
            Message("this is no file of accepted findings", "这不是已接受结论的文件"),
            where=name,
            mend=Message("Let --baseline write a new one.", "请让 --baseline 写一个新文件。"),
        ) from None


def written(found: Iterable[Judged]) -> bytes:
    """Return the findings among some verdicts as such a file."""
    rows = [
        {"sentence": key[0], "surface": key[1], "verdict": key[2], "reason": j.why.en}
        for j in found
        if j.verdict in FAULTS
        for key in (_key(j),)
    ]
    content = json.dumps({"schema": SCHEMA, "accepted": rows}, ensure_ascii=False, indent=1)
    return f"{content}\n".encode()


def without(found: Sequence[Judged], accepted: Counter[Key]) -> tuple[Judged, ...]:
    """Return the verdicts without the findings that were accepted, each as often as it was.

    `accepted` is what is left of them; those that are found here are taken out of it.
    """
    kept = []
    for judged in found:
        if judged.verdict in FAULTS and accepted[_key(judged)] > 0:
            accepted[_key(judged)] -= 1
        else:
            kept.append(judged)
    return tuple(kept)


def _key(judged: Judged) -> Key:
    return " ".join(judged.claim.sentence.split()), judged.claim.surface, judged.verdict
