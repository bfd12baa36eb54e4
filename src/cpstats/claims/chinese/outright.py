"""Comparisons of a Chinese sentence in which no number stands: 2024年,甲市地区生产总值增速高于全国平均水平.

Year, place and indicator stand in the very clause, else nothing is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.claims.chinese.places import place_of
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.comparison import Comparison
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator

_WORDS = ("于", "持平", "超过", "跑赢", "比上年", "较上年", "不及")  # one of them is in each
_HOW = "(?:[也均都仍略]|继续|持续|始终|明显|大幅|显著|总体|有所){0,2}"
_CLAUSE = pattern(
    r"(?:^|[;。]) ?(?P<year>(?:19|20)\d\d)年(?:全年|度)?,?(?P<head>[\u4e00-\u9fffA-Z]{4,24}?)(?P<of>增速|增幅|涨幅)?"
    rf"(?P<said>{_HOW}(?:(?P<up>[高快]于|超过|跑赢)|[低慢]于|跑输|不及)(?P<than>[\u4e00-\u9fff]{{2,8}}?)的?(?:平均|总体|整体)?(?:水平|增速|涨幅)?"
    r"|[与和同](?P<even>[\u4e00-\u9fff]{2,8}?)(?:平均)?(?:水平|增速)?持平"
    rf"|[比较](?:上年|去年){_HOW}(?:(?P<faster>加快|提高|回升|上升|提升)|放缓|回落|下降|降低))(?=[,;。!]|$)"
)
_RECORD = pattern(
    r"(?:^|[;。]) ?(?P<year>(?:19|20)\d\d)年(?:全年|度)?,?(?P<head>[\u4e00-\u9fffA-Z]{4,24}?)(?P<of>增速|增幅|涨幅)?"
    r"(?P<said>(?:再次|再度|续|再)?(?:创下?|刷新|为)了?(?:(?P<ever>历史|有统计以来)|(?P<since>(?:19|20)\d\d)年以来)?的?(?:新(?P<up>高)|新低|最(?P<most>高|大|多)|最[低小少]))(?=[;。!]|$)"
)
_SOME = ("新高", "新低", "以来最")  # one of them is in each
_BEFORE = ("上年", "去年")
_OUTPUT = ("经济", "经济总量")


def unnumbered(
    sentence: Sentence, here: str | None, names: Lexicon, catalogue: Catalogue
) -> Iterator[Claim]:
    """Yield the comparisons without a number of a sentence, with all that they say themselves.

    Parameters
    ----------
    sentence : Sentence
        In plain letters; `here` is the place of the text, for 全市.
    names : Lexicon
        The names of the indicators.
    catalogue : Catalogue
        The places, and what grows at which prices.
    """
    letters = sentence.letters
    if any(word in letters for word in _SOME):
        yield from _records(sentence, here, names, catalogue)
    if not any(word in letters for word in _WORDS):
        return
    for match in _CLAUSE.finditer(letters):
        found = _whose(match["head"], here, names, catalogue)
        grows = match["of"] is not None
        told = match["than"] or match["even"]
        than = None if told in (*_BEFORE, None) else place_of(told, here, catalogue)
        if found is None or (told and than is None and told not in _BEFORE):
            continue
        place, ident = found
        if than == place or (than is None and not grows):
            continue
        up = (match["up"] or match["faster"]) is not None
        compared = Comparison("beside", up, than=than, even=match["even"] is not None)
        yield _claim(sentence, match, found, catalogue.indicators[ident], compared)


def _records(
    sentence: Sentence, here: str | None, names: Lexicon, catalogue: Catalogue
) -> Iterator[Claim]:
    """Yield what is said to be the most or the least of all years, or since one: 2024年…创历史新高."""
    for match in _RECORD.finditer(sentence.letters):
        found = _whose(match["head"], here, names, catalogue)
        if found is not None and (match["ever"] or match["since"] or "新" in match["said"]):
            since = int(match["since"]) if match["since"] else None
            compared = Comparison("record", bool(match["up"] or match["most"]), since=since)
            yield _claim(sentence, match, found, catalogue.indicators[found[1]], compared)


def _claim(
    sentence: Sentence,
    match: re.Match[str],
    found: tuple[str, str],
    indicator: Indicator,
    compared: Comparison,
) -> Claim:
    """Return the claim of a comparison without a number."""
    grows = match["of"] is not None
    start, end = match.start("said"), match.end("said")
    constant = grows and indicator.growth_basis == "constant"  # income grows by either
    return Claim(
        start=sentence.start + start,
        end=sentence.start + end,
        surface=sentence.text[start:end],
        sentence=sentence.text,
        line=sentence.line,
        column=sentence.column + start,
        sentence_start=sentence.start,
        place=found[0],
        indicator=found[1],
        indicator_surface=match["head"],
        period=match["year"],
        period_readings=(match["year"],),
        period_from="sentence",
        measure="growth" if grows else "share" if is_rate(indicator.unit) else "level",
        price_basis="constant" if constant else None,
        unit="%" if grows else indicator.unit,
        direction="up" if compared.up and compared.kind == "beside" else None,
        benchmark=compared.than,
        compared=compared,
    )


def _whose(
    head: str, here: str | None, names: Lexicon, catalogue: Catalogue
) -> tuple[str, str] | None:
    """Return the place that begins some words and the indicator that they end with, None unless they are just those."""
    for n in range(2, len(head) - 1):
        place = place_of(head[:n], here, catalogue)
        rest = head[n:].removeprefix("的")
        ident = names.in_role("total_output") if rest in _OUTPUT else names.names.get(rest)
        if place in catalogue.places and ident and place:
            return place, ident
    return None
