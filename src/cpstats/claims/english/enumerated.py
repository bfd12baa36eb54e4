"""Subjects that share a noun: the primary, secondary and tertiary industries; urban and rural incomes."""

from __future__ import annotations

import re

from cpstats.model.pattern import pattern

_THREE = pattern(
    r"\bprimary(?: industry| sector)?, (?:the )?secondary(?: industry| sector)?,? and (?:the )?tertiary (?:industr\w+|sectors?)",
    re.IGNORECASE,
)
_THREE_NAMES = ("primary industry", "secondary industry", "tertiary industry")
_ALL_THREE = pattern(r"\bthe three (?:main |economic )?(?:sectors|industries)\b", re.IGNORECASE)
_EACH_OF_THREE = pattern(  # total trade, exports and imports rose by
    r"(?P<one>\b[a-z][\w -]{2,40}), (?P<two>[a-z][\w -]{2,40}),? and (?:the )?(?P<three>[a-z][\w -]{2,40}?) (?P<rest>(?:increased|rose|grew|fell|declined|decreased|dropped|expanded|climbed|gained|were|reached|totall?ed|stood at|amounted to)\b[^,;]*)$"
)
_PAIRS = (
    (
        pattern(r"\bprimary and secondary (?P<rest>industr\w+|sectors?)", re.IGNORECASE),
        ("primary", "secondary"),
    ),
    (
        pattern(r"\bsecondary and tertiary (?P<rest>industr\w+|sectors?)", re.IGNORECASE),
        ("secondary", "tertiary"),
    ),
    (pattern(r"\burban and rural (?P<rest>.+)", re.IGNORECASE), ("urban", "rural")),
    (
        pattern(
            r"\b(?P<one>[a-z][a-z-]+) and (?:the )?(?P<two>[a-z][a-z-]+) (?P<rest>sectors|industries)\b"
        ),
        (),
    ),
    (pattern(r"\bexports? and imports?\b(?P<rest>.*)", re.IGNORECASE), ("exports", "imports")),
    (pattern(r"\bimports? and exports?\b(?P<rest>.*)", re.IGNORECASE), ("imports", "exports")),
)


def several(head: str, count: int) -> list[str]:
    """Return the names of what a list of so many numbers is about; none where one name holds.

    >>> several("exports and imports grew ", 2)
    ['exports  grew ', 'imports  grew ']
    """
    if count == len(_THREE_NAMES) and _ALL_THREE.search(head):
        return list(_THREE_NAMES)
    if count == len(_THREE_NAMES) and (match := _THREE.search(head)):
        before = re.sub(r"^.*[,;] ", "", head[: match.start()])
        return [f"{before}{name}" for name in _THREE_NAMES]
    if count == len(_THREE_NAMES) and (each := _EACH_OF_THREE.search(head)):
        return [f"{each[which]} {each['rest']}" for which in ("one", "two", "three")]
    if count == len(_PAIRS[0][1]):
        for words, pair in _PAIRS:
            if match := words.search(head):
                start = re.sub(r"^.*[,;] ", "", head[: match.start()])
                if not pair:  # the services and farming sectors
                    return [f"{match[which]} {match['rest']}" for which in ("one", "two")]
                return [f"{start}{word} {match['rest']}" for word in pair]
    return []
