"""Mounts the folder of commands and turns every error into an exit status."""

from __future__ import annotations

import importlib
import inspect
import os
import re
import sys
from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, cast

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError  # have no public names

from cpstats.cli import commands
from cpstats.cli.arguments import HELP, understood
from cpstats.cli.config import here, with_defaults
from cpstats.cli.given import Options
from cpstats.cli.help import classes
from cpstats.cli.language import language, spoken
from cpstats.cli.options import VALUED, shared
from cpstats.cli.question import Question
from cpstats.cli.run import Door, fault, run, tell
from cpstats.cli.streams import speak_utf8
from cpstats.errors import CpstatsError, ExitStatus
from cpstats.forms import questions
from cpstats.message import Message
from cpstats.model.text import Lang, Text

ABOUT = Text(
    "Official regional statistics at the command line: the figure, how it compares, its source.",
    "命令行里的地区官方统计：给出数字、对比与来源。",
)
VERSION = Text("Program and data release.", "程序与数据的版本。")
EXAMPLES = ("cpstats search 收入", "cpstats show gdp", "cpstats compare gdp --vs beijing")
COMPLETION = "_CPSTATS_COMPLETE"  # set by the shell

if TYPE_CHECKING:
    from cpstats.model.report import Report


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
    def parameters(self) -> Callable[[Lang], list[inspect.Parameter]]:
        """Returns its own parameters, with help in one language."""

    @property
    def answer(self) -> Callable[..., Report]:
        """Answers a call with its own parameters."""


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
    arguments = typed if completing else understood(typed, names(), VALUED)
    lang = _language(typed, asked_for_help=not arguments or bool({*HELP} & {*arguments}))
    if not completing and arguments and not arguments[0].startswith("-"):
        _check_command(arguments)

    def otherwise() -> Message | None:
        from cpstats.cli.proposal import misplaced

        return misplaced(arguments, _through)

    try:
        return _through(arguments, partial(run, otherwise=otherwise), lang)
    except NoArgsIsHelpError as error:
        typer.echo(error.format_message())
        return error.exit_code
    except ClickException as error:
        from cpstats.cli.refusal import refusal

        raise refusal(error, arguments, _through) from None


def _through(arguments: list[str], door: Door, lang: Lang = "en") -> int:
    """Run one line; the door gets the answer of its command."""
    program = build(arguments, lang, door)
    return program(arguments, prog_name="cpstats", standalone_mode=False) or ExitStatus.OK


def build(
    arguments: list[str] | None = None, lang: Lang | None = None, door: Door = run
) -> typer.Typer:
    """Return the program; with arguments, only the command they name is loaded."""
    arguments = arguments or []
    lang = lang or _language(arguments)
    contents, page = classes(lang)
    app = typer.Typer(
        name="cpstats",
        cls=contents,
        help=_help(ABOUT, EXAMPLES, lang),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_callback(lang))
    needed = {name: module_of(name) for name in _needed(arguments)}
    for name, module in sorted(needed.items(), key=lambda found: found[1].ORDER):
        text = _help(module.HELP, module.EXAMPLES, lang)
        settings = getattr(module, "CONTEXT", None)
        command = _mounted(module, lang, door)
        app.command(name, cls=page, help=text, context_settings=settings)(command)
    return app


def _help(about: Text, examples: tuple[str, ...], lang: Lang) -> str:
    """Return what a help page says: one line, and examples below an empty one."""
    return "\n".join([about.to(lang), "", *(f"$ {line}" for line in examples)])


def _check_command(arguments: list[str]) -> None:
    """Refuse a wrong command before all the right ones are loaded."""
    if arguments[0] not in names():
        from cpstats.cli.proposal import no_command

        raise no_command(arguments, names(), _through)


def _mend_width() -> None:
    """Forget a width of the terminal that is no number, before any library reads it."""
    for name in ("COLUMNS", "LINES"):
        if not re.fullmatch("[0-9]{1,5}", os.environ.get(name, "80"), re.ASCII):
            del os.environ[name]


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


def _language(arguments: list[str], *, asked_for_help: bool = False) -> Lang:
    """Return the language outside a command; settings are read only where a page is shown."""
    try:
        given = spoken(arguments)
        if asked_for_help:
            given = with_defaults(Options(lang=given), here(), os.environ).lang
        return language(given, os.environ)
    except CpstatsError:
        return "en"


def _mounted(module: Command, lang: Lang, door: Door) -> Any:
    """Return a function with the signature Typer reads: the command's own and the shared options."""
    own: list[inspect.Parameter] = module.parameters(lang)
    own_names = {p.name for p in own}
    parameters = [*own, *(p for p in shared(lang) if p.name not in own_names)]

    def command(**given: Any) -> None:
        options = Options(**{k: v for k, v in given.items() if k not in own_names})
        own = {k: v for k, v in given.items() if k in own_names}
        if getattr(module, "WRITES_A_FOLDER", False):
            own["folder"], options.output = options.output, ""
        door(module.answer, own, options)

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


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
