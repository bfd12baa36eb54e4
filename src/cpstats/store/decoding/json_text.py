"""JSON whose numbers keep the digits that stand in the file."""

from __future__ import annotations

import json
from typing import Any

from cpstats.errors import DataError
from cpstats.message import Message
from cpstats.store.decoding.encodings import decoded


def parsed(name: str, content: bytes) -> dict[str, Any]:
    """Return the object of a file; its numbers are text.

    Raises
    ------
    DataError
        When it is no JSON, or no object.
    """
    text, _ = decoded(content, name)
    try:
        whole = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        raise DataError(
            Message("this is not JSON ({})", "这不是 JSON（{}）", error.msg),
            where=f"{name}:{error.lineno}:{error.colno}",
            mend=Message("Mend the file, or write it anew.", "请改正文件，或重新生成。"),
        ) from None
    except RecursionError:
        raise DataError(
            Message("this is not JSON (nested too deeply)", "这不是 JSON（nested too deeply）"),
            where=name,
            mend=Message("Mend the file, or write it anew.", "请改正文件，或重新生成。"),
        ) from None
    return whole if isinstance(whole, dict) else {}
