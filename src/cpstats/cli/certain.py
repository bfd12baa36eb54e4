"""A line that is certain, read without Typer, which takes longer to load than most answers.

What is not certain (a word that is no option, a value that is missing or twice, help) is left to
Typer: it reads every line, and says what is wrong with one. A test compares both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpstats.cli.taken import NEEDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.cli.taken import Taken


class _UncertainError(Exception):
    """Only Typer knows."""


def read(taken: Sequence[Taken], line: Sequence[str]) -> dict[str, Any] | None:
    """Return what a line gives to a command, by name; None where it is not certain.

    Parameters
    ----------
    taken : sequence of Taken
        What the command takes.
    line : sequence of str
        The words behind its name.

    >>> from cpstats.cli.taken import Taken
    >>> place = Taken("place", list, None, ("--place", "-p"))
    >>> wide = Taken("wide", bool, False, ("--wide",))
    >>> read([Taken("text", str), place, wide], ["gdp", "-p", "beijing", "--wide"])
    {'text': 'gdp', 'place': ['beijing'], 'wide': True}
    >>> read([wide], ["--wide=1"]), read([wide], ["--wid"]), read([place], ["-p"])
    (None, None, None)
    """
    flags = flags_of(taken)
    given: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(line)
    try:
        for word in rest:
            if _is_option(word):
                _take_option(given, flags, word, rest)
            else:
                words.append(word)
        _take_words(given, [one for one in taken if not one.flags], words)
    except _UncertainError:
        return None
    return {one.name: given.get(one.name, one.default) for one in taken}


def flags_of(taken: Sequence[Taken]) -> dict[str, tuple[Taken, bool]]:
    """Return each way in which an option is written, with the option and whether it says yes."""
    written = [(one, flag.partition("/")) for one in taken for flag in one.flags]
    yes = {flag[0]: (one, True) for one, flag in written}
    return yes | {flag[2]: (one, False) for one, flag in written if flag[2]}


def _is_option(word: str) -> bool:
    """Whether a word is an option, and no negative number (-5 million EUR, -€5 bn)."""
    return len(word) > 1 and word[0] == "-" and (word[1].isalpha() or word[1] == "-")


def _take_option(
    given: dict[str, Any],
    flags: Mapping[str, tuple[Taken, bool]],
    word: str,
    rest: Iterator[str],
) -> None:
    flag, equal, text = word.partition("=")
    if flag not in flags or (equal and not flag.startswith("--")):
        raise _UncertainError
    one, truth = flags[flag]
    if one.kind is bool:
        if equal:
            raise _UncertainError
        value: Any = truth
    else:
        text = text if equal else next(rest, "")
        if text.startswith("-") and text != "-":
            raise _UncertainError
        value = _value(one, text)
    if one.kind is list:
        given.setdefault(one.name, []).append(value)
    elif one.name in given:
        raise _UncertainError
    else:
        given[one.name] = value


def _take_words(given: dict[str, Any], arguments: Sequence[Taken], words: list[str]) -> None:
    """Give each argument its word, and all that are left to one that takes many."""
    for one in arguments:
        if one.kind is list:
            if one is not arguments[-1]:
                raise _UncertainError
            if words:
                given[one.name] = [_value(one, word) for word in words]
            words = []
        elif words:
            given[one.name] = _value(one, words[0])
            words = words[1:]
        elif one.default is NEEDED:
            raise _UncertainError
    if words:
        raise _UncertainError


def _value(one: Taken, text: str) -> Any:
    """Return a text as the kind it is."""
    if not text.strip():
        raise _UncertainError
    if one.kind in (str, list):
        return text
    if one.kind is not int or not (text.isascii() and text.isdecimal()):
        raise _UncertainError
    number = int(text)
    least, most = one.settings.get("min", number), one.settings.get("max", number)
    if not least <= number <= most:
        raise _UncertainError
    return number
