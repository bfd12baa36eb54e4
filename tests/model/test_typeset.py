"""Cells become text by the habits of official tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpstats.model.figure import Figure
from cpstats.model.report import Block, Cell, Column
from cpstats.model.text import Text, printable, same
from cpstats.model.typeset import (
    cell_text,
    exact_text,
    figure_text,
    headers,
    interval_text,
    number_text,
    texts,
)

if TYPE_CHECKING:
    from cpstats.model.text import Lang

FORMULA = same("a / b")


def figure(value: float | None, decimals: int = 1, **more: Any) -> Figure:
    return Figure(
        indicator="gdp",
        ref_area="110114",
        time_period="2024",
        value=value,
        decimals=decimals,
        **more,
    )


def column(cells: list[Cell], *, right: bool = True, decimals: int | None = None) -> Block:
    return Block((Column(same("x"), right, decimals),), tuple((c,) for c in cells))


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1811.9, 1, "1,811.9"),
        (52073.4, 1, "52,073.4"),
        (1234567.0, 0, "1,234,567"),
        (999.95, 1, "1,000.0"),
        (-13.5, 1, "-13.5"),
        (-1234.5, 1, "-1,234.5"),
        (0.285, 2, "0.29"),  # half up, on the decimal digits: the double is below 0.285
        (-0.04, 1, "0.0"),  # never a negative zero
        (2.5, 0, "3"),
        (839.3, 3, "839.300"),
    ],
)
def test_thousands_are_grouped_and_halves_rounded_up(
    value: float, decimals: int, text: str
) -> None:
    assert number_text(value, decimals) == text


def test_a_number_that_is_not_grouped_has_no_comma() -> None:
    assert number_text(2019.0, 0, grouped=False) == "2019"


@given(st.floats(-1e12, 1e12), st.integers(0, 6))
def test_what_is_grouped_is_the_same_number(value: float, decimals: int) -> None:
    assert number_text(value, decimals).replace(",", "") == number_text(
        value, decimals, grouped=False
    )


@pytest.mark.parametrize(
    ("bound", "lang", "text"),
    [
        ("lower", "en", "over 1,800"),
        ("upper", "en", "under 1,800"),
        ("approx", "en", "about 1,800"),
        ("lower", "zh", "超 1,800"),
        ("upper", "zh", "不足 1,800"),
        ("approx", "zh", "约 1,800"),
    ],
)
def test_a_bound_is_said_in_words_and_gets_no_decimals(bound: str, lang: Lang, text: str) -> None:
    assert figure_text(figure(1800.0, 0, bound=bound), lang, 1) == text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_missing_value_is_an_ellipsis_and_never_zero(lang: Lang) -> None:
    assert figure_text(figure(None), lang, 1) == "…"
    assert figure_text(figure(0.0), lang, 1) == "0.0"


@pytest.mark.parametrize(
    ("published", "text"),
    [
        # half a unit of the last digit that was meant: 1287.0 ± 0.05
        (figure(1287.0, 1, low=1286.95, high=1287.05), "[1286.95, 1287.05]"),
        (figure(6.2, 1, low=6.15, high=6.25), "[6.15, 6.25]"),
        (figure(13.45, 2, low=13.445, high=13.455), "[13.445, 13.455]"),
        (figure(215.0, 0, bound="approx", low=214.5, high=215.5), "[214.5, 215.5]"),
        (figure(1000.0, 0, bound="lower", low=1000.0), "[1000, …]"),
        (figure(1000.0, 0, bound="upper", high=1000.0), "[…, 1000]"),
        (figure(7.0), ""),
    ],
)
def test_the_interval_of_a_published_figure_is_exact(published: Figure, text: str) -> None:
    assert interval_text(published, 1) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (4.9202, 5.0203, "[4.92, 5.02]"),
        (10.1516, 10.1533, ""),  # with two decimals both are 10.15, the number as it is shown
        (3.826538, 3.826539, ""),  # narrower than anybody reads
        (-0.1, 0.1, "[-0.10, 0.10]"),
        (None, 5.0, "[…, 5.00]"),
    ],
)
def test_the_ends_of_a_computed_interval_are_told_apart_or_left_out(
    low: float | None, high: float | None, text: str
) -> None:
    assert interval_text(figure(1.0, 2, low=low, high=high, formula=FORMULA), 2) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (74148.79, 74223.16, "[74149, 74223]"),  # two digits of the distance, 74
        (2644.0, 2646.0, "[2644, 2646]"),
        (2644.5, 2645.5, "[2644.5, 2645.5]"),
        (99.52, 100.74, "[99.5, 100.7]"),
        (4.9202, 5.0203, "[4.92, 5.02]"),
    ],
)
def test_the_ends_around_a_whole_number_have_no_more_decimals_than_their_distance(
    low: float, high: float, text: str
) -> None:
    assert interval_text(figure(1.0, 0, low=low, high=high, formula=FORMULA), 0) == text


def test_points_stand_below_one_another_where_an_interval_stands_behind() -> None:
    wide = figure(11.3, 2, low=11.2, high=11.4, n=9, formula=FORMULA)
    narrow = figure(8.86, 2, n=9, formula=FORMULA)
    cells = [
        Cell(wide, interval=True, count=True),
        Cell(narrow, interval=True, count=True),
        Cell(text=same("…")),
    ]
    block = column(cells, decimals=2, right=False)
    assert texts(block, "en") == [["11.30 [11.20, 11.40] n=9"], [" 8.86 n=9"], [" …"]]


@given(st.floats(-1e9, 1e9))
def test_an_exact_text_is_the_same_number_without_an_exponent(value: float) -> None:
    text = exact_text(value)
    assert float(text) == value
    assert "e" not in text.lower()


def test_published_figures_stand_as_printed_with_their_points_below_one_another() -> None:
    block = column([Cell(figure(33.4, 2)), Cell(figure(839.3)), Cell(figure(215.0, 0))])
    assert texts(block, "en") == [["33.40"], ["839.3 "], ["215   "]]


def test_what_is_missing_stands_where_the_whole_numbers_end() -> None:
    block = column([Cell(figure(8.5)), Cell(text=same("…")), Cell(figure(None))])
    assert texts(block, "en") == [["8.5"], ["…  "], ["…  "]]


def test_a_column_may_fix_its_decimals() -> None:
    assert texts(column([Cell(figure(4.9, 1))], decimals=2), "en") == [["4.90"]]


@pytest.mark.parametrize(("digits", "text"), [(0, "1,812"), (1, "1,811.9"), (3, "1,811.900")])
def test_the_digits_asked_for_override_every_column(digits: int, text: str) -> None:
    for fixed in (None, 2):
        assert texts(column([Cell(figure(1811.9))], decimals=fixed), "en", digits) == [[text]]


def test_a_cell_says_interval_count_words_and_footnote_in_this_order() -> None:
    made = figure(4.97, 2, low=4.92, high=5.02, n=5, formula=FORMULA)
    cell = Cell(made, text=Text("equal", "持平"), mark="a", interval=True, count=True)
    assert cell_text(cell, "en", 2) == "4.97 [4.92, 5.02] n=5 equal a"
    assert cell_text(cell, "zh", 2) == "4.97 [4.92, 5.02] n=5 持平 a"


def test_an_empty_figure_has_neither_interval_nor_count() -> None:
    cell = Cell(figure(None, n=5, low=1.0, high=2.0), interval=True, count=True)
    assert cell_text(cell, "en", 2) == "…"


def test_a_year_in_a_cell_is_never_grouped() -> None:
    assert cell_text(Cell(text=same("2019")), "en", 1) == "2019"
    assert cell_text(Cell(figure(2019.0), grouped=False), "en", 0) == "2019"


def test_headers_are_in_the_language_asked_for() -> None:
    block = Block((Column(Text("period", "时期")), Column(same(""))), ())
    assert headers(block, "en") == ["period", ""]
    assert headers(block, "zh") == ["时期", ""]


@given(st.text(st.characters(categories=["Cc", "Zs", "Zl", "Zp", "Cf", "Lo", "Ll"])))
def test_no_text_moves_the_cursor(name: str) -> None:
    assert printable(name).isprintable()
    assert len(printable(name)) == len(name)


def test_names_of_users_cannot_break_a_table() -> None:
    block = Block((Column(same("a\tb")),), ((Cell(text=same("my\nplace\x1b[31m")),),))
    assert headers(block, "en") == ["a b"]
    assert texts(block, "en") == [["my place [31m"]]


@pytest.mark.parametrize(
    ("measure", "value", "shown"),
    [
        ("revision_chance", 0.00002, "<0.001"),
        ("revision_chance", 0.0006, "0.001"),
        ("moran_p", 0.0, "<0.001"),
        ("share", 0.00002, "0.000"),
    ],
)
def test_a_small_chance_is_not_nought(measure: str, value: float, shown: str) -> None:
    figure = Figure(indicator="i", ref_area="p", time_period="2020", measure=measure, value=value)
    assert cell_text(Cell(figure), "en", 3) == shown
