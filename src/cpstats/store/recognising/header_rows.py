"""What the rows of a header say of the columns by their form, and labels of several rows as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpstats.model.pattern import pattern
from cpstats.store.cells import period_of
from cpstats.store.frequencies import part_of_year
from cpstats.store.recognising.dates import is_date
from cpstats.store.recognising.header_words import role_of
from cpstats.store.recognising.index_words import is_base
from cpstats.store.recognising.labels import figures_of, label_of
from cpstats.store.recognising.unit_words import is_thing, is_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

UNITS = pattern(r"\(\D[^()]*\)|\(%\)|\((?:19|20)\d\d ?= ?100\)")
CODES = pattern(r"[a-z]?[A-Z][A-Z0-9_.]*[_0-9.][A-Z0-9_.]*|[a-z]?[A-Z]{3,}")
CLASS = pattern(r"[^\W\d_](?:[-_–][^\W\d_])*")  # A, B-E, M_N
MOST = 0.8  # of them
WITHOUT_SPACES = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")  # Chinese and Japanese letters
# digits or a fraction, with a sign or a few letters about them; what such a text is where it is a label
GARBLED = pattern(
    r"[^\w\s]{0,2} ?[\d¼½¾⅓⅔⅛⅜⅝⅞][\d,.'’ ]*[¼½¾⅓⅔⅛⅜⅝⅞]?(?: ?[^\w\s]{1,2}| ?\d{1,2}[/)]| ?\([\w]{1,2}\)| ?[A-Za-z]{1,2})?"
)
LABELLED = pattern(r"^\(?\d{1,2}\)?$|=|\d[-–+]|(?:19|20)\d\d")
FEWEST = 3  # cells of a row that tell what it is
PER_MILLE = "(‰)"


def codes_of_classes(header: Sequence[Sequence[str]], keys: Collection[int]) -> frozenset[str]:
    """Return the texts of rows of a header that are letters of classes, some of them no units: A, G_I, J, K.

    `keys` are the columns beside the figures.

    >>> sorted(codes_of_classes([["Area", "Huts", "Ships"], ["", "G_I", "J"]], [0])), codes_of_classes([["", "t", "J"]], [0])
    (['G_I', 'J'], frozenset())
    """
    rows = [[t for c, t in enumerate(row) if t and c not in keys] for row in header]
    coded = [own for own in rows if all(map(CLASS.fullmatch, own)) and not all(map(is_unit, own))]
    return frozenset(text for own in coded for text in own)


def kind_of_row(own: Sequence[str], *, named: bool) -> str:
    """Return what a row of the header says of the columns by its form: units, or codes.

    Units without brackets are so only where the figures are `named` elsewhere: residents may be what is counted.
    """
    if own and len({*own}) == 1 and is_base(own[0]):
        return "unit"  # 2002=100, in the first cell or in each
    if len(own) < FEWEST:
        return ""
    if all(UNITS.fullmatch(t) or (named and is_unit(t)) for t in own):
        return "unit"
    codes = sum(bool(CODES.fullmatch(t)) and not (period_of(t) or part_of_year(t)) for t in own)
    return "code" if len({*own}) == len(own) and codes >= MOST * len(own) else ""


def garbled_row(cells: Sequence[Sequence[str]], header: Sequence[int]) -> tuple[int, int] | None:
    """Return the first cell of a row of the header that is no label: all its cells are numbers with something about them.

    >>> rows = [["Country", "2020", "2021"], ["Peru", "½", "1¼"]]
    >>> garbled_row(rows, range(2)), garbled_row([rows[0], ["Age", "15-24", "25-34"]], range(2))
    ((1, 1), None)
    """
    for i in [*header][1:]:
        row = cells[i]
        filled = [c for c, text in enumerate(row) if text]
        if len(filled) < 2 or filled[0] > 0 or role_of(row[0]) or is_unit(row[0]):
            continue
        if all(_is_garbled(row[c]) and len(cells[header[0]]) > c for c in filled[1:]):
            return i, filled[1]
    return None


def _is_garbled(text: str) -> bool:
    """Whether a text is a number with something about it, and no period, unit, range or number of a column."""
    other = period_of(text) is not None or is_date(text) or is_unit(text) or LABELLED.search(text)
    return GARBLED.fullmatch(text) is not None and not other


def joined(labels: list[str], *, described: bool) -> str:
    """Return labels of several rows as one; of rows that are `described` in Chinese the first has the name.

    >>> joined(["小学", "学校数"], described=False), joined(["产值", "Wind"], described=True)
    ('小学, 学校数', '产值')
    """
    if len(labels) < 2 or (described and any(map(WITHOUT_SPACES.search, labels))):
        return labels[0] if labels else ""
    return part_of(labels[0], ", ".join(labels[1:]))


def with_unit_behind(labels: list[str], units: Sequence[str]) -> list[str]:
    """Return the labels of several rows with the unit that one of them is behind the last, which it is of.

    >>> with_unit_behind(["Jobs", "Men", "thousand"], ["thousand"]), with_unit_behind(["Number (000)", "Men"], ["Number (000)"])
    (['Jobs', 'Men(thousand)'], ['Men(000)'])
    >>> with_unit_behind(["人口", "万人", "男"], ["万人"]), with_unit_behind(["kt"], ["kt"])
    (['人口(万人)', '男'], ['kt'])
    >>> with_unit_behind(["人口", "年增长率", "(‰)"], ["(‰)"])  # growth in per mille is none in per cent
    ['人口', '年增长率(‰)']
    >>> with_unit_behind(["Bets", "MOP million"], ["MOP million"])
    ['Bets(MOP million)']
    """
    if not units or len(units) == len(labels):
        return labels
    first, *more = (text for text in labels if text not in units)
    bare = units[0].strip("()")
    own = bare if is_unit(bare) and "(" not in bare else label_of(units[0]).unit
    unit = f"({own or bare})"
    behind = bool(more) and not any(map(WITHOUT_SPACES.search, labels))
    grown = figures_of(more[-1]) if more and unit == PER_MILLE else None
    behind = behind or (grown is not None and grown.measure == "growth")
    return [first, *more[:-1], more[-1] + unit] if behind else [first + unit, *more]


def with_parts_of(labels: list[str]) -> str:
    """Return all labels over a column as one; the unit of the first comes last.

    >>> with_parts_of(["人口(千人)", "総数"]), with_parts_of(["Jobs"])
    ('人口, 総数 (千人)', 'Jobs')
    >>> with_parts_of([])
    ''
    """
    return part_of(labels[0], ", ".join(labels[1:])) if len(labels) > 1 else "".join(labels)


def within(group: str, label: str) -> str:
    """Return a label with what stands over the group of its column: a unit behind it, a name before it.

    >>> within("thousand", "Men"), within("Jobs (thousand)", "Men"), within("%", "Men")
    ('Men (thousand)', 'Jobs, Men (thousand)', 'Men (%)')
    """
    alone = is_unit(group) and not is_thing(group) and not label_of(label).unit
    return f"{label} ({group})" if alone else part_of(group, label)


def part_of(whole: str, part: str) -> str:
    """Return a label with that of a part of it; the unit of the whole comes last.

    >>> part_of("Residents (thousand)", "Men"), part_of("Residents", "Men (%)"), part_of("Jobs (thousand)", "Men (%)")
    ('Residents, Men (thousand)', 'Residents, Men (%)', 'Jobs (thousand), Men (%)')
    """
    own = label_of(whole)
    united = own.measure == "level" and own.unit and whole.endswith(f"({own.unit})")
    if united and not label_of(part).unit:
        return f"{own.name}, {part} ({own.unit})"
    return f"{whole}, {part}"
