"""With which month the years of accounts of a table begin, and by which of their years they are named: words, and questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.pattern import pattern
from cpstats.store.frequencies import NUMBER_OF
from cpstats.store.recognising.inquiry import QuestionError, says

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGINS, ENDS, CALENDAR = "begins", "ends", "calendar"
MONTHS = 12
LIKELY = (
    4,
    7,
    10,
)  # April (India, Japan), July (Australia, Egypt, Pakistan), October (Thailand, USA)
MONTH = r"(?P<{}>[^\W\d_]{{3,9}})\.?"
DAY = r"(?:\d\d?(?:st|nd|rd|th)? (?:of )?)?"
FROM_TO = pattern(
    rf"(?<![^\W\d_]){MONTH.format('a')} ?(?:\d\d?)?(?: ?[-–—~] ?| to | through ){DAY}(?:the following )?{MONTH.format('b')}(?![^\W\d_])",
    re.IGNORECASE,
)
WORD = r"(?:(?:fiscal|financial|accounting) years?|FY)"
ENDED = pattern(
    rf"{WORD}[^.;()\d]{{0,12}}(?:ended|ending|ends)(?: in| on)? (?:the )?{DAY}{MONTH.format('m')}",
    re.IGNORECASE,
)
BEGUN = pattern(
    rf"{WORD}[^.;()\d]{{0,12}}(?:beginning|begins?|starting|starts?|commencing|commences)(?: in| on| from| with)? (?:the )?{DAY}{MONTH.format('m')}",
    re.IGNORECASE,
)
NAMED = pattern(  # FY2024 is the year ended March 2024
    r"(?:FY|fiscal year|financial year) ?['’]?(?P<year>(?:20|19)?\d\d)\b[^.;]{0,40}?\b(?P<word>ended|ending|ends|to|beginning|begins|starting|starts|from)(?: in| on)? (?:\d\d? )?[^\W\d_]{3,9}\.?,?(?: \d\d?,)? (?P<own>(?:20|19)\d\d)",
    re.IGNORECASE,
)


def months_in_words(rows: Sequence[Sequence[str]]) -> int:
    """Return the month that years of accounts begin with, as the words of a table say; 0 where they do not, or say two.

    >>> months_in_words([["Freight (April-March)"]]), months_in_words([["Fiscal year ending June"]]), months_in_words([["Financial year starts on 1 October"]])
    (4, 7, 10)
    >>> months_in_words([["Freight, April-June"]]), months_in_words([["July to June"], ["April to March"]]), months_in_words([["Tea"]])
    (0, 0, 0)
    """
    found = {start for row in rows for text in row if len(text) > 8 for start in _starts(text)}
    return found.pop() if len(found) == 1 else 0


def _starts(text: str) -> set[int]:
    """Return the months that a text lets a year begin with."""
    runs = ((_month(m["a"]), _month(m["b"])) for m in FROM_TO.finditer(text))
    found = {a for a, b in runs if a and b and b % MONTHS + 1 == a and a > 1}
    found |= {_month(m["m"]) % MONTHS + 1 for m in ENDED.finditer(text) if _month(m["m"])}
    found |= {_month(m["m"]) for m in BEGUN.finditer(text) if _month(m["m"])}
    return found


def _month(word: str) -> int:
    return NUMBER_OF.get(word.casefold(), 0)


def named_by(rows: Sequence[Sequence[str]]) -> str:
    """Return by which of its years a year of accounts with one number is named, as the words of a table say; empty where they do not.

    >>> named_by([["FY2024 is the year ended March 2024"]]), named_by([["FY24: year beginning 1 July 2024"]]), named_by([["FY24"]])
    ('ends', 'begins', '')
    """
    found = set()
    for text in (text for row in rows for text in row if len(text) > 12):
        for m in NAMED.finditer(text):
            if m["year"][-2:] == m["own"][-2:]:
                at_end = m["word"].casefold() in ("ended", "ending", "ends", "to")
                found.add(ENDS if at_end else BEGINS)
    return found.pop() if len(found) == 1 else ""


def which_month(where: str, text: str, named: str) -> QuestionError:
    """Return the question with which month the years of accounts begin; `named` is empty where that is asked as well."""
    if named:
        words = [str(month) for month in LIKELY]
    else:
        words = [*(f"{ENDS}:{month}" for month in LIKELY), CALENDAR]
    mend = Message(
        "Say the month: --fiscal 4 (April to March), 7 (July to June), 10 (October to September), or another.",
        "请说明起始月份：--fiscal 4（四月至次年三月）、7（七月至次年六月）、10（十月至次年九月）或其他月份。",
    )
    by_one = Message(
        "Say the month, and by which of its years it is named: --fiscal ends:4 (April to March of that year), begins:7 (from July of that year), or another; or --fiscal calendar.",
        "请说明起始月份以及按哪一年命名：--fiscal ends:4（至该年三月）、begins:7（自该年七月）等；或 --fiscal calendar（自然年）。",
    )
    return QuestionError(
        Message(
            "“{}” is a part of a year of accounts, and nothing says with which month that begins",
            "“{}”是财政年度的一部分，文件未说明年度从哪个月开始",
            text,
        ),
        where=where,
        mend=mend if named else by_one,
        ways=[says("fiscal", "fiscal", word) for word in words],
    )


def which_year(where: str, text: str, start: int) -> QuestionError:
    """Return the question by which of its years a year of accounts is named, of which the beginning is known."""
    return QuestionError(
        Message(
            "“{}” is of a year that begins with month {}: whether it is named by the year it ends or begins in is not said",
            "“{}”所属年度从 {} 月开始，但未说明按终止年还是起始年命名",
            text,
            start,
        ),
        where=where,
        mend=Message(
            "Say it: --fiscal {} or --fiscal {}.",
            "请说明：--fiscal {}（终止年）或 --fiscal {}（起始年）。",
            f"{ENDS}:{start}",
            f"{BEGINS}:{start}",
        ),
        ways=[says("fiscal", "fiscal", f"{word}:{start}") for word in (ENDS, BEGINS)],
    )
