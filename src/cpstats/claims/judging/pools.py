"""Among which places a rank is: those of the nation, of a city, of the whole of a reader's own table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpstats.claims.terms.letters import plain_part
from cpstats.claims.terms.printed import words_before
from cpstats.claims.terms.scopes import RELATIVE, relative
from cpstats.gazetteer import register
from cpstats.gazetteer.china import NATION, is_code, parent_of
from cpstats.model.catalogue import OWN
from cpstats.model.kinds import is_rate
from cpstats.model.pattern import pattern
from cpstats.selecting import known
from cpstats.selecting.ranking import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.claims.terms.claim import Claim
    from cpstats.model.catalogue import Catalogue
    from cpstats.model.figure import Figure
    from cpstats.selecting.archive import Archive, Sought

_RELATIVE = "|".join(sorted(RELATIVE, key=len, reverse=True))
_AMONG = pattern(
    r" (?:(?:place|spot|position|largest|highest) )?(?:(?P<nation>in the (?:country|nation)\b|in the national ranking|in China\b|nationwide|nationally|(?:among|of) [\w' ]{0,24}?\bprovinc)"
    r"|in the city\b|(?:among|of) [\w' ]{0,24}?\bdistricts)",
    re.IGNORECASE,
)
_AMONG_AHEAD = pattern(  # among provincial-level regions it came 13th
    r"\b(?:among|of) (?:(?!\bdistricts)[\w' -]){0,24}?\b(?:(?P<nation>provinc)|districts)",
    re.IGNORECASE,
)
_OF_NATION = pattern(r"\b(?:the (?:country|nation)|China)'s $")  # the country's fourth largest
_PROVINCES = r"(?:省份|省区市|省市区|省级(?:行政)?区|省\((?:区、市|自治区、直辖市)\))"
_OF_ALL = pattern(  # 在31个省份中排名第20; 全国各省(区、市)中,某省地区生产总值居第20位
    rf"(?:31个|全国(?:31个|各)?){_PROVINCES}[中内里]?(?:,[^,;。]{{2,24}}?)?(?:排名|位列|位居|[排列居位]){{0,2}}$"
)
_POOL = pattern(  # 居全国城市第二位 is no rank among provinces
    rf"(?P<place>{_RELATIVE})(?:\d{{1,3}}个)?(?:各?(?:省级?|(?:地级|设区的?)?(?:以上)?[区县市州盟旗]{{1,3}})?(?:地区)?)?(?:[中里内的]{{0,2}}|范围内?)(?:排名|位列|位居|[排列居位]){{0,2}}$"
)


_SAID_POOL = pattern(  # 甲区居全市第1位;乙区排名第2
    rf"(?P<place>{_RELATIVE})(?:各?[区县市]{{0,2}})?(?:排名|位列|位居|[排列居位中])?(?:第[\d一二三四五六七八九十]{{1,3}}|首位)[^。]*[;,](?:[^,;。]{{0,30}})$"
)
_NEAR = 20  # signs before a rank
_OF_FEWER = 2  # parts that are all there are


@dataclass(frozen=True, slots=True)
class Pool:
    """The places among which a rank is, and the one that they lie in."""

    place: str
    among: tuple[str, ...]
    claim: Claim
    sure: bool = True  # whether the text says it, or a package what there is

    def ranks(self, archive: Archive, sought: Sought) -> list[Figure]:
        """Return the ranks that figures of all of them make.

        A table that may lack some of them makes none; where nobody says among which, they only confirm.
        """
        by = "growth" if self.claim.measure == "growth_rank" else "level"
        catalogue = archive.every.catalogue
        own = self.place in catalogue.places and catalogue.places[self.place].level == OWN
        every = known.ranks(archive, sought, Order(by=by, told=not own), self.among)
        found = [f for f in every if f.n == len(self.among)]
        if own and not has_all(self.place, self.among, archive, sought):
            return []
        sure = self.sure and (not own or by == "level")
        return found if sure else [f for f in found if f.value == self.claim.value]


def pool_of(claim: Claim, catalogue: Catalogue, letters: str) -> Pool | None:
    """Return the places among which a rank is: those beside its own, None where others are meant.

    Where nobody says among which it is those of its own table may confirm it.
    """
    around = _around(claim, catalogue)
    if around is None:
        return None
    said = _said_pool(claim, catalogue, letters)
    own = around in catalogue.places and catalogue.places[around].level == OWN
    if said != around and not (said is None and own):
        return None
    sure = said is not None and (not own or _names_both(claim, letters))
    return Pool(around, _parts_of(around, catalogue), claim, sure=sure)


def _names_both(claim: Claim, letters: str) -> bool:
    """Return whether what a rank is among, or whose it is, stands since the last semicolon."""
    near = letters.rpartition(";")[2]
    return _POOL.search(letters) is not None or (claim.place or "")[:2] in near[-_NEAR:]


def _said_pool(claim: Claim, catalogue: Catalogue, letters: str) -> str | None:
    """Return the place among whose parts a rank is, None where nobody says that."""
    nation = catalogue.nation_of(claim.place) or NATION
    if _OF_ALL.search(letters):
        return nation
    match = _POOL.search(letters)
    if match is None and (behind := _pool_behind(claim, catalogue)):
        return behind
    match = match or _SAID_POOL.search(letters)
    if match is None:
        return None
    word = match["place"]
    return outer_of(word, claim, catalogue) or relative(word, claim.place, nation)


def _parts_of(pool: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the places that a rank is among: also those of a city of which a table of one's own has none.

    A package says itself what there is: the provinces without Hong Kong.
    """
    known = catalogue.children(pool)
    if pool == NATION or {*catalogue.spelled.values()}.isdisjoint(known):
        return known
    return tuple(dict.fromkeys((*known, *(place.ref_area for place in register.below(pool)))))


def _around(claim: Claim, catalogue: Catalogue) -> str | None:
    """Return what the place of a claim is a part of: as the data say, else by its code."""
    place = claim.place or ""
    own = catalogue.places[place].parent if place in catalogue.places else ""
    return own or parent_of(place)


def _pool_behind(claim: Claim, catalogue: Catalogue) -> str | None:
    """Return the place whose parts a rank in English is among: 5th in the country, 2nd among the districts."""
    begin = claim.end - claim.sentence_start
    before = words_before(claim)
    behind = plain_part(claim.sentence, begin, begin + 80)
    match = _AMONG.match(behind) or _AMONG_AHEAD.search(before)
    if match is None and not _OF_NATION.search(before):
        return None
    nation = catalogue.nation_of(claim.place) or NATION
    return nation if match is None or match["nation"] else _around(claim, catalogue)


def outer_of(word: str, claim: Claim, catalogue: Catalogue) -> str | None:
    """Return the place of an own table around that of a number which a word such as 全市 means."""
    place = claim.place or ""
    if is_code(place) or place not in catalogue.places:
        return None
    return next((a for a in catalogue.above(place) if a.endswith(word[-1:])), None)


def has_all(pool: str, among: Sequence[str], archive: Archive, sought: Sought) -> bool:
    """Return whether a table has every part of a place: those of some amount make up its whole."""
    catalogue = archive.every.catalogue
    others = (i for i, one in catalogue.indicators.items() if one.theme == OWN)
    for ident in dict.fromkeys((sought.indicator, *others)):
        if not is_rate(catalogue.indicators[ident].unit) and _add_up(
            pool, among, archive, sought._replace(indicator=ident, basis=None, other="", whole="")
        ):
            return True
    return False


def _add_up(pool: str, among: Sequence[str], archive: Archive, sought: Sought) -> bool:
    """Return whether the amounts of some places add up to that of another one, within their rounding."""
    every = [known.levels(archive, sought._replace(area=area)) for area in (pool, *among)]
    if len(among) < _OF_FEWER or not all(every):
        return False
    whole, *parts = (figures[0] for figures in every)
    low = sum(f.low if f.low is not None else f.value or 0.0 for f in parts)
    high = sum(f.high if f.high is not None else f.value or 0.0 for f in parts)
    if whole.value is None or not low or len({f.unit for f in (whole, *parts)}) > 1:
        return False
    return low <= (whole.high or whole.value) and (whole.low or whole.value) <= high
