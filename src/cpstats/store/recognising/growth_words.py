"""Growth in the words of other languages: Veränderung zum Vorjahr in %, 対前年増加率, zmiana r/r (%).

The words stand in `growth_words.csv`, a line a language: what says that something changes, what says so as a rate,
what may stand beside these, what says that the change is on the period before, not on the year before, and what may
be the growth or the ratio to the year before (前年比: 2.3 or 102.3).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cpstats.model.pattern import pattern
from cpstats.store.recognising.unit_words import is_scale_word, is_unit

FILE = Path(__file__).with_name("growth_words.csv")
BRACKETED = re.compile(r"\(([^()]*)\)")
LONGEST = 80  # signs of a label that says nothing but growth
NO_LETTERS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")  # that are divided by blanks
PER_CENT = re.compile(
    r"%|\b(?:per ?cent(?:age|uale|uali|ual)?|pct|prozent|pour ?cent(?:age)?|por ?cien(?:to|ta)|por ?cento|procent\w{0,4}|"
    r"por(?:cent|sent)ua[li]\w{0,2}|percentua[li]\w{0,2}|prozentua\w{1,4}|procentuell\w?|"
    r"процент\w{0,4}|відсотк\w{0,4}|yüzde|százalék|prosent\w{0,3}|persen|peratus|phần trăm)\b",
)
# the difference of births and deaths is mostly per thousand; so many times is no per cent
NO_PER_CENT = re.compile(
    r"‰|증감(?:액|수|폭)?$|\b(?:natur|vegetat|естеств|природн|přiroz|prirod|tự nhiên|alami|doğal)|自然|자연|\b(?:раз|разах|раза|times)\b|\bper \d|=",
)
# other words for it at the end of a Chinese label, or before its bracket
RISE = re.compile(r"(?:(?:涨跌|升跌|增减|增长|上涨|变动)幅度?|涨幅|增幅|涨跌)(?=$|\s*[(%])")
REAL = re.compile(
    r"(?<=[增速长幅比])\((?:按)?(?:可比|不变)价格?(?:计算)?[,，、]? ?%\)"
)  # as growth in Chinese is
SIGNS = re.compile(r"\s*(?:±|\+/?-|＋/?－)\s*")
CHANGE = re.compile(r"增|减|同比|环比")
OF_WHICH_YEAR = re.compile(r"(?:上年|去年|前年|年末|年初|上年度|同期|同月|上月|上季度?)$")
WORD = re.compile(r"\w+")
LEFT = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Language:
    """The words of one language, each as an expression of all of its kind, the longest first."""

    grows: re.Pattern[str]
    rate: re.Pattern[str]
    beside: re.Pattern[str]
    before: re.Pattern[str]
    real: re.Pattern[str]
    ratio: re.Pattern[str]


def _all_of(words: str) -> re.Pattern[str]:
    if not words:
        return pattern(r"(?!)")  # which nothing is
    parts = sorted(words.split("|"), key=len, reverse=True)
    made = "|".join(map(re.escape, parts))
    return pattern(made if NO_LETTERS.search(made) else rf"(?<!\w)(?:{made})(?!\w)")


@lru_cache(maxsize=1)
def _languages() -> tuple[_Language, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = ("grows", "rate", "beside", "before", "real", "ratio")
    return tuple(_Language(*(_all_of(row[kind]) for kind in kinds)) for row in rows)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the first word of each that says growth: a label with none of them is asked no further."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = (text for row in rows for kind in ("grows", "rate") for text in row[kind].split("|"))
    return frozenset(words[0] for text in said if (words := WORD.findall(text)))


def without_signs(text: str) -> str:
    """Return a Chinese label without the signs that stand for change: beside a word for it nothing, else 增减.

    Words such as 涨跌幅 are 增速.

    >>> [without_signs(t) for t in ("同比±%", "增长±(%)", "比上年±%", "比上年(±%)", "误差±%", "Error, ±%")]
    ['同比%', '增长(%)', '比上年增减%', '比上年增减(%)', '误差±%', 'Error, ±%']
    >>> without_signs("环比涨跌幅(%)"), without_signs("煤价涨幅"), without_signs("涨幅居前的商品")
    ('环比增速(%)', '煤价增速', '涨幅居前的商品')
    >>> without_signs("增速(按可比价计算,%)")
    '增速(%)'
    """
    text = REAL.sub("(%)", RISE.sub("增速", text))
    found = SIGNS.search(text)
    if found is None or not NO_LETTERS.search(text):
        return text
    before = text[: found.start()]
    if CHANGE.search(text):
        return SIGNS.sub("", text)
    if not OF_WHICH_YEAR.search(before.rstrip("( ")):
        return text
    bracket = before[-1:] if before.endswith("(") else ""
    return f"{before.removesuffix(bracket).rstrip()}增减{bracket}{text[found.end() :]}"


@lru_cache(maxsize=4096)
def growth_in_words(text: str) -> str:
    """Return whether a label says no more than that figures are growth in per cent: `year`, `before`, or nothing.

    `year` is on the year before, `real` is that of prices that stay, `before` is on the month or quarter before. A change
    that names neither per cent nor a rate may be an amount.

    >>> [growth_in_words(t) for t in ("Veränderung zum Vorjahr in %", "Variazione congiunturale (%)", "対前年増加率")]
    ['year', 'before', 'year']
    >>> growth_in_words("Taux de croissance réel (%)")
    'real'
    >>> [growth_in_words(t) for t in ("Variación anual", "Croissance démographique (%)", "人口増減率")]
    ['', '', '']
    """
    if len(text) > LONGEST or "‰" in text:
        return ""
    low = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    spaced = not NO_LETTERS.search(low) and "+/-" not in low
    if spaced and _first_words().isdisjoint(WORD.findall(low)):
        return ""
    bare = PER_CENT.sub(" ", low)
    for words in _languages():
        rest, rates = words.rate.subn(" ", bare)
        rest, before = words.before.subn(" ", rest)
        rest, grows = words.grows.subn(" ", rest)
        rest, real = words.real.subn(" ", rest)
        if not (rates or (grows and bare != low)):
            continue
        if not LEFT.search(words.beside.sub(" ", rest)):
            return "before" if before else "real" if real else "year"
    return ""


@lru_cache(maxsize=65_536)
def is_growth_of_something(name: str) -> bool:
    """Whether a name says growth, or the ratio to the year before, of what it names too: such figures are per cent.

    >>> [is_growth_of_something(n) for n in ("Variación porcentual del PIB", "Темп роста ВВП", "鉱工業生産 前年比")]
    [True, True, True]
    >>> [is_growth_of_something(n) for n in ("Crecimiento vegetativo", "Wachstum der Städte", "人口自然増加率", "Exports")]
    [False, False, False, False]
    >>> is_growth_of_something("여객 (천명) 및 증감률"), is_growth_of_something("여객 증감률")
    (False, True)
    """
    low = unicodedata.normalize("NFC", name).casefold()
    inside = [text for text in BRACKETED.findall(low) if "%" not in text]
    if NO_PER_CENT.search(low) or any(is_unit(t) or is_scale_word(t) for t in inside):
        return False  # Fares (EUR) and their growth
    per_cent = PER_CENT.search(low) is not None
    return any(
        words.rate.search(low) or words.ratio.search(low) or (per_cent and words.grows.search(low))
        for words in _languages()
    )


@lru_cache(maxsize=4096)
def says_only_growth(label: str) -> bool:
    """Whether a label says nothing but that something grows, in per cent or not.

    >>> [says_only_growth(t) for t in ("Growth", "年增長率", "Crecimiento", "Growth of cities", "GDP")]
    [True, True, True, False, False]
    """
    low = PER_CENT.sub(" ", unicodedata.normalize("NFC", label).casefold())
    for words in _languages():
        rest, rates = words.rate.subn(" ", low)
        rest, grows = words.grows.subn(" ", words.before.sub(" ", rest))
        rest = words.beside.sub(" ", words.real.sub(" ", rest))
        if (rates or grows) and not LEFT.search(rest):
            return True
    return False


@lru_cache(maxsize=4096)
def says_only_ratio(label: str) -> bool:
    """Whether a label says nothing but the ratio to the year before, of what stands beside it.

    >>> [says_only_ratio(t) for t in ("Темп роста, %", "前年比(%)", "前年比の差", "Темп роста ВВП")]
    [True, True, False, False]
    """
    low = PER_CENT.sub(" ", unicodedata.normalize("NFC", label).casefold())
    for words in _languages():
        rest, ratios = words.ratio.subn(" ", low)
        if ratios and not LEFT.search(words.beside.sub(" ", words.real.sub(" ", rest))):
            return True
    return False
