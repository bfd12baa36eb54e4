"""What the head of a Chinese text says: its place, its day of publication, its period."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.chinese.mastheads import without_dateline
from cpstats.claims.chinese.places import is_country
from cpstats.claims.chinese.times import times
from cpstats.claims.terms import datelines
from cpstats.claims.terms.divisions import countries, names
from cpstats.claims.terms.longest import Words
from cpstats.claims.terms.own_places import own_names, short_names
from cpstats.claims.terms.periods import When, resolve
from cpstats.claims.terms.vocabulary import CONTENT
from cpstats.gazetteer.china import NATION, level_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from datetime import date

    from cpstats.claims.terms.longest import Word
    from cpstats.claims.terms.periods import Clock
    from cpstats.model.catalogue import Catalogue

_BEARER = pattern(  # who only bears the name of a place: 北京晚报, 中国工商银行
    r"[\u4e00-\u9fff]{0,6}?(?:晚报|日报|晨报|早报|时报|青年报|商报|电视台|电台|新闻网|新闻社|出版社|银行|分行|支行|海关|证券|大学(?!生)|学院|公司|集团"
    r"|研究院|研究所|协会|杂志)"
)
_CENSUS = pattern(
    r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日零时|标准时点(?:为|是)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日",
    re.ASCII,
)
_NATIONAL = pattern(r"国家统计局(?!.{0,12}[调总支]队)|国内生产总值|全国")
_REPORT = pattern(r"工作报告|计划|规划|展望|安排")


def dateline(top: str) -> date | None:
    """Return the day of publication."""
    return datelines.printed_day(top)


def period(title: str, top: str, clock: Clock) -> When | None:
    """Return the period of a heading; that of a census is the day it counted on."""
    counted = _CENSUS.search(top) if "日零时" in top or "标准时点" in top else None
    if counted and (day := datelines.day_of(*filter(None, counted.groups()))):
        code = day.isoformat()
        at_end = (day.month, day.day) == (12, 31)
        month = () if at_end else (code[:-3],)  # as tables may list the state on a day
        shown = (code, *month, str(day.year))
        return When(code, shown, "context", months=(day.year, 1, day.month))
    if _REPORT.search(title):  # the year of a work report is not the year it reports on
        return None
    for time in times(title, clock.spans):
        if time.shape in ("year", "sub", "years", "plan") and not time.tail.startswith("day"):
            if time.year is None and clock.published is None:
                continue
            found = resolve(time, clock, clock.default)
            if found.code is not None:
                return found
    return None


def home(top: str, title: str, catalogue: Catalogue) -> str | None:
    """Return the place of the heading, else the one that the first lines name first.

    In either the user's own places come before official names, and those before short ones.
    """
    own, short = own_names(catalogue), short_names(catalogue)
    first = top.lstrip()[:200]
    told = without_datelines(first)  # who reports from where comes last
    for text in (title, told, *([first] if told != first else [])):
        for places in (own, _official(), short):
            found = _first(Words([name for name in places if name in text]), text)
            if found is not None:
                return _deeper(places[found.text], text, found.end)
        if text is told and told != first and _NATIONAL.search(told):
            return NATION  # whatever town its dateline is from
    return None


def names_place(text: str, catalogue: Catalogue) -> bool:
    """Return whether a text names any place, one abroad as well; those of datelines are none."""
    told = without_datelines(text)
    every = {**own_names(catalogue), **_official(), **short_names(catalogue)}
    return _first(Words([name for name in every if name in told]), told) is not None


def without_datelines(text: str) -> str:
    """Return lines with their datelines blanked.

    >>> without_datelines("中新社北京9月27日电 全国")
    '            全国'
    """
    return "\n".join(without_dateline(line) for line in text.split("\n"))


@lru_cache(maxsize=1)
def _official() -> dict[str, str]:
    return {**countries(), **names(None)}


def _first(words: Words, text: str) -> Word | None:
    """Return the first place of a text that is no part of another name: 北京晚报, 中国式现代化."""
    for found in words.among(text):
        name, at = found.text, found.start
        slogan = any(text.startswith(w, at) for w in CONTENT if w.startswith(name))
        whole = name not in countries() or is_country(text, at, found.end)
        if whole and not slogan and not _BEARER.match(text, found.end):
            return found
    return None


def _deeper(code: str, text: str, at: int) -> str:
    """Return the place that follows right behind a larger one: 福建省德化县."""
    if not code.isdigit() or level_of(code) == "nation":
        return code
    known = names(code)
    found = Words([name for name in known if text.startswith(name, at)]).at(text, at)
    inner = known[found.text] if found else code
    return code if level_of(inner) == "nation" else inner
