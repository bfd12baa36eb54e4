"""Help pages in both languages: plain text, folded to the terminal, the examples at the end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from typer._click.exceptions import UsageError  # has no public name
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from cpstats.model.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST = 100  # a line of prose is not longer
FLAGS = 26  # columns of the names of the options; a longer one has its line for itself
USAGE, ARGUMENTS, OPTIONS, COMMANDS, EXAMPLES, PROGRAM = (
    Text("Usage", "用法"),
    Text("Arguments", "参数"),
    Text("Options", "选项"),
    Text("Commands", "命令"),
    Text("Examples", "示例"),
    Text("Program", "程序"),
)
GIVEN = {  # by Typer, in English only
    "help": Text("Show this page.", "显示本页。"),
    "install_completion": Text(
        "Let the current shell complete commands, indicators and places.",
        "为当前 shell 安装补全（命令、指标、地区）。",
    ),
    "show_completion": Text("Print what that would install.", "输出补全脚本。"),
}
Entry = tuple[str, str]


class Page(TyperCommand):
    """A command whose help is written here."""

    lang: ClassVar[Lang] = "en"
    examples: ClassVar[tuple[str, ...]] = ()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; an empty value is none, and of two values none is dropped."""
        from cpstats.cli.refusal import no_empty_value, none_given_twice

        typed = [*args]  # reading takes them out of the list
        try:
            rest = super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            no_empty_value(self, ctx)  # what was read before it, is wrong before it
            raise
        no_empty_value(self, ctx)
        none_given_twice(self.make_parser(ctx).parse_args(typed)[-1])
        return rest

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of a command."""
        formatter.write(page(self, ctx))


class Contents(TyperGroup):
    """The program whose help lists the commands."""

    lang: ClassVar[Lang] = "en"
    examples: ClassVar[tuple[str, ...]] = ()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of the program."""
        formatter.write(page(self, ctx))


Kind = TypeVar("Kind", Page, Contents)


def with_examples(kind: type[Kind], lang: Lang, examples: tuple[str, ...]) -> type[Kind]:
    """Return a class whose page is in one language and ends with some lines to type."""
    return type(kind.__name__, (kind,), {"lang": lang, "examples": examples})


def page(command: Page | Contents, ctx: Any) -> str:
    """Return the whole page: usage, what it does, options by panel, examples."""
    from cpstats.cli.output import Terminal
    from cpstats.render.parts.fold import fold

    lang = command.lang
    columns = min(Terminal.of(os.environ).width, WIDEST)
    pieces = (piece.strip("{}") for piece in command.collect_usage_pieces(ctx))
    usage = " ".join([f"{USAGE.to(lang)}:", ctx.command_path, *pieces])
    parts = [fold(usage, columns, "  "), fold(command.help or "", columns)]
    for title, entries in _panels(command, ctx, lang).items():
        parts.append([title, *_listed(entries, columns)])
    parts.append([EXAMPLES.to(lang), *(f"  $ {line}" for line in command.examples)])
    return "\n\n".join("\n".join(part) for part in parts)


def _panels(command: TyperCommand | TyperGroup, ctx: Any, lang: Lang) -> dict[str, list[Entry]]:
    panels: dict[str, list[Entry]] = {}
    for parameter in command.get_params(ctx):
        if isinstance(parameter, TyperArgument) and parameter.help:
            entry = (parameter.make_metavar(ctx), parameter.help)
            panels.setdefault(ARGUMENTS.to(lang), []).append(entry)
        elif isinstance(parameter, TyperOption) and not parameter.hidden:
            title = parameter.rich_help_panel or OPTIONS.to(lang)
            if parameter.name == "help" and PROGRAM.to(lang) in panels:
                title = PROGRAM.to(lang)
            text = GIVEN[parameter.name].to(lang) if parameter.name in GIVEN else parameter.help
            panels.setdefault(title, []).append((_flags(parameter, ctx), text or ""))
    if isinstance(command, TyperGroup):
        panels[COMMANDS.to(lang)] = [
            (name, found.help or "") for name, found in command.commands.items()
        ]
    return panels


def _flags(option: TyperOption, ctx: Any) -> str:
    names = sorted([*option.opts, *option.secondary_opts], key=lambda name: name.startswith("--"))
    value = "" if option.is_flag else f" {option.make_metavar(ctx)}"
    return ", ".join(names) + value


def _listed(entries: Iterable[Entry], columns: int) -> list[str]:
    from cpstats.render.parts.fold import fold, width

    lines: list[str] = []
    for name, text in entries:
        first, *more = fold(text, max(columns - FLAGS - 4, FLAGS)) or [""]
        beside = name
        if width(name) > FLAGS:
            lines.append(f"  {name}")
            beside = ""
        lines.append(f"  {beside}{' ' * (FLAGS - width(beside))}  {first}".rstrip())
        lines += [f"{' ' * (FLAGS + 4)}{line}" for line in more]
    return lines
