"""Whence a text speaks: the day it was published and the place it is about."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.chinese.places import countries, is_country, names
from cpstats.claims.chinese.times import times
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.longest import Words
from cpstats.claims.terms.own_places import own_names, short_names
from cpstats.claims.terms.periods import Clock, When, resolve
from cpstats.claims.terms.script import is_latin
from cpstats.claims.terms.vocabulary import CONTENT
from cpstats.gazetteer.china import level_of
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.terms.longest import Word
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.spans import Spans

_FAR = 400  # signs that say in which letters a text is written
_HEAD = 3000  # a dateline stands at the top
_DATE = r"(?P<y>(?:19|20)\d{2}) ?[-/.年] ?(?P<m>\d{1,2}) ?[-/.月] ?(?P<d>\d{1,2})"
_LABELLED = pattern(
    rf"(?:发布(?:日期|时间)|发稿时间|发表时间|公布日期|成文日期|发文日期|印发日期|日期|时间|来源|Published|Date|Release date)"
    rf"[^\d\n]{{0,20}}{_DATE}",
    re.ASCII | re.IGNORECASE,
)
_TIME = r"(?:\d{1,2}:\d{2}(?::\d{2})?)?"
_ALONE = pattern(rf"^[ (\[]*{_DATE}日?[ )\]]*{_TIME}[^\n]{{0,20}}$", re.ASCII | re.MULTILINE)
_MASTHEAD = pattern(
    rf"^[^\n\d,;。:至止到自从于起以]{{2,24}}{_DATE}日? *{_TIME}[^\n\d,;。]{{0,12}}$",
    re.ASCII | re.MULTILINE,
)
_BEARER = pattern(  # who only bears the name of a place: 北京晚报, 中国工商银行
    r"[\u4e00-\u9fff]{0,6}?(?:晚报|日报|晨报|早报|时报|青年报|商报|电视台|电台|新闻网|新闻社|出版社|银行|证券|大学(?!生)|学院|公司|集团"
    r"|研究院|研究所|协会|杂志)"
)
_TITLE = 80
_CENSUS = pattern(
    r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日零时|标准时点(?:为|是)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日",
    re.ASCII,
)
_REPORT = pattern(r"工作报告|计划|规划|展望|安排")
_STOPS = pattern(r"[。;!?]|,.*,")


class Context(NamedTuple):
    """Day of publication and place, and whence each is known (given, text or None)."""

    published: date | None = None
    place: str | None = None
    published_from: str | None = None
    place_from: str | None = None


def context_of(
    text: str,
    *,
    catalogue: Catalogue,
    published: date | None = None,
    place: str | None = None,
) -> Context:
    """Return the context of a text; what is given is kept, the rest is read from the text.

    Parameters
    ----------
    text : str
        The text as it was read.
    catalogue : Catalogue
        Whose places count beside the official ones.
    published : date, optional
        The day of publication, if known.
    place : str, optional
        The code of the place, if known.
    """
    top = plain(text[:_HEAD])
    day = published or _dateline(top)
    code = place or _home(top, catalogue)
    return Context(
        day,
        code,
        "given" if published else "text" if day else None,
        "given" if place else "text" if code else None,
    )


def _home(top: str, catalogue: Catalogue) -> str | None:
    """Return the place that a text is about, None where it names none or one abroad."""
    if is_latin(top[:_FAR]):
        from cpstats.claims.english import heads

        return heads.home(top, _title(top), short_names(catalogue)) or None
    return _place(top, own_names(catalogue), short_names(catalogue))


def _dateline(top: str) -> date | None:
    if is_latin(top[:_FAR]):
        from cpstats.claims.english import heads

        if day := heads.dateline(top):
            return day
    for date_line in (_LABELLED, _ALONE, _MASTHEAD):
        match = date_line.search(top)
        if match and (day := _day(match["y"], match["m"], match["d"])):
            return day
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _title(top: str) -> str:
    """Return the first line, if it is short enough to be a heading."""
    first = next((line.strip(" #*") for line in top.split("\n") if line.strip(" #*")), "")
    return first if len(first) <= _TITLE and not _STOPS.search(first) else ""


def title_period(text: str, published: date | None, spans: Spans) -> When | None:
    """Return the period that the heading names, None where it names none."""
    top = plain(text[:_HEAD])
    title = _title(top)
    if (counted := _CENSUS.search(top)) and (day := _day(*filter(None, counted.groups()))):
        code = day.isoformat()
        at_end = (day.month, day.day) == (12, 31)
        shown = (code, str(day.year)) if at_end else (code,)
        return When(code, shown, "context", months=(day.year, 1, day.month))
    if _REPORT.search(title):  # the year of a work report is not the year it reports on
        return None
    clock = Clock(published, spans=spans)
    if is_latin(title):
        from cpstats.claims.english import heads

        return heads.period(title, top, clock)
    for time in times(title, spans):
        if time.shape in ("year", "sub", "years", "plan") and not time.tail.startswith("day"):
            if time.year is None and published is None:
                continue
            found = resolve(time, clock, clock.default)
            if found.code is not None:
                return found
    return None


def _place(top: str, own: dict[str, str], short: dict[str, str]) -> str | None:
    """Return the place of the heading, else the one that the first lines name first.

    In either the user's own places come before official names, and those before short ones.
    """
    known = ((own, frozenset(own)), _official(), (short, frozenset(short)))
    for text in (_title(top), top.lstrip()[:200]):
        for places, words in known:
            found = _first(_words(words), text)
            if found is not None:
                return _deeper(places[found.text], text, found.end)
    return None


@lru_cache(maxsize=1)
def _official() -> tuple[dict[str, str], frozenset[str]]:
    places = {**countries(), **names(None)}
    return places, frozenset(places)


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
    found = _words(frozenset(names(code))).at(text, at)
    inner = names(code)[found.text] if found else code
    return code if level_of(inner) == "nation" else inner


@lru_cache(maxsize=16)
def _words(words: frozenset[str]) -> Words:
    return Words(words)
