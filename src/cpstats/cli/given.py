"""What a command is given: the options as typed, the package, the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cpstats.model.text import Lang
    from cpstats.store.package import Package


@dataclass(kw_only=True, eq=False, repr=False)
class Options:
    """What was given on the command line, as given.

    Not frozen, no slots: making those methods costs every start two milliseconds.
    """

    place: list[str] | None = None
    period: str = ""
    every: int | None = None
    exclude: list[str] | None = None
    vs: str = ""
    data: list[str] | None = None
    builtin: bool | None = None  # None: nothing said, which is yes
    vintage: str = ""
    as_of: str = ""
    source: str = ""
    allow_mixed: bool = False
    convert: str = ""
    format: str = ""
    json: bool = False
    output: str = ""
    force: bool = False
    explain: bool = False
    cite: bool = False
    plot: bool = False
    digits: int | None = None
    lang: str = ""
    excel: bool = False
    no_color: bool = False
    ascii: bool = False
    quiet: bool = False
    debug: bool = False


class Call(NamedTuple):
    """What a command works with."""

    options: Options
    package: Package
    lang: Lang
