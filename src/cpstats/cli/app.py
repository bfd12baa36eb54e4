"""Mounts the folder of commands and turns every error into an exit status."""

from __future__ import annotations

import importlib
import inspect
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from cpstats.cli import commands
from cpstats.cli.language import language, spoken
from cpstats.cli.options import Options, shared
from cpstats.cli.run import run
from cpstats.errors import CpstatsError, ExitStatus
from cpstats.model.text import Lang, Text

ORDER = ("list", "search", "info", "show", "compare", "growth")
ABOUT = Text(
    "Official regional statistics at the command line: the figure, how it compares, its source.",
    "命令行里的地区官方统计：给出数字、对比与来源。",
)
EXAMPLES = Text("Examples", "示例")


def main() -> None:
    """Run the program; the only place where it ends."""
    try:
        build(sys.argv[1:])(prog_name="cpstats")
    except CpstatsError as error:  # before any command runs
        print(f"cpstats: {error}", file=sys.stderr)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(ExitStatus.INTERRUPTED)


def build(arguments: list[str] | None = None) -> typer.Typer:
    """Return the program; with arguments, only the command they name is loaded."""
    arguments = arguments or []
    lang = _language_of_help(arguments)
    app = typer.Typer(
        name="cpstats",
        help=ABOUT.to(lang),
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_callback)
    for name in _needed(arguments):
        module = importlib.import_module(f"{commands.__name__}.{name}")
        app.command(
            name,
            help=f"{module.HELP.to(lang)}\n\n{_examples(module, lang)}",
            short_help=module.HELP.to(lang),
        )(_mounted(module, lang))
    return app


def names() -> tuple[str, ...]:
    """Return the commands in the order of the help page."""
    found = {f.stem for path in commands.__path__ for f in Path(path).glob("[a-z]*.py")}
    return (*(n for n in ORDER if n in found), *sorted(found - set(ORDER)))


def _needed(arguments: list[str]) -> tuple[str, ...]:
    """Return the command that was typed, or all where that is not certain (help, completion)."""
    everything = names()
    if "_CPSTATS_COMPLETE" in os.environ:
        words = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
        arguments = words.split()[1:]
        if len(arguments) < 2:  # the name of the command itself may still be completed
            return everything
    first = arguments[0] if arguments else ""
    return (first,) if first in everything else everything


def _language_of_help(arguments: list[str]) -> Lang:
    try:
        return language(spoken(arguments), os.environ)
    except CpstatsError:
        return "en"


def _examples(module: ModuleType, lang: Lang) -> str:
    lines = "\n".join(f"  $ {line}" for line in module.EXAMPLES)
    return f"\b\n{EXAMPLES.to(lang)}:\n{lines}"


def _mounted(module: ModuleType, lang: Lang) -> Any:
    """Return a function with the signature Typer reads: the command's own and the shared options."""
    own: list[inspect.Parameter] = module.parameters(lang)
    parameters = [*own, *shared(lang)]
    own_names = {p.name for p in own}

    def command(**given: Any) -> None:
        options = Options(**{k: v for k, v in given.items() if k not in own_names})
        run(module.answer, {k: v for k, v in given.items() if k in own_names}, options)

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


def _version(wanted: bool) -> None:
    if wanted:
        from cpstats.cli.version import version

        typer.echo(version())
        raise typer.Exit


def _callback(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Program and data release."
        ),
    ] = False,
) -> None:
    """Do nothing: `--version` is answered by its callback."""
