"""Which language: `--lang`, else CPSTATS_LANG, LC_ALL, LANG, else English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.errors import UsageError
from cpstats.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpstats.model.text import Lang


def language(given: str, environ: Mapping[str, str]) -> Lang:
    """Return the language asked for.

    Raises
    ------
    UsageError
        When `--lang` names another language than zh or en.
    """
    if given and given not in ("zh", "en"):
        raise UsageError(
            Message("there is no language “{}”", "没有名为“{}”的语言", given),
            mend=Message("Write --lang zh or --lang en.", "请写 --lang zh 或 --lang en。"),
        )
    for text in (given, environ.get("CPSTATS_LANG", ""), environ.get("LC_ALL", "")):
        if text:
            return "zh" if text.lower().startswith("zh") else "en"
    return "zh" if environ.get("LANG", "").lower().startswith("zh") else "en"


def preferred(given: str, environ: Mapping[str, str]) -> Lang:
    """Return the language for an error, whatever is wrong with what was asked."""
    return language(given if given in ("zh", "en") else "", environ)


def spoken(arguments: Sequence[str]) -> str:
    """Return what stands behind `--lang` in raw arguments (for the help texts)."""
    for i, word in enumerate(arguments):
        if word == "--lang" and i + 1 < len(arguments):
            return arguments[i + 1]
        if word.startswith("--lang="):
            return word[7:]
    return ""
