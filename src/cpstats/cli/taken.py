"""What a command takes from its line: declared here in plain words, read by `certain` or by Typer."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NEEDED = object()  # stands for the default of what must be given


class Taken(NamedTuple):
    """One option of a command, or one argument of it.

    Attributes
    ----------
    name : str
        The keyword under which the command receives it.
    kind : type
        `str`, `bool`, `int`, `float` or `list` (of texts); one with the default None may be None.
    default : object
        What it is where nothing is given; `NEEDED` where something must be.
    flags : tuple of str
        How it is written; an argument has none.
    settings : mapping
        What Typer is told beside: `help`, `metavar`, `autocompletion`, `min` and others.
    """

    name: str
    kind: type
    default: object = NEEDED
    flags: tuple[str, ...] = ()
    settings: Mapping[str, Any] = MappingProxyType({})


def argument(name: str, kind: type, default: object = NEEDED, **settings: Any) -> Taken:
    """Return an argument of one command; settings are those of Typer."""
    return Taken(name, kind, default, (), settings)


def choice(
    name: str, kind: type, default: object, *flags: str, help_text: str, **settings: Any
) -> Taken:
    """Return an option of one command; settings are those of Typer."""
    return Taken(name, kind, default, flags, {"help": help_text, **settings})
