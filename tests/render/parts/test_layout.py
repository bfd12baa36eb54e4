"""A table takes the room it needs; where there is none, texts fold, then rows become blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.figure import Figure
from cpstats.model.report import Block, Cell, Column, Style
from cpstats.model.text import Text, same
from cpstats.render.parts.fold import width
from cpstats.render.parts.layout import GAP, folded, laid, narrowed, stacked


def number(value: float) -> Cell:
    return Cell(Figure(indicator="i", ref_area="a", time_period="t", value=value, decimals=1))


def text(words: str) -> Cell:
    return Cell(text=same(words))


def block(*rows: tuple[Cell, ...], head: tuple[str, ...] = ("period", "level", "growth")) -> Block:
    rights = [any(row[i].figure for row in rows) for i in range(len(head))]
    columns = tuple(Column(same(h), right) for h, right in zip(head, rights, strict=True))
    return Block(columns, rows)


TWO = block((text("2021"), number(1287.0), number(1.5)), (text("2022"), number(1340.8), number(2)))
NAMES = (
    "ab",
    "昌平区",
    "Gross domestic product",
    "地区生产总值（现价）",
    "rural_income_rank",
    "…",
    "",
)
BLOCKS = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.tuples(
            *[
                st.one_of(
                    st.sampled_from(NAMES).map(text),
                    st.integers(-(10**7), 10**7).map(lambda n: number(n / 10)),
                )
            ]
            * columns
        ),
        min_size=1,
        max_size=5,
    ).map(lambda rows: block(*rows, head=NAMES[:columns]))
)


@given(BLOCKS)
def test_all_lines_of_a_table_have_one_width(made: Block) -> None:
    table = laid(made, Style())
    lines = [table.head, *(line for row in table.rows for line in row)]
    for column in zip(*lines, strict=True):
        assert len({width(cell) for cell in column}) == 1


@given(BLOCKS, st.integers(20, 90))
def test_a_folded_table_is_never_wider_than_the_terminal(made: Block, columns: int) -> None:
    table = narrowed(made, Style(width=columns), columns)
    if table is not None:
        assert sum(map(width, table.head)) + GAP * (len(table.head) - 1) <= columns


def test_a_table_has_its_natural_width() -> None:
    table = laid(TWO, Style(width=80))
    assert table.head == ["period", "  level", "growth"]
    assert table.rows == [
        [["2021  ", "1,287.0", "   1.5"]],
        [["2022  ", "1,340.8", "   2.0"]],
    ]


def test_texts_fold_and_numbers_do_not() -> None:
    long = "Total retail sales of consumer goods"
    made = block((text(long), number(296.0), text("yes")), (text("GDP"), number(18.1), text("no")))
    table = narrowed(made, Style(), 34)
    assert table is not None
    assert table.rows[0] == [
        ["Total retail sales ", "296.0", "yes   "],
        ["of consumer goods  ", "     ", "      "],
    ]
    assert narrowed(made, Style(), 24) is None  # 24 − 5 − 6 − 4 leave less than is readable


def test_a_block_says_each_value_with_its_name() -> None:
    assert stacked(TWO, Style(width=20)) == [
        "2021",
        "  level   1,287.0",
        "  growth  1.5",
        "2022",
        "  level   1,340.8",
        "  growth  2.0",
    ]


def test_what_is_missing_is_shown_and_what_is_empty_is_not() -> None:
    made = block((text("2021"), text("…"), text("")), head=("period", "level", "status"))
    assert stacked(made, Style(width=16)) == ["2021", "  level   …"]


def test_a_head_that_stands_for_several_rows_is_repeated() -> None:
    made = block((text("2021–2025"), text("x")), (text(""), text("y")), head=("years", "of"))
    assert stacked(made, Style(width=16)) == ["2021–2025", "  of  x", "2021–2025", "  of  y"]


def test_rows_that_share_their_first_cell_are_named_by_the_second_too() -> None:
    made = block(
        (text("2021–2025"), text("Changping"), number(6.2)),
        (text(""), text("Beijing"), number(5.2)),
        head=("years", "of", "average"),
    )
    assert stacked(made, Style(width=20)) == [
        "2021–2025 ·",
        "  Changping",
        "  average  6.2",
        "2021–2025 · Beijing",
        "  average  5.2",
    ]


def test_two_columns_of_one_name_say_what_stands_before_them() -> None:
    made = Block(
        tuple(
            Column(Text(en, zh))
            for en, zh in (
                ("period", "时期"),
                ("A", "甲"),
                ("growth", "增速"),
                ("B", "乙"),
                ("growth", "增速"),
            )
        ),
        ((text("2021"), text("1"), text("2"), text("3"), text("4")),),
    )
    assert stacked(made, Style(width=16)) == [
        "2021",
        "  A          1",
        "  A, growth  2",
        "  B          3",
        "  B, growth  4",
    ]
    assert stacked(made, Style(lang="zh", width=16))[2] == "  甲，增速  2"


def test_a_value_without_room_goes_on_below_itself_or_its_name() -> None:
    made = block(
        (text("gdp"), text("Value added of all resident units")), head=("id", "definition")
    )
    assert stacked(made, Style(width=32)) == [
        "gdp",
        "  definition  Value added of all",
        "              resident units",
    ]
    assert stacked(made, Style(width=22)) == [
        "gdp",
        "  definition",
        "    Value added of all",
        "    resident units",
    ]


def test_a_rule_stands_between_blocks_where_it_stood_between_rows() -> None:
    ruled = Block(TWO.columns, TWO.rows, ruled=frozenset({1}))
    assert stacked(ruled, Style(width=20))[3] == "─" * 20


def test_prose_is_folded_with_its_own_indent() -> None:
    lines = ["a note that is long", "  a source that is long"]
    assert folded(lines, 14) == [
        "a note that is",
        "  long",
        "  a source",
        "    that is",
        "    long",
    ]
    assert folded(lines, None) == lines
