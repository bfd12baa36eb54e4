"""The flags of a line as they are typed."""

from __future__ import annotations

import re
from shlex import quote, split
from typing import TYPE_CHECKING

from cpstats.store.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACE_IN_FILE = re.compile(r"(?:\[[^\[\]]*\])?(?::\d+:\d+)?$")


def both(signs: str, more: str) -> str:
    """Return the signs for missing figures that were said and those that are added."""
    return " ".join(dict.fromkeys(f"{signs} {more}".split()))


def joined_flags(flags: Sequence[str]) -> list[str]:
    """Return flags each once, with the signs for missing figures in one.

    >>> joined_flags(["--missing '#'", "--area PLACE", "--missing ?"])
    ['--area PLACE', "--missing '# ?'"]
    """
    head = "--missing "
    signs = [sign for flag in flags if flag.startswith(head) for sign in split(flag)[1:]]
    others = [flag for flag in dict.fromkeys(flags) if not flag.startswith(head)]
    return [*others, head + quote(both("", " ".join(signs)))] if signs else others


def file_of(where: str) -> str:
    """Return the file of a place in it, as a shell takes it.

    >>> file_of("a b.xls[Tab 1]:3:1"), file_of("crops.csv:1:1"), file_of("standard input:1:1")
    ("'a b.xls'", 'crops.csv', '-')
    """
    name = PLACE_IN_FILE.sub("", where)
    return "-" if name == STDIN else quote(name)
