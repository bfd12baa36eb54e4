"""Regular expressions that are compiled when they are first used: no start compiles one in vain."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Later:
    """Stands for a pattern; its methods are there once one of them was asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._said = (text, flags)

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(*self._said)
        self.__dict__ |= {method: getattr(made, method) for method in _METHODS}
        return self.__dict__[name]


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    >>> pattern("a+", re.IGNORECASE).fullmatch("aA").group()
    'aA'
    """
    return cast("re.Pattern[str]", _Later(text, flags))
