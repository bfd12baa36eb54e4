"""A table without room loses the columns that say nothing, then stands in panels, then in blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.figure import Figure
from cpstats.model.report import Block, Cell, Column, Style
from cpstats.model.text import Text, same
from cpstats.render.parts.fitting import fitted
from cpstats.render.parts.fold import pieces, width
from cpstats.render.parts.layout import GAP

PLACES = ("Aldern", "Birken", "Catton", "Dorn")


def number(value: float) -> Cell:
    return Cell(Figure(indicator="i", ref_area="a", time_period="t", value=value, decimals=1))


def wide(count: int, *, rows: int = 4) -> Block:
    """Return a table of so many columns of numbers, each seven wide."""
    columns = (
        Column(Text("place", "地区"), right=False),
        *(Column(Text(f"in 20{i:02}", f"20{i:02}年")) for i in range(count)),
    )
    cells = tuple(
        (Cell(text=same(PLACES[r])), *(number(1000.0 + 10 * i + r) for i in range(count)))
        for r in range(rows)
    )
    return Block(columns, cells)


def ranked() -> Block:
    columns = (
        Column(Text("place", "地区"), right=False),
        Column(Text("level", "水平")),
        Column(Text("release", "版本"), right=False),
        Column(Text("source", "来源"), right=False),
    )
    rows = tuple(
        (Cell(text=same(p)), number(n), Cell(text=same("")), Cell(text=same("a")))
        for n, p in enumerate(PLACES)
    )
    return Block(columns, rows)


def test_a_table_with_room_is_left_alone() -> None:
    made = fitted(ranked(), Style(width=80))
    assert (len(made.panels), made.blocks, made.said) == (1, [], [])
    assert made.panels[0].head == ["place ", "level", "release", "source"]


def test_empty_columns_go_first_and_then_those_that_are_the_same_in_every_row() -> None:
    # place 6 + level 5 + source 6 + 2 gaps of 2 = 21; without source 13
    one = fitted(ranked(), Style(width=22))
    assert one.panels[0].head == ["place ", "level", "source"]
    assert one.said == ["Empty, left out: release."]
    two = fitted(ranked(), Style(width=14))
    assert two.panels[0].head == ["place ", "level"]
    assert two.said == ["Empty, left out: release.", "In every row: source a."]
    assert fitted(ranked(), Style(lang="zh", width=14)).said == [
        "空列未列：版本。",
        "各行均为：来源 a。",
    ]


def test_what_is_the_same_in_one_row_is_not_left_out() -> None:
    made = fitted(wide(5, rows=1), Style(width=30))
    assert made.said == []


def test_columns_stand_in_panels_below_one_another_behind_the_places() -> None:
    # place 6, each column 2 + 7: two columns in 24
    made = fitted(wide(5), Style(width=24))
    assert [p.head for p in made.panels] == [
        ["place ", "in 2000", "in 2001"],
        ["place ", "in 2002", "in 2003"],
        ["place ", "in 2004"],
    ]
    assert [p.rows[3][0][0] for p in made.panels] == ["Dorn  "] * 3


def test_blocks_of_rows_stand_where_not_even_panels_have_room() -> None:
    made = fitted(wide(2), Style(width=12))
    assert made.panels == []
    assert made.blocks[:2] == ["Aldern", "  in 2000"]


@given(st.integers(1, 12), st.integers(2, 4), st.integers(16, 90))
def test_no_line_is_wider_than_the_terminal_and_no_number_is_lost(
    count: int, rows: int, columns: int
) -> None:
    block = wide(count, rows=rows)
    made = fitted(block, Style(width=columns))
    for panel in made.panels:
        assert sum(map(width, panel.head)) + GAP * (len(panel.head) - 1) <= columns
    shown = "".join(made.blocks) + "".join(
        cell for panel in made.panels for row in panel.rows for line in row for cell in line
    )
    for row in block.rows:
        for cell in row[1:]:
            assert cell.figure is not None
            assert f"{cell.figure.value:,.1f}" in shown


def test_texts_are_folded_where_that_is_shorter_than_panels() -> None:
    long = "Total retail sales of consumer goods"
    columns = tuple(Column(same(name), right=name == "level") for name in ("what", "level", "ok"))
    rows = tuple(
        (Cell(text=same(long)), number(n), Cell(text=same("yes" if n else "no"))) for n in range(2)
    )
    made = fitted(Block(columns, rows), Style(width=34))
    assert len(made.panels) == 1
    shown = " ".join(line[0] for row in made.panels[0].rows for line in row)
    assert all(piece in shown for piece in pieces(long))


def test_a_few_long_texts_that_stand_in_many_rows_are_said_below_by_number() -> None:
    texts = ["real, chained from published rates"] + ["nominal, levels of one release"] * 7
    columns = (
        Column(Text("place", "地区"), right=False),
        Column(Text("average", "年均")),
        Column(Text("how", "方法"), right=False),
    )
    rows = tuple(
        (Cell(text=same(f"Place {n}")), number(1.0 + n), Cell(text=same(text)))
        for n, text in enumerate(texts)
    )
    made = fitted(Block(columns, rows), Style(width=40))
    assert made.said == [
        "how: (1) real, chained from published rates; (2) nominal, levels of one release"
    ]
    lines = [" ".join(cells).split() for row in made.panels[0].rows for cells in row]
    assert lines[0] == ["Place", "0", "1.0", "(1)"]
    assert len(lines) == len(texts)


def test_texts_are_folded_only_where_panels_are_not_shorter() -> None:
    columns = (
        Column(Text("part", "部分"), right=False),
        *(Column(Text(f"in 20{i:02}", f"20{i:02}年")) for i in range(4)),
    )
    rows = tuple(
        (
            Cell(text=same(f"value added of industry number {n}")),
            *(number(1000.0 + n) for _ in range(4)),
        )
        for n in range(8)
    )
    made = fitted(Block(columns, rows), Style(width=50))
    assert len(made.panels) == 2  # 8 rows twice: in one panel each name would take three lines
    assert all(len(row) == 1 for panel in made.panels for row in panel.rows)
