"""The names of indicators as bulletins write them; a name outside the catalogue stays unnamed."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cpstats.claims.terms.families import Families, called_so, families, initials_of
from cpstats.claims.terms.growth_columns import (
    grown_in_chinese,
    growth_columns,
    is_growth_column,
    is_real_growth,
    of_what,
    per_so_many,
)
from cpstats.claims.terms.letters import plain
from cpstats.claims.terms.remembered import remembered
from cpstats.claims.terms.spelling import name_of
from cpstats.claims.terms.units import base_of, is_money, is_on_year, unscaled
from cpstats.claims.terms.vocabulary import SECTIONS
from cpstats.model.catalogue import OWN
from cpstats.model.indicator import in_role
from cpstats.model.pattern import pattern
from cpstats.model.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpstats.model.catalogue import Catalogue
    from cpstats.model.indicator import Indicator

FILE = Path(__file__).with_name("spellings.csv")
SAME_ENDS = tuple(tuple(group.split("/")) for group in SECTIONS["same_ends"])
_BANKS, _BALANCES = "金融机构", ("存款余额", "贷款余额")  # nobody else has them
_BRACKETS = pattern(r"\([^()]*\)")
SUFFIXES = ("面积", "数量", "总数", "金额", "数", "率")
_SCOPED = pattern(r'^"(?P<scope>[^"]+)"(?P<rest>.+)$')
_PLAIN_UNIT = pattern(r"(?!thousand|million|billion|percent|per cent)[A-Za-z][A-Za-z/ ]*")
_TIMES = ("year", "yr", "month", "week", "day")
_SPOKEN = {"ha": "hectare", "km2": "square kilometre", "h": "hour", "d": "day"}
_OF_ANOTHER = pattern(r"\b(?:growth|target|rank|share)\b", re.IGNORECASE)
_TOO_SHORT = frozenset(["面积", "公园", "学位", "人口", "收入", "投资", "出口", "进口"])


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[str, str], ...]:
    """Return every spelling of the table with its indicator, empty where there is none."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple((plain(n), row["indicator"]) for row in rows for n in row["names"].split("|"))


@dataclass(frozen=True)
class Lexicon:
    """Names and the indicators they name; "" marks a known name of no indicator here."""

    names: dict[str, str]
    scoped: dict[str, str]  # names that begin with another's name: 能源谷税收 after “能源谷”
    indicators: dict[str, Indicator]
    industries: tuple[str, ...] = ()  # the parts of total output, in their order
    namesakes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The indicators of other countries' tables that are called as one is: GDP of its own."""

    @cached_property
    def english(self) -> dict[str, str]:
        """The names in Latin letters, in canonical form."""
        named = [(name, ident) for name, ident in self.names.items() if name.isascii()]
        named.sort(key=lambda one: self._weight(*one))
        found = {name_of(name): ident for name, ident in named}
        for ident, indicator in self.indicators.items():
            name = name_of(indicator.name_en)
            if not _OF_ANOTHER.search(indicator.name_en) and not found.get(name):
                found[name] = ident
        for name, ident in _inherited(found, self.indicators):
            found[name] = found.get(name) or ident
        for name, ident in self._own_names():
            found[name] = found.get(name) or ident
        found |= dict(self._own_initials(found))
        return found

    def _own_initials(self, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the initials of what a table of one's own calls as the catalogue does: its GDP, beside another's."""
        for ident, indicator in self.indicators.items():
            short = name_of(initials_of(indicator.name_en)) if indicator.theme == OWN else ""
            other = self.indicators.get(found.get(short) or "") if short else None
            if (
                other is not None
                and other.theme != OWN
                and found.get(name_of(other.name_en)) == ident
            ):
                yield short, ident

    def _own_names(self) -> Iterator[tuple[str, str]]:
        """Yield what else texts call the columns of own tables: births, household spending, GSP; tea output of its growth."""
        own = [(ident, i) for ident, i in self.indicators.items() if i.theme == OWN]
        for ident, indicator in own:
            yield from ((name_of(called), ident) for called in per_so_many(indicator.name_en))
        for ident, indicator in own:
            if ident not in self.families.each:
                every = (*called_so(indicator.name_en), initials_of(indicator.name_en))
                yield from ((name_of(called), ident) for called in every if called)
        for ident, indicator in own:
            if is_growth_column(indicator) and (what := of_what(indicator.name_en)):
                yield name_of(what), ident

    @cached_property
    def growths(self) -> dict[str, str]:
        """The columns of own tables that hold the growth of an indicator, by what they are of."""
        return growth_columns(self.indicators, self.english, self.names)

    @cached_property
    def families(self) -> Families:
        """What columns of own tables measure in several ways."""
        official = [(i.name_en, ident) for ident, i in self.indicators.items() if i.theme != OWN]
        every = [*official, *(one for one in _spellings() if one[0].isascii() and one[1])]
        spelled = {name_of(n): ident for n, ident in every if not _OF_ANOTHER.search(n)}
        return families(self.indicators, spelled)

    def _weight(self, name: str, ident: str) -> int:
        """Return how much a name counts: an own “GDP growth” is not what GDP names, own “Sales” are."""
        if not ident or _OF_ANOTHER.search(name):
            return 0 if ident else -1
        known = self.indicators.get(ident)
        if known is not None and is_real_growth(known):
            return 0
        return 2 if known is not None and known.theme == OWN else 1

    def in_role(self, role: str) -> str | None:
        """Return the indicator in a role, None if there is none."""
        return in_role(self.indicators, role) or None

    @cached_property
    def output(self) -> str | None:
        """Total output: in its role, else what an own table calls GDP."""
        return self.in_role("total_output") or self.english.get(name_of("GDP")) or None

    @cached_property
    def people(self) -> str | None:
        """The people that total output is divided by: the residents."""
        output = self.in_role("total_output")
        per = (i.per_head_of.partition("/") for i in self.indicators.values())
        return next((people for whole, _, people in per if output and whole == output), None)

    def unit_base(self, ident: str | None) -> str | None:
        """Return the base unit of an indicator."""
        found = self.indicators.get(ident or "")
        return base_of(found.unit) if found is not None else None

    def is_bare(self, ident: str | None) -> bool:
        """Return whether it is an own indicator of which the table names no unit but a count, or an index on a year."""
        found = self.indicators.get(ident or "")
        own = found is not None and found.theme == OWN
        return self.counts(ident) or (own and found is not None and is_on_year(found.unit))

    def counts(self, ident: str | None) -> bool:
        """Return whether it is an own indicator of things, in no unit or in one that only counts them."""
        found = self.indicators.get(ident or "")
        if found is None or found.theme != OWN:
            return False
        if found.unit.startswith("per "):
            return True
        unit = Unit.of(found.unit) if found.unit else None
        return unit is None or unit.kind == "count" or (not unit.base and unit.power > 0)

    @cached_property
    def has_bare(self) -> bool:
        """Whether some own indicator is printed as a bare number."""
        return any(self.is_bare(ident) for ident in self.indicators)

    @cached_property
    def own_units(self) -> tuple[str, ...]:
        """The units of own indicators that are words or signs in Latin letters: GWh, years of life."""
        own = {i.unit for i in self.indicators.values() if i.theme == OWN}
        plain = {u for u in own if _PLAIN_UNIT.fullmatch(u) and not is_money(u)}
        parted = [(many, each) for many, _, each in (u.partition("/") for u in plain) if each]
        spoken = {f"{many} per {_SPOKEN.get(each, each)}" for many, each in parted}
        spoken |= {many for many, each in parted if each in _TIMES}  # 38 kg in 2021: of kg/year
        return tuple(sorted(plain | spoken))

    @cached_property
    def own_nouns(self) -> tuple[str, ...]:
        """What own indicators are in thousands or millions of: bushels."""
        own = {i.unit for i in self.indicators.values() if i.theme == OWN and not is_money(i.unit)}
        nouns = {noun for power, noun in map(unscaled, own) if power}
        return tuple(sorted(nouns, key=len, reverse=True))

    @cached_property
    def own_columns(self) -> tuple[tuple[str, str, str], ...]:
        """Own indicators with their names and units."""
        own = ((ident, i) for ident, i in self.indicators.items() if i.theme == OWN)
        return tuple((ident, i.name_en, i.unit) for ident, i in own)

    @cached_property
    def own_pers(self) -> tuple[str, ...]:
        """What the amounts of own indicators are for each of: kWh, capita."""
        own = (i.unit.replace("/", " per ") for i in self.indicators.values() if i.theme == OWN)
        pers = {each for _, _, each in (unit.partition(" per ") for unit in own) if each}
        pers |= {_SPOKEN[each] for each in pers if each in _SPOKEN}
        return tuple(sorted(pers, key=len, reverse=True))

    def growth_rank(self, ident: str) -> str | None:
        """Return the indicator that is the rank of another's growth, if there is one."""
        wanted = f"{ident}_growth_rank"
        return wanted if wanted in self.indicators else None


@remembered
def lexicon(catalogue: Catalogue) -> Lexicon:
    """Return the names of a catalogue, with those that bulletins in general use for the same.

    A name that is also a search word of its indicator is too general to name it.
    """
    names: dict[str, str] = {}
    scoped: dict[str, str] = {}
    called: dict[str, set[str]] = {}  # all indicators that a name is a name of
    for ident, indicator in catalogue.indicators.items():
        for spelled in _spelled(indicator):
            for form in _forms(spelled):
                names.setdefault(form, ident)
                called.setdefault(form, set()).add(ident)
            if match := _SCOPED.match(spelled):
                scoped.setdefault(match["scope"] + match["rest"], ident)
            scoped.setdefault(spelled.replace('"', ""), ident)
    theirs = {form for form, ident in names.items() if catalogue.indicators[ident].theme == OWN}
    for name, ident in _spellings():
        known = ident in catalogue.indicators
        for form in dict.fromkeys((name, _BRACKETS.sub("", name))):
            if known and form in called:
                called[form].add(ident)
            if form in theirs:  # what a table of one's own calls so is that
                continue
            if known or form not in names or not ident:
                names[form] = ident if known else ""
    _add_other_ends(names, theirs)
    _add_grown(names, catalogue.indicators)
    industries = catalogue.divisions().get((catalogue.in_role("total_output"), "industry"), ())
    indicators = dict(catalogue.indicators)
    return Lexicon(names, scoped, indicators, industries, _namesakes(called, catalogue.homes))


def _inherited(
    found: Mapping[str, str], known: Mapping[str, Indicator]
) -> Iterator[tuple[str, str]]:
    """Yield what else bulletins call an own indicator that has one name of their list.

    A table's “GDP” is what a text calls the economy. A name that says more than the table's own does
    (the urban unemployment rate) may be of a part, and is not yielded.
    """
    rows: dict[str, set[str]] = {}
    for name, ident in _spellings():
        if ident and ident not in known and name.isascii():
            rows.setdefault(ident, set()).add(name_of(name))
    for names in rows.values():
        heirs = {found[name] for name in names if found.get(name)}
        for heir in heirs if len(heirs) == 1 else ():
            own = [{*name.split()} for name in names if found.get(name)]
            free = (n for n in names if not found.get(n) and not any(o < {*n.split()} for o in own))
            yield from ((name, heir) for name in free)


def _spelled(indicator: Indicator) -> Iterator[str]:
    """Yield the names of an indicator that name it alone, in plain letters."""
    vague = {plain(word) for word in indicator.search_words}
    for name in (indicator.name_zh, *indicator.aliases):
        spelled = plain(name)
        if spelled not in vague and len(spelled) > (2 if spelled.isascii() else 1):
            yield spelled


def _add_other_ends(names: dict[str, str], theirs: Iterable[str]) -> None:
    """Add the names of a table of one's own as bulletins may end them too."""
    for form in sorted(theirs):
        for other in _with_other_end(form):
            names[other] = names.get(other) or names[form]
            if other.endswith("产"):  # 粮食总产 is no part of 粮食总产值
                names.setdefault(f"{other}值", "")


def _add_grown(names: dict[str, str], indicators: Mapping[str, Indicator]) -> None:
    """Add what the columns of growth of a table of one's own are the growth of, where nothing is called so."""
    for ident, indicator in indicators.items():
        if what := grown_in_chinese(indicator):
            names[what] = names.get(what) or ident


def _with_other_end(name: str) -> list[str]:
    """Return a name with each end that means the same as its own; a name that goes on is another's.

    >>> _with_other_end("公路里程")
    ['公路通车里程', '公路总里程', '公路通车总里程']
    """
    ends = {end: group for group in SAME_ENDS for end in group if name.endswith(end)}
    own = max(ends, key=len, default=None)
    found = [name.removesuffix(own) + end for end in ends[own] if end != own] if own else []
    begun = [f"{_BANKS}{one}" for one in (name, *found) if one.endswith(_BALANCES)]
    return [*found, *(one for one in begun if _BANKS not in name)]


def _namesakes(
    called: Mapping[str, set[str]], homes: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return for each indicator those of other countries' packages that share a name with it."""
    found: dict[str, set[str]] = {}
    for several in called.values():
        for one in several if len(several) > 1 else ():
            others = {other for other in several if homes.get(other) != homes.get(one)}
            found.setdefault(one, set()).update(others)
    return {one: tuple(sorted(others)) for one, others in found.items() if others}


def _forms(name: str) -> list[str]:
    """Return a name, without what stands in brackets, and without a general ending.

    >>> _forms("新一轮百万亩造林面积")
    ['新一轮百万亩造林面积', '新一轮百万亩造林']
    """
    forms = [name, _BRACKETS.sub("", name)]
    forms += [name.removesuffix(s) for s in SUFFIXES if name.endswith(s) and len(name) > len(s) + 5]
    return [f for f in dict.fromkeys(forms) if '"' not in f]
