"""What a number would fit if one field of its claim were another one.

The year before or after, the parent, a place, period or indicator named beside it, the other base
year, the other price basis. Where the sentence leaves the field open the text may mean that; where
it says the field itself, it is the likeliest slip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.judging import said
from cpstats.claims.judging.levels_before import comes_back, years_before
from cpstats.claims.judging.other_pace import MOVES, other_paces
from cpstats.claims.judging.year_parts import cumulated, parts_of
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import words_before
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq, annual, span
from cpstats.model.text import Text
from cpstats.model.words import BASIS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.period import Period

FIELDS = ("base", "basis", "period", "place", "indicator")
OTHER_BASIS = {"constant": "current", "current": "constant"}
_SINCE = ("growth", "span_growth")
_SHORT = (Freq.HALF, Freq.QUARTER, Freq.MONTH, Freq.YTD)
_STEPS = (Freq.QUARTER, Freq.MONTH)
_MEANS = ("average_growth", "span_growth")
_OF_RATE = {"growth_change": "share_change", "growth_gap": "level_gap"}
_MOVED_FROM = pattern(
    r"\bfrom (?:an? |the )?(?:[a-z]+ ){0,4}\W?$"
)  # grew from 5.4 million: when, nobody says
_THEN = pattern(r"[^,;.]{0,20}\bsince then\b")
_YEARS = (Freq.ANNUAL, Freq.FISCAL)
_NEAR = 60  # signs
_LONG = 40  # years


class Neighbour(NamedTuple):
    """A claim with one field changed: whether the text leaves that field open, and what it is then."""

    field: str  # one of FIELDS
    claim: Claim
    open: bool
    called: Text | Period

    @property
    def word(self) -> Text:
        """What it is then."""
        if isinstance(self.called, Text):
            return self.called
        return Text(self.called.label("en"), self.called.label("zh"))


def neighbours(
    claim: Claim,
    catalogue: Catalogue,
    beside: Sequence[Claim],
    *,
    fields: Sequence[str] = FIELDS,
    before: Sequence[Claim] = (),
    only_open: bool = False,
    told: Collection[Period] | None = None,
    ways: Sequence[Claim] = (),
    spelled: Collection[str] = (),
) -> Iterator[Neighbour]:
    """Yield what a number may be about instead.

    Parameters
    ----------
    claim : Claim
        What was read.
    catalogue : Catalogue
        The names of places and indicators.
    beside : sequence of Claim
        The other numbers of its sentence.
    fields : sequence of str
        Which fields are changed.
    before : sequence of Claim
        Numbers of its paragraph before its sentence, whose place and period may go on in it.
    only_open : bool
        Whether what the text says itself is left as it is.
    told : collection of Period, optional
        The only periods that there is anything of.
    ways : sequence of Claim
        What it is of the other columns that its words leave open: of real growth, of nominal.
    spelled : collection of str
        The places that the text may speak of somewhere.
    """
    if "period" in fields:
        yield from _averaged(claim)
    for one in _bases(claim, told, before):
        if "base" in fields:
            yield one
        if "basis" in fields:
            yield from _basis(one.claim)
    if "basis" in fields:
        yield from _basis(claim)
        for way in ways:
            name = catalogue.indicators[way.indicator or ""].name
            yield Neighbour("basis", way, open=True, called=name)
    if "period" in fields:
        newest = _newest(claim, catalogue, told)
        yield from _periods(claim, beside, before, only_open=only_open, told=told, newest=newest)
    if "place" in fields:
        yield from _places(claim, catalogue, beside, before, spelled)
    if "indicator" in fields:
        yield from _indicators(claim, catalogue, beside, before)


def _basis(claim: Claim) -> Iterator[Neighbour]:
    other = OTHER_BASIS.get(claim.price_basis or "")
    if other is not None and claim.measure != "level":
        changed = claim._replace(price_basis=other, price_basis_from="other")
        yield Neighbour("basis", changed, claim.price_basis_from != "text", BASIS[other])


def _bases(
    claim: Claim, told: Collection[Period] | None, before: Sequence[Claim]
) -> Iterator[Neighbour]:
    """Yield the other base of a span whose years are printed, and growth since a year beside it."""
    first_reading = claim.period_readings[0] if claim.period_readings else claim.period
    period = period_of(first_reading or "")
    if period is None:
        return
    printed = said.years_printed(claim)
    if period.freq is Freq.SPAN and claim.measure in _MEANS and printed:
        first = period.years[0]
        for year in (first, *printed):
            if first <= year < period.year:
                yield _since(claim, period, year)
    elif period.freq in _YEARS:
        yield from _since_years(claim, period, told or (), before)
    elif period.freq in (Freq.QUARTER, Freq.MONTH):
        for one, word in other_paces(claim, period):
            yield Neighbour("base", one, open=True, called=word)


def _since_years(
    claim: Claim, period: Period, told: Collection[Period], before: Sequence[Claim]
) -> Iterator[Neighbour]:
    """Yield a growth or a change of a year since others that its sentence speaks of."""
    printed = said.years_printed(claim)
    base = period_of(claim.base_period or "")
    counted = base.year + 1 if base is not None and base.year not in printed else period.year
    if counted < period.year - 1 and claim.measure in (
        *_MEANS,
        *MOVES,
    ):  # five years, both counted
        moved = claim.measure in MOVES
        yield _moved_since(claim, annual(counted)) if moved else _since(claim, period, counted)
    if period.freq is Freq.ANNUAL and claim.measure in _SINCE:
        for year in (*printed, *_since_then(claim, told), *years_before(claim, before)):
            if year < period.year - 1:
                yield _since(claim._replace(measure="span_growth"), period, year)
    elif claim.measure in MOVES and not claim.base_period:
        for year in printed:
            if year < period.year - 1:
                yield _moved_since(claim, period.year_before(period.year - year))


def _since_then(claim: Claim, told: Collection[Period]) -> list[int]:
    """Return the years that a growth "since then" may be counted from: any that something is known of."""
    if not _THEN.match(said.rest_of(claim)):
        return []
    return sorted({one.year for one in told if one.freq is Freq.ANNUAL})


def _moved_since(claim: Claim, first: Period) -> Neighbour:
    """Return a change since a year that its sentence prints: 2.2 points more than in 2020."""
    word = Text(f"since {first.label('en')}", f"以{first.label('zh')}为基期")
    return Neighbour("base", claim._replace(base_period=str(first)), open=True, called=word)


def _averaged(claim: Claim) -> Iterator[Neighbour]:
    """Yield as many years up to another one that is printed: 2022年0.7%, 2021年8.5%, 三年平均."""
    period, base = period_of(claim.period or ""), period_of(claim.base_period or "")
    if claim.measure != "average_growth" or period is None or base is None:
        return
    for year in said.years_printed(claim):
        if year != period.year and period.freq is base.freq is Freq.ANNUAL:
            end, start = annual(year), annual(year - period.year + base.year)
            changed = claim._replace(
                period=str(end), period_readings=(str(end),), base_period=str(start)
            )
            yield Neighbour("period", changed, open=True, called=end)


def _since(claim: Claim, period: Period, year: int) -> Neighbour:
    years = span(year + 1, period.year) if year + 1 < period.year else annual(period.year)
    single = years.freq is Freq.ANNUAL
    changed = claim._replace(
        period=str(years),
        period_readings=(str(years),),
        base_period=str(annual(year)),
        measure="growth" if single else claim.measure,
    )
    return Neighbour("base", changed, open=True, called=Text(f"since {year}", f"以{year}年为基期"))


def _periods(
    claim: Claim,
    beside: Sequence[Claim],
    before: Sequence[Claim],
    *,
    only_open: bool,
    told: Collection[Period] | None,
    newest: Period | None,
) -> Iterator[Neighbour]:
    readings = claim.period_readings or ((claim.period,) if claim.period else ())
    period = period_of(readings[0]) if readings else None
    if period is None or len(readings) > 2 or period.freq in (Freq.SPAN, Freq.OPEN):
        return
    if told is not None and not told:
        return
    theirs = _others_years(claim, beside)
    is_open = not said.says_period(claim, period, theirs)
    for one in _parts(claim, period, beside):
        if told is None or one.called in told:
            yield one
    others = _other_periods(claim, period, (*beside, *before) if is_open else ())
    if not is_open and period.freq in _STEPS:
        others.append(period.previous())  # last quarter's figure
    back = newest is not None and (is_open or comes_back(claim, period, newest))
    if back and newest is not None and newest.year not in theirs and str(newest) not in readings:
        yield Neighbour("period", at_period(claim, newest), open=True, called=newest)
    for other in dict.fromkeys(others) if is_open or not only_open else ():
        if (told is None or other in told) and str(other) not in readings:
            unsaid = is_open and other.year not in theirs and _may_mean(claim, other)
            if unsaid or not only_open:
                yield Neighbour("period", at_period(claim, other), unsaid, other)


def _newest(claim: Claim, catalogue: Catalogue, told: Collection[Period] | None) -> Period | None:
    """Return the last period of a reader's own table, to which a text comes back after it looked at years before."""
    one = catalogue.indicators.get(claim.indicator or "")
    if not told or one is None or one.theme != OWN or claim.measure not in _OF_PLACES:
        return None
    return max(told)


def _other_periods(claim: Claim, period: Period, near: Sequence[Claim]) -> list[Period]:
    """Return the periods that may be meant instead: those beside it, and those of other numbers `near`."""
    years = [period.year - 1, period.year + 1, *said.years_printed(claim)]
    others = [period.year_before(period.year - year) for year in dict.fromkeys(years)]
    others += [p for c in near if c.period and (p := period_of(c.period)) is not None]
    others += cumulated(period)
    if _MOVED_FROM.search(words_before(claim)[-_NEAR:]) and claim.guessed:
        others += [period.year_before(n) for n in range(1, _LONG)]
    if claim.guessed:  # slowing from 9 percent: of what time, nobody says
        others += [part for year in (period.year + 1, period.year) for part in parts_of(year)]
    elif claim.period_from == "docdate" and period.freq is Freq.ANNUAL:
        others += parts_of(period.year)  # a year that nobody names may be its months so far
    return others


def _others_years(claim: Claim, beside: Sequence[Claim]) -> set[int]:
    """Return the years that the sentence gives to other numbers of the same: to 95 from 90 in 2020."""
    same = (claim.place, claim.indicator, claim.measure)
    alike = (c for c in beside if (c.place, c.indicator, c.measure) == same)
    behind = ((c.period or "", said.year_behind(c)) for c in alike)
    years = {int(year) for code, year in behind if year and code.startswith(year)}
    own = said.year_behind(claim)
    return years - ({int(own)} if own else set())


def _may_mean(claim: Claim, other: Period) -> bool:
    """Return whether a number may be of another period: where its paragraph has said several, of these."""
    if not claim.spoken:
        return True
    said_years = {p.year for code in claim.spoken if (p := period_of(code)) is not None}
    return other.year in said_years or other.year in said.years_printed(claim)


def at_period(claim: Claim, period: Period) -> Claim:
    """Return a claim as it would be of another period."""
    base = str(period.year_before()) if claim.measure == "growth" else claim.base_period
    code = str(period)
    return claim._replace(period=code, period_readings=(code,), base_period=base)


def _parts(claim: Claim, period: Period, beside: Sequence[Claim]) -> Iterator[Neighbour]:
    """Yield the months of a year that the sentence names of another: H1 2020 fell, 2021 grew."""
    named = {p for c in beside if c.period and (p := period_of(c.period)) is not None}
    short = [p for p in named if p.freq in _SHORT and p.year != period.year]
    for part in sorted(short, key=str) if period.freq is Freq.ANNUAL else ():
        one = part.year_before(part.year - period.year)
        changed = claim._replace(period=str(one), period_readings=(str(one),))
        changed = changed._replace(
            base_period=str(one.year_before()) if claim.base_period else None
        )
        yield Neighbour("period", changed, open=True, called=one)


def _places(
    claim: Claim,
    catalogue: Catalogue,
    beside: Sequence[Claim],
    before: Sequence[Claim],
    spelled: Collection[str],
) -> Iterator[Neighbour]:
    own = claim.place or ""
    unsaid = not said.says_place(claim, catalogue)
    pronoun = said.takes_up_place(claim, catalogue)  # that may stand for what the sentence names
    named = said.places_named(claim, catalogue)
    near = (*beside, *before) if unsaid else beside
    named += [c.place for c in near if c.place in catalogue.places and c.place]
    above = [*catalogue.above(own)] if own in catalogue.places else []
    beside_it = _siblings(claim, catalogue)
    nearest = said.place_before(claim, catalogue)
    behind = said.places_behind(claim, catalogue)  # below the 33,967 recorded for the whole country
    for code in dict.fromkeys((*above, *named, *beside_it)):
        if code not in (own, claim.benchmark):
            nowhere = code in beside_it and code not in (*above, *named, *spelled)
            is_open = (unsaid and not nowhere) or code in behind or (pronoun and code in named)
            is_open = is_open or code == nearest
            yield Neighbour(
                "place", claim._replace(place=code), is_open, catalogue.places[code].name
            )


def _siblings(claim: Claim, catalogue: Catalogue) -> list[str]:
    """Return the places beside that of a number of a reader's own table.

    Where it is the figure of one of them, its column is meant, however far it is from that of its place.
    """
    own = catalogue.places.get(claim.place or "")
    digits = claim.value_text if "." in claim.value_text else claim.value_text.rstrip("0")
    many = sum(sign.isdigit() for sign in digits.lstrip("0.")) >= _TOLD
    indicator = catalogue.indicators[claim.indicator or ""]
    if indicator.theme != OWN or own is None or not many or claim.measure not in _OF_PLACES:
        return []
    near = (own.parent, own.ref_area)
    some = [c for c, one in catalogue.places.items() if one.parent in near or c == own.parent]
    return some if len(some) <= _FEW else []


_TOLD = 3  # digits by which a number is told from another one
_SMALL = 20  # columns, among which the growth of another one is not met by chance
_FEW = 60  # among more places some figure is met by chance
_OF_PLACES = ("level", "share", "index")


def _indicators(
    claim: Claim, catalogue: Catalogue, beside: Sequence[Claim], before: Sequence[Claim]
) -> Iterator[Neighbour]:
    is_open = not said.says_indicator(claim)
    near = (*beside, *before) if is_open else beside
    codes = dict.fromkeys(c.indicator for c in near if c.indicator in catalogue.indicators)
    grown = is_open and claim.measure in _SINCE
    own = own_columns(claim.indicator or "", catalogue, any_unit=grown)
    told = [ident for ident in own if is_open or _is_told(claim, ident, catalogue)]
    for ident in codes | dict.fromkeys(told):
        if ident is not None and ident != claim.indicator:
            name = catalogue.indicators[ident].name
            changed = claim._replace(indicator=ident)
            if is_rate(catalogue.indicators[ident].unit):  # points of a rate are those of its level
                changed = changed._replace(measure=_OF_RATE.get(claim.measure, claim.measure))
            yield Neighbour("indicator", changed, is_open or ident in told, name)


def own_columns(indicator: str, catalogue: Catalogue, *, any_unit: bool = False) -> list[str]:
    """Return the columns of a reader's own table that are in the unit of one of them, or, where it is small, all."""
    own = catalogue.indicators[indicator]
    if own.theme != OWN:
        return []
    every = catalogue.indicators.items()
    if any_unit and len(mine := [i for i, one in every if one.theme == OWN]) <= _SMALL:
        return mine
    alike = [i for i, one in every if (one.theme, one.unit) == (OWN, own.unit)]
    return alike if len(alike) <= _FEW else []


def _is_told(claim: Claim, ident: str, catalogue: Catalogue) -> bool:
    """Return whether a number's clause has what tells another column from its own: international passengers."""
    own, other = (_words(catalogue, i) for i in (claim.indicator or "", ident))
    return bool(other - own) and other - own <= {*said.clause_of(claim).casefold().split()}


def _words(catalogue: Catalogue, ident: str) -> set[str]:
    return {*catalogue.indicators[ident].name_en.casefold().split()}
