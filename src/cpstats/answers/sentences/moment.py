"""Of which day of its year a stock is, where the indicator or the source says so in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from cpstats.answers.sentences.statement import Statement
    from cpstats.model.text import Lang

Moment = Literal["", "start", "middle", "end", "census"]

_WORDS: dict[Moment, str] = {
    "start": r"年初|(?<!\d)1月1日|\b(?:start|beginning) of (?:the )?year\b|\b(?:1 January|January 1)\b",
    "middle": r"年中|(?<!\d)(?:6月30|7月1)日|\bmid-? ?year\b|\b(?:30 June|June 30|1 July|July 1)(?:st|th)?\b",
    "end": r"年末|年底|12月31日|\bend[- ]of[- ](?:the )?year\b|\byear[- ]end\b"
    r"|\b(?:31 December|December 31)\b",
    "census": r"普查时点|普查日|标准时点|\bcensus (?:day|date)\b",
}
_PATTERNS = {moment: pattern(f"(?i:{words})") for moment, words in _WORDS.items()}
_UNLESS = pattern(r"(?i:\b(?:unless|except)\b|除非|另有|除.{0,20}外)")


def moment_in(text: str) -> Moment:
    """Return the day that a text names; nothing where it names none, or several.

    >>> moment_in("End of year unless the period is a census month."), moment_in("年中人口")
    ('end', 'middle')
    >>> moment_in("Mid-year estimates and population at year-end"), moment_in("Usual residents")
    ('', '')
    """
    said = _UNLESS.split(text)[0] if text else ""
    found = [moment for moment, words in _PATTERNS.items() if words.search(said)]
    return found[0] if len(found) == 1 else ""


def moment_of(said: Statement, lang: Lang) -> Moment:
    """Return the day of the year that a level is of.

    The definition and the other names of the indicator say it, or the titles of the sources of the
    figure; where these differ nothing is said, nor where the name of the indicator has it already.
    """
    level, thing = said.level, said.pair.indicator
    if level is None or thing.kind != "stock" or said.period.freq is not Freq.ANNUAL:
        return ""
    if moment_in(thing.name.to(lang)):
        return ""
    sources = said.pair.figures.catalogue.sources
    texts = (
        thing.definition,
        *thing.names,
        *(sources[name].title for name in level.sources if name in sources),
    )
    found = {moment for text in texts if (moment := moment_in(text))}
    return found.pop() if len(found) == 1 else ""
