"""A place: its code, its names, the place it belongs to, and what became of it over the years."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from cpstats.model.pattern import pattern
from cpstats.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


AGGREGATE = "aggregate"  # a level of the gazetteer: World, High income
TOTALS = frozenset(("total", "grand total", "all regions", "all countries", "合计", "总计", "全部"))
GROUP = (  # groups of countries by their names and numbers: EU27, EA-20, OECD - Total
    r"(eu|ea|euro area)[- ]?\d\d(_\d{4})?|(oecd|g-?7|g-?20|asean|brics)([- ]+(total|average))?"
    r"|(european union|euro ?area|euro ?zone|zone euro|zona euro|euroraum|oecd)( ?[-–(].{0,30}\d\d (countries|members).*)?"
    r"|(advanced|emerging|developing|developed|least developed|emerging and developing|transition)( market)? (economies|countries)"
    r"|rest of (the )?world|all other countries"
)
UNION = pattern(  # these, and what is called a total: 湾区合计
    rf"{GROUP}"
    r"|(?:[^\d]{1,40}[ ,:-])?(?:average|mean|median)|(?:arithmetic |simple |weighted |unweighted )?average(?: of [^\d]{1,40})?"
    r"|durchschnitt|mittelwert|moyenne|promedio|média|gemiddelde?|średnia|průměr|среднее|ortalama|(?:全[国省市])?平均(?:値|值|水平)?|평균"
    r"|[\u4e00-\u9fff]{1,20}(合计|总计|汇总|小计)|total[ ,:-][^\d]{1,40}|[^\d]{1,40}[ ,:-]total",
    re.IGNORECASE,
)
OF_COUNTRIES = pattern(GROUP, re.IGNORECASE)


def is_group(name: str) -> bool:
    """Whether a name is that of a group of countries of a known kind.

    >>> is_group("European Union - 27 countries (from 2020)"), is_group("EA-20"), is_group("Total Ostland")
    (True, True, False)
    """
    return OF_COUNTRIES.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """One line of `places.csv`; `parent` is empty for a country.

    `was` holds former names and codes with their last year, `昌平县@110221@1998`; `breaks` the
    years in which the territory became another one, `2010+崇文区` (united) or `2010-…` (parted).
    """

    ref_area: str
    name_zh: str = ""
    name_en: str = ""
    slug: str = ""
    parent: str = ""
    level: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    was: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.name_en or self.ref_area, self.name_zh or self.ref_area)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that names this place and no other."""
        return (self.ref_area, self.slug, self.name_zh, self.name_en, *self.aliases)

    @property
    def is_aggregate(self) -> bool:
        """Whether it is made of others by its kind or by its name, and competes with none of them.

        >>> [Place(name).is_aggregate for name in ("Total", "Average", "Nordic average", "平均", "Norland")]
        [True, True, True, True, False]
        """
        names = {n.strip() for n in self.names if n}
        return self.level == AGGREGATE or any(
            n.lower() in TOTALS or UNION.fullmatch(n) for n in names
        )

    @property
    def former_names(self) -> tuple[str, ...]:
        """What it was called before; of a place that ended also its last name."""
        return (*(w.split("@")[0] for w in self.was), *((self.name_zh,) if self.valid_to else ()))


class Register(Protocol):
    """A list of places beyond those of the data: `gazetteer/register.py` is one."""

    def place(self, code: str) -> Place | None:
        """Return the place that has a code, or had it."""

    def ranked(self, text: str) -> Sequence[tuple[int, Place]]:
        """Return what a text may mean, each with a rank; 0 is a whole name."""

    def breaks(self, code: str) -> Sequence[str]:
        """Return when the territory of a place became another one, as `Place.breaks` has it."""

    def below(self, parent: str) -> Sequence[Place]:
        """Return the places directly under a place."""

    def articled(self) -> frozenset[str]:
        """Return the English names that have an article in a sentence."""


class Places(dict[str, Place]):
    """The places of the data; `places[code]` finds also those that only the register knows."""

    def __init__(self, places: dict[str, Place] | None = None, register: Register | None = None):
        super().__init__(places or {})
        self.register = register
        self._called: dict[str, tuple[str, ...]] | None = None  # codes by folded name

    def __missing__(self, code: str) -> Place:
        """Return a place that has no figure."""
        found = self.register.place(code) if self.register else None
        if found is None:
            raise KeyError(code)
        return found

    def in_prose(self, code: str, *, first: bool = False) -> Text:
        """Return the name of a place inside a sentence, or as its first word: the United States."""
        name = self[code].name
        if self.register is None or self[code].parent or name.en not in self.register.articled():
            return name
        return Text(f"{'The' if first else 'the'} {name.en}", name.zh)

    def breaks(self, code: str, first: int, last: int) -> list[tuple[int, Text, bool]]:
        """Return year, other place and whether it was united, of each break after `first`."""
        if first == last or self.register is None:
            return []
        years = [(int(b[:4]), b[5:], b[4] == "+") for b in self.register.breaks(code)]
        return [(y, self._beside(n, code), u) for y, n, u in years if first < y <= last]

    def _beside(self, name: str, beside: str) -> Text:
        """Return both names of a division that lay beside another one."""
        parent = self[beside].parent
        every = [p for _, p in self.ranked(name) if p.parent == parent]
        return every[0].name if every else Text(name, name)

    def with_more(self, more: dict[str, Place]) -> Places:
        """Return the same places and more."""
        made = Places({**self, **more}, self.register)
        if self._called is not None and self.keys().isdisjoint(more):
            made._called = dict(self._called)
            made._name(more)
        return made

    def called(self, text: str) -> tuple[str, ...]:
        """Return the codes of the places that have a name, in their order; names are listed once."""
        if self._called is None:
            self._name(self)
        return (self._called or {}).get(folded(text), ())

    def _name(self, places: Mapping[str, Place]) -> None:
        """List the names of some places."""
        self._called = {} if self._called is None else self._called
        for ident, place in places.items():
            for name in {*map(folded, filter(None, place.names))}:
                self._called[name] = (*self._called.get(name, ()), ident)

    def ranked(self, text: str) -> list[tuple[int, Place]]:
        """Return what a text may mean in the register, the data's own line of a place first."""
        found = self.register.ranked(text) if self.register else ()
        return [(rank, self.get(place.ref_area, place)) for rank, place in found]

    def below(self, parent: str) -> tuple[str, ...]:
        """Return the places under a parent that the data have, in their order."""
        return tuple(p.ref_area for p in self.values() if p.parent == parent)

    def below_without_figures(self, parent: str) -> bool:
        """Return whether the register knows places under a parent of which the data have none."""
        return not self.below(parent) and bool(self.register and self.register.below(parent))


@lru_cache(maxsize=1 << 15)  # the names of a large table, each asked about several times
def folded(text: str) -> str:
    """Return a name as it is compared: one width, one case, no spaces at the ends."""
    return unicodedata.normalize("NFKC", text).strip().casefold()
