"""A word that is completed at once, without Typer: a value of an option, or an argument.

Names of commands and of options, quotes and odd lines are left to Typer. A test compares both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.cli.certain import flags_of
from cpstats.cli.registry import module_of, names, taken_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpstats.cli.taken import Taken

COMPLETION = "_CPSTATS_COMPLETE"  # set by the shell
QUOTES = set("\\\"'")
Item = tuple[str, str]  # a word, and what it means


class Line(NamedTuple):
    """The words before the one that is completed, and its beginning."""

    words: list[str]
    begun: str


def completed(environ: Mapping[str, str]) -> str | None:
    """Return what a shell is told; None where only Typer knows."""
    shell = environ.get(COMPLETION, "").removeprefix("complete_")
    if shell not in _TOLD or (shell == "fish" and environ.get(_FISH) != "get-args"):
        return None
    line = _of_bash(environ) if shell == "bash" else _of_others(environ)
    if line is None or not line.words or line.words[0] not in names():
        return None
    if line.begun.startswith(("-", "=")):
        return None
    found = _asked(taken_by(module_of(line.words[0]), "en"), line.words[1:])
    return _TOLD[shell](_items(found, line.begun)) if found else None


_FISH = "_TYPER_COMPLETE_FISH_ACTION"


def _of_bash(environ: Mapping[str, str]) -> Line | None:
    text, number = environ.get("COMP_WORDS", ""), environ.get("COMP_CWORD", "")
    if QUOTES & {*text} or not number.isdecimal():
        return None
    words = text.split()
    at = int(number)
    return Line(words[1:at], words[at] if at < len(words) else "")


def _of_others(environ: Mapping[str, str]) -> Line | None:
    text = environ.get("_TYPER_COMPLETE_ARGS", "")
    if QUOTES & {*text}:
        return None
    words = text.split()[1:]
    if not words or text.endswith(" "):
        return Line(words, "")
    return Line(words[:-1], words[-1])


def _asked(taken: Sequence[Taken], words: Sequence[str]) -> Taken | None:
    """Return what the next word is a value of; None where that is not certain."""
    flags = flags_of(taken)
    waiting: Taken | None = None
    count = 0
    for word in words:
        if waiting is not None:
            if word.startswith("-"):
                return None
            waiting = None
        elif word.startswith("-"):
            flag, equal, _ = word.partition("=")
            if flag not in flags:
                return None
            one, _ = flags[flag]
            waiting = one if one.kind is not bool and not equal else None
        else:
            count += 1
    arguments = [one for one in taken if not one.flags]
    free = (one for at, one in enumerate(arguments) if one.kind is list or at >= count)
    return waiting or next(free, None)


def _items(one: Taken, begun: str) -> list[Item]:
    """Return the words that may stand there, each with what it means."""
    complete = one.settings.get("autocompletion")
    found = complete(begun) if complete else ()
    items = [(item, "") if isinstance(item, str) else item for item in found]
    return [item for item in items if item[0].startswith(begun)]


def _for_bash(items: Sequence[Item]) -> str:
    return "\n".join(word for word, _ in items)


def _for_zsh(items: Sequence[Item]) -> str:
    told = [
        f'"{_escaped(word)}":"{_escaped(meaning)}"' if meaning else f'"{_escaped(word)}"'
        for word, meaning in items
    ]
    return f"_arguments '*: :(({chr(10).join(told)}))'" if told else "_files"


def _escaped(text: str) -> str:
    for sign, told in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(sign, told)
    return text


def _for_fish(items: Sequence[Item]) -> str:
    blanks = {ord(sign): " " for sign in "\t\n\r\v\f"}
    return "\n".join(
        f"{word}\t{meaning.translate(blanks)}" if meaning else word for word, meaning in items
    )


_TOLD: dict[str, Callable[[Sequence[Item]], str]] = {
    "bash": _for_bash,
    "zsh": _for_zsh,
    "fish": _for_fish,
}
