"""What there is: indicators, places, sources and vintages by id, found by any of their names."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from cpstats.errors import SeveralError, UsageError
from cpstats.message import Message, sentences
from cpstats.model.outlines import ident_behind
from cpstats.model.pattern import pattern
from cpstats.model.place import Place, Places, folded
from cpstats.model.spans import Spans
from cpstats.model.text import Text, joined, same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cpstats.model.indicator import Indicator, PartOf
    from cpstats.model.source import Source, Vintage


_COMMAS = pattern("[,，、;；]")
OWN = "own"  # theme of an indicator, level of a place, that only the user's tables have


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The tables around the observations, each in file order (which is the official order)."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    sources: Mapping[str, Source] = field(default_factory=dict)
    vintages: Mapping[str, Vintage] = field(default_factory=dict)
    parts: Mapping[str, PartOf] = field(default_factory=dict)
    spans: Spans = field(default_factory=Spans)
    home: str = ""
    """The place that is meant where none is named."""
    nation: str = ""
    spelled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What a name of a place means in one file, by (file, name)."""
    homes: Mapping[str, str] = field(default_factory=dict)  # the country of an indicator's package
    _ids: dict[str, dict[str, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # ids by folded name, made when first asked

    def divisions(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Return the indicators that add up, by (whole, division)."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for ident, of in self.parts.items():
            key = (of.whole, of.division)
            found[key] = (*found.get(key, ()), ident)
        return found

    def name_of(self, ident: str) -> Text:
        """Return the name of an indicator or a place."""
        return (self.indicators.get(ident) or self.places[ident]).name

    def releases(self, vintages: str) -> Text:
        """Return what the vintages of a figure are called, `a|b` of several; a short name each."""
        if not vintages:
            return same("")
        known = self.vintages
        return joined([known[v].short if v in known else same(v) for v in vintages.split("|")])

    def find_vintage(self, text: str) -> str:
        """Return the id of a release by any of its names, empty where there is none."""
        wanted = folded(text)
        every = self.vintages.items() if wanted else ()
        return next((ident for ident, it in every if wanted in map(folded, it.names)), "")

    def above(self, area: str) -> tuple[str, ...]:
        """Return what a place lies in: its parent, the parent of that, and so on."""
        found: list[str] = []
        while (area := self.places[area].parent) in self.places and area not in found:
            found.append(area)
        return tuple(found)

    def nation_of(self, area: str | None) -> str:
        """Return the country that a place lies in; the nation of the data where that is not known."""
        line = (area, *self.above(area)) if area is not None and area in self.places else ()
        return next((one for one in line if self.places[one].level == "country"), self.nation)

    def whole_among(self, places: Sequence[str]) -> str:
        """Return the one of some places that all the others lie in; empty where none is."""
        inside = [place for place in places if not {*self.above(place)} & {*places}]
        return inside[0] if len(inside) == 1 else ""

    def span_around(self, area: str, year: int) -> tuple[int, int] | None:
        """Return the named span that a year lies in, of the country that a place lies in."""
        return self.spans.around(year, self.nation_of(area))

    def lies_in(self, area: str, whole: str) -> bool | None:
        """Return whether a place lies in another one; None where of one of them nothing is known."""
        if whole in self.above(area):
            return True
        return False if self._is_placed(area) and self._is_placed(whole) else None

    def _is_placed(self, area: str) -> bool:
        """Return whether it is known what a place lies in: only own ones may have no parent."""
        place = self.places[area]
        return bool(place.parent or place.level not in ("", OWN) or self.children(area))

    def is_part(self, part: str, whole: str) -> bool | None:
        """Return whether an indicator is a part of another one; None where nothing is said."""
        here, seen = part, {part}
        while (of := self.parts.get(here)) is not None and of.whole not in seen:
            if of.whole == whole:
                return True
            here = of.whole
            seen.add(here)
        known = {*self.parts, *(of.whole for of in self.parts.values())}
        return False if {part, whole} <= known else None

    def whole_of(self, parts: Sequence[str]) -> str:
        """Return the indicator that all of some are parts of; the first of them where none is known."""
        wholes = {self.parts[one].whole if one in self.parts else "" for one in parts}
        return wholes.pop() if len(wholes) == 1 and wholes != {""} else parts[0]

    @property
    def never_revised(self) -> frozenset[str]:
        """The indicators whose figures stand once they are published (S5)."""
        return frozenset(i for i, thing in self.indicators.items() if thing.revised == "never")

    def is_scoped(self, ident: str) -> bool:
        """Return whether published growth is on a comparable scope, which levels do not have."""
        thing = self.indicators.get(ident)
        return thing is not None and thing.scope == "comparable"

    def in_role(self, role: str) -> str:
        """Return the indicator in a role (`total_output`), empty if none is."""
        from cpstats.model.indicator import in_role

        return in_role(self.indicators, role)

    def is_at_home(self, indicator: str, area: str) -> bool:
        """Return whether a place is of the country whose package defines an indicator.

        A place that only the user's tables know is of no country.
        """
        place = self.places.get(area)
        if place is None or place.level == OWN:
            return False
        home = self.homes.get(indicator, "")
        return not home or home in (area, *self.above(area))

    def called_so(self, indicator: str, area: str) -> tuple[str, ...]:
        """Return the indicators of a place's own country that share a name with another one's."""
        country = self.nation_of(area)
        if self.homes.get(indicator, country) == country:
            return ()
        names = {folded(name) for name in self.indicators[indicator].names if name}
        return tuple(
            ident
            for ident, thing in self.indicators.items()
            if self.homes.get(ident) == country and names & set(map(folded, thing.names))
        )

    def find_indicator(self, text: str) -> str:
        """Return the id of the indicator that has this id, name or alias.

        Raises
        ------
        UsageError
            When nothing has that name; the nearest three are suggested.
        """
        if found := self.known_indicator(text):
            return found
        if self._named("places", text):
            raise UsageError(
                Message("“{}” is a place, and no indicator", "“{}”是地区名，不是指标", text),
                mend=Message(
                    "Name an indicator here, the place by --place, --vs or --among; `cpstats list` "
                    "shows the indicators.",
                    "此处请写指标，地区用 --place、--vs 或 --among 指定；`cpstats list` 列出指标。",
                ),
            )
        return _unknown(text, self.indicators, kind="indicator", listing="cpstats list")

    def known_indicator(self, text: str) -> str:
        """Return the id of the indicator that has this name, alone or as a line of an outline; empty if none."""
        if text in self.indicators:
            return text
        if found := self._named("indicators", text):
            return found
        named = partial(self._named, "indicators")
        return ident_behind(text, named, self.indicators, self.parts)

    def known_place(self, text: str) -> str:
        """Return the code of the place that a text names best; empty if none, or several."""
        found = [p.ref_area for p in self._best(text)]
        return found[0] if len(found) == 1 else ""

    def meanings(self, text: str) -> list[tuple[int, Place]]:
        """Return every place that a code or a name may mean, those that it names best first.

        A name in the tables of the data is a whole name, whatever the register ranks it.
        """
        own = [self.places[text]] if text in self.places else []
        own += [self.places[ident] for ident in self.places.called(text) if ident != text]
        found = self.places.ranked(text)
        codes = {p.ref_area for p in own} if own else ()
        return [(0, p) for p in own] + [f for f in found if f[1].ref_area not in codes]

    def _best(self, text: str) -> list[Place]:
        """Return the places that a text names best; a code of the data is that place alone."""
        if text in self.places:
            return [self.places[text]]
        found = self.meanings(text)
        return [p for rank, p in found if rank == found[0][0]]

    def _named(self, table: str, text: str) -> str:
        if table not in self._ids:
            ids: dict[str, str] = {}
            for ident, thing in getattr(self, table).items():
                for name in thing.names:
                    if name:
                        ids.setdefault(folded(name), ident)
            self._ids[table] = ids
        return self._ids[table].get(folded(text), "")

    def find_place(self, text: str, near: Collection[str] = ()) -> str:
        """Return the code of the place that has this code, slug, name or alias.

        Of several, that which is `near`, else that which the data have.

        Raises
        ------
        UsageError
            When nothing has that name, the nearest three are suggested; when several have it.
        """
        if text in self.places:
            return text
        own = self.places.called(text)
        if len(own) == 1 and not near:  # most often, and the register need not be read
            return own[0]
        every = self.meanings(text)
        for known in (near, self.places):
            found = [p for _, p in every if p.ref_area in known]
            if len(found) == 1:
                return found[0].ref_area
        return self._only([p for _, p in every if p.ref_area in near] or self._best(text), text)

    def namesakes(self, text: str, code: str) -> list[Place]:
        """Return the other places of today that a text names as well as the one it is taken for."""
        if text in self.places:
            return []
        found = self.places.ranked(text)
        rank = next((rank for rank, p in found if p.ref_area == code), 0)
        return [p for r, p in found if r <= rank and p.ref_area != code and not p.valid_to]

    def place_in(self, file: str, text: str) -> str:
        """Return the code of the place that a name means in a file; never by default one of several.

        Raises
        ------
        UsageError
            When nothing has that name; when several have it.
        """
        if found := self.spelled.get((file, text)):
            return found
        return self._only(self._best(text), text)

    def place_as_spelled(self, text: str) -> str:
        """Return the code of the place that a name means in the first file that has it."""
        if "spelled" not in self._ids:
            codes: dict[str, str] = {}
            for (_, name), code in self.spelled.items():
                codes.setdefault(name, code)
            self._ids["spelled"] = codes
        return self._ids["spelled"].get(text, "") or self.find_place(text)

    def _only(self, found: Sequence[Place], text: str) -> str:
        if len(found) == 1:
            return found[0].ref_area
        if not found:
            return _unknown(text, self.places, kind="place", listing="cpstats list places")
        raise SeveralError(
            Message("“{}” is the name of several places", "名为“{}”的地区不止一个", text),
            mend=Message("Write the code: {}.", "请写代码：{}。", [self.told(p) for p in found]),
        )

    def find_indicators(self, text: str) -> tuple[str, ...]:
        """Return the ids for one word: a name, or several with commas between them."""
        several = () if self.known_indicator(text) else parted(text)
        return tuple(self.find_indicator(name) for name in several or (text,))

    def formerly(self, text: str, code: str) -> str:
        """Return the last year in which a place had this name or code; empty where it has it still."""
        if folded(text) in map(folded, (code, *self.places[code].names)):
            return ""
        known = self.places.register.place(code) if self.places.register else None
        for was in known.was if known else ():
            name, former, last = was.split("@")
            if text in (name, former):
                return last
        return ""

    def told(self, place: Place) -> Text:
        """Return a place with its code and what it lies in: 110105 朝阳区 (北京市)."""
        said = same(f"{place.ref_area} ") + place.name
        if not place.parent:
            return said
        parent = self.places[place.parent].name
        return said + Text(f" ({parent.en})", f"（{parent.zh}）")

    def find_places(self, text: str, near: Collection[str] = ()) -> tuple[str, ...]:
        """Return the codes for one `--place`: a name, `all`, `children:NAME`, several with commas."""
        if text == "all":
            return tuple(self.places)
        if (several := parted(text)) and not self.known_place(text):
            return tuple(code for name in several for code in self.find_places(name, near))
        prefix, _, name = text.partition(":")
        if prefix == "children" and name:
            return self.children(self.find_place(name, near))
        return (self.find_place(text, near),)

    def children(self, ref_area: str) -> tuple[str, ...]:
        """Return the places directly under a place, in official order."""
        return self.places.below(ref_area)


def parted(text: str) -> tuple[str, ...]:
    """Return the names between commas; none where there is no comma."""
    names = tuple(name.strip() for name in _COMMAS.split(text))
    return tuple(name for name in names if name) if len(names) > 1 else ()


def _unknown(
    text: str, things: Mapping[str, Indicator] | Mapping[str, Place], *, kind: str, listing: str
) -> str:
    wanted = folded(text)
    near = nearest(wanted, ((name, ident) for ident, t in things.items() for name in t.names))
    spelled = [_spelling(things[ident], text) for ident in near]
    raise UsageError(
        Message("no {} is called “{}”", "没有名为“{1}”的{0}", KIND[kind], text),
        mend=sentences(
            nearest_are(spelled), Message("`{}` shows all.", "`{}` 列出全部。", listing)
        ),
    )


def _spelling(thing: Indicator | Place, typed: str) -> Text:
    """Return the name of a place; the id of an indicator, which is typed fastest, or Chinese for Chinese."""
    if isinstance(thing, Place):
        return thing.name
    fast = thing.indicator
    return Text(fast, fast if typed.isascii() else thing.name_zh or fast)


KIND = {
    "indicator": Text("indicator", "指标"),
    "place": Text("place", "地区"),
    "vintage": Text("vintage", "版本"),
    "source": Text("source", "来源"),
    "text": Text("text", "文字"),
    "file": Text("file", "文件"),
    "calculation": Text("calculation", "计算"),
}


def nearest_are(near: Sequence[str | Text]) -> Message | None:
    """Return the sentence that names what looks most like what was written."""
    return Message("Nearest: {}.", "相近的有：{}。", near) if near else None


def nearest(wanted: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids (three at most) whose names look most like the wanted text."""
    from difflib import SequenceMatcher

    best: dict[str, float] = {}
    for name, ident in names:
        given = folded(name)
        if not given:
            continue
        ratio = SequenceMatcher(None, wanted, given).ratio()
        if wanted and (wanted in given or given in wanted):
            ratio += 0.3
        best[ident] = max(best.get(ident, 0.0), ratio)
    ranked = sorted(best, key=lambda ident: -best[ident])
    return [ident for ident in ranked if best[ident] >= 0.4][:3]
