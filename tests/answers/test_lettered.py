"""Footnotes: each text has one letter, and a cell says which footnotes it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpstats.answers.lettered import Marks, letter
from cpstats.model.figure import Figure
from cpstats.model.period import annual, span
from cpstats.model.text import Text, same

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpstats.selecting.figures import Figures

CHANGPING, BEIJING = "110114", "110000"
EMPTY = Figure(indicator="gdp", ref_area="A", time_period="1", reason="missing_current")


@pytest.mark.parametrize(
    ("number", "text"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")]
)
def test_footnotes_go_on_after_z(number: int, text: str) -> None:
    assert letter(number) == text


def test_one_source_has_one_letter(figures: Callable[..., Figures]) -> None:
    read = figures("gdp")
    marks = Marks(read)
    levels = read.levels("gdp", CHANGPING)
    assert [marks.of(levels[annual(y)]) for y in (2021, 2022, 2024)] == ["a", "a", "b"]
    assert [(m, t.en.rsplit(", ", 1)[1]) for m, t in marks.texts()] == [
        ("a", "2023"),
        ("b", "2025"),
    ]


@pytest.mark.parametrize(
    ("area", "other", "year", "said"),
    [
        (BEIJING, "100000", 2024, "both revised after the fifth economic census"),
        (CHANGPING, BEIJING, 2024, "both as first announced"),
        (CHANGPING, BEIJING, 2022, "both from one source: "),
    ],
)
def test_what_makes_two_levels_comparable_is_named(
    area: str, other: str, year: int, said: str, figures: Callable[..., Figures]
) -> None:
    read = figures("gdp", places=area, vs=other)
    two = read.comparable_within("gdp", (area, other))[annual(year)]
    marks = Marks(read)
    assert marks.both(two[area], two[other]) == "a"
    assert marks.texts()[0][1].en.startswith(said)


def test_a_gap_that_may_be_0_has_its_own_sign(figures: Callable[..., Figures]) -> None:
    marks = Marks(figures("gdp"))
    touching = Figure(indicator="gdp", ref_area="A", time_period="1", value=0.1, low=0.0, high=0.2)
    apart = Figure(indicator="gdp", ref_area="A", time_period="1", value=0.3, low=0.2, high=0.4)
    assert [marks.equal(f) for f in (touching, apart, EMPTY)] == ["≈", "", ""]
    assert marks.say(same("next")) == "a"  # the sign takes no letter
    assert [m for m, _ in marks.texts()] == ["≈", "a"]


def test_a_reading_says_for_which_span_it_was_published(
    figures: Callable[..., Figures],
) -> None:
    # DATA.md, S8
    read = figures("gdp")
    told = read.series("gdp", CHANGPING, "average_growth", "constant")[span(2021, 2025)]
    marks = Marks(read)
    marks.reading(told, span(2021, 2025))
    marks.reading(told, span(2021, 2024))
    one, two = (text.en for _, text in marks.texts())
    assert "it may mean" not in one
    assert two.endswith("for 2021–2025; it may mean 2021–2024")


def test_a_cell_says_which_footnotes_its_text_names(figures: Callable[..., Figures]) -> None:
    read = figures("gdp")
    marks = Marks(read)
    levels = read.levels("gdp", CHANGPING)
    cell = marks.cell(levels[annual(2022)], None, levels[annual(2024)])
    assert (cell.text, cell.named) == (same("a b"), ("a", "b"))
    broken = marks.release(levels[annual(2024)], sign="‖")
    assert (broken.text, broken.named) == (Text("‖ first", "‖ 首次公布"), ("‖",))
    assert broken.spelled == Text("‖ as first announced", "‖ 首次公布")
