"""What tables measure in several ways side by side: GDP at current and constant prices, for each head, its growth.

Each way is an indicator of its own; together they are a family, and a text that says “GDP” may mean
any of them. Which one, the unit and the words of a number say (`judging/columns_meant.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpstats.claims.terms.growth_columns import is_growth_column, of_what
from cpstats.claims.terms.spelling import name_of
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpstats.model.indicator import Indicator

_BRACKETS = pattern(r"\([^()]*\)|（[^（）]*）")
_DOLLARS = r"(?:(?:US|U\.S\.|Canadian|Australian) )?(?:prices?|dollars?|terms|values?|cost)"
_WAYS = pattern(  # words of a name that say how a thing is measured, not what it is
    rf"\b(?:(?:at|in) )?(?:constant|current|fixed|chained|nominal)[- ](?:(?:19|20)\d\d[- ])?(?:(?:market|basic|factor|purchasers') )?{_DOLLARS}(?!\w)"
    r"|\b(?:at|in) (?:(?:(?:19|20)\d\d|market|basic|purchasers'|purchaser) )+prices\b|\bprices of (?:19|20)\d\d\b|\bat factor cost\b"
    r"|\b(?:chain(?:ed|[- ]linked) )?volumes?(?: measures?)?(?=\s*(?:[,;:]|$))|\b(?:real|nominal)\b|\bin (?:volume|value) terms\b"
    r"|\b(?:not |un)?seasonally adjusted\b|\bby (?:state|region|county|country|province|area)\b|\b(?:regional|national|total|annual|quarterly)\b"
    r"|,? ?\b(?:mid-?year|year-end|end-of-year|end of year)(?: population)?(?: estimates?)?(?=$|[,;])"
    r"|按?(?:现价|现行价格?|当年价格?|不变价格?|可比价格?)(?:计算的?)?|名义|实际(?!使用|利用|到)",
    re.IGNORECASE,
)
EACH = pattern(r"\b(?:per|a)[- ](?:capita|head|person|inhabitant)\b|人均", re.IGNORECASE)


class Families(NamedTuple):
    """What each indicator measures, and the indicators of each thing that a reader's own table has.

    `each` are the indicators that are for each head.
    """

    things: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    each: frozenset[str]

    def of(self, ident: str | None) -> tuple[str, ...]:
        """Return the indicators that measure what one does, itself among them; none where no own table has any."""
        return self.members.get(self.things.get(ident or "", ""), ())

    def in_unit(self, ident: str, known: Mapping[str, Indicator], *, rate: bool) -> str:
        """Return the one indicator of a family that is a rate or none, where the named one is not so."""
        if is_rate(known[ident].unit) == rate:
            return ident
        same = ident in self.each
        some = [i for i in self.of(ident) if is_rate(known[i].unit) == rate]
        fit = [i for i in some if (i in self.each) == same and not is_growth_column(known[i])]
        return fit[0] if len(fit) == 1 else ident


def families(indicators: Mapping[str, Indicator], spelled: Mapping[str, str]) -> Families:
    """Return what the indicators measure, those of a reader's own tables by their names.

    Parameters
    ----------
    indicators : mapping of id to Indicator
        Those of all tables.
    spelled : mapping of name to id
        The names that texts in general use, in canonical form, with the indicator of each.
    """
    things: dict[str, str] = {}
    each: set[str] = set()
    for ident, one in indicators.items():
        if one.theme != OWN:
            whole, per, _ = one.per_head_of.partition("/")
            things[ident] = whole if per else ident
            each |= {ident} if per else set()
    members: dict[str, list[str]] = {}
    for ident, one in indicators.items():
        if one.theme == OWN:
            name, for_each = thing_of(one.name_en)
            known = spelled.get(name, "")
            things[ident] = things.get(known, name)
            each |= {ident} if for_each or known in each else set()
            members.setdefault(things[ident], []).append(ident)
    for ident, thing in [*things.items()]:
        if indicators[ident].theme != OWN and thing in members:
            members[thing].append(ident)
    return Families(things, {t: tuple(some) for t, some in members.items()}, frozenset(each))


def thing_of(name: str) -> tuple[str, bool]:
    """Return what a column measures, in canonical form, and whether for each head.

    >>> thing_of("Real GDP by state (millions of chained 2017 dollars)"), thing_of("GDP per head")
    (('gdp', False), ('gdp', True))
    >>> thing_of("Exports, chain-linked volumes"), thing_of("Exports growth (%)"), thing_of("Exports of tea")
    (('export', False), ('export', False), ('export tea', False))
    """
    bare = _BRACKETS.sub(" ", name).strip(" ,;:")
    bare = of_what(bare) or bare
    plain = EACH.sub(" ", _WAYS.sub(" ", bare)).strip(" ,;:")
    words = [word for word in name_of(plain).split() if word[0].isalnum()]
    return " ".join(words) or plain, EACH.search(bare) is not None
