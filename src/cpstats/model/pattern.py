"""Regular expressions that are compiled when they are first used: no start compiles one in vain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKED = (
    "search",
    "match",
    "fullmatch",
    "split",
    "findall",
    "finditer",
    "sub",
    "subn",
    "pattern",
    "flags",
)


class _Later:
    """Stands for a pattern; its methods are there once one of them was asked for."""

    def __init__(self, text: str | Callable[[], str], flags: int) -> None:
        self._said = (text, flags)

    def __getattr__(self, name: str) -> object:
        if name not in _ASKED:
            raise AttributeError(name)
        text, flags = self._said
        made = re.compile(text if isinstance(text, str) else text(), flags)
        self.__dict__ |= {asked: getattr(made, asked) for asked in _ASKED}
        return self.__dict__[name]


def pattern(text: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern that is compiled when it is first used; its text may be made by a function.

    The `re` of a match is another object: where it is asked for by `is`, the pattern is made by `re.compile`.

    >>> pattern("a+", re.IGNORECASE).fullmatch("aA").group()
    'aA'
    >>> pattern(lambda: r"(?P<year>\d{4})年").search("2024年全年")["year"]
    '2024'
    """
    return cast("re.Pattern[str]", _Later(text, flags))
