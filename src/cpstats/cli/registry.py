"""The commands: the questions, and the files of the folder; what each of them takes."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from cpstats.cli import commands
from cpstats.cli.given import Options
from cpstats.cli.options import shared
from cpstats.cli.question import Question
from cpstats.forms import questions

if TYPE_CHECKING:
    from cpstats.cli.taken import Taken
    from cpstats.model.report import Report
    from cpstats.model.text import Lang, Text


class Command(Protocol):
    """What a command has: a file of the folder, or a question."""

    @property
    def HELP(self) -> Text:  # noqa: N802 - a constant of a file
        """What it does, in one line."""

    @property
    def EXAMPLES(self) -> tuple[str, ...]:  # noqa: N802
        """Lines to type; they are run as tests."""

    @property
    def ORDER(self) -> int:  # noqa: N802
        """Its place on the help page."""

    @property
    def SHARED(self) -> tuple[str, ...] | None:  # noqa: N802
        """What it takes of the options that every question has; None is all."""

    @property
    def parameters(self) -> Callable[[Lang], list[Taken]]:
        """Returns its own parameters, with help in one language."""

    @property
    def answer(self) -> Callable[..., Report]:
        """Answers a call with its own parameters."""


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Return the commands: the questions, and the files of the folder."""
    found = {f.stem.rstrip("_") for path in commands.__path__ for f in Path(path).glob("[a-z]*.py")}
    return (*sorted(found), *questions())


def in_order() -> tuple[str, ...]:
    """Return the commands in the order of the help page."""
    return tuple(sorted(names(), key=lambda name: module_of(name).ORDER))


def module_of(name: str) -> Command:
    """Return a question, or the file of a command; what Python calls so has a line behind it."""
    if name in questions():
        return Question.named(name)
    file = f"{name}_" if iskeyword(name) else name
    found: Any = importlib.import_module(f"{commands.__name__}.{file}")
    return cast("Command", found)


def taken_by(command: Command, lang: Lang) -> list[Taken]:
    """Return what a command takes: its own, and the shared options that mean something to it."""
    own = command.parameters(lang)
    names = {taken.name for taken in own}
    return [*own, *(taken for taken in shared(lang, command.SHARED) if taken.name not in names)]


def handed(
    command: Command, given: Mapping[str, Any], lang: Lang
) -> tuple[dict[str, Any], Options]:
    """Return what was given as a command receives it: its own, and the shared options."""
    names = {taken.name for taken in command.parameters(lang)}
    options = Options(**{k: v for k, v in given.items() if k not in names})
    own = {k: v for k, v in given.items() if k in names}
    if getattr(command, "WRITES_A_FOLDER", False):
        own["folder"], options.output = options.output, ""
    return own, options
