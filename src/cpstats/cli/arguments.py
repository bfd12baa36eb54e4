"""What was typed, as it was meant: pasted signs become plain ones, the command comes first."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

HELP = ("-h", "--help")
OF_THE_PROGRAM = (*HELP, "--version", "--install-completion", "--show-completion")
QUOTES = ("“”„‟＂", "‘’‚‛＇", "「」", "『』", "«»")
DASH = "-－—–‑‒−﹣―"
LONG = "—―"  # one of them is two
OPTION = pattern(rf"([{DASH}]+)([A-Za-zＡ-Ｚａ-ｚ][-A-Za-zＡ-Ｚａ-ｚ－]*)(?:[=＝](.*))?", re.DOTALL)


def understood(
    arguments: Sequence[str], commands: Sequence[str], valued: frozenset[str]
) -> list[str]:
    """Return the arguments in plain signs, the command in front of its options.

    Parameters
    ----------
    arguments : sequence of str
        What was typed behind the program's name.
    commands : sequence of str
        The names of the commands.
    valued : frozenset of str
        The shared options that take a value.

    Raises
    ------
    UsageError
        When an argument is no text, or there is no command among them.
    """
    for word in arguments:
        if any("\ud800" <= sign <= "\udfff" for sign in word):
            raise UsageError(
                Message("“{}” is not written in UTF-8", "“{}”不是 UTF-8 编码", word),
                mend=Message(
                    "A file with such a name can be read from standard input: --data - < FILE.",
                    "文件名如此时，可从标准输入读取：--data - < 文件。",
                ),
            )
    plain = _unquoted([_plain_option(word) for word in arguments])
    ordered = _command_first(plain, ("help", *commands), valued)
    if ordered[:1] == ["help"]:
        return [*[word for word in ordered if word in commands][:1], HELP[1]]
    return ordered


def divided(arguments: Sequence[str], valued: frozenset[str]) -> tuple[list[str], list[str]]:
    """Return the words of the arguments, and the options with their values."""
    words: list[str] = []
    options: list[str] = []
    value = False
    for word in arguments:
        option = value or (word.startswith("-") and word != "-")
        (options if option else words).append(word)
        value = not value and word in valued
    return words, options


def _unquoted(arguments: Sequence[str]) -> list[str]:
    """Take pasted quotation marks off an argument, or off those they hold together."""
    found: list[str] = []
    rest = list(arguments)
    while rest:
        name, equal, word = (
            rest[0].rpartition("=") if rest[0].startswith("-") else ("", "", rest[0])
        )
        pair = next((q for q in QUOTES if word and word[0] in q), "")
        end = next((i for i, w in enumerate(rest) if pair and w[-1:] and w[-1] in pair), None)
        if end == 0 and len(word) == 1:  # the mark stands alone
            end = None
        whole = " ".join([word, *rest[1 : end + 1]]) if end is not None else ""
        if end is not None and not any(sign in pair for sign in whole[1:-1]):
            found.append(f"{name}{equal}{whole[1:-1]}")
            del rest[: end + 1]
        else:
            found.append(rest.pop(0))
    return found


def _plain_option(word: str) -> str:
    """Return an option whose signs a word processor or a Chinese keyboard has changed."""
    match = None if word.isascii() or word[0] not in DASH else OPTION.fullmatch(word)
    if match is None:
        return word
    dashes, name, value = match[1], unicodedata.normalize("NFKC", match[2]), match[3]
    changed = dashes.isascii() and name.isascii() and f"{dashes}{name}=" in word
    if changed:  # only its value is not ASCII
        return word
    return f"{'-' if len(name) == 1 else '--'}{name}" + ("" if value is None else f"={value}")


def _command_first(
    arguments: list[str], commands: Sequence[str], valued: frozenset[str]
) -> list[str]:
    """Put the command in front of options that were typed before it."""
    if not arguments or not arguments[0].startswith("-") or arguments[0] in OF_THE_PROGRAM:
        return arguments
    words, _ = divided(arguments, valued)
    command = next((word for word in words if word in commands), words[0] if words else "")
    if command:
        at = arguments.index(command)
        return [command, *arguments[:at], *arguments[at + 1 :]]
    if asked := [word for word in arguments if word in OF_THE_PROGRAM]:
        return asked[:1]
    raise UsageError(
        Message("no command was named", "未指定命令"),
        mend=Message("`{}` lists them.", "`{}` 列出全部名称。", "cpstats --help"),
    )
