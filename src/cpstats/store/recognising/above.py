"""What stands above the columns of figures, taken into slots: period, part, place, unit, scale, name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from cpstats.model.period import Freq, annual
from cpstats.store.cells import is_missing
from cpstats.store.frequencies import frequency_of, is_so_far
from cpstats.store.recognising import asking, telling
from cpstats.store.recognising.asking_growth import look_for_open
from cpstats.store.recognising.asking_months import look_for_unknown_month
from cpstats.store.recognising.beside_periods import (
    BESIDE,
    alone_among,
    is_last_year,
    is_of_no_period,
    period_beside,
    year_before,
    year_meant,
)
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.coded_places import are_places_with_codes
from cpstats.store.recognising.column_kinds import seems_figure
from cpstats.store.recognising.corners import row_of_places
from cpstats.store.recognising.dated import dated, grown_on, in_several_years, with_parts_behind
from cpstats.store.recognising.dates import is_date, is_day_of_year
from cpstats.store.recognising.described import roles_of_descriptions
from cpstats.store.recognising.grown_parts import end_of_growth, told_by_figures, with_sign
from cpstats.store.recognising.header_rows import (
    FEWEST,
    WITHOUT_SPACES,
    codes_of_classes,
    joined,
    kind_of_row,
    with_unit_behind,
    within,
)
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.index_words import is_base
from cpstats.store.recognising.labelled_places import in_pieces, with_places
from cpstats.store.recognising.labels import figures_of
from cpstats.store.recognising.merged_labels import labels_of_groups, line_of_periods
from cpstats.store.recognising.name_parts import grown_from, of_kind
from cpstats.store.recognising.nearest_grown import say_of_nearest
from cpstats.store.recognising.of_which import of_one_before, over_part
from cpstats.store.recognising.one_label import told_apart
from cpstats.store.recognising.partners import as_partners
from cpstats.store.recognising.period_marks import status_over
from cpstats.store.recognising.place_names import may_be_place
from cpstats.store.recognising.slots import Slots, that_may_grow
from cpstats.store.recognising.so_far import in_year, part_in
from cpstats.store.recognising.stamps import AS_OF
from cpstats.store.recognising.unit_words import is_measure, is_unit, is_unit_below
from cpstats.store.recognising.whole_years import is_whole, without_whole
from cpstats.store.sheet import chinese_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpstats.message import Message
    from cpstats.model.period import Period
    from cpstats.store.recognising.outline import Outline
    from cpstats.store.recognising.when import When

AXES = ("time", "part")  # a word over the periods says what they are, not what the figures are of
MONEY = frozenset(("M0", "M1", "M2", "M3", "M4"))  # no months, where no other one is
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")  # GDP over 总量 and 增长


class Above:
    """The header of one table; `assume` is told what is left out."""

    def __init__(
        self,
        cells: Sequence[Sequence[str]],
        outline: Outline,
        when: When,
        assume: Callable[[Message], None],
        raw: Sequence[Sequence[str]],
        *,
        said: str = "",
    ) -> None:
        self._said, self._raw = said, raw  # what the user says of the labels; cells as they stood
        self.cells, self.outline, self.when, self._assume = cells, outline, when, assume
        self._months = False
        self.subject = ""  # what one line of the header says of all columns
        self._rows = self._roles_of_rows()
        self._classes = codes_of_classes([cells[i] for i in outline.header], outline.keys)
        texts = [t for i in outline.header for c, t in enumerate(cells[i]) if c not in outline.keys]
        self._parted, self._yearly = with_parts_behind(texts), in_several_years(texts)
        self._months = bool(self._parted) or any(map(self._has_parts, outline.header))

    def _has_parts(self, i: int) -> bool:
        """Whether many labels of a row are parts of a year; MAR alone is Morocco."""
        own = [t for c, t in enumerate(self.cells[i]) if t and c not in self.outline.keys]
        parts = [t for t in own if part_in(t) or is_so_far(t)] if not MONEY.issuperset(own) else []
        alone = parts == own and len(own) == 1 < len(own[0])  # I is no quarter
        return alone if len(parts) < 2 else len(parts) * 2 > sum(not BESIDE.search(t) for t in own)

    def _cell(self, i: int, column: int) -> str:
        return self.cells[i][column] if column < len(self.cells[i]) else ""

    def _roles_of_rows(self) -> dict[int, str]:
        """Return what the rows of the header say of the columns, where it is no name or period."""
        if self.outline.described:
            return roles_of_descriptions(self.cells, self.outline.header)
        found = {}
        places = row_of_places(self.cells, self.outline.header)
        for i in self.outline.header:
            own = [t for c, t in enumerate(self.cells[i]) if t and c not in self.outline.keys]
            known = len(self.outline.header) > 1 and are_places_with_codes(own)
            if i == places or known:
                found[i] = "place"
            elif role := kind_of_row(own, named="indicator" in self.outline.keys.values()):
                found[i] = role
            elif self._says_one_thing(i, own):
                found[i], self.subject = "subject", own[0]
        labels = [i for i in self.outline.header if i not in found]
        named = any(map(self._names, labels)) or "indicator" in self.outline.keys.values()
        self.subject = self.subject if named else ""
        return found if named else {i: "unit" for i in found if any(map(is_base, self.cells[i]))}

    def _says_one_thing(self, i: int, own: Sequence[str]) -> bool:
        """Whether a line of the header says the same of all columns, of which another line names each."""
        others = [k for k in self.outline.header if k != i]
        many = max((len({*self.cells[k]} - {""}) for k in others), default=0)
        words = len({*own}) == 1 and not (self._says_no_name(own[0]) or is_unit(own[0]))
        return words and len(own) >= max(FEWEST, many) and not role_of(own[0])

    def _names(self, i: int) -> bool:
        """Whether a row of the header has labels that are no periods."""
        own = (t for c, t in enumerate(self.cells[i]) if c not in self.outline.keys)
        return any(t and self.when.period_of(t) is None for t in own)

    def slots(self) -> dict[int, Slots]:
        """Return, for each column of figures, what stands above it."""
        found: dict[int, Slots] = {}
        rows = (*self.outline.header, *self.outline.data)
        width = max((len(self.cells[i]) for i in rows), default=0)
        named = max((len(self.cells[i]) for i in self.outline.header), default=width)
        for column in range(width):
            if column in self.outline.keys:
                continue
            texts = self.texts(column)
            if found and not texts and column >= named:
                continue  # behind the header
            if self._is_text(column):
                self._assume(telling.not_numbers(column + 1, " ".join(texts)))
                continue
            if self._is_empty(column) and not texts:
                continue
            found[column] = self._slots(column, texts, found)
        found = told_apart(self._in_groups(found), self._words_over)
        look_for_unknown_month(self.when.sheet, self.outline.header.stop - 1, found)
        beside = bool({*self.outline.keys.values()} - {"time", "part", "freq", "other"})
        found = with_places(found, names=self._said == "place", beside=beside)
        return self._without_others(
            as_partners(self.when.sheet, self.outline.header, found, self._said)
        )

    def _in_groups(self, found: dict[int, Slots]) -> dict[int, Slots]:
        """Give all columns the labels over groups of them, where without these the same come twice.

        A label that was merged stands in the first cell of its group only.
        """
        keys = Counter((s.label, s.period, s.part, s.place, s.unit) for s in found.values())
        header = [i for i in self.outline.header if self._rows.get(i, "indicator") == "indicator"]
        if len(header) < 2 or len(keys) == len(found):
            return found
        upper: dict[int, str] = {}
        for i in header[:-1]:
            own = [c for c in found if self._cell(i, c)]
            if 1 < len(own) < len(found) and own[0] == min(found) and not self._says_periods(i):
                upper |= {c: self._cell(i, c) or self._left(i, c) for c in found}
        labels = {c: within(upper[c], self._last(c)) for c in upper}
        if len({(found[c].period, found[c].part, t) for c, t in labels.items()}) < len(found):
            return found
        if sum(map(may_be_place, {*upper.values()})) * 2 > len({*upper.values()}):
            return {c: replace(s, place=upper[c], label=self._last(c)) for c, s in found.items()}
        return {c: replace(s, label=labels[c]) for c, s in found.items()}

    def _says_periods(self, i: int) -> bool:
        return any(self.when.period_of(text) is not None for text in self.cells[i] if text)

    def _last(self, column: int) -> str:
        """Return the last label over a column that is no period."""
        own = (self._cell(i, column) for i in reversed(self.outline.header))
        return next((t for t in own if t and self.when.period_of(t) is None), "")

    def _words_over(self, column: int) -> list[str]:
        return [t for t in self.texts(column) if self.when.period_of(t) is None]

    def texts(self, column: int) -> list[str]:
        """Return the labels over a column; a period takes the label to its left.

        A merged label stands in its first cell only once it was copied as text.
        """
        header = [i for i in self.outline.header if self._rows.get(i, "indicator") == "indicator"]
        own = [t for i in header if (t := self._cell(i, column))]
        if own and all(self._says_no_name(t) for t in own):
            left = [self._left(i, column) for i in header if not self._cell(i, column)]
            grows = any((kind := figures_of(t)) and kind.measure != "level" for t in own)
            own = [*(t for t in left if t and not (grows and is_measure(t))), *own]
        elif own and (period := self._over_group(column, own)):
            own = [period, *own]
        elif len(own) == 1 and (
            whole := over_part(self.cells, header, column) or self._merged.get(column)
        ):
            own = [*([] if self.when.period_of(whole) else [whole]), *own]
        return list(dict.fromkeys(own))

    def _over_group(self, column: int, own: Sequence[str]) -> str:
        """Return the period over the first of as many columns in each group, for the others of it."""
        if self._groups is None or any(self.when.period_of(t) is not None for t in own):
            return ""
        return self._left(self._groups, column)

    @cached_property
    def _groups(self) -> int | None:
        header, keys, period_of = self.outline.header, self.outline.keys, self.when.period_of
        return line_of_periods(self.cells, header, keys, lambda text: bool(period_of(text)))

    @cached_property
    def _merged(self) -> dict[int, str]:
        header = [i for i in self.outline.header if self._rows.get(i, "indicator") == "indicator"]
        return labels_of_groups(self.cells, header)

    def _says_no_name(self, text: str) -> bool:
        found = self.when.period_of(text) or figures_of(text) or part_in(text)
        return bool(found) or (self._months and is_whole(text))

    def _left(self, i: int, column: int) -> str:
        for position in range(column - 1, -1, -1):
            if position in self.outline.keys:
                return ""
            if text := self._cell(i, position):
                return text
        return ""

    def _is_text(self, column: int) -> bool:
        """Whether a column has cells, and not one number or formula among them."""
        filled = [c for i in self.outline.data if not is_missing(c := self._cell(i, column))]
        figures = any(map(seems_figure, filled))
        return bool(filled) and not figures and len(self.outline.data) > 1

    @cached_property
    def _lines(self) -> list[Sequence[str]]:
        return [self.cells[i] for i in self.outline.data]

    def _is_empty(self, column: int) -> bool:
        return not any(self._cell(i, column) for i in self.outline.data)

    def _slots(self, column: int, texts: list[str], before: dict[int, Slots]) -> Slots:
        periods = [p for t in texts if (p := self.when.period_of(t)) is not None]
        labels = [t for t in texts if self.when.period_of(t) is None]
        labels = [piece for t in labels for piece in self._parted.get(t, (t,))]
        if labels and not periods and all(is_date(t) for t in labels):
            raise self.when.a_day(self.outline.header.stop - 1, column, labels[0])
        if periods:
            labels = [t for t in labels if not is_day_of_year(AS_OF.sub("", t))]
        if periods or self._has_time():
            labels = [t for t in labels if role_of(t) not in (*AXES, self._said or AXES[0])]
        labels = without_whole(labels, periods, timed=self._has_time(), beside=self._months)
        parts = [part for t in labels if self._months and (part := part_in(t))]
        if parts and self.when.year is not None and not periods and not self._has_time():
            periods = [annual(self.when.year)]
        if parts and (periods or self._has_time()):
            labels = [t for t in labels if not part_in(t)]
            if periods and periods[0].freq is Freq.ANNUAL:
                periods, labels = in_year(periods[0].year, parts[0], labels)
                parts = []
        else:
            parts = []
        if not periods:
            periods, labels = self._dated(labels, before)
        header = (row for i in self.outline.header for row in self._raw[i : i + 1] if periods)
        status = status_over([*header], column)
        year = None if self._yearly.issuperset(labels) else self.when.year
        may_grow = that_may_grow(before, labels, periods, year)
        made = Slots(
            periods[0] if periods else None,
            self._label(labels, may_grow, column),
            part=next(iter(parts), ""),
            status=status,
        )
        return self._described(column, in_pieces(made, described=self.outline.described))

    def _has_time(self) -> bool:
        return "time" in self.outline.keys.values()

    def _dated(self, labels: list[str], before: dict[int, Slots]) -> tuple[list[Period], list[str]]:
        """Return the period in a label, and the labels without it; 增速 alone has that before it."""
        if "time" in self.outline.keys.values():
            return [], labels
        parts = [dated(text) for text in labels]
        periods = [p for when, _ in parts if when and (p := self.when.period_of(when))]
        if periods:
            what = [rest for _, rest in parts if role_of(rest) not in AXES]
            return [end_of_growth(periods[0], " ".join(what), [*before.values()])], what
        if meant := self._by_another_year(labels, before):
            return meant
        last_year = [*map(is_last_year, labels)] == [True]
        if not last_year and not all(map(figures_of, labels)):
            return [], labels
        levels = [s for s in before.values() if s.period or not BESIDE.search(s.label)]
        some = any(s.period for s in levels)  # beside what names none: that of the title
        said = self.when.said if some and not all(s.period for s in levels) else None
        columns = [(s.period or said, s.label) for s in levels]
        if last_year:
            return year_before(columns, self.when.said)
        found, told = period_beside(labels, columns)
        if found and told:
            self._assume(telling.grown_in(labels[0], found))
        return [found] if found else [], labels

    def _by_another_year(
        self, labels: list[str], before: dict[int, Slots]
    ) -> tuple[list[Period], list[str]] | None:
        """Return the year that labels name by another, and what else they say: last year; 比2020年增长(%) beside 2021."""
        if meant := year_meant(labels, [s.label for s in before.values()], self.when.said):
            return meant
        found = next(filter(None, map(grown_on, labels)), None)
        years = {s.period.year for s in before.values() if s.period} | {self.when.year}
        return ([annual(found[0])], [found[1]]) if found and found[0] in years else None

    def _label(self, labels: list[str], before: dict[int, Slots], column: int) -> str:
        """Return the label of a column; 增速 alone is that of the column before it."""
        labels = sorted((chinese_of(t) for t in labels), key=lambda t: t not in self._classes)
        units = [t for t in labels if is_unit_below(t) and t not in self._classes]
        if len(units) < len(labels) and all(is_class(t) for t in labels if t not in units):
            units = [t for t in units if is_measure(t)]  # Households over Total
        if len(units) == len(labels):
            units = units[1:]  # residents, persons: the first is the name
        labels = with_unit_behind(labels, units)
        chinese = [t for t in labels if WITHOUT_SPACES.search(t)]
        kinds = [t for t in chinese if figures_of(t)]
        names = [t for t in chinese if t not in kinds]
        names = names or [t for t in labels if kinds and ACRONYM.fullmatch(t)]
        if names and kinds:
            return of_kind(names[0], kinds[-1])
        label = " ".join(joined(chinese or labels, described=self.outline.described).split())
        label = with_sign(self._lines, column, label)
        kind = figures_of(label) if kinds or not chinese else None
        of, timed = (label, kind), self._has_time()  # its figures tell of which
        parts, found = told_by_figures(self._lines, column, before, of, in_time=timed)
        if parts:
            raise asking.grown_of_which(self.when.sheet, self.outline.header, column, parts)
        named = [*found, *(s.label for s in reversed(before.values()))]
        look_for_open(self.when.sheet, (self.outline.header, column), kind, named, before)
        grown = of_one_before(label, named) or grown_from(label, kind, named, chinese=bool(chinese))
        say_of_nearest(self._assume, label, [*before.values()], grown)
        return grown

    def _described(self, column: int, slots: Slots) -> Slots:
        """Add what the rows between names and figures say: unit, frequency, place."""
        said: dict[str, list[str]] = {}
        for i, role in self._rows.items():
            own = self._cell(i, column)
            text = own or ("" if self.outline.described else self._left(i, column))
            if text:
                said.setdefault(role, []).append(text)
        place = next(iter(said.get("place", ())), slots.place)
        label = slots.label.rstrip(" ;")  # parts of a name, each closed
        if place and label.casefold().startswith(f"{place.casefold()}:"):
            label = label[len(place) + 1 :].strip()
        freq = next((f for t in said.get("freq", ()) if (f := frequency_of(t))), None)
        names = [t for t in said.get("name", []) if not (said.get("unit") and is_unit(t))]
        return replace(
            slots,
            label=", ".join([label, *names]) if names else label,
            place=place,
            unit=" ".join(said.get("unit", ())).strip("()"),
            scale=next(iter(said.get("scale", ())), ""),
            freq=freq,
        )

    def _without_others(self, found: dict[int, Slots]) -> dict[int, Slots]:
        """Leave out a rank, a mean or a total beside columns of periods, and say it."""
        dated_ones = [s for s in found.values() if s.period]
        if len(dated_ones) < 2 or self._has_time():
            return found
        bare = [s.period for s in dated_ones if s.period and not s.label]
        odd = alone_among(bare)
        for column, slots in list(found.items()):
            alone = slots.period is not None and slots.period == odd and not slots.label
            if alone and odd and odd.freq is Freq.FISCAL and (self.when.fiscal or self.when.begins):
                continue  # who says how years of accounts lie calls it one
            if alone and odd and odd.freq is Freq.FISCAL:
                raise asking.year_alone(self.when.sheet, self.outline.header, column)
            if alone or is_of_no_period(slots.period, slots.label, bare):
                self._assume(telling.beside_periods(column + 1, " ".join(self.texts(column))))
                del found[column]
        return found
