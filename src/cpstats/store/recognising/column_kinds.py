"""What the cells of one column are: periods, figures, words, codes, and how columns hang together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.model.period import Freq
from cpstats.store.cells import STATUS_OF_FLAG, is_formula, is_missing, is_number, period_of
from cpstats.store.frequencies import WHOLE_YEAR, is_frequency, is_so_far, part_of_year
from cpstats.store.recognising.dates import (
    SERIAL,
    UNDIVIDED,
    is_date,
    periods_of_dates,
    periods_of_run,
)
from cpstats.store.recognising.header_words import bare, names_classes
from cpstats.store.recognising.index_words import is_base
from cpstats.store.recognising.outline_numbers import is_outline
from cpstats.store.recognising.scales import is_scale
from cpstats.store.recognising.two_years import double_years
from cpstats.store.recognising.unit_words import is_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ERA = pattern(r"(?:明治|大正|昭和|平成|令和|(?:中華|中华)?民[國国]) ?(?:\d{1,3}|元) ?年?[底度]?")
CODE = pattern(r"(?=.*[\dA-Z])[A-Z0-9]*(?:[-_.:/][A-Z0-9]+)*|[a-z]{1,2}\d[\w.]*|\d[\dA-Za-z_.-]*")
CODE_OF_PARTS = pattern(r"[A-Z]{1,8}\d+(?:_[A-Z]{0,8}\d+[A-Z]?){1,4}")  # S1901_C01_001E
PHRASE = pattern(r"[^\W\d_]{3} [^\W\d_]{2}")
AMOUNT = pattern(r"[-–]?\d[\d.,]* ?[^\W\d_]{1,12}$")
WHOLE_NUMBER = pattern(r"\d+(?:\.0)?")
OUTLINE = pattern(r"\d{1,9}(?:\.\d{1,3}){0,4}\.?")
SIGNS = ("#", "№", "nº", "n°")  # over numbers of rows; before names also a word for number
SHORT = ("no", "no.", "nr", "nr.", "n.")
STAMP = pattern(r"\d{4}-\d\d-\d\d[T ](?!00:00(?::00)?(?:\.0+)?$)\d\d:\d\d")
MARKED = pattern(r"(?<=\d)\*{1,3}$")  # 2006*
IN_BRACKETS = pattern(r"\(\d[\d,. ]*\)")  # (99.7) is below nothing
MANY = 4000  # distinct texts that are looked at
FEW_ROWS = 5  # of which each may be counted, or have a time of its own, by chance
CONFIDENCE = pattern(
    r"\b(?:CI|C\.I\.|IC ?\(?\d\d|KI ?\(?\d\d)|confidence|confian[zçc]|credible|uncertainty|konfidenz|доверит|置信",
)
RATIO = pattern(r"\d+(?:[.,]\d+)? ?[:：∶] ?1|(?:\d+[.,]\d+ ?[:：∶] ?){1,4}\d+[.,]\d+")  # 16.7:1
RANGE = pattern(r"[(\[]?-?\d+(?:[.,]\d+)? ?(?:[-–—;,]|to|a|bis|à) ?-?\d+(?:[.,]\d+)?[)\]]?")


@dataclass(frozen=True)
class Column:
    """A column of a table: its number, what stands above it, its cells without the empty ones."""

    number: int
    above: tuple[str, ...]
    texts: tuple[str, ...]  # each once, in order

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The cells that are no signs for missing figures."""
        return tuple(t for t in self.texts[:MANY] if not is_missing(t))

    @cached_property
    def content(self) -> str:
        """What most cells are: `empty`, `period`, `figure` or `words`."""
        if not self.said:
            return "figure" if self.texts else "empty"
        many = len(self.said)
        if self.is_padded:
            return "words"
        if sum(seems_figure(t) for t in self.said) * 2 >= many:
            return "period" if self.is_run else "figure"
        return "period" if self.is_time else "words"

    @cached_property
    def is_padded(self) -> bool:
        """Whether whole numbers are codes: two or more with a zero before the others, or one among equally long."""
        digits = [t for t in self.said if t.isdecimal()]
        padded = sum(t[0] == "0" and len(t) > 1 for t in digits)
        alike = len({len(t) for t in digits}) == 1 and len(digits) > 1
        return padded > 1 or (alike and padded == 1)

    @cached_property
    def is_run(self) -> bool:
        """Whether all cells are years, or numbers that only periods can be."""
        bare = [MARKED.sub("", text) for text in self.said]
        if not bare:
            return False  # signs for what is missing only
        if all(period_of(text) is not None for text in bare) or periods_of_run(bare):
            return True
        if _follow_one_another(bare):
            return True
        days = all(map(UNDIVIDED.fullmatch, bare)) or all(map(SERIAL.fullmatch, bare))
        return days and len(bare) > 1 and bool(periods_of_dates(bare))

    @cached_property
    def is_time(self) -> bool:
        """Whether most cells name a period, a day, or a part of the year."""
        known = are_most(self.said, lambda text: period_of(text) is not None or is_date(text))
        return known or bool(double_years(self.said)) or self.is_run

    @property
    def is_years(self) -> bool:
        """Whether every cell is a year."""
        found = [period_of(text) for text in self.said]
        return all(period is not None and period.freq is Freq.ANNUAL for period in found)

    @cached_property
    def is_part(self) -> bool:
        """Whether each cell names a quarter, a month or the months up to one without its year; some may be the whole."""
        parts = [t for t in self.said if not WHOLE_YEAR.fullmatch(t)]
        return bool(parts) and all(part_of_year(t) or _small(t) or is_so_far(t) for t in parts)

    @cached_property
    def is_units(self) -> bool:
        """Whether every cell is a unit that is known."""
        return bool(self.said) and all(is_unit(t) for t in self.said)

    @property
    def is_limits(self) -> bool:
        """Whether every cell is a range within which an estimate lies, under a word for it, or a ratio: 16.7:1."""
        if self.said and all(RATIO.fullmatch(t) for t in self.said):
            return True
        said = any(map(CONFIDENCE.search, self.above))
        return said and bool(self.said) and all(RANGE.fullmatch(t) for t in self.said)

    @property
    def is_scales(self) -> bool:
        """Whether every cell is a word for a power of ten."""
        return bool(self.said) and all(is_scale(t) and not t[:1].isdigit() for t in self.said)

    @cached_property
    def is_frequencies(self) -> bool:
        """Whether every cell is a word for a frequency."""
        return bool(self.said) and all(is_frequency(t) for t in self.said)

    @cached_property
    def is_flags(self) -> bool:
        """Whether every cell is a flag that is known."""
        return bool(self.texts) and all(t.casefold() in STATUS_OF_FLAG for t in self.texts)

    @property
    def is_of_classes(self) -> bool:
        """Whether its header is the name of a system of branches or goods: codes stand below it."""
        return any(map(names_classes, self.above))

    @cached_property
    def are_amounts(self) -> bool:
        """Whether every cell is a number with words behind it: 2.5万, 3 litres."""
        return all(map(AMOUNT.match, self.said))

    @cached_property
    def is_truth(self) -> bool:
        """Whether every cell is the word of a program for yes or no."""
        return bool(self.said) and all(t.casefold() in ("true", "false") for t in self.said)

    @cached_property
    def is_codes(self) -> bool:
        """Whether every cell is a code: no words, no small letters, or digits with signs; also kept as text: '00."""
        return bool(self.said) and all(CODE.fullmatch(t.removeprefix("'")) for t in self.said)

    @property
    def is_phrases(self) -> bool:
        """Whether cells differ and most are of several words, whatever their header calls codes: Late arrival (art. 12)."""
        several = sum(PHRASE.search(t) is not None for t in self.said)
        return len(self.said) > 1 and 2 * several > len(self.said)

    @property
    def is_bases(self) -> bool:
        """Whether every cell says what is 100."""
        return bool(self.said) and all(is_base(t) for t in self.said)

    @property
    def is_one_code(self) -> bool:
        """Whether there is one code only: of two such, one says what is counted, one how (QGDP, PC_CHGPP)."""
        return self.is_codes and len(self.said) == 1

    @cached_property
    def is_whole(self) -> bool:
        """Whether every cell is a whole number."""
        return bool(self.said) and all(WHOLE_NUMBER.fullmatch(t) for t in self.said)

    @property
    def is_stamps(self) -> bool:
        """Whether every cell is a moment, when something was fetched or changed."""
        return bool(self.said) and all(STAMP.match(t) for t in self.said)

    @property
    def is_counted(self) -> bool:
        """Whether the cells count the rows; from 0 only where no header says that it may be an age."""
        return self._counts(0 if self.texts[:1] in (("0",), ("0.0",)) and self.may_number else 1)

    @property
    def may_number(self) -> bool:
        """Whether nothing stands above, or what programs call numbers of rows."""
        return {*map(bare, self.above)} <= {"id", "index"}

    @property
    def is_index(self) -> bool:
        """Whether the cells are what programs number rows by: from 0 on; without a header, any that rise, in pieces too."""
        bare = self.is_whole and not self.above
        return self.rises or self._rises_in_pieces if bare else self._counts(0)

    @property
    def _rises_in_pieces(self) -> bool:
        """Whether whole numbers, each once, mostly follow one another: rows in another order, 5, 6, 7, 2, 3, 9, 10."""
        numbers = [int(t.removesuffix(".0")) for t in self.texts]
        next_ones = sum(b - a == 1 for a, b in pairwise(numbers))
        return len({*numbers}) == len(numbers) > FEW_ROWS and next_ones * 2 > len(numbers)

    @property
    def rises(self) -> bool:
        """Whether the cells are whole numbers, each more than that before it."""
        numbers = [int(t.removesuffix(".0")) for t in self.texts] if self.is_whole else []
        return len(numbers) > FEW_ROWS and all(a < b for a, b in pairwise(numbers))

    @property
    def is_numbering(self) -> bool:
        """Whether the cells are the numbers from 0 or 1 on, each once, in any order: rows that were put in order."""
        if not self.is_whole or len(self.said) <= FEW_ROWS:
            return False
        numbers = sorted(int(t.removesuffix(".0")) for t in self.said)
        return numbers[0] in (0, 1) and numbers == [*range(numbers[0], numbers[0] + len(numbers))]

    def _counts(self, first: int) -> bool:
        numbers = [t.removesuffix(".0") for t in self.texts]
        counted = [str(n) for n in range(first, len(numbers) + first)]
        return len(numbers) > 1 and numbers == counted

    @cached_property
    def is_era(self) -> bool:
        """Whether most cells are years of an era."""
        return sum(bool(ERA.fullmatch(t)) for t in self.said) * 2 > len(self.said) > 0

    @property
    def title(self) -> str:
        """How a user may call it: by what stands above it, else by its number."""
        return self.above[0] if self.above else str(self.number + 1)


def are_most(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    """Whether more than half of some texts fit: no more of them are looked at than settle it.

    >>> are_most(["2019", "2020", "Ost"], str.isdecimal), are_most(["2019", "Ost"], str.isdecimal)
    (True, False)
    """
    half, found = len(texts) // 2, 0
    for looked, text in enumerate(texts):
        if found > half or looked - found > len(texts) - half - 1:
            break
        found += fits(text)
    return found > half


def seems_figure(text: str) -> bool:
    """Whether a cell is a number or what stands for one; in brackets it may be negative, which is asked."""
    return is_number(text) or is_formula(text) or IN_BRACKETS.fullmatch(text) is not None


def _small(text: str) -> bool:
    whole = text.removesuffix(".0")
    return whole.isdecimal() and 1 <= int(whole) <= 12


def _follow_one_another(texts: Sequence[str]) -> bool:
    """Whether numbers are the years of more than a century, one after the other: 1872, 1873 … 2024.

    >>> _follow_one_another([str(n) for n in range(1898, 1905)]), _follow_one_another(["1898", "1900"])
    (True, False)
    """
    if len(texts) < FEW_ROWS or not all(t.isdecimal() and len(t) == len("1872") for t in texts):
        return False
    years = [int(t) for t in texts]
    known = period_of(texts[0]) or period_of(texts[-1])
    return known is not None and years == [*range(years[0], years[0] + len(years))]


def counts_rows(column: Column, behind: Sequence[Column]) -> bool:
    """Whether a column before those `behind` it numbers the rows; as programs do, from 0 on, only before as many times, or more."""
    more = any(c.content != "empty" for c in behind[1:])
    many = len(column.texts) > FEW_ROWS or column.may_number
    timed = any(c.content == "period" and len(c.said) >= len(column.said) for c in behind[:1])
    bare = not column.above and all(c.above for c in behind if c.content != "empty")
    counted = column.is_counted or ((timed or bare) and column.is_index)
    return more and ((many and counted) or _is_signed(column, behind) or _is_left(column, behind))


def _is_left(column: Column, behind: Sequence[Column]) -> bool:
    """Whether numbers rise below the word of programs for those of rows, some of which were left out: index, 5, 7, 12.

    Names and other figures stand behind them: over many names no index of prices goes on rising.
    """
    named = column.number == 0 and {*map(bare, column.above)} == {"index"}
    kinds = {c.content for c in behind if c.above}
    return named and column.rises and {"words", "figure"} <= kinds


def _is_signed(column: Column, behind: Sequence[Column]) -> bool:
    """Whether numbers that rise stand below the sign for a number, also with gaps or parts: #, 4, 5, 8; No., 1, 1.1, 2."""
    above = {*map(str.casefold, column.above)}
    named = any(c.content == "words" for c in behind[:1])
    if named and is_outline(column.texts):
        return True
    if (
        not above
        or not above <= {*SIGNS, *(SHORT if named else ())}
        or not all(map(OUTLINE.fullmatch, column.said))
    ):
        return False
    parts = [tuple(map(int, text.rstrip(".").split("."))) for text in column.texts]
    numbers = [(n,) if column.is_whole else (n, *more) for n, *more in parts]  # 4.0 of a workbook
    return all(a < b for a, b in pairwise(numbers))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def column_of(
    cells: Sequence[Sequence[str]], header: Sequence[int], data: Sequence[int], number: int
) -> Column:
    """Return a column of a table whose rows are known."""
    above = dict.fromkeys(t for i in header if number < len(cells[i]) and (t := cells[i][number]))
    texts = dict.fromkeys([cells[i][number] for i in data if number < len(cells[i])])
    texts.pop("", None)
    return Column(number, tuple(above), tuple(texts))


class Together:
    """How the words of two columns of one table hang together."""

    def __init__(self, cells: Sequence[Sequence[str]], data: Sequence[int]) -> None:
        self._cells, self._data = cells, data

    def pairs(self, one: int, other: int) -> set[tuple[str, str]]:
        """Return the pairs of cells that stand in one row, where the second is not empty."""
        last = max(one, other)
        rows = (self._cells[i] for i in self._data)
        return {(r[one], r[other]) for r in rows if last < len(r) and r[other]}

    def alike(self, one: int, other: int) -> bool:
        """Whether each cell of one column goes with one cell of the other, and the reverse."""
        pairs = self.pairs(one, other)
        return len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)

    def say_the_same(self, one: int, other: int) -> bool:
        """Whether the digits of two columns are the same in every row: 202101 beside 2021M01."""
        pairs = self.pairs(one, other)
        return bool(pairs) and all(_digits(a) == _digits(b) for a, b in pairs)

    def follows(self, one: int, other: int) -> bool:
        """Whether a cell of one column settles that of the other."""
        pairs = self.pairs(one, other)
        return len({a for a, _ in pairs}) == len(pairs)

    def repeats_cells(self, one: int, other: int) -> bool:
        """Whether every cell of a column is that of the other in its row: it was merged over both."""
        pairs = self.pairs(one, other)
        return bool(pairs) and all(a == b for a, b in pairs)

    def repeats(self, column: int) -> bool:
        """Whether some cell of a column stands in more than one row."""
        own = [
            t for i in self._data if column < len(self._cells[i]) and (t := self._cells[i][column])
        ]
        return len({*own}) < len(own)

    def is_axis(self, column: Column) -> bool:
        """Whether each row has a month, a quarter or a day of its own: the time, also behind a figure."""
        rows = [i for i in self._data if any(self._cells[i])]
        bare = all(text.isdecimal() for text in column.said)
        return len(rows) == len(column.said) > FEW_ROWS and not bare

    def dates_rows(self, words: Sequence[int], years: Column) -> bool:
        """Whether years tell rows of the same words apart, each row from every other: the time, under whatever header."""
        if not (words and years.is_years and len(years.said) > 1):
            return False
        width = max((*words, years.number)) + 1
        rows = [row for i in self._data if len(row := self._cells[i]) >= width and any(row)]
        keys = [tuple(row[c] for c in words) for row in rows]
        whole = {(key, row[years.number]) for key, row in zip(keys, rows, strict=True)}
        return len({*keys}) < len(keys) == len(whole)

    def are_finer(self, codes: Column, places: Sequence[int]) -> bool:
        """Whether padded codes settle the place beside them: several places of one name have theirs."""
        return codes.is_padded and any(self.follows(codes.number, c) for c in places)

    def tells(self, keys: Sequence[int], other: int, values: Sequence[int]) -> bool:
        """Whether rows with the same keys and a figure in one column have different words in another."""
        seen: dict[tuple[str, ...], str] = {}
        for i in self._data:
            row = self._cells[i]
            if other >= len(row) or not any(c < len(row) and row[c] for c in values):
                continue
            key = tuple(row[c] if c < len(row) else "" for c in keys)
            if seen.setdefault(key, row[other]) != row[other]:
                return True
        return False
