"""The text in one width, each character in its place, so that offsets stay what they are."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from cpstats.model.pattern import pattern

# each traditional character before the simplified one
_PAIRS = Path(__file__).with_name("traditional.txt").read_text(encoding="utf-8").replace("\n", "")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = {
    "　": " ",
    "\xa0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
    "∶": ":",
    "︰": ":",
    "﹪": "%",
    "【": "(",
    "】": ")",
    "〖": "(",
    "〗": ")",
}
_SAME |= {"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "～": "~", "〜": "~", "－": "-"}
_SAME |= {"“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "’": "'"}
_SAME |= {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
_TABLE: dict[int, int | str | None] = {
    **_WIDE,
    **{ord(given): plain for given, plain in _SAME.items()},
    **dict(zip(map(ord, _PAIRS[::2]), _PAIRS[1::2], strict=True)),
}


_NOTE = pattern(r"\[\d{1,2}\]", re.ASCII)


@lru_cache(maxsize=64)  # the same words are asked about once for each place there is
def plain(text: str) -> str:
    """Return the text with full-width signs, dashes, quotes, spaces and characters in one form.

    The length stays the same; the marks of footnotes become blanks.

    >>> plain("增长３．５％，“十四五”"), plain("常住人口[2]为5人"), plain("增長5億元")
    ('增长3.5%,"十四五"', '常住人口   为5人', '增长5亿元')
    """
    told = text.translate(_TABLE)
    return _NOTE.sub(lambda match: " " * len(match.group()), told) if "[" in told else told


_BOOK = 2000  # signs: of a sentence that is longer only what is asked for is made plain


def plain_part(text: str, begin: int, end: int | None = None) -> str:
    """Return a stretch of a sentence in plain letters; the sentence is made plain once.

    >>> plain_part("ＧＤＰ增长５．４％", 5, 8)
    '5.4'
    """
    return plain(text[begin:end]) if len(text) > _BOOK else _whole(text)[begin:end]


@lru_cache(maxsize=8192)  # the numbers of a text are gone through several times
def _whole(text: str) -> str:
    return plain.__wrapped__(text)
