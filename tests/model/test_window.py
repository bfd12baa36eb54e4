"""Windows: closed intervals of time with open ends."""

from __future__ import annotations

import pytest

from cpstats.model.period import Period, PeriodError
from cpstats.model.window import Window


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2018..2020", ["2018", "2020", "2019-Q3"], ["2017", "2021", "2021-01"]),
        ("2020..", ["2020", "2030"], ["2019", "2019-12"]),
        ("..2020", ["1950", "2020-12"], ["2021-01"]),
        ("2024", ["2024", "2024-Q1", "2024-08"], ["2023", "2025", "2023/2024"]),
        ("2024-H1", ["2024-H1"], ["2024-Q1", "2024", "2024-06"]),
        ("2021/2025", ["2021", "2025", "2021/2025"], ["2020", "2026", "2020/2025"]),
        ("2023-Q1..2024-Q2", ["2023-Q1", "2024-Q2", "2023"], ["2024", "2024-Q3"]),
    ],
)
def test_a_window_holds_what_lies_wholly_inside(
    text: str, inside: list[str], outside: list[str]
) -> None:
    window = Window.parse(text)
    assert all(window.contains(Period.parse(p)) for p in inside)
    assert not any(window.contains(Period.parse(p)) for p in outside)


def test_a_window_of_whole_years_is_a_span() -> None:
    assert str(Window.parse("2021..2024").years) == "2021/2024"
    assert str(Window.parse("2024").years) == "2024"
    assert Window.parse("2021..").years is None
    assert Window.parse("2023-Q1..2024-Q2").years is None


def test_nothing_said_is_every_period() -> None:
    assert Window().is_open
    assert Window().contains(Period.parse("1950"))


@pytest.mark.parametrize("text", ["..", "2024..2020", "soon..2024"])
def test_what_is_no_window(text: str) -> None:
    with pytest.raises(PeriodError):
        Window.parse(text)
