"""Five-year plans by name and by year."""

from __future__ import annotations

import pytest

from cpstats.model.plan import PLANS, plan_name, plan_of, plan_years


@pytest.mark.parametrize(
    ("name", "years"),
    [  # METHODS, section 3, names 九五 to 十五五
        ("一五", (1953, 1957)),
        ("三五", (1966, 1970)),
        ("九五", (1996, 2000)),
        ("十五", (2001, 2005)),
        ("十一五", (2006, 2010)),
        ("十二五", (2011, 2015)),
        ("十三五", (2016, 2020)),
        ("“十四五”", (2021, 2025)),
        ("十五五", (2026, 2030)),
    ],
)
def test_a_plan_has_its_years(name: str, years: tuple[int, int]) -> None:
    assert plan_years(name) == years


def test_every_plan_is_found_by_its_name_in_both_languages() -> None:
    for years in PLANS.values():
        names = plan_name(years)
        assert names is not None
        assert plan_years(names[0]) == plan_years(names[1]) == years


def test_the_years_of_readjustment_belong_to_no_plan() -> None:
    assert [plan_of(y) for y in (1963, 1964, 1965)] == [None] * 3
    assert plan_of(2024) == (2021, 2025)


@pytest.mark.parametrize("text", ["五", "十", "二十五五", "2024", ""])
def test_what_is_no_plan(text: str) -> None:
    assert plan_years(text) is None
