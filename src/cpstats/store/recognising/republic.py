"""Years and months counted from 1911, as Taiwan counts them, where only a run of them says so.

`民國112年` says it by itself and of those beside it, and so does a run of `98年` to `101年`. Bare numbers,
`98, 99, 100, 101` under a header of times, may as well count steps: they are years in a table in traditional
letters, and there `99年, 100年, 64年` need not be one run. What stays open, `98年`, is asked for.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.message import Message
from cpstats.model.period import Period, PeriodError
from cpstats.model.traditional import simplified
from cpstats.store.cells import ERAS, century
from cpstats.store.recognising.header_words import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LABEL = re.compile(
    r"(?P<said>(?:中華|中华)?民[國国] ?)?(?P<year>\d{1,3})年(?:[度底]|(?P<month>\d{1,2})月(?:份|底)?)?"
)
BEFORE_NAME = re.compile(r"(?P<year>1[0-4]\d)年(?=[\u4e00-\u9fff]{2})(?!\d{0,2}月)")
BARE = re.compile(r"(?P<year>\d{1,3})(?:\.0)?(?P<month>(?!))?")
BARE_MONTH = re.compile(r"(?P<year>1[0-4]\d)(?P<month>0[1-9]|1[0-2])(?:\.0)?")  # 10401
BEYOND, NEWEST = 100, 150  # a year with three digits; one that is not reached soon
FEWEST, FEWEST_SIGNED = 3, 2  # with 年 behind each, in a table in traditional letters
TITLES = 20  # lines that may hold a header
NAMED = re.compile(r"民[國国]|\b(?:ROC|Minguo)\b")


def counts_from_1911(texts: Iterable[str]) -> bool:
    """Whether the letters of a table say that it may count its years so.

    >>> counts_from_1911(["年", "人口數"]), counts_from_1911(["year (ROC)"]), counts_from_1911(["year", "人口数"])
    (True, True, False)
    """
    return any(NAMED.search(text) or simplified(text) != text for text in texts)


def fewest_bare(texts: Iterable[str]) -> int:
    """Return how many bare numbers are a run: one that has three digits is a year by itself, as no step or day has.

    >>> fewest_bare(["102"]), fewest_bare(["98", "99"]), fewest_bare(["300"])
    (1, 3, 3)
    """
    alone = all(t.isdecimal() and BEYOND <= int(t) <= NEWEST for t in texts)
    return 1 if alone else FEWEST


def years_of_republic(
    texts: Iterable[str], *, bare: bool, fewest: int = FEWEST, gaps: bool = False
) -> dict[str, Period]:
    """Return the period of each text, where together they can be nothing else; else empty.

    `bare` numbers are taken where a header says that they are times; `fewest` labels are a run, which may
    have `gaps`. One of them with the name of the republic tells it of all.

    >>> {k: str(v) for k, v in years_of_republic(["99", "100", "101"], bare=True).items()}
    {'99': '2010', '100': '2011', '101': '2012'}
    >>> str(years_of_republic(["111年12月", "112年1月", "112年2月"], bare=False)["112年1月"])
    '2023-01'
    >>> years_of_republic(["97", "98", "99"], bare=True), years_of_republic(["99", "100", "101"], bare=False)
    ({}, {})
    >>> {k: str(v) for k, v in years_of_republic(["10411", "10412", "10501"], bare=True).items()}
    {'10411': '2015-11', '10412': '2015-12', '10501': '2016-01'}
    >>> {k: str(v) for k, v in years_of_republic(["民國98年", "93年"], bare=False).items()}
    {'93年': '2004', '民國98年': '2009'}
    """
    labels = list(dict.fromkeys(text.strip() for text in texts))
    months = bare and all(map(BARE_MONTH.fullmatch, labels))
    form = BARE_MONTH if months else BARE if bare else LABEL
    fewest = 1 if months else min(fewest, fewest_bare(labels)) if bare else fewest
    found = [form.fullmatch(text) for text in labels]
    named = not bare and any(f and f["said"] for f in found)
    if not (named or len(labels) >= fewest) or not all(found):
        return {}
    years = [int(f["year"]) for f in found if f]
    if not (1 if named else BEYOND) <= max(years) <= NEWEST:
        return {}
    try:
        periods = [_period(f) for f in found if f]
    except PeriodError:
        return {}
    ordered = sorted({p.ordinal for p in periods})
    alike = len({p.freq for p in periods}) == 1 and len(ordered) == len(labels)
    steps = {b - a for a, b in pairwise(ordered)}
    if not (gaps or named or (alike and len(steps) < 2)):
        return {}
    return dict(sorted(zip(labels, periods, strict=True), key=lambda pair: pair[1]))


def _period(found: re.Match[str]) -> Period:
    year = int(found["year"]) + ERAS["民国"]
    return Period.parse(f"{year}年{found['month']}月" if found["month"] else str(year))


def with_years_before_names(cells: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return cells with years of three figures before names in a header in traditional letters written in full: 108年人口數.

    >>> with_years_before_names([["地區", "108年人口數", "109年人口數"], ["甲", "5", "6"]])[0]
    ['地區', '2019年人口數', '2020年人口數']
    >>> with_years_before_names([["地区", "108年人口数"], ["甲", "5"]])[0]
    ['地区', '108年人口数']
    """
    near = cells[:TITLES]
    found = [i for i, row in enumerate(near) if any(map(BEFORE_NAME.match, row))]
    if not found or not counts_from_1911(text for row in near for text in row):
        return cells
    return [
        [
            BEFORE_NAME.sub(_in_full, text, count=1)
            if i in found and BEFORE_NAME.match(text)
            else text
            for text in row
        ]
        for i, row in enumerate(cells)
    ]


def _in_full(found: re.Match[str]) -> str:
    return f"{int(found['year']) + ERAS['民国']}年"


def in_full_years(
    cells: Sequence[Sequence[str]], *, of_republic: bool
) -> tuple[Sequence[Sequence[str]], list[Message]]:
    """Return cells with years of few digits written in full, as the user says they are meant: 98年, 98 under a word for times.

    >>> in_full_years([["年", "戶數"], ["98年", "98"]], of_republic=True)[0]
    [['年', '戶數'], ['2009年', '98']]
    >>> in_full_years([["年", "戶數"], ["98年", "98"]], of_republic=False)[0]
    [['年', '戶數'], ['1998年', '98']]
    """
    heads = (
        (i, c)
        for i, row in enumerate(cells[:TITLES])
        for c, text in enumerate(row)
        if role_of(text) == "time"
    )
    top, times = next(heads, (len(cells), -1))
    made: list[list[str]] = []
    first = ("", "")
    for i, row in enumerate(cells):
        made.append([*row])
        for c, text in enumerate(row):
            found = (
                LABEL.fullmatch(text) or (i > top and c == times and BARE.fullmatch(text)) or None
            )
            if found is None or not (of_republic or len(found["year"]) == len("98")):
                continue
            year = int(found["year"]) + ERAS["民国"] if of_republic else century(found["year"])
            made[i][c] = f"{year}{text[found.end('year') :]}"
            first = first if first[0] else (text, made[i][c])
    told = Message("{} is read as {} (--era)", "{} 读作 {}（--era）", *first)
    return (made, [told]) if first[0] else (cells, [])
