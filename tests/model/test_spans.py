"""The named spans of a package: found by name, by year and by their years."""

from __future__ import annotations

import pytest

from cpstats.model.spans import NamedSpan, Spans
from cpstats.store.package import open_catalogue

TERM = NamedSpan("term2", 2017, 2021, "第二届任期", "second term", ("term of 2017",))


@pytest.mark.parametrize(
    ("name", "years"),
    [  # spans.csv of the built-in package: plans of five years, the third after a gap of three
        ("一五", (1953, 1957)),
        ("三五", (1966, 1970)),
        ("十五", (2001, 2005)),
        ("“十四五”期间", (2021, 2025)),
        ("十五五", (2026, 2030)),
        ("the 14th five-year plan period", (2021, 2025)),
        ("14FYP", (2021, 2025)),
    ],
)
def test_a_plan_has_its_years(name: str, years: tuple[int, int]) -> None:
    assert open_catalogue().spans.named(name) == years


@pytest.mark.parametrize("text", ["五", "十", "二十五五", "2024", ""])
def test_what_names_no_span(text: str) -> None:
    assert open_catalogue().spans.named(text) is None


def test_every_span_is_found_by_each_of_its_names_and_around_its_years() -> None:
    spans = open_catalogue().spans
    assert all(spans.named(name) == s.years for s in spans.values() for name in s.names)
    assert [spans.around(year) for year in (1963, 1965, 2024)] == [None, None, (2021, 2025)]


def test_a_span_is_a_period_by_any_of_its_names() -> None:
    spans = Spans({TERM.span: TERM})
    assert str(spans.period("“第二届任期”")) == str(spans.period("Term of 2017")) == "2017/2021"
    assert spans.period("third term") is None
