"""What each figure is of and where: names beside it, labels above it, titles, what the user says."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.model.place import is_group
from cpstats.model.traditional import simplified
from cpstats.store.frequencies import WHOLE_YEAR, part_of_year
from cpstats.store.recognising import asking, telling, which_place
from cpstats.store.recognising.classes import is_class, is_only_number
from cpstats.store.recognising.coded_places import are_priced, label_of_place
from cpstats.store.recognising.compared_with import are_kinds, of_titled
from cpstats.store.recognising.corners import says_places_across
from cpstats.store.recognising.divided_by import are_parts, are_places_by_title, divided
from cpstats.store.recognising.ends_of_range import bounds_of, is_estimate
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.heading_pieces import without_where_and_when
from cpstats.store.recognising.inquiry import says
from cpstats.store.recognising.kinds_beside import kinds_beside
from cpstats.store.recognising.labels import Label, figures_of, label_of
from cpstats.store.recognising.name_parts import (
    codes_of_names,
    have_units,
    in_unit_of_title,
    of_census,
    of_index,
    of_line_and_column,
    of_one_unit,
    of_title,
    own_label,
    with_kind,
    with_parts,
)
from cpstats.store.recognising.nations import said_by
from cpstats.store.recognising.other_sheets import place_on_other_sheets
from cpstats.store.recognising.outside import (
    CHINESE,
    are_mostly_subjects,
    are_subjects,
    database_in,
    is_total,
    may_be_places,
    place_around,
    subject_around,
)
from cpstats.store.recognising.partners import look_for_partners
from cpstats.store.recognising.parts_of_places import are_parts_of_whole, whole_around
from cpstats.store.recognising.perhaps_places import (
    has_word,
    is_code,
    perhaps_places,
    texts_beside,
    texts_of,
)
from cpstats.store.recognising.place_names import (
    are_country_codes,
    is_place,
    look_like_places,
    may_be_place,
)
from cpstats.store.recognising.places_across import opened_by_title
from cpstats.store.recognising.roles import OPEN
from cpstats.store.recognising.seen import as_seen
from cpstats.store.recognising.series_ids import place_of_ids
from cpstats.store.recognising.subject_of_classes import subject_of_classes
from cpstats.store.recognising.titles import subject_of, without_year
from cpstats.store.recognising.under_title import are_of_title
from cpstats.store.recognising.units_apart import title_of_parts
from cpstats.store.recognising.which_unit import in_own_unit

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Mapping, Sequence

    from cpstats.message import Message
    from cpstats.store.hints import Hints
    from cpstats.store.recognising.inquiry import Way
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.slots import Slots
    from cpstats.store.recognising.titles import Titles
    from cpstats.store.sheet import Sheet

ALL_OF_IT = frozenset(("全国", "全國"))  # of China, or of Japan, or as Taiwan writes it
PLACES, FEWEST_PARTS = 0.6, 2  # of names that are places; known ones of one parent beside 全市
WHOLE = frozenset(  # a place by its part in the table: the one around the others
    ["我省", "我市", "我县", "我区", "我州", "我旗", "全省", "全区", "全市", "全县", "全州", "全盟", "全旗", "本省", "本市", "本区", "本县", "合计", "总计", "Total",
     "Total Nacional", "Total nacional", "Nacional", "National"]
)  # fmt: skip


class Naming:
    """Names and places of one table: `down` is what names of unknown kind beside the figures are."""

    def __init__(
        self,
        sheet: Sheet,
        outline: Outline,
        titles: Titles,
        hints: Hints,
        *,
        above: Mapping[int, Slots],
        names: Sequence[str],
        assume: Callable[[Message], None],
        subject: str = "",
    ) -> None:
        years = {s.period.year for s in above.values() if s.period is not None}
        titled = without_year(subject_of(titles.said.get("title", "")), years)
        self._titled = without_where_and_when(titled, titles.period, hints.place)
        self._is_divided = divided(self._titled)
        self._subject = subject  # what one line of the header says of all columns
        self.of_total: Collection[str] = ()  # names that make a total beside them
        self._kinds_beside = kinds_beside(sheet, outline) if self._titled else ()
        self.sheet, self.outline, self.titles, self.hints = sheet, outline, titles, hints
        self._assume, self._names, self._kinds = assume, names, {*outline.keys.values()}
        labels = list(dict.fromkeys(t for s in above.values() if (t := own_label(s.label))))
        self._bare = any(not own_label(s.label) for s in above.values())  # columns without a name
        self.bounds = bounds_of(labels, values=self._bare)
        self._labels = [
            t for t in labels if t not in self.bounds and not is_estimate(t, self.bounds)
        ]
        if self.bounds:
            assume(telling.bounds([*self.bounds]))
        self._placed = any(s.place for s in above.values())
        only = self._labels[0] if len(self._labels) == 1 else ""
        self._general = is_total(only) or (self._bare and bool(WHOLE_YEAR.fullmatch(only)))
        self._labels = [] if self._general else self._labels  # that of all, or of the year
        self._of_one = len({label_of(t).name for t in self._labels}) == 1  # Total (EUR), its growth
        self.down = self._what_names_are() if OPEN in self._kinds else ""
        self.across = self._are_places_across()
        beside = texts_beside(sheet, outline, "place", OPEN)
        self.priced = are_priced(self._labels if self.across else beside)
        parts = [texts_of(sheet, outline, c) for c, k in outline.keys.items() if k == "name"]
        self._codes = codes_of_names(parts)
        self._are_kinds = are_kinds(texts_beside(sheet, outline, "indicator", OPEN))
        self.coded: re.Pattern[str] | None = None  # how names of places have a code in them
        self.wholes: dict[str, None] = {}  # places for which a word for the whole stands
        self._of_word: dict[str, str] = {}  # the place that a word for the whole stands for
        self.is_named_around = False  # by sheet or file only
        self._around_it = ""  # what title, sheet or file say of the place, once it was looked for
        look_for_partners(sheet, outline, titles.said.get("place", ""), hints)
        said = hints.indicator or hints.across or titled or titles.said.get("indicator")
        if not (said or subject or self.across):
            self._subject = subject_of_classes(sheet, outline, self._labels, assume)

    def of_piece(self, sheet: Sheet, outline: Outline, assume: Callable[[Message], None]) -> Naming:
        """Return the same for another piece of the table."""
        made = copy(self)
        made.sheet, made.outline, made._assume = sheet, outline, assume  # noqa: SLF001 - its own
        return made

    def _what_names_are(self) -> str:
        """Return whether names of unknown kind beside the figures are places or indicators."""
        told = are_places_by_title(
            self.sheet, self.outline.header, self._open_column(), self._names
        )
        like = may_be_places(self._names) or bool(told)
        classes = len(self._names) > 1 and all(map(is_class, self._names))  # men, women: no places
        if self.hints.indicator and not self._around() and not classes:
            return "place" if len(self._names) > 1 or not self.hints.place else "indicator"
        bare = [label_of(n).name for n in self._names]
        if have_units(self._names) and look_like_places(bare):  # Norway (kt)
            return "place"
        if "unit" in self._kinds or have_units(self._names):
            return "place" if like and "unit" in self._kinds else "indicator"
        if classes or (look_like_places(self._labels) and not like):
            return "indicator"  # the places stand across
        timed = bool({"time", "part"} & self._kinds and self._labels)
        known = self.hints.place or told is not None or are_subjects(self._names)
        united = any(label_of(t).unit for t in self._labels)
        said = united and has_word(self.sheet, self.outline, self._open_column())
        titled = self.titles.said.get("indicator") and len(self._names) > 1
        open_ = united and not titled and self._around()  # Peru: towns or accounts
        open_ = open_ or (not (self.outline.header or self.hints.place) and self._titled)
        if (timed or said or open_) and not like and not known:
            rows = (self.outline.header, self.outline.data)
            raise asking.names_of_what(self.sheet, rows, self._open_column(), self._names[0])
        unknown = not timed and (titled or (united and not known))
        return "place" if like or unknown else "indicator"

    def _open_column(self) -> int:
        return next(c for c, kind in self.outline.keys.items() if kind == OPEN)

    def _around(self) -> str:
        return self.hints.place or self.titles.said.get("place", "")

    def _are_places_across(self) -> bool:
        """Whether the labels over the columns are places."""
        labels = [t for t in self._labels if not part_of_year(t)]  # months of a year nobody names
        if not labels or self._placed or "place" in self._kinds or self.down == "place":
            return False
        header, alone = self.outline.header, self._bare
        said = says_places_across((self.sheet.rows[i] for i in header), self.outline.keys)
        if self.hints.across or self.hints.place:
            across = self.hints.across == "place" or (said and not self.hints.across)
            return across or (not self.hints.across and are_parts_of_whole(self._labels, WHOLE))
        if said or are_country_codes(labels):
            return True
        bare = [label_of(t).name for t in labels]
        known = sum(map(may_be_place, bare)) >= PLACES * len(labels)
        if self._kinds & {"indicator", OPEN}:
            subjects = bool(self._around() or self.titles.place) or are_subjects(labels)
            if not (known or subjects):
                beside = self._open_column() if OPEN in self._kinds else None
                raise asking.labels_of_what(self.sheet, header, labels[0], beside, bare=alone)
            return known
        if not {"time", "part"} & self._kinds or self.titles.said.get("indicator"):
            told = bool(self._around())  # the place stands above: what is unknown is none beside it
            each = "name" in self._kinds and len(labels) > 1 and all(map(may_be_place, bare))
            of_title = bool(self.titles.said.get("indicator")) and (known or not told)
            return of_title or (each and not told and bool(self._titled))  # countries over ages
        asked = not known and self._subject and not (self._around() or are_mostly_subjects(labels))
        if asked or opened_by_title(self.sheet.rows, header, self.outline.keys, known=known):
            raise asking.labels_of_what(self.sheet, header, labels[0], None, bare=alone)
        self._is_divided |= not known and are_of_title(labels, self._titled, self._around())
        return len(labels) > 1 and (known or bool(self.hints.indicator))

    def of(
        self, i: int, slots: Slots, keys: Mapping[str, str], parts: Sequence[str]
    ) -> tuple[Label, str]:
        """Return what a figure says of itself by its names, and its place."""
        label = bound = "" if self.across or self._general else own_label(slots.label)
        label = self.bounds.get(label, "" if is_estimate(label, self.bounds) else label)
        row, place = keys.get("indicator", ""), keys.get("place", "").lstrip("#")
        if OPEN in keys:
            row, place = (row, keys[OPEN]) if self.down == "place" else (keys[OPEN], place)
        over = label_of_place(own_label(slots.label) if self.across else place, priced=self.priced)
        place = over.name if over.unit and (self.across or is_place(over.name)) else place
        place = place or (own_label(slots.label) if self.across else slots.place)
        said = self._label(i, row, label, slots, keys.get("unit", ""))
        if over.unit and not said.unit:  # 香港(亿港元): a place carries no unit
            said = replace(said, unit=over.unit)
        parts = (*parts, bound) if bound in self.bounds else parts
        return with_parts(said, parts, self._codes), self._place(i, place)

    def _label(self, i: int, row: str, label: str, slots: Slots, beside: str) -> Label:
        title = self.titles.said.get("indicator", "") or self._subject
        row, of = ("", row) if row in self._kinds_beside and not label else (row, slots.label)
        own = (label_of(t).unit for t in (row or label, slots.label))
        units = (*own, slots.unit, beside, self.titles.said.get("unit", ""))
        part = (row or label) in self.of_total or are_parts(self._titled, (row, label), units)
        whole = of_one_unit(title)
        if not title and (part or ((row or label) and self._is_divided)):
            title, whole = self._titled, title_of_parts(self._titled)  # whose unit is no level's
            whole = replace(whole, unit="") if whole.measure == "level" else whole
        around = "" if title else self._titled
        row, label = of_titled(around, row, label, kinds=self._are_kinds)
        name = row or label or title
        if is_only_number(name, self._labels) and not (row and label):
            columns = (c for c, k in self.outline.keys.items() if row and k in (OPEN, "indicator"))
            rows = (self.outline.header, i)
            raise asking.number_as_name(self.sheet, rows, next(columns, None), name)
        kind = in_unit_of_title(figures_of(of), of, self._titled)
        if name:
            said = of_index(label_of(name), self._titled if label == name and not title else "")
            if label == name and not title and self._of_one and is_total(said.name):
                said = replace(said, name=label_of(self._unnamed(slots)).name)
        else:
            said = label_of(self._unnamed(slots))
            if not self.hints.unit:
                said = in_own_unit(self.sheet, self.outline.header, said, (slots, kind, beside))
        said = of_line_and_column(said, row, label)
        if (row or label) and title and (part or not (row and label)):
            said = of_title(whole, said)
        if self.hints.indicator:
            parts = [label_of(label).name] if label and self.hints.across == "name" else []
            said = replace(said, name=", ".join((self.hints.indicator, *parts)))
        return with_kind(said, kind or self._kind_above(said))

    def _kind_above(self, said: Label) -> Label | None:
        """Return what a title says of all figures: growth, of those that are no amounts."""
        text = self.titles.said.get("figures", "")
        if not text or said.unit not in ("", "%") or said.measure != "level":
            return None
        self._assume(telling.growth_of_title(text))
        return figures_of(text)

    def _unnamed(self, slots: Slots) -> str:
        """Return what title, sheet or file say that a figure is of, which the table does not name.

        A title or file is not that of one column beside others that have a name; it is called value.
        """
        named = self._labels and not self.across
        if subject := self._titled:
            if not self.hints.indicator:
                self._assume(telling.indicator_of_title(subject))
            return of_census(subject, slots.label) if named else subject
        if self.hints.indicator:
            return ""
        if named and role_of(slots.label) == "value":
            return slots.label
        found = None if named else subject_around(self.sheet.name)
        if found is None:
            raise asking.no_indicator(self.sheet, as_seen(self.sheet, self.outline))
        self._assume(telling.indicator_around(*found))
        self.is_named_around = True
        return found[0]

    def place_of_line(self, i: int, name: str) -> str:
        """Return the place that a line names."""
        return self._place(i, name.lstrip("#"))

    def _place(self, i: int, name: str) -> str:
        """Return a place by its name in the table, else by what title or user say."""
        if self.coded is not None and (found := self.coded.fullmatch(name)):
            self._assume(telling.CODED)
            name = found["name"].strip()
        if nation := said_by("total").get(name):
            self.wholes[nation] = None
            return nation
        if name in ALL_OF_IT and not which_place.is_of_china(self.sheet, self.outline.data.start):
            return self._around() or self._place_of_whole(i, name)
        if name and simplified(name) not in WHOLE and not is_total(name):
            return name
        around = self._whole_or_around(i, name)
        if name:
            self.wholes[around] = None
        return around

    def _whole_or_around(self, i: int, name: str) -> str:
        """Return what title, sheet, file or user say of the place; `name` is a word for a whole, or none."""
        around = self._around()
        known = self.hints.place or may_be_place(around) or is_group(around)
        if around and not known and not which_place.is_said(self.sheet, around):
            raise which_place.whether_a_place(self.sheet, around)
        if not around and not name:
            which_place.look_for_several(self.sheet, self.titles.said)
        if not around and (titled := self.titles.place):
            if simplified(titled) in WHOLE:  # 全市 above the table: of a city that it does not name
                around = self._place_of_whole(which_place.row_of(self.sheet, titled), titled)
            else:
                around = titled
                self._assume(telling.place_of_title(around))
        if name and not around:
            around = self._place_of_whole(i, name)
        heads = tuple(self.sheet.rows[i] for i in self.outline.header)
        database = self.titles.said.get("database") or database_in(self.sheet.name, heads)
        nation = said_by("database").get(database, "")
        if nation and not around:
            around = nation
            self._assume(telling.NATION)
        if not around:
            around = self._place_around()
        return around

    def _place_of_whole(self, i: int, name: str) -> str:
        """Return the place for a word that stands for the whole of the others: that of sheet or file, else theirs."""
        if name in self._of_word:
            return self._of_word[name]
        found = place_around(self.sheet.name, self.titles.said.get("title", ""), cities=True)
        if found is not None and which_place.is_called(name, found[0]):
            self._assume(telling.place_around(*found))
            self._of_word[name] = found[0]
            return found[0]
        places = texts_beside(self.sheet, self.outline, "place")
        parts = [*self._labels, *(text.lstrip("#") for text in places)]
        above, held = which_place.place_above(name, parts)
        if held < FEWEST_PARTS:
            own = [says("area", "place", above or "PLACE")]
            near = own if CHINESE.search(name) else self._near()
            raise which_place.whole_of_what(self.sheet, i, name, near)
        self._assume(telling.place_of_parts(name, above, held))
        self._of_word[name] = above
        return above

    def _place_around(self) -> str:
        """Return the place that title, sheet or file name, where the labels are no places."""
        if not self._around_it and (named := place_of_ids(self._labels)):
            self._assume(telling.place_of_ids(named))
            self._around_it = named
        if self._around_it:
            return self._around_it
        labels = [*self._labels, *(self._names if OPEN in self._kinds else ())]
        subjects = len(labels) < 2 or are_subjects(labels) or "indicator" in self._kinds
        found = whole_around(self.sheet.name, self.titles.said.get("title", ""))
        if found is None and subjects:
            found = place_on_other_sheets(self.sheet, labels)
        if found is None or not subjects:
            others = perhaps_places(self.sheet, self.outline, self._labels, self.hints.columns)
            codes = others and not self._kinds & {"indicator", "name", OPEN} and is_code(others[0])
            known = (
                codes
                or any(map(is_place, self._names))
                or which_place.are_coded(self.sheet, self.outline, self._names, self._labels)
            )
            seen = as_seen(self.sheet, self.outline)
            raise which_place.no_place(self.sheet, self._near(), others, seen, known=bool(known))
        self._assume(telling.place_around(*found))
        self._around_it = found[0]
        return found[0]

    def _near(self) -> list[Way]:
        """Return the answers that name the place: those that stand around the table, else any."""
        texts = (self.titles.said.get("unit", ""), self.titles.said.get("indicator", ""))
        units = [label_of(t).unit or t for t in (*self._labels, *texts)]
        units += [label_of(t).unit for t in self._names]  # BOLIVAR is a town
        return which_place.ways_to(self.sheet, self.outline, units, self._labels)
