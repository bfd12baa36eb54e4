"""JSON whose numbers keep the digits that stand in the file."""

from __future__ import annotations

import json
import re
from typing import Any

from cpstats.errors import DataError, Where
from cpstats.message import Message, cause
from cpstats.model.pattern import pattern

ESCAPE = pattern(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
HALVES = pattern(r"\\u[dD][89a-fA-F]")
MEND = Message("Mend the file, or write it anew.", "请修正文件，或重新写出。")


def parsed(name: str, content: bytes) -> dict[str, Any]:
    """Return the object of a file; its numbers are text.

    Raises
    ------
    DataError
        When it is no JSON, or no object.
    """
    from cpstats.store.decoding.encodings import decoded  # not needed for a descriptor

    whole = loaded(name, decoded(content, name)[0])
    return whole if isinstance(whole, dict) else {}


def loaded(name: str, text: str) -> Any:
    """Return what a text in JSON holds; numbers of any length, NaN and Infinity are text.

    Raises
    ------
    DataError
        When it is no JSON, or has half a sign.
    """
    try:
        whole = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise DataError(
            Message("this is not JSON{}", "这不是 JSON{}", cause(error.msg)),
            where=Where(name, error.lineno, error.colno),
            mend=MEND,
        ) from None
    except RecursionError:
        raise DataError(
            Message("this is not JSON (nested too deeply)", "这不是 JSON（嵌套过深）"),
            where=name,
            mend=MEND,
        ) from None
    refuse_halves(name, text)
    return whole


def refuse_halves(name: str, text: str) -> None:
    """Refuse an escape that is half of a sign beyond the first 65,536 without its other half.

    Raises
    ------
    DataError
        At the first one.
    """
    if not HALVES.search(text):
        return
    high: re.Match[str] | None = None
    for found in ESCAPE.finditer(text):
        code = int(found[1], 16) if found[1] else 0
        low = 0xDC00 <= code < 0xE000
        if low and high is not None and high.end() == found.start():
            high = None
            continue
        if high is not None or low:
            raise _half(name, text, high or found)
        high = found if 0xD800 <= code < 0xDC00 else None
    if high is not None:
        raise _half(name, text, high)


def _half(name: str, text: str, found: re.Match[str]) -> DataError:
    at = found.start()
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return DataError(
        Message("{} is half of a sign", "{} 只是半个字符", found[0]),
        where=Where(name, line, column),
        mend=Message("Write the whole sign, or leave it out.", "请写出完整字符，或删去。"),
    )
