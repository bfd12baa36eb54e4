"""English sentences of a statistical release: number by number, the subject carried on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.bounds import half_width
from cpstats.claims.claim import Claim
from cpstats.claims.english_measures import bound_of, measure_of, spots
from cpstats.claims.english_subjects import subject_of
from cpstats.claims.english_times import Found, english_times
from cpstats.claims.measures import GROWTHS, Measure
from cpstats.claims.naming import indicator_for
from cpstats.claims.places import NATION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpstats.claims.clauses import Sentence
    from cpstats.claims.periods import When
    from cpstats.claims.reader import Reader
    from cpstats.claims.spans import Spot

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_NEAR = 30  # words of time so near the start of a sentence hold for the next ones too
_LEAD = re.compile(r"\b(?:in|for|from|during|of|over|by|at|as of)(?: the)? ?$", re.IGNORECASE)
_VERSUS = re.compile(
    r"(?:higher|lower|faster|slower) than (?:that (?:of|in) )?(?:the )?"
    r"(?P<place>(?P<nation>national|nation|country|nationwide|China)|\w+)?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\([^()\d]{0,80}\)|\b(?:of|for|in) the (?:whole|full|entire) year\b")
_AGAINST = re.compile(
    r"(?:compared (?:with|to)|against|(?:up|down|slower|faster|higher|lower|accelerating|slowing) from)"
    r"(?: (?:an?|the) (?:increase|rise|gain|growth|decline|decrease|fall|drop)(?: of)?)? $",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:target|aims? to|is expected to|are expected to|will|plans? to|goal)\b", re.IGNORECASE
)


_THAN = re.compile(r"\b(?:than|from|compared with|over|against)(?: that)?(?: in| of)?(?: the)? $")
_REAL = re.compile(r"in real terms|at constant prices|real growth|\breal \w+ (?:increas|grew|rose)")
_NOMINAL = re.compile(
    r"in nominal terms|at current prices|\bnominal(?:ly)?\b|current-dollar", re.IGNORECASE
)
_NATIONWIDE = re.compile(r" (?:nationwide|nationally|for the (?:whole )?(?:nation|country))\b")


def is_english(letters: str) -> bool:
    """Return whether a sentence is written in Latin letters."""
    return _HAN.search(letters) is None and _LATIN.search(letters) is not None


def read(sentence: Sentence, reader: Reader) -> list[Claim]:
    """Return the claims of an English sentence."""
    letters = _REMARK.sub(lambda m: " " * len(m.group()), sentence.letters)
    _open(sentence, reader)
    found = english_times(letters, reader.dating.clock, reader.dating.frame)
    numbers = _outside(spots(letters), found)
    goal = _GOAL.search(letters)
    when, begin, at = _first(reader.dating.frame, found, letters), 0, 0
    claims: list[Claim] = []
    for n, spot in enumerate(numbers):
        stop = numbers[n + 1].start if n + 1 < len(numbers) else len(letters)
        first = at
        while at < len(found) and found[at].start < spot.start:
            at += 1
        for time in found[first:at]:
            if not _is_compared(time, letters):
                when = time.when
        head = _without_times(letters, begin, spot.start, found[first:at])
        after = re.split(r"[,;]", letters[spot.end : min(stop, spot.end + 60)])[0]
        goals = goal is not None and goal.start() < spot.start and not when.code
        status = "target" if when.future or goals else "claim"
        then = _compared(letters, spot, stop, found) or when
        claim = _claim(sentence, reader, spot, head=head, after=after, when=then, status=status)
        claims.append(claim)
        begin = spot.end
    if found and (found[0].start < _NEAR or reader.dating.frame.source == "docdate"):
        reader.dating.frame = found[0].when
    return claims


def _compared(letters: str, spot: Spot, stop: int, found: list[Found]) -> When | None:
    """Return the period behind a number that only is compared with: up from 5.5% in February."""
    if not _AGAINST.search(letters[max(0, spot.start - 60) : spot.start]):
        return None
    return next((time.when for time in found if spot.end <= time.start < stop), None)


def _open(sentence: Sentence, reader: Reader) -> None:
    """Begin a sentence; a paragraph begins with the period of the text and without a subject."""
    reader.dating.open_sentence(paragraph=sentence.first)
    reader.site.open_sentence()
    reader.carried.group += 1
    if sentence.first:
        reader.dating.frame = reader.dating.main
        reader.carried.subject = None


def _first(frame: When, found: list[Found], letters: str) -> When:
    """Return the period before any is said: a sentence may name its own only behind a number."""
    said = [time for time in found if not _is_compared(time, letters)]
    return said[0].when if said else frame


def _is_compared(time: Found, letters: str) -> bool:
    return _THAN.search(letters[max(0, time.start - 30) : time.start]) is not None


def _outside(numbers: Iterable[Spot], found: list[Found]) -> list[Spot]:
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
    bare = reader.gazetteer.without_places(head)
    subject = subject_of(bare, after, spot, names=reader.names, last=reader.carried.subject)
    if subject is not None:
        reader.carried.subject = subject
        reader.carried.measure = None
    subject = reader.carried.subject
    measure = measure_of(spot, head, after, reader.carried.measure)
    if measure.name == "growth" and when.span and when.span[0] < when.span[1]:
        measure = Measure("span_growth", measure.direction)
    reader.carried.measure = measure.name
    words = "占" if re.search(r"share|account|proportion", head) else ""
    indicator = indicator_for(subject, spot, measure, words, reader.names, sentence.letters)
    bound = bound_of(head)
    reader.site.said = reader.gazetteer.place_of(head) or reader.site.said
    place = reader.site.said or reader.site.here
    if _NATIONWIDE.match(after):
        place = NATION  # compared with 41,314 yuan nationwide
    versus = _VERSUS.search(after) if measure.subtype else None
    real = _REAL.search(head + after)
    indicated = reader.names.indicators.get(indicator.ident or "")
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
        price_basis_from=None if basis is None else "text" if real or nominal else "indicator",
        value=abs(float(spot.value)),
        value_text=spot.value_text,
        unit=spot.unit,
        bound=bound,
        direction=measure.direction,
        benchmark=_benchmark(versus, reader),
        status=status,
        group=f"g{reader.carried.group}",
        half_width=half_width(spot, bound),
    )


def _benchmark(versus: re.Match[str] | None, reader: Reader) -> str | None:
    """Return the place that a gap is against."""
    if versus is None or not versus["place"]:
        return None
    return NATION if versus["nation"] else reader.gazetteer.place_of(versus["place"])
