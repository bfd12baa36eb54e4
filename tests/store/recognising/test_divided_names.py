"""Names under a title that says by what one thing is divided are parts of it; the figures are invented."""

from __future__ import annotations

import pytest

from cpstats.store.hints import Hints
from cpstats.store.recognising.divided_by import divided
from cpstats.store.recognising.foreign import foreign


def names(text: str) -> list[str]:
    (found,) = foreign("t.csv", text.encode(), Hints(), trying=False)
    return list(dict.fromkeys(row[0] for row in found.rows))


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Nights by kind of lodging (2021)", "Nights by kind of lodging"),
        ('"Nights nach Art und Jahr, 2021"', "Nights nach Art und Jahr"),
        ("按类型分接待人次（2021年）", "按类型分接待人次"),
    ],
)
def test_labels_are_parts_of_what_the_title_divides(title: str, whole: str) -> None:
    text = f"{title}\nCountry,Huts,Tents\nKenya,3,4\nPeru,5,6\n"
    assert names(text) == [
        f"{whole}, Huts",
        f"{whole}, Tents",
    ]


@pytest.mark.parametrize(
    "title", ["Key indicators by size, 2021", "Nights by country, 2021", "Nights in 2021"]
)
def test_labels_under_another_title_stand_alone(title: str) -> None:
    assert names(f'"{title}"\nCountry,Huts,Tents\nKenya,3,4\nPeru,5,6\n') == ["Huts", "Tents"]


def test_a_head_is_nothing_that_divides() -> None:
    assert not divided("Income per head")
    assert not divided("Income by region and year")
