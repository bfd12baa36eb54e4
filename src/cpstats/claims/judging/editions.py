"""Whether the releases that are known are those a text can have quoted.

Levels of national accounts and of population are revised for years, growth rates a little. A text
gives the figure of the release of its day: one that is not among the data contradicts nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cpstats.claims.terms.remembered import remembered
from cpstats.model.catalogue import OWN
from cpstats.model.period import Period, PeriodError
from cpstats.model.unit import PERCENT, PLACE, POINTS, RATE_UNITS, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.indicator import Indicator

FIRST = "first"
EARLY = timedelta(days=550)  # after the end of a period: final figures and census results follow
FINAL = timedelta(days=380)  # after it: what a text then says of last year may be its final figure
LEVELS = 0.4  # part of a level: 天津 2016 was revised by −35.8 % (NBS exports of 2018 and 2025)
RATES = 0.5  # points
COUNTED = 2.5  # points: China's urbanisation rate of 2019 was 60.60 % before the census of 2020, 62.71 % after it
TOWNS = 4.0  # points of a share of people: Xinjiang's of 2019 was 51.87 % in its communiqué of April 2020, 55.51 % after the census
LONG_AFTER = 4.0  # points: growth of Singapore in 1998 was 1.5 % in its budget of 1999, -2.2 % in the World Bank's table of 2024
SHARES = (
    2.5,
    0.2,
)  # points or part, twice that of the first figure: 天津 2018, industry, by −4.3 points


def are_known(
    figures: Sequence[Figure],
    said: float,
    catalogue: Catalogue,
    published: date | None,
    reaches: date | None = None,
    spoken: date | None = None,
) -> bool:
    """Return whether figures that all contradict a number may be believed to refute it.

    Parameters
    ----------
    figures : sequence of Figure
        Every figure that contradicts it.
    said : float
        The number of the text, in their unit.
    published : date or None
        The day of the text; None may be as late as the newest release of the data.
    reaches : date or None
        The last day that the series of the figures know of. A reader's own table stands as it is,
        unless it goes on long after the day of the text: that one quoted the first figure.
    spoken : date or None
        The end of the newest period that the text speaks of: where its day is not known, a rate
        is as old as that.
    """
    own = all(f.own for figure in figures for f in figure.inputs or (figure,))
    written = published or spoken
    goes_on = written is not None and reaches is not None and reaches > written + EARLY
    later_table = own and goes_on and (published is not None or _are_rates(figures))
    if not any(_is_revised(f, catalogue, own=later_table) for f in figures):
        return True
    if _is_between(figures, said):
        return False
    first = any(_is_first(f, catalogue) for f in figures)
    later = any(not _is_first(f, catalogue) for f in figures)
    day = published or _newest(catalogue)
    limit = EARLY if published is None else FINAL
    wanted_later = day is not None and any(_is_late(f, day, limit) for f in figures)
    if first and (later or not wanted_later):
        return True
    counted = any(_is_counted_since(f, day, catalogue) for f in figures)
    people = counted and all(catalogue.indicators[f.indicator].revised == "census" for f in figures)
    rates = LONG_AFTER if later_table else TOWNS if people else COUNTED if counted else RATES
    return all(_is_far(f, said, 1 if first else 2, rates) for f in figures)


def _is_counted_since(figure: Figure, day: date | None, catalogue: Catalogue) -> bool:
    """Return whether a census may have changed a figure between a text and its own source."""
    if day is None or not _is_counted(catalogue.indicators[figure.indicator]):
        return False
    sources = (catalogue.sources[s] for s in figure.sources if s in catalogue.sources)
    newest = _newest(catalogue)  # of a source without a day
    days = (_day(source.published) or newest for source in sources)
    return any(out is not None and out > day + EARLY for out in days)


def _are_rates(figures: Sequence[Figure]) -> bool:
    return all(f.unit == PERCENT and not f.measure.startswith("share") for f in figures)


def _is_counted(indicator: Indicator) -> bool:
    """Return whether a census revises it: of the population, or of all enterprises for output."""
    return indicator.revised == "census" or indicator.growth_basis == "constant"


def _is_between(figures: Sequence[Figure], said: float) -> bool:
    """Return whether a number lies between two releases: a third one may have been there."""
    known = [f.value for f in figures if f.value is not None and f.unit not in RATE_UNITS]
    return bool(known) and min(known) < said < max(known)


def _is_revised(figure: Figure, catalogue: Catalogue, *, own: bool) -> bool:
    """Return whether the agencies revise such figures, those of a reader's own table if `own`."""
    if not own and all(f.own and not f.vintage for f in figure.inputs or (figure,)):
        return False
    indicator = catalogue.indicators[figure.indicator]
    if indicator.revised == "census":
        return True
    if own and indicator.theme == OWN:
        return True  # nobody says that a later edition leaves it as it was
    money = Unit.of(indicator.unit).is_money and not indicator.revised
    return money and (figure.unit != PERCENT or indicator.growth_basis == "constant")


@remembered
def _newest(catalogue: Catalogue) -> date | None:
    days = (_day(s.published) for s in catalogue.sources.values())
    return max((day for day in days if day is not None), default=None)


def _is_first(figure: Figure, catalogue: Catalogue) -> bool:
    """Return whether it was announced soon after its period, or every number it was made from."""
    if figure.inputs:
        return all(_is_first(f, catalogue) for f in figure.inputs if f.sources)
    if figure.vintage == FIRST:
        return True
    if figure.vintage:
        return False
    sources = (catalogue.sources[s] for s in figure.sources if s in catalogue.sources)
    return any(_is_early(s.published, figure) for s in sources)


def _is_early(published: str, figure: Figure) -> bool:
    end, day = _end_of(figure), _day(published)
    return end is not None and day is not None and day <= end + EARLY


def _is_late(figure: Figure, published: date, limit: timedelta) -> bool:
    end = _end_of(figure)
    return end is not None and published > end + limit


def _is_far(figure: Figure, said: float, revisions: int, rates: float) -> bool:
    """Return whether no revision explains the difference, of a share no so many of them."""
    if figure.value is None:
        return False
    if figure.measure.startswith("share") and figure.inputs:
        points, part = SHARES
        return abs(figure.value - said) > revisions * min(points, part * abs(figure.value))
    if figure.unit in (*RATE_UNITS, POINTS):
        return abs(figure.value - said) > rates
    alike = (f for f in (figure, *figure.inputs) if f.unit == figure.unit)
    sizes = [abs(f.value) for f in alike if f.value is not None]
    return abs(figure.value - said) > LEVELS * max(sizes)  # a change is as unsure as its levels


def is_of_later(figure: Figure, catalogue: Catalogue, published: date | None) -> bool:
    """Return whether a figure is of a release so long after a text that it cannot have quoted it."""
    used = (catalogue.vintages.get(one) for one in figure.vintage.split("|"))
    days = [_day(vintage.released) for vintage in used if vintage is not None]
    return published is not None and any(d is not None and d > published + EARLY for d in days)


def is_about_something_else(figures: Iterable[Figure], said: float) -> bool:
    """Return whether a level is so far off, and by no power of ten, that its subject was misread.

    A rank is never far off: the fifth may well be the thirteenth.
    """
    ratios = [abs(said / f.value) for f in figures if f.value and f.unit not in _NEVER_FAR]
    return bool(ratios) and all((r > FAR or r < 1 / FAR) and not _is_slip(r) for r in ratios)


def is_slip(figures: Iterable[Figure], said: float, half: float = 0.0) -> bool:
    """Return whether a number is a figure with another sign, ten times it, or a tenth, and the like; `half` is of its last digit."""
    known = [f for f in figures if f.value]
    turned = any((f.low or 0.0) - half <= -said <= (f.high or 0.0) + half for f in known)
    return turned or any(_is_slip(abs(said / (f.value or 1.0))) for f in known)


FAR = 5.0
_NEVER_FAR = (*RATE_UNITS, POINTS, PLACE)


def _is_slip(ratio: float) -> bool:
    """Return whether a ratio is a power of ten within a tenth: 万 for 亿."""
    if ratio <= 0:
        return False
    from math import log10

    power = log10(ratio)
    return abs(power - round(power)) < 0.045 and round(power) != 0


def _end_of(figure: Figure) -> date | None:
    try:
        return Period.parse(figure.time_period).last_day
    except PeriodError:
        return None


def _day(text: str) -> date | None:
    from cpstats.model.source import last_day

    return date.fromisoformat(last_day(text)) if text else None
