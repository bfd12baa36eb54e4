"""What an English sentence is read without: remarks in brackets and between commas; captions are not read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    import re

LAW = pattern(  # whose year is no time
    r"\b(?:Acts?|Law|Bill|Regulations?|Order|Treaty|Directive|Convention|Agreement)(?:,| of)? $"
)
_CAPITALS = pattern(r"\b[A-Z]{4,}'S\b")

REMARK = pattern(
    r"^[A-Z]{4,}(?:, [A-Z]{4,})?-(?=[A-Z][a-z]+)|^(?:[A-Z][A-Z'. ,]{2,40}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)[^-]{0,30})? ?-{1,2} "
    r"|\((?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|%?(?i:[yqm]/|[yqm]o[yqm]|(?:year|quarter|month)[- ]o))[^()\d]{0,80}\)|\((?:[Tt]ables?|[Ff]igures?|[Cc]harts?) [\d and,-]{1,12}\)|\b(?:of|for|in) the (?:whole|full|entire) year(?= of\b| (?:19|20)\d\d)|\bof which\b"
    r"| \((?:19|20)\d\d(?:-\d{2,4})?(?: ?= ?100)?\)(?= [Pp]rices)| \((?:[a-z]{4} )?(?:19|20)\d\d(?:[-/]\d{2,4})? ?= ?100\)|, or [A-Z]{2,6}(?=,)|,? (?:(?:those|each|which are those) )?with (?:an )?annual (?:main business )?revenues? of (?:at least |more than |over )?\d+ million yuan(?: (?:or|and) (?:above|more|over))?,?"
    r"|\baccording to [^,;.()]{0,60}(?=[,.]|$)"
    r"| -{1,2} (?!up |down )[^-\d]{3,160} -{1,2}(?= )|, which (?:excludes?|includes?|strips? out|measures?|monitors?|tracks?) [^;\d]{3,120},(?= (?:[a-z]+ed|rose|fell|grew|was|were|stood|came|hit|shrank|has|had)\b)|, (?:which|who|whose|where) (?:[^,;\d]|-\d\d){3,90},(?= [a-z])|\bas a whole\b"
    r"|, which covers? [^,;]{3,90}\d+ million yuan[^,;]{0,24},(?= [a-z])"
)
CAPTION = pattern(
    r"^(?:Table|Figure|Chart|Graph|Box|Annex|Exhibit) ?\d{1,3}(?:\.\d+)?(?:[.:)]| -|,| [A-Z(]|$)"
)


def read_plainly(letters: str) -> str:
    """Return a sentence without its remarks, and with names that open it in capitals as they are written elsewhere.

    >>> read_plainly("KENYA'S exports (see below) rose")
    "Kenya's exports             rose"
    """
    plain = _CAPITALS.sub(lambda m: m.group().capitalize(), letters)
    return REMARK.sub(_blank, plain)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
