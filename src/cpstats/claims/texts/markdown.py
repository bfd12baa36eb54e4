"""Markdown: the words without emphasis, heading signs, tags, footnotes and addresses of links."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

SUFFIXES = (".md", ".markdown")
_SIGNS = pattern(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[*+-][ \t]+)"
    r"|\*{1,3}|_{2,3}|`{1,3}|~~"
    r"|(?<![A-Za-z]m)(?<!m)(?<!米)(?<!10)<sup>\s?[\[(]?(?:\d{1,2}|[a-z*†‡])[\])]?\s?</sup>"
    r"|<!--.{0,2000}?-->|</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>\n]{0,300})?/?>|\[\^[^\]\s]{1,20}\]:?"
    r"|!?\[(?=[^\[\]\n]{0,300}\]\([^()\s]{0,800}\))|(?<=[^\[\n])\]\([^()\s]{0,800}\)",
    re.MULTILINE,
)


def text_of(printed: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the words, and where how many signs were left out before them.

    >>> text_of("增长**6.2%**，见[公报](https://example.org)")
    ('增长6.2%，见公报', ((2, 2), (6, 2), (8, 1), (10, 22)))
    """
    pieces: list[str] = []
    gaps: list[tuple[int, int]] = []
    begin = kept = 0
    for match in _SIGNS.finditer(printed):
        pieces.append(printed[begin : match.start()])
        kept += match.start() - begin
        gaps.append((kept, match.end() - match.start()))
        begin = match.end()
    return "".join([*pieces, printed[begin:]]), tuple(gaps)
