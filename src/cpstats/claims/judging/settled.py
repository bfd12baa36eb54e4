"""What context gives is closed where the numbers beside it are figures of that very period and place.

社会消费品零售总额117.26亿元,比上年增长5.4%: where the rate is that of the year the text is about, the amount
of the year before is a slip, not another reading. A number that stands alone stays open.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpstats.claims.judging import said
from cpstats.claims.judging.judge import judge
from cpstats.claims.judging.neighbours import at_period
from cpstats.claims.terms.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpstats.claims.judging.bench import Bench
    from cpstats.claims.terms.claim import Claim
    from cpstats.claims.terms.verdict import Judged

WITNESSES = 2  # numbers of the same paragraph; of the same sentence one is enough


Key = tuple[int, str | None, tuple[str, ...]]


def with_settled_fields(found: Sequence[Judged], bench: Bench) -> list[Judged]:
    """Judge again, as if the text said its period and place, what depends on those of its context."""
    beside: dict[Key, list[Claim]] = defaultdict(list)
    for one in found:
        if one.verdict == "confirmed":
            beside[_key(one.claim)].append(one.claim)
    witnesses = Witnesses(beside, [one.claim for one in found], bench)
    return [_settled(one, witnesses) if one.verdict == "depends" else one for one in found]


def _key(claim: Claim) -> Key:
    """Return the paragraph and the period of a number."""
    return claim.line, claim.period, claim.period_readings


def _settled(judged: Judged, witnesses: Witnesses) -> Judged:
    claim = judged.claim
    meant = dict.fromkeys(_meant(judged))
    printed = {*said.years_printed(claim)}
    own = (claim.period, *claim.period_readings)
    others = {p.year for _, code in meant if code not in own and (p := period_of(code))}
    if any("/" in code for _, code in meant if code not in own):
        return judged  # what is open is the base: an increase of 74 percent, behind a level of 2019
    said_too = {p.year for code in claim.told if (p := period_of(code))}
    if not meant or others & {*printed, *said_too} or not witnesses.are_enough(claim, [*meant]):
        return judged
    again = judge(claim._replace(settled=("period", "place")), witnesses.bench)
    return again if again.verdict == "contradicted" else judged


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The numbers that are figures of a period and place which the text took from its context."""

    beside: Mapping[Key, Sequence[Claim]]
    every: Sequence[Claim]  # of the text, confirmed or not
    bench: Bench
    fits: dict[tuple[int, str, str], bool] = field(default_factory=dict)  # what was judged once

    def are_enough(self, claim: Claim, meant: Sequence[tuple[str, str]]) -> bool:
        """Return whether enough numbers of a paragraph are right of its period and place only."""
        near = 0
        timed = all(place == claim.place for place, _ in meant)  # is only the period open?
        for one in self.beside.get(_key(claim), ()):
            if not timed and (one.place != claim.place or not self._hands_on(one, claim)):
                continue
            if not any(
                self._fits(one, one.place or "", code) if timed else self._fits(one, place, code)
                for place, code in meant
            ):
                near += WITNESSES if one.sentence_start == claim.sentence_start else 1
            if near >= WITNESSES:
                return True
        return False

    def _hands_on(self, one: Claim, claim: Claim) -> bool:
        """Return whether a number that names its place tells that of another one: it stands before it, no other between."""
        catalogue = self.bench.catalogue
        if not said.says_place(one, catalogue):
            return True
        between = (c for c in self.every if one.start < c.start < claim.start)
        others = (c for c in between if c.place != claim.place and said.says_place(c, catalogue))
        return one.start < claim.start and next(others, None) is None

    def _fits(self, claim: Claim, place: str, code: str) -> bool:
        key = (claim.start, place, code)
        if key not in self.fits:
            self.fits[key] = _fits(claim, place, code, self.bench)
        return self.fits[key]


def _meant(judged: Judged) -> Iterator[tuple[str, str]]:
    """Yield place and period of each figure that confirms a number without being what the text says."""
    for one in judged.evidence:
        if not one.said and one.outcome == "confirmed":
            yield one.figure.ref_area, one.reading


def _fits(claim: Claim, place: str, code: str, bench: Bench) -> bool:
    """Return whether a number would be right of another period or place as well."""
    period = period_of(code)
    if period is None:
        return True
    same = code in (claim.period, *claim.period_readings)
    other = (claim if same else at_period(claim, period))._replace(place=place)
    return judge(other, bench).verdict == "confirmed"
