"""Questions to the user: what is not known, where it stands, and the flag that says it."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from cpstats.errors import DataError, Where
from cpstats.message import Message, sentences
from cpstats.store.cells import is_number, period_of
from cpstats.store.hints import HEADER
from cpstats.store.recognising.inquiry import QuestionError, Way, holds, said_of, says
from cpstats.store.recognising.labels import label_of
from cpstats.store.recognising.levels_of_places import lies_around, share_places
from cpstats.store.recognising.outside import country_in
from cpstats.store.recognising.place_names import unlike_places
from cpstats.store.recognising.words_or_times import are_words_or_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpstats.store.recognising.column_kinds import Column
    from cpstats.store.sheet import Sheet


NAME_IT = Message(
    "Name it with --indicator, or write a title line “Indicator: output (kt)”.",
    "请用 --indicator 指定，或写标题行“指标：地区生产总值(亿元)”。",
)


def second_place(sheet: Sheet, data: range, first: Column, second: Column) -> QuestionError:
    """Return the error for a second column of places."""
    alike = second.title in first.above
    title = second.title if not alike else second.number + 1
    few = len(first.said) <= len(second.said)
    around = lies_around(first, second) or (few and not lies_around(second, first))
    outer, inner = (first, second) if around else (second, first)
    ways = [holds(str(title), "skip")]
    mend = Message(
        "If two tables stand side by side, put them below one another; else say which one counts: "
        "--column {}=skip.",
        "若是左右并列的两张表，请改为上下排列；否则请指明：--column {}=skip。",
        said_of(title),
    )
    if not alike and share_places(first, second):  # from one to the other
        ways = [holds(str(title), "name"), *ways]
    elif not alike:
        ways = [holds(outer.title, "parent"), *ways]
        if len(first.said) == len(second.said):  # what others lie in is of fewer names than they
            ways.insert(1, holds(inner.title, "parent"))
        within = Message(
            "If those of one column lie in those of the other: --column {}=parent.",
            "若一列的地区位于另一列的地区之内：--column {}=parent。",
            said_of(outer.title),
        )
        mend = sentences(within, mend)
    return QuestionError(
        Message(
            "two columns hold places, {} and {}",
            "第 {} 列和第 {} 列都是地区",
            first.number + 1,
            second.number + 1,
        ),
        where=sheet.where(data.start, second.number),
        mend=mend,
        ways=ways,
    )


def called_alone(column: Column, columns: Sequence[Column]) -> str:
    """Return what stands above a column and above no other, else its number: a word over several says something of each.

    >>> from cpstats.store.recognising.column_kinds import Column
    >>> work = [Column(n, ("Work (%)", text), ()) for n, text in ((4, "men"), (5, ""), (6, "women"), (7, ""))]
    >>> [called_alone(column, work) for column in (work[0], Column(5, ("Work (%)",), ()))]
    ['men', '6']
    >>> called_alone(Column(5, ("Work (%)",), ()), [])
    'Work (%)'
    """
    others = {text for c in columns if c.number != column.number for text in c.above}
    if column.title not in others:
        return column.title
    return next((text for text in column.above if text not in others), str(column.number + 1))


def unexplained(
    sheet: Sheet, data: range, column: Column, columns: Sequence[Column] = ()
) -> QuestionError:
    """Return the question for a column of words, among all columns: by what stands above no other."""
    called = called_alone(column, columns)
    row = next(
        (
            i
            for i in data
            if column.number < len(sheet.rows[i]) and sheet.rows[i][column.number].strip()
        ),
        data.start,
    )
    classes = 1 < len(column.said) <= len(column.texts) / 2  # who won is none
    kinds = ("name", "skip", "place") if classes else ("skip", "name", "place")
    return QuestionError(
        Message(
            "column {} (“{}”) holds words of which it is not known what they tell apart: “{}”",
            "不知道第 {} 列（“{}”）的文字（如“{}”）区分什么",
            column.number + 1,
            column.title,
            column.said[0] if column.said else "",
        ),
        where=sheet.where(row, column.number),
        mend=Message(
            "Leave it out with --column {}=skip, make it part of the name with --column {}=indicator, "
            "or say that it holds places, times or units: --column {}=place, time or unit.",
            "略去该列：--column {}=skip；作为指标名称的一部分：--column {}=indicator；或说明其为地区、时间、单位："
            "--column {}=place（time、unit）。",
            said_of(called),
            said_of(called),
            said_of(called),
        ),
        ways=[holds(called, kind) for kind in kinds],
    )


def no_indicator(sheet: Sheet, seen: Message | None) -> QuestionError:
    """Return the question for the indicator of a table, which looks as `seen` says."""
    return QuestionError(
        Message("the table does not name its indicator", "表格没有写明指标"),
        where=Where(sheet.name, 1, 1),
        mend=sentences(NAME_IT, seen),
        ways=[says("indicator", "indicator", "NAME")],
    )


def no_subject(
    sheet: Sheet, seen: Message | None, label: str, where: str = HEADER
) -> QuestionError:
    """Return the question for what is counted, of which labels say only the parts: men, urban.

    They stand over the columns, or in the one that is called as `where` says.
    """
    told = Message("“{}” does not say what is counted", "“{}”未说明所指的指标", label)
    flag = f"--indicator NAME --column {quote(f'{where}=name')}"
    way = Way(flag, {"indicator": "NAME"}, {where: "name"}, {})
    return QuestionError(
        told, where=Where(sheet.name, 1, 1), mend=sentences(NAME_IT, seen), ways=[way]
    )


def countries_among(
    sheet: Sheet, header: range, column: int, countries: Sequence[str]
) -> QuestionError:
    """Return the question for countries over some columns of a table that has its places beside the figures."""
    skipped = dict.fromkeys(countries, "skip")
    flags = " ".join(f"--column {quote(f'{text}=skip')}" for text in countries)
    return QuestionError(
        Message(
            "“{}” over the figures is a country, and what is counted there is not said: the places stand beside them",
            "数据上方的“{}”是国家，未写明其指标：地区写在数据旁边",
            countries[0],
        ),
        where=sheet.where(header.start, column),
        mend=Message(
            "Leave such columns out with --column {}=skip; if they are parts of the name: --column header=name.",
            "略去这些列：--column {}=skip；若是名称的一部分：--column header=name。",
            said_of(countries[0]),
        ),
        ways=[Way(flags, {}, skipped, {}), holds(HEADER, "name")],
    )


def names_of_what(sheet: Sheet, rows: tuple[range, range], column: int, name: str) -> QuestionError:
    """Return the question for names beside times of which nobody knows whether they are places."""
    header, data = rows
    title = over(sheet, header, column)
    return QuestionError(
        Message(
            "column {} holds names of which it is not known whether they are places: “{}”",
            "不知道第 {} 列的名称（如“{}”）是不是地区",
            column + 1,
            name,
        ),
        where=sheet.where(data.start, column),
        mend=Message(
            "Say so with --column {}=place, or that they are part of the name: --column {}=name.",
            "请指明：是地区写 --column {}=place，是名称的一部分写 --column {}=name。",
            said_of(title),
            said_of(title),
        ),
        ways=[
            holds(title, way)
            for way in (("name", "place") if label_of(title).unit else ("place", "name"))
        ],
    )


def labels_of_what(
    sheet: Sheet, header: range, label: str, beside: int | None, *, bare: bool
) -> QuestionError:
    """Return the question for names over the columns of which nobody knows whether they are places.

    `beside` is a column of names of which nobody knows it either; a line above may name the country, which columns
    without a name (`bare`) are of, so that the others are no places.
    """
    row, column = next(
        ((i, c) for i in header for c, t in enumerate(sheet.rows[i]) if label in t),
        (header.start, 0),
    )
    country = country_in(sheet.rows[: header.start])
    ways = [holds("header", "place"), says("area", "place", country or "PLACE")]
    ways = ways[1:] if country and bare else ways
    mend = Message(
        "If they are: --column header=place; if they are part of the name, name the place with --area.",
        "若是地区：--column header=place；若是名称的一部分，请用 --area 指定地区。",
    )
    if beside is not None:
        title = over(sheet, header, beside)
        ways.insert(0, holds(title, "place"))
        mend = Message(
            "If they are: --column header=place; if those beside the figures are: --column {}=place; if neither are, "
            "name the place with --area.",
            "若是地区：--column header=place；若旁边的名称是地区：--column {}=place；若都不是，请用 --area 指定地区。",
            said_of(title),
        )
        below = (r[beside].strip() for r in sheet.rows[header.stop :] if beside < len(r))
        names = [*filter(None, dict.fromkeys(below))]
        words = not names or are_words_or_times(names)
        ways = ways if words else ways[1:]  # 0-5, 5-10
        if not words or label_of(title).unit or unlike_places(names):
            ways.reverse()  # neither, rather than one of them
    return QuestionError(
        Message(
            "it is not known whether the names over the columns are places: “{}”",
            "不知道各列上方的名称（如“{}”）是不是地区",
            label,
        ),
        where=sheet.where(row, column),
        mend=mend,
        ways=ways,
    )


def year_alone(sheet: Sheet, header: range, column: int) -> QuestionError:
    """Return the question for one year of two, 2020-21, over a column beside those of calendar years."""
    texts = {i: sheet.rows[i][column].strip() for i in header if column < len(sheet.rows[i])}
    row, label = next(((i, t) for i, t in texts.items() if t), (header.start, str(column + 1)))
    return QuestionError(
        Message(
            "“{}” stands alone among calendar years: it may be a year of accounts, or from one year to the other",
            "“{}”单独列在公历年之间：可能是财政年度，也可能是两年之间的变化",
            label,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "If it is a year of accounts: --fiscal begins; else leave the column out: --column {}=skip.",
            "若是财政年度：--fiscal begins；否则略去该列：--column {}=skip。",
            said_of(label),
        ),
        ways=[says("fiscal", "fiscal", "begins"), holds(label, "skip")],
    )


def grown_of_which(sheet: Sheet, header: range, column: int, names: Sequence[str]) -> QuestionError:
    """Return the question for growth or an index that says not of what, behind a whole and its parts, `names`."""
    label, row = over(sheet, header, column), header[-1]
    return QuestionError(
        Message(
            "“{}” stands behind a whole and its parts, or an amount per head ({}), and neither its name nor the figures say which of them it is of",
            "“{}”列在总体及其各部分或人均值（{}）之后，名称和数据都未表明它属于哪一项",
            label,
            tuple(names),
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Write it into the name of the column, such as “{1} {0}”, or leave the column out: --column {2}=skip.",
            "请写入该列名称，如“{1}{0}”；或略去该列：--column {2}=skip。",
            label,
            names[0],
            column + 1,
        ),
        ways=[holds(str(column + 1), "skip")],
    )


def over(sheet: Sheet, header: range, column: int) -> str:
    """Return what stands over a column and is no period, else its number."""
    texts = (sheet.rows[i][column].strip() for i in header if column < len(sheet.rows[i]))
    return next((t for t in texts if t and period_of(t) is None), str(column + 1))


def number_as_name(
    sheet: Sheet, rows: tuple[range, int], column: int | None, name: str
) -> DataError:
    """Return the error for a number where the name of an indicator belongs, in a `column` beside the figures or above."""
    header, row = rows
    what = Message(
        "“{}” is a number where the name of an indicator belongs",
        "“{}”是数字，此处应为指标名称",
        name,
    )
    if column is None:
        mend = Message(
            "Say which line is the header (--header) or what a column holds (--column NAME=skip).",
            "请用 --header 指明表头所在行，或用 --column 列名=skip 指明各列内容。",
        )
        return DataError(what, where=sheet.where(row, 0), mend=mend)
    title = over(sheet, header, column)
    return QuestionError(
        what,
        where=sheet.where(row, column),
        mend=Message(
            "If column {} holds codes of places: --column {}=place; of something else: --column {}=name.",
            "若第 {} 列是地区代码：--column {}=place；若是其他代码：--column {}=name。",
            column + 1,
            said_of(title),
            said_of(title),
        ),
        ways=[holds(title, "place"), holds(title, "name")],
    )


def too_many(sheet: Sheet, row: int, column: int) -> DataError:
    """Return the error for a line that is longer than the header."""
    return DataError(
        Message("the line has more cells than the header has columns", "该行的单元格多于表头的列"),
        where=sheet.where(row, column),
        mend=Message(
            "Look for a divider too many, as in a name without quotes, or a number that was torn apart.",
            "请检查是否多了分隔符（如未加引号的名称），或数字被拆开。",
        ),
    )


def rate_in_unit(sheet: Sheet, row: int, column: int, text: str, name: str, unit: str) -> DataError:
    """Return the error for a per cent sign among figures of another unit."""
    return DataError(
        Message(
            "“{}” is a rate, and “{}” is in {}",
            "“{}”是百分数，而“{}”的单位是{}",
            text[:40],
            name,
            unit,
        ),
        where=sheet.where(row, column),
        mend=Message(
            "Say what it is, such as --measure growth, or write the figure without the sign.",
            "请说明数值形式（如 --measure growth），或去掉百分号。",
        ),
    )


def lost_zero(sheet: Sheet, row: int, column: int, what: Message, text: str) -> DataError:
    """Return the error for a code that is shorter than others."""
    return DataError(
        Message("{}: “{}” may have lost its leading zero", "{}：“{}”可能丢失了开头的0", what, text),
        where=sheet.where(row, column),
        mend=Message(
            "Format the column as text, write the zeros again, and save the file.",
            "请把该列设为文本格式，补上开头的0后保存。",
        ),
    )


class NoFigureError(DataError):
    """A table has not one figure, nor a cell that looks like one."""


def no_figure(sheet: Sheet, data: range) -> DataError:
    """Return the error for a table without one figure, with the first cell of its lines that looks like one."""
    almost = next(
        (
            (i, c)
            for i in data
            for c, text in enumerate(sheet.rows[i])
            if text[:1].isdigit() and not is_number(text) and period_of(text) is None
        ),
        None,
    )
    what = Message("there is no figure in the table", "表中没有数据")
    if almost is None:
        look = Message("Look at the file.", "请查看文件。")
        return NoFigureError(what, where=sheet.name, mend=look)
    row, column = almost
    text = sheet.rows[row][column]
    return DataError(
        Message("{}: “{}” is no number", "{}：“{}”不是数字", what, text[:40]),
        where=sheet.where(row, column),
        mend=Message("Write digits with one decimal point.", "请写数字，最多一个小数点。"),
    )
