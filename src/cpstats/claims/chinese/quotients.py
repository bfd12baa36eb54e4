"""A number of times one indicator is another: 城镇居民人均可支配收入是农村居民的2.3倍, 城乡居民收入比为2.3."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.subject import Subject
from cpstats.claims.terms.vocabulary import COMPARED, EQUALS
from cpstats.model.pattern import pattern
from cpstats.model.unit import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.claims.chinese.tokens import Token
    from cpstats.claims.terms.lexicon import Lexicon

_TOWN_AND_COUNTRY = pattern(
    r"城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:之|的)?(?:比值?|倍差|差距比?)(?![重例较上去年])[^,;。]{0,24}$"
)
_SHARES = frozenset(w for w in COMPARED if "占" in w and not w.endswith(("市", "省"))) | {"相当于"}
RATIOS = ("", ":1", TIMES)  # the units in which a number says how many times one is the other


class Quotient(NamedTuple):
    """What is divided, and the indicator that it is divided by."""

    subject: Subject
    by: str


def of_incomes(before: str, names: Lexicon) -> Quotient | None:
    """Return the incomes of town and country where the words before a number speak of their ratio."""
    match = _TOWN_AND_COUNTRY.search(before[-40:]) if "城乡" in before else None
    if match is None:
        return None
    town, country = (names.names.get(f"{where}居民人均可支配收入") for where in ("城镇", "农村"))
    return Quotient(Subject("城乡居民收入比", town), country) if town and country else None


def whole_of(head: Sequence[Token]) -> str | None:
    """Return the indicator that a share is of: 税收收入…,占一般公共预算收入的59.6%."""
    at = next((n for n, token in enumerate(head) if token.text in _SHARES), None)
    behind = head[at + 1 :] if at is not None else ()
    named = [t.value for t in behind if t.kind == "name"]
    alone = len(named) == 1 and not any(t.kind in ("place", "rest") for t in behind)
    return named[0] or None if alone else None


def of_two(
    head: Sequence[Token],
    letters: str,
    names: Lexicon,
    subject: Callable[[Sequence[Token]], Subject | None],
) -> Quotient | None:
    """Return two indicators of one unit where the words before a number say 甲是乙的.

    `subject` finds what the words before 是 name, else what the sentence spoke of.
    """
    if not head or head[-1].text != "的":
        return None
    at = next((n for n in range(len(head) - 1, -1, -1) if head[n].text in EQUALS), None)
    if at is None or at + 2 > len(head) - 1:
        return None
    other = head[at + 1 : -1]
    if any(token.kind not in ("name", "rest") for token in other):
        return None
    one = subject(head[:at])
    known = names.indicators.get((one and one.indicator) or "")
    if one is None or known is None:
        return None
    words = letters[other[0].start : other[-1].end]
    by = names.names.get(words) or names.names.get(lent(words, one.surface) or "")
    unlike = not by or by == one.indicator or names.indicators[by].unit != known.unit
    return None if unlike or by is None else Quotient(one, by)


_RESIDENTS = ("农村居民", "城镇居民", "农村常住居民", "城镇常住居民")
_PARTED = {"城镇": "城镇居民", "城市": "城镇居民", "农村": "农村居民"}  # 其中城镇5万元
_RESIDENT_INCOME = "居民人均可支配收入"


def lent(bare: str, last: str) -> str | None:
    """Return residents with the noun of the last subject: 居民人均可支配收入…,农村居民.

    >>> lent("农村", "城镇居民人均可支配收入")
    '农村居民人均可支配收入'
    """
    bare = _PARTED.get(bare, bare)
    if bare in _RESIDENTS and last.endswith(_RESIDENT_INCOME):
        return bare + _RESIDENT_INCOME.removeprefix("居民")
    return None
