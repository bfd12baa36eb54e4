"""Many words as one regular expression that looks at each character once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words at a place.

    >>> re.match(pattern_of(["增长", "增长率", "下降"]), "增长率为").group()
    '增长率'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        if word:
            node[""] = {}
    return _pattern(root)


def _pattern(node: dict[str, Any]) -> str:
    letters = [letter for letter in node if letter]
    if not letters:
        return ""
    ends = [letter for letter in letters if set(node[letter]) == {""}]
    parts = [re.escape(k) + _pattern(node[k]) for k in letters if k not in ends]
    if ends:
        parts.append(re.escape(ends[0]) if len(ends) == 1 else f"[{''.join(map(re.escape, ends))}]")
    whole = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    if "" not in node:
        return whole
    return f"(?:{whole})?" if len(parts) == 1 else f"{whole}?"
