"""What Typer does not accept, said as every other error of the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer._click import exceptions  # have no public names
from typer._click.core import ParameterSource

from cpstats.errors import UsageError
from cpstats.message import Message, plain, sentences
from cpstats.model.catalogue import nearest_are

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.cli.proposal import Runner


def refusal(error: exceptions.ClickException, arguments: Sequence[str], run: Runner) -> UsageError:
    """Return the error in the program's own words, with the line to type where one is found."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "cpstats"
    near = getattr(error, "possibilities", None) or []
    line = None
    if isinstance(error, exceptions.NoSuchOption):
        from cpstats.cli.proposal import no_option

        line = no_option(arguments, error.option_name, near, run)
    help_ = Message("`{} --help` shows the options.", "`{} --help` 列出选项。", path)
    return UsageError(_what(error), mend=sentences(line or nearest_are(near[:3]), help_))


def no_empty_value(command: Any, context: Any) -> None:
    """Refuse an option or an argument without a letter: a variable of the shell that is not set.

    Raises
    ------
    UsageError
        When a value is empty.
    """
    for parameter in command.params:
        value = context.params.get(parameter.name)
        typed = context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
        values = value if isinstance(value, list | tuple) else [value]
        if typed and any(isinstance(one, str) and not one.strip() for one in values):
            option = parameter.param_type_name == "option"
            leave = Message(
                "Write a value, or leave {} out.", "请写出取值，或去掉 {}。", _name(parameter)
            )
            write = Message("Write at least one letter.", "请至少写一个字。")
            raise UsageError(
                Message("{} is empty", "{} 的值为空", _name(parameter)),
                mend=leave if option else write,
            )


def none_given_twice(typed: Sequence[Any]) -> None:
    """Refuse an option that takes one value and has two, of which one would be dropped.

    Raises
    ------
    UsageError
        When an option occurs twice.
    """
    once = [o for o in typed if o.param_type_name == "option" and not o.multiple]
    valued = [option for option in once if not option.is_flag or option.secondary_opts]
    for option in valued:
        if valued.count(option) > 1:
            raise UsageError(
                Message("{} is given more than once", "{} 写了不止一次", _name(option)),
                mend=Message(
                    "It takes one value: leave the others out.", "只取一个值，请删去其余。"
                ),
            )


def _what(error: exceptions.ClickException) -> Message:
    match error:
        case exceptions.NoSuchOption():
            return Message("no such option: {}", "没有选项 {}", error.option_name)
        case exceptions.BadOptionUsage():
            return _misused(error)
        case exceptions.MissingParameter() if error.param is not None:
            return Message("missing argument {}", "缺少参数 {}", _name(error.param))
        case exceptions.BadParameter() if error.param is not None:
            return _misfit(error)
    return plain(error.format_message().rstrip("."))


def _misused(error: exceptions.BadOptionUsage) -> Message:
    """Return what is wrong with an option that has no value, or one too many."""
    options = error.ctx.command.params if error.ctx else ()
    flags = {
        name for option in options if getattr(option, "is_flag", False) for name in option.opts
    }
    if error.option_name in flags:
        return Message("option {} takes no value", "选项 {} 不带值", error.option_name)
    return Message("option {} needs a value", "选项 {} 需要一个值", error.option_name)


def _misfit(error: exceptions.BadParameter) -> Message:
    """Return what an option takes that was given something else."""
    parameter = error.param
    assert parameter is not None
    name = _name(parameter)
    kind = parameter.type
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return Message("{} takes a number from {} to {}", "{} 须为{}至{}的数", name, least, most)
    if least is not None:
        return Message("{} takes a number from {} on", "{} 须为不小于{}的数", name, least)
    if kind.name in ("int", "float", "integer"):
        return Message("{} takes a number", "{} 须为数字", name)
    return plain(error.format_message().rstrip("."))


def _name(parameter: Any) -> str:
    """Return an option or an argument as the help page calls it."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name).strip("[].")
    return "/".join(parameter.opts)
