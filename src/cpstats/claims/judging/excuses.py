"""What may explain a number that all data contradict, so that it is no fault of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpstats.claims.judging import editions
from cpstats.claims.judging.mixed import is_of_two_releases
from cpstats.claims.judging.said import (
    around,
    clause_of,
    country_named,
    is_relative,
    leaves_scope,
    names_place,
    names_vaguely,
    says_indicator,
)
from cpstats.claims.judging.said_again import says_again
from cpstats.claims.telling import wording
from cpstats.claims.terms.divisions import name_of
from cpstats.claims.terms.letters import plain, plain_part
from cpstats.claims.terms.own_places import own_names
from cpstats.claims.terms.periods import period_of
from cpstats.claims.terms.printed import is_on_scope, leaves_out, words_before
from cpstats.claims.terms.units import is_percent
from cpstats.model.pattern import pattern
from cpstats.model.period import Freq

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Evidence
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.text import Text

_FIXED_PRICES = pattern(r"(?:不变价|可比价|年价格?)[^。;]{0,30}$|constant prices")
_PRICES_OF = pattern(  # the year at whose prices an amount is
    r"\b(?:chained|constant|fixed)[ -]\(?((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\)? (?:constant )?(?:prices|dollars)\b|\bprices of ((?:19|20)\d\d)\b"
    r"|按((?:19|20)\d\d)年(?:不变|可比)?价",
    re.IGNORECASE | re.ASCII,
)
_REVISED = pattern(  # of the last clauses: a level of a release that need not be among the data
    r"(?:修订|核实|调整(?:后|为|结果|数))[^。;]{0,30}$|\brevised\b[^.;]{0,40}$"
)
_EXPECTED = pattern(r"预计|有望|expected to|estimated to (?!have|be)")
_CORE = pattern(r"\b(?:core|underlying)\b|核心", re.IGNORECASE)
_ZONE = pattern(r"[\u4e00-\u9fff]{0,12}?(?:开发区|经开区|高新区|自贸区|示范区|工业园区?)")
_BEGINNING = 120
NEAR_POINTS = 3.0  # by which the growth of all and of those above a size may differ
EXACT = 4  # signs of an amount that is not met by chance: 2186
_AREA = pattern("[全我本][国省市区县州]")
_IN_ALL = pattern(r"(?:累计|总数|总计|合计|共计?|达到?|现有|拥有|有|in all|total)[^,;。]{0,8}$")


def zone_of(text: str, catalogue: Catalogue | None = None) -> str | None:
    """Return the development zone that the beginning of a text names, None where the data are of that very one."""
    found = _ZONE.search(text[:_BEGINNING])
    own = tuple(own_names(catalogue)) if found and catalogue is not None else ()
    return found[0] if found and not found[0].endswith(own) else None


def abroad_of(text: str) -> str | None:
    """Return the other country that the beginning of a text names."""
    return country_named(plain(text[:_BEGINNING]))


def set_apart(claim: Claim, bench: Bench) -> Text | None:
    """Return why a number is of something that no figure is of, None where nothing says so."""
    if claim.unpaced:
        return wording.UNPACED
    if says_again(claim, bench.beside(claim)):
        return wording.SAID_AGAIN
    return _of_another_kind(claim) or _of_the_zone(claim, bench) or _elsewhere(claim, bench)


def doubt(
    claim: Claim, said: float, against: Sequence[Evidence], bench: Bench, *, slip: bool = False
) -> Text | None:
    """Return why a number that is contradicted may be right, None where nothing explains it.

    Parameters
    ----------
    claim : Claim
        What the text says; `said` is its number in the unit of the figures.
    against : sequence of Evidence
        Everything that contradicts it.
    slip : bool
        Whether it is the figure of another year or place: an exact amount is no other by chance.
    """
    figures = [e.figure for e in against]
    if (other := _of_another(claim, said, figures, bench, slip=slip)) is not None:
        return other
    exact = claim.bound == "exact"
    revised = claim.measure == "level" and _REVISED.search(words_before(claim)) is not None
    if slip and not revised and claim.measure == "level" and len(claim.value_text) >= EXACT:
        return None
    if exact and _is_a_part(claim, said, against, bench):
        return wording.part_of_a_stock(against)
    half = claim.half_width if is_percent(claim.unit) else 0.0
    vague = names_vaguely(claim, bench.catalogue) and not editions.is_slip(figures, said, half)
    if (vague and not slip) or (exact and editions.is_about_something_else(figures, said)):
        return wording.elsewhere(against)
    known = editions.are_known(
        figures, said, bench.catalogue, bench.published, bench.reaches(figures), bench.spoken
    )
    if revised or not known or (exact and is_of_two_releases(claim, said, figures, bench.archive)):
        return wording.other_release(against)
    return None


def _is_of_other_prices(
    claim: Claim, said: float, figures: Sequence[Figure], *, slip: bool
) -> bool:
    """Return whether a level may be at the prices of another year than the figures are."""
    held = {f.price_basis.partition(":")[2] for f in figures if f.price_basis[:8] == "constant"}
    if claim.measure != "level" or not held:
        return False
    years = {
        year for match in _PRICES_OF.finditer(around(claim)) for year in match.groups() if year
    }
    if years and "" not in held:
        return not years & held
    return not slip and not editions.is_slip(figures, said)


def _of_another(
    claim: Claim, said: float, figures: Sequence[Figure], bench: Bench, *, slip: bool
) -> Text | None:
    """Return why a number may be of another period, or of something else or wider than its name."""
    if _is_unfinished(claim, bench):
        return wording.UNFINISHED
    if claim.unexplained:
        return wording.unexplained(claim.unexplained)
    if _is_of_other_prices(claim, said, figures, slip=slip):
        return wording.OTHER_PRICES
    wider = _is_wider(claim, said, figures, bench) or _holds_its_name(claim, bench)
    return wording.WIDER if wider else None


def _is_unfinished(claim: Claim, bench: Bench) -> bool:
    """Return whether a year had months to go when the text was published: 今年以来."""
    period = period_of(claim.period or "") if claim.period_from != "given" else None
    day = bench.published
    if period is None or day is None or period.freq is not Freq.ANNUAL:
        return False
    return day < period.last_day.replace(day=1)


def _is_wider(claim: Claim, said: float, figures: Sequence[Figure], bench: Bench) -> bool:
    """Return whether a rate may be of all, where the figures are of those above a size: 工业增加值."""
    indicator = bench.catalogue.indicators[claim.indicator or ""]
    if claim.measure == "level" or not leaves_scope(claim.indicator_surface, indicator):
        return False
    return any(f.value is not None and abs(said - f.value) <= NEAR_POINTS for f in figures)


def _holds_its_name(claim: Claim, bench: Bench) -> bool:
    """Return whether a part of it bears a name of its indicator: 一般公共预算收入…,其中地方一般公共预算收入."""
    end = claim.end - claim.sentence_start
    for one in bench.beside(claim):
        same = one.indicator == claim.indicator and one.indicator_surface != claim.indicator_surface
        if same and one.start > claim.start and one.place == claim.place:
            between = plain_part(one.sentence, end, one.start - one.sentence_start)
            if "其中" in between and (one.indicator_surface or "") in between:
                return True
    return False


def _elsewhere(claim: Claim, bench: Bench) -> Text | None:
    """Return that a number may be about a place that is named, but of which there are no data."""
    places = bench.catalogue.places
    if names_place(claim, claim.place or "", bench.catalogue):
        return None
    country = country_named(around(claim)) or bench.abroad
    own = country is not None and any(
        country in (*one.names, one.name_en.removeprefix("The ")) for one in places.values()
    )
    if country is not None and not own:
        return wording.of_the_zone(country)
    if is_relative(claim):
        return None
    codes = [c.place for c in bench.beside(claim)] + [bench.here]
    unknown = next((code for code in codes if code and code not in places), None)
    return wording.of_the_zone(name_of(unknown)) if unknown else None


def _of_another_kind(claim: Claim) -> Text | None:
    """Return what the words before the number say it is, where no figure is that."""
    words = words_before(claim)
    nominal = claim.measure == "level" and claim.price_basis != "constant"
    if nominal and _FIXED_PRICES.search(words):
        return wording.FIXED_PRICES
    if leaves_out(words):
        return wording.LEFT_OUT
    if is_on_scope(claim):
        return wording.ON_SCOPE
    if _is_core(claim, words):
        return wording.LEFT_OUT
    own = words.rpartition(";")[2]  # what was expected of another year was said before
    return wording.EXPECTED if _EXPECTED.search(own) else None


def _is_core(claim: Claim, words: str) -> bool:
    """Return whether a number goes on about core prices: core CPI rose 0.1 percent, its annual rate fell to."""
    core = _CORE.search(words)
    if core is None or _CORE.search(claim.indicator or ""):
        return False
    return not says_indicator(claim) or _CORE.search(clause_of(claim)) is not None


def _of_the_zone(claim: Claim, bench: Bench) -> Text | None:
    """Return that a number is the zone's, where no other place is named before it."""
    if bench.zone is None:
        return None
    words = words_before(claim)
    place = bench.catalogue.places.get(claim.place or "")
    named = place is not None and any(name and name in words for name in place.names)
    if bench.zone not in words and (named or _AREA.search(words)):
        return None
    return wording.of_the_zone(bench.zone)


def _is_a_part(claim: Claim, said: float, against: Sequence[Evidence], bench: Bench) -> bool:
    """Return whether a count may be what was added to a stock in the period: 完工40个 of 186."""
    indicator = bench.catalogue.indicators[claim.indicator or ""]
    if claim.measure != "level" or (indicator.kind, indicator.compare) != ("stock", "none"):
        return False
    below = all(e.figure.value is not None and said < e.figure.value for e in against)
    return below and not _IN_ALL.search(words_before(claim))
