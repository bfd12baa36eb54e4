"""Markdown: emphasis, heading signs, tags, footnotes and addresses of links are no words."""

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


def signs(printed: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that only say how it is set.

    >>> signs("增长**6.2%**")
    [(2, 4), (8, 10)]
    """
    return [match.span() for match in _SIGNS.finditer(printed)]
