"""English sentences: number by number, with subject, place and period carried on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.claims.bounds import half_width
from cpstats.claims.claim import Claim
from cpstats.claims.english.measures import bound_of, measure_of
from cpstats.claims.english.numbers import lists, spots
from cpstats.claims.english.subjects import Subjects
from cpstats.claims.english.times import Found, english_times
from cpstats.claims.measures import GROWTHS, Measure
from cpstats.claims.naming import indicator_for
from cpstats.claims.periods import months_of, start_of
from cpstats.claims.places import NATION

if TYPE_CHECKING:
    from cpstats.claims.clauses import Sentence
    from cpstats.claims.periods import When
    from cpstats.claims.reader import Carried, Reader
    from cpstats.claims.spans import Spot

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_LEAD = re.compile(r"\b(?:in|for|from|during|of|over|by|at|as of)(?: the)? ?$", re.IGNORECASE)
_VERSUS = re.compile(
    r"\b(?:higher|lower|faster|slower|above|below|more|less|ahead) (?:than|of)? ?(?:that (?:of|in|for) )?(?:the )?"
    r"(?P<place>(?P<nation>national|nation|country|nationwide|China)|\w+)?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\([^()\d]{0,80}\)|\b(?:of|for|in) the (?:whole|full|entire) year\b|\bof which\b|\baccording to [^,;.()]{0,60}(?=[,.]|$)"
)
_AGAINST = re.compile(
    r"(?:compared (?:with|to)|against|versus|\bafter|\bthan|above|below|beating"
    r"|(?:up|down|slower|faster|higher|lower|easing|improving|quickening|accelerat\w+|slowing|moderating|decelerating|rising|falling) from)"
    r"(?: (?:(?:an?|the|its) )?(?:[\w-]+ )?(?:(?:increase|rise|gain|growth|decline|decrease|fall|drop|rate|pace|forecasts?|estimates?) ?)?(?:of )?)?\s*\+?$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:targets?|aim(?:s|ed|ing)? (?:to|for|at)|(?:is|are) (?:expected|projected|forecast) to|will|plan(?:s|ned) to|goals?|strive|should be)\b",
    re.IGNORECASE,
)
_OWN_GOAL = re.compile(
    r"\b(?:met|meets|missed|exceed\w*|surpass\w*|above|below|than|over) (?:the |its |their )?(?:[\w-]+ ){0,3}(?:targets?|goals?)\b(?! of)",
    re.IGNORECASE,
)
_AIMS = r"\b(?:targets?|goals?|objectives?|expectations?)\b"
_HEADING = re.compile(
    rf"^[\w.]{{0,5}} ?[A-Za-z ]*(?:{_AIMS}|\bto do\b|\b(?:major|main|key) (?:work|tasks)\b)[^.:,;]{{0,40}}$"
    rf"|{_AIMS}[^.;]{{0,100}}(?::|as follows[.:]?)$|^[A-Z ]*{_AIMS}[^.:]{{0,40}}:",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"^[A-Z ]*{_AIMS}[^.:]{{0,40}}: *\S", re.IGNORECASE)
_BULLET = re.compile(r"\W{1,4} ?(?=\w)")
_THAN = re.compile(
    r"\b(?:than|from|compared with|compared to|over|against|on|above)(?: (?:that|those))?(?: in| of| for)?(?: the)? ?$|\bthat of (?:the )?$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover(?: the)? ?$", re.IGNORECASE)
_REAL = re.compile(
    r"in real terms|at (?:constant|comparable) prices|real growth|\breal \w+ (?:increas|grew|rose)|adjust\w+ for inflation",
    re.IGNORECASE,
)
_NOMINAL = re.compile(
    r"in nominal terms|at current prices|\bnominal(?:ly)?\b|current-dollar", re.IGNORECASE
)
_OR = re.compile(r"\s*,? ?or (?:about |nearly |some )?", re.IGNORECASE)
_TO_LEVEL = re.compile(
    r"[^,;]{0,40}\bto (?:about |nearly |more than |over )?(?:reach )?|[^,;]{0,30},? reaching (?:about )?",
    re.IGNORECASE,
)
_PER = re.compile(r"\b(?:per|every|each)\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |some |nearly |over |more than |a |an )?$", re.IGNORECASE)
_ON_QUARTER = re.compile(r"(?:compared (?:with|to)|on) the previous quarter", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:annual|yearly|full-year|for the year|this year)\b", re.IGNORECASE)
_YEAR_ON = re.compile(r"year|annual", re.IGNORECASE)
_ANNUAL = re.compile(r"\bat (?:an|a seasonally adjusted) annual(?:ized)? rate\b", re.IGNORECASE)
_NATIONWIDE = re.compile(r" (?:nationwide|nationally|for the (?:whole )?(?:nation|country))\b")


def is_english(letters: str) -> bool:
    """Return whether a sentence is written in Latin letters."""
    return _HAN.search(letters) is None and _LATIN.search(letters) is not None


@dataclass(slots=True)
class _Before:
    """A number and the words around it: its head (times blanked), what follows, and the period."""

    spot: Spot
    head: str
    after: str
    behind: str
    when: When
    status: str
    listed: int
    count: int
    against: bool = False
    quarterly: bool = False  # whether the sentence compares with the quarter before


def read(sentence: Sentence, reader: Reader) -> list[Claim]:
    """Return the claims of an English sentence."""
    letters = _REMARK.sub(lambda m: " " * len(m.group()), sentence.letters)
    aims = _open(sentence, reader)
    reader.annual = reader.annual or _ANNUAL.search(letters) is not None
    found = english_times(letters, reader.dating.clock, reader.dating.frame)
    numbers = _outside(spots(letters), found)
    found = [time for time in found if time.when.code]
    claims = [
        _claim(sentence, reader, before)
        for before in _stretches(letters, numbers, found, reader, aims=aims)
    ]
    _carry(letters, numbers, found, reader)
    return claims


def _carry(letters: str, numbers: list[Spot], found: list[Found], reader: Reader) -> None:
    """Hand period and topic of a sentence on: the first period of a text is that of the text."""
    dating = reader.dating
    said = [time for time in found if not _is_compared(time, letters)]
    if said:
        dating.frame = said[0].when
    if said and dating.main.source == "docdate" and not said[0].when.future:
        part = (time for time in said if not _is_whole_year(time.when))
        dating.main = dating.frame = next(part, said[0]).when
    rest = letters[numbers[-1].end if numbers else 0 :]
    Subjects(reader.names, reader.carried).pass_by(reader.gazetteer.without_places(rest))


def _open(sentence: Sentence, reader: Reader) -> bool:
    """Begin a sentence; return whether it is one of a list of goals.

    A paragraph begins with the period of the text; its place is carried on within it only.
    """
    reader.dating.open_sentence(paragraph=sentence.first)
    local = reader.gazetteer.is_local(sentence.letters[:60])
    if sentence.first or not local:
        reader.site.said = None
    reader.carried.group += 1
    reader.carried.heads = []
    bullet = _BULLET.match(sentence.letters) is not None
    if sentence.first:
        if not (bullet and reader.aims):
            reader.dating.frame = reader.dating.main
        reader.carried.measure = None
        if reader.aims and not bullet:
            reader.carried.subject = None
        reader.aims = reader.aims and (bullet or reader.headed)
        reader.headed = False
    if _HEADING.search(sentence.letters):
        reader.aims = True
        reader.headed = sentence.first and sentence.letters[-1:] not in ".:"
        return _INLINE.search(sentence.letters) is not None
    return reader.aims


def _is_whole_year(when: When) -> bool:
    return when.months is not None and when.months[1:] == (1, 12)


def _stretches(
    letters: str, numbers: list[Spot], found: list[Found], reader: Reader, *, aims: bool
) -> list[_Before]:
    """Return each number with the words before and behind it, and its period."""
    goal = _GOAL.search(letters)
    places, starts = lists(numbers, letters), [time.start for time in found]
    quarterly = _ON_QUARTER.search(letters) is not None
    when, begin, at = _first(reader.dating.frame, found, letters, numbers), 0, 0
    out: list[_Before] = []
    for n, spot in enumerate(numbers):
        stop = numbers[n + 1].start if n + 1 < len(numbers) else len(letters)
        listed, count = places[n]
        first = at
        while at < len(found) and found[at].start < spot.start:
            at += 1
        for time in found[first:at]:
            if not _is_compared(time, letters):
                when = time.when
        ahead = found[at : bisect_left(starts, stop)]
        own = _behind(letters, spot, ahead)
        head = _without_times(letters, begin, spot.start, found[first:at])
        tail = min(stop, spot.end + 80)
        after = re.split(r"[,;]|\. ", letters[spot.end : tail])[0]
        timed = _without_times(letters, spot.end, tail, found[at : bisect_left(starts, tail)])
        behind = re.split(r"[,;]|\. ", timed)[0]
        against = _AGAINST.search(letters[max(0, spot.start - 60) : spot.start]) is not None
        goals = goal is not None and goal.start() < spot.start and not _OWN_GOAL.search(head)
        then = (against and own) or (when if listed or against else own or when)
        future = then.future or aims or (goals and (not then.code or then.source == "docdate"))
        bracketed = [t for t in found[first:at] if letters[t.end : spot.start].strip() == "("]
        then = bracketed[-1].when if bracketed else _from_to(then, head, out)
        goaled = goals and then.year is not None and _is_running(then, reader)
        status = "target" if future or goaled else "claim"
        if _PER.search(head):
            status = "not_claim"  # per 10,000 yuan of GDP
        if status == "target" and not own and then.year and _YEARLY.search(head):
            then = months_of(then.year, 1, 12, source=then.source)
        out.append(
            _Before(spot, head, after, behind, then, status, listed, count, against, quarterly)
        )
        begin = begin if status == "not_claim" else spot.end
    return out


def _from_to(when: When, head: str, before: list[_Before]) -> When:
    """Return the first and the last year for the two ends of a span: from 54 to 83 trillion."""
    if when.span is None or when.span[0] == when.span[1]:
        return when
    if _FROM.search(head):
        return start_of(when)
    if before and _FROM.search(before[-1].head) and _TO_LEVEL.fullmatch(head):
        return months_of(when.span[1], 1, 12, source=when.source)
    return when


def _is_running(when: When, reader: Reader) -> bool:
    day = reader.dating.clock.published
    return day is not None and when.year is not None and when.year >= day.year


def _behind(letters: str, spot: Spot, found: list[Found]) -> When | None:
    """Return the period right behind a number: 6.4 percent in the first quarter and so on."""
    for time in found:
        between = letters[spot.end : time.start]
        plain = not re.search(r"[,;]| and | while | with ", between) or _AGAINST.search(
            letters[max(0, spot.start - 60) : spot.start]
        )
        if plain and not _is_compared(time, letters):
            return time.when
    return None


def _first(frame: When, found: list[Found], letters: str, numbers: list[Spot]) -> When:
    """Return the period before any is said: a sentence may name its own only behind a number."""
    said = [time for time in found if not _is_compared(time, letters)]
    if len(numbers) > 1:
        last = numbers[-1]
        if _AGAINST.search(letters[max(0, last.start - 60) : last.start]):
            said = [time for time in said if time.start < last.start]
        said = [t for t in said if t.start < numbers[1].start or t.start > last.end] or said
    return said[0].when if said else frame


def _is_compared(time: Found, letters: str) -> bool:
    lead = letters[max(0, time.start - 30) : time.start]
    if time.when.span is not None and _OVER.search(lead):
        return False  # over the past five years
    return time.compared or _THAN.search(lead) is not None


def _outside(numbers: list[Spot], found: list[Found]) -> list[Spot]:
    """Return the numbers that are no part of words of time."""
    kept, at = [], 0
    for spot in numbers:
        while at < len(found) and found[at].end <= spot.start:
            at += 1
        if at == len(found) or found[at].start > spot.start:
            kept.append(spot)
    return kept


def _without_times(letters: str, begin: int, end: int, found: list[Found]) -> str:
    """Return the words before a number with the words of time blanked."""
    pieces: list[str] = []
    position = begin
    for time in found:
        lead = _LEAD.search(letters, max(position, time.start - 16), time.start)
        start = max(position, lead.start() if lead else time.start)
        pieces += [letters[position:start], " " * (min(time.end, end) - start)]
        position = max(position, min(time.end, end))
    return "".join([*pieces, letters[position:end]])


def _claim(sentence: Sentence, reader: Reader, before: _Before) -> Claim:
    spot, head, after, when = before.spot, before.head, before.after, before.when
    carried, names = reader.carried, reader.names
    place = _place(reader, before)
    bare = reader.gazetteer.without_places(head)
    subjects = Subjects(names, carried)
    subject = subjects.remarked(sentence.letters[spot.end : spot.end + 120]) or subjects.of(
        bare, reader.gazetteer.without_places(before.behind), before
    )
    indicated = names.indicators.get((subject and subject.indicator) or "")
    rate = indicated.unit in ("%", "‰") and indicated.kind != "index" if indicated else None
    measure = measure_of(spot, bare, after, carried.measure, rate=rate)
    measure = _taken_up(measure, before, carried)
    if measure.name == "growth" and _is_on_quarter(before, reader):
        measure = replace(measure, name="growth_on_period")
    if measure.name == "growth" and when.span and when.span[0] < when.span[1]:
        measure = Measure("span_growth", measure.direction)
    if before.listed and carried.last is not None:
        measure = carried.last
    carried.last = measure
    carried.measure = measure.name
    words = "占" if re.search(r"share|account|proportion|making up|represent", head) else ""
    indicator = indicator_for(subject, spot, measure, words, names, sentence.letters)
    bound = bound_of(head, after)
    versus = _VERSUS.search(after) if measure.subtype else None
    real = _REAL.search(head + after)
    default = indicated.growth_basis if indicated and measure.name in GROWTHS else ""
    nominal = None if real else _NOMINAL.search(head + after)
    basis = default if default in ("constant", "current") else None
    basis = "constant" if real else "current" if nominal else basis
    return Claim(
        start=sentence.start + spot.start,
        end=sentence.start + spot.end,
        surface=sentence.text[spot.start : spot.end],
        sentence=sentence.text,
        sentence_start=sentence.start,
        line=sentence.line,
        column=sentence.column + spot.start,
        place=place,
        indicator=None if before.status == "not_claim" else indicator.ident,
        indicator_surface=subject.surface if subject else None,
        period=when.code,
        period_readings=when.readings,
        period_from=when.source if when.code else None,
        base_period=reader.dating.base(when, measure.name),
        measure=measure.name,
        subtype=measure.subtype,
        of=measure.of,
        ranked=indicator.ranked,
        price_basis=basis,
        price_basis_from=None if basis is None else "text" if real or nominal else "indicator",
        value=abs(float(spot.value)),
        value_text=spot.value_text,
        unit=spot.unit,
        bound=bound,
        direction=measure.direction,
        benchmark=_benchmark(versus, reader),
        status=before.status,
        group=f"g{carried.group}",
        half_width=half_width(spot, bound),
    )


def _taken_up(measure: Measure, before: _Before, carried: Carried) -> Measure:
    """Return a measure with what the number before says of it: grew 5 percent to 30 billion."""
    last = carried.last
    if last is None:
        return measure
    if measure.name == "growth" and last.name in GROWTHS and before.against:
        fell = re.search(r"\b(?:declin|decreas|drop|fall)\w*\b[^,;]*$", before.head[-30:])
        return replace(last, direction="down" if fell else last.direction)
    amount = measure.name == "level" and last.name in GROWTHS
    if amount and _OR.fullmatch(before.head):
        return Measure("change", last.direction)
    if amount and measure.direction is None and _TO_LEVEL.fullmatch(before.head):
        return replace(measure, direction=last.direction)
    return measure


def _is_on_quarter(before: _Before, reader: Reader) -> bool:
    """Return whether a growth is one on the quarter before, at an annual rate or not."""
    said = before.quarterly and not _YEAR_ON.search(before.head)
    return said or (
        reader.annual and _is_quarter(before.when) and not _YEAR_ON.search(before.after)
    )


def _is_quarter(when: When) -> bool:
    return when.months is not None and not when.is_day and when.months[2] - when.months[1] == 2


def _place(reader: Reader, before: _Before) -> str | None:
    """Return the place of a number: named before it, right behind it, or in its list."""
    site, gazetteer = reader.site, reader.gazetteer
    if _NATIONWIDE.match(before.after) and before.spot.kind != "rank":
        return NATION  # compared with 41,314 yuan nationwide
    if before.count > 1:
        if before.listed == 0:
            codes = gazetteer.places_in(before.head)
            site.several = codes if len(codes) == before.count else site.several
        if len(site.several) == before.count:
            return site.several[before.listed] or None
    named = gazetteer.place_of(before.head)
    behind = gazetteer.place_behind(before.after)
    if behind is not None and named is None:
        return behind[0] or None
    site.said = site.said if named is None else named
    return site.here if site.said is None else site.said or None  # "" is abroad


def _benchmark(versus: re.Match[str] | None, reader: Reader) -> str | None:
    """Return the place that a gap is against."""
    if versus is None or not versus["place"]:
        return None
    return NATION if versus["nation"] else reader.gazetteer.place_of(versus["place"]) or None
