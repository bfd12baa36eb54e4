"""What claims are held against."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.claims.terms.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from cpstats.claims.judging.lookup import Request
    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.model.text import Text
    from cpstats.selecting.archive import Archive, Sought

NEAR = 12  # numbers before a sentence whose places and periods may go on in it


@dataclass(frozen=True, slots=True)
class Bench:
    """What claims are held against: the data without the text itself, and with it."""

    catalogue: Catalogue
    archive: Archive
    whole: Archive
    itself: tuple[str, ...] = ()  # ids of the sources that are taken for the text
    published: date | None = None  # the day of the text
    zone: str | None = None  # the development zone that the text begins with
    here: str | None = None  # the place the text is about
    abroad: str | None = None  # another country that the text begins with
    sameday: frozenset[str] = frozenset()  # sources of the text's own day, which it may be
    spoken: date | None = None  # the end of the newest period that it speaks of
    sentences: Mapping[int, Sequence[Claim]] = field(default_factory=dict)  # by their beginning
    paragraphs: Mapping[int, Sequence[Claim]] = field(default_factory=dict)  # by their line
    spelled: frozenset[str] = (
        frozenset()
    )  # places that the text may speak of, by their first letters
    asked: dict[tuple[object, ...], list[Figure]] = field(default_factory=dict, compare=False)
    last_days: dict[tuple[str, str], date | None] = field(default_factory=dict, compare=False)
    called: dict[str, Text] = field(
        default_factory=dict, compare=False
    )  # releases, as they are told

    def find(
        self, request: Request, measure: str, sought: Sought, archive: Archive
    ) -> list[Figure]:
        """Return what is known of a quantity; a long text asks for the same ones again and again."""
        way = getattr(request.find, "__name__", "")  # a change, or that of a year on average
        key = (measure, way, request.unit, sought, archive is self.whole)
        if key not in self.asked:
            self.asked[key] = request.find(archive, sought)
        return self.asked[key]

    def reaches(self, figures: Sequence[Figure]) -> date | None:
        """Return the last day that the series of some figures know of, forecasts apart."""
        every = {(f.indicator, f.ref_area) for f in figures}
        return max((day for ident in every if (day := self._last_day(*ident))), default=None)

    def _last_day(self, indicator: str, area: str) -> date | None:
        """Return the last day that is known of an indicator of a place, forecasts apart."""
        key = indicator, area
        if key not in self.last_days:
            held = self.archive.every
            said = (
                period.last_day
                for series in (held.series(*key, *more) for more in held.keys(*key))
                for period in series
                if held.cell(series.rows(period)[0], "obs_status") != "forecast"
            )
            self.last_days[key] = max(said, default=None)
        return self.last_days[key]

    def release(self, vintages: str) -> Text:
        """Return what the releases of a figure are called."""
        if vintages not in self.called:
            self.called[vintages] = self.catalogue.releases(vintages)
        return self.called[vintages]

    def beside(self, claim: Claim) -> list[Claim]:
        """Return the other numbers of a sentence."""
        return [c for c in self.sentences.get(claim.sentence_start, ()) if c is not claim]

    def before(self, claim: Claim) -> list[Claim]:
        """Return the last numbers of a paragraph before the sentence of one."""
        every = self.paragraphs.get(claim.line, ())
        at = bisect_left(every, claim.sentence_start, key=lambda c: c.start)
        return [*every[max(0, at - NEAR) : at]]


def paragraphs_of(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    """Return the numbers of each paragraph, by its line."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.line, []).append(claim)
    return found


def newest_of(claims: Sequence[Claim]) -> date | None:
    """Return the last day of the newest period that some numbers are said to have been of."""
    said = (claim.period for claim in claims if claim.period and claim.status == "claim")
    found = map(period_of, said)
    return max((period.last_day for period in found if period is not None), default=None)


def sentences_of(claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    """Return the numbers of each sentence, by where it begins."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence_start, []).append(claim)
    return found
