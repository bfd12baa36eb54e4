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
    r"|\bchain(?:ed|[- ]linked)?[- ]volumes?(?: measures?)?\b|\bvolumes?(?: measures?)?(?=\s*(?:[,;:]|$))|\b(?:real|nominal)\b|\bin (?:volume|value) terms\b"
    r"|\b(?:not |un)?seasonally adjusted\b|\bby (?:state|region|county|country|province|area)\b|\b(?:regional|national|total|annual|quarterly)\b"
    r"|,? ?\b(?:mid-?year|year-end|end-of-year|end of year)(?: population)?(?: estimates?)?(?=$|[,;])"
    r"|按?(?:现价|现行价格?|当年价格?|不变价格?|可比价格?)(?:计算的?)?|名义|实际(?!使用|利用|到)",
    re.IGNORECASE,
)
_OF_PRICES = pattern(r"pric|cost|inflation|价", re.IGNORECASE)
_INDEX = pattern(r"\b(?:index|indices)\b|(?<=.)指数", re.IGNORECASE)
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

    def for_each(self, ident: str | None, known: Mapping[str, Indicator]) -> str | None:
        """Return the one indicator of a family that is for each head, a reader's own first."""
        some = [i for i in self.of(ident) if i in self.each]
        some = [i for i in some if known[i].theme == OWN] or some
        return some[0] if len(some) == 1 else None

    def in_unit(self, ident: str, known: Mapping[str, Indicator], *, rate: bool) -> str:
        """Return the one indicator of a family that is a rate or none, where the named one is not so."""
        if is_rate(known[ident].unit) == rate:
            return ident
        same = ident in self.each
        some = [i for i in self.of(ident) if is_rate(known[i].unit) == rate]
        fit = [i for i in some if (i in self.each) == same and not is_growth_column(known[i])]
        fit = [i for i in fit if known[i].theme == OWN] or fit
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
    >>> thing_of("Sales index at constant prices"), thing_of("Consumer price index"), initials_of("Gross state product")
    (('sale', False), ('consumer index price', False), 'GSP')
    """
    every = called_so(name)
    words = [word for word in name_of(every[-1]).split() if word[0].isalnum()]
    return " ".join(words) or every[-1], EACH.search(_bare(name)) is not None


def called_so(name: str) -> tuple[str, str]:
    """Return the name of a column without how it is measured, and the same without a word for index.

    >>> called_so("Retail sales index at constant (2015) prices")
    ('Retail sales index', 'Retail sales')
    """
    plain = _tidied(EACH.sub(" ", _WAYS.sub(" ", _bare(name))))
    thing = plain if _OF_PRICES.search(plain) else _tidied(_INDEX.sub(" ", plain))
    return plain, thing or plain


def prices_named(name: str) -> str:
    """Return whether the name of a column says constant or current prices, empty where it does not.

    >>> prices_named("Sales index at constant prices"), prices_named("Sales index")
    ('constant', '')
    """
    real = _CONSTANT.search(name) is not None
    return "constant" if real else "current" if _CURRENT.search(name) else ""


def _bare(name: str) -> str:
    bare = _tidied(_BRACKETS.sub(" ", name))
    bare = _OF_NATION.sub(lambda m: f"GN{m['what'][0].upper()}", bare)  # not of the place: GDP
    return of_what(bare) or bare


def _tidied(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:")


_OF_NATION = pattern(r"\bgross national (?P<what>product|income)\b", re.IGNORECASE)
_CONSTANT = pattern(
    r"\b(?:constant|chain(?:ed|-linked)?|real|volume)\b|不变价|可比价", re.IGNORECASE
)
_CURRENT = pattern(r"\b(?:current|nominal)\b|现价|当年价", re.IGNORECASE)


def initials_of(name: str) -> str:
    """Return the capital initials of what a column measures, of three letters or more; else nothing."""
    bare = EACH.sub(" ", _WAYS.sub(" ", _bare(name)))
    words = [w for w in re.findall(r"[A-Za-z][\w'-]*", bare) if len(w) > _SHORT or w[0].isupper()]
    made = "".join(word[0].upper() for word in words)
    return made if len(made) >= _LEAST else ""


_SHORT, _LEAST = 3, 3  # letters of a link, and of initials that are not met by chance
