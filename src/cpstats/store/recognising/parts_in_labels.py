"""A part of the year among the words of a label (`H1 2022 turnover`, `Sales 2022 (9 months)`), and words that may say one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.store.cells import period_of
from cpstats.store.frequencies import FROM_TO, NUMBER_OF
from cpstats.store.named_parts import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
PARTS = (Freq.HALF, Freq.QUARTER, Freq.MONTH, Freq.YTD)
BEFORE, BEHIND = 6, 3  # words beside the year that may belong to it
WORD = pattern(r"\S+")
ENDS = " ,;:–-"
DAY = pattern(r"\d{1,2}(?:st|nd|rd|th|\.|er)?")
ROMAN = pattern(r"[ivIV]+")
# what leads from a name to its period
LEADS = pattern(
    r"(?:[ ,;:(–-]+|\b)(?:in|im|for|at|at the end of|end of|as of|as at|en|em|za|w|за|в|на)$",
    re.IGNORECASE,
)
# up to a month: of which months, is not said
UP_TO = pattern(
    r"\b(?:to|until|till|through|up to|bis|hasta|até|jusqu\w*|до|по|do|(?:acumul|cumul)\w* (?:a|al|au|à))(?: the)?(?: end(?: of)?| ende| fin(?: de)?)?[ -]*$",
    re.IGNORECASE,
)
ORDINAL = r"(?:[1-4](?:st|nd|rd|th|er|e|ème|º|ª|\.|-[а-я]{1,2})?|i{1,3}\.?|iv\.?|first|second|third|fourth|erstes?|zweites?|primer|segundo|premier|первое|второе)"
HALVES = r"(?:half(?:[- ]?year)?|halbjahr|semest\w*|quarter|quartal|vierteljahr|trimest\w*|kwarta\w*|półrocz\w*|квартал\w*|полугоди\w*|negyedév\w*|félév\w*|çeyrek\w*|yarıyıl|pololet\w*|čtvrtlet\w*|kvart[aá]l\w*)"
SPEAKS = pattern(
    rf"\b(?:h[12]|q[1-4]|ytd|year[- ]to[- ]date|rolling year)\b|(?<![\w.]){ORDINAL}[ -]?{HALVES}\b|\b{HALVES} ?(?:[1-4]|i{{1,3}}|iv)\b"
    r"|\bquý (?:[1-4]|i{1,3}|iv)\b|(?<!\d)(?:[2-9]|1[0-2])-\d{1,2}月|\b(?:weeks?|kw|kalenderwoche|semaine|semana|settimana|неделя) ?\d|[上下]半?期|四半期|[上下]半年|前三季度|[상하]반기"
    r"|\b(?:19|20)\d\d/[1-4]\b|\b(?:3|6|9|12)M ?\d\d\b|\b(?:to|until) end-",
    re.IGNORECASE,
)
# months that are counted, and no age, term or least time
MONTHS = pattern(
    rf"(?<!under )(?<!over )(?<!than )(?<!least )(?<!most )(?<!every )(?<!per )(?<!aged )(?<!for )(?<![<>≥≤–/-])\b(?!12|twelve){COUNTED.pattern}(?! (?:old|or|and|ago|later|before|after))",
    re.IGNORECASE,
)


def part_in(label: str) -> tuple[str, str] | None:
    """Return the part of a year that some words of a label and its year name, and the rest; None where none do.

    >>> part_in("H1 2022 turnover"), part_in("Turnover (Jan-Sep 2022)"), part_in("Sales 2022 (9 months)")
    (('H1 2022', 'turnover'), ('Jan-Sep 2022', 'Turnover'), ('2022 (9 months)', 'Sales'))
    >>> part_in("Umsatz (EUR, 1. Halbjahr 2022)"), part_in("Jobs in 12 months to June 2022")
    (('1. Halbjahr 2022', 'Umsatz (EUR)'), ('12 months to June 2022', 'Jobs'))
    >>> part_in("Jobs 2022"), part_in("Zone I 2022"), part_in("Jobs, 31 March 2022"), part_in("Sales to May 2022")
    (None, None, None, None)
    """
    if len(YEAR.findall(label)) != 1:
        return None
    for first, last in _windows(label):
        text = label[first:last]
        before, behind = label[:first].rstrip(), label[last:].strip()
        rest = _rest(before, behind)
        if _is_part(text, before, behind) and not SPEAKS.search(rest):
            return text, rest
    return None


def speaks_of_part(name: str) -> bool:
    """Whether words of a name may say for which part of a year a figure is.

    >>> [speaks_of_part(t) for t in ("Sales YTD", "Sales, Jan-Sep", "上期", "Sales 6 months", "Sales to end-")]
    [True, True, True, True, True]
    >>> [speaks_of_part(t) for t in ("Unemployed for 6 months", "Children under 6 months", "Sales", "First quartile")]
    [False, False, False, False]
    """
    months = (
        NUMBER_OF.get(m["a"].casefold()) and NUMBER_OF.get(m["b"].casefold())
        for m in FROM_TO.finditer(name)
    )
    found = SPEAKS.search(name) or MONTHS.search(name) or UP_TO.search(name)
    return bool(found) or any(months)


def _windows(label: str) -> Iterator[tuple[int, int]]:
    """Yield where words that hold the year begin and end, the most words first."""
    words = list(WORD.finditer(label))
    at = next(n for n, word in enumerate(words) if YEAR.search(word[0]))
    firsts = range(max(0, at - BEFORE), at + 1)
    lasts = range(at, min(len(words), at + BEHIND + 1))
    for a, b in sorted(((a, b) for a in firsts for b in lasts), key=lambda pair: pair[0] - pair[1]):
        first, last = words[a].start(), words[b].end()
        text = label[first:last]
        opened = text.count("(") - text.count(")")
        first += opened > 0 and text[0] == "("
        last -= opened < 0 and text[-1] == ")"
        while last > first and label[last - 1] in ENDS:
            last -= 1
        if label[first] == "(" and label[last - 1] == ")" and opened == 0 and text.count("(") == 1:
            first, last = first + 1, last - 1
        yield first, last


def _is_part(text: str, before: str, behind: str) -> bool:
    """Whether words with a year are a part of it, and not the end of something longer."""
    period = period_of(text)
    if period is None or not any(c.isalpha() for c in text):
        return False
    if period.freq is Freq.FISCAL:
        return bool(re.search(r"months|year", text, re.IGNORECASE))
    alone = not (before or behind)
    return period.freq in PARTS and (alone or _is_whole(text, before, behind, period.freq))


def _is_whole(text: str, before: str, behind: str, freq: Freq) -> bool:
    """Whether words that are a part of a year are nothing else among those around them."""
    words = YEAR.sub("", text).strip(" -./(),")
    lasting = COUNTED.search(words) and freq is not Freq.YTD  # what takes six months
    led = DAY.fullmatch(before.rpartition(" ")[2].lstrip("(")) or UP_TO.search(before)
    of_others = words.isalpha() and text[:4].isdigit() and behind  # 2022 set of rules
    return not (ROMAN.fullmatch(words) or lasting or led or of_others)  # Zone I


def _rest(before: str, behind: str) -> str:
    """Return what stands around a period, with the brackets that it leaves open."""
    before = LEADS.sub("", before.rstrip(ENDS)).rstrip(ENDS)
    behind = behind.lstrip(ENDS)
    if before.endswith("(") and behind.startswith(")"):
        before, behind = before[:-1].rstrip(), behind[1:].lstrip()
    if behind.startswith(")"):
        return before + behind
    return f"{before} {behind}".strip() if not before.endswith("(") else before + behind
