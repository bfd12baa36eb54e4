"""Mounts the folder of commands and turns every error into an exit status."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from io import TextIOWrapper
from keyword import iskeyword
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError  # have no public names

from cpstats.cli import commands
from cpstats.cli.config import with_defaults
from cpstats.cli.help import classes
from cpstats.cli.language import language, spoken
from cpstats.cli.options import Options, shared
from cpstats.cli.run import run, tell
from cpstats.errors import CpstatsError, ExitStatus, UsageError
from cpstats.message import Message
from cpstats.model.catalogue import nearest, nearest_are
from cpstats.model.text import Lang, Text

ORDER = (
    "list",
    "search",
    "info",
    "show",
    "compare",
    "growth",
    "rank",
    "share",
    "contribution",
    "index",
    "target",
    "revisions",
    "derive",
    "check",
    "narrate",
    "import",
    "init",
    "add",
    "validate",
    "diff",
    "selftest",
)
ABOUT = Text(
    "Official regional statistics at the command line: the figure, how it compares, its source.",
    "命令行里的地区官方统计：给出数字、对比与来源。",
)
VERSION = Text("Program and data release.", "程序与数据的版本。")
EXAMPLES = ("cpstats search 收入", "cpstats show gdp", "cpstats compare gdp --vs beijing")
COMPLETION = "_CPSTATS_COMPLETE"  # set by the shell


def main() -> None:
    """Run the program; the only place where it ends."""
    arguments = sys.argv[1:]
    _speak_utf8()
    if COMPLETION in os.environ:
        # Typer would load Rich to draw descriptions of one line.
        sys.modules.setdefault("rich", None)  # type: ignore[arg-type]
    try:
        _check_command(arguments)
        program = build(arguments)
        sys.exit(program(arguments, prog_name="cpstats", standalone_mode=False) or ExitStatus.OK)
    except ClickException as error:
        sys.exit(_refused(error, _language_of_help(arguments)))
    except CpstatsError as error:  # outside any command: a version, a completion
        tell(error, debug="--debug" in arguments, lang=_language_of_help(arguments))
        sys.exit(error.exit_status)
    except BrokenPipeError:  # of a help page; a command has its own
        from cpstats.cli.output import silence

        silence()
        sys.exit(ExitStatus.OK)


def build(arguments: list[str] | None = None) -> typer.Typer:
    """Return the program; with arguments, only the command they name is loaded."""
    arguments = arguments or []
    lang = _language_of_help(arguments)
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
    for name in _needed(arguments):
        module = module_of(name)
        text = _help(module.HELP, module.EXAMPLES, lang)
        settings = getattr(module, "CONTEXT", None)
        app.command(name, cls=page, help=text, context_settings=settings)(_mounted(module, lang))
    return app


def _help(about: Text, examples: tuple[str, ...], lang: Lang) -> str:
    """Return what a help page says: one line, and examples below an empty one."""
    return "\n".join([about.to(lang), "", *(f"$ {line}" for line in examples)])


def _check_command(arguments: list[str]) -> None:
    """Refuse a wrong command before all the right ones are loaded."""
    known, first = names(), arguments[0] if arguments else "-"
    if first in known or first.startswith("-") or COMPLETION in os.environ:
        return
    near = nearest(first, ((name, name) for name in known))
    raise UsageError(
        Message("there is no command “{}”", "没有名为“{}”的命令", first),
        mend=nearest_are(near) or Message("Known: {}.", "可用：{}。", known),
    )


def _refused(error: ClickException, lang: Lang) -> int:
    """Say in the program's own way what Typer does not accept, and return the exit status."""
    if isinstance(error, NoArgsIsHelpError):
        typer.echo(error.format_message())
    else:
        from cpstats.cli.refusal import refusal

        tell(refusal(error), debug=False, lang=lang)
    return error.exit_code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; notes have somewhere to go even if it is closed."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def names() -> tuple[str, ...]:
    """Return the commands in the order of the help page."""
    found = {f.stem.rstrip("_") for path in commands.__path__ for f in Path(path).glob("[a-z]*.py")}
    return (*(n for n in ORDER if n in found), *sorted(found - set(ORDER)))


def module_of(name: str) -> ModuleType:
    """Return the file of a command; a name that Python keeps for itself has a line behind it."""
    file = f"{name}_" if iskeyword(name) else name
    return importlib.import_module(f"{commands.__name__}.{file}")


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


def _language_of_help(arguments: list[str]) -> Lang:
    """Return the language of the help texts; settings are read only where a page is shown."""
    try:
        given = spoken(arguments)
        if not arguments or {"-h", "--help"} & set(arguments):
            given = with_defaults(Options(lang=given), Path.cwd(), os.environ).lang
        return language(given, os.environ)
    except CpstatsError:
        return "en"


def _mounted(module: ModuleType, lang: Lang) -> Any:
    """Return a function with the signature Typer reads: the command's own and the shared options."""
    own: list[inspect.Parameter] = module.parameters(lang)
    own_names = {p.name for p in own}
    parameters = [*own, *(p for p in shared(lang) if p.name not in own_names)]

    def command(**given: Any) -> None:
        options = Options(**{k: v for k, v in given.items() if k not in own_names})
        own = {k: v for k, v in given.items() if k in own_names}
        if getattr(module, "WRITES_A_FOLDER", False):
            own["folder"], options.output = options.output, ""
        run(module.answer, own, options)

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
