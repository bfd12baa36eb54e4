"""A table on a terminal: colours where it has them, every line of one width, nothing cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from cpstats.model.figure import Figure
from cpstats.model.report import Block, Cell, Column, Report, Style
from cpstats.model.text import same
from cpstats.render import table

NAMES = st.text(st.sampled_from("ab 昌平区（），—…‖≈GDP[]%"), max_size=30)


def report(rows: list[tuple[str, float]], ruled: frozenset[int] = frozenset()) -> Report:
    figures = [
        Figure(indicator="i", ref_area="a", time_period="t", value=value, decimals=1)
        for _, value in rows
    ]
    cells = tuple(
        (Cell(text=same(name)), Cell(figure))
        for (name, _), figure in zip(rows, figures, strict=True)
    )
    columns = (Column(same("place"), right=False), Column(same("level")))
    return Report(same("title"), blocks=(Block(columns, cells, ruled=ruled),))


@given(
    st.lists(st.tuples(NAMES, st.floats(-1e9, 1e9)), min_size=1, max_size=8),
    st.sets(st.integers(1, 7)),
)
def test_every_line_of_a_table_has_the_same_width(
    rows: list[tuple[str, float]], ruled: set[int]
) -> None:
    drawn = table.write(report(rows, frozenset(ruled)), Style()).decode()
    lines = drawn.split("\n\n", 1)[1].splitlines()
    assert len({wcswidth(line) for line in lines}) == 1
    assert len(lines) == 2 + len(rows) + len([r for r in ruled if 0 < r < len(rows)])


def test_a_wide_table_is_not_cut_in_a_pipe() -> None:
    drawn = table.write(report([("x" * 500, 1811.9)]), Style()).decode()
    assert "x" * 500 in drawn
    assert "1,811.9" in drawn


def test_brackets_are_text_and_no_markup() -> None:
    assert (
        "[bold]昌平[/bold]" in table.write(report([("[bold]昌平[/bold]", 1.0)]), Style()).decode()
    )


@pytest.mark.parametrize("width", [None, 80])
def test_colours_are_codes_around_the_same_text(width: int | None) -> None:
    made = report([("昌平区", 1811.9)])
    colored = table.write(made, Style(color=True, width=width)).decode()
    assert "\x1b[1m" in colored
    without = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert without == table.write(made, Style(width=width)).decode()


def test_no_colour_is_no_code_at_all() -> None:
    assert b"\x1b" not in table.write(report([("昌平区", 1811.9)]), Style())
