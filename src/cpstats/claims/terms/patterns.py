"""Patterns that are compiled when they are first asked: a sentence needs few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern")


class Pattern:
    """A regular expression that compiles itself when it is asked for the first time."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._said = source, flags

    def __getattr__(self, name: str) -> Any:
        """Compile the expression; from here on its methods are attributes of this object."""
        if name not in _ASKED:
            raise AttributeError(name)
        source, flags = self._said
        made = re.compile(source if isinstance(source, str) else source(), flags)
        for each in _ASKED:
            setattr(self, each, getattr(made, each))
        return getattr(made, name)


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    r"""Return what may be used as the compiled expression; its source may be made by a function.

    >>> pattern(r"(?P<year>\d{4})年").search("2024年全年")["year"]
    '2024'
    """
    return cast("re.Pattern[str]", Pattern(source, flags))
