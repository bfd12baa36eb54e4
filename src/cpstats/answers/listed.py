"""The names in a file that a question is given, one a line."""

from __future__ import annotations

from pathlib import Path

from cpstats.errors import UsageError
from cpstats.message import Message, cause


def names_in(file: str) -> list[str]:
    """Return the names in a text file, one a line; what stands behind a # is no name."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise UsageError(
            Message(
                "the places cannot be read from {}{}", "无法从 {} 读取地区{}", file, cause(error)
            ),
            mend=Message(
                "Name a text file with one place a line: --among @places.txt.",
                "请指定每行一个地区的文本文件：--among @places.txt。",
            ),
        ) from None
    names = [line.partition("#")[0].strip() for line in text.splitlines()]
    if not any(names):
        raise UsageError(
            Message("{} names no place", "{} 中没有地区", file),
            mend=Message("Write one place a line.", "请每行写一个地区。"),
        )
    return [name for name in names if name]
