"""English sentences: number by number, with subject, place and period carried on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpstats.claims.english import owners
from cpstats.claims.english.apart import something_else
from cpstats.claims.english.asides import CAPTION, read_plainly
from cpstats.claims.english.bounds import bound_of, ranged
from cpstats.claims.english.comparing import comparison
from cpstats.claims.english.earlier import LOOKS_BACK, is_older, source_of, spoken_of
from cpstats.claims.english.measures import measure_of
from cpstats.claims.english.moved_over import over_both
from cpstats.claims.english.nearly import OF_WHOLE, nearly
from cpstats.claims.english.numbers import spots
from cpstats.claims.english.outdone import gap, is_by
from cpstats.claims.english.over_years import is_whole_year, of_one_year, spanned
from cpstats.claims.english.own_numbers import (
    of_an_index,
    on_year,
    with_own,
    without_carried,
    without_last,
    without_unnamed,
)
from cpstats.claims.english.paces import paced
from cpstats.claims.english.paragraphs import begin, divides, note_heading, still_of
from cpstats.claims.english.price_bases import basis_of
from cpstats.claims.english.repeated import of_groups, repeated
from cpstats.claims.english.restricted import restricted
from cpstats.claims.english.running_months import is_of_release
from cpstats.claims.english.sites import held_against, place_of, spoken_of_place, versus
from cpstats.claims.english.stretches import Line, Stretch
from cpstats.claims.english.subjects import Subjects
from cpstats.claims.english.taking import MOVED_TO, SHARE, is_rate_of_people, taken_up
from cpstats.claims.english.times import english_times
from cpstats.claims.english.told_again import told_again
from cpstats.claims.terms.claim import Claim
from cpstats.claims.terms.growth_columns import is_rate_of_prices
from cpstats.claims.terms.indicated import indicator_for, understood_unit
from cpstats.claims.terms.measure import Measure
from cpstats.claims.terms.rounding import half_width
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.units import is_percent
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from cpstats.claims.english.places import Gazetteer
    from cpstats.claims.terms.lexicon import Lexicon
    from cpstats.claims.terms.memory import Memory
    from cpstats.claims.terms.periods import When
    from cpstats.claims.terms.sentences import Sentence
    from cpstats.claims.terms.spot import Spot
    from cpstats.model.indicator import Indicator

_MASTHEAD = pattern(
    r"^(?:(?:release[sd]?|published|updated|posted|date|issued|last updated|embargoed until)\b[^\d]{0,20})?[\W\d]*$",
    re.IGNORECASE,
)
_ANNUAL = pattern(r"\bat (?:an|a seasonally adjusted) annual(?:ized)? rate\b", re.IGNORECASE)
_RATE = pattern(r"\b(?:rates?|ratio|share(?!-)|proportion|coverage)\b", re.IGNORECASE)
_GROWTH = pattern(r"\b(?:growth|increase|inflation|change|[CPWR]PI)\b", re.IGNORECASE)
_NO_AMOUNT = pattern(
    r"\b(?:unemploy|jobless|margin|yield|interest|intensity|coverage)", re.IGNORECASE
)
_OF_ALL_OUTPUT = pattern(
    r" (?:of|to) (?:(?:the|its) )?(?:[\w' -]{2,30}?'s )?(?:total )?(?:GDP|gross domestic product|economy)\b"
)
_OF_OUTPUT = pattern(  # the share before is of it, or goes to it
    r"^ (?:of|to) (?:the |its |total |nominal |overall |nation's |country's ){0,2} *(?:GDP|gross domestic product)\b(?! growth)"
)
_OF_THE_WHOLE = pattern(  # 55 percent of total unemployment, compared with
    r"^(?: of (?:the |its |all |total )*| {4,}) *[a-z][\w' -]{2,40}?(?=,| {3,}| (?:compared|against|versus|up|down)\b)"
)
_CONTRIBUTED = pattern(r"\bcontribut\w+ (?:about |around |nearly |over |more than )?$")
_OF_GROWTH = pattern(r" (?:of|to) (?:[\w']+ ){0,5}?growth\b")  # made up 22 percent of its growth
_OF_LEVEL = pattern(r" of (?:[\w']+ ){0,3}(?:GDP|gross domestic product)\b(?! growth)")
_OF_ANOTHERS = pattern(  # of that of Hunan, of Hunan's in 2023, of the nation's
    r" of (?:that of (?:the )?[A-Z]|(?:the (?:nation|country)|(?:the )?[A-Z]\w+(?: [A-Z]\w+)?)'s?(?: (?:in|total|level|figure|population)\b|[.,;]))"
)
_LIST_OF_OUTPUT = pattern(r"(?:[\d.,%]| |and|percent)* of (?:[\w']+ ){0,3}(?:GDP|economy)\b")
_ALONE = pattern(r"^In (?:[A-Z][a-z]+|the [a-z]+ quarter) alone\b")  # holds for its sentence


def read(sentence: Sentence, memory: Memory, gazetteer: Gazetteer) -> list[Claim]:
    """Return the claims of an English sentence."""
    memory.caption = not sentence.first and memory.caption
    if memory.caption or CAPTION.match(sentence.letters):
        memory.caption = True  # to the end of its paragraph
        return []
    letters = read_plainly(sentence.letters)
    aims = begin(sentence, memory, gazetteer)
    memory.annual = memory.annual or _ANNUAL.search(letters) is not None
    found = english_times(letters, memory.clock, memory.frame)
    line = Line(letters, found, with_own(spots(letters), letters, memory.names, sentence.letters))
    numbers = over_both(line.stretches(memory, aims=aims))
    claims = [_claim(sentence, memory, gazetteer, one, letters) for one in numbers]
    claims = told_again(_without_whose(claims, numbers), numbers, memory.given)
    claims = without_carried(without_unnamed(claims, numbers))
    if not line.numbers:
        spoken_of_place(memory, gazetteer, letters)
        note_heading(sentence, memory, line.dates.said)
    memory.elsewhere = gazetteer.country_in(letters, memory.here) or memory.elsewhere
    if not _is_masthead(sentence, line):
        _carry(line, memory, gazetteer, of_frame=bool(numbers) and not numbers[0].dated)
    return claims


def _without_whose(claims: list[Claim], numbers: list[Stretch]) -> list[Claim]:
    """Return the numbers of a list that would all be one figure without a place: rates of 2 and 3 percent."""
    key = [(c.place, c.indicator, c.period, c.measure) for c in claims]
    again = {
        key[n - 1]
        for n in range(1, len(claims))
        if numbers[n].listed
        and claims[n].indicator
        and key[n] == key[n - 1]
        and claims[n].value != claims[n - 1].value
    }
    listed = [one.count > 1 and k in again for one, k in zip(numbers, key, strict=True)]
    return [c._replace(place=None) if m else c for c, m in zip(claims, listed, strict=True)]


def _is_masthead(sentence: Sentence, line: Line) -> bool:
    """Return whether a line is a day or a month alone: that of the publication, no period."""
    if not sentence.first or line.numbers or len(line.dates.times) > 1:
        return False
    if any(time.when.months is None or not _is_month(time.when) for time in line.dates.times):
        return False
    return _MASTHEAD.match(line.without_times()) is not None


def _labels_release(line: Line, memory: Memory) -> bool:
    """Return whether a title without numbers names the month in which the text came out, which was not over."""
    said = line.dates.said
    if line.numbers or len(said) != 1 or memory.main.source != "docdate":
        return False
    return is_of_release(said[0], memory.clock)


def _is_month(when: When) -> bool:
    return when.is_day or (when.months is not None and when.months[1] == when.months[2])


def _carry(line: Line, memory: Memory, gazetteer: Gazetteer, *, of_frame: bool) -> None:
    """Hand period and topic of a sentence on: the first period of a text is that of the text.

    A sentence that divides the period in force into several (the first and the second quarter), or whose
    first number is `of_frame` and which then looks back, leaves it as it was.
    """
    said = line.dates.said
    compared = [*zip(line.dates.times, line.dates.compared, strict=True)]
    numbered = {one.code for one in line.held}  # after 0.7 percent in 2022
    memory.spoken |= {t.when.code for t, held in compared if not held or t.when.code in numbered}
    memory.told |= {t.when.code for t, held in compared if not held} - numbered
    parted = divides(said, memory.frame)
    memory.alone = said[0] if said and _ALONE.search(line.letters) else None
    parted = parted or memory.alone is not None or _looks_back(line, memory.frame)
    parted = parted or (of_frame and bool(said) and is_older(said[0], memory.frame))
    if _labels_release(line, memory):
        parted = True
    if said and not parted:
        memory.frame = said[0]
    if said and not parted and memory.main.source == "docdate" and not said[0].future:
        part = (when for when in said if not is_whole_year(when))
        memory.main = memory.frame = next(part, said[0])
    rest = line.letters[line.numbers[-1].end if line.numbers else 0 :]
    Subjects(memory.names, memory.carried).pass_by(gazetteer.without_places(rest))


def _looks_back(line: Line, frame: When) -> bool:
    """Return whether a sentence only says what had been before: in Q1 GDP had grown by 0.1 percent."""
    when = line.dates.said[0].months if line.dates.said else None
    if frame.source != "sentence" or not line.dates.said:
        return False
    if when is None or frame.months is None:
        older = is_older(line.dates.said[0], frame)
    else:
        older = when < frame.months
    return older and LOOKS_BACK.search(line.letters) is not None


@dataclass(frozen=True, slots=True)
class _Read:
    """What the steps have made of a number so far."""

    subject: Subject | None
    indicated: Indicator | None
    measure: Measure
    when: When
    base: str | None
    spot: Spot


def _claim(
    sentence: Sentence, memory: Memory, gazetteer: Gazetteer, stretch: Stretch, letters: str
) -> Claim:
    spot, names = stretch.spot, memory.names
    if memory.carried.last is not None:
        stretch = replace(stretch, head=without_last(stretch.head, memory.sentence.counted))
    place = place_of(memory, gazetteer, stretch, letters[spot.end : spot.end + 100])
    made = _read(sentence, memory, gazetteer, stretch, letters, place)
    measure, subject, spot = made.measure, made.subject, made.spot
    share = (
        SHARE.search(stretch.head)
        or OF_WHOLE.match(stretch.after)
        or _OF_ANOTHERS.match(stretch.after)
    )
    listed = stretch.count > 1 and _LIST_OF_OUTPUT.match(letters, spot.end) is not None
    gives = _CONTRIBUTED.search(stretch.head) is not None and not listed
    grown = gives and not _OF_LEVEL.match(stretch.after)
    grown = grown or bool(share and _OF_GROWTH.match(stretch.after))
    part = "贡献率" if grown else "占" if share or listed else ""
    indicator = indicator_for(subject, spot, measure, part, names, sentence.letters)
    again = measure.of == "share" and memory.named == ("share", None)  # of the share before
    again = again or is_rate_of_people(stretch, memory, names, indicator.ident)
    memory.named = (measure.name, indicator.ident)
    memory.sentence.counted = spot.unit if indicator.ident and spot.kind == "quantity" else ""
    people = "," in spot.value_text and names.unit_base(indicator.ident) == "人"  # 3,105,410
    bare = not spot.unit and spot.kind == "quantity" and measure.name != "change"
    unnamed = stretch.status == "not_claim" or (
        bare and not people and not names.is_bare(indicator.ident)
    )
    counted = spot.kind == "quantity" and measure.name in ("level", "change")
    bound = ranged(letters, spot) or bound_of(stretch.head, stretch.after)
    basis, basis_from = basis_of(made.subject, made.measure, made.indicated, stretch, memory)
    spoken = spoken_of(made.when, memory.spoken, dated=stretch.dated)
    return Claim(
        start=sentence.start + spot.start,
        end=sentence.start + spot.end,
        surface=sentence.text[spot.start : spot.end],
        sentence=sentence.text,
        sentence_start=sentence.start,
        line=sentence.line,
        column=sentence.column + spot.start,
        place=place,
        indicator=None if unnamed or again else indicator.ident,
        indicator_surface=subject.surface if subject else None,
        period=made.when.code,
        period_readings=made.when.readings,
        period_from=source_of(made.when, spoken),
        spoken=spoken,
        told=tuple(code for code in spoken if code in memory.told),
        base_period=made.base,
        measure=measure.name,
        subtype=measure.subtype,
        of=measure.of,
        ranked=indicator.ranked,
        price_basis=basis,
        price_basis_from=basis_from,
        value=abs(float(spot.value)),
        value_text=spot.value_text,
        unit=understood_unit(spot, indicator.subject, names, subject) if counted else spot.unit,
        bound=bound,
        direction=measure.direction,
        benchmark=versus(memory, gazetteer, stretch, place)
        if measure.subtype or measure.name == "multiple"
        else None,
        status=stretch.status,
        group=f"g{memory.carried.group}",
        half_width=half_width(spot, bound),
        nearly=subject.near if subject and subject.near != "wholly" else "",
        guessed=stretch.against and not stretch.dated,
        unexplained=something_else(stretch, measure, memory, gazetteer, letters, place),
        unpaced=memory.sentence.unpaced and measure.name == "growth",
        lent=memory.sentence.lent,
        compared=held_against(
            memory,
            gazetteer,
            comparison(stretch.said, letters[spot.end : spot.end + 120], measure.direction),
            place,
        ),
    )


def _read(
    sentence: Sentence,
    memory: Memory,
    gazetteer: Gazetteer,
    stretch: Stretch,
    letters: str,
    place: str | None,
) -> _Read:
    """Return subject, measure and period of a number, and hand them on."""
    spot, carried, names = stretch.spot, memory.carried, memory.names
    bare = _own_words(gazetteer.without_places(stretch.head), carried.last)
    subjects = Subjects(names, carried)
    rest = sentence.letters[spot.end : spot.end + 120]
    prior = carried.subject
    subject = subjects.remarked(rest) or subjects.converted(bare, rest)
    behind = gazetteer.without_places(stretch.behind)
    if stretch.status == "claim" and not stretch.listed and is_percent(spot.unit):
        several = len({*gazetteer.places_in(stretch.head)}) > 1
        subject = subject or subjects.portion(bare, behind, several=several)
    subject = subject or subjects.of(bare, behind, stretch)
    subject = _of_all(subject, memory, gazetteer, letters)
    subject = nearly(subject, prior, stretch, place, memory, gazetteer)
    raw = sentence.letters[max(0, spot.start - len(stretch.said)) : spot.start]
    subject = restricted(subject, prior, stretch, raw, names, carried)
    subject = _by_rate(subject, names)
    if stretch.when is memory.main:
        stretch = replace(stretch, when=still_of(memory, subject))
    indicated = names.indicators.get((subject and subject.indicator) or "")
    index = indicated is not None and indicated.kind == "index"
    surface = subject.surface if subject else ""
    spot = of_an_index(spot, indicated, letters)
    rate = is_rate(indicated.unit) and not index if indicated else _names_rate(surface) or None
    rate = rate or of_groups(bare, carried.last) or rate
    measure = measure_of(
        spot, bare, stretch.after, carried.measure, rate=rate, subject=surface, price=index
    )
    if memory.sentence.outdone and is_by(stretch.head) and measure.subtype:
        measure = gap(carried.last, memory.sentence.outdone)
    measure = repeated(measure, carried.last, bare, rate=rate is True)
    amount = rate is False or (rate is None and not _NO_AMOUNT.search(surface))
    measure = taken_up(measure, stretch, memory, amount=amount)
    if (
        measure.name in ("share", "level")
        and subject
        and not indicated
        and _OF_ALL_OUTPUT.match(rest)
    ):
        branch = names.english.get(name_of(f"{subject.surface} industry"))
        subject = carried.subject = Subject(subject.surface, branch)  # services made up half of GDP
    subject = _in_unit(subject, measure, spot, names)
    if not stretch.against or carried.last is None:
        measure = paced(
            measure, stretch, memory, letters, place if gazetteer.has_data(place) else None
        )
    if index or is_rate_of_prices(indicated):
        measure, stretch = of_one_year(measure, stretch)
    measure = on_year(measure, indicated)
    measure, when, base = spanned(
        measure, stretch, flow=indicated is not None and indicated.kind == "flow"
    )
    if stretch.listed and carried.last is not None:
        taken = stretch.against and carried.last.name == "change"
        measure = Measure("level") if taken else carried.last  # down 11.5 billion from 71.7
        if stretch.against and measure.name in MOVED_TO:
            measure = replace(measure, direction=None)
    carried.last = measure
    carried.measure = measure.name
    return _Read(subject, indicated, measure, when, base, spot)


def _by_rate(subject: Subject | None, names: Lexicon) -> Subject | None:
    """Return the subject as a rate where its words say rate, else as an amount, where a table has both."""
    if subject is None or not subject.indicator:
        return subject
    rate = _names_rate(subject.surface)
    return subject._replace(
        indicator=names.families.in_unit(subject.indicator, names.indicators, rate=rate)
    )


def _in_unit(
    subject: Subject | None, measure: Measure, spot: Spot, names: Lexicon
) -> Subject | None:
    """Return the subject as the column of an own table that is in per cent, or the one that is not, as the number is."""
    known = names.indicators.get((subject and subject.indicator) or "")
    share = measure.name == "share" and is_percent(spot.unit)
    if subject is None or known is None or not (share or measure.name == "level"):
        return subject
    ident = names.families.in_unit(subject.indicator or "", names.indicators, rate=share)
    return subject._replace(indicator=ident)


def _own_words(head: str, last: Measure | None) -> str:
    """Return the words before a number without the whole that the share before it is of."""
    head = _OF_OUTPUT.sub("", head)
    return _OF_THE_WHOLE.sub("", head) if last and last.name == "share" else head


def _of_all(
    subject: Subject | None, memory: Memory, gazetteer: Gazetteer, letters: str
) -> Subject | None:
    """Return what is “theirs” unnamed where they are some people: neither all of a place, nor places."""
    if not subject or not subject.indicator or not owners.of_a_group(subject.surface, letters):
        return subject
    if len({*gazetteer.places_in(letters)}) > 1:
        return subject
    memory.carried.subject = Subject(subject.surface)
    return memory.carried.subject


def _names_rate(surface: str) -> bool:
    """Return whether words name a share of something: poverty rates, the saving ratio."""
    return _RATE.search(surface) is not None and _GROWTH.search(surface) is None
