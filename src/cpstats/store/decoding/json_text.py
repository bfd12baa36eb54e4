"""JSON whose numbers keep the digits that stand in the file."""

from __future__ import annotations

import json
from typing import Any

from cpstats.errors import DataError
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
            f"this is not JSON ({error.msg})",
            where=f"{name}:{error.lineno}:{error.colno}",
            mend="Mend the file, or write it anew.",
        ) from None
    except RecursionError:
        raise DataError(
            "this is not JSON (nested too deeply)",
            where=name,
            mend="Mend the file, or write it anew.",
        ) from None
    return whole if isinstance(whole, dict) else {}
