"""Runs what was typed and turns every error into an exit status."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from cpstats.cli.arguments import HELP, understood
from cpstats.cli.certain import read
from cpstats.cli.completing import COMPLETION, completed
from cpstats.cli.config import here, with_defaults
from cpstats.cli.given import Options
from cpstats.cli.language import language, spoken
from cpstats.cli.options import VALUED
from cpstats.cli.registry import handed, module_of, names, taken_by
from cpstats.cli.run import fault, run, tell
from cpstats.cli.streams import speak_utf8
from cpstats.errors import CpstatsError, ExitStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.cli.run import Door
    from cpstats.message import Message
    from cpstats.model.text import Lang


def main() -> None:
    """Run the program; the only place where it ends."""
    arguments = sys.argv[1:]
    speak_utf8()
    _mend_width()
    if COMPLETION in os.environ:
        # Typer would load Rich to draw descriptions of one line.
        sys.modules.setdefault("rich", None)  # type: ignore[arg-type]
    sys.exit(guarded(lambda: _run(arguments), arguments))


def guarded(program: Callable[[], int], arguments: list[str]) -> int:
    """Return the exit status of what runs, whatever happens to it outside any command."""
    try:
        return program()
    except Exception as error:  # noqa: BLE001 - whatever it is, a user reads one line
        told = error if isinstance(error, CpstatsError) else fault(error)
        tell(told, debug="--debug" in arguments, lang=_language(arguments))
        return told.exit_status


def _run(typed: list[str]) -> int:
    completing = COMPLETION in os.environ
    if completing and (told := completed(os.environ)) is not None:
        print(told)
        return ExitStatus.OK
    arguments = typed if completing else understood(typed, names(), VALUED)
    lang = _language(typed, asked_for_help=not arguments or bool({*HELP} & {*arguments}))
    if not completing and arguments and not arguments[0].startswith("-"):
        _check_command(arguments)

    def otherwise() -> Message | None:
        from cpstats.cli.proposal import misplaced

        return misplaced(arguments, _through)

    door = partial(run, otherwise=otherwise)
    if not completing and (status := _plainly(arguments, door, lang)) is not None:
        return status
    from cpstats.cli.mounted import typed as by_typer

    return by_typer(arguments, door, lang)


def _plainly(arguments: list[str], door: Door, lang: Lang) -> int | None:
    """Run a line that is certain; None where only Typer knows what it means."""
    if not arguments or arguments[0] not in names():
        return None
    command = module_of(arguments[0])
    given = read(taken_by(command, lang), arguments[1:])
    if given is None:
        return None
    own, options = handed(command, given, lang)
    return door(command.answer, own, options)


def _through(arguments: list[str], door: Door) -> int:
    """Run another line, as a proposal is tried."""
    from cpstats.cli.mounted import through

    return through(arguments, door)


def _check_command(arguments: list[str]) -> None:
    """Refuse a wrong command before all the right ones are loaded."""
    if arguments[0] not in names():
        from cpstats.cli.proposal import no_command

        raise no_command(arguments, names(), _through)


def _mend_width() -> None:
    """Forget a width of the terminal that is no number, before any library reads it."""
    for name in ("COLUMNS", "LINES"):
        given = os.environ.get(name, "80")
        if not (given.isascii() and given.isdecimal() and len(given) <= 5):
            del os.environ[name]


def _language(arguments: list[str], *, asked_for_help: bool = False) -> Lang:
    """Return the language outside a command; settings are read only where a page is shown."""
    try:
        given = spoken(arguments)
        if asked_for_help:
            given = with_defaults(Options(lang=given), here(), os.environ).lang
        return language(given, os.environ)
    except CpstatsError:
        return "en"
