"""English sentences of a statistical release: number by number, the subject carried on."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from cpstats.claims.bounds import half_width
from cpstats.claims.claim import Claim
from cpstats.claims.english_times import Found, english_times
from cpstats.claims.measures import GROWTHS, Measure
from cpstats.claims.naming import indicator_for
from cpstats.claims.numerals import arabic
from cpstats.claims.places import NATION
from cpstats.claims.spans import Spot
from cpstats.claims.subjects import Subject
from cpstats.store.divisions import FILE as DIVISIONS
from cpstats.claims.trie import pattern_of
from cpstats.claims.units import is_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpstats.claims.clauses import Sentence
    from cpstats.claims.periods import When
    from cpstats.claims.reader import Reader

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_SCALE = r"(?:trillion|billion|million|thousand)"
_THINGS = (
    "yuan|US dollars|U\\.S\\. dollars|USD|dollars|euros|RMB|people|persons|residents|tonnes|tons|metric tons|"
    "kilowatt-hours|kWh|hectares|mu|units|vehicles|households|square met(?:er|re)s|square kilomet(?:er|re)s|"
    "cubic met(?:er|re)s|kilomet(?:er|re)s|km|trips|visits|times"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,$])(?P<sign>-?)(?P<money>(?:US)?\$|RMB ?|CNY ?)?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    rf"(?: ?(?P<unit>%|percentage points?|per cent|percent|basis points)|(?:[ -](?P<scale>{_SCALE}))?(?: (?P<thing>{_THINGS}))?)(?![\w])",
    re.IGNORECASE | re.ASCII,
)
_INDEX_VALUE = re.compile(r"\b(?:was|stood at|came in at|reached|registered|at)\s+$", re.IGNORECASE)
_UP = r"increas\w*|grew|grow\w*|rose|ris(?:e|ing|en)|up|expand\w*|climb\w*|gain\w*|higher|jump\w*|surg\w*|accelerat\w*"
_DOWN = r"decreas\w*|declin\w*|fell|fall\w*|drop\w*|down|shrank|contract\w*|lower|slow\w*|narrow\w*|reduc\w*"
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_TO = re.compile(
    r"\b(?:to|at|reached|reaching|was|were|is|stood at|accounted for|accounting for|accounts for)\s+(?:about |nearly |over |more than )?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:about |nearly |over |more than )?$", re.IGNORECASE)
_NEAR = 30  # words of time so near the start of a sentence hold for the next ones too
_LEAD = re.compile(r"\b(?:in|for|from|during|of|over|by|at|as of)(?: the)? ?$", re.IGNORECASE)
_MONTH = re.compile(
    r"month[- ]on[- ]month|month[- ]over[- ]month|(?:over|from|than) the previous month|quarter[- ]on[- ]quarter",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"average annual|annual average|annually on average|two-year average|average growth|per year on average|compound annual",
    re.IGNORECASE,
)
_VERSUS = re.compile(
    r"(?:higher|lower|faster|slower) than (?:that of )?(?:the )?(?P<nation>national|country|nationwide|China)?",
    re.IGNORECASE,
)
_FUNCTION = frozenset(
    "a an the of in on at by to from for and or while but with which that it its this these was were is are be been has had have "
    "up down year month quarter basis compared same period last previous over against increase decrease growth rise decline "
    "increased decreased grew rose fell declined dropped reached reaching totaled totalled amounted stood expanded climbed "
    "respectively specifically among them total respectively an also further still nearly about around approximately more than "
    "less some almost real terms nominal terms average annual rate yearly annually year-on-year month-on-month y/y yoy mom "
    "it went averaged edged came or percentage point points higher lower faster slower accounting accounted accounts representing share as said new high "
    "calculated comparable prices price constant terms adjusted excluding inflation deducting factors actual nominally whole "
    "china's china national nationwide country country's nation's nation overall it's their then there respectively growing "
    "rising falling increasing decreasing declining reversing hitting exceeding exceeded surpassed topped topping out".split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'/&-]*")
_REMARK = re.compile(r"\([^()\d]{0,80}\)")
_BEFORE = re.compile(
    r"(?:^|[,;:]|\b(?:the|total|national|nationwide|china's|country's|nation's|its|and|while|where|with|s|of which|in which|[a-z]+'s))\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:$|[,;]|\b(?:was|were|is|are|has|had|have|reached|totaled|totalled|stood|amounted|averaged|went|edged|increas|decreas|grew|grow|rose|rise|fell|fall|declin|drop|"
    r"up|down|expand|hit|exceed|surpass|came|climb|contract|edged|remain|accounted|accounts|posted|registered|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20|the first|the second|the third|the fourth)))",
    re.IGNORECASE,
)
_BOUNDS = (
    (
        re.compile(r"\b(?:more than|over|exceed\w*|surpass\w*|topp\w*|above)\s*$", re.IGNORECASE),
        "more_than",
    ),
    (re.compile(r"\b(?:at least|no less than)\s*$", re.IGNORECASE), "at_least"),
    (re.compile(r"\b(?:up to|at most|no more than)\s*$", re.IGNORECASE), "at_most"),
    (
        re.compile(r"\b(?:less than|under|nearly|almost|below|close to)\s*$", re.IGNORECASE),
        "less_than",
    ),
    (re.compile(r"\b(?:about|around|approximately|roughly|some)\s*$", re.IGNORECASE), "approx"),
)
_GOAL = re.compile(
    r"\b(?:target|aims? to|is expected to|are expected to|will|plans? to|goal)\b", re.IGNORECASE
)


def is_english(letters: str) -> bool:
    """Return whether a sentence is written in Latin letters."""
    return _HAN.search(letters) is None and _LATIN.search(letters) is not None


def spots(letters: str) -> Iterator[Spot]:
    """Yield the quantities of an English sentence."""
    for match in _QUANTITY.finditer(letters):
        value = arabic(match["digits"].rstrip(","))
        unit = match["unit"] or " ".join(
            filter(None, (match["scale"], match["thing"] or match["money"]))
        )
        if value is None or match["digits"].endswith(","):
            continue
        head = letters[max(0, match.start() - 60) : match.start()]
        kind = "quantity"
        if not unit:
            if (
                not ("ndex" in head or "PMI" in head)
                or not _INDEX_VALUE.search(head)
                or value > 1000
            ):
                continue
            kind = "index"
        minus = -1 if match["sign"] else 1
        start = match.start() if match["sign"] or match["money"] else match.start("digits")
        yield Spot(start, match.end(), value * Decimal(minus), match["digits"], unit.strip(), kind)


def read(sentence: Sentence, reader: Reader) -> list[Claim]:
    """Return the claims of an English sentence."""
    letters = _REMARK.sub(lambda m: " " * len(m.group()), sentence.letters)
    if sentence.first:
        reader.dating.frame = reader.dating.main
    found = english_times(letters, reader.dating.clock, reader.dating.frame)
    taken = [(t.start, t.end) for t in found]
    if sentence.first:
        reader.carried.subject = None
    claims: list[Claim] = []
    begin = 0
    reader.dating.open_sentence(paragraph=sentence.first)
    reader.site.open_sentence()
    when = reader.dating.frame
    numbers = [
        s for s in spots(letters) if not any(a <= s.start < b for a, b in _near(taken, s.start))
    ]
    goal = _GOAL.search(letters)
    for n, spot in enumerate(numbers):
        stop = numbers[n + 1].start if n + 1 < len(numbers) else len(letters)
        head = _without_times(letters, begin, spot.start, found)
        for time in found:
            if begin <= time.start < spot.start and not _compared(letters, time.start):
                when = time.when
        after = re.split(r"[,;]", letters[spot.end : min(stop, spot.end + 60)])[0]
        reader.carried.group += 1 if n == 0 else 0
        status = (
            "target"
            if when.future or (goal and goal.start() < spot.start and not when.code)
            else "claim"
        )
        claims.append(
            _claim(sentence, reader, spot, head=head, after=after, when=when, status=status)
        )
        begin = spot.end
    if found and (found[0].start < _NEAR or reader.dating.frame.source == "docdate"):
        reader.dating.frame = found[0].when
    return claims


def _near(taken: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    return [(a, b) for a, b in taken if a <= at < b]


def _compared(letters: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:than|from|compared with|over|against)(?: that)?(?: in| of)?(?: the)? $",
            letters[max(0, start - 30) : start],
        )
    )


def _claim(
    sentence: Sentence,
    reader: Reader,
    spot: Spot,
    *,
    head: str,
    after: str,
    when: When,
    status: str,
) -> Claim:
    subject = _subject(head, after, spot, reader)
    if subject is not None:
        reader.carried.subject = subject
        reader.carried.measure = None
    subject = reader.carried.subject
    measure = _measure(spot, head, after, reader.carried.measure)
    if measure.name == "growth" and when.span and when.span[0] < when.span[1]:
        measure = Measure("span_growth", measure.direction)
    reader.carried.measure = measure.name
    words = "占" if re.search(r"share|account|proportion", head) else ""
    indicator = indicator_for(subject, spot, measure, words, reader.names, sentence.letters)
    bound = next((b for pattern, b in _BOUNDS if pattern.search(head[-20:])), "exact")
    reader.site.said = _place(head) or reader.site.said
    place = reader.site.said or reader.site.here
    versus = _VERSUS.search(after) if measure.subtype else None
    real = re.search(r"in real terms|at constant prices|real growth", head + after)
    indicated = reader.names.indicators.get(indicator.ident or "")
    default = indicated.growth_basis if indicated and measure.name in GROWTHS else ""
    basis = "constant" if real else default if default in ("constant", "current") else None
    return Claim(
        start=sentence.start + spot.start,
        end=sentence.start + spot.end,
        surface=sentence.text[spot.start : spot.end],
        sentence=sentence.text,
        line=sentence.line,
        column=sentence.column + spot.start,
        place=place,
        indicator=indicator.ident,
        indicator_surface=subject.surface if subject else None,
        period=when.code,
        period_readings=when.readings,
        period_from=when.source if when.code else None,
        base_period=reader.dating.base(when, measure.name),
        measure=measure.name,
        subtype=measure.subtype,
        of=measure.of,
        price_basis=basis,
        price_basis_from=None if basis is None else "text" if real else "indicator",
        value=abs(float(spot.value)),
        value_text=spot.value_text,
        unit=spot.unit,
        bound=bound,
        direction=measure.direction,
        benchmark=NATION if versus and versus["nation"] else None,
        status=status,
        group=f"g{reader.carried.group}",
        half_width=half_width(spot, bound),
    )


@lru_cache(maxsize=4)
def _name_pattern(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(sorted(names))}\b")


def _without_times(letters: str, begin: int, end: int, found: list[Found]) -> str:
    """Return the words before a number with the words of time blanked."""
    head = letters[begin:end]
    for time in found:
        if begin <= time.start < end:
            a, b = time.start - begin, min(time.end, end) - begin
            lead = _LEAD.search(head, max(0, a - 16), a)
            a = lead.start() if lead else a
            head = head[:a] + " " * (b - a) + head[b:]
    return head


@lru_cache(maxsize=1)
def _provinces() -> tuple[re.Pattern[str], dict[str, str]]:
    with DIVISIONS.open(encoding="utf-8", newline="") as file:
        codes = {r["name_en"]: r["ref_area"] for r in csv.DictReader(file) if r["slug"]}
    return re.compile(rf"\b{pattern_of(codes)}\b"), codes


def _place(head: str) -> str | None:
    """Return the place that the words before a number name."""
    pattern, codes = _provinces()
    match = pattern.search(head.partition(" than ")[0])
    if match:
        return codes[match.group()]
    return (
        NATION if re.search(r"\b(?:[Nn]ation|[Nn]ationwide|[Nn]ational|country)\b", head) else None
    )


_THAT = re.compile(
    r"\bthat (?:of|in|for) (?:the )?(?P<part>[a-z ]+?)\s*(?:,|\b(?:was|were|is|reached|stood|increas|grew|rose|fell|decreas|declin|up|down))"
)


def _subject(head: str, after: str, spot: Spot, reader: Reader) -> Subject | None:
    """Return the subject of a number: a name that stands alone, or a noun that is none."""
    names = reader.names
    lower = head.lower()
    english = {name.lower(): ident for name, ident in names.names.items() if name.isascii()}
    matches = list(_name_pattern(frozenset(english)).finditer(lower))
    if matches:
        last = matches[-1]
        clean = _BEFORE.search(lower[: last.start()]) and _BEHIND.match(lower, last.end())
        rest = _nouns(head[last.end() :])
        if clean and not rest:
            return Subject(head[last.start() : last.end()], english[last.group()] or None)
    that, last = _THAT.search(lower), reader.carried.subject
    if that is not None and last is not None:
        whole = f"{last.surface.lower().partition(' of ')[0]} of the {that['part']}"
        return Subject(whole, english.get(whole) or None)
    left = _nouns(head)
    if not left and not is_percent(spot.unit.lower()) and spot.unit and not head.strip(" ,;"):
        left = _nouns(after)[:4]
    return Subject(" ".join(left)) if left else None


_TIME_WORDS = re.compile(
    r"\b(?:in|from|by)?\s*(?:january|february|march|april|may|june|july|august|september|october|november|december|first|second|third|"
    r"fourth|half|quarters?|months?|two|three|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _nouns(text: str) -> list[str]:
    """Return the words that are neither time nor function: the noun of an unknown subject."""
    words = _WORD.findall(_TIME_WORDS.sub(" ", text))
    return [w for w in words if w.lower() not in _FUNCTION and len(w) > 1]


def _measure(spot: Spot, head: str, after: str, before: str | None) -> Measure:
    moved = None
    for match in _MOVED.finditer(head):
        moved = match
    up = "down" if spot.value < 0 or (moved and moved["down"]) else "up"
    if spot.unit.lower().startswith(("percentage point", "basis point")):
        return _points(after, before, up, _MOVED.search(after))
    if is_percent(spot.unit.lower()):
        reached = _TO.search(head)
        if moved and not (reached and not _BY.search(head)):
            if _MONTH.search(head + after) or _MONTH.search(after):
                return Measure("growth_on_period", up)
            return Measure("average_growth" if _AVERAGE.search(head + after) else "growth", up)
        if before in GROWTHS and not _nouns(head) and not reached:
            return Measure("growth_on_period" if _MONTH.search(after) else before, up)
        if "index" in head.lower() and "rate" not in head.lower():
            return Measure("index")
        if reached and re.search(r"growth (?:rate )?(?:was|of|reached|stood)", head):
            return Measure("growth", "up")
        return Measure("share", up if moved else None)
    if spot.kind == "index":
        return Measure("index")
    if moved and _BY.search(head):
        return Measure("change", up)
    return Measure("level")


def _points(after: str, before: str | None, up: str, moved: re.Match[str] | None) -> Measure:
    of = "growth" if before in (*GROWTHS, "growth_gap") else "share"
    direction = ("down" if moved["down"] else "up") if moved else up
    if re.search(r"(?:higher|lower|faster|slower|above|below)", after) and not re.search(
        r"previous|last|year|month|quarter", after
    ):
        return Measure(
            "growth_gap" if of == "growth" else "level_gap", direction, "vs_benchmark", of
        )
    return Measure(
        "growth_change" if of == "growth" else "share_change", direction, "time_change", of
    )
