"""What each column of a table holds: said, by its header where the cells agree, by its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpstats.store.cells import period_of
from cpstats.store.recognising import (
    asking,
    corners,
    in_place_of_names,
    numbered_keys,
    one_of_several,
)
from cpstats.store.recognising.agreeing import agreed, are_kinds_of_places, is_concept
from cpstats.store.recognising.beside_one_another import told_by_others
from cpstats.store.recognising.classes import is_class
from cpstats.store.recognising.column_kinds import Column, Together, column_of
from cpstats.store.recognising.daily import days_of_months, look_for_days
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.header_words import bare, loose_role_of, role_of
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.levels_of_places import outer_of
from cpstats.store.recognising.named_by_sheet import places_by_sheet
from cpstats.store.recognising.place_names import are_places, look_like_places
from cpstats.store.recognising.places_within import look_for_places_within
from cpstats.store.recognising.said_columns import are_said_to_be, said_of_columns
from cpstats.store.recognising.sampled_classes import crosses
from cpstats.store.recognising.second_times import dates_alone, look_for_second_time
from cpstats.store.recognising.stray import is_filled, is_of_all, look_for_remarks
from cpstats.store.recognising.units_of_others import of_others

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.hints import Hints
    from cpstats.store.sheet import Sheet

    Cells = Sequence[Sequence[str]]
SINGLE = ("time", "part", "unit", "scale", "freq", "status", "after")  # of each one column says it
OPEN = "open"  # names of which it is not known yet whether they are places or indicators


class Roles:
    """The columns of one table on their way to roles."""

    def __init__(
        self, sheet: Sheet, cells: Cells, rows: tuple[range, range], hints: Hints, spoken: range
    ) -> None:
        header, self.data = rows
        self.header = header
        self.sheet, self.cells, self.hints = sheet, cells, hints
        self.together = Together(cells, self.data)
        width = max((len(cells[i]) for i in (*header, *self.data)), default=0)
        self.columns = [column_of(cells, spoken, self.data, c) for c in range(width)]
        if len(spoken) < len(header) and self.columns and self.columns[0].is_time:
            self.columns[0] = replace(self.columns[0], above=())  # words before rows, not over it
        self.merged = corners.merged_labels(self.columns)
        self.across = corners.are_dated(self.columns[1:])
        self.said = said_of_columns(cells, header, hints, width)
        self.places = corners.places_over(cells, header)
        self.keys: dict[int, str] = {}
        self._coded: set[int] = set()  # columns that their header calls codes

    def assigned(self) -> dict[int, str]:
        """Return what columns hold that are no figures.

        Raises
        ------
        DataError
            When two columns hold places, or words tell nobody what.
        """
        told = told_by_others(self.cells, self.data, self.columns, self.together) | self.said
        for column in self.columns:
            if role := told.get(column.number) or self._by_header(column):
                self.keys[column.number] = role
        free = [c for c in self.columns if c.number not in self.said]
        look_for_days(self.sheet, self.data, free)
        self.keys |= dict.fromkeys(days_of_months(free), "other")
        for column in self.columns:
            if column.number not in self.keys and (role := self._by_content(column)):
                self.keys[column.number] = role
        self.keys = numbered_keys.settled(self.keys, self.columns, self.together, self.said)
        self._one_of_each()
        free_keys = {c: role for c, role in self.keys.items() if c not in self.said}
        self.keys |= of_others(free_keys, self.columns)
        dates_alone(self.keys, self.columns, self.together, self.said)
        self._one_place()
        self._names()
        return {c: role for c, role in sorted(self.keys.items()) if role != "value"}

    def of(self, *roles: str) -> list[int]:
        """Return the columns that hold one of the kinds."""
        return sorted(c for c, role in self.keys.items() if role in roles)

    def _by_header(self, column: Column) -> str:
        words = column.content == "words" or corners.are_mostly_years(column)
        above = [text for text in column.above if text not in self.places]
        labels = [text for text in above if period_of(text) is None and not is_date(text)]
        labels = corners.last_word(self.cells, self.header, column) or labels
        dated = len(labels) < len(above)
        if dated:  # a word for times or values over a period is that of its row
            labels = [text for text in labels if role_of(text) not in ("time", "part", "value")]
        if column.content == "figure":  # Sex over many columns is no header of one
            labels = [text for text in labels if text not in self.merged]
        found = map(loose_role_of if words else role_of, labels)
        roles = [r for r in found if r and not corners.is_corner(r, column, across=self.across)]
        if column.content == "figure" and (dated or not all(map(role_of, labels))):
            # NO over MÊS is no number of the row, nor Index over 2020; nor Province over Irbid a place, nor Sex over Both
            many = len(labels) > 1 and len(column.said) * 2 > len(self.data)
            no = (*("other", "place")[: len(labels)], *(("name",) if many else ()))
            roles = [r for r in roles if r not in no]
        if (
            words
            and "place" not in roles
            and {*map(role_of, labels)} <= {"", "indicator", *(("time",) if self.across else ())}
            and look_like_places(column.said)
        ):
            return "place"
        role = next((r for r in roles if agreed(r, column, self.hints)), next(iter(roles), ""))
        times = any(role_of(text) in ("time", "part") for text in labels)
        if (
            role == "place"
            and times
            and not corners.is_of_column(self.cells, self.header, role, column)
        ):
            return ""
        if not (role or dated) and (column.is_part or column.is_run):
            fits = ("part", "time") if len(column.said) > 1 else ("part",)  # of under 1 year
            role = next((r for r in map(loose_role_of, labels) if r in fits), "")
        kinds = role in ("place", "name") and words and are_kinds_of_places(column)
        if not role or kinds or column.content == "empty":
            return "other" if role not in ("", "value") else ""
        if column.is_of_classes:
            role = numbered_keys.role_of_classes(column, role, self.columns, self.together)
        role = numbered_keys.role_of_phrases(role, column, labels)
        if role == "code":
            self._coded.add(column.number)
        return agreed(role, column, self.hints)

    def _by_content(self, column: Column) -> str:
        if column.content == "empty":
            return ""
        dated_beside = self.across or any(c.is_time and not c.is_era for c in self.columns)
        if column.is_stamps or column.is_limits or (column.is_era and dated_beside):
            return "other"
        times = (t for t in column.above if period_of(t) is not None)
        dated = any(not corners.covers_years(text, column) for text in times)
        if column.content == "period":
            return self._of_periods(column, dated=dated)
        if column.content == "figure":
            return numbered_keys.beside_figures(column, self.columns, self.keys)
        if dated or any(label_of(t).unit for t in column.above if column.number):
            return ""  # words for figures; the unit in the corner stands over names
        kinds = len(column.said) > 1 and are_kinds_of_places(column)
        return "other" if kinds else "scale" if column.is_scales else self._meaning(column)

    def _of_periods(self, column: Column, *, dated: bool) -> str:
        """Return whether a column of periods is the time, or says that again."""
        if any(self.together.say_the_same(column.number, t) for t in self.of("time")):
            return "other"
        before = self.columns[: column.number]
        leading = all(c.number in self.keys or c.content == "empty" for c in before)
        words = [c.number for c in self.columns if c.content == "words"]
        alone = not self.across and (
            self.together.is_axis(column) or self.together.dates_rows(words, column)
        )
        return "time" if (leading or alone) and not (dated or self.of("time")) else ""

    def _meaning(self, column: Column) -> str:
        dated = self.across or any(self.columns[c].is_years for c in self.of("time"))
        if column.is_part and not column.above and dated and not self.of("part"):
            return "part"
        behind = any(c.is_units for c in self.columns[column.number + 1 :] if c.content == "words")
        if column.is_frequencies:
            return "other" if self.of("freq") else "freq"  # said twice where two were joined
        if column.is_units and not self.of("unit") and not behind:
            return "unit"  # of residents, persons the first is the name
        if column.is_flags and not column.is_of_classes:
            told = numbered_keys.is_explained(column, self.columns, self.together)
            return "other" if told else "status"
        if not self.of("place") and are_places(column.said):
            return "place"
        return OPEN

    def _one_of_each(self) -> None:
        """Leave of several columns that say the same one: the one with words, else the first."""
        for role in SINGLE:
            columns = self.of(role)
            if len(columns) < 2:
                continue
            if role == "time":
                self._one_time(columns)
                continue
            some = [self.columns[c] for c in columns]
            best = one_of_several.best_of(role, some)
            for column in some:
                if column.number not in (best, *self.said):
                    self.keys[column.number] = one_of_several.of_another(role, column)

    def _one_time(self, columns: list[int]) -> None:
        """Leave of several columns of times the finest, and parts of the year beside the year."""
        for c in columns:
            if self.columns[c].is_part and not self.columns[c].is_run and len(columns) > 1:
                self.keys[c] = "part"
        times = [c for c in columns if self.keys[c] == "time"]
        known = [c for c in times if self.columns[c].is_time] or times
        rank = {c: (not self.columns[c].is_era, len(self.columns[c].texts), -c) for c in known}
        best = max(rank, key=rank.__getitem__, default=-1)  # parts of a year alone: none
        for c in times:
            if c != best and c not in self.said:
                self._look_for_second_time(*sorted((best, c)))
                self.keys[c] = "other"

    def _look_for_second_time(self, one: int, two: int) -> None:
        if len({tuple(map(bare, self.columns[c].above)) for c in (one, two)}) == 1:
            free = (c for c in self.columns if c.content == "figure" and c.number not in self.keys)
            figures = [c.number for c in free]
            look_for_second_time(self.sheet, self.data.start, self.together, figures, one, two)

    def _one_place(self) -> None:
        """Leave the column of the finest places; a code or a translation of it is left out."""
        columns = self.of("place")
        if len(columns) < 2:
            return
        best = columns[0]
        for c in columns[1:]:
            one, two = self.columns[best], self.columns[c]
            apart = self._beside_figures(best, c)
            outer = outer_of(one, two, self.together, apart=apart, same=self._same(best, c))
            if outer is None:
                raise asking.second_place(self.sheet, self.data, one, two)
            best = best if outer == c else c
            if outer not in self.said:
                self.keys[outer] = "other"

    def _same(self, one: int, other: int) -> bool:
        """Whether two columns that go together are names and codes, or names in two writings."""
        if self.columns[one].is_codes or self.columns[other].is_codes:
            return True
        return all(x.isascii() != y.isascii() for x, y in self.together.pairs(one, other))

    def _beside_figures(self, one: int, other: int) -> bool:
        between = [self.columns[c].content for c in range(one + 1, other) if c not in self.keys]
        return "figure" in between or "period" in between

    def _names(self) -> None:
        """Settle the columns of words: what tells rows apart is part of the name."""
        self.keys |= in_place_of_names.names_of_codes(
            self.keys, self.columns, self.together, self.said
        )
        if not self.of("place"):
            self.keys |= in_place_of_names.countries(
                self.keys, self.columns, self.together, self.said
            )
        if not self.of("place"):
            self.keys |= in_place_of_names.first_codes(
                self.keys, self.columns, self.together, self._coded, self.said
            )
        if not (self._labelled() or self.hints.indicator):
            self.keys |= in_place_of_names.series(self.keys, self.columns, self.together, self.said)
        if not (self.of("place") or self.said):
            self.keys |= places_by_sheet(self.sheet, self.header, self.columns, self.together)
        if not self.of("indicator") and self.of("place"):
            self._generic()
        if self._labelled():
            free = {c: role for c, role in self.keys.items() if c not in self.said}
            look_for_places_within(self.sheet, self.data, self.columns, self.together, free)
        words = [c for c in self.of(OPEN) if c > max(self._figures(), default=c)]
        look_for_remarks(self.sheet, self.cells, self.data, words, self.columns)
        before = self.of("indicator")
        for c in (c for c in self.of(OPEN, "name", "indicator") if c not in self.said):
            self._settle(c)
        self.keys |= in_place_of_names.of_codes(before, self.keys, self.together)
        self._place_of_names()
        self._amounts()

    def _amounts(self) -> None:
        """Let names that carry their unit be the indicator where nothing else names it."""
        names = [c for c in self.of("name") if c not in self.said]
        if len(names) != 1 or self.of("indicator", OPEN) or self._labelled():
            return
        units = [label_of(t).unit for t in self.columns[names[0]].said]
        if all(units) and is_filled(self.cells, self.data, names[0]):
            self.keys[names[0]] = "indicator"

    def _labelled(self) -> bool:
        """Whether a label over the figures is neither a period nor a word for values."""
        figures = [c for c in self.columns if self.keys.get(c.number, "value") == "value"]
        return any(role_of(t) != "value" and period_of(t) is None for c in figures for t in c.above)

    def _generic(self) -> None:
        """Let words be the indicator where the label over the figures names none."""
        names = self.of(OPEN)
        if len(names) != 1 or self._labelled() or self._is_finer(names[0]):
            return
        behind = names[0] > max(self._figures(), default=0)
        if behind and not is_filled(self.cells, self.data, names[0]):
            return  # a remark on some of the rows
        codes = self._codes_of_places()
        keys = self.of("place", "time", "part") + codes
        apart = self.together.tells(keys, names[0], self._figures())
        tells = apart or (
            self.across and not any(self.together.follows(k, names[0]) for k in codes)
        )
        beside = any(self.together.alike(names[0], c) for c in self.of("place"))
        if apart and self.hints.indicator and not beside:
            return  # classes of what the user named
        if len(self.columns[names[0]].said) < 2 or (
            tells and not beside
        ):  # not who won, or remarks
            said = self.columns[names[0]].said
            classes = len(said) == 1 and all(map(is_class, said))  # Total
            self.keys[names[0]] = "name" if classes else "indicator"

    def _settle(self, c: int) -> None:
        """Say of one column of words whether it is a name, a part of one, or a code beside it."""
        column, role = self.columns[c], self.keys[c]
        others = [k for k in self.of("place", "indicator", "name", OPEN) if k != c]
        parents = are_said_to_be("parent", self.columns, self.hints)
        whole = parents and not self.together.tells([*others, *parents], c, self._figures())
        if column.is_codes and (whole or self._is_code_beside(c, [*others, *parents])):
            self.keys[c] = "other"
            return
        first = next((k for k in self.of("indicator") if k < c), None)
        if role == "indicator":
            if first is not None:
                twin = self.together.alike(first, c) and self._same(first, c)
                kept = twin and all(self.columns[k].is_one_code for k in (first, c))
                self.keys[c] = "other" if twin and not kept else "name"
            return
        if role == "name" or (role == OPEN and not others and not column.is_truth):
            return
        if self._says_again(c):
            self.keys[c] = "other"
            return
        keys = self.of("place", "indicator", "name", "time", "part") + self._codes_of_places()
        apart = self.together.tells(keys, c, self._figures())
        crossed = c < min(self._figures(), default=0) and crosses(self.cells, self.data, keys, c)
        if apart or crossed or is_of_all(self.cells, self.data, column, self._figures()):
            cube = len(column.said) == 1 and is_concept(column, self.columns)
            placed = bool(self.of("place"))
            named = bool(self.of("indicator")) or (placed and not cube)  # first of what a cube says
            self.keys[c] = "name" if named else "indicator" if placed else OPEN
            return
        if len(self.of(OPEN)) == 1 and not self.of("place"):
            return
        raise asking.unexplained(self.sheet, self.data, column, self.columns)

    def _says_again(self, c: int) -> bool:
        """Whether words translate the names beside them, describe the indicators again, or are a program's yes."""
        if any(self.together.repeats_cells(k, c) for k in self.of("unit")):
            return True  # a merged cell
        names = self.of("place", "indicator")
        alike = [k for k in names if self.together.alike(k, c) and not self.columns[c].are_amounts]
        if any(len(self.together.pairs(k, c)) > 1 or self._same(k, c) for k in alike):
            return True
        keys = self.of("place", "indicator", "name", "time", "part") + self._codes_of_places()
        tells = len(self.columns[c].said) < 2 or self.together.tells(keys, c, self._figures())
        if self.columns[c].is_truth:
            return not tells or len(self.columns[c].said) < 2
        return not tells and any(self.together.follows(k, c) for k in self.of("indicator"))

    def _is_code_beside(self, c: int, others: Sequence[int]) -> bool:
        """Whether codes go with names beside them; a column that its header calls names with such."""
        words = [k for k in others if not (self.columns[k].is_codes or self.columns[k].is_bases)]
        if self.keys[c] == OPEN:
            return self._is_finer(c) or any(self.together.follows(k, c) for k in words)
        return any(self.keys[k] != "place" and self.together.alike(k, c) for k in words)

    def _codes_of_places(self) -> list[int]:
        """Return the column of codes beside the places that tells several of one name apart."""
        near = [(c, 2 * c - p) for p in self.of("place") for c in (p + 1, p - 1)]
        words = ("name", "indicator", OPEN)  # between two names a code may be that of the other
        own = [c for c, k in near if self.keys.get(k) not in words or not self.together.alike(c, k)]
        return [c for c in own if self.keys.get(c) == "other" and self._is_finer(c)]

    def _is_finer(self, c: int) -> bool:
        return self.together.are_finer(self.columns[c], self.of("place"))

    def _figures(self) -> list[int]:
        return [c.number for c in self.columns if self.keys.get(c.number, "value") == "value"]

    def _place_of_names(self) -> None:
        """Leave one open column: beside an indicator it holds places, beside a place indicators."""
        names = self.of(OPEN)
        if len(names) == 1 and self.of("place") and not self.of("indicator"):
            self.keys[names[0]] = "indicator"
        elif names and self.of("place", "indicator"):
            for c in names:
                self.keys[c] = "name"
        elif len(names) > 1:
            self.keys |= dict.fromkeys(names[1:], "name")
