"""The program as Typer runs it: its help pages, completion, and lines that are not plain."""

from __future__ import annotations

import inspect
import os
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError  # have no public names

from cpstats.cli.completing import COMPLETION
from cpstats.cli.help import Contents, Page, with_examples
from cpstats.cli.registry import Command, handed, module_of, names, taken_by
from cpstats.cli.run import Door, run
from cpstats.cli.taken import NEEDED, Taken
from cpstats.errors import ExitStatus
from cpstats.model.text import Lang, Text

ABOUT = Text(
    "Official regional statistics at the command line: the figure, how it compares, its source.",
    "命令行里的地区官方统计：给出数字、对比与来源。",
)
VERSION = Text("Program and data release.", "程序与数据的版本。")
EXAMPLES = ("cpstats search 收入", "cpstats show gdp", "cpstats compare gdp --vs beijing")
KINDS: dict[type, tuple[Any, Any]] = {  # with a default, and where nothing is None
    list: (list[str] | None, list[str] | None),
    str: (str, str | None),
    bool: (bool, bool | None),
    int: (int, int | None),
    float: (float, float | None),
}


def typed(arguments: list[str], door: Door, lang: Lang) -> int:
    """Run a line as it was typed; what Typer does not accept is said as every other error is.

    Raises
    ------
    UsageError
        When the line is not understood.
    """
    try:
        return through(arguments, door, lang)
    except NoArgsIsHelpError as error:
        typer.echo(error.format_message())
        return error.exit_code
    except ClickException as error:
        from cpstats.cli.refusal import refusal

        raise refusal(error, arguments, through) from None


def through(arguments: list[str], door: Door, lang: Lang = "en") -> int:
    """Run one line; the door gets the answer of its command."""
    program = build(arguments, lang, door)
    return program(arguments, prog_name="cpstats", standalone_mode=False) or ExitStatus.OK


def build(arguments: list[str] | None = None, lang: Lang = "en", door: Door = run) -> typer.Typer:
    """Return the program; with arguments, only the command they name is loaded."""
    arguments = arguments or []
    app = typer.Typer(
        name="cpstats",
        cls=with_examples(Contents, lang, EXAMPLES),
        help=ABOUT.to(lang),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_callback(lang))
    needed = {name: module_of(name) for name in _needed(arguments)}
    for name, module in sorted(needed.items(), key=lambda found: found[1].ORDER):
        page = with_examples(Page, lang, module.EXAMPLES)
        settings = getattr(module, "CONTEXT", None)
        command = _mounted(module, lang, door)
        app.command(name, cls=page, help=module.HELP.to(lang), context_settings=settings)(command)
    return app


def _needed(arguments: list[str]) -> tuple[str, ...]:
    """Return the command that was typed, or all where that is not certain (help, completion)."""
    everything = names()
    if COMPLETION in os.environ:
        words = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
        arguments = words.split()[1:]
        if len(arguments) < 2:  # the name of the command itself may still be completed
            return everything
    first = arguments[0] if arguments else ""
    return (first,) if first in everything else everything


def _mounted(command: Command, lang: Lang, door: Door) -> Any:
    """Return a function with the signature Typer reads: the command's own and the shared options."""
    parameters = [_parameter(taken) for taken in taken_by(command, lang)]

    def function(**given: Any) -> int | None:
        own, options = handed(command, given, lang)
        return door(command.answer, own, options)

    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {p.name: p.annotation for p in parameters}
    return function


def _parameter(taken: Taken) -> inspect.Parameter:
    """Return an option or an argument as Typer reads it."""
    settings: dict[str, Any] = {"show_default": False, **taken.settings}
    made = typer.Option(*taken.flags, **settings) if taken.flags else typer.Argument(**settings)
    return inspect.Parameter(
        taken.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if taken.default is NEEDED else taken.default,
        annotation=Annotated[KINDS[taken.kind][taken.default is None], made],
    )


def _version(wanted: bool) -> None:
    if wanted:
        from cpstats.cli.version import version

        typer.echo(version())
        raise typer.Exit


def _callback(lang: Lang) -> Any:
    """Return what stands for the program itself: `--version`, answered by its callback."""
    option = typer.Option(
        "--version", callback=_version, is_eager=True, help=VERSION.to(lang), show_default=False
    )

    def callback(version: bool = False) -> None: ...

    callback.__annotations__ = {"version": Annotated[bool, option]}
    return callback
