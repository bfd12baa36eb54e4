"""English sentences: number by number, with subject, place and period carried on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.chinese.bounds import half_width
from cpstats.claims.chinese.measures import GROWTHS, Measure
from cpstats.claims.english.measures import bound_of, measure_of
from cpstats.claims.english.numbers import spots
from cpstats.claims.english.stretches import TO_LEVEL, Line, Stretch
from cpstats.claims.english.subjects import Subjects
from cpstats.claims.english.times import english_times
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.naming import indicator_for
from cpstats.gazetteer.china import NATION

if TYPE_CHECKING:
    from cpstats.claims.chinese.clauses import Sentence
    from cpstats.claims.chinese.reader import Carried, Reader
    from cpstats.claims.terms.periods import When

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_VERSUS = re.compile(
    r"\b(?:higher|lower|faster|slower|above|below|more|less|ahead) (?:than|of)? ?(?:that (?:of|in|for) )?(?:the )?"
    r"(?P<place>(?P<nation>national|nation|country|nationwide|China)|\w+)?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:[A-Z][A-Z'. ]{2,}|[A-Z][a-z]+)(?:, ?[A-Z][a-z]{2}[^-]{0,30})? ?-{1,2} |\([^()\d]{0,80}\)|\b(?:of|for|in) the (?:whole|full|entire) year\b|\bof which\b|\baccording to [^,;.()]{0,60}(?=[,.]|$)"
)
_REAL = re.compile(
    r"in real terms|at (?:constant|comparable) prices|real growth|\breal \w+ (?:increas|grew|rose)|adjust\w+ for inflation",
    re.IGNORECASE,
)
_NOMINAL = re.compile(
    r"in nominal terms|at current prices|\bnominal(?:ly)?\b|current-dollar", re.IGNORECASE
)
_OR = re.compile(r"\s*,? ?or (?:about |nearly |some )?", re.IGNORECASE)
_YEAR_ON = re.compile(r"year|annual", re.IGNORECASE)
_ANNUAL = re.compile(r"\bat (?:an|a seasonally adjusted) annual(?:ized)? rate\b", re.IGNORECASE)
_NATIONWIDE = re.compile(r" (?:nationwide|nationally|for the (?:whole )?(?:nation|country))\b")


def is_english(letters: str) -> bool:
    """Return whether a sentence is written in Latin letters."""
    return _HAN.search(letters) is None and _LATIN.search(letters) is not None


def read(sentence: Sentence, reader: Reader) -> list[Claim]:
    """Return the claims of an English sentence."""
    letters = _REMARK.sub(lambda m: " " * len(m.group()), sentence.letters)
    aims = _open(sentence, reader)
    reader.annual = reader.annual or _ANNUAL.search(letters) is not None
    clock, frame = reader.dating.clock, reader.dating.frame
    line = Line(letters, english_times(letters, clock, frame), spots(letters))
    stretches = line.stretches(frame, clock.published, aims=aims)
    claims = [_claim(sentence, reader, stretch) for stretch in stretches]
    _carry(line, reader)
    return claims


def _carry(line: Line, reader: Reader) -> None:
    """Hand period and topic of a sentence on: the first period of a text is that of the text."""
    dating = reader.dating
    if line.said:
        dating.frame = line.said[0]
    if line.said and dating.main.source == "docdate" and not line.said[0].future:
        part = (when for when in line.said if not _is_whole_year(when))
        dating.main = dating.frame = next(part, line.said[0])
    rest = line.letters[line.numbers[-1].end if line.numbers else 0 :]
    Subjects(reader.names, reader.carried).pass_by(reader.gazetteer.without_places(rest))


def _open(sentence: Sentence, reader: Reader) -> bool:
    """Begin a sentence; return whether it is one of a list of goals.

    A paragraph begins with the period of the text; its place is carried on within it only.
    """
    reader.dating.open_sentence(paragraph=sentence.first)
    if sentence.first or not reader.gazetteer.is_local(sentence.letters[:60]):
        reader.site.said = None
    reader.carried.group += 1
    reader.carried.heads = []
    if reader.goals.opens(sentence.letters, first=sentence.first):
        reader.carried.subject = None
    if sentence.first:
        if not reader.goals.aims:
            reader.dating.frame = reader.dating.main
        reader.carried.measure = None
    return reader.goals.of(sentence.letters, first=sentence.first)


def _is_whole_year(when: When) -> bool:
    return when.months is not None and when.months[1:] == (1, 12)


def _claim(sentence: Sentence, reader: Reader, stretch: Stretch) -> Claim:
    spot, head, after, when = stretch.spot, stretch.head, stretch.after, stretch.when
    carried, names = reader.carried, reader.names
    place = _place(reader, stretch)
    bare = reader.gazetteer.without_places(head)
    subjects = Subjects(names, carried)
    subject = subjects.remarked(sentence.letters[spot.end : spot.end + 120]) or subjects.of(
        bare, reader.gazetteer.without_places(stretch.behind), stretch
    )
    indicated = names.indicators.get((subject and subject.indicator) or "")
    rate = indicated.unit in ("%", "‰") and indicated.kind != "index" if indicated else None
    measure = measure_of(spot, bare, after, carried.measure, rate=rate)
    measure = _taken_up(measure, stretch, carried)
    if measure.name == "growth" and _is_on_quarter(stretch, reader):
        measure = replace(measure, name="growth_on_period")
    if measure.name == "growth" and when.span and when.span[0] < when.span[1]:
        measure = Measure("span_growth", measure.direction)
    if stretch.listed and carried.last is not None:
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
        indicator=None if stretch.status == "not_claim" else indicator.ident,
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
        status=stretch.status,
        group=f"g{carried.group}",
        half_width=half_width(spot, bound),
    )


def _taken_up(measure: Measure, stretch: Stretch, carried: Carried) -> Measure:
    """Return a measure with what the number before says of it: grew 5 percent to 30 billion."""
    last = carried.last
    if last is None:
        return measure
    if measure.name == "growth" and last.name in GROWTHS and stretch.against:
        fell = re.search(r"\b(?:declin|decreas|drop|fall)\w*\b[^,;]*$", stretch.head[-30:])
        return replace(last, direction="down" if fell else last.direction)
    amount = measure.name == "level" and last.name in GROWTHS
    if amount and _OR.fullmatch(stretch.head):
        return Measure("change", last.direction)
    if amount and measure.direction is None and TO_LEVEL.fullmatch(stretch.head):
        return replace(measure, direction=last.direction)
    return measure


def _is_on_quarter(stretch: Stretch, reader: Reader) -> bool:
    """Return whether a growth is one on the quarter before, at an annual rate or not."""
    said = stretch.quarterly and not _YEAR_ON.search(stretch.head)
    return said or (
        reader.annual and _is_quarter(stretch.when) and not _YEAR_ON.search(stretch.after)
    )


def _is_quarter(when: When) -> bool:
    return when.months is not None and not when.is_day and when.months[2] - when.months[1] == 2


def _place(reader: Reader, stretch: Stretch) -> str | None:
    """Return the place of a number: named before it, right behind it, or in its list."""
    site, gazetteer = reader.site, reader.gazetteer
    if _NATIONWIDE.match(stretch.after) and stretch.spot.kind != "rank":
        return NATION  # compared with 41,314 yuan nationwide
    if stretch.count > 1:
        if stretch.listed == 0:
            codes = gazetteer.places_in(stretch.head)
            site.several = codes if len(codes) == stretch.count else site.several
        if len(site.several) == stretch.count:
            return site.several[stretch.listed] or None
    named = gazetteer.place_of(stretch.head)
    behind = gazetteer.place_behind(stretch.after)
    if behind is not None and named is None:
        return behind[0] or None
    site.said = site.said if named is None else named
    return site.here if site.said is None else site.said or None  # "" is abroad


def _benchmark(versus: re.Match[str] | None, reader: Reader) -> str | None:
    """Return the place that a gap is against."""
    if versus is None or not versus["place"]:
        return None
    return NATION if versus["nation"] else reader.gazetteer.place_of(versus["place"]) or None
