"""A question to the user, the flags that answer it, and what the table gives with each: tried before it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from shlex import quote
from typing import TYPE_CHECKING

from cpstats.errors import CpstatsError, DataError
from cpstats.message import Command, Message, counted, joined, sentences
from cpstats.model.indicator import in_chinese
from cpstats.model.text import Text
from cpstats.model.unit import inline
from cpstats.store.hints import FLAGS, TEXTS, Hints
from cpstats.store.recognising.typed_flags import both, file_of, joined_flags

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DEEPEST = 6  # questions behind one another
MOST = 4  # ways that are shown
LONGEST = 24  # readings that are tried
TRIED = "2023"  # the year that stands for any
LONGEST_CELL = 80  # signs of a cell that a line to type repeats
LARGE, FEW = 5000, 3  # figures of a table of which fewer are tried once one is found
TOLD = 3  # questions behind the first whose answers take something away


@dataclass(frozen=True, slots=True)
class Shown:
    """How many figures are read (0: nobody counted), and the first of them as `recognised.HEADER` has it."""

    figures: int
    first: Sequence[str]
    left: tuple[DataError, ...] = ()  # of sheets that were left out


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to a question: the flag as it is typed, and what it says."""

    flag: str
    texts: Mapping[str, str]  # of the hints
    pairs: Mapping[str, str]  # of their columns
    flags: Mapping[str, str]  # behind numbers
    why: Message | None = None  # what speaks for it, where that is said

    @property
    def leaves_out(self) -> bool:
        """Whether it only takes something away: a column, a cell that is no figure."""
        return "missing" in self.texts or "skip" in self.pairs.values()

    @property
    def takes_away(self) -> bool:
        """Whether something that is printed is not read: that, or a flag that means nothing."""
        return self.leaves_out or "" in self.flags.values()

    @property
    def is_long(self) -> bool:
        """Whether it repeats a cell that is longer than a message may repeat."""
        words = (*self.texts.values(), *self.pairs, *self.flags)
        return max(map(len, words), default=0) > LONGEST_CELL

    def contradicts(self, hints: Hints) -> bool:
        """Whether it says something else of a column, or of the whole, than what is said already."""
        columns = any(hints.columns.get(name, kind) != kind for name, kind in self.pairs.items())
        again = ((name, text) for name, text in self.texts.items() if name != "missing")
        return columns or any(getattr(hints, name) not in ("", text) for name, text in again)

    def answered(self, hints: Hints) -> Hints:
        """Return the hints with this said."""
        said = {name: getattr(hints, name) for name in TEXTS} | {**self.texts}
        said["missing"] = both(hints.missing, self.texts.get("missing", ""))
        return Hints(
            **said,
            columns={**hints.columns, **self.pairs},
            expected=hints.expected,
            flags={**hints.flags, **self.flags},
        )


@dataclass(frozen=True, slots=True)
class Line:
    """Answers that read a file, what is read then, and the questions behind the first that take something away."""

    ways: tuple[Way, ...]
    shown: Shown
    answered: tuple[QuestionError, ...] = ()

    @property
    def flags(self) -> list[str]:
        """The answers as they are typed."""
        return [way.flag for way in self.ways]

    @property
    def is_of_a_sheet(self) -> bool:
        """Whether it reads one sheet of several."""
        return any("sheet" in way.texts for way in self.ways)

    def reads_as(self, other: Shown) -> bool:
        """Whether another reading is the same, as far as both were counted."""
        counts = {self.shown.figures, other.figures} - {0}
        return len(counts) < 2 and [*self.shown.first] == [*other.first]

    def says_as_much_as(self, other: Line) -> bool:
        """Whether it reads the same as another line with some of its answers, or with more."""
        one, two = {*self.flags}, {*other.flags}
        return self.reads_as(other.shown) and (one <= two or two <= one)


class QuestionError(DataError):
    """A table that can be read once something is said; `ways` are the answers there are.

    `row` is the line that it stands in, of a file that is not held.
    """

    def __init__(self, what: Message, *, where: str, mend: Message, ways: Sequence[Way]) -> None:
        super().__init__(what, where=where, mend=mend)
        self.ways = tuple(ways)
        self.row: tuple[str, ...] = ()
        self.of_all: Callable[[], Sequence[Way]] = (
            tuple  # answers that read most sheets of a workbook
        )


def says(flag: str, name: str, text: str, shown: str = "", why: Message | None = None) -> Way:
    """Return the answer that is a text of the hints; `shown` is what stands for it in the flag."""
    return Way(f"--{flag} {shown or quote(text)}", {name: text}, {}, {}, why)


def any_year() -> Way:
    """Return the answer that names the time, tried with one year."""
    return says("when", "period", TRIED, "YEAR")


def said_of(title: object) -> str:
    r"""Return what names a column in a flag, as a shell takes it: on one line, quoted where it must be.

    >>> said_of("wing"), said_of("a (b)"), said_of("大学\n(大专)")
    ('wing', "'a (b)'", "'大学 (大专)'")
    """
    text = " ".join(str(title).split())
    kept = any(c in text for c in " '\"()[]{}$&|;<>*?!#~`\\")
    return quote(text) if kept else text


def holds(title: str, kind: str) -> Way:
    """Return the answer that says what a column holds."""
    title = " ".join(title.split())
    return Way(f"--column {quote(f'{title}={kind}')}", {}, {title: kind}, {})


def leaves_out(numbers: Sequence[int]) -> Way:
    """Return the answer that some columns are not wanted, by their numbers."""
    return Way(
        " ".join(f"--column {n}=skip" for n in numbers), {}, {str(n): "skip" for n in numbers}, {}
    )


def means(flags: Sequence[str]) -> Way:
    """Return the answer that flags mean nothing."""
    typed = " ".join(f"--flag {quote(f'{flag}=')}" for flag in flags)
    return Way(typed, {}, {}, dict.fromkeys(flags, ""))


def of_status(flags: Mapping[str, str]) -> Way:
    """Return the answer that flags have each its usual meaning.

    >>> of_status({"p": "provisional"}).flag
    '--flag p=provisional'
    """
    typed = " ".join(f"--flag {quote(f'{flag}={status}')}" for flag, status in flags.items())
    return Way(typed, {}, {}, dict(flags))


def tried(
    asked: QuestionError,
    hints: Hints,
    read: Callable[[Hints], Shown | None],
    sample: Callable[[Hints], Shown | None] | None = None,
    are_read_whole: Callable[[], bool] = lambda: True,
    files: str = "",
) -> QuestionError:
    """Return a question with the command lines that read the file, each tried.

    `read` takes what is said and returns how much is read then, and the first figure; `sample` does
    the same with the beginning of large tables: what fails there is not read whole, and once a large
    table was read whole, the other ways are tried on its beginning only; of the largest every way. The
    lines name the `files` as they were typed, else the one in which the question stands.
    """
    if sample is not None:
        read = _sample_first(sample, read, are_read_whole)
    left = [LONGEST]
    found: list[Line] = []
    faults: list[CpstatsError] = []
    for way in (*asked.of_all(), *asked.ways[:MOST]):
        if "unread" in way.texts and any(not _drops(f) and not f.shown.left for f in found):
            continue  # without leaving sheets out everything is read
        if "sheet" in way.texts and found and (all(map(_drops, found)) or _says_more(way, found)):
            left[0] = max(left[0], FEW)  # of the whole file only with something taken away
        elif way.is_long or (found and ("sheet" in way.texts or left[0] <= 0)):
            continue  # nobody types it; the whole file is read already
        line = _followed(way, hints, read, left, faults)
        if line is not None and (line.shown.figures > LARGE or not line.shown.figures):
            left[0] = min(left[0], FEW)
        line = line and _shortest(line, hints, read, left)
        if line and not any(line.says_as_much_as(f) for f in found):
            found.append(line)
    if not found:
        return _with_next(asked, faults)
    found = _in_order(found)
    files = files or file_of(asked.where)
    lines = [_shown(files, [*_given(hints, f.flags), *f.flags], f.shown) for f in found]
    parts = [Message("Read so: {}.", "可读为：{}。", joined(lines, en="; ", zh="；"))]
    parts += _answered(found)
    return QuestionError(
        asked.what, where=asked.where, mend=sentences(asked.mend, *parts), ways=asked.ways
    )


def _says_more(way: Way, found: Sequence[Line]) -> bool:
    """Whether an answer says more than which sheet is meant, where the others are only left out."""
    return len(way.texts) > 1 and all(line.shown.left for line in found)


def _in_order(found: Sequence[Line]) -> list[Line]:
    """Return lines, what leaves nothing out first; none of one sheet where another reads all that can be read."""
    most = max((line.shown.figures for line in found if line.shown.left), default=0)
    kept = [ln for ln in found if ln.shown.figures >= most or not ln.is_of_a_sheet]
    return sorted(kept, key=lambda line: (_drops(line), len(line.shown.left)))


def _drops(line: Line) -> bool:
    """Whether a line reads a file only by taking words for missing figures: no sign, nor the mark of a note."""
    signs = (way.texts.get("missing", "") for way in line.ways)
    return any(any(map(str.isalpha, text)) for text in signs)


def _answered(found: Sequence[Line]) -> list[Message]:
    """Return what a line takes away so that the rest is read: the questions behind the first."""
    told = {(f.where, str(f.what)): f for ln in found for f in (*ln.answered, *ln.shown.left)}
    if not told:
        return []
    some = [Message("{}: {}", "{}：{}", f.where, f.what) for f in [*told.values()][:TOLD]]
    sheets = (f.where.partition("[")[2].partition("]")[0] for f in [*told.values()][TOLD:])
    rest = [*dict.fromkeys(sheets)]
    more = [Message("…", "…") if "" in rest else Message("{}", "{}", rest)] if rest else []
    every = joined([*some, *more], en="; ", zh="；")
    return [
        Message(
            "That leaves out what else is not understood: {}.",
            "由此略去其他未能识别之处：{}。",
            every,
        )
    ]


def _sample_first(
    sample: Callable[[Hints], Shown | None],
    read: Callable[[Hints], Shown | None],
    are_read_whole: Callable[[], bool],
) -> Callable[[Hints], Shown | None]:
    """Return what reads a sample, then the whole: of a large table once, and a few times where that fails."""
    wholes: list[Shown | None] = []

    def both(hints: Hints) -> Shown | None:
        found = sample(hints)
        counted = any(one and one.figures > LARGE for one in wholes)
        if found and (counted or not are_read_whole()):
            return Shown(0, found.first, found.left)  # nobody counts them again
        if not found or len(wholes) >= MOST + FEW * bool(hints.sheet):  # a sheet is less to read
            return None
        wholes.append(None)
        wholes[-1] = read(hints)
        return wholes[-1]

    return both


def _with_next(asked: QuestionError, faults: Sequence[CpstatsError]) -> QuestionError:
    """Return a question with what stands in the way once it is answered."""
    fault = next((f for f in faults if isinstance(f, DataError)), None)
    if fault is None:
        return asked
    then = Message("Then: {}: {}. {}", "此后：{}：{}。{}", fault.where, fault.what, fault.mend)
    return QuestionError(
        asked.what, where=asked.where, mend=sentences(asked.mend, then), ways=asked.ways
    )


def _followed(
    way: Way,
    hints: Hints,
    read: Callable[[Hints], Shown | None],
    left: list[int],
    faults: list[CpstatsError],
    deep: int = 1,
) -> Line | None:
    """Return the flags that it takes when one question leads to another, and what is read then."""
    hints = way.answered(hints)
    left[0] -= 1
    ways: Sequence[Way] = ()
    asked: QuestionError | None = None
    try:
        found = read(hints)
    except QuestionError as more:
        found, asked, ways = None, more, more.ways if deep < DEEPEST else ()
        if all(further.leaves_out for further in more.ways):
            faults.append(more)
    except CpstatsError as fault:
        faults += [] if "sheet" in way.texts else [fault]
        return None
    if found:
        return Line((way,), found)
    for further in ways:
        if left[0] <= 0:
            return None
        said = further.answered(hints) == hints or further.contradicts(hints)
        if said or further.is_long:
            continue
        if line := _followed(further, hints, read, left, faults, deep + 1):
            told = (asked,) if asked is not None and further.takes_away else ()
            return Line((way, *line.ways), line.shown, (*told, *line.answered))
    return None


def _shortest(
    line: Line, hints: Hints, read: Callable[[Hints], Shown | None], left: list[int]
) -> Line:
    """Return a line without the answers that change nothing once the later ones are given."""
    for way in line.ways[:-1]:
        ways = tuple(w for w in line.ways if w is not way)
        if left[0] <= MOST or way.takes_away or way.pairs:  # what a column holds is well said
            continue
        left[0] -= 1
        said = hints
        for other in ways:
            said = other.answered(said)
        try:
            found = read(said)
        except CpstatsError:
            continue
        if found and line.reads_as(found):
            line = replace(line, ways=ways)
    return line


def _given(hints: Hints, asked: Sequence[str]) -> list[str]:
    """Return the flags that were typed already and are not asked for again."""
    flags = {name: flag for flag, name in FLAGS.items()}
    texts = {flags.get(name, name): getattr(hints, name) for name in TEXTS}
    given = [f"--{flag} {quote(text)}" for flag, text in texts.items() if text]
    given += [f"--column {quote(f'{name}={kind}')}" for name, kind in hints.columns.items()]
    given += [f"--flag {quote(f'{mark}={status}')}" for mark, status in hints.flags.items()]
    again = {flag.split(" ")[0] for flag in asked} - {"--column", "--flag"}
    return [flag for flag in given if flag.split(" ")[0] not in again]


def _shown(files: str, flags: Sequence[str], found: Shown) -> Message:
    name, place, period, _, value, unit, *_ = found.first
    unit = "UNIT" if "--unit UNIT" in flags else unit
    if any(
        flag.endswith("--when YEAR") for flag in flags
    ):  # of a column that says its own period it is not the year
        period = re.sub(f"^{TRIED}", "YEAR", period)
    count = counted(found.figures, "figure", "{}个数")
    return Message(
        "{} ({}the first {}, {}, {}: {})",
        "{}（{}首个为{}，{}，{}：{}）",
        Command(" ".join(["cpstats import", files, *joined_flags(flags)])),
        Message("{}, ", "{}，", count) if found.figures else "",
        Text(name, in_chinese(name)),
        place,
        period,
        _with_unit(value, unit),
    )


def _with_unit(value: str, unit: str) -> Message:
    """Return a figure as it is told; of a unit that is no word nothing is."""
    told = inline(unit) if unit else Text("", "")
    joint = Text(" " if told.en else "", " " if told.zh and told.zh[0] != "（" else "")
    return Message("{}{}{}", "{}{}{}", value, joint, told)
