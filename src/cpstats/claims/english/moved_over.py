"""What a rate starts from that stands beside two levels: rose from 6.1 in 2016 to 7.6 in 2024, that is by 24 percent."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.claims.terms.units import is_percent, is_points
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.english.stretches import Stretch

_FROM = pattern(r"\bfrom (?:about |some |nearly |over |more than |just |only )*$", re.IGNORECASE)
_TO = pattern(r"[^,;]{0,40}\bto (?:about |some |nearly |over |more than |just |only )*")
_MEANS = pattern(  # words that say a movement again as a rate
    r"[^,;(]{0,24}(?:,|;| -| \()? *(?:(?:that is|i\.e\.?|or|which is|this is|corresponding to|equivalent to|an? (?:[a-z]+ )?(?:rise|increase|gain|growth|fall|decrease|decline|drop|reduction|loss|plus|minus) of|(?:up|down)|by),? *)+(?:about |some |nearly |over |more than |just |only |by |a total of )*[-+]?"
)


def over_both(numbers: Sequence[Stretch]) -> list[Stretch]:
    """Return the numbers of a sentence, a rate behind two levels with the time of the first of them as its base."""
    made = list(numbers)
    for n in range(2, len(made)):
        again = made[n - 1] is not numbers[n - 1] and is_percent(made[n].spot.unit)
        if again and made[n].base is None and _MEANS.fullmatch(made[n].head):
            made[n] = replace(made[n], base=made[n - 1].base, when=made[n - 1].when)
            continue
        one, two, rate = made[n - 2 : n + 1]
        moved = (
            _FROM.search(one.head) and _TO.fullmatch(two.head) and one.spot.unit == two.spot.unit
        )
        sure = one.dated or len(one.when.readings) <= 1  # else it may be of several times
        told = sure and one.when.code and two.when.code and one.when.code != two.when.code
        said = (is_percent(rate.spot.unit) or is_points(rate.spot.unit)) and rate.base is None
        if moved and told and said and _MEANS.fullmatch(rate.head):
            made[n] = replace(rate, base=one.when, when=two.when)
    return made
